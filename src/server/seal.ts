// Seals what must be kept but never shown again (addresses and secrets of robots): AES-256-GCM under a key that lies outside the database.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
/** Whoever has the secrets of the data folder. */
export interface Sealer {
  secrets: { session: string }
}

const keyOf = ({ secrets }: Sealer): Buffer => Buffer.from(hkdfSync('sha256', secrets.session, '', 'luoshi channel', 32))

export function seal(db: Sealer, words: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(db), iv)
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The words, or null when they were sealed under another key: a database brought here without its secrets.json. */
export function unseal(db: Sealer, text: string): string | null {
  const bytes = Buffer.from(text, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(db), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
