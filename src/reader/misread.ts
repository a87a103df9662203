// Finds characters that the scanner mistook for one that looks alike; never changes a number or a name that stands alone.

import type { Doubt } from './reading.ts'
import type { Mend } from './text.ts'

/** Mends that are sure enough to make, and doubts for those that are only likely (spans in the given text). */
export function findMisreadings(_text: string): { mends: Mend[]; doubts: Doubt[] } {
  return { mends: [], doubts: [] }
}
