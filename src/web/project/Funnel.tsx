// 转化: how many came how far, what came of each year's signings and of each visit, and what will have landed by the end of the year with its method.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { COHORT_RATES } from '../../core/cohort.ts'
import type { CohortView, OutlookView } from '../../core/contract/kind.ts'
import { call } from '../api.ts'
import { Chart } from '../chart/Chart.tsx'
import { funnel } from '../chart/funnel.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { formatDay } from '../words/day.ts'
import { sayMoney, sayMoneys, stageName } from '../words/kind.ts'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import '../style/project.css'

const outlookQuery = queryOptions({
  queryKey: ['ledger', 'project', 'outlook'],
  queryFn: () => call('getOutlook', { params: { kind: 'project' } }),
})

export function Funnel() {
  const query = useQuery(outlookQuery)
  return (
    <Load query={query} lines={12}>
      {outlook => <Outlook outlook={outlook} />}
    </Load>
  )
}

function Outlook({ outlook }: { outlook: OutlookView }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const all = outlook.funnel[0]?.items ?? 0
  const share = (n: number) => (all ? `${formatNumber(Math.round((n / all) * 1000) / 10, lang)}%` : '—')
  const stages = outlook.funnel.map(({ stage, items }) => ({ name: stageName(t, 'project', stage), items, share: share(items) }))
  const signed = outlook.funnel.find(f => f.stage === 'signed')?.items ?? 0
  const started = outlook.funnel.find(f => f.stage === 'started')?.items ?? 0
  const facts = { all, signed, started, signedShare: share(signed), startedShare: share(started) }
  return (
    <div className="project-outlook">
      <Chart
        title={t('project.funnelSays', facts)}
        source={t('project.source', { day: formatDay(today, lang) })}
        of={JSON.stringify(stages)}
        make={palette =>
          funnel(
            {
              rows: stages,
              names: { stage: t('kindPage.stage'), items: t('project.came'), share: t('project.share') },
              say: n => formatNumber(n, lang),
            },
            palette,
          )
        }
      />
      <Forecast outlook={outlook} />
      <Cohorts
        title={t('project.byYear')}
        head={t('kindPage.year')}
        rows={[...outlook.years, ...(outlook.all ? [outlook.all] : [])].map(one => ({
          one,
          name:
            one.cohort === 'all' ? (
              t('project.allYears')
            ) : (
              <Go to={page.kind('project', { view: 'table', year: one.cohort })}>{one.cohort}</Go>
            ),
        }))}
      />
      <Cohorts
        title={t('project.byVisit')}
        head={t('kind.visit.name')}
        rows={outlook.visits.map(one => ({
          one,
          name: <Go to={page.item(one.cohort)}>{one.title}</Go>,
        }))}
      />
      <Basis outlook={outlook} />
    </div>
  )
}

function Forecast({ outlook: { forecast } }: { outlook: OutlookView }) {
  const { t, lang } = useWords()
  const yuan = (amount: string) => sayMoney({ amount, currency: 'CNY' }, lang)
  const facts = {
    ...forecast,
    landed: yuan(forecast.landed),
    low: yuan(forecast.low),
    high: yuan(forecast.high),
    likely: yuan(forecast.likely),
    waitingYuan: yuan(forecast.waitingYuan),
  }
  return (
    <section className="project-forecast" aria-labelledby="forecast">
      <h2 id="forecast">{t('project.forecast', { year: forecast.year })}</h2>
      <p>
        {forecast.reason === 'nothing-waits'
          ? t('project.forecastNothing', facts)
          : forecast.reason === 'history-short'
            ? t('project.forecastShort', facts)
            : t('project.forecastSays', facts)}
      </p>
      <p className="muted">{t(forecast.reason ? 'project.forecastMethodShort' : 'project.forecastMethod', facts)}</p>
    </section>
  )
}

function Cohorts({ title, head, rows }: { title: string; head: string; rows: { one: CohortView; name: ReactNode }[] }) {
  const { t, lang } = useWords()
  const percent = (value: number | null) => (value === null ? '—' : `${formatNumber(value, lang)}%`)
  if (!rows.length) return <p className="muted">{t('project.noVisits')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="num">
              {t('project.signed')}
            </th>
            <th scope="col" className="num">
              {t('project.money')}
            </th>
            {COHORT_RATES.map(rate => (
              <th key={rate} scope="col" className="num">
                {t(`project.rate.${rate}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, name }) => (
            <tr key={one.cohort}>
              <th scope="row">{name}</th>
              <td className="num">{t('kindPage.items', { n: one.projects })}</td>
              <td className="num">{sayMoneys(t, one.sums, lang)}</td>
              {COHORT_RATES.map(rate => (
                <td key={rate} className="num">
                  {percent(one.rates[rate])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the figures mean, and the rates that the yuan rest on. */
function Basis({ outlook: { used, missing } }: { outlook: OutlookView }) {
  const { t, lang } = useWords()
  const rates = used
    .map(r => t('kindPage.rate', { currency: t(`kindPage.money.${r.currency}`), rate: r.rate, day: formatDay(r.on, lang) }))
    .join(t('say.comma'))
  return (
    <p className="muted">
      {t('project.basis')} {rates && t('project.basisRates', { rates })}
      {missing.length > 0 && t('kindPage.noRate', { currencies: missing.map(c => t(`kindPage.money.${c}`)).join(t('say.comma')) })}
    </p>
  )
}
