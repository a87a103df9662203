// The random passwords of the two database roles and the key that signs session cookies, in the data directory, readable by the program's user only.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export interface Secrets {
  owner: string
  server: string
  session: string
  /** Signs the links by which a unit without accounts answers. */
  answer: string
}

/** Reads the secrets of a data directory, or makes them once. A half-written file is never left behind. */
export function secretsIn(dir: string): Secrets {
  const file = `${dir}/secrets.json`
  const random = () => randomBytes(32).toString('base64url')
  const kept: Partial<Secrets> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : {}
  // A directory of an earlier version lacks the younger ones.
  const secrets: Secrets = { owner: random(), server: random(), session: random(), answer: random(), ...kept }
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return secrets
}
