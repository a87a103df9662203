// The door of the room: the bytes of a file in, its text with pages out, or a refusal. It never throws for what a file contains.

import type { Note } from '../core/intakenote.ts'
import { openArchive, type Parts } from './archive.ts'
import { DOCX_MAIN, docx, docxPart } from './docx.ts'
import { sniff } from './kind.ts'
import { LIMITS, type Limits } from './limit.ts'
import type { Page } from './page.ts'
import { plain } from './plain.ts'
import { type IntakeRefusal, isIntakeRefusal, refuseIntake } from './refusal.ts'
import { markingOf, secrecyOf } from './secrecy.ts'
import { BOOK_MAIN, bookPart } from './workbookparts.ts'

const INTAKE_KINDS = ['txt', 'docx', 'pdf', 'xlsx', 'image'] as const

export interface Intake {
  text: string
  pages: Page[]
  kind: (typeof INTAKE_KINDS)[number]
  /** Of plain text only. */
  encoding?: string
  notes: Note[]
}

export interface Progress {
  /** Pages done, with a fraction for the one at hand; and pages in all. */
  done: number
  of: number
}

export interface IntakeOptions {
  /** The file's name; it is never trusted to say what the file is. */
  name: string
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
  limits?: Partial<Limits>
}

export async function intake(bytes: Uint8Array, options: IntakeOptions): Promise<Intake | IntakeRefusal> {
  const limits = { ...LIMITS, ...options.limits }
  if (bytes.length === 0) return refuseIntake('empty')
  if (bytes.length > limits.bytes) return refuseIntake('too-large', { limit: limits.bytes, is: bytes.length, of: 'bytes' })
  if (options.signal?.aborted) return refuseIntake('cancelled')
  const found = await open(bytes, options, limits)
  if (isIntakeRefusal(found)) return found
  return checked(found, limits)
}

type Opened = Intake & { headers?: string[] }

/** The readers of PDFs, pictures and workbooks are large: they are loaded when one comes. */
async function open(bytes: Uint8Array, { onProgress, signal }: IntakeOptions, limits: Limits): Promise<Opened | IntakeRefusal> {
  const is = sniff(bytes)
  switch (is.kind) {
    case 'encrypted':
      return refuseIntake('encrypted')
    case 'unsupported':
      return refuseIntake('unsupported-type', { found: is.found })
    case 'text': {
      const read = plain(bytes)
      return isIntakeRefusal(read) ? read : { kind: 'txt', ...read }
    }
    case 'zip': {
      const parts = openArchive(bytes, name => docxPart(name) || bookPart(name), limits.unpackedBytes)
      return isIntakeRefusal(parts) ? parts : office(parts)
    }
    case 'pdf': {
      const { pdf } = await import('./paper.ts')
      const read = await pdf(bytes, { limits, onProgress, signal })
      return isIntakeRefusal(read) ? read : { kind: 'pdf', ...read }
    }
    case 'image': {
      const { image } = await import('./paper.ts')
      const read = await image(bytes, { limits, onProgress, signal })
      return isIntakeRefusal(read) ? read : { kind: 'image', ...read }
    }
  }
}

async function office(parts: Parts): Promise<Opened | IntakeRefusal> {
  if (parts.has(DOCX_MAIN)) {
    const read = docx(parts)
    return isIntakeRefusal(read) ? read : { kind: 'docx', ...read }
  }
  if (parts.has(BOOK_MAIN)) {
    const { workbook } = await import('./workbook.ts')
    const read = await workbook(parts)
    return isIntakeRefusal(read) ? read : { kind: 'xlsx', ...read }
  }
  const found = parts.has('OFD.xml') ? 'ofd' : parts.has('ppt/presentation.xml') ? 'pptx' : parts.has('mimetype') ? 'odf' : 'zip'
  return refuseIntake('unsupported-type', { found })
}

/** What holds for every kind: it has text, not too much of it, and no secrecy marking. */
function checked({ headers = [], ...read }: Opened, limits: Limits): Intake | IntakeRefusal {
  if (read.text.trim() === '') return refuseIntake(read.kind === 'txt' ? 'empty' : 'no-text')
  if (read.pages.length > limits.pages) return refuseIntake('too-many-pages', { limit: limits.pages, is: read.pages.length })
  const level =
    headers
      .flatMap(header => header.split('\n'))
      .map(markingOf)
      .find(found => found !== null) ?? secrecyOf(read.text, read.pages)
  if (level) return refuseIntake('classified', { level })
  if (read.text.length > limits.characters)
    return refuseIntake('too-large', { limit: limits.characters, is: read.text.length, of: 'characters' })
  return read
}
