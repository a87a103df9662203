// Whether one document conveys another: how alike their directives are, and how long it took. Pure; people say whether it is so.
import { daysBetween } from './day.ts'
import { pairUp } from './similar.ts'
import type { Day } from './types.ts'

/** Two directives as alike as this speak of the same thing. */
const SAME = 0.3
/** From here on a document is offered as the likely one (product choice). */
export const ALIKE_FROM = 0.2

/** The share of the upper document's directives that the lower one has, each by how alike it is; 0 to 1. */
export function alikeness(upper: readonly string[], lower: readonly string[]): number {
  if (upper.length === 0) return 0
  const sum = pairUp(upper, lower, SAME).reduce((total, pair) => total + pair.score, 0)
  return Math.round((sum / upper.length) * 1000) / 1000
}

/** Days from the meeting or document above to the conveyance; null when a date is not known or the order is not that of a conveyance. */
export function relayDays(upper: Day | null, lower: Day | null): number | null {
  if (!upper || !lower || lower < upper) return null
  return daysBetween(upper, lower)
}
