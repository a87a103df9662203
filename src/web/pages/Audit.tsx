// The audit log: who did what when, without the words of business data, and a check that the chain is whole.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, address, call, Fault } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { page } from '../paths.ts'
import { auditChoicesQuery, auditQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { formatInstant } from '../words/day.ts'
import { formatNumber } from '../words/number.ts'
import { sayDeed, saySummary, sayTarget } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/system.css'

const SIZE = 50

interface Asked {
  q?: string
  actor?: string
  action?: string
  target?: string
  from?: string
  to?: string
  page?: string
}

export function Audit() {
  const { t, lang } = useWords()
  const go = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const query = useQuery(auditQuery({ ...asked }))
  const choices = useQuery(auditChoicesQuery)
  const change = (more: Asked) => void go({ to: page.audit, search: { ...asked, page: '', ...more } as never })
  const { page: _, ...filter } = asked
  const pick = (name: 'actor' | 'action' | 'target', all: string, choices: { value: string; label: string }[]) => (
    <Field label={t(`system.${name}`)}>
      <select value={asked[name] ?? ''} onChange={e => change({ [name]: e.target.value })}>
        <option value="">{all}</option>
        {choices.map(c => (
          <option key={c.value} value={c.value}>
            {c.label}
          </option>
        ))}
        {/* One thing, come to by its link. */}
        {name === 'target' && asked.target?.includes(':') && <option value={asked.target}>{sayTarget(t, asked.target)}</option>}
      </select>
    </Field>
  )
  const kinds = [...new Set(choices.data?.actions.map(action => action.split('.')[0]!))].filter(kind => kind !== 'session')
  return (
    <>
      <Head title={t('system.audit')} lead={t('system.auditLead')}>
        {(['exportAudit', 'exportAuditCsv'] as const).map(route => (
          <a key={route} className="button plain" href={address(route, { query: filter })} title={t('system.exportHint')} download>
            {t(route === 'exportAudit' ? 'system.exportXlsx' : 'system.exportCsv')}
          </a>
        ))}
      </Head>
      <Check />
      <div className="audit-tools">
        <Field label={t('system.search')}>
          <input
            type="search"
            maxLength={50}
            defaultValue={asked.q ?? ''}
            onKeyDown={e => e.key === 'Enter' && change({ q: e.currentTarget.value.trim() })}
            onBlur={e => e.target.value.trim() !== (asked.q ?? '') && change({ q: e.target.value.trim() })}
          />
        </Field>
        {pick(
          'actor',
          t('system.allActors'),
          (choices.data?.actors ?? []).map(value => ({ value, label: value })),
        )}
        {pick(
          'action',
          t('system.allActions'),
          (choices.data?.actions ?? []).map(value => ({ value, label: sayDeed(t, value) })),
        )}
        {pick(
          'target',
          t('system.allTargets'),
          kinds.map(value => ({ value, label: sayTarget(t, `${value}:`).trim() })),
        )}
        <Field label={t('system.from')}>
          <input type="date" value={asked.from ?? ''} onChange={e => change({ from: e.target.value })} />
        </Field>
        <Field label={t('system.to')}>
          <input type="date" value={asked.to ?? ''} onChange={e => change({ to: e.target.value })} />
        </Field>
      </div>
      {Object.values(filter).some(Boolean) && (
        <p className="audit-count">
          {query.data && t('system.count', { n: formatNumber(query.data.total, lang) })}{' '}
          <Go className="button link" to={page.audit}>
            {t('system.clearFilters')}
          </Go>
        </p>
      )}
      <Load query={query} lines={12}>
        {({ entries, total }) =>
          entries.length === 0 ? (
            <Empty title={t('system.noEntries')} />
          ) : (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section className="table-box" aria-label={t('system.audit')} tabIndex={0}>
                <table className="table audit-table phone-cards">
                  <caption className="hidden">{t('system.audit')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('system.time')}</th>
                      <th scope="col">{t('system.actor')}</th>
                      <th scope="col">{t('system.action')}</th>
                      <th scope="col">{t('system.target')}</th>
                      <th scope="col">{t('system.summary')}</th>
                      <th scope="col" className="wide-only">
                        {t('system.hash')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map(e => (
                      <tr key={`${e.lane}.${e.seq}`}>
                        <th scope="row" className="nowrap card-line">
                          {formatInstant(e.at, lang)}
                        </th>
                        <td className="nowrap">{e.actor}</td>
                        <td className="nowrap">{sayDeed(t, e.action)}</td>
                        <td className="nowrap" title={e.target}>
                          <button type="button" className="button link" onClick={() => change({ target: e.target })}>
                            {sayTarget(t, e.target)}
                          </button>
                        </td>
                        <td className="card-line">{saySummary(t, e.summary)}</td>
                        <td className="wide-only hash" title={e.hash}>
                          {e.hash.slice(0, 10)}…
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
              <Pages
                label={t('ledger.pages')}
                page={Number(asked.page ?? 1)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: asked.page ?? 1, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => change({ page: String(p) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}

/** Reads the whole chain: asked for, never by itself. */
function Check() {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const [proof, setProof] = useState<Answer<'verifyAudit'> | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const check = async () => {
    setBusy(true)
    setFault(null)
    try {
      setProof(await call('verifyAudit'))
    } catch (e) {
      if (e instanceof Fault) setFault(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className="row">
        <Button busy={busy} onClick={() => void check()}>
          {busy ? t('system.checking') : t('system.check')}
        </Button>
      </div>
      <div role="status">
        {proof && (
          <Box kind={proof.whole ? 'done' : 'error'}>
            {proof.whole || !proof.broken
              ? // To the entry, not in 万: it is a proof.
                t('system.whole', { n: formatNumber(proof.entries, 'en') })
              : t('system.broken', { ...proof.broken, why: t(`system.brokenWhy.${proof.broken.why as 'changed'}`) })}
          </Box>
        )}
      </div>
      <FaultBox fault={fault} />
    </>
  )
}
