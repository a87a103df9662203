// Tells what a file is by its first bytes and its inside, never by its name.

import { strToU8 } from 'fflate'

export type Kind =
  | { kind: 'zip' | 'pdf' | 'text' | 'image' }
  /** Known, but nothing here opens it. */
  | { kind: 'unsupported'; found: string }
  | { kind: 'encrypted' }

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
const startsWith = (bytes: Uint8Array, words: string, at = 0) => starts(bytes.subarray(at, at + words.length), ...strToU8(words, true))

export function sniff(bytes: Uint8Array): Kind {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return { kind: 'zip' }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compound(bytes)
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) || starts(bytes, 0xff, 0xd8, 0xff)) return { kind: 'image' }
  for (const [found, is] of UNSUPPORTED) if (is(bytes)) return { kind: 'unsupported', found }
  // The header of a PDF may stand anywhere in the first 1,024 bytes (PDF 1.7, appendix H.3).
  if (indexOf(bytes.subarray(0, 1024), strToU8('%PDF-')) >= 0) return { kind: 'pdf' }
  return { kind: 'text' }
}

const UNSUPPORTED: [string, (bytes: Uint8Array) => boolean][] = [
  ['rtf', bytes => startsWith(bytes, '{\\rtf')],
  [
    'html',
    bytes => /^[\ufeff\s]*<(?:!doctype html|html)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replace('ï»¿', '')),
  ],
  ['gif', bytes => startsWith(bytes, 'GIF8')],
  ['bmp', bytes => startsWith(bytes, 'BM') && starts(bytes.subarray(6), 0, 0, 0, 0)],
  ['tiff', bytes => starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)],
  ['webp', bytes => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)],
  ['rar', bytes => startsWith(bytes, 'Rar!')],
  ['7z', bytes => starts(bytes, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
]

/** OLE compound files: an encrypted .docx or .xlsx keeps its package in a stream of that name (MS-OFFCRYPTO 2.3.4.4); the rest are the formats before 2007. */
function compound(bytes: Uint8Array): Kind {
  const holds = (name: string) => indexOf(bytes, utf16(name)) >= 0
  if (holds('EncryptedPackage')) return { kind: 'encrypted' }
  const found = holds('WordDocument') ? 'doc' : holds('Workbook') || holds('Book') ? 'xls' : holds('PowerPoint Document') ? 'ppt' : 'ole'
  return { kind: 'unsupported', found }
}

function utf16(words: string): Uint8Array {
  return Uint8Array.from([...words].flatMap(character => [character.charCodeAt(0), 0]))
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(wanted)
}
