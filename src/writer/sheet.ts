// Sets rows as .xlsx: one sheet with frozen header, filter, real numbers and dates; the same rows always give the same bytes. Nothing in it is a formula.

import { ems } from './measure.ts'
import { SHEET_STYLES, STYLE } from './sheetstyle.ts'
import { packZip } from './zip.ts'

export type Cell = string | number | null

export interface Column {
  key: string
  header: string
  /** In half-width characters, as Excel counts: a Chinese one takes two. */
  width: number
  /** `date` takes `YYYY-MM-DD`; `percent` takes the ratio, 0.27 for 27%; what does not fit its kind is kept as text. */
  kind: 'text' | 'number' | 'date' | 'percent'
}

export interface Sheet {
  title: string
  columns: Column[]
  rows: Readonly<Record<string, Cell>>[]
  /** One line below the title: source, cut-off. */
  note: string | null
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** What a cell may hold at most (Excel's own limit). */
const MAX_TEXT = 32_767
/** Height of one 11 pt line; Excel allows 409 points a row. */
const LINE_POINTS = 16
const MAX_LINES = 25
/** Day 0 of the 1900 date system, as counted by every program that repeats Lotus's 29 February 1900. */
const EPOCH_MS = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** .xlsx bytes. */
export function sheet(content: Sheet): Uint8Array {
  const name =
    content.title
      .replace(/[\\/?*[\]:']/g, ' ')
      .slice(0, 31)
      .trim() || '表'
  return packZip(
    new Map<string, string>([
      ['[Content_Types].xml', contentTypes()],
      ['_rels/.rels', relationships(['officeDocument', 'xl/workbook.xml'])],
      ['xl/_rels/workbook.xml.rels', relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
      ['xl/workbook.xml', workbook(name, content)],
      ['xl/styles.xml', HEAD + SHEET_STYLES],
      ['xl/worksheets/sheet1.xml', worksheet(content)],
    ]),
  )
}

/** The header stands below the title and, if there is one, the note. */
const headerRow = (content: Sheet): number => (content.note === null ? 2 : 3)

function worksheet(content: Sheet): string {
  const { columns, rows } = content
  const header = headerRow(content)
  const last = letters(columns.length)
  const widths = columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${column.width + 1}" customWidth="1"/>`).join('')
  const lines = [
    row(1, [text('A1', content.title, STYLE.title)], 30),
    ...(content.note === null ? [] : [row(2, [text('A2', content.note, STYLE.note)])]),
    row(
      header,
      columns.map((column, at) => text(letters(at + 1) + header, column.header, STYLE.header)),
      24,
    ),
    ...rows.map((values, down) =>
      row(
        header + 1 + down,
        columns.map((column, at) => cell(letters(at + 1) + (header + 1 + down), values[column.key] ?? null, column.kind)),
        lineCount(columns, values) * LINE_POINTS,
      ),
    ),
  ]
  const merges = Array.from({ length: header - 1 }, (_, at) => `<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`)
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths}</cols><sheetData>`,
    ...lines,
    `</sheetData><autoFilter ref="A${header}:${last}${header + rows.length}"/>`,
    columns.length > 1 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('')
}

function row(number: number, cells: string[], height?: number): string {
  return `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`
}

/** Lines of the tallest cell: not every program measures wrapped rows when it opens a file. */
function lineCount(columns: Column[], values: Readonly<Record<string, Cell>>): number {
  const counts = columns.map(column => {
    const value = values[column.key]
    return typeof value === 'string' ? Math.ceil((2 * ems(value)) / column.width) : 1
  })
  return Math.min(MAX_LINES, Math.max(1, ...counts))
}

function cell(at: string, value: Cell, kind: Column['kind']): string {
  if (value === null || value === '') return `<c r="${at}" s="${STYLE.text}"/>`
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return text(at, String(value), STYLE.text)
    return `<c r="${at}" s="${kind === 'percent' ? STYLE.percent : STYLE.number}"><v>${value}</v></c>`
  }
  const serial = kind === 'date' ? dateSerial(value) : null
  return serial === null ? text(at, value, STYLE.text) : `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`
}

/** A string cell is never a formula; its style is text with a quote prefix, so that =1+1 stays text when it is edited or saved as CSV. */
function text(at: string, words: string, style: number): string {
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(words.slice(0, MAX_TEXT))}</t></is></c>`
}

/** 2026-05-31 → 46173; null for what is not a day after 1900-03-01, which this date system cannot hold. */
function dateSerial(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return null
  const serial = (ms - EPOCH_MS) / DAY_MS
  return serial > 60 ? serial : null
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, found => ENTITIES[found]!)
}

/** With the header repeated on every printed page. */
function workbook(name: string, content: Sheet): string {
  const header = headerRow(content)
  const area = `'${escaped(name)}'!$A$${header}:$${letters(content.columns.length)}$${header + content.rows.length}`
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${area}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(name)}'!$${header}:$${header}</definedName></definedNames></workbook>`
}

function relationships(...targets: [type: string, target: string][]): string {
  const lines = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(): string {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`
}
