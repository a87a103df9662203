// A figure over its parts: the total of an indicator's parts, and of the units below. What was reported wins; a total that differs from its parts is shown as such.
import { compare, type Exact, exact, minus, over, plus, rounded, signOf, sizeOf, times, total, ZERO } from './exact.ts'
import type { Combine, Indicator } from './indicator.ts'

export interface PartValue {
  id: string
  value: number | null
  /** Above zero; only weighted wholes look at it. */
  weight: number
}

/** What a whole is, beside what it is said to be. */
export interface Whole {
  /** As reported, else made of its parts when all of them have a value. */
  value: number | null
  summed: boolean
  /** Parts without a value, where they leave the whole without one: n of m are there. */
  lacking: { have: number; of: number; missing: string[] } | null
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
    .map(set => ({ set, lacking: lackingOf(set.parts), is: combined(set) }))
  if (reported !== null) {
    const wrong = made.find(({ set, is }) => is && compare(sizeOf(minus(exact(reported), is)), tolerance(set, decimals)) > 0)
    const mismatch = wrong ? { reported, parts: rounded(wrong.is!, STORED), by: wrong.set.by } : null
    return { value: reported, summed: false, lacking: null, mismatch }
  }
  const first = made.find(({ is }) => is)
  if (first) return { value: rounded(first.is!, STORED), summed: true, lacking: null, mismatch: null }
  return { value: null, summed: false, lacking: made[0]?.lacking ?? null, mismatch: null }
}

/** null when a part has no value: half a sum is no sum. */
function combined({ combine, parts }: Parts): Exact | null {
  if (parts.some(part => part.value === null)) return null
  if (combine === 'sum') return total(parts.map(part => exact(part.value!)))
  const weights = total(parts.map(part => exact(part.weight)))
  if (signOf(weights) <= 0) throw new RangeError('weights must be above zero')
  return over(
    parts.reduce((sum, part) => plus(sum, times(exact(part.value!), exact(part.weight))), ZERO),
    weights,
  )
}

function lackingOf(parts: readonly PartValue[]): NonNullable<Whole['lacking']> {
  const missing = parts.filter(part => part.value === null).map(part => part.id)
  return { have: parts.length - missing.length, of: parts.length, missing }
}

/** Each rounded figure may be half a last digit off: in a sum all of them and the total, in a mean at most one and the total. */
const tolerance = ({ combine, parts }: Parts, decimals: number): Exact => ({
  n: BigInt(combine === 'sum' ? parts.length + 1 : 2),
  d: 2n * 10n ** BigInt(decimals),
})

/** Whether the figures of units make the figure of the unit above them: rates, limits and milestones do not (product choice). */
export function addsUp({ kind, basis, unit }: Pick<Indicator, 'kind' | 'basis' | 'unit'>): boolean {
  return kind !== 'milestone' && !(kind === 'ceiling' && basis === 'point') && !/[%％‰/／]/.test(unit)
}
