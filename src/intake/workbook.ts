// Text of an .xlsx of tasks: each sheet a page, its rows as lines, merged cells held for the rows they cover.

import ExcelJS from 'exceljs'
import type { Note } from '../core/intakenote.ts'
import { packZip } from '../writer/zip.ts'
import type { Parts } from './archive.ts'
import { cellWords } from './cellvalue.ts'
import { gridLines, type Row } from './grid.ts'
import { joinPages, type Paged } from './page.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'
import { MOST_MERGED, mergedCells, tameParts } from './workbookparts.ts'

export async function workbook(parts: Parts): Promise<(Paged & { notes: Note[] }) | IntakeRefusal> {
  const tame = tameParts(parts)
  const merged = mergedCells(tame)
  if (merged > MOST_MERGED) return refuseIntake('too-large', { limit: MOST_MERGED, is: merged, of: 'cells' })
  const book = await opened(tame)
  if (!book) return refuseIntake('damaged', { kind: 'xlsx' })
  const texts: string[] = []
  for (const sheet of book.worksheets) {
    const lines = sheet.state === 'visible' ? gridLines(rowsOf(sheet)) : []
    if (lines.length > 0) texts.push(`${(book.worksheets.length > 1 ? [sheet.name, ...lines] : lines).join('\n')}\n`)
  }
  const leftOut = book.worksheets.length - texts.length
  return { ...joinPages(texts), notes: leftOut > 0 ? [{ code: 'sheets-left-out', facts: { count: leftOut } }] : [] }
}

/** Everything of a sheet but its cells and merges: the library unrolls some of it cell by cell, over whole columns. */
const UNREAD = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'autoFilter',
  'rowBreaks',
  'hyperlinks',
  'pageMargins',
  'dataValidations',
  'pageSetup',
  'headerFooter',
  'printOptions',
  'picture',
  'drawing',
  'sheetProtection',
  'tableParts',
  'conditionalFormatting',
  'extLst',
]

/** Null when the library cannot make sense of it: it says so by whatever error it runs into. */
export async function opened(parts: Parts): Promise<ExcelJS.Workbook | null> {
  const book = new ExcelJS.Workbook()
  try {
    return await book.xlsx.load(packZip(parts, 0).slice().buffer, { ignoreNodes: UNREAD })
  } catch {
    return null
  }
}

/** Rows with something in them. A cell that continues the one above is null; one that continues its left neighbour is empty. */
function rowsOf(sheet: ExcelJS.Worksheet): Row[] {
  const rows: Row[] = []
  sheet.eachRow(row => {
    const cells: Row = []
    row.eachCell(cell => {
      const { master } = cell
      const continues = master !== cell && Number(master.col) === Number(cell.col)
      while (cells.length < Number(cell.col) - 1) cells.push('')
      cells.push(continues ? null : master === cell ? cellWords(cell) : '')
    })
    if (cells.some(words => words === null || words.trim() !== '')) rows.push(cells)
  })
  return rows
}
