// 办结率与按期办结率 by unit: domain §4's formulas, counted exactly; an empty denominator is said to be one and never becomes a percentage.
import { dayOf } from './day.ts'
import type { Day, Item } from './types.ts'

export type RateItem = Pick<Item, 'state' | 'leadUnitId' | 'dueOn' | 'dispatchedAt' | 'submittedAt' | 'closedAt'>

/** In percent with one decimal, or why there is none: no item was dispatched, or none has fallen due yet. */
export type Rate = { value: number; of: number; done: number } | { value: null; why: 'no-items' | 'nothing-due' }

export interface UnitRates {
  unitId: string | null
  /** Dispatched by the day of the figures. */
  all: number
  closed: number
  /** With a deadline that has passed, or closed before it. */
  due: number
  /** Of those: submitted, and then closed, by the deadline. */
  onTime: number
  closingRate: Rate
  onTimeRate: Rate
}

/** The figures of one unit or of all, as of the end of the day. `unitId` only labels the result. */
export function rates(items: readonly RateItem[], asOf: Day, unitId: string | null = null): UnitRates {
  const all = items.filter(item => item.dispatchedAt !== null && dayOf(item.dispatchedAt) <= asOf)
  const isClosed = (item: RateItem): boolean =>
    (item.state === 'closed' || item.state === 'archived') && item.closedAt !== null && dayOf(item.closedAt) <= asOf
  const closed = all.filter(isClosed)
  const due = all.filter(item => item.dueOn !== null && (item.dueOn < asOf || isClosed(item)))
  // The unit's part ends when it submits; the days of verification are the office's (as `decide` counts it on closing).
  const onTime = due.filter(item => isClosed(item) && dayOf(item.submittedAt ?? item.closedAt!) <= item.dueOn!)
  return {
    unitId,
    all: all.length,
    closed: closed.length,
    due: due.length,
    onTime: onTime.length,
    closingRate: rate(closed.length, all.length, 'no-items'),
    onTimeRate: rate(onTime.length, due.length, all.length === 0 ? 'no-items' : 'nothing-due'),
  }
}

/** One line for each lead unit, in the order of their first item; items without a lead unit come under null. */
export function ratesByUnit(items: readonly RateItem[], asOf: Day): UnitRates[] {
  const byUnit = new Map<string | null, RateItem[]>()
  for (const item of items) {
    const list = byUnit.get(item.leadUnitId)
    if (list) list.push(item)
    else byUnit.set(item.leadUnitId, [item])
  }
  return [...byUnit].map(([unitId, list]) => rates(list, asOf, unitId))
}

/** Never rounded up to 100 nor down to 0. */
function rate(done: number, of: number, why: 'no-items' | 'nothing-due'): Rate {
  if (of === 0) return { value: null, why }
  const exact = Math.round((done * 1000) / of) / 10
  return { value: done === of ? 100 : done === 0 ? 0 : Math.min(99.9, Math.max(0.1, exact)), of, done }
}
