// Scores by a scheme that is data: items with weights and caps, each scored from its indicator's standing and each explained. Never scores the use of this program.
import { compare, type Exact, exact, over, plus, rounded, signOf, times, ZERO } from './exact.ts'
import { type Forbidden, forbidden } from './forbidden.ts'
import type { PaceReason, Series } from './indicator.ts'
import { judge, PACE_RULES, type PaceRules } from './pace.ts'
import { planLine } from './planline.ts'

export interface SchemeItem {
  id: string
  /** As the scheme words it. */
  name: string
  /** null: by hand, and not scored here. */
  indicatorId: string | null
  /** Full marks, above zero. */
  weight: number
  /** The most that is given, as a share of the weight: 1 is min(1, done / scheduled); 1.1 lets a tenth more be earned. */
  cap: number
}
export interface Scheme {
  name: string
  items: readonly SchemeItem[]
}

export const SCORE_REASONS = [
  'scheduled', // done / scheduled × weight
  'capped', // it would be more
  'nothing', // done is zero or less
  'kept', // a limit or a date that was kept: full marks
  'missed', // one that was not: none
  'by-hand', // no indicator
  'no-series', // the indicator has none for this unit
] as const
/** Or why the standing itself is not computable; then there are no points, and none are lost. */
export type ScoreReason = (typeof SCORE_REASONS)[number] | PaceReason

export interface Score {
  itemId: string
  indicatorId: string | null
  weight: number
  cap: number
  /** Two decimals; null: not scored. */
  points: number | null
  reason: ScoreReason
  /** The newest month whose figure should be there and is not: the score is of the month before it. */
  awaited: number | null
  /** A growth that tells of its base. */
  lowBase: boolean
  /** What the score was made of: done and scheduled in the indicator's unit, and the one as per cent of the other, before the cap. */
  month: number | null
  done: number | null
  scheduled: number | null
  percent: number | null
}

export interface Assessed {
  scores: Score[]
  /** Two decimals. */
  points: number
  /** Weights of the items that were scored, and of all: what is not scored is not counted as lost, and not made up. */
  scored: number
  full: number
}

/** min(cap, done / scheduled target) × weight for each item (domain §4), by the data of `month`. */
export function assess(
  scheme: Scheme,
  seriesOf: (indicatorId: string) => Series | null,
  month: number,
  rules: PaceRules = PACE_RULES,
): Assessed {
  const scores = scheme.items.map(item => scoreOf(item, item.indicatorId === null ? null : seriesOf(item.indicatorId), month, rules))
  const sum = (all: number[]) => rounded(all.map(exact).reduce(plus, ZERO), 2)
  return {
    scores,
    points: sum(scores.map(score => score.points ?? 0)),
    scored: sum(scores.filter(score => score.points !== null).map(score => score.weight)),
    full: sum(scores.map(score => score.weight)),
  }
}

export function scoreOf(item: SchemeItem, series: Series | null, month: number, rules: PaceRules = PACE_RULES): Score {
  const { weight, cap } = item
  if (!(weight > 0) || !(cap > 0)) throw new RangeError(`the weight and cap of ${item.name} must be above zero`)
  const none = {
    itemId: item.id,
    indicatorId: item.indicatorId,
    weight,
    cap,
    points: null,
    month: null,
    awaited: null,
    lowBase: false,
    done: null,
    scheduled: null,
    percent: null,
  }
  if (!series) return { ...none, reason: item.indicatorId === null ? 'by-hand' : 'no-series' }

  const pace = judge(series, month, rules)
  const lowBase = pace.lowBase && series.indicator.kind === 'growth'
  const known = { ...none, month: pace.month, awaited: pace.awaited, lowBase, done: doneIn(series, pace) }
  if (pace.reason) return { ...known, reason: pace.reason }
  const scheduled = planLine(series)[pace.month! - 1] ?? null
  const share = shareOf(series, pace)
  // 零事故, a milestone, a level that had only to stay: kept or not, there is no part of it.
  const most = exact(cap)
  if (!share) {
    if (pace.verdict === 'behind') return { ...known, scheduled, points: 0, reason: 'missed' }
    const whole = compare(most, ONE) < 0 ? most : ONE
    return { ...known, scheduled, points: rounded(times(whole, exact(weight)), 2), reason: 'kept' }
  }
  const [given, reason] =
    signOf(share) <= 0 ? [ZERO, 'nothing' as const] : compare(share, most) > 0 ? [most, 'capped' as const] : [share, 'scheduled' as const]
  return {
    ...known,
    scheduled,
    percent: rounded(times(share, exact(100)), rules.decimals),
    points: rounded(times(given, exact(weight)), 2),
    reason,
  }
}

const ONE = exact(1)

type Standing = ReturnType<typeof judge>

const doneIn = ({ indicator }: Series, { value, yearOnYear }: Standing): number | null => (indicator.kind === 'growth' ? yearOnYear : value)

/**
 * Done over scheduled; of less-is-better, scheduled over used, so that half of what was allowed is no worse than all of it. Of a level with a base, the way gone
 * over the way that was due; of a growth, the rate over its target. null: only whether it was kept can be told.
 */
function shareOf(series: Series, pace: Standing): Exact | null {
  const { indicator, target, values } = series
  const month = pace.month!
  if (indicator.kind === 'milestone') return null
  const value = exact(values[month - 1]!)
  const goal = exact(target!.value)
  switch (indicator.kind) {
    case 'growth': {
      const rate = exact(pace.yearOnYear!)
      const good = indicator.direction === 'up' ? signOf(goal) > 0 : signOf(goal) < 0
      return good ? over(rate, goal) : null
    }
    case 'level': {
      if (target!.base === null || pace.share === null) return signOf(value) > 0 && signOf(goal) > 0 ? kindly(series, value, goal) : null
      const base = exact(target!.base)
      const way = (to: Exact) => plus(to, { n: -base.n, d: base.d })
      return over(way(value), times(way(goal), { n: BigInt(month), d: 12n }))
    }
    case 'phased': {
      const planned = exact(target!.phasing![month - 1]!)
      return signOf(planned) > 0 ? over(value, planned) : null
    }
    case 'volume':
      return over(value, times(goal, { n: BigInt(month), d: 12n }))
    case 'ceiling': {
      if (signOf(value) <= 0 || signOf(goal) <= 0) return null
      return over(indicator.basis === 'point' ? goal : times(goal, { n: BigInt(month), d: 12n }), value)
    }
  }
}

const kindly = ({ indicator }: Series, value: Exact, goal: Exact): Exact =>
  indicator.direction === 'up' ? over(value, goal) : over(goal, value)

/** Items of a scheme that may not be scored, with what in their words says so. */
export const objections = (scheme: Scheme): { itemId: string; found: Forbidden[] }[] =>
  scheme.items.flatMap(({ id, name }) => {
    const found = forbidden(name)
    return found.length > 0 ? [{ itemId: id, found }] : []
  })
