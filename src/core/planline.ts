// 序时进度: what time alone, or a plan by months, asks for at the end of each month. Knows no reading and judges nothing.
import { type Exact, exact, minus, over, plus, rounded, times } from './exact.ts'
import type { Frequency, Series } from './indicator.ts'

const REPORTS: Record<Frequency, readonly number[]> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  half: [6, 12],
  year: [12],
}

/** The months whose figures are to come: 3, 6, 9 and 12 of a quarterly one. */
export const reportMonths = (frequency: Frequency): readonly number[] => REPORTS[frequency]

/** The last month up to `month` of which there is a figure; null: none. */
export function latestMonth({ values }: Pick<Series, 'values'>, month: number): number | null {
  for (let m = month; m > 0; m--) if (values[m - 1] != null) return m
  return null
}

/** T = m / 12. */
export const timeShare = (month: number): Exact => ({ n: BigInt(month), d: 12n })

/** What was planned by then, phased; null: nothing is. In December it is the target, whatever the plan says. */
export function plannedAt({ target }: Series, month: number): Exact | null {
  if (target && month === 12) return exact(target.value)
  const planned = target?.phasing?.[month - 1]
  return planned == null ? null : exact(planned)
}

/** The month in which a milestone is due, counted from January of the series' year: 0 or less in an earlier year, above 12 in a later one. */
export function monthOfDue({ year, target }: Series): number {
  const due = target?.dueOn
  return due ? (Number(due.slice(0, 4)) - year) * 12 + Number(due.slice(5, 7)) : 12
}

/** The plan line at each month's end, in the indicator's unit; null where the kind has none. */
export function planLine(series: Series): (number | null)[] {
  return Array.from({ length: 12 }, (_, at) => {
    const value = lineAt(series, at + 1)
    return value && rounded(value, Math.max(2, series.indicator.decimals))
  })
}

function lineAt(series: Series, month: number): Exact | null {
  const { indicator, target } = series
  if (!target) return null
  const goal = exact(target.value)
  switch (indicator.kind) {
    case 'volume':
      return times(goal, timeShare(month))
    case 'phased':
      return plannedAt(series, month)
    case 'ceiling':
      return indicator.basis === 'point' ? goal : times(goal, timeShare(month))
    case 'level': {
      if (target.base === null) return null
      const base = exact(target.base)
      const held = indicator.direction === 'up' ? target.base >= target.value : target.base <= target.value
      return held ? goal : plus(base, times(minus(goal, base), timeShare(month)))
    }
    case 'growth': {
      // A rate is asked for in every month alike; of amounts, last year's grown by it.
      if (indicator.unit === '%') return goal
      const before = series.lastYear[month - 1]
      return before == null ? null : over(times(exact(before), { n: goal.n + 100n * goal.d, d: goal.d }), exact(100))
    }
    case 'milestone':
      return null
  }
}
