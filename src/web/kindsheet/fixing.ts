// What the person says about a ledger's sheet: one thing said anew replaces what was said of the same cell, row, name or column. Pure.
import type { SheetPreview } from '../../core/contract/kindsheet.ts'
import { NO_SHEET_FIXES, type SheetFixes } from '../../core/kindsheet/world.ts'

export { NO_SHEET_FIXES, type SheetFixes }
export type SheetRowView = SheetPreview['rows'][number]
type CellProblemView = SheetRowView['problems'][number]

type Of<K extends keyof SheetFixes> = SheetFixes[K][number]

export const withSheetName = (fixes: SheetFixes, said: Of<'names'>): SheetFixes => ({
  ...fixes,
  names: [...fixes.names.filter(n => n.text !== said.text), said],
})
export const withSheetCell = (fixes: SheetFixes, said: Of<'cells'>): SheetFixes => ({
  ...fixes,
  cells: [...fixes.cells.filter(c => c.at !== said.at), said],
})
export const withSheetColumn = (fixes: SheetFixes, said: Of<'columns'>): SheetFixes => ({
  ...fixes,
  columns: [...fixes.columns.filter(c => c.table !== said.table || c.column !== said.column), said],
})
export const withSheetMeasure = (fixes: SheetFixes, said: Of<'measures'>): SheetFixes => ({
  ...fixes,
  measures: [...fixes.measures.filter(m => m.table !== said.table || m.column !== said.column), said],
})
/** What was said of the row before stays beside it. */
export const withSheetRow = (fixes: SheetFixes, said: Of<'rows'>): SheetFixes => ({
  ...fixes,
  rows: [...fixes.rows.filter(r => r.at !== said.at), { ...fixes.rows.find(r => r.at === said.at), ...said }],
})

export interface UnitAsk {
  text: string
  cells: string[]
  maybe: { id: string; name: string }[]
}

/** Unknown units, each asked once. */
export function unitAsks({ rows }: SheetPreview): UnitAsk[] {
  const asks = new Map<string, UnitAsk>()
  for (const problem of rows.flatMap(r => r.problems))
    if (problem.code === 'no-unit') {
      const ask = asks.get(problem.text) ?? { text: problem.text, cells: [], maybe: problem.maybe }
      asks.set(problem.text, { ...ask, cells: [...ask.cells, problem.at] })
    }
  return [...asks.values()]
}

export interface MeasureAsk {
  table: string
  column: number
  head: string
  field: string
  cells: string[]
}

/** Columns of sums or land without a measure, each asked once. */
export function measureAsks({ rows, tables }: SheetPreview): MeasureAsk[] {
  const asks = new Map<string, MeasureAsk>()
  for (const row of rows)
    for (const { code, head, field, at } of row.problems) {
      const column = tables.find(t => t.at === row.table)?.columns.find(c => c.to === `field.${field}`)
      if (code !== 'no-measure' || !column || column.measure) continue
      const key = `${row.table} ${column.column}`
      const ask = asks.get(key) ?? { table: row.table, column: column.column, head, field, cells: [] }
      asks.set(key, { ...ask, cells: [...ask.cells, at] })
    }
  return [...asks.values()]
}

/** What is left to be said of single cells, once the names and measures that are asked for all are apart. */
export function cellAsks(preview: SheetPreview): { row: SheetRowView; problem: CellProblemView }[] {
  const asked = new Set(measureAsks(preview).flatMap(ask => ask.cells))
  return preview.rows.flatMap(row => row.problems.filter(p => p.code !== 'no-unit' && !asked.has(p.at)).map(problem => ({ row, problem })))
}
