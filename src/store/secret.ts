// The random passwords of the two database roles and the key that signs session cookies, in the data directory, readable by the program's user only.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export interface Secrets {
  owner: string
  server: string
  session: string
}

/** Reads the secrets of a data directory, or makes them once. A half-written file is never left behind. */
export function secretsIn(dir: string): Secrets {
  const file = `${dir}/secrets.json`
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const random = () => randomBytes(32).toString('base64url')
  const secrets: Secrets = { owner: random(), server: random(), session: random() }
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return secrets
}
