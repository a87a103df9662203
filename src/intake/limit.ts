// How much intake takes on: product choices, sized so that any real document passes and no file can tie up the server.

export interface Limits {
  /** Size of the file. */
  bytes: number
  /** Size of what a .docx or .xlsx unpacks to. */
  unpackedBytes: number
  pages: number
  /** Pages that need character recognition, which takes seconds each. */
  scannedPages: number
  /** UTF-16 code units of the text. */
  characters: number
}

const MIB = 1024 * 1024

export const LIMITS: Readonly<Limits> = { bytes: 15 * MIB, unpackedBytes: 150 * MIB, pages: 300, scannedPages: 60, characters: 3_000_000 }
