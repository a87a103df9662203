// Text of a PDF page by page, in reading order; tells which pages are only pictures. Drawing and character recognition are not done here.

import { definePDFJSModule, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { BuiltInMaps } from './cmap.ts'
import { type Piece, pageLines } from './column.ts'
import { plainRadicals } from './radical.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'

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

/** The page's text, '' when it has none, null when its fonts do not say what their characters are. */
export async function pageText(page: PdfPage): Promise<string | null> {
  const content = await page.getTextContent()
  const pieces = content.items.flatMap((item): Piece[] => {
    if (!('str' in item)) return []
    const [, , c, d, x, y] = item.transform as number[]
    return [{ text: item.str, x: x!, y: y!, width: item.width, size: Math.hypot(c!, d!) }]
  })
  const lines = pageLines(pieces)
  const text = plainRadicals(lines.map(line => `${line}\n`).join(''))
  return readable(text) ? text : null
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
