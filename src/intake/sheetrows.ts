// The first visible sheet of an .xlsx as rows of cells in words, each on the line where it stands: for sheets that come back filled in. Changes nothing.
import { openArchive } from './archive.ts'
import { cellWords } from './cellvalue.ts'
import { sniff } from './kind.ts'
import { type IntakeRefusal, isIntakeRefusal, refuseIntake } from './refusal.ts'
import { opened } from './workbook.ts'
import { BOOK_MAIN, bookPart, MOST_MERGED, mergedCells, tameParts } from './workbookparts.ts'

const MIB = 1024 * 1024
/** A unit's own items fill a few hundred lines; nobody fills in more by hand (product choices). */
export const SHEET_LIMITS = { bytes: 5 * MIB, unpackedBytes: 40 * MIB, rows: 2_000, columns: 60 }

/** xl/vbaProject.bin · xl/macrosheets/sheet1.xml · xl/activeX/activeX1.xml */
const PROGRAM = /(?:^|\/)(?:vbaProject[^/]*\.bin|macrosheets\/|activeX\/|dialogsheets\/)/i

const PLAIN = { text: 'txt', pdf: 'pdf', image: 'jpg' } as const

/** A formula counts as its last result, a percentage as text with its sign. Rows that hold nothing are empty, so that lines keep their number. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][] | IntakeRefusal> {
  const { bytes: limit } = SHEET_LIMITS
  if (bytes.length === 0) return refuseIntake('empty')
  if (bytes.length > limit) return refuseIntake('too-large', { limit, is: bytes.length, of: 'bytes' })
  const is = sniff(bytes)
  if (is.kind === 'encrypted') return refuseIntake('encrypted')
  if (is.kind !== 'zip') return refuseIntake('unsupported-type', { found: is.kind === 'unsupported' ? is.found : PLAIN[is.kind] })
  const parts = openArchive(bytes, bookPart, SHEET_LIMITS.unpackedBytes)
  if (isIntakeRefusal(parts)) return parts
  if ([...parts.keys()].some(name => PROGRAM.test(name))) return refuseIntake('unsupported-type', { found: 'xlsm' })
  if (!parts.has(BOOK_MAIN)) return refuseIntake('unsupported-type', { found: 'zip' })
  const tame = tameParts(parts)
  const merged = mergedCells(tame)
  if (merged > MOST_MERGED) return refuseIntake('too-large', { limit: MOST_MERGED, is: merged, of: 'cells' })
  const book = await opened(tame)
  const sheet = book?.worksheets.find(page => page.state === 'visible')
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
