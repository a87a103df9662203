// 对标: one indicator in one month; with whom one is compared and why, one's rank with its gaps, the exemplars beside, and the ranks over time.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { BenchmarkView } from '../../core/contract/benchmark.ts'
import { dayOf } from '../../core/day.ts'
import { Exemplars } from '../benchmark/Exemplars.tsx'
import { FigureDialog } from '../benchmark/FigureDialog.tsx'
import { RankTable } from '../benchmark/RankTable.tsx'
import { RatesForm } from '../benchmark/RatesForm.tsx'
import { RuleDialog } from '../benchmark/RuleDialog.tsx'
import { periodOf, type Row, sayPlace, sayRanks, sayRule, type Table } from '../benchmark/say.ts'
import { bump } from '../chart/bump.ts'
import { Chart } from '../chart/Chart.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { benchmarkQuery } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/benchmark.css'

type Filters = Partial<Record<'indicator' | 'year' | 'month' | 'own' | 'other', string>>

export function Benchmark() {
  const { t } = useWords()
  const may = useMay()
  const filters = useSearch({ strict: false }) as Filters
  const query = useQuery(benchmarkQuery(filters))
  return (
    <div className="benchmark">
      <Head title={t('benchmark.title')} lead={t('benchmark.lead')}>
        {may('benchmark.write') && (
          <Go className="button plain" to={page.peers()}>
            {t('benchmark.importPeers')}
          </Go>
        )}
      </Head>
      <BoardTabs />
      <Load query={query} lines={12}>
        {view => <Whole view={view} filters={filters} />}
      </Load>
    </div>
  )
}

function Whole({ view, filters }: { view: BenchmarkView; filters: Filters }) {
  const { t, lang } = useWords()
  const may = useMay()
  const go = useNavigate()
  const [asked, setAsked] = useState<'rule' | Row | null>(null)
  const change = (next: Filters) => void go({ href: page.benchmark({ ...filters, ...next }), replace: true, resetScroll: false })
  const { table, rule } = view
  const writes = may('benchmark.write')
  if (!table) return <Empty title={t('benchmark.noIndicators')} lead={writes ? t('benchmark.noIndicatorsLead') : ''} />
  if (view.peers === 0)
    return (
      <Empty
        title={t('benchmark.emptyTitle')}
        lead={t(writes ? 'benchmark.emptyLead' : 'benchmark.emptyReader')}
        action={
          writes && (
            <Go className="button primary" to={page.peers()}>
              {t('benchmark.begin')}
            </Go>
          )
        }
      />
    )
  const period = table.year && table.month ? { year: table.year, month: table.month } : null
  return (
    <>
      <div className="board-tools no-print">
        <Field label={t('benchmark.indicator')}>
          <select value={table.indicator.id} onChange={e => change({ indicator: e.target.value, year: '', month: '', own: '', other: '' })}>
            {view.indicators.map(i => (
              <option key={i.id} value={i.id}>
                {i.figures > 0 ? t('benchmark.withFigures', { name: i.name, n: i.figures }) : i.name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('benchmark.period')}>
          <select
            value={period ? `${period.year}-${period.month}` : ''}
            onChange={e => {
              const [year = '', month = ''] = e.target.value.split('-')
              change({ year, month })
            }}
          >
            {table.months.map(m => (
              <option key={`${m.year}-${m.month}`} value={`${m.year}-${m.month}`}>
                {periodOf(m, lang)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <p className="benchmark-said">{sayPlace(t, lang, view.place, table)}</p>
      <p className="benchmark-rule muted">
        {sayRule(t, lang, view)} {rule.by && rule.at && t('benchmark.rule.by', { by: rule.by, at: dayOf(rule.at) })}{' '}
        {writes && (
          <button type="button" className="button link" onClick={() => setAsked('rule')}>
            {t('benchmark.rule.change')}
          </button>
        )}
      </p>
      <RankTable view={view} table={table} onRevise={setAsked} />
      <section aria-labelledby="rates" className="benchmark-part no-print">
        <h2 id="rates">{t('benchmark.rates')}</h2>
        <p className="lead">{t('benchmark.ratesLead')}</p>
        <RatesForm
          key={`${table.indicator.id} ${table.rates.own} ${table.rates.other}`}
          place={view.place}
          rates={table.rates}
          assumed={Boolean(filters.own || filters.other)}
          onChange={change}
        />
      </section>
      <Exemplars table={table} place={view.place} />
      <Over table={table} place={view.place} />
      {asked === 'rule' && <RuleDialog view={view} onClose={() => setAsked(null)} />}
      {asked && asked !== 'rule' && <FigureDialog row={asked} table={table} onClose={() => setAsked(null)} />}
    </>
  )
}

function Over({ table, place }: { table: Table; place: string }) {
  const { t, lang } = useWords()
  const { periods, lines } = table.ranks
  if (periods.length < 2) return null
  const say = (rank: number) => t('benchmark.sayRank', { rank })
  return (
    <section aria-labelledby="bump" className="benchmark-part">
      <h2 id="bump">{t('benchmark.bump')}</h2>
      <Chart
        title={sayRanks(t, lang, place, table.ranks)}
        source={t('benchmark.bumpSource', { period: periodOf(periods.at(-1)!, lang) })}
        of={JSON.stringify(table.ranks)}
        make={palette =>
          bump(
            {
              periods: periods.map(p => periodOf(p, lang)),
              of: periods.map(p => t('benchmark.ofN', { n: p.of })),
              lines,
              tier: periods.map(p => p.tierRank),
              names: { place: t('benchmark.place'), tier: t('benchmark.tierLine') },
              say,
            },
            palette,
          )
        }
      />
    </section>
  )
}
