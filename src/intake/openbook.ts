// Opens an .xlsx to read its cells: what is none, is locked, is too large or holds a program is refused. Changes nothing.
import type ExcelJS from 'exceljs'
import { openArchive } from './archive.ts'
import { sniff } from './kind.ts'
import { type IntakeRefusal, isIntakeRefusal, refuseIntake } from './refusal.ts'
import { opened } from './workbook.ts'
import { BOOK_MAIN, bookPart, MOST_MERGED, mergedCells, tameParts } from './workbookparts.ts'

/** xl/vbaProject.bin · xl/macrosheets/sheet1.xml · xl/activeX/activeX1.xml */
const PROGRAM = /(?:^|\/)(?:vbaProject[^/]*\.bin|macrosheets\/|activeX\/|dialogsheets\/)/i

const PLAIN = { text: 'txt', pdf: 'pdf', image: 'jpg' } as const

export async function openBook(
  bytes: Uint8Array,
  limits: { bytes: number; unpackedBytes: number },
): Promise<ExcelJS.Workbook | IntakeRefusal> {
  if (bytes.length === 0) return refuseIntake('empty')
  if (bytes.length > limits.bytes) return refuseIntake('too-large', { limit: limits.bytes, is: bytes.length, of: 'bytes' })
  const is = sniff(bytes)
  if (is.kind === 'encrypted') return refuseIntake('encrypted')
  if (is.kind !== 'zip') return refuseIntake('unsupported-type', { found: is.kind === 'unsupported' ? is.found : PLAIN[is.kind] })
  const parts = openArchive(bytes, bookPart, limits.unpackedBytes)
  if (isIntakeRefusal(parts)) return parts
  if ([...parts.keys()].some(name => PROGRAM.test(name))) return refuseIntake('unsupported-type', { found: 'xlsm' })
  if (!parts.has(BOOK_MAIN)) return refuseIntake('unsupported-type', { found: 'zip' })
  const tame = tameParts(parts)
  const merged = mergedCells(tame)
  if (merged > MOST_MERGED) return refuseIntake('too-large', { limit: MOST_MERGED, is: merged, of: 'cells' })
  return (await opened(tame)) ?? refuseIntake('damaged', { kind: 'xlsx' })
}
