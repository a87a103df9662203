// 环比: growth on the period before, of the month or quarter alone where a figure is told as the year so far. Judges nothing; what cannot be computed says why.
import { type Exact, exact, HUNDRED, minus, over, rounded, signOf, times } from './exact.ts'
import type { Series } from './indicator.ts'
import { reportMonths } from './planline.ts'

/** `missing`: the month, of this year or the last, without which it cannot be said; `bad-base`: what the period before had is not above zero. */
export type OnPrevious = { percent: number } | { missing: { year: number; month: number } } | 'bad-base'

/** By the figure of `month`; null: none is told then, or one that growth in per cent would mislead of (a rate, a yes or no). */
export function onPrevious({ indicator, year, values, lastYear }: Series, month: number, decimals = 2): OnPrevious | null {
  const months = reportMonths(indicator.frequency)
  const at = months.indexOf(month)
  if (at < 0 || indicator.unit === '%' || indicator.kind === 'milestone') return null
  const count = months.length
  const needed = (period: number) => {
    const [told, of] = period < 0 ? [lastYear, year - 1] : [values, year]
    const end = months[(period + count) % count]!
    const value = told[end - 1]
    return value == null ? { missing: { year: of, month: end } } : exact(value)
  }
  /** What the period itself had: of the year so far less what stood before. */
  const alone = (period: number): Exact | { missing: { year: number; month: number } } => {
    const value = needed(period)
    if ('missing' in value || indicator.basis === 'point' || period % count === 0) return value
    const before = needed(period - 1)
    return 'missing' in before ? before : minus(value, before)
  }
  const [now, before] = [alone(at), alone(at - 1)]
  if ('missing' in now) return now
  if ('missing' in before) return before
  return signOf(before) <= 0 ? 'bad-base' : { percent: rounded(times(over(minus(now, before), before), HUNDRED), decimals) }
}
