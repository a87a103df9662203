// The one-time link that makes the first administrators: shown on the terminal of whoever starts the program; only its hash is kept, in memory.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export class SetupLink {
  #hash: Buffer | null = null

  /** A new token; an earlier one is worth nothing from now on. */
  issue(): string {
    const token = randomBytes(32).toString('base64url')
    this.#hash = hashOf(token)
    return token
  }

  matches(token: string): boolean {
    return this.#hash !== null && timingSafeEqual(this.#hash, hashOf(token))
  }

  spend(): void {
    this.#hash = null
  }
}
