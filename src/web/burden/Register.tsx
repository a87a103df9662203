// The register of requests: what is asked, by whom, of how many units, how often, and what it costs in a year; filters are the address.
import { useNavigate } from '@tanstack/react-router'
import type { RequestRow } from '../../core/contract/burden.ts'
import { stagesOf } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { choiceName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { hours, sayTime } from './hours.ts'

interface Props {
  requests: readonly RequestRow[]
  stage: string
  q: string
  month: string | undefined
}

export function Register({ requests, stage, q, month }: Props) {
  const { t, lang } = useWords()
  const go = useNavigate()
  const shown = requests
    .filter(r => (!stage || r.stage === stage) && (!q || `${r.title} ${r.sender ?? ''}`.includes(q)))
    .toSorted((a, b) => b.yearMinutes - a.yearMinutes)
  const change = (more: Record<string, string>) => void go({ href: page.burden({ month, stage, q, ...more }) })
  return (
    <section aria-labelledby="register">
      <h2 id="register" className="burden-h">
        {t('burden.register', { n: requests.length })}
      </h2>
      {requests.length === 0 ? (
        <Empty title={t('burden.registerEmpty')} lead={t('burden.registerEmptyLead')} />
      ) : (
        <>
          <div className="board-tools">
            <Field label={t('kindPage.stage')}>
              <select value={stage} onChange={e => change({ stage: e.target.value })}>
                <option value="">{t('kindPage.all')}</option>
                {stagesOf('request').map(s => (
                  <option key={s} value={s}>
                    {stageName(t, 'request', s)}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={t('kindPage.search')}>
              <input
                type="search"
                maxLength={50}
                defaultValue={q}
                onKeyDown={e => e.key === 'Enter' && change({ q: e.currentTarget.value.trim() })}
              />
            </Field>
          </div>
          {shown.length === 0 ? (
            <Empty title={t('ledger.emptyFiltered')} lead={t('ledger.emptyFilteredLead')} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
            <section className="table-box" aria-label={t('burden.registerTable')} tabIndex={0}>
              <table className="table phone-cards">
                <caption className="hidden">{t('burden.registerTable')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('request.name')}</th>
                    <th scope="col">{t('kindPage.stage')}</th>
                    <th scope="col">{t('request.sender')}</th>
                    <th scope="col" className="num">
                      {t('burden.units')}
                    </th>
                    <th scope="col">{t('burden.often')}</th>
                    <th scope="col" className="num">
                      {t('burden.each')}
                    </th>
                    <th scope="col" className="num">
                      {t('burden.yearHours')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(r => (
                    <tr key={r.id}>
                      <th scope="row" className="card-line">
                        <Go to={page.item(r.id)} className="two-lines" title={r.title}>
                          {r.title}
                        </Go>
                      </th>
                      <td data-name={t('kindPage.stage')}>{stageName(t, 'request', r.stage)}</td>
                      <td data-name={t('request.sender')}>{r.sender ?? t('say.unknown')}</td>
                      <td className="num" data-name={t('burden.units')}>
                        {r.units}
                      </td>
                      <td data-name={t('burden.often')}>{r.frequency ? choiceName(t, 'request', 'frequency', r.frequency) : '—'}</td>
                      <td className="num" data-name={t('burden.each')}>
                        {r.minutes === null ? '—' : sayTime(t, r.minutes, lang)}
                      </td>
                      <td className="num" data-name={t('burden.yearHours')}>
                        {hours(r.yearMinutes, lang)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </>
      )}
    </section>
  )
}
