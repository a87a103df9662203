// 办结率与按期办结率: domain §4's formulas, counted exactly; an empty denominator is said to be one and never becomes a percentage.
import { dayOf } from './day.ts'
import type { Item } from './types.ts'

/** How a closed item ended; all false while it is not closed. */
export interface Outcome {
  closed: boolean
  /** It had a deadline. */
  dated: boolean
  /** Submitted, and then closed, by the deadline: the unit's part ends when it submits; the days of verification are the office's. */
  onTime: boolean
}

export function outcomeOf({ closedAt, submittedAt, dueOn }: Pick<Item, 'closedAt' | 'submittedAt' | 'dueOn'>): Outcome {
  const closed = closedAt !== null
  const dated = closed && dueOn !== null
  return { closed, dated, onTime: dated && dayOf(submittedAt ?? closedAt) <= dueOn }
}

/** In percent with one decimal, or why there is none: no item was dispatched, or none has fallen due yet. */
export type Rate = { value: number; of: number; done: number } | { value: null; why: 'no-items' | 'nothing-due' }

export interface Counts {
  /** Dispatched, whatever became of them. */
  all: number
  closed: number
  /** Closed with a deadline, or open and overdue. A suspended item's clock stands still: it is not due. */
  due: number
  onTime: number
}

export const closingRate = ({ all, closed }: Pick<Counts, 'all' | 'closed'>): Rate => rate(closed, all, 'no-items')
export const onTimeRate = ({ all, due, onTime }: Pick<Counts, 'all' | 'due' | 'onTime'>): Rate =>
  rate(onTime, due, all === 0 ? 'no-items' : 'nothing-due')

/** Never rounded up to 100 nor down to 0. */
function rate(done: number, of: number, why: 'no-items' | 'nothing-due'): Rate {
  if (of === 0) return { value: null, why }
  const exact = Math.round((done * 1000) / of) / 10
  return { value: done === of ? 100 : done === 0 ? 0 : Math.min(99.9, Math.max(0.1, exact)), of, done }
}
