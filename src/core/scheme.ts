// Assessment schemes 考核方案 as data, and which of their items count: what the rules forbid is flagged and left out until somebody takes it out. Units are scored, people never.
import { type Assessed, assess, type SchemeItem } from './assessment.ts'
import { exact, plus, rounded, ZERO } from './exact.ts'
import { type Forbidden, forbidden } from './forbidden.ts'
import type { Direction, Series } from './indicator.ts'

/** As it is kept: with an indicator it is scored from standings, with a described measure by people. */
export interface KeptItem extends SchemeItem {
  measure: string | null
  /** Of a described measure; an indicator has its own. */
  direction: Direction
}

/** What in an item's words the rules forbid; none: nothing was seen, which is no clearance. */
export function objectionsTo({ name, measure }: Pick<KeptItem, 'name' | 'measure'>): Forbidden[] {
  const found = [...forbidden(name), ...(measure ? forbidden(measure) : [])]
  return found.filter((one, at) => found.findIndex(other => other.code === one.code) === at)
}

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
  const bad = (item: KeptItem) => objectionsTo(item).length > 0
  return {
    full: sum(() => true),
    counted: sum(item => !bad(item) && item.indicatorId !== null),
    byHand: sum(item => !bad(item) && item.indicatorId === null),
    forbidden: sum(bad),
  }
}

/** One unit by what may be counted. */
export const assessUnit = (items: readonly KeptItem[], seriesOf: (indicatorId: string) => Series | null, month: number): Assessed =>
  assess({ name: '', items: items.filter(item => objectionsTo(item).length === 0) }, seriesOf, month)
