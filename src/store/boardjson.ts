// A board as JSON: counts and honours of each unit from its marks, its cells as they come. Reads nothing.
import type { Board, HonourView } from '../core/contract/indicator.ts'
import { type Indicator, type PaceReason, type Verdict, WHOLE } from '../core/indicator.ts'
import { type Honour, honoursOf, type Stood } from '../core/verdict.ts'

/** A standing as far as counts and honours ask for it. */
export interface Mark {
  verdict: Verdict
  reason: PaceReason | null
  fresh: boolean
}

export interface UnitStood {
  /** Asked for by name: what stands in the way of its honours is named, too. */
  named: boolean
  /** By the place of its indicator among those asked for, then by month. */
  marks: Mark[][]
  /** As JSON, by the same places. */
  cells: string[]
}

export interface BoardUnit {
  id: string
  name: string
  depth: number
}
export const WHOLE_ROW: BoardUnit = { id: WHOLE, name: '', depth: 0 }

export type BoardIndicator = Pick<
  Indicator,
  'id' | 'name' | 'kind' | 'direction' | 'basis' | 'unit' | 'decimals' | 'frequency' | 'frameId' | 'parentId' | 'topic'
>

/** `units` in the order of the rows; those of which nothing is known have none. */
export function boardJson(
  head: Omit<Board, 'rows' | 'indicators'>,
  picked: BoardIndicator[],
  units: BoardUnit[],
  stood: ReadonlyMap<string, UnitStood>,
): string {
  const told = new Set([...stood.values()].flatMap(({ cells }) => Object.keys(cells)))
  const pledged = { indicators: new Set(head.commitments.map(c => c.indicatorId)), units: new Set(head.commitments.map(c => c.unitId)) }
  const shown = [...picked.keys()].filter(at => told.has(String(at)) || pledged.indicators.has(picked[at]!.id))
  const indicators = shown.map(at => {
    const { id, name, kind, direction, unit, decimals, frameId, parentId } = picked[at]!
    return { id, name, kind, direction, unit, decimals, frameId, parentId }
  })
  const of = (id: string) => stood.get(id) ?? (pledged.units.has(id) ? UNKNOWN : undefined)
  const rows = head.month === null ? [] : units.flatMap(unit => rowJson(unit, head.month!, picked, shown, of(unit.id)))
  return `${JSON.stringify({ ...head, indicators }).slice(0, -1)},"rows":[${rows.join(',')}]}`
}

/** It pledged something, and that is all there is. */
const UNKNOWN: UnitStood = { named: false, marks: [], cells: [] }

/** What is not told of an earlier month: every month of a series is kept, and only those in the way are asked for. */
const FINE = { verdict: 'on', reason: null, fresh: true } as const

function rowJson({ id, name, depth }: BoardUnit, month: number, picked: BoardIndicator[], shown: number[], stood?: UnitStood): string[] {
  if (!stood) return []
  const counts = { reached: 0, on: 0, behind: 0, unknown: 0 }
  const scope: Stood[] = []
  stood.marks.forEach((marks, at) => {
    const now = marks[month]
    if (now) counts[now.verdict]++
    const indicator = picked[at]!
    scope.push({ indicatorId: indicator.id, unitId: id, indicator, at: m => marks[m] ?? FINE })
  })
  const said = honoursOf(scope, month)
  const view = viewOf(stood.named || id === WHOLE)
  const honours = {
    strongQuarter: view(said.strongQuarter),
    doubleHalf: view(said.doubleHalf),
    allYear: view(said.allYear),
    allRound: view(said.allRound),
  }
  const row: Omit<Board['rows'][number], 'cells'> = { unitId: id, unit: name, depth, counts, honours }
  return [`${JSON.stringify(row).slice(0, -1)},"cells":[${shown.map(at => stood.cells[at] ?? 'null').join(',')}]}`]
}

const viewOf =
  (named: boolean) =>
  ({ missing, ...honour }: Honour): HonourView =>
    named ? { ...honour, missing: missing.map(({ indicatorId, verdict, month }) => ({ indicatorId, verdict, month })) } : honour
