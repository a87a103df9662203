// What each kind of indicator is judged by (domain §4): the verdict with its distance, from one month's figure. Knows no lights and no words.
import { compare, type Exact, exact, HUNDRED, minus, over, rounded, signOf, sizeOf, times } from './exact.ts'
import type { PaceReason, Series, Verdict } from './indicator.ts'
import type { Band, PaceRules } from './pace.ts'
import { plannedAt, timeShare } from './planline.ts'

/** What a kind's rule says; `points` null: a verdict that no distance goes with. */
export interface Judged {
  verdict: Verdict
  points: Exact | null
  band: Band
  share?: Exact
  time?: Exact
  /** Beyond mending this year: red whatever the points. */
  broken?: boolean
}

type Rule = (series: Series, month: number, rules: PaceRules) => Judged | PaceReason

/** The target is there, and so is the value of the month. */
export const RULES: Record<Exclude<Series['indicator']['kind'], 'milestone'>, Rule> = {
  volume: (series, month, rules) => {
    const { value, target } = given(series, month)
    return signOf(target) <= 0 ? 'zero-target' : onTheWay(over(value, target), timeShare(month), month === 12, rules)
  },

  phased: (series, month, rules) => {
    const { value, target } = given(series, month)
    if (signOf(target) <= 0) return 'zero-target'
    const planned = plannedAt(series, month)
    if (planned) return onTheWay(over(value, target), over(planned, target), month === 12, rules)
    // What is reached is reached, whether anything was planned for the month or not.
    return compare(value, target) < 0 ? 'no-plan' : { verdict: 'reached', points: null, band: rules.share, share: over(value, target) }
  },

  level: (series, month, rules) => {
    const { value, target, better } = given(series, month)
    if (better(value, target) >= 0) {
      const way = wayOf(series)
      const share = way && over(minus(value, way.base), way.length)
      return { verdict: 'reached', band: rules.share, ...(share ? against(share, timeShare(month)) : { points: null }) }
    }
    const { base } = series.target!
    // In December the line has come to the target, wherever it began.
    if (base === null && month < 12) return 'no-base'
    const way = wayOf(series)
    // It stood at its target when the year began, and had only to stay there.
    if (!way) return limit(value, target, better(value, target), month, rules)
    return onTheWay(over(minus(value, way.base), way.length), timeShare(month), month === 12, rules)
  },

  /** Compared as growth is printed, in December too: 6.4999% is a 6.5%. */
  growth: (series, month, rules) => {
    const { target } = given(series, month)
    const growth = growthAt(series, month)
    if (typeof growth === 'string') return growth
    const points = series.indicator.direction === 'up' ? minus(growth, target) : minus(target, growth)
    return { verdict: fine(rounded(points, rules.decimals), month), points, band: rules.growth }
  },

  /** A ceiling asks for less, whatever the indicator's direction says. */
  ceiling: (series, month, rules) => {
    const { value, target } = given(series, month)
    const passed = compare(value, target) > 0
    if (series.indicator.basis === 'point') return limit(value, target, passed ? -1 : 1, month, rules)
    if (signOf(target) < 0) return 'zero-target'
    // 零事故: the share of none means nothing, but whether there was any is plain.
    if (signOf(target) === 0) return limit(value, target, passed ? -1 : 1, month, rules)
    const [share, time] = [over(value, target), timeShare(month)]
    const points = times(minus(time, share), HUNDRED)
    const verdict = passed ? 'behind' : fine(rounded(points, rules.decimals), month)
    return { verdict, points, band: rules.share, share, time, broken: passed }
  },
}

/** The share of the task beside the share that was due. What does not show in the rounded points is no delay, save when all time is `gone`. */
export function onTheWay(share: Exact, time: Exact, gone: boolean, rules: PaceRules): Judged {
  const judged = against(share, time)
  if (compare(share, exact(1)) >= 0) return { ...judged, verdict: 'reached', band: rules.share }
  const on = !gone && rounded(judged.points, rules.decimals) >= 0
  return { ...judged, verdict: on ? 'on' : 'behind', band: rules.share }
}

const against = (share: Exact, time: Exact) => ({ share, time, points: times(minus(share, time), HUNDRED) })

/** A line that is kept or not, with the room to it in per cent of it; `side` below zero: on the wrong side. A line at zero has no per cent. */
function limit(value: Exact, line: Exact, side: number, month: number, rules: PaceRules): Judged {
  const room = signOf(line) === 0 ? null : times(over(sizeOf(minus(value, line)), sizeOf(line)), HUNDRED)
  return { verdict: fine(side, month), points: room && (side < 0 ? negative(room) : room), band: rules.limit }
}

/** A line that is kept is reached only when the year is over. */
const fine = (points: number, month: number): Verdict => (points < 0 ? 'behind' : month === 12 ? 'reached' : 'on')
const negative = (a: Exact): Exact => ({ n: -sizeOf(a).n, d: a.d })

/** What may be used up and not gone beyond: a ceiling, and an amount of the year that is to fall. */
export const isCapped = ({ kind, basis, direction }: Pick<Series['indicator'], 'kind' | 'basis' | 'direction'>): boolean =>
  kind === 'ceiling' || (kind === 'growth' && basis === 'cumulative' && direction === 'down')

export function given({ indicator, target, values }: Series, month: number) {
  // Of a yearly amount more is better; one of which less is better is a ceiling.
  const up = indicator.direction === 'up' || indicator.kind === 'volume' || indicator.kind === 'phased'
  const better = (a: Exact, b: Exact) => (up ? compare(a, b) : compare(b, a))
  return { value: exact(values[month - 1]!), target: exact(target!.value), better }
}

/** From where a level stood at the year's beginning to its target; null: not given, or nowhere to go. */
function wayOf({ indicator, target }: Series): { base: Exact; length: Exact } | null {
  if (target?.base == null) return null
  const base = exact(target.base)
  const length = minus(exact(target.value), base)
  return signOf(length) === (indicator.direction === 'up' ? 1 : -1) ? { base, length } : null
}

/** Year-on-year growth in per cent; a growth indicator in % is reported as such. */
export function growthAt({ indicator, values, lastYear }: Series, month: number): Exact | 'no-last-year' | 'bad-base' {
  const value = exact(values[month - 1]!)
  if (indicator.kind === 'growth' && indicator.unit === '%') return value
  const before = lastYear[month - 1]
  if (before == null) return 'no-last-year'
  const base = exact(before)
  return signOf(base) <= 0 ? 'bad-base' : times(over(minus(value, base), base), HUNDRED)
}
