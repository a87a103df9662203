// The bytes of evidence: kept beside the database by their SHA-256, found through their row. The row is written by `act`.
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from './db.ts'
import { diskFault } from './fault.ts'
import type { Tx } from './tx.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Where the bytes with this digest stand. */
export function pathOf(db: Pick<Database, 'filesDir'>, sha256: string): string {
  if (!SHA256.test(sha256)) throw new RangeError(`not a SHA-256: ${JSON.stringify(sha256)}`)
  return join(db.filesDir, sha256.slice(0, 2), sha256)
}

/** The row of a file: jurisdiction, id, digest, name, type, size, who and when. */
export const FILE_ROW =
  'insert into file (jurisdiction_id, id, sha256, name, type, size, by_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)'

/** Keeps the bytes, durable before it returns; the same bytes are kept once. Throws a StoreFault when the disk is full. */
export async function keepFile(db: Pick<Database, 'filesDir'>, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(db, sha256)
  if (existsSync(path)) return sha256
  const folder = dirname(path)
  const fresh = `${path}.${randomUUID()}.new`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
    syncFolder(folder)
  } catch (error) {
    throw diskFault(error, db.filesDir)
  }
  return sha256
}

/** The bytes, when they are there and still those that were put in; else null. */
export async function readKept(db: Pick<Database, 'filesDir'>, sha256: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(pathOf(db, sha256))
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

interface FilesProof {
  whole: boolean
  files: number
  broken: { id: string; name: string; why: 'missing' | 'changed' } | null
}

/** Reads every file of the jurisdiction and compares it with its digest; names the first that is gone or changed. */
export async function verifyFiles(tx: Tx, db: Pick<Database, 'filesDir'>): Promise<FilesProof> {
  const rows = await tx.rows<FileRow>('select id, name, type, size, sha256 from file where jurisdiction_id = $1 order by at, id', [
    tx.context.jurisdiction,
  ])
  for (const [files, { id, name, sha256 }] of rows.entries())
    if (!(await readKept(db, sha256)))
      return { whole: false, files, broken: { id, name, why: existsSync(pathOf(db, sha256)) ? 'changed' : 'missing' } }
  return { whole: true, files: rows.length, broken: null }
}

/** A rename survives a power cut only when its folder was flushed; Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

export interface FileRow {
  id: string
  name: string
  type: string
  size: number
  sha256: string
}

/** The file's row when the actor may see the item it belongs to, or put it in himself. */
export async function getFile(tx: Tx, id: string): Promise<FileRow | null> {
  const [row] = await tx.rows<FileRow>('select id, name, type, size, sha256 from file where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row ?? null
}
