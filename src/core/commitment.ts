// Whether a unit keeps what it pledged (承诺): by the figure of the pledge's own month, and until then by a straight line to it. Judges, words nothing.
import { exact, minus, over, rounded } from './exact.ts'
import type { Series, Target } from './indicator.ts'
import { judge } from './pace.ts'
import { growthAt } from './pacerule.ts'
import { latestMonth, monthOfDue, reportMonths } from './planline.ts'
import type { Day, Light } from './types.ts'

/** 已兑现 未到期 未兑现 数据未报 */
export const COMMITMENT_STANDS = ['kept', 'running', 'missed', 'unknown'] as const
export type CommitmentStand = (typeof COMMITMENT_STANDS)[number]

export interface Kept {
  stand: CommitmentStand
  light: Light
  /** Of the data it is judged by; null: none by its day. */
  month: number | null
  /** As the pledge measures: of a growth in per cent. */
  now: number | null
  /** Its day is over, and the figure of this month, which decides, is not there. */
  awaited: number | null
  /** Of what was pledged, and what was due of it by then; only of what adds up over the year. */
  share: number | null
  time: number | null
  points: number | null
  neededPerMonth: number | null
}

export type Pledge = Pick<Target, 'value'> & { dueOn: Day }

/** By the data up to `month`, on the day `until`. */
export function judgeCommitment(series: Series, pledge: Pledge, month: number, until: Day): Kept {
  const { indicator } = series
  const due = monthOfDue({ ...series, target: { base: null, phasing: null, ...pledge } })
  const last = Math.min(month, due, 12)
  const at = last > 0 ? latestMonth(series, last) : null
  const now = at && measured(series, at)
  const less = indicator.kind === 'ceiling' || indicator.direction === 'down'
  // Kept only by the figure of its day: what is below a limit may rise, and a growth of March says nothing of December's.
  const open = less || indicator.kind === 'growth'
  const met = now !== null && (less ? now <= pledge.value : now >= pledge.value)
  const decides = reportMonths(indicator.frequency).findLast(m => m <= due) ?? 0
  const awaited = pledge.dueOn <= until && (open || !met) && (at ?? 0) < decides ? decides : null
  const kept: Kept = { ...NOTHING, month: at, now, awaited }
  if (met && !open) return { ...kept, stand: 'kept', light: 'green' }
  // 已突破: what is used up beyond its limit does not come back.
  if (!met && now !== null && indicator.kind === 'ceiling' && indicator.basis === 'cumulative')
    return { ...kept, awaited: null, stand: 'missed', light: 'red' }
  if (pledge.dueOn > until) {
    const pace = at && !open ? paceOf(series, pledge, due, at) : null
    return { ...kept, stand: 'running', light: met ? 'green' : 'grey', ...pace }
  }
  if (now === null || awaited !== null) return kept
  return met ? { ...kept, stand: 'kept', light: 'green' } : { ...kept, stand: 'missed', light: 'red' }
}

const NOTHING: Kept = {
  stand: 'unknown',
  light: 'grey',
  month: null,
  now: null,
  awaited: null,
  share: null,
  time: null,
  points: null,
  neededPerMonth: null,
}

function measured(series: Series, at: number): number | null {
  const { kind, decimals } = series.indicator
  if (kind === 'milestone') return series.values.slice(0, at).some(v => v !== null && v >= 1) ? 1 : 0
  if (kind !== 'growth') return series.values[at - 1]!
  const growth = growthAt(series, at)
  return typeof growth === 'string' ? null : rounded(growth, Math.max(2, decimals))
}

/** The rule of a plan by months, the plan being a straight line from nothing to what was pledged: only of what adds up over the year. */
function paceOf(series: Series, { value }: Pledge, due: number, at: number): Partial<Kept> | null {
  const { kind, basis, decimals } = series.indicator
  if (basis !== 'cumulative' || (kind !== 'volume' && kind !== 'phased') || due > 12) return null
  const pledged = exact(value)
  const plannedBy = (month: number) => rounded({ n: pledged.n * BigInt(Math.min(month, due)), d: pledged.d * BigInt(due) }, 6)
  const target = { value, base: null, phasing: Array.from({ length: 12 }, (_, before) => plannedBy(before + 1)), dueOn: null }
  const { light, share, time, points, reason } = judge({ ...series, indicator: { ...series.indicator, kind: 'phased' }, target }, at)
  if (reason) return null
  const left = due - at
  const need = left > 0 ? rounded(over(minus(pledged, exact(series.values[at - 1]!)), exact(left)), Math.max(2, decimals)) : null
  return { light, share, time, points, neededPerMonth: need }
}
