// What one unit is asked 基层负担: this month by whom, twelve months, what was merged or dropped, and apart from it what the program itself asks.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { UnitBurdenView } from '../../core/contract/burden.ts'
import { hours, sayTime } from '../burden/hours.ts'
import { unitBurdenQuery } from '../burden/query.ts'
import { ToAnswer } from '../burden/ToAnswer.tsx'
import { burdenBars } from '../chart/burdenBars.ts'
import { Chart } from '../chart/Chart.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { formatPeriod } from '../words/day.ts'
import { stageName } from '../words/kind.ts'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import '../style/burden.css'

export function UnitBurden() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { month } = useSearch({ strict: false }) as { month?: string }
  const { t } = useWords()
  const query = useQuery(unitBurdenQuery(id, month))
  return (
    <Load query={query} title={t('burden.title')} lines={12}>
      {view => <Whole view={view} />}
    </Load>
  )
}

function Whole({ view }: { view: UnitBurdenView }) {
  const { t, lang } = useWords()
  const go = useNavigate()
  const now = view.months.at(-1)!
  const time = (minutes: number) => sayTime(t, minutes, lang)
  const period = formatPeriod(view.month, lang)
  const saved = view.months.reduce((n, m) => n + m.saved, 0)
  return (
    <>
      <Head title={t('burden.unitTitle', { unit: view.name })} lead={t('burden.unitLead')}>
        <Go className="button plain" to={page.burden({ month: view.month })}>
          {t('burden.back')}
        </Go>
      </Head>
      <div className="board-tools">
        <Field label={t('burden.month')}>
          <input
            type="month"
            value={view.month}
            onChange={e => e.target.value && void go({ href: page.unitBurden(view.id, { month: e.target.value }) })}
          />
        </Field>
      </div>
      <ToAnswer due={view.toAnswer} />
      <p className="burden-now">
        {t('burden.unitNow', { period, n: now.requests, time: time(now.minutes) })}{' '}
        <span className={now.minutes > view.budget ? 'late' : 'muted'}>
          {now.minutes > view.budget
            ? t('burden.overBy', { over: time(now.minutes - view.budget), budget: time(view.budget) })
            : t('burden.within', { budget: time(view.budget) })}
        </span>
      </p>
      {saved > 0 && <p>{t('burden.savedYear', { time: time(saved) })}</p>}
      <Chart
        title={t('burden.trend', { unit: view.name, period, time: time(now.minutes + now.system) })}
        source={t('burden.trendSource', { reading: view.system.readingMinutes, report: view.system.reportMinutes })}
        of={JSON.stringify(view.months)}
        make={palette =>
          burdenBars(
            {
              months: view.months.map(m => formatPeriod(m.month, lang)),
              asked: view.months.map(m => m.minutes / 60),
              system: view.months.map(m => m.system / 60),
              saved: view.months.map(m => m.saved / 60),
              budget: view.budget / 60,
              names: {
                month: t('burden.month'),
                asked: t('burden.askedHours'),
                system: t('burden.systemHours'),
                saved: t('burden.savedHours'),
                budget: t('burden.budgetHours'),
              },
              say: v => formatNumber(v, lang, 1),
            },
            palette,
          )
        }
      />
      <h2 className="burden-h">{t('burden.bySender', { period })}</h2>
      {view.senders.length === 0 ? (
        <Empty title={t('burden.noneAsked', { period })} />
      ) : (
        <ul className="burden-senders">
          {view.senders.map(s => (
            <li key={s.sender}>
              <span>{s.sender ?? t('say.unknown')}</span>
              <meter min={0} max={view.senders[0]!.minutes} value={s.minutes} aria-hidden="true" />
              <span className="num">{t('burden.senderLine', { time: time(s.minutes), n: s.requests })}</span>
            </li>
          ))}
        </ul>
      )}
      {view.requests.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
        <section className="table-box" aria-label={t('burden.requestsOf', { period })} tabIndex={0}>
          <table className="table phone-cards">
            <caption className="hidden">{t('burden.requestsOf', { period })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('request.name')}</th>
                <th scope="col">{t('request.sender')}</th>
                <th scope="col">{t('kindPage.stage')}</th>
                <th scope="col" className="num">
                  {t('burden.times')}
                </th>
                <th scope="col" className="num">
                  {t('burden.askedHours')}
                </th>
                <th scope="col" className="num">
                  {t('burden.savedHours')}
                </th>
              </tr>
            </thead>
            <tbody>
              {view.requests.map(r => (
                <tr key={r.id}>
                  <th scope="row" className="card-line">
                    <Go to={page.item(r.id)}>{r.title}</Go>
                  </th>
                  <td data-name={t('request.sender')}>{r.sender ?? t('say.unknown')}</td>
                  <td data-name={t('kindPage.stage')}>{stageName(t, 'request', r.stage)}</td>
                  <td className="num" data-name={t('burden.times')}>
                    {r.times}
                  </td>
                  <td className="num" data-name={t('burden.askedHours')}>
                    {hours(r.minutes, lang)}
                  </td>
                  <td className="num" data-name={t('burden.savedHours')}>
                    {hours(r.saved, lang)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h2 className="burden-h">{t('burden.system')}</h2>
      <p>
        {t('burden.systemLine', {
          time: time(now.system),
          readings: view.system.readings,
          readingMinutes: view.system.readingMinutes,
          reports: view.system.reports,
          reportMinutes: view.system.reportMinutes,
        })}
      </p>
    </>
  )
}
