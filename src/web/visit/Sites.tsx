// The sites of a visit as a list: each becomes a lead, a benchmark case or nothing, and can be corrected before it is registered.
import { useState } from 'react'
import { SITE_USES, type SiteUse } from '../../core/fromsite.ts'
import type { Money } from '../../core/money.ts'
import { Alike } from '../kind/Alike.tsx'
import { FieldInput } from '../kind/FieldInput.tsx'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { fieldName, sayField } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import type { Site as SiteRow } from './typed.ts'

interface Props {
  documentId: string
  sites: SiteRow[]
  onChange: (sites: SiteRow[]) => void
}

export function Sites({ documentId, sites, onChange }: Props) {
  const { t } = useWords()
  const all = (use: SiteUse) => onChange(sites.map(site => (site.seen ? { ...site, use } : site)))
  return (
    <>
      <div className="row">
        <Button onClick={() => all('lead')}>{t('visitPage.allLeads')}</Button>
        <Button onClick={() => all('case')}>{t('visitPage.allCases')}</Button>
      </div>
      <ol className="visit-sites">
        {sites.map((site, at) => (
          <Site
            // biome-ignore lint/suspicious/noArrayIndexKey: the list keeps its order, and a name may be typed
            key={at}
            {...{ site, documentId }}
            onChange={more => onChange(sites.map((s, i) => (i === at ? { ...s, ...more } : s)))}
          />
        ))}
      </ol>
    </>
  )
}

function Site({ site, documentId, onChange }: { site: SiteRow; documentId: string; onChange: (more: Partial<SiteRow>) => void }) {
  const { t, lang } = useWords()
  const [open, setOpen] = useState(false)
  const bare = site.use === 'lead' && !site.investor?.trim()
  const fact = (name: 'investor' | 'sum' | 'land') => (
    <span key={name}>
      {fieldName(t, 'project', name)} <b>{sayField(t, 'project', name, site[name], lang)}</b>
    </span>
  )
  return (
    <li className={`visit-site ${site.use}`}>
      <div className="visit-line">
        <div>
          <strong>{site.name}</strong>
          {!site.seen && <span className="chip">{t('visitPage.spoken')}</span>}
          {site.said && (
            <Go className="muted" to={page.document(documentId, { at: site.span })}>
              {site.said}
            </Go>
          )}
        </div>
        <select
          aria-label={t('visitPage.useOf', { name: site.name })}
          value={site.use}
          onChange={e => onChange({ use: e.target.value as SiteUse })}
        >
          {SITE_USES.map(use => (
            <option key={use} value={use}>
              {t(`visitPage.use.${use}`)}
            </option>
          ))}
        </select>
        <Button look="quiet" aria-expanded={open} aria-label={t('visitPage.correctOf', { name: site.name })} onClick={() => setOpen(!open)}>
          {t('visitPage.correct')}
        </Button>
      </div>
      {site.use === 'lead' && (
        <p className="visit-facts">
          {(['investor', 'sum', 'land'] as const).filter(name => name === 'investor' || site[name] !== null).map(fact)}
        </p>
      )}
      {site.use === 'lead' && (
        <Alike
          kind="project"
          title={site.name}
          fields={{ investor: site.investor }}
          why={site.why ?? ''}
          onWhy={why => onChange({ why })}
        />
      )}
      {(open || bare) && (
        <div className="visit-correct">
          <Field label={t('kind.project.title')}>
            <input maxLength={120} value={site.name} onChange={e => onChange({ name: e.target.value })} />
          </Field>
          <FieldInput
            kind="project"
            name="investor"
            value={site.investor}
            needed
            error={bare ? t('rule.required') : null}
            onChange={investor => onChange({ investor: investor as string | null })}
          />
          <FieldInput
            kind="project"
            name="sum"
            value={site.sum}
            needed={false}
            error={null}
            onChange={sum => onChange({ sum: sum as Money | null })}
          />
          <FieldInput
            kind="project"
            name="land"
            value={site.land}
            needed={false}
            error={null}
            onChange={land => onChange({ land: land as number | null })}
          />
        </div>
      )}
    </li>
  )
}
