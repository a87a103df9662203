// Where the year will end if it goes on as so far: simple, stated methods, a range between them, and nothing where none can be said.
import { compare, type Exact, exact, minus, over, plus, rounded, signOf, times } from './exact.ts'
import type { Series } from './indicator.ts'
import { plannedAt, timeShare } from './planline.ts'

/**
 * 按月均推算, 按年初以来的增减推算, 按计划完成比例推算; each also 并参照上年同期占全年比重 when last year's figures are there: then the two bound the range.
 * run-rate: value × 12 / m. line: base + (value − base) × 12 / m. plan: annual target × value / planned by now. season: value × last December / last year's same month.
 */
export const PROJECTION_METHODS = ['run-rate', 'line', 'plan', 'run-rate+season', 'line+season', 'plan+season'] as const
type ProjectionMethod = (typeof PROJECTION_METHODS)[number]

export interface Projection {
  low: number
  high: number
  method: ProjectionMethod
}

/** In the indicator's unit; null: the year is over, the kind has no amount to go on, or nothing has been done yet. */
export function project(series: Series, month: number): Projection | null {
  const value = series.values[month - 1]
  if (month === 12 || value == null || value <= 0) return null
  const by = going(series, month, exact(value))
  if (!by) return null
  const season = seasonal(series, month, exact(value))
  const [low, high] = !season || compare(by.end, season) <= 0 ? [by.end, season ?? by.end] : [season, by.end]
  const { decimals } = series.indicator
  return { low: rounded(low, decimals), high: rounded(high, decimals), method: season ? `${by.method}+season` : by.method }
}

function going(series: Series, month: number, value: Exact): { end: Exact; method: 'run-rate' | 'line' | 'plan' } | null {
  const { indicator, target } = series
  switch (indicator.kind) {
    case 'volume':
      return { end: over(value, timeShare(month)), method: 'run-rate' }
    case 'ceiling':
      return indicator.basis === 'point' ? null : { end: over(value, timeShare(month)), method: 'run-rate' }
    case 'phased': {
      // By the months gone a plan that is heavy at its end would always seem to fail.
      const planned = plannedAt(series, month)
      if (!planned || !target || signOf(planned) <= 0) return null
      return { end: times(exact(target.value), over(value, planned)), method: 'plan' }
    }
    case 'level': {
      if (target?.base == null) return null
      const base = exact(target.base)
      return { end: plus(base, over(minus(value, base), timeShare(month))), method: 'line' }
    }
    default:
      return null
  }
}

function seasonal({ lastYear }: Series, month: number, value: Exact): Exact | null {
  const [then, year] = [lastYear[month - 1], lastYear[11]]
  return then == null || year == null || then <= 0 || year <= 0 ? null : times(value, over(exact(year), exact(then)))
}
