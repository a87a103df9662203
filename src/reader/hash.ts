// The SHA-256 of a text; the same everywhere, but by the machine's own code where the reader runs in Node.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

// Asked for at run time: the reader also runs in browsers, whose own hash answers too late. A tenth of the time of the other.
const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')

/** In hexadecimal digits, of the text in UTF-8. */
export function hashOf(text: string): string {
  return crypto ? crypto.hash('sha256', text) : bytesToHex(sha256(new TextEncoder().encode(text)))
}
