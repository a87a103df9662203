// A county that worked with the version before keeps its people's posts: brought up to date by the owner, who may be no superuser.
import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import * as begin from './001-begin.ts'
import * as correction from './002-correction.ts'
import * as lean from './003-lean.ts'
import * as organisation from './005-organisation.ts'

const { superuser, owner } = inject('postgres')
const name = `luoshi_${randomBytes(6).toString('hex')}`
const inside = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
async function connected(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  return client
}
const server = await connected(superuser)
await server.query(`create database ${name} template template0 encoding 'UTF8' owner ${decodeURIComponent(new URL(owner).username)}`)
const mighty = await connected(inside(superuser))
const pool = new pg.Pool({ connectionString: inside(owner), max: 1 })
const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
afterAll(async () => {
  await kysely.destroy()
  await mighty.end()
  await server.query(`drop database ${name} with (force)`)
  await server.end()
})

const OLD = `
insert into jurisdiction (id, name, place, office, created_at) values ('990124', '青禾县', '青禾县', '督查室', now());
insert into unit (jurisdiction_id, id, name, kind, position) values ('990124', '00000000-0000-4000-8000-00000000000a', '县水利局', 'government', 1);
insert into person (jurisdiction_id, id, username, name, post, created_at) values
  ('990124', '00000000-0000-4000-8000-000000000001', 'heqing', '何清', '办公室主任', now()),
  ('990124', '00000000-0000-4000-8000-000000000002', 'lin', '林晓雨', null, now()),
  ('990124', '00000000-0000-4000-8000-000000000003', 'anping', '安平', null, now());
insert into appointment (jurisdiction_id, id, person_id, role, unit_id, from_day, to_day) values
  ('990124', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'liaison', '00000000-0000-4000-8000-00000000000a', '2025-03-01', null),
  ('990124', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'head', '00000000-0000-4000-8000-00000000000a', '2024-01-01', '2025-03-01'),
  ('990124', gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'officer', null, '2025-01-06', null),
  ('990124', gen_random_uuid(), '00000000-0000-4000-8000-000000000003', 'system_admin', null, '2025-01-06', null);`

test('every appointment of the version before becomes a post that was held, but for the administrators’', async () => {
  for (const step of [begin, correction, lean]) await kysely.transaction().execute(step.up)
  await mighty.query(OLD)
  await kysely.transaction().execute(organisation.up)
  const { rows } = await mighty.query(
    `select p.name, o.name as post, o.role, u.name as unit, t.from_day, t.to_day, t.decided, a.tenure_id = t.id as linked
     from appointment a join person p on p.id = a.person_id left join tenure t on t.id = a.tenure_id left join post o on o.id = t.post_id
     left join unit u on u.id = o.unit_id order by p.name, o.role`,
  )
  const held = { decided: true, linked: true }
  expect(rows.map(({ from_day, to_day, ...row }) => ({ ...row, from: day(from_day), to: day(to_day) }))).toEqual(
    expect.arrayContaining([
      { ...held, name: '何清', post: '办公室主任', role: 'liaison', unit: '县水利局', from: '2025-03-01', to: null },
      { ...held, name: '何清', post: '办公室主任', role: 'head', unit: '县水利局', from: '2024-01-01', to: '2025-03-01' },
      { ...held, name: '林晓雨', post: '', role: 'officer', unit: null, from: '2025-01-06', to: null },
      { name: '安平', post: null, role: null, unit: null, from: null, to: null, decided: null, linked: null },
    ]),
  )
  expect(rows).toHaveLength(4)
  expect((await mighty.query(`select level, parent_id from jurisdiction`)).rows).toEqual([{ level: 'county', parent_id: null }])
})

/** Whether the driver gives a day as text or as midnight here. */
const day = (value: string | Date | null): string | null =>
  value instanceof Date
    ? `${value.getFullYear()}-${String(value.getMonth() + 1).padStart(2, '0')}-${String(value.getDate()).padStart(2, '0')}`
    : value
