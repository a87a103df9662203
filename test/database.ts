// Real databases for tests: one PostgreSQL for the whole run, one database for each test file. Embedded, or the system's when LUOSHI_TEST_PG=system.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Database, openDatabase } from '../src/store/db.ts'
import { startCluster } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import type { Binaries } from '../src/store/platform.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's address of the template database, and the password of luoshi_server. */
    postgres: { url: string; serverPassword: string }
  }
}

const TEMPLATE = 'luoshi_template'

/** DATABASE_URL, or the programs of a PostgreSQL ≥ 15 of the system. */
function systemBinaries(): Binaries {
  for (const major of [18, 17, 16, 15]) {
    const bin = `/usr/lib/postgresql/${major}/bin`
    if (existsSync(join(bin, 'initdb'))) return { bin, major }
  }
  throw new Error('LUOSHI_TEST_PG=system, but there is no PostgreSQL ≥ 15 in /usr/lib/postgresql')
}

/** Starts the run's PostgreSQL; vitest calls it before the first test and its result after the last. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const serverPassword = randomBytes(12).toString('hex')
  const password = randomBytes(12).toString('hex')
  const dir = mkdtempSync(join(tmpdir(), 'luoshi-test-'))
  const own = process.env.LUOSHI_TEST_PG === 'system' ? process.env.DATABASE_URL : undefined
  const binaries = process.env.LUOSHI_TEST_PG === 'system' && !own ? systemBinaries() : undefined
  // What a test writes need not outlive the machine; the crash test has a cluster of its own.
  const cluster = own ? null : await startCluster(dir, { password, binaries, settings: { fsync: 'off' } })
  const url = new URL(own ?? `postgres://luoshi_owner:${password}@localhost/postgres?host=${cluster!.host}&port=${cluster!.port}`)
  await sql(url.href, `drop database if exists ${TEMPLATE}`, `create database ${TEMPLATE} template template0 encoding 'UTF8'`)
  url.pathname = `/${TEMPLATE}`
  const pool = new pg.Pool({ connectionString: url.href, max: 1 })
  await migrate(pool, serverPassword)
  await pool.end()
  project.provide('postgres', { url: url.href, serverPassword })
  return async () => {
    await cluster?.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function sql(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

export interface TestDatabase extends Database {
  /** The owner's address, to look behind the policies. */
  ownerUrl: string
}

/** A database of the test file's own, migrated, opened as the server opens it; it is gone after the file's last test. */
export async function aDatabase(connections = 8): Promise<TestDatabase> {
  const { url, serverPassword } = inject('postgres')
  const name = `luoshi_${randomBytes(6).toString('hex')}`
  const address = (database: string, user?: [string, string]): string => {
    const at = new URL(url)
    at.pathname = `/${database}`
    if (user) [at.username, at.password] = user
    return at.href
  }
  await sql(address('postgres'), `create database ${name} template ${TEMPLATE}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'luoshi-data-'))
  const db = await openDatabase({ dataDir, url: address(name), serverUrl: address(name, ['luoshi_server', serverPassword]), connections })
  afterAll(async () => {
    await db.close()
    await sql(address('postgres'), `drop database if exists ${name} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { ...db, ownerUrl: address(name) }
}

/** Runs SQL as the owner of the tables, behind the policies (only a superuser sees rows that way). */
export async function asOwner<Row extends object>(db: TestDatabase, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: db.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
