// Every visible sheet of an .xlsx, or a .csv, as a grid of cells in words with its merged cells: what importers of ledgers read. Changes nothing.
import type ExcelJS from 'exceljs'
import type { Grid, Merge } from '../core/table/grid.ts'
import { cellWords } from './cellvalue.ts'
import { sniff } from './kind.ts'
import { openBook } from './openbook.ts'
import { plain } from './plain.ts'
import { type IntakeRefusal, isIntakeRefusal, refuseIntake } from './refusal.ts'
import { csvRows } from './tablerows.ts'

const MIB = 1024 * 1024
/** A year of 60 units × 40 indicators fits in (product choices). */
export const GRID_LIMITS = { bytes: 5 * MIB, unpackedBytes: 60 * MIB, rows: 20_000, columns: 200, cells: 300_000 }

export interface Grids {
  grids: Grid[]
  /** Sheets that are hidden in the workbook are not read; how many there are is said. */
  hidden: number
}

export async function sheetGrids(bytes: Uint8Array): Promise<Grids | IntakeRefusal> {
  if (sniff(bytes).kind === 'text') return csvGrids(bytes)
  const book = await openBook(bytes, GRID_LIMITS)
  if (isIntakeRefusal(book)) return book
  const visible = book.worksheets.filter(sheet => sheet.state === 'visible')
  const tall = visible.find(sheet => sheet.rowCount > GRID_LIMITS.rows)
  if (tall) return refuseIntake('too-large', { limit: GRID_LIMITS.rows, is: tall.rowCount, of: 'rows' })
  const grids = visible.map(gridOf)
  const cells = grids.reduce((sum, grid) => sum + grid.rows.reduce((n, row) => n + row.length, 0), 0)
  if (cells > GRID_LIMITS.cells) return refuseIntake('too-large', { limit: GRID_LIMITS.cells, is: cells, of: 'cells' })
  return { grids: grids.filter(grid => grid.rows.some(row => row.length > 0)), hidden: book.worksheets.length - visible.length }
}

function csvGrids(bytes: Uint8Array): Grids | IntakeRefusal {
  if (bytes.length > GRID_LIMITS.bytes) return refuseIntake('too-large', { limit: GRID_LIMITS.bytes, is: bytes.length, of: 'bytes' })
  const read = plain(bytes)
  if (isIntakeRefusal(read)) return read
  const rows = csvRows(read.text)
  if (rows.length > GRID_LIMITS.rows) return refuseIntake('too-large', { limit: GRID_LIMITS.rows, is: rows.length, of: 'rows' })
  return { grids: [{ sheet: '', rows: rows.map(row => row.slice(0, GRID_LIMITS.columns)), merged: [] }], hidden: 0 }
}

function gridOf(sheet: ExcelJS.Worksheet): Grid {
  const rows: string[][] = Array.from({ length: sheet.rowCount }, () => [])
  const merged = new Map<ExcelJS.Cell, Merge>()
  sheet.eachRow((row, number) => {
    row.eachCell({ includeEmpty: false }, cell => {
      const [at, column] = [number - 1, Number(cell.col) - 1]
      if (column >= GRID_LIMITS.columns) return
      const { master } = cell
      if (cell.isMerged) {
        const box = merged.get(master) ?? { top: Number(master.row) - 1, left: Number(master.col) - 1, bottom: at, right: column }
        merged.set(master, { ...box, bottom: Math.max(box.bottom, at), right: Math.max(box.right, column) })
      }
      if (master !== cell) return
      const cells = rows[at]!
      while (cells.length < column) cells.push('')
      cells[column] = cellWords(cell)
    })
  })
  return { sheet: sheet.name, rows, merged: [...merged.values()], ...hiddenOf(sheet) }
}

/** By hand or by a filter. */
function hiddenOf(sheet: ExcelJS.Worksheet): Pick<Grid, 'hiddenRows' | 'hiddenColumns'> {
  const hiddenRows = Array.from({ length: sheet.rowCount }, (_, at) => at).filter(at => sheet.findRow(at + 1)?.hidden)
  const hiddenColumns = (sheet.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : []))
  return { ...(hiddenRows.length > 0 && { hiddenRows }), ...(hiddenColumns.length > 0 && { hiddenColumns }) }
}
