// What the database itself refuses of requests for figures, with every check of the program taken away.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'
import { read } from './db.ts'
import { type Context, wholeOf } from './tx.ts'

const HERE = '990124'
const THERE = '990125'
let db: TestDatabase
let water: string
let farm: string
let officer: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  for (const place of [HERE, THERE]) await aJurisdiction(db, place, place === HERE ? '青禾县' : '松原县')
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const ask = <Row extends object>(context: Context | Actor, text: string, values: unknown[] = []): Promise<Row[]> =>
  read(db, context, tx => tx.rows<Row>(text, values))
const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
/** insufficient_privilege: no grant, or a policy's check. */
const DENIED = '42501'

describe('a request for figures', () => {
  const into = `insert into item (jurisdiction_id, id, title, topic, urgency, state, version, lead_unit_id, co_unit_ids, percent, light, reason, facts, overdue, kind, stage, stage_on, shown)
    values ($1, $2, '养殖情况表', 'other', 'ordinary', 'registered', 1, $3, '{}', 0, 'grey', 'closed', '{}', false, 'request', $4, '2026-03-01', '')`
  const event = `insert into item_event (jurisdiction_id, item_id, version, ordinal, id, kind, at, by_id, by_name, file_ids, facts)
    values ($1, $2, 9, 0, gen_random_uuid(), 'amend', now(), $3, 'x', '{}', '{}')`
  test('is drafted by its sender only, and read by all once it is out', async () => {
    const [draft, out] = [randomUUID(), randomUUID()]
    expect(await codeOf(ask(liaison, into, [HERE, randomUUID(), farm, 'drafted']))).toBe(DENIED)
    for (const [id, stage] of [
      [draft, 'drafted'],
      [out, 'out'],
    ] as const)
      await ask(officer, into, [HERE, id, farm, stage])
    const seen = (await ask<{ id: string }>(liaison, `select id from item where kind = 'request'`)).map(row => row.id)
    expect(seen).toEqual([out])
    expect(await ask(liaison, `update item set lead_unit_id = $2 where id = $1 returning id`, [out, water])).toEqual([])
    expect(await codeOf(ask(liaison, event, [HERE, out, liaison.personId]))).toBe(DENIED)
  })
  test('is answered in the name of one’s own unit only', async () => {
    const [id] = (await ask<{ id: string }>(liaison, `select id from item where kind = 'request'`)).map(row => row.id)
    const answer = `insert into request_answer values ($1, $2, $3, '2026-03-05', $4, '[]', $5, 'x', now())`
    expect(await codeOf(ask(liaison, answer, [HERE, id, farm, 1, liaison.personId]))).toBe(DENIED)
    await ask(liaison, answer, [HERE, id, water, 1, liaison.personId])
    expect(await ask(liaison, 'select 1 from request_answer')).toHaveLength(1)
    expect(await codeOf(ask(liaison, `update request_answer set cells = '{}'`))).toBe(DENIED)
    expect(await codeOf(ask(officer, answer, [HERE, id, water, 2, officer.personId]))).toBe(DENIED)
  })
  test('tells what others are asked to nobody, and minutes are counted by the write path only', async () => {
    const tally = `insert into burden_tally values ($1, $2, '2026-03-01', 60, 1, 0)`
    expect(await codeOf(ask(liaison, tally, [HERE, water]))).toBe(DENIED)
    expect(await ask(wholeOf(THERE), `select * from burden_asked($1)`, [[water, farm]])).toEqual([])
    expect(
      await codeOf(
        ask(liaison, `insert into burden_budget values ($1, $2, '2026-03-01', 1, 0, null, $3, 'x', now())`, [
          HERE,
          water,
          liaison.personId,
        ]),
      ),
    ).toBe(DENIED)
  })
})
