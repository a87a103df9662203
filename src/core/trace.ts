// Where each entry of a corrected reading comes from: its place in the reader's own list, what the reader said, and who said otherwise. Pure.
import type { Reading } from '../reader/reading.ts'
import { type Correctable, type Correction, laidOver, nextIndex } from './correction.ts'

export interface Traced<E, C extends Correction = Correction> {
  /** What a correction of it must name; the drawn list is shorter where entries were struck out. */
  index: number
  /** As corrected, with links into the reader's own lists; of a struck entry what it was. */
  entry: E
  /** As the reader read it; null when a person added it. */
  own: E | null
  /** The correction that holds; null while it stands as read, or again does. */
  last: C | null
  struck: boolean
}

/** Every entry of one list, struck ones too, by index. Those not struck stand in the order of the corrected list. */
export function traced<K extends Correctable, C extends Correction>(
  reading: Reading,
  corrections: readonly C[],
  of: K,
): Traced<Reading[K][number], C>[] {
  type E = Reading[K][number]
  const list = reading[of] as readonly E[]
  const made = corrections.filter(c => c.of === of)
  const laid = laidOver(list as never[], of, made) as (E | null)[]
  return Array.from({ length: nextIndex(reading, made, of) }, (_, index): Traced<E, C> | null => {
    const own = list[index] ?? null
    const mine = made.filter(c => c.index === index)
    const last = mine.at(-1) ?? null
    const struck = last?.value === null
    const entry = struck ? (own ?? (Object.assign({}, ...mine.map(c => c.value)) as E)) : (laid[index] ?? null)
    if (!entry || !('span' in entry)) return null
    const asRead = own !== null && !struck && Object.keys(last?.value ?? {}).length === 0
    return { index, entry, own, last: asRead ? null : last, struck }
  }).filter(one => one !== null)
}
