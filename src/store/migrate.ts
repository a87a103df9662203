// Brings the tables up to date as the owner, and makes the role that serves. Run at every start; does nothing when all is done.
import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Pool, PoolClient } from 'pg'
import { StoreFault } from './fault.ts'
import * as begin from './migrations/001-begin.ts'
import * as correction from './migrations/002-correction.ts'
import * as lean from './migrations/003-lean.ts'
import * as clock from './migrations/004-clock.ts'
import * as organisation from './migrations/005-organisation.ts'
import * as cascade from './migrations/006-cascade.ts'
import * as slip from './migrations/007-slip.ts'
import * as message from './migrations/008-message.ts'
import * as answer from './migrations/009-answer.ts'
import * as note from './migrations/010-note.ts'
import * as spare from './migrations/010-spare.ts'
import * as indicator from './migrations/011-indicator.ts'
import * as benchmark from './migrations/012-benchmark.ts'
import * as scheme from './migrations/013-scheme.ts'
import * as sheet from './migrations/014-sheet.ts'
import * as readingImport from './migrations/015-import.ts'
import * as kind from './migrations/015-kind.ts'
import * as links from './migrations/016-link.ts'
import * as burden from './migrations/017-burden.ts'
import * as campaign from './migrations/018-campaign.ts'
import * as risk from './migrations/019-risk.ts'
import * as duplicate from './migrations/020-duplicate.ts'
import * as peerImport from './migrations/021-peerimport.ts'
import * as board from './migrations/021-scoreboard.ts'
import * as below from './migrations/022-below.ts'
import * as kindSheet from './migrations/022-kindsheet.ts'
import * as boundary from './migrations/023-boundary.ts'
import * as frame from './migrations/024-frame.ts'
import * as sheetWithdrawal from './migrations/024-sheetwithdrawal.ts'
import * as schemeResult from './migrations/025-schemeresult.ts'

/** In order; a migration that has been released is never changed. */
const MIGRATIONS: Record<string, Migration> = {
  '001-begin': begin,
  '002-correction': correction,
  '003-lean': lean,
  '004-clock': clock,
  '005-organisation': organisation,
  '006-cascade': cascade,
  '007-slip': slip,
  '008-message': message,
  '009-answer': answer,
  '010-note': note,
  '010-spare': spare,
  '011-indicator': indicator,
  '012-benchmark': benchmark,
  '013-scheme': scheme,
  '014-sheet': sheet,
  '015-import': readingImport,
  '015-kind': kind,
  '016-link': links,
  '017-burden': burden,
  '018-campaign': campaign,
  '019-risk': risk,
  '020-duplicate': duplicate,
  '021-peerimport': peerImport,
  '021-scoreboard': board,
  '022-below': below,
  '022-kindsheet': kindSheet,
  '023-boundary': boundary,
  '024-frame': frame,
  '025-schemeresult': schemeResult,
  '024-sheetwithdrawal': sheetWithdrawal,
}

/** Returns the names of the migrations that were carried out now. */
export async function migrate(owner: Pool, serverPassword: string | null): Promise<string[]> {
  const client = await owner.connect()
  try {
    await makeServerRole(client, serverPassword)
  } finally {
    client.release()
  }
  const migrator = new Migrator({
    db: new Kysely({ dialect: new PostgresDialect({ pool: owner }) }),
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(result => result.migrationName)
}

/** `null`: the role is looked after by whoever set DATABASE_SERVER_URL. */
async function makeServerRole(client: PoolClient, password: string | null): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as mighty from pg_roles where rolname = 'luoshi_server'`,
  )
  const [role] = rows
  if (password === null && role) return
  const login = password === null ? 'nologin' : `login password ${client.escapeLiteral(password)}`
  // Only a superuser may say `nosuperuser` of a role that is there, so it is said to the one that needs it.
  const limits = !role || role.mighty ? 'nosuperuser nobypassrls nocreatedb nocreaterole noinherit' : ''
  try {
    await client.query(`${role ? 'alter' : 'create'} role luoshi_server ${login} ${limits}`)
  } catch (error) {
    throw new StoreFault('database-rights', { why: (error as Error).message }, error)
  }
}
