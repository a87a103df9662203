// Opens the zip inside a .docx or .xlsx: only the parts that are wanted, never more than is allowed, each checked against its CRC. It never writes to disk.

import { crc32, inflateRawSync } from 'node:zlib'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'

/** No office document has more parts. */
const MOST_PARTS = 5_000

/** Every name in the archive; what was not wanted is empty. */
export type Parts = ReadonlyMap<string, Uint8Array>

interface Entry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  unpacked: number
  offset: number
}

export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean, unpackedBytes: number): Parts | IntakeRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = directory(bytes, view)
    const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
    if (entries.some(entry => entry.encrypted)) return refuseIntake('encrypted')
    if (total > unpackedBytes || entries.length > MOST_PARTS) return refuseIntake('zip-bomb', { limit: unpackedBytes, is: total })
    return new Map(entries.map(entry => [entry.name, wanted(entry.name) ? unpack(bytes, view, entry) : NOTHING]))
  } catch (error) {
    // A read outside the file, a bad stream, or a stream longer than it said: all of them say that the archive is broken.
    if (error instanceof RangeError || error instanceof SyntaxError || (error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      return refuseIntake('damaged', { kind: 'zip' })
    throw error
  }
}

const NOTHING = new Uint8Array()

/** The central directory (APPNOTE 4.3.12), found through the record at the end of the file (4.3.16). */
function directory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) throw new SyntaxError('the archive has no directory')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new SyntaxError('the directory is broken')
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new SyntaxError(`method ${entry.method} is not used in office documents`)
  const part = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) })
  if (part.length !== entry.unpacked || crc32(part) !== entry.crc) throw new SyntaxError(`${entry.name} is broken`)
  return part
}

export function partText(parts: Parts, name: string): string | null {
  const part = parts.get(name)
  return part && part.length > 0
    ? new TextDecoder(part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(part)
    : null
}
