// Text of a PDF page by page, in reading order; tells which pages are only pictures. Drawing and character recognition are not done here.

import { definePDFJSModule, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { BuiltInMaps } from './cmap.ts'
import { type Piece, pageLines } from './column.ts'
import { gridLines, headerOf, type Row } from './grid.ts'
import { plainRadicals } from './radical.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'
import { rulesOf } from './rule.ts'
import { type RuledTable, ruledTables } from './ruledtable.ts'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** How the reader of PDFs names what is wrong with a file; anything else that it throws is a bug. */
const BROKEN = new Set(['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'XRefParseException', 'MissingDataException'])

export function pdfRefusal(error: unknown): IntakeRefusal {
  const name = (error as Error).name
  if (name === 'PasswordException') return refuseIntake('encrypted')
  if (BROKEN.has(name)) return refuseIntake('damaged', { kind: 'pdf' })
  throw error
}

/** Throws what `pdfRefusal` words. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  await definePDFJSModule(() => import('unpdf/pdfjs'))
  // The reader takes the bytes for itself, and a Buffer's slice is no copy; 0: it says nothing on the console.
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    BinaryDataFactory: BuiltInMaps,
    cMapUrl: 'built-in/',
    cMapPacked: false,
    useWorkerFetch: false,
  })
}

/** Headings of task tables; only pages that have one, or go on with one, are looked through for rules. */
const TABLE_WORDS = /牵头|责任单位|责任部门|责任人|承办单位|主办单位|完成时限|完成时间|时间节点/

/** The header row of the table that a page ended with, for the next page that goes on with it. */
export interface Carried {
  header: Row | null
}

/** The page's text, '' when it has none, null when its fonts do not say what their characters are. */
export async function pageText(page: PdfPage, carried: Carried): Promise<string | null> {
  const content = await page.getTextContent()
  const pieces = content.items.flatMap((item): Piece[] => {
    if (!('str' in item)) return []
    const [, , c, d, x, y] = item.transform as number[]
    return [{ text: plainRadicals(item.str), x: x!, y: y!, width: item.width, size: Math.hypot(c!, d!) }]
  })
  const seeks = carried.header !== null || TABLE_WORDS.test(pieces.map(piece => piece.text).join(''))
  const tables = seeks ? ruledTables(await rulesOf(page), pieces) : []
  const text = laidOut(pieces, tables, carried)
    .map(line => `${line}\n`)
    .join('')
  return readable(text) ? text : null
}

/** Text above, between and below the tables, and each table as lines. */
function laidOut(pieces: Piece[], tables: RuledTable[], carried: Carried): string[] {
  const lines: string[] = []
  let rest = pieces
  for (const table of tables) {
    lines.push(...pageLines(rest.filter(piece => piece.y > table.bottom && !table.pieces.has(piece))))
    rest = rest.filter(piece => piece.y <= table.bottom)
    const own = headerOf(table.rows)
    const header = own ?? (carried.header?.length === table.rows[0]?.length ? carried.header : null)
    lines.push(...gridLines(own === null && header !== null ? [header, ...table.rows] : table.rows))
    carried.header = header
  }
  if (tables.length === 0) carried.header = null
  return [...lines, ...pageLines(rest)]
}

/** Characters of private use and control characters are what a font without a map to Unicode gives. */
function readable(text: string): boolean {
  const strange = text.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  return strange * 5 <= text.length
}

/** Whether the page draws any picture. */
export async function hasPicture(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray } = await page.getOperatorList()
  return fnArray.some(op => op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject || op === OPS.paintImageMaskXObject)
}
