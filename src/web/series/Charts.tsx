// The charts of one series: the year with its plan, how far to the goals, and the other units side by side.
import type { SeriesView, StandingView } from '../../core/contract/indicator.ts'
import { bullet } from '../chart/bullet.ts'
import { Chart } from '../chart/Chart.tsx'
import { lineWithPlan } from '../chart/lineWithPlan.ts'
import { smallMultiples } from '../chart/smallMultiples.ts'
import { formatPeriod } from '../words/day.ts'
import { sayTitle } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { bulletsOf, type Named, panelsOf, yearLines } from './charts.ts'

interface Props {
  view: SeriesView
  name: string
  others: Named[]
  /** The standing that the page tells of. */
  last: StandingView | null
}

export function Charts({ view, name, others, last }: Props) {
  const { t, lang } = useWords()
  const of = JSON.stringify([last?.month, view.values, view.plan, view.lastYear, view.commitments, others])
  const source = t('chart.source', {
    unit: view.indicator.sourceUnit ?? t('say.unknown'),
    month: last?.month ? formatPeriod(`${view.year}-${String(last.month).padStart(2, '0')}`, lang) : t('chart.noData'),
  })
  const goals = bulletsOf(t, lang, view, last)
  const behind = others.filter(o => o.stood.verdict === 'behind').length
  if (view.indicator.kind === 'milestone') return null
  return (
    <>
      <Chart
        title={last ? sayTitle(t, name, view.indicator, last) : t('chart.noFigures', { what: name })}
        source={source}
        of={of}
        make={palette => lineWithPlan(yearLines(t, lang, view, last?.month ?? null), palette)}
      />
      {goals && (
        <Chart
          title={t(goals.rows[0]!.value! < goals.rows[0]!.target! ? 'chart.toGo' : 'chart.passed', {
            what: name,
            left: goals.say(Math.abs(goals.rows[0]!.target! - goals.rows[0]!.value!)),
            unit: view.indicator.unit,
          })}
          source={source}
          of={of}
          make={palette => bullet(goals, palette)}
        />
      )}
      {others.length > 1 && (
        <Chart
          title={t(behind ? 'chart.othersBehind' : 'chart.othersFine', { n: behind, of: others.length })}
          source={source}
          of={of}
          make={(palette, width) => smallMultiples(panelsOf(t, lang, view, others, width), palette)}
        />
      )}
    </>
  )
}
