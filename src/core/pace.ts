// How one unit stands in one indicator by the data of a month: the rule of each kind (domain §4). Derives, never stores; what cannot be computed says why.
import { compare, type Exact, exact, HUNDRED, minus, over, rounded, signOf, sizeOf, times } from './exact.ts'
import type { PaceReason, Series, Verdict } from './indicator.ts'
import { latestMonth, monthOfDue, plannedAt, reportMonths, timeShare } from './planline.ts'
import { type Projection, project } from './projection.ts'
import type { Light } from './types.ts'

/** From how many points behind yellow, above how many red. */
export interface Band {
  yellowBehind: number
  redBehind: number
}

/** All configurable; only the 10 and 30 points of `share` are a published rule (银川), the rest are product choices. */
export interface PaceRules {
  /** Points of the year's task: volume, phased, a level on its way, a ceiling that is used up. */
  share: Band
  /** Points of growth, which no month of the year excuses: any shortfall is yellow. */
  growth: Band
  /** Per cent of the limit: a value that must not pass, or not fall below, a line. */
  limit: Band
  /** Growth above so many per cent, up or down, tells of its base: flagged. */
  lowBase: number
  /** The first month from which the year's end is projected. */
  projectFrom: number
  /** Of shares and points. */
  decimals: number
}
export const PACE_RULES: PaceRules = {
  share: { yellowBehind: 10, redBehind: 30 },
  growth: { yellowBehind: 0, redBehind: 2 },
  limit: { yellowBehind: 0, redBehind: 10 },
  lowBase: 100,
  projectFrom: 3,
  decimals: 2,
}

export interface Pace {
  verdict: Verdict
  light: Light
  /** Why there is no verdict; null when there is one. */
  reason: PaceReason | null
  /** Of the data that is judged: the month asked for, or the last one before it that has any. Of a milestone done, the month it was done in. */
  month: number | null
  /** The newest month, up to the one asked for, whose figure should be there and is not. */
  awaited: number | null
  value: number | null
  target: number | null
  /** Task progress P, per cent: of the target; of a level, of the way from its base to it. Null where the kind has none. */
  share: number | null
  /** Time progress T, per cent; of a phased indicator, what was planned by now. */
  time: number | null
  /** Ahead (+) or behind (−): P − T; a ceiling's T − P; growth less its target; of a limit, the room to it in per cent of it. */
  points: number | null
  /** P / T; null when nothing was to be done yet. */
  ratio: number | null
  /** What each month left must add so that the target is met; of a ceiling, what it may add. Null when no month is left. */
  neededPerMonth: number | null
  projected: Projection | null
  /** Per cent; of a growth reported as a rate, that rate. */
  yearOnYear: number | null
  lowBase: boolean
}

/** What a kind's rule says; `points` null: a verdict that no distance goes with. */
interface Judged {
  verdict: Verdict
  points: Exact | null
  band: Band
  share?: Exact
  time?: Exact
  /** Beyond mending this year: red whatever the points. */
  broken?: boolean
}

/** The standing by the data of `month` (1–12; RangeError otherwise): of the month itself or, when it is not there yet, the last before it. */
export function judge(series: Series, month: number, rules: PaceRules = PACE_RULES): Pace {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no month: ${month}`)
  if (series.indicator.kind === 'milestone') return milestone(series, month)
  const at = latestMonth(series, month)
  const due = reportMonths(series.indicator.frequency).findLast(m => m <= month) ?? null
  const pace = { ...NOTHING, awaited: due !== null && due > (at ?? 0) ? due : null, target: series.target?.value ?? null }
  if (!series.target) return at ? { ...pace, ...facts(series, at, rules), reason: 'no-target' } : { ...pace, reason: 'no-target' }
  if (!at) return { ...pace, reason: due ? 'no-reading' : 'not-due' }

  Object.assign(pace, facts(series, at, rules))
  const said = RULES[series.indicator.kind](series, at, rules)
  if (typeof said === 'string') return { ...pace, reason: said }

  const behind = said.verdict === 'behind'
  const percent = (share: Exact | undefined) => (share ? rounded(times(share, HUNDRED), rules.decimals) : null)
  const share = percent(said.share)
  const points = said.points && rounded(said.points, rules.decimals)
  // A task that is not done is never printed as done, a passed ceiling never as kept, nor any of them as no distance at all.
  const least = 10 ** -rules.decimals
  return {
    ...pace,
    verdict: said.verdict,
    light: behind ? lightOf(points, said.band, said.broken || points === null, at) : 'green',
    share: share !== 100 || !behind ? share : said.broken ? 100 + least : 100 - least,
    time: percent(said.time),
    points: behind && points === 0 ? -least : points,
    ratio: said.share && said.time && signOf(said.time) > 0 ? rounded(over(said.share, said.time), 2) : null,
    neededPerMonth: neededPerMonth(series, at),
    projected: at >= rules.projectFrom ? project(series, at) : null,
  }
}

const NOTHING: Pace = {
  verdict: 'unknown',
  light: 'grey',
  reason: null,
  month: null,
  awaited: null,
  value: null,
  target: null,
  share: null,
  time: null,
  points: null,
  ratio: null,
  neededPerMonth: null,
  projected: null,
  yearOnYear: null,
  lowBase: false,
}

/** A year that is over excuses nothing: what was missed is at least yellow then. */
function lightOf(points: number | null, band: Band, broken: boolean, month: number): Light {
  if (broken || -points! > band.redBehind) return 'red'
  return -points! >= band.yellowBehind || month === 12 ? 'yellow' : 'green'
}

type Rule = (series: Series, month: number, rules: PaceRules) => Judged | PaceReason

/** The target is there, and so is the value of the month. */
const RULES: Record<Exclude<Series['indicator']['kind'], 'milestone'>, Rule> = {
  volume: (series, month, rules) => {
    const { value, target } = given(series, month)
    return signOf(target) <= 0 ? 'zero-target' : onTheWay(over(value, target), timeShare(month), month, rules)
  },

  phased: (series, month, rules) => {
    const { value, target } = given(series, month)
    if (signOf(target) <= 0) return 'zero-target'
    const planned = plannedAt(series, month)
    return planned ? onTheWay(over(value, target), over(planned, target), month, rules) : 'no-plan'
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
    return onTheWay(over(minus(value, way.base), way.length), timeShare(month), month, rules)
  },

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

/** The share of the task beside the share that was due. What does not show in the rounded points is no delay, save at the year's end. */
function onTheWay(share: Exact, time: Exact, month: number, rules: PaceRules): Judged {
  const judged = against(share, time)
  if (compare(share, exact(1)) >= 0) return { ...judged, verdict: 'reached', band: rules.share }
  const on = month < 12 && rounded(judged.points, rules.decimals) >= 0
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

function given({ indicator, target, values }: Series, month: number) {
  const better = (a: Exact, b: Exact) => (indicator.direction === 'up' ? compare(a, b) : compare(b, a))
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
function growthAt({ indicator, values, lastYear }: Series, month: number): Exact | 'no-last-year' | 'bad-base' {
  const value = exact(values[month - 1]!)
  if (indicator.kind === 'growth' && indicator.unit === '%') return value
  const before = lastYear[month - 1]
  if (before == null) return 'no-last-year'
  const base = exact(before)
  return signOf(base) <= 0 ? 'bad-base' : times(over(minus(value, base), base), HUNDRED)
}

/** What is known of the month without any target. Of a rate the growth in per cent of per cent would mislead: none. */
function facts(series: Series, month: number, rules: PaceRules): Pick<Pace, 'month' | 'value' | 'yearOnYear' | 'lowBase'> {
  const { kind, unit } = series.indicator
  const growth = unit === '%' && kind !== 'growth' ? 'no-last-year' : growthAt(series, month)
  const yearOnYear = typeof growth === 'string' ? null : rounded(growth, rules.decimals)
  return { month, value: series.values[month - 1]!, yearOnYear, lowBase: yearOnYear !== null && Math.abs(yearOnYear) > rules.lowBase }
}

/** At least two decimals: 3.33 a month of whole projects. Of growth from amounts, towards last year's amount grown by the target. */
function neededPerMonth(series: Series, month: number): number | null {
  const { kind, basis, unit, decimals } = series.indicator
  if (month === 12 || (kind === 'ceiling' && basis === 'point') || (kind === 'growth' && unit === '%')) return null
  const { value, target, better } = given(series, month)
  let goal = target
  if (kind === 'growth') {
    const year = series.lastYear[11]
    if (year == null) return null
    goal = over(times(exact(year), { n: target.n + 100n * target.d, d: target.d }), HUNDRED)
  }
  const left = minus(goal, value)
  if (kind === 'ceiling' && signOf(left) < 0) return null
  if (kind !== 'ceiling' && better(value, goal) >= 0) return 0
  return rounded(over(left, exact(12 - month)), Math.max(2, decimals))
}

/** Done by its date: any reading of 1 or more says done. Nothing reported is not done. Without a date it is due at the year's end. */
function milestone(series: Series, month: number): Pace {
  const { target } = series
  const at = series.values.findIndex((value, index) => index < month && value !== null && value >= 1)
  const done = at >= 0 ? at + 1 : null
  const pace = { ...NOTHING, target: target?.value ?? null, value: done ? 1 : latestMonth(series, month) ? 0 : null, month: done ?? month }
  if (!target) return { ...pace, reason: 'no-target' }
  if (done) return { ...pace, verdict: 'reached', light: 'green' }
  return month < monthOfDue(series) ? { ...pace, reason: 'not-due' } : { ...pace, verdict: 'behind', light: 'red' }
}
