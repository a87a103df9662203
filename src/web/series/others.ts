// The other units of an indicator beside the one looked at: their year, their plan and how they stand by what they reported. Pure.
import type { IndicatorView, ReadingView, StandingView, TargetView } from '../../core/contract/indicator.ts'
import { judge } from '../../core/pace.ts'
import { planLine } from '../../core/planline.ts'

export interface Other {
  unitId: string
  values: (number | null)[]
  plan: (number | null)[]
  stood: Pick<StandingView, 'verdict' | 'light' | 'reason' | 'points' | 'share' | 'month'>
}

type Lists = {
  targets: readonly (TargetView & { indicatorId: string })[]
  readings: readonly (ReadingView & { indicatorId: string })[]
  before: readonly (ReadingView & { indicatorId: string })[]
}

/** All units with a target or a figure of the year, in the order given. */
export function othersOf(indicator: IndicatorView, year: number, lists: Lists, order: readonly string[]): Other[] {
  const own = <R extends { indicatorId: string }>(rows: readonly R[]) => rows.filter(r => r.indicatorId === indicator.id)
  const [targets, readings, before] = [
    own(lists.targets).filter(one => one.kind === 'target' && !one.withdrawn),
    own(lists.readings),
    own(lists.before),
  ]
  const yearOf = (rows: typeof readings, unitId: string) =>
    Array.from({ length: 12 }, (_, i) => rows.find(r => r.unitId === unitId && r.month === i + 1)?.value ?? null)
  const ids = new Set([...targets, ...readings].map(r => r.unitId))
  return order
    .filter(id => ids.has(id))
    .map(unitId => {
      const series = {
        indicator,
        year,
        target: targets.find(one => one.unitId === unitId) ?? null,
        values: yearOf(readings, unitId),
        lastYear: yearOf(before, unitId),
      }
      const last = series.values.findLastIndex(v => v !== null) + 1
      return { unitId, values: series.values, plan: planLine(series), stood: judge(series, last || 12) }
    })
}
