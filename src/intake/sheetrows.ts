// The first visible sheet of an .xlsx as rows of cells in words, each on the line where it stands: for sheets that come back filled in. Changes nothing.
import { cellWords } from './cellvalue.ts'
import { openBook } from './openbook.ts'
import { type IntakeRefusal, isIntakeRefusal, refuseIntake } from './refusal.ts'

const MIB = 1024 * 1024
/** A unit's own items fill a few hundred lines; nobody fills in more by hand (product choices). */
export const SHEET_LIMITS = { bytes: 5 * MIB, unpackedBytes: 40 * MIB, rows: 2_000, columns: 60 }

/** A formula counts as its last result, a percentage as text with its sign. Rows that hold nothing are empty, so that lines keep their number. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][] | IntakeRefusal> {
  const book = await openBook(bytes, SHEET_LIMITS)
  if (isIntakeRefusal(book)) return book
  const sheet = book.worksheets.find(page => page.state === 'visible')
  if (!sheet) return refuseIntake('damaged', { kind: 'xlsx' })
  if (sheet.rowCount > SHEET_LIMITS.rows) return refuseIntake('too-large', { limit: SHEET_LIMITS.rows, is: sheet.rowCount, of: 'rows' })
  const rows: string[][] = Array.from({ length: sheet.rowCount }, () => [])
  sheet.eachRow((row, number) => {
    row.eachCell(cell => {
      const column = Number(cell.col) - 1
      if (column >= SHEET_LIMITS.columns) return
      const cells = rows[number - 1]!
      while (cells.length < column) cells.push('')
      cells[column] = cell.master === cell ? cellWords(cell) : ''
    })
  })
  return rows
}
