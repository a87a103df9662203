// How one unit stands in one indicator by the data of a month, with its light and all its figures. Derives, never stores; what cannot be computed says why.
import { compare, type Exact, exact, HUNDRED, minus, over, rounded, signOf, times } from './exact.ts'
import type { PaceReason, Series, Verdict } from './indicator.ts'
import { given, growthAt, isCapped, type Judged, onTheWay, RULES } from './pacerule.ts'
import { latestMonth, monthOfDue, reportMonths } from './planline.ts'
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
  /** What each month left must add so that the target is met; of what is capped, what it may add. Null when no month is left. */
  neededPerMonth: number | null
  projected: Projection | null
  /** Per cent; of a growth reported as a rate, that rate. */
  yearOnYear: number | null
  lowBase: boolean
}

/** The standing by the data of `month` (1–12; RangeError otherwise): of the month itself or, when it is not there yet, the last before it. */
export function judge(series: Series, month: number, rules: PaceRules = PACE_RULES): Pace {
  check(month)
  if (series.indicator.kind === 'milestone') return milestone(series, month)
  const at = latestMonth(series, month)
  const due = dueMonth(series, month)
  const pace = { ...NOTHING, awaited: due > (at ?? 0) ? due : null, target: series.target?.value ?? null }
  if (at) Object.assign(pace, facts(series, at, rules))
  const said = ruled(series, month, at, rules)
  if (!at || typeof said === 'string') return { ...pace, reason: said as PaceReason }

  return {
    ...pace,
    ...figuresOf(said, at === 12, rules),
    neededPerMonth: neededPerMonth(series, at),
    projected: at >= rules.projectFrom ? project(series, at) : null,
  }
}

type Figures = Pick<Pace, 'verdict' | 'light' | 'share' | 'time' | 'points' | 'ratio'>

/** A share of a task that has its own clock, such as a campaign's: judged as a yearly amount is. `gone`: its last day is over. */
export const judgeShare = (share: Exact, time: Exact, gone: boolean, rules: PaceRules = PACE_RULES): Figures =>
  figuresOf(onTheWay(share, time, gone, rules), gone, rules)

function figuresOf(said: Judged, gone: boolean, rules: PaceRules): Figures {
  const behind = said.verdict === 'behind'
  const percent = (share: Exact | undefined) => (share ? rounded(times(share, HUNDRED), rules.decimals) : null)
  const share = percent(said.share)
  const points = said.points && rounded(said.points, rules.decimals)
  // A task that is not done is never printed as done, a passed ceiling never as kept, nor any of them as no distance at all.
  const least = 10 ** -rules.decimals
  return {
    verdict: said.verdict,
    light: behind ? lightOf(points, said.band, said.broken || points === null, gone) : 'green',
    share: share === 100 && behind ? 100 + least * compare(said.share!, exact(1)) : share,
    time: percent(said.time),
    points: behind && points === 0 ? -least : points,
    ratio: said.share && said.time && signOf(said.time) > 0 ? rounded(over(said.share, said.time), 2) : null,
  }
}

/** The verdict of `judge` alone, for those who ask it of thousands at once. */
export function verdictOf(series: Series, month: number, rules: PaceRules = PACE_RULES): { verdict: Verdict; reason: PaceReason | null } {
  check(month)
  if (series.indicator.kind === 'milestone') return milestone(series, month)
  const said = ruled(series, month, latestMonth(series, month), rules)
  return typeof said === 'string' ? { verdict: 'unknown', reason: said } : { verdict: said.verdict, reason: null }
}

function check(month: number): void {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no month: ${month}`)
}

/** The last month up to this one of which a figure should be there; 0: none yet. */
const dueMonth = ({ indicator }: Series, month: number): number => reportMonths(indicator.frequency).findLast(m => m <= month) ?? 0

function ruled(series: Series, month: number, at: number | null, rules: PaceRules): Judged | PaceReason {
  const { kind } = series.indicator
  if (!series.target) return 'no-target'
  if (!at || kind === 'milestone') return dueMonth(series, month) ? 'no-reading' : 'not-due'
  return RULES[kind](series, at, rules)
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

/** Time that is over excuses nothing: what was missed is at least yellow then. */
function lightOf(points: number | null, band: Band, broken: boolean, gone: boolean): Light {
  if (broken || -points! > band.redBehind) return 'red'
  return -points! >= band.yellowBehind || gone ? 'yellow' : 'green'
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
  const capped = isCapped(series.indicator)
  if (capped && signOf(left) < 0) return null
  if (!capped && better(value, goal) >= 0) return 0
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
