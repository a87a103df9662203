// Assessment schemes 考核方案 as data, and which of their items count: what the rules forbid is flagged and left out until somebody takes it out. Units are scored, people never.
import { type Assessed, assess, type SchemeItem } from './assessment.ts'
import { exact, plus, rounded, ZERO } from './exact.ts'
import { type Forbidden, forbidden } from './forbidden.ts'
import type { Direction, Series } from './indicator.ts'
import type { Instant } from './types.ts'

/** As it is kept: with an indicator it is scored from standings, with a described measure by people. */
export interface KeptItem extends SchemeItem {
  measure: string | null
  /** Of a described measure; an indicator has its own. */
  direction: Direction
  /** Somebody said that its words mean work, nothing that the rules forbid. */
  cleared?: Cleared | null
}

/** Said of these very words: of others it says nothing. */
export interface Cleared {
  why: string
  words: string
  by: string
  at: Instant
}

/** Shorter than this is no reason (product choice). */
export const LEAST_REASON = 6

export const wordsOf = ({ name, measure }: Pick<KeptItem, 'name' | 'measure'>): string => `${name}\n${measure ?? ''}`

/** What in an item's words the rules forbid; none: nothing was seen, which is no clearance. */
export function objectionsTo({ name, measure }: Pick<KeptItem, 'name' | 'measure'>): Forbidden[] {
  const found = [...forbidden(name), ...(measure ? forbidden(measure) : [])]
  return found.filter((one, at) => found.findIndex(other => other.code === one.code) === at)
}

type Said = Pick<KeptItem, 'name' | 'measure' | 'cleared'>

/** Why its flag does not hold; null: there is no flag, or nobody said so of these words. */
export const clearedOf = (item: Said): Cleared | null =>
  item.cleared && item.cleared.words === wordsOf(item) && objectionsTo(item).length > 0 ? item.cleared : null

/** Not counted: flagged, and nobody said that the flag is wrong. */
export const isBarred = (item: Said): boolean => objectionsTo(item).length > 0 && clearedOf(item) === null

export interface Weights {
  full: number
  /** Of the items with an indicator that may be counted. */
  counted: number
  byHand: number
  forbidden: number
}

export function weightsOf(items: readonly KeptItem[]): Weights {
  const sum = (of: (item: KeptItem) => boolean) =>
    rounded(
      items
        .filter(of)
        .map(item => exact(item.weight))
        .reduce(plus, ZERO),
      2,
    )
  return {
    full: sum(() => true),
    counted: sum(item => !isBarred(item) && item.indicatorId !== null),
    byHand: sum(item => !isBarred(item) && item.indicatorId === null),
    forbidden: sum(isBarred),
  }
}

/** One unit by what may be counted. */
export const assessUnit = (items: readonly KeptItem[], seriesOf: (indicatorId: string) => Series | null, month: number): Assessed =>
  assess({ name: '', items: items.filter(item => !isBarred(item)) }, seriesOf, month)
