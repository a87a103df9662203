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
    /** A superuser's address, the owner's (who is none on the system's server, as on most people's), and the password of luoshi_server. */
    postgres: { superuser: string; owner: string; serverPassword: string }
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
  const superuser = new URL(own ?? `postgres://luoshi_owner:${password}@localhost/postgres?host=${cluster!.host}&port=${cluster!.port}`)
  const owner = new URL(superuser)
  await sql(superuser.href, `drop database if exists ${TEMPLATE}`)
  if (process.env.LUOSHI_TEST_PG === 'system') {
    ;[owner.username, owner.password] = ['luoshi_plain', password]
    await sql(
      superuser.href,
      `do $$ begin create role luoshi_plain; exception when duplicate_object then null; end $$`,
      `alter role luoshi_plain login createrole nosuperuser password '${password}'`,
    )
  }
  await sql(superuser.href, `create database ${TEMPLATE} template template0 encoding 'UTF8' owner ${decodeURIComponent(owner.username)}`)
  owner.pathname = `/${TEMPLATE}`
  const pool = new pg.Pool({ connectionString: owner.href, max: 1 })
  await migrate(pool, serverPassword)
  await pool.end()
  project.provide('postgres', { superuser: superuser.href, owner: owner.href, serverPassword })
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
  /** A superuser's address, to look behind the policies. */
  superuser: string
}

/** A database of the test file's own, migrated, opened as the server opens it; it is gone after the file's last test. */
export async function aDatabase(connections = 8): Promise<TestDatabase> {
  const { superuser, owner, serverPassword } = inject('postgres')
  const name = `luoshi_${randomBytes(6).toString('hex')}`
  const inside = (address: string, user?: [name: string, password: string]): string => {
    const at = new URL(address)
    at.pathname = `/${name}`
    if (user) [at.username, at.password] = user
    return at.href
  }
  await sql(superuser, `create database ${name} template ${TEMPLATE} owner ${decodeURIComponent(new URL(owner).username)}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'luoshi-data-'))
  const db = await openDatabase({ dataDir, url: inside(owner), serverUrl: inside(owner, ['luoshi_server', serverPassword]), connections })
  afterAll(async () => {
    await db.close()
    await sql(superuser, `drop database if exists ${name} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { ...db, superuser: inside(superuser) }
}

/** Runs SQL behind the policies. */
export async function asOwner<Row extends object>(db: TestDatabase, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: db.superuser })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
