// Copies a data directory, while its database runs or not, and puts a copy back. A copy is a data directory: the next start brings it to the last whole transaction.
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { diskFault, StoreFault } from './fault.ts'
import { lockDirectory } from './lock.ts'
import { runningOn } from './postmaster.ts'
import { secretsIn } from './secret.ts'

const NOBODY = 65_534
const MANIFEST = 'backup.json'
/** What a running server keeps for itself; made anew at the start. PostgreSQL documentation, 25.3.4 "Making a base backup using the low level API". */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+|(.*\/)?(pgsql_tmp.*|pg_internal\.init.*))$/

export interface Copied {
  files: number
  bytes: number
}

/** Copies the embedded database, the files of evidence and the secrets into a new folder, which appears when all of it is there. */
export async function backupTo(dataDir: string, target: string): Promise<Copied> {
  if (!existsSync(join(dataDir, 'pg', 'PG_VERSION'))) throw new StoreFault('no-database', { dir: dataDir })
  if (existsSync(target)) throw new StoreFault('target-exists', { dir: target })
  const part = `${target}.part`
  rmSync(part, { recursive: true, force: true })
  try {
    mkdirSync(part, { recursive: true, mode: 0o700 })
    const running = runningOn(join(dataDir, 'pg'))
    const database = running ? await copyRunning(dataDir, part, running) : await copyStopped(dataDir, part)
    // After the database: a file is never changed, and every one that a row names is there by now.
    const files = await copyTree(join(dataDir, 'files'), join(part, 'files'))
    await copyFile(join(dataDir, 'secrets.json'), join(part, 'secrets.json'))
    const copied = { files: database.files + files.files, bytes: database.bytes + files.bytes }
    writeFileSync(join(part, MANIFEST), JSON.stringify({ at: new Date().toISOString(), postgres: versionIn(dataDir), ...copied }), {
      flush: true,
    })
    renameSync(part, target)
    return copied
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw diskFault(error, target)
  }
}

/** Puts a copy into an empty data directory. */
export async function restoreFrom(source: string, dataDir: string): Promise<Copied> {
  if (!existsSync(join(source, MANIFEST))) throw new StoreFault('no-backup', { dir: source })
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new StoreFault('target-exists', { dir: dataDir })
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    const database = await copyTree(join(source, 'pg'), join(dataDir, 'pg.new'), { owner: process.getuid?.() === 0 ? NOBODY : null })
    const files = await copyTree(join(source, 'files'), join(dataDir, 'files'))
    await copyFile(join(source, 'secrets.json'), join(dataDir, 'secrets.json'))
    await chmod(join(dataDir, 'secrets.json'), 0o600)
    renameSync(join(dataDir, 'pg.new'), join(dataDir, 'pg'))
    return { files: database.files + files.files, bytes: database.bytes + files.bytes }
  } catch (error) {
    throw diskFault(error, dataDir)
  }
}

const versionIn = (dataDir: string): string => readFileSync(join(dataDir, 'pg', 'PG_VERSION'), 'utf8').trim()

async function copyStopped(dataDir: string, part: string): Promise<Copied> {
  const release = lockDirectory(dataDir)
  try {
    return await copyTree(join(dataDir, 'pg'), join(part, 'pg'), { skip: /^postmaster\.(pid|opts)$/ })
  } finally {
    release()
  }
}

/** Between start and stop of the backup the files may be copied in any order: the write-ahead log of that time makes them whole. */
async function copyRunning(dataDir: string, part: string, at: { host: string; port: number }): Promise<Copied> {
  const client = new pg.Client({
    host: at.host,
    port: at.port,
    user: 'luoshi_owner',
    password: secretsIn(dataDir).owner,
    database: 'postgres',
  })
  await client.connect()
  try {
    // A slot of this session keeps the log from being recycled before it is copied.
    await client.query(`select pg_create_physical_replication_slot('luoshi_backup', true, true)`)
    await client.query(`select pg_backup_start('luoshi backup', true)`)
    const data = await copyTree(join(dataDir, 'pg'), join(part, 'pg'), { skip: LEFT_OUT })
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    writeFileSync(join(part, 'pg', 'backup_label'), rows[0]!.labelfile, { mode: 0o600, flush: true })
    const log = await copyTree(join(dataDir, 'pg', 'pg_wal'), join(part, 'pg', 'pg_wal'), {
      skip: /^archive_status\/.+|\.(partial|tmp)$|^xlogtemp/,
    })
    return { files: data.files + log.files, bytes: data.bytes + log.bytes }
  } finally {
    await client.end()
  }
}

interface CopyOptions {
  skip?: RegExp
  owner?: number | null
}

/** Copies a folder; what vanishes meanwhile was not needed. */
async function copyTree(from: string, to: string, options: CopyOptions = {}, inner = ''): Promise<Copied> {
  const copied: Copied = { files: 0, bytes: 0 }
  await mkdir(join(to, inner), { recursive: true, mode: 0o700 })
  own(join(to, inner), options)
  for (const entry of await readdir(join(from, inner), { withFileTypes: true }).catch(unlessGone([]))) {
    const path = inner ? `${inner}/${entry.name}` : entry.name
    if (options.skip?.test(path)) continue
    if (entry.isDirectory()) {
      const below = await copyTree(from, to, options, path)
      copied.files += below.files
      copied.bytes += below.bytes
    } else if (entry.isFile() && (await copyFile(join(from, path), join(to, path)).then(() => true, unlessGone(false)))) {
      own(join(to, path), options)
      copied.files++
      copied.bytes += statSync(join(to, path)).size
    }
  }
  return copied
}

function own(path: string, { owner }: CopyOptions): void {
  if (owner != null) chownSync(path, owner, owner)
}

const unlessGone =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise
    throw error
  }
