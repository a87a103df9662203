// What a request costs whom: on which days it is asked, minutes by unit and month, what was spared, and by how much a unit goes over its budget. Pure.
import { addDays, daysBetween, isWorkday, parseDay, WEEK_ONLY } from './day.ts'
import type { Fields } from './kind.ts'
import type { REQUEST_FREQUENCIES } from './kinds/request.ts'
import type { Day } from './types.ts'

type RequestFrequency = (typeof REQUEST_FREQUENCIES)[number]
/** 2026-03 */
export type Month = string

/** A form is asked for three years at most, then it is judged anew (部门统计调查项目管理办法, 2017: 审批项目有效期3年). */
export const MOST_YEARS = 3

/** What of a request its cost is made of. */
export interface Asking {
  stage: string
  /** Since when it stands there: a request that was merged or dropped is asked no more from that day on. */
  stageOn: Day
  unitIds: readonly string[]
  frequency: RequestFrequency
  /** Of one answer of one unit. */
  minutes: number
  from: Day
  /** Of one that is asked once, the same day. */
  until: Day
  outOn: Day | null
}

/** The asking of a request's facts; null while they do not say it yet. */
export function askingOf(at: { stage: string; stageOn: Day; unitIds: readonly string[] }, fields: Fields): Asking | null {
  const { frequency, minutes, from, until, outOn } = fields
  if (typeof frequency !== 'string' || typeof minutes !== 'number' || typeof from !== 'string') return null
  const once = frequency === 'once'
  if (!once && typeof until !== 'string') return null
  return {
    ...at,
    frequency: frequency as RequestFrequency,
    minutes,
    from,
    until: once ? from : (until as Day),
    outOn: typeof outOn === 'string' ? outOn : null,
  }
}

const STEP: Partial<Record<RequestFrequency, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/** Every day on which an answer is due, in order; daily means working days of the week, whatever holidays a year has. */
export function daysAsked({ frequency, from, until }: Pick<Asking, 'frequency' | 'from' | 'until'>): Day[] {
  if (frequency === 'once') return [from]
  const end = [until, addDays(from, MOST_YEARS * 366)].sort()[0]!
  const days: Day[] = []
  const step = STEP[frequency]
  if (step) {
    for (let n = 0; ; n += step) {
      const day = monthsLater(from, n)
      if (day > end) return days
      days.push(day)
    }
  }
  const [every, left] = frequency === 'weekly' ? [7, false] : [1, true]
  for (let n = 0; n <= daysBetween(from, end); n += every) {
    const day = addDays(from, n)
    if (!left || isWorkday(day, WEEK_ONLY)) days.push(day)
  }
  return days
}

/** 31 January, a month later: 28 February. */
export function monthsLater(day: Day, n: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = (year * 12 + month - 1 + n) | 0
  const head = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`
  for (let d = date; ; d--) {
    const found = parseDay(`${head}-${String(d).padStart(2, '0')}`)
    if (found) return found
  }
}

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** What one unit is asked in one month, or is spared since the request was merged or dropped. */
interface Charge {
  month: Month
  minutes: number
  /** 1 where it is asked at all. */
  requests: 0 | 1
  saved: number
}

/** The same for every unit that is asked. */
export function chargesOf(asking: Asking): Charge[] {
  const { stage, stageOn, outOn, minutes } = asking
  const left = stage === 'merged' || stage === 'dropped'
  if (stage !== 'out' && stage !== 'ended' && !left) return []
  const by = new Map<Month, Charge>()
  for (const day of daysAsked(asking)) {
    const asked = outOn !== null && day >= outOn && (stage === 'out' || day < stageOn)
    if (!asked && !(left && day >= (outOn ?? day) && (outOn === null || day >= stageOn))) continue
    const month = monthOf(day)
    const charge = by.get(month) ?? { month, minutes: 0, requests: 0, saved: 0 }
    by.set(month, asked ? { ...charge, minutes: charge.minutes + minutes, requests: 1 } : { ...charge, saved: charge.saved + minutes })
  }
  return [...by.values()]
}

export interface Moved extends Omit<Charge, 'requests'> {
  unitId: string
  requests: number
}

/** What a change of a request does to the kept counts, by unit and month in one order for all writers. */
export function chargesMoved(before: Asking | null, after: Asking | null): Moved[] {
  const sums = new Map<string, Moved>()
  const add = (asking: Asking | null, sign: 1 | -1) => {
    if (!asking) return
    const charges = chargesOf(asking)
    for (const unitId of asking.unitIds)
      for (const { month, minutes, requests, saved } of charges) {
        const key = `${unitId} ${month}`
        const was = sums.get(key) ?? { unitId, month, minutes: 0, requests: 0, saved: 0 }
        sums.set(key, {
          ...was,
          minutes: was.minutes + sign * minutes,
          requests: was.requests + sign * requests,
          saved: was.saved + sign * saved,
        })
      }
  }
  add(before, -1)
  add(after, 1)
  return [...sums.entries()]
    .filter(([, m]) => m.minutes !== 0 || m.requests !== 0 || m.saved !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, m]) => m)
}

export interface Cost {
  /** Answers of one unit in the first twelve months. */
  times: number
  units: number
  /** Of all units in the first twelve months: units × times × minutes. */
  yearMinutes: number
  /** Of one unit in the month in which it is asked most, and of all. */
  unitMonth: number
  allMonth: number
}

export function costOf({ unitIds, minutes, ...asking }: Pick<Asking, 'unitIds' | 'frequency' | 'minutes' | 'from' | 'until'>): Cost {
  const end = monthsLater(asking.from, 12)
  const days = daysAsked(asking).filter(day => day < end)
  const most = Math.max(0, ...[...Map.groupBy(days, monthOf).values()].map(all => all.length))
  const units = unitIds.length
  return {
    times: days.length,
    units,
    yearMinutes: units * days.length * minutes,
    unitMonth: most * minutes,
    allMonth: units * most * minutes,
  }
}

export interface Over {
  unitId: string
  /** The month in which it goes over most. */
  month: Month
  /** With this request. */
  minutes: number
  budget: number
}

/** Units that go over with it: `asked` is what others ask, `budgetOf` what a unit may be asked in a month. */
export function overBudget(
  asking: Asking,
  asked: (unitId: string, month: Month) => number,
  budgetOf: (unitId: string, month: Month) => number,
): Over[] {
  const charges = chargesOf({ ...asking, stage: 'out', outOn: asking.outOn ?? asking.from }).filter(c => c.minutes > 0)
  return asking.unitIds.flatMap(unitId => {
    const over = charges
      .map(({ month, minutes }) => ({ unitId, month, minutes: asked(unitId, month) + minutes, budget: budgetOf(unitId, month) }))
      .filter(o => o.minutes > o.budget)
      .sort((a, b) => b.minutes - b.budget - (a.minutes - a.budget) || (a.month < b.month ? -1 : 1))
    return over.slice(0, 1)
  })
}
