// A scheme while it is edited: figures as they are typed, kept on this machine until the server has them. Knows the rules' flags, decides nothing.
import type { SchemeView } from '../../core/contract/scheme.ts'
import type { Direction } from '../../core/indicator.ts'
import { type KeptItem, LEAST_REASON, objectionsTo, wordsOf } from '../../core/scheme.ts'

export interface ItemDraft {
  id: string
  name: string
  indicatorId: string | null
  measure: string
  direction: Direction
  weight: string
  /** In per cent. */
  cap: string
  /** Why what is flagged is work; empty: nobody said so. */
  clearedWhy: string
}
export interface SchemeDraft {
  name: string
  year: string
  items: ItemDraft[]
  why: string
}

export const newItem = (): ItemDraft => ({
  id: crypto.randomUUID(),
  name: '',
  indicatorId: null,
  measure: '',
  direction: 'up',
  weight: '10',
  cap: '100',
  clearedWhy: '',
})

export const draftOf = (scheme: SchemeView | null, year: number): SchemeDraft =>
  scheme
    ? {
        name: scheme.name,
        year: String(scheme.year),
        why: '',
        items: scheme.items.map(({ id, name, indicatorId, measure, direction, weight, cap, clearedWhy }) => ({
          id,
          name,
          indicatorId,
          measure: measure ?? '',
          direction,
          weight: String(weight),
          cap: String(Math.round(cap * 10_000) / 100),
          clearedWhy: clearedWhy ?? '',
        })),
      }
    : { name: '', year: String(year), items: [newItem()], why: '' }

const number = (text: string): number => Number(text.normalize('NFKC').trim() || Number.NaN)

/** As it would be kept; a figure that is none weighs nothing until it is one, and a reason too short is none. */
export function itemOf({
  id,
  name,
  indicatorId,
  measure,
  direction,
  weight,
  cap,
  clearedWhy,
}: ItemDraft): KeptItem & { clearedWhy: string | null } {
  const item = {
    id,
    name: name.trim(),
    indicatorId,
    measure: measure.trim() || null,
    direction,
    weight: number(weight) > 0 ? number(weight) : 0,
    cap: number(cap) / 100,
  }
  const why = clearedWhy.trim()
  if (why.length < LEAST_REASON || objectionsTo(item).length === 0) return { ...item, cleared: null, clearedWhy: null }
  return { ...item, cleared: { why, words: wordsOf(item), by: '', at: '' }, clearedWhy: why }
}

/** The first thing that cannot be saved, by its field; null: nothing. */
export function faultOfItem(item: ItemDraft): 'name' | 'weight' | 'cap' | null {
  const { name, weight, cap } = itemOf(item)
  if (name.length < 2) return 'name'
  if (!(weight > 0 && weight <= 1000)) return 'weight'
  return cap >= 0.1 && cap <= 2 ? null : 'cap'
}
