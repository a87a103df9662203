// One-time links that make administrators. The first one is shown on the terminal of whoever starts the program; only its hash is kept, in memory.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits: not to be guessed, so its hash needs no salt. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export class SetupLink {
  #hash: Buffer | null = null

  /** A new token; an earlier one is worth nothing from now on. */
  issue(): string {
    const token = newToken()
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
