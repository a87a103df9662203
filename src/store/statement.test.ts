// Rows of prepared statements: the same the first time, when their columns are asked for, and ever after, on any connection.
import { beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { read } from './db.ts'
import { wholeOf } from './tx.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await aDatabase()
})
const ask = (text: string, values: unknown[] = []) => read(db, wholeOf('990124'), tx => tx.rows(text, values))

const TYPES = `select $1::int as whole_number, '33.3'::numeric as percent, '2026-05-31'::date as due_on, timestamptz '2026-05-31 08:00:00.5+00' as at,
  '{"a":[1,null]}'::json as facts, array['一','二'] as co_units, null::text as nothing, true as open`
const GIVEN = {
  wholeNumber: 7,
  percent: 33.3,
  dueOn: '2026-05-31',
  at: '2026-05-31T08:00:00.500Z',
  facts: { a: [1, null] },
  coUnits: ['一', '二'],
  nothing: null,
  open: true,
}

test('a row has camelCase keys and the contract’s values each time, however many ask at once', async () => {
  expect(await ask(TYPES, [7])).toEqual([GIVEN])
  const all = await Promise.all(Array.from({ length: 40 }, () => ask(TYPES, [7])))
  for (const rows of all) expect(rows).toEqual([GIVEN])
  const fresh = `select n * 2 as twice from generate_series(1, 3) n`
  const twice = [{ twice: 2 }, { twice: 4 }, { twice: 6 }]
  const together = await read(db, wholeOf('990124'), tx => Promise.all([tx.rows(fresh), tx.rows(fresh), tx.rows(fresh)]))
  expect(together).toEqual([twice, twice, twice])
})

test('a statement that gives no rows gives none, and says so the second time, too', async () => {
  const text = `select set_config('luoshi.nothing', 'x', false) where false`
  expect(await ask(text)).toEqual([])
  expect(await ask(text)).toEqual([])
})

test('after one that fails the same connection answers the next', async () => {
  const half = 'select 1 / $1::int as part'
  await read(db, wholeOf('990124'), async tx => {
    await expect(tx.rows(half, [0])).rejects.toMatchObject({ code: '22012' })
    expect(await tx.rows(half, [1])).toEqual([{ part: 1 }])
    await expect(tx.rows(half, [0])).rejects.toMatchObject({ code: '22012' })
    await expect(tx.rows('select nothing_of_this_name')).rejects.toMatchObject({ code: '42703' })
    expect(await tx.rows(half, [1])).toEqual([{ part: 1 }])
  })
})

test('more texts than are kept prepared are answered all the same', async () => {
  for (let n = 0; n < 450; n++) expect(await ask(`select ${n} as n, $1::text as said_by`, ['甲'])).toEqual([{ n, saidBy: '甲' }])
  expect(await ask(TYPES, [7])).toEqual([GIVEN])
})
