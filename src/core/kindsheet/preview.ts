// A checked sheet as it is shown: its tables, the rows that say something new, and what is called how. Pure.
import type { SheetPreview } from '../contract/kindsheet.ts'
import { columnName } from '../table/grid.ts'
import { MOST_SHEET_ROWS, type SheetCheck, type SheetRow } from './check.ts'
import type { SheetWorld } from './world.ts'

export const isTooMuch = ({ rows }: SheetCheck): boolean => rows.length > MOST_SHEET_ROWS

const NONE = { new: 0, changed: 0, same: 0, decide: 0, left: 0 }

export function sheetPreview(
  check: SheetCheck,
  { units, items }: SheetWorld,
  { before, hidden }: Pick<SheetPreview, 'before' | 'hidden'>,
): SheetPreview {
  const fault = check.layouts.length === 0 ? 'no-table' : isTooMuch(check) ? 'too-many' : null
  const counts = { ...NONE }
  for (const row of check.rows) counts[row.state]++
  const shown = fault ? [] : check.rows.filter(row => row.state !== 'same')
  const names = Object.fromEntries([...units.map(u => [u.id, u.name]), ...items.map(i => [i.id, i.title])])
  return {
    ...{ fault, hidden, before, counts, names: namesIn(shown, names), mark: check.mark },
    tables: check.layouts.map(({ at, title, remembered, columns }) => ({
      ...{ at, title },
      remembered: remembered && { by: remembered.by, at: remembered.at },
      columns: columns.map(({ column, head, to, measure }) => ({ column, letter: columnName(column), head, to, measure })),
    })),
    rows: shown.map(({ version: _version, problems, ...row }) => ({
      ...row,
      problems: problems.map(({ maybe, ...problem }) => ({ ...problem, maybe: maybe.map(id => ({ id, name: names[id] ?? id })) })),
    })),
  }
}

/** Only what the rows name: a county's units are many. */
function namesIn(rows: readonly SheetRow[], names: Record<string, string>): Record<string, string> {
  const ids = rows.flatMap(row => [row.leadUnitId, row.itemId, ...Object.values({ ...row.fields, ...row.was }).flat()])
  return Object.fromEntries(ids.flatMap(id => (typeof id === 'string' && names[id] ? [[id, names[id]]] : [])))
}
