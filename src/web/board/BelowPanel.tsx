// One figure of a place below: how its whole stands, in a sentence, and its year beside its plan; who reported it stays there.
import { useQuery } from '@tanstack/react-query'
import { Chart } from '../chart/Chart.tsx'
import { lineWithPlan } from '../chart/lineWithPlan.ts'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { belowSeriesQuery } from '../query.ts'
import { yearLines } from '../series/charts.ts'
import { formatPeriod } from '../words/day.ts'
import { sayStanding, sayTitle } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { Anchored } from './Anchored.tsx'
import { Facts } from './Facts.tsx'

interface Props {
  place: { id: string; name: string }
  indicator: { code: string; name: string }
  year: number
  month: number | null
  from: HTMLElement
  onClose: () => void
}

export function BelowPanel({ place, indicator, year, month, from, onClose }: Props) {
  const { t, lang } = useWords()
  const asked = { place: place.id, code: indicator.code, year: String(year), ...(month ? { month: String(month) } : {}) }
  const query = useQuery(belowSeriesQuery(asked))
  const name = `${place.name} ${indicator.name}`
  return (
    <Anchored name={name} from={from} filled={query.data} onClose={onClose}>
      <h2 lang="zh-CN">{name}</h2>
      <Load query={query} lines={6}>
        {view => {
          const { standing } = view
          const told = standing?.month ?? null
          const period = told ? formatPeriod(`${view.year}-${String(told).padStart(2, '0')}`, lang) : t('chart.noData')
          return (
            <>
              {standing && (
                <>
                  <p className="cell-sentence">
                    <Light light={standing.light} reason={standing.verdict === 'behind' ? 'behind' : undefined} />{' '}
                    {sayStanding(view.indicator, standing, view.year, lang, view.dueOn)}
                  </p>
                  <Facts standing={standing} of={view} />
                </>
              )}
              {view.indicator.kind !== 'milestone' && (
                <Chart
                  title={standing ? sayTitle(t, view.indicator.name, view.indicator, standing) : t('chart.noFigures', { what: name })}
                  source={t('chart.source', { unit: view.place, month: period })}
                  of={JSON.stringify([view.values, view.plan, view.lastYear])}
                  make={palette => lineWithPlan(yearLines(t, lang, view, told), palette)}
                />
              )}
              <p className="muted">{t('board.belowStays', { place: view.place })}</p>
            </>
          )
        }}
      </Load>
    </Anchored>
  )
}
