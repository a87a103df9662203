// 当月数 of an indicator that is told as the year so far: added to what stood by the month before, or refused with the month that is missing. Pure.
import { exact, plus, rounded } from './exact.ts'
import type { Frequency } from './indicator.ts'

export interface Added {
  value: number
  single: number
  /** What it was added to: the year by the end of that month; 0 in January. */
  before: number
  upTo: number
}

/** More digits than any indicator shows. */
const DECIMALS = 6

/** `missing`: the month without which it cannot be said; null: the indicator is not told by months. */
export function addedUp(
  single: number | string,
  month: number,
  frequency: Frequency,
  valueAt: (month: number) => number | null,
): Added | { missing: number | null } {
  if (frequency !== 'month') return { missing: null }
  const before = month === 1 ? 0 : valueAt(month - 1)
  if (before === null) return { missing: month - 1 }
  return { value: rounded(plus(exact(before), exact(single)), DECIMALS), single: Number(single), before, upTo: month - 1 }
}

/** Kept beside the figure, so that everybody sees how it came: 当月12.3，加4月底累计86.1 */
export const addedWords = ({ single, before, upTo }: Pick<Added, 'single' | 'before' | 'upTo'>): string =>
  upTo === 0 ? `当月${single}` : `当月${single}，加${upTo}月底累计${before}`
