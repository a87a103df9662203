// Tests of bringing the tables up to date, as the owner; on the system's server he is no superuser, as on most people's.
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { aDatabase, asOwner } from '../../test/database.ts'
import { migrate } from './migrate.ts'

const db = await aDatabase()
const { owner, serverPassword } = inject('postgres')
const own = new pg.Pool({ connectionString: Object.assign(new URL(owner), { pathname: new URL(db.superuser).pathname }).href, max: 1 })
afterAll(() => own.end())

test('a second start finds all done', async () => {
  expect(await migrate(own, serverPassword)).toEqual([])
})

test('the role that serves has no rights beside its tables', async () => {
  const [role] = await asOwner(
    db,
    `select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'luoshi_server'`,
  )
  expect(role).toEqual({
    rolcanlogin: true,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolinherit: false,
  })
})
