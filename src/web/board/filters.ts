// What the board is asked for, as it stands in its address, and the order of its rows. No React here.
import type { Board, BoardCell } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'

export type BoardFilters = Partial<Record<'year' | 'month' | 'frame' | 'topic' | 'unit' | 'asOf' | 'shared' | 'sort' | 'dir', string>>

export const listOf = (filters: BoardFilters, name: 'topic' | 'unit'): string[] => (filters[name] ? filters[name].split(',') : [])

/** What the server is asked; the order of the rows, and columns left out, are the page's own business. */
export const boardQueryOf = ({ sort: _, dir: __, shared: ___, ...rest }: BoardFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(rest).filter((e): e is [string, string] => Boolean(e[1])))

/** Where a series of this board is opened: by the data of its month, unless that is the newest. */
export const seriesAt = ({ year, month, months, asOf }: Pick<Board, 'year' | 'month' | 'months' | 'asOf'>) => ({
  year,
  month: month === (months.at(-1) ?? null) ? null : month,
  asOf,
})

/** A cell that knows where it stands. */
export type Cell = BoardCell & { unitId: string; indicatorId: string }
/** By unit and indicator; a unit without a target has none. */
export type Cells = ReadonlyMap<string, Cell>
export const cellKey = (unitId: string, indicatorId: string): string => `${unitId} ${indicatorId}`
export function cellsOf({ indicators, rows }: Placed): Cells {
  const cells = new Map<string, Cell>()
  for (const { unitId, cells: own } of rows)
    for (const [at, cell] of own.entries()) {
      const indicatorId = indicators[at]!.id
      if (cell) cells.set(cellKey(unitId, indicatorId), { unitId, indicatorId, ...cell })
    }
  return cells
}
export interface Placed {
  indicators: { id: string }[]
  rows: Pick<Row, 'unitId' | 'cells'>[]
}

/** Worst first when ascending: behind by points, then ahead, then done; what cannot be computed stands last either way. */
function rank(cell: Cell | undefined): number | null {
  if (!cell || cell.verdict === 'unknown') return null
  if (cell.verdict === 'reached') return 1e9
  return cell.points ?? (cell.verdict === 'behind' ? -1e9 : 0)
}

export type Row = Board['rows'][number]

/** The whole stays on top; without an order the rows stand as in the tree. `behind` or the id of an indicator. */
export function sortRows(rows: readonly Row[], cells: Cells, { sort, dir = 'asc' }: BoardFilters): Row[] {
  if (!sort) return [...rows]
  const value = (row: Row): number | null => (sort === 'behind' ? -row.counts.behind : rank(cells.get(cellKey(row.unitId, sort))))
  const whole = rows.filter(r => r.unitId === WHOLE)
  const others = rows.filter(r => r.unitId !== WHOLE).map(row => ({ row, at: value(row) }))
  others.sort((a, b) => {
    if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null)
    return dir === 'asc' ? a.at - b.at : b.at - a.at
  })
  return [...whole, ...others.map(o => o.row)]
}

/** `shared`: only what some unit answers for, not the county's own alone. */
export function columnsOf<Column extends { id: string }>(
  { indicators, rows }: { indicators: Column[] } & Placed,
  { shared }: BoardFilters,
): Column[] {
  if (!shared) return indicators
  return indicators.filter((_, at) => rows.some(({ unitId, cells }) => unitId !== WHOLE && cells[at]))
}

/** Even ones: 40 columns on sheets of 30 are 20 and 20. */
export function sheetsOf<Column>(columns: readonly Column[], most: number): Column[][] {
  const sheets = Math.max(1, Math.ceil(columns.length / most))
  const each = Math.ceil(columns.length / sheets)
  return Array.from({ length: sheets }, (_, n) => columns.slice(n * each, (n + 1) * each))
}
