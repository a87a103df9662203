// Slips 督查单: for the office what the rules suggest today and why, and what was issued; for a unit those addressed to it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SlipView, SuggestedSlip } from '../../core/contract/slip.ts'
import { SLIP_COLOURS, SLIP_STANDS } from '../../core/slip.ts'
import { address } from '../api.ts'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SlipDialog } from '../parts/SlipDialog.tsx'
import { SlipTag } from '../parts/SlipTag.tsx'
import { useMay } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { page } from '../paths.ts'
import { slipsQuery, suggestedQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { sayAnswer, sayStand, sayWhy } from '../words/slip.ts'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/item.css'
import '../style/slip.css'

const SIZE = 50
type Filters = Partial<Record<'tab' | 'colour' | 'unit' | 'stand' | 'month' | 'item' | 'page', string>>

export function Slips() {
  const { t } = useWords()
  const may = useMay()
  const go = useNavigate()
  const filters = useSearch({ strict: false }) as Filters
  const issues = may('slip.issue')
  const tab = issues && filters.tab !== 'issued' && !filters.item ? 'suggested' : 'issued'
  const { tab: _, ...rest } = filters
  const asked = Object.fromEntries(Object.entries(rest).filter((e): e is [string, string] => Boolean(e[1])))
  const suggested = useQuery({ ...suggestedQuery(tab === 'suggested' ? asked : {}), enabled: issues })
  const change = (more: Filters) => void go({ href: page.slips({ ...filters, page: undefined, ...more }) })
  return (
    <div className="ledger-page">
      <Head title={t('slip.title')} lead={t(issues || may('circular.write') ? 'slip.lead' : 'slip.leadUnit')}>
        {tab === 'issued' && (
          <>
            <button type="button" className="button plain" onClick={() => print()}>
              {t('app.printed')}
            </button>
            <a className="button plain" href={address('exportSlips', { query: asked })} download>
              {t('slip.export')}
            </a>
          </>
        )}
      </Head>
      {issues && (
        <fieldset className="slip-tabs">
          <legend className="hidden">{t('slip.tabs')}</legend>
          <button type="button" aria-pressed={tab === 'suggested'} onClick={() => void go({ href: page.slips() })}>
            {t('slip.suggested', { n: suggested.data?.total ?? '…' })}
          </button>
          <button type="button" aria-pressed={tab === 'issued'} onClick={() => void go({ href: page.slips({ tab: 'issued' }) })}>
            {t('slip.issued')}
          </button>
        </fieldset>
      )}
      <div className="slip-filters">
        <Choice
          label={t('slip.level')}
          value={filters.colour}
          choices={SLIP_COLOURS.map(c => [c, t(`slip.colour.${c}`)])}
          onChange={colour => change({ colour })}
        />
        {tab === 'issued' && (
          <>
            <Choice
              label={t('slip.standHead')}
              value={filters.stand}
              choices={SLIP_STANDS.map(s => [s, t(`slip.stand.${s}`)])}
              onChange={stand => change({ stand })}
            />
            <Field label={t('slip.month')}>
              <input type="month" value={filters.month ?? ''} onChange={e => change({ month: e.target.value })} />
            </Field>
          </>
        )}
        {(issues || may('circular.write')) && (
          <Field label={t('slip.unit')}>
            <UnitPicker value={filters.unit ?? null} onChange={unit => change({ unit: unit ?? '' })} />
          </Field>
        )}
      </div>
      {tab === 'suggested' ? (
        <Load query={suggested} lines={10}>
          {list => (
            <Suggested
              list={list.suggestions}
              total={list.total}
              filtered={Object.keys(asked).length > 0}
              at={filters.page}
              onPage={p => change({ page: p })}
            />
          )}
        </Load>
      ) : (
        <Issued asked={asked} at={filters.page} onPage={p => change({ page: p })} />
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string | undefined
  choices: [string, string][]
  onChange: (value: string) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const { t } = useWords()
  return (
    <Field label={label}>
      <select value={value ?? ''} onChange={e => onChange(e.target.value)}>
        <option value="">{t('slip.all')}</option>
        {choices.map(([v, name]) => (
          <option key={v} value={v}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface SuggestedProps {
  list: SuggestedSlip[]
  total: number
  filtered: boolean
  at: string | undefined
  onPage: (page: string) => void
}

function Suggested({ list, total, filtered, at, onPage }: SuggestedProps) {
  const { t } = useWords()
  const [writing, setWriting] = useState<SuggestedSlip | null>(null)
  if (list.length === 0)
    return filtered ? (
      <Empty title={t('slip.emptyFiltered')} />
    ) : (
      <Empty title={t('slip.noneSuggested')} lead={t('slip.noneSuggestedLead')} />
    )
  return (
    <>
      <ul className="slip-list" aria-label={t('slip.captionSuggested')}>
        {list.map(s => (
          <li key={s.itemId} className="slip-entry">
            <p>{s.colour ? <SlipTag colour={s.colour} /> : <b className="late">—</b>}</p>
            <div>
              <Go to={page.item(s.itemId)} className="todo-title">
                {s.urgency === 'urgent' && <b className="urgent">{t('urgency.urgent')} </b>}
                {s.itemTitle}
              </Go>
              <p>{sayWhy(t, s)}</p>
              <p className="muted">
                {s.itemNumber} · {s.unit}
                {s.since && ` · ${t('slip.since', { day: s.since })}`}
              </p>
            </div>
            {s.colour && (
              <div className="row">
                <Button look="soft" aria-label={t('slip.writeFor', { title: s.itemTitle })} onClick={() => setWriting(s)}>
                  {t('slip.write')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Turn total={total} at={at} onPage={onPage} />
      {writing && (
        <SlipDialog
          item={{ ...writing, id: writing.itemId, number: writing.itemNumber, title: writing.itemTitle }}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  )
}

function Turn({ total, at = '1', onPage }: { total: number; at: string | undefined; onPage: (page: string) => void }) {
  const { t } = useWords()
  const pages = Math.ceil(total / SIZE)
  return (
    <Pages
      label={t('ledger.pages')}
      page={Number(at)}
      pages={pages}
      say={t('ledger.page', { page: at, pages })}
      prev={t('ledger.prev')}
      next={t('ledger.next')}
      onPage={p => onPage(String(p))}
    />
  )
}

function Issued({ asked, at, onPage }: { asked: Record<string, string>; at: string | undefined; onPage: (page: string) => void }) {
  const { t } = useWords()
  const may = useMay()
  const query = useQuery(slipsQuery(asked))
  return (
    <Load query={query} lines={10}>
      {({ slips, total }) =>
        slips.length === 0 ? (
          Object.keys(asked).length > 0 ? (
            <Empty title={t('slip.emptyFiltered')} />
          ) : may('slip.issue') ? (
            <Empty title={t('slip.empty')} lead={t('slip.emptyLead')} />
          ) : (
            <Empty title={t('slip.emptyUnit')} />
          )
        ) : (
          <div aria-busy={query.isPlaceholderData}>
            <p className="muted">{t('slip.count', { n: total })}</p>
            <Table slips={slips} />
            <Turn total={total} at={at} onPage={onPage} />
          </div>
        )
      }
    </Load>
  )
}

function Table({ slips }: { slips: SlipView[] }) {
  const { t, lang } = useWords()
  const may = useMay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box slip-box" aria-label={t('slip.caption')} tabIndex={0}>
      <table className="table slips phone-cards">
        <caption className="hidden">{t('slip.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('slip.number')}</th>
            <th scope="col">{t('slip.level')}</th>
            <th scope="col" className="wide-only">
              {t('slip.unit')}
            </th>
            <th scope="col">{t('slip.item')}</th>
            <th scope="col" className="wide-only">
              {t('slip.issuedOn')}
            </th>
            <th scope="col">{t('slip.limitOn')}</th>
            <th scope="col">{t('slip.standHead')}</th>
            <th scope="col" className="wide-only">
              {t('slip.answerHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {slips.map(s => (
            <tr key={s.id}>
              <th scope="row">
                <Go to={page.slip(s.id)}>{s.number}</Go>
              </th>
              <td>
                <SlipTag colour={s.colour} />
              </td>
              <td className="wide-only">{s.unit}</td>
              <td className="card-line">
                <Go to={page.item(s.itemId)} className="two-lines" title={s.itemTitle}>
                  {s.itemTitle}
                </Go>
                {may('slip.issue') && <span className="phone-line muted">{s.unit}</span>}
              </td>
              <td className="wide-only">
                <Day day={s.issuedOn} empty="" />
              </td>
              <td className={s.stand === 'lapsed' ? 'late' : undefined} data-name={t('slip.limitOn')}>
                <Day day={s.limitOn} empty="" />
              </td>
              <td title={sayStand(t, s, lang)}>{t(`slip.stand.${s.stand}`)}</td>
              <td className="wide-only">{sayAnswer(t, s)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
