// A figure over its parts: the total of an indicator's parts, and of the units below. What was reported wins; a total that differs from its parts is shown as such.
import { compare, type Exact, exact, minus, over, plus, rounded, signOf, sizeOf, times, total, ZERO } from './exact.ts'
import type { Combine, Indicator } from './indicator.ts'

export interface PartValue {
  value: number | null
  /** Above zero; only weighted wholes look at it. */
  weight: number
  /** How far rounding may have taken it: half a last digit of a reported figure, of one made of parts all of theirs. */
  off: Exact
}

/** What a whole is, beside what it is said to be. */
export interface Whole {
  /** As reported, else made of its parts when all of them have a value. */
  value: number | null
  /** The parts that it was made of; null: it was reported, or is none. */
  made: PartsBy | null
  off: Exact
  /** Reported, and by more than rounding not what its parts make. */
  mismatch: { reported: number; parts: number; by: PartsBy } | null
}
export const PARTS_BY = ['units', 'indicators'] as const
export type PartsBy = (typeof PARTS_BY)[number]

/** A set of parts and how they make the whole; `combine` null: they do not, as rates do not add up. */
export interface Parts {
  by: PartsBy
  combine: Combine | null
  parts: readonly PartValue[]
}

/** As many digits as a figure may have after its point. */
const STORED = 6

/**
 * One whole over its direct parts; of several sets of parts (the units below, the indicators below) the first complete one makes the value.
 * Depends on nothing but its arguments: core/standing.ts goes up both trees with it.
 */
export function wholeOf(reported: number | null, sets: readonly Parts[], decimals: number): Whole {
  const made = sets
    .filter(({ combine, parts }) => combine !== null && parts.length > 0)
    .map(set => ({ set, is: combined(set, ({ value }) => (value === null ? null : exact(value))) }))
  if (reported !== null) {
    const off = halfDigit(decimals)
    const mayDiffer = (set: Parts) => plus(combined(set, part => part.off)!, off)
    const wrong = made.find(({ set, is }) => is && compare(sizeOf(minus(exact(reported), is)), mayDiffer(set)) > 0)
    const mismatch = wrong ? { reported, parts: rounded(wrong.is!, STORED), by: wrong.set.by } : null
    return { value: reported, made: null, off, mismatch }
  }
  const first = made.find(({ is }) => is)
  if (!first) return { value: null, made: null, off: ZERO, mismatch: null }
  return { value: rounded(first.is!, STORED), made: first.set.by, off: combined(first.set, part => part.off)!, mismatch: null }
}

/** What a figure may be off by that is told in so many digits. */
export const halfDigit = (decimals: number): Exact => ({ n: 1n, d: 2n * 10n ** BigInt(decimals) })

/** null when a part has no value: half a sum is no sum. */
function combined({ combine, parts }: Parts, of: (part: PartValue) => Exact | null): Exact | null {
  const figures = parts.map(of)
  if (figures.some(figure => figure === null)) return null
  if (combine === 'sum') return total(figures as Exact[])
  const weights = parts.map(part => exact(part.weight))
  if (signOf(total(weights)) <= 0) throw new RangeError('weights must be above zero')
  return over(total(figures.map((figure, at) => times(figure!, weights[at]!))), total(weights))
}

/** Whether the figures of units make the figure of the unit above them: rates, limits and milestones do not (product choice). */
export function addsUp({ kind, basis, unit }: Pick<Indicator, 'kind' | 'basis' | 'unit'>): boolean {
  return kind !== 'milestone' && !(kind === 'ceiling' && basis === 'point') && !/[%％‰/／]/.test(unit)
}
