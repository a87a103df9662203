// What may be put in as evidence, told by its bytes and never by its name: pictures and documents. Programs, pages and archives may not.
import { DOCX, XLSX } from '../core/media.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import { pictureSize } from '../intake/picturesize.ts'
import { intakeInWorker } from '../intake/thread.ts'
import type { Upload } from './call.ts'

const MAGIC: [media: string, bytes: number[], at?: number][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  // .doc and .xls; an encrypted .docx or .xlsx looks the same.
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
]

/** The media type, or null when it is nothing that belongs here. */
export function mediaOf(bytes: Buffer): string | null {
  for (const [media, magic, at = 0] of MAGIC) if (magic.every((byte, n) => bytes[at + n] === byte)) return media
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
    if (bytes.includes('word/document.xml')) return DOCX
    return bytes.includes('xl/workbook.xml') ? XLSX : null
  }
  const isText =
    !bytes.includes(0) && !/^\s*(<(!doctype|html|svg|script|\?xml)|#!)/i.test(bytes.subarray(0, 256).toString('latin1').replace(/^ï»¿/, ''))
  return isText ? 'text/plain' : null
}

/** The media type of a file that may be kept; documents marked 秘密/机密/绝密 may not (domain: no classified material). */
export async function checked({ name, bytes }: Upload): Promise<string | Refusal> {
  const media = mediaOf(bytes)
  if (!media) return refuse('file-refused', { code: 'unsupported-type' })
  if (media === 'image/png' || media === 'image/jpeg') {
    // A head alone makes no picture: the page would show a hole where the evidence should be.
    const size = pictureSize(bytes)
    if (!size || size.width === 0 || size.height === 0) return refuse('file-refused', { code: 'damaged' })
  }
  if (media === 'text/plain' || media === DOCX) {
    const read = await intakeInWorker(bytes, { name })
    if ('code' in read && read.code === 'classified') return refuse('file-refused', { ...read.facts, code: read.code })
  }
  return media
}
