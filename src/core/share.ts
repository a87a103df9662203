// Whole percentages that add up to exactly 100, so that 27% and 73% never become 27% and 74% in one sentence.

/**
 * Largest-remainder (Hare) percentages of the parts, in their order; ties go to the earlier part.
 * All parts zero gives null: a share of nothing is not computable, never 0 %.
 */
export function shares(parts: readonly number[]): number[] | null {
  if (parts.some(part => !Number.isInteger(part) || part < 0)) throw new RangeError('parts must be whole numbers, none below zero')
  const total = parts.reduce((sum, part) => sum + part, 0)
  if (total === 0) return null
  const whole = parts.map(part => Math.floor((part * 100) / total))
  const left = 100 - whole.reduce((sum, part) => sum + part, 0)
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: (part * 100) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) whole[at]! += 1
  return whole
}
