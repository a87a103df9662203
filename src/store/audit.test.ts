import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aUnit } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'
import { LANES, laneOf, listAudit, verifyAudit, wordsOf } from './audit.ts'
import { read } from './db.ts'
import { wholeOf } from './tx.ts'

let db: TestDatabase
const officer: Actor = anActor('officer')
const verify = () => read(db, wholeOf('990124'), verifyAudit)

/** The fullest lane and an entry in the middle of it. */
async function middle(): Promise<{ lane: number; seq: number; last: number }> {
  const [row] = await asOwner<{ lane: number; last: string }>(
    db,
    'select lane, max(seq) as last from audit group by 1 order by 2 desc, 1 limit 1',
  )
  return { lane: row!.lane, last: Number(row!.last), seq: Math.floor(Number(row!.last) / 2) }
}

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  const unit = await aUnit(db)
  for (let n = 0; n < 60; n++) await anItem(db, officer, { leadUnitId: unit })
})

test('the chain is whole when nobody touched it, and every entry was counted', async () => {
  const [{ n }] = (await asOwner<{ n: string }>(db, 'select count(*) as n from audit')) as [{ n: string }]
  expect(await verify()).toEqual({ whole: true, entries: Number(n), broken: null })
})

describe('somebody with the owner’s rights is found out when he', () => {
  beforeEach(async () => {
    await asOwner(db, 'create table if not exists kept as select * from audit')
    await asOwner(db, 'truncate audit')
    await asOwner(db, 'insert into audit select * from kept')
  })

  test.each([
    ['changes who did it', `actor = '别人'`],
    ['changes when', `at = at + interval '1 second'`],
    ['changes what', `action = 'item.close'`],
    ['changes to what', `target = 'item:x'`],
    ['changes the record', `body = replace(body, 'version', 'versioN')`],
    ['changes the hash', `hash = sha256(hash)`],
  ])('%s', async (_, change) => {
    const { lane, seq } = await middle()
    await asOwner(db, `update audit set ${change} where lane = $1 and seq = $2`, [lane, seq])
    expect(await verify()).toMatchObject({ whole: false, broken: { lane, seq, why: 'changed' } })
  })

  test('takes an entry out', async () => {
    const { lane, seq } = await middle()
    await asOwner(db, 'delete from audit where lane = $1 and seq = $2', [lane, seq])
    expect(await verify()).toMatchObject({ broken: { lane, seq, why: 'missing' } })
  })

  test('cuts off the end', async () => {
    const { lane, last } = await middle()
    await asOwner(db, 'delete from audit where lane = $1 and seq = $2', [lane, last])
    expect(await verify()).toMatchObject({ broken: { lane, seq: last, why: 'cut-off' } })
  })

  test.each([
    ['rewrites what was said', `words = '改写'`],
    ['rewrites a figure', `facts = '{"number":"2026-9999"}'`],
    ['moves it in time', `at = at + interval '1 day'`],
  ])('%s in an item’s history', async (_, change) => {
    await asOwner(db, 'create table events as select * from item_event')
    const [row] = await asOwner<{ lane: number; seq: string; target: string }>(
      db,
      `select lane, seq, target from audit where action = 'item.dispatch' order by lane, seq limit 1`,
    )
    await asOwner(db, `update item_event set ${change} where item_id = $1 and kind = 'dispatch'`, [row!.target.slice(5)])
    const proof = await verify()
    await asOwner(db, 'truncate item_event')
    await asOwner(db, 'insert into item_event select * from events')
    await asOwner(db, 'drop table events')
    expect(proof).toMatchObject({ whole: false, broken: { lane: row!.lane, seq: Number(row!.seq), why: 'event-changed' } })
    expect(await verify()).toMatchObject({ whole: true })
  })

  test('puts one in', async () => {
    const { lane, last } = await middle()
    await asOwner(
      db,
      'insert into audit select jurisdiction_id, lane, seq + 1, at, actor_id, actor, action, target, summary, body, hash, hash from audit where lane = $1 and seq = $2',
      [lane, last],
    )
    expect(await verify()).toMatchObject({ broken: { lane, seq: last + 1, why: 'changed' } })
  })
})

test('a line break in a name cannot shift one part of an entry into another', () => {
  const entry = { at: 't', actorId: 'p', actor: '甲\nitem.close', action: 'a', target: 't', summary: 's', body: '{}' }
  expect(wordsOf(entry).split('\n')).toHaveLength(7)
})

test('lanes are used alike, and one target keeps its lane', () => {
  const lanes = Array.from({ length: 3200 }, (_, n) => laneOf(`item:${createHash('md5').update(String(n)).digest('hex')}`))
  const counts = Array.from({ length: LANES }, (_, lane) => lanes.filter(l => l === lane).length)
  expect(Math.min(...counts)).toBeGreaterThan(50)
  expect(laneOf('item:1')).toBe(laneOf('item:1'))
})

test('the log is listed newest first, filtered by action, words and days of Beijing, without business words', async () => {
  const auditor = anActor('audit_admin')
  const list = (query: object) => read(db, auditor, tx => listAudit(tx, { page: 1, size: 10, ...query }))
  const all = await list({})
  expect(all.entries[0]!.at >= all.entries[9]!.at).toBe(true)
  expect(JSON.stringify(all)).not.toContain('清淤')
  expect((await list({ action: 'item.register' })).total).toBe(60)
  expect((await list({ q: 'in_progress' })).total).toBe(0)
  expect((await list({ from: '2020-01-01', to: '2020-01-31' })).total).toBe(0)
  expect((await read(db, officer, tx => listAudit(tx, { page: 1, size: 10 }))).total).toBe(0)
})
