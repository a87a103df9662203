// A figure over its parts: the total of an indicator's parts, and of the units below. What was reported wins; a total that differs from its parts is shown as such.
import { chain } from './cascade.ts'
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
 * Depends on nothing but its arguments, so that a write needs only the wholes above it again.
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

export interface IndicatorNode extends Pick<Indicator, 'id' | 'parentId' | 'combine' | 'weight' | 'decimals' | 'kind' | 'basis' | 'unit'> {}
export interface UnitNode {
  id: string
  parentId: string | null
}
export const cellKey = (indicatorId: string, unitId: string): string => `${indicatorId} ${unitId}`

/** Indicator by unit, over both trees at once. `reported`: every cell that is to have a figure, null where none came; other cells are only wholes. */
export interface Grid {
  indicators: readonly IndicatorNode[]
  units: readonly UnitNode[]
  reported: ReadonlyMap<string, number | null>
}

/** One cell from the cells directly below it; null: there is no such cell. A write needs this for the cells `above` it only. */
export function cellOf(
  grid: Grid,
  indicator: IndicatorNode,
  unitId: string,
  below: (key: string) => Whole | null | undefined,
): Whole | null {
  const own = grid.reported.get(cellKey(indicator.id, unitId))
  const part = (id: string, key: string, weight: number): PartValue[] => {
    const cell = below(key)
    return cell ? [{ id, value: cell.value, weight }] : []
  }
  const units = grid.units.filter(unit => unit.parentId === unitId).flatMap(unit => part(unit.id, cellKey(indicator.id, unit.id), 1))
  const parts = grid.indicators.filter(i => i.parentId === indicator.id).flatMap(i => part(i.id, cellKey(i.id, unitId), i.weight))
  if (own === undefined && units.length + parts.length === 0) return null
  const sets: Parts[] = [
    { by: 'units', combine: addsUp(indicator) ? 'sum' : null, parts: units },
    { by: 'indicators', combine: indicator.combine, parts },
  ]
  return wholeOf(own ?? null, sets, indicator.decimals)
}

/** Every cell, from scratch. A tree that holds a ring is a bug, not a tree: RangeError. */
export function gridOf(grid: Grid): Map<string, Whole> {
  const cells = new Map<string, Whole>()
  for (const indicator of byDepth(grid.indicators))
    for (const unit of byDepth(grid.units)) {
      const cell = cellOf(grid, indicator, unit.id, key => cells.get(key))
      if (cell) cells.set(cellKey(indicator.id, unit.id), cell)
    }
  return cells
}

/** The cells that a figure of this one may change, itself first, in the order in which they are to be made anew. */
export function above(
  { indicators, units }: Pick<Grid, 'indicators' | 'units'>,
  indicatorId: string,
  unitId: string,
): [IndicatorNode, string][] {
  const up = chain(unitId, [...units])
  return chain(indicatorId, [...indicators]).flatMap(id => {
    const indicator = indicators.find(i => i.id === id)
    return indicator ? up.map((unit): [IndicatorNode, string] => [indicator, unit]) : []
  })
}

/** The deepest first, so that parts stand before their whole. */
function byDepth<N extends UnitNode>(nodes: readonly N[]): N[] {
  const depth = new Map(nodes.map(node => [node.id, chain(node.id, [...nodes]).length]))
  return [...nodes].sort((a, b) => depth.get(b.id)! - depth.get(a.id)!)
}
