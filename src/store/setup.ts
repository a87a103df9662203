// The one-time link of the first run: a token in the data directory, good until the first administrators are made.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setupNeeded } from './account.ts'
import type { Database } from './db.ts'

const fileOf = (db: Pick<Database, 'dataDir'>): string => join(db.dataDir, 'setup-token')

/** The token to print; null once somebody can sign in. The same one until it is used. */
export async function issueSetupToken(db: Database): Promise<string | null> {
  const file = fileOf(db)
  if (!(await setupNeeded(db))) {
    rmSync(file, { force: true })
    return null
  }
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  return readFileSync(file, 'utf8')
}

/** Whether the token is the one that was printed. */
export function isSetupToken(db: Pick<Database, 'dataDir'>, token: string): boolean {
  const file = fileOf(db)
  if (!existsSync(file)) return false
  const [given, issued] = [Buffer.from(token), readFileSync(file)]
  return given.length === issued.length && timingSafeEqual(given, issued)
}
