// The SHA-256 of a text where no machine's own code answers at once: in browsers. Fetched only there.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** In hexadecimal digits, of the text in UTF-8. */
export function softHash(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)))
}
