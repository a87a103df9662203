// Opens the database: the embedded PostgreSQL or one of the user's own, tables up to date, the serving role connected.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg, { type Pool, type PoolConfig } from 'pg'
import type { Actor } from '../core/types.ts'
import { type Cluster, startCluster } from './embedded.ts'
import { diskFault, isLost, StoreFault } from './fault.ts'
import { lockDirectory } from './lock.ts'
import { migrate } from './migrate.ts'
import { type Secrets, secretsIn } from './secret.ts'
import { atOnce, type Context, contextOf, type Tx, tell, txOf } from './tx.ts'
import { textTypes } from './types.ts'

export interface Database {
  /** The serving role: row-level security holds for it. Values come as the contract has them (days and instants as text). */
  pool: Pool
  /** The same role on schema `auth` with the driver's own types (Date), as better-auth wants it. */
  auth: Kysely<unknown>
  secrets: Pick<Secrets, 'session' | 'answer'>
  dataDir: string
  /** Folder of the files of evidence. */
  filesDir: string
  /** `embedded`, or the address without its password. */
  where: string
  /** What is behind an error: a lost connection does not say why the embedded server went down. */
  reason(error: unknown): unknown
  close(): Promise<void>
}

export type OpenStep = 'make' | 'start' | 'adopt' | 'connect' | 'migrate' | 'ready'

export interface OpenOptions {
  /** Lock, secrets, files and the embedded cluster stand here. */
  dataDir: string
  /** The owner's address of a PostgreSQL ≥ 15 of one's own; none = the embedded one. */
  url?: string | null
  /** The serving role's address; none = the role luoshi_server is made and given a password by the program. */
  serverUrl?: string | null
  /** Connections of the serving pool. */
  connections?: number
  onStep?: (step: OpenStep) => void
}

/** Opens the database. Throws a StoreFault with a sentence that says what to do. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { dataDir, onStep } = options
  const filesDir = join(dataDir, 'files')
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const step of closers.splice(0).reverse()) await step()
  }
  try {
    writable(dataDir, filesDir)
    closers.push(lockDirectory(dataDir))
    const secrets = secretsIn(dataDir)
    let address: PoolConfig
    let cluster: Cluster | undefined
    if (options.url) address = { connectionString: options.url }
    else {
      const own = await startCluster(dataDir, { password: secrets.owner, onStep })
      cluster = own
      closers.push(() => own.stop())
      address = addressOf(cluster, secrets.owner)
    }
    onStep?.('connect')
    if (!options.url) await within(address, makeDatabase)
    onStep?.('migrate')
    const inside = options.url ? address : { ...address, database: 'luoshi' }
    await within(inside, owner => migrate(owner, options.serverUrl ? null : secrets.server))
    const serving: PoolConfig = options.serverUrl ? { connectionString: options.serverUrl } : asServer(address, secrets.server)
    const { pool, auth } = connect(serving, options.connections ?? 16)
    closers.push(
      () => pool.end(),
      () => auth.destroy(),
    )
    onStep?.('ready')
    return {
      pool,
      auth,
      secrets,
      dataDir,
      filesDir,
      where: options.url ? withoutPassword(options.url) : 'embedded',
      reason: error => (cluster && isLost(error) ? cluster.lastWords() : diskFault(error, dataDir)),
      close,
    }
  } catch (error) {
    await close()
    throw reachFault(diskFault(error, dataDir), options.url)
  }
}

/** Runs `work` with the actor's rows in sight, and nothing else. */
export async function read<T>(db: Pick<Database, 'pool'>, actor: Actor | Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const context = 'scope' in actor ? actor : contextOf(actor)
  const client = await db.pool.connect()
  try {
    // Both go to the database at once; the answer counts only when the context was taken.
    const [, value] = await Promise.all(atOnce(client, () => [tell(client, context), work(txOf(client, context))] as const))
    client.release()
    return value
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

function writable(dataDir: string, filesDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  mkdirSync(filesDir, { recursive: true, mode: 0o700 })
  const probe = join(dataDir, 'probe.new')
  writeFileSync(probe, 'x', { flush: true })
  rmSync(probe)
}

function addressOf(cluster: Cluster, password: string): PoolConfig {
  return { host: cluster.host, port: cluster.port, user: cluster.user, password, database: 'postgres' }
}

/** Whoever uses a connection that breaks learns of it at the next query; without listeners it would end the program. */
function poolOf(config: PoolConfig): Pool {
  return new pg.Pool(config).on('error', () => {}).on('connect', client => client.on('error', () => {}))
}

async function within(config: PoolConfig, work: (pool: Pool) => Promise<unknown>): Promise<void> {
  const pool = poolOf({ ...config, max: 2 })
  try {
    await work(pool)
  } finally {
    await pool.end()
  }
}

async function makeDatabase(owner: Pool): Promise<void> {
  const { rowCount } = await owner.query(`select 1 from pg_database where datname = 'luoshi'`)
  if (!rowCount) await owner.query('create database luoshi')
}

export function asServer(address: PoolConfig, password: string): PoolConfig {
  if (!address.connectionString) return { ...address, user: 'luoshi_server', password, database: 'luoshi' }
  const url = new URL(address.connectionString)
  // postgresql:///name?host=/run/postgresql: an address without a host takes no user; `host` in the query still decides.
  if (!url.hostname) url.hostname = 'localhost'
  url.username = 'luoshi_server'
  url.password = password
  return { connectionString: url.href }
}

/** A connection that was closed is made, told and prepared anew for whoever comes next: a county at work is never idle that long. */
const IDLE_MS = 10 * 60_000

/** Pools of the serving role; also for tests that open a second one on the same database. */
export function connect(serving: PoolConfig, connections: number): { pool: Pool; auth: Kysely<unknown> } {
  // Pipelined: the context, the start of a transaction and its first query travel together.
  const pool = poolOf({
    ...serving,
    max: connections,
    idleTimeoutMillis: IDLE_MS,
    pipeline: true,
    types: textTypes,
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
  } as PoolConfig)
  const authPool = poolOf({ ...serving, max: 4, idleTimeoutMillis: IDLE_MS, options: '-c search_path=auth' })
  return { pool, auth: new Kysely({ dialect: new PostgresDialect({ pool: authPool }) }) }
}

export function withoutPassword(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}

function reachFault(error: unknown, url: string | null | undefined): unknown {
  if (!url || error instanceof StoreFault) return error
  const code = (error as { code?: string } | null)?.code ?? ''
  const away = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28|3D|57P)/.test(code)
  return away
    ? new StoreFault('database-unreachable', { address: withoutPassword(url), why: (error as Error).message || code }, error)
    : error
}
