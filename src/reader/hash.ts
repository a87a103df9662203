// The SHA-256 of a text; the same everywhere, but by the machine's own code where the reader runs in Node.

// Asked for at run time: the reader also runs in browsers, whose own hash answers too late. A tenth of the time of the other.
const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
// Fetched only where it is needed: a first reading would wait for it.
const soft = crypto ? null : (await import('./softhash.ts')).softHash

/** In hexadecimal digits, of the text in UTF-8. */
export function hashOf(text: string): string {
  return crypto ? crypto.hash('sha256', text) : soft!(text)
}
