// Sets rows as .xlsx: one sheet with frozen header, filter, real numbers and dates; the same rows always give the same bytes. Nothing in it is a formula.

import ExcelJS from 'exceljs'
import { ems } from './measure.ts'
import { SHEET_STYLE } from './sheetstyle.ts'
import { packZip, unpackZip } from './zip.ts'

export type Cell = string | number | null

export interface Column {
  key: string
  header: string
  /** In half-width characters, as Excel counts: a Chinese one takes two. */
  width: number
  /** `date` takes `YYYY-MM-DD`; `percent` takes the ratio, 0.27 for 27%; what does not fit its kind is kept as text. */
  kind: 'text' | 'number' | 'date' | 'percent'
  /** Of a guarded sheet: the cells that may be written in, and what may be chosen there. */
  open?: boolean
  choices?: readonly string[]
  /** The largest number that may be written; none when left out. */
  most?: number
  hidden?: boolean
}

export interface Sheet {
  title: string
  columns: Column[]
  rows: Readonly<Record<string, Cell>>[]
  /** One line below the title: source, cut-off. */
  note: string | null
  /** `YYYY-MM-DD`: the day the figures are of, and the file's own date. */
  date: string
  /** Who answers for it: stands as the author. */
  issuer: string
  /** Only open columns can be written in. A guard against slips, not a secret: what comes back is checked all the same. */
  guarded?: boolean
}

/** What a cell may hold at most (Excel's own limit). */
const MAX_TEXT = 32_767
/** Height of one 11 pt line; Excel allows 409 points a row. */
const LINE_POINTS = 16
const MAX_LINES = 25
/** Earlier days differ between programs: the 1900 date system repeats Lotus's 29 February 1900. */
const FIRST_DAY = Date.UTC(1900, 2, 1)
const A4 = 9

/** .xlsx bytes. */
export async function sheet(content: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = book.lastModifiedBy = content.issuer
  book.created = book.modified = new Date(`${content.date}T00:00:00Z`)
  const page = book.addWorksheet(sheetName(content.title))
  fill(page, content)
  if (content.guarded) await page.protect('', { formatRows: true, formatColumns: true, autoFilter: true, sort: true })
  // The library stamps each part of the zip with the clock and packs by its own order: it is packed again, and so not compressed before.
  const packed = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return packZip(unpackZip(new Uint8Array(packed)))
}

function fill(page: ExcelJS.Worksheet, content: Sheet): void {
  const { title, note, columns, rows } = content
  const header = note === null ? 2 : 3
  page.views = [{ state: 'frozen', ySplit: header }]
  page.columns = columns.map(({ width, hidden = false }) => ({ width: width + 1, hidden }))
  line(page, 1, title, SHEET_STYLE.title, columns.length).height = 30
  if (note !== null) line(page, 2, note, SHEET_STYLE.note, columns.length)
  const heads = page.getRow(header)
  heads.height = 24
  for (const [at, column] of columns.entries()) put(heads.getCell(at + 1), text(column.header), SHEET_STYLE.header)
  for (const [down, values] of rows.entries()) {
    const row = page.getRow(header + 1 + down)
    row.height = lineCount(columns, values) * LINE_POINTS
    for (const [at, column] of columns.entries()) {
      const cell = row.getCell(at + 1)
      set(cell, values[column.key] ?? null, column.kind)
      if (column.open) unlock(cell, column)
    }
  }
  page.autoFilter = { from: { row: header, column: 1 }, to: { row: header + rows.length, column: columns.length } }
  page.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    // The header stands on every printed page.
    printTitlesRow: `${header}:${header}`,
  }
  page.headerFooter = { oddFooter: '&C&P / &N' }
}

/** One text over the whole width. */
function line(page: ExcelJS.Worksheet, number: number, words: string, style: Partial<ExcelJS.Style>, columns: number): ExcelJS.Row {
  const row = page.getRow(number)
  put(row.getCell(1), text(words), style)
  if (columns > 1) page.mergeCells(number, 1, number, columns)
  return row
}

function set(cell: ExcelJS.Cell, value: Cell, kind: Column['kind']): void {
  if (value === null || value === '') put(cell, null, SHEET_STYLE.text)
  else if (typeof value === 'number' && Number.isFinite(value))
    put(cell, value, kind === 'percent' ? SHEET_STYLE.percent : SHEET_STYLE.number)
  else {
    const day = kind === 'date' ? dayOf(String(value)) : null
    put(cell, day ?? text(String(value)), day ? SHEET_STYLE.date : SHEET_STYLE.text)
  }
}

/** A figure is asked for between 0 and 100: every open figure is a percentage so far. */
function unlock(cell: ExcelJS.Cell, { kind, choices, most }: Column): void {
  cell.style = kind === 'number' ? SHEET_STYLE.openNumber : SHEET_STYLE.openText
  if (choices) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`], showErrorMessage: true }
  else if (kind === 'number')
    cell.dataValidation = {
      type: 'decimal',
      ...(most === undefined ? { operator: 'greaterThanOrEqual', formulae: [0] } : { operator: 'between', formulae: [0, most] }),
      allowBlank: true,
      showErrorMessage: true,
    }
}

/** A string is never a formula here, and its format is text, so that =1+1 stays text when the cell is edited. */
function put(cell: ExcelJS.Cell, value: string | number | Date | null, style: Partial<ExcelJS.Style>): void {
  cell.value = value
  cell.style = style
}

/** What a cell can hold: XML 1.0 has no way to write half a surrogate pair or these two; the library leaves out control characters. */
function text(words: string): string {
  return words
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
}

/** 2026-05-31; null for what is no day, and for days before March 1900. */
function dayOf(words: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return null
  const day = new Date(`${words}T00:00:00Z`)
  return day.getTime() >= FIRST_DAY && day.toISOString().startsWith(words) ? day : null
}

/** Lines of the tallest cell: not every program measures wrapped rows when it opens a file. */
function lineCount(columns: Column[], values: Readonly<Record<string, Cell>>): number {
  const counts = columns.map(({ key, width }) => {
    const value = values[key]
    return typeof value === 'string' ? Math.ceil((2 * ems(value)) / width) : 1
  })
  return Math.min(MAX_LINES, Math.max(1, ...counts))
}

/** Excel allows 31 characters, none of these, and no apostrophe at either end. */
function sheetName(title: string): string {
  const name = title.toWellFormed().replace(/[\\/?*[\]:'\u0000-\u001f]/g, ' ')
  return name.slice(0, 31).trim() || '表'
}
