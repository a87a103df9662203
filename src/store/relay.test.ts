// What crosses from one jurisdiction to another: one row, and nothing else, with every check of the program taken away.
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { arrivalText } from '../core/arrival.ts'
import type { ItemView } from '../core/contract/item.ts'
import type { Actor } from '../core/types.ts'
import { read as readText } from '../reader/index.ts'
import { act } from './act.ts'
import { verifyAudit } from './audit.ts'
import { getRelay, listRelays } from './cascade.ts'
import { read } from './db.ts'
import { getItem } from './item.ts'
import { tallyFaults } from './tally.ts'
import { type Context, contextOf, wholeOf } from './tx.ts'

const UPPER = '990124'
const LOWER = '990124100'
const OTHER = '990124101'
const STRANGER = '990125'
let db: TestDatabase
let officer: Actor
let town: Actor
let brigade: Actor
let whole: string
let relay: string

const ask = <Row extends object>(who: Context | Actor, text: string, values: unknown[] = []): Promise<Row[]> =>
  read(db, who, tx => tx.rows<Row>(text, values))
const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
/** insufficient_privilege: no grant, a policy's check, or the guard of the other half. */
const DENIED = '42501'
const page = async (who: Actor, id: string): Promise<ItemView> => (await read(db, who, tx => getItem(tx, who, id)))!

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db, '990100', '云川市')
  await aJurisdiction(db, UPPER, '青禾县', '990100')
  await aJurisdiction(db, LOWER, '云溪镇', UPPER)
  await aJurisdiction(db, OTHER, '石桥镇', UPPER)
  await aJurisdiction(db, STRANGER, '松原县', '990100')
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  town = await aPerson(db, [{ role: 'officer', unitId: null }], { jurisdiction: LOWER })
  const farm = await aUnit(db, { name: '县农业农村局' })
  const office = await aUnit(db, { name: '农业服务中心', jurisdiction: LOWER })
  brigade = await aPerson(db, [{ role: 'liaison', unitId: office }], { jurisdiction: LOWER })
  whole = (await anItem(db, officer, { leadUnitId: farm, dueOn: '2099-12-31', title: '建成高标准农田三千亩' })).id
  const seen = (await page(officer, whole)).version
  const command = {
    command: 'relay' as const,
    to: [LOWER, OTHER],
    title: '建成高标准农田',
    dueOn: '2099-11-30',
    measure: '1500亩',
    weight: 1,
    allowLater: false,
  }
  ok(await act(db, officer, { kind: 'parts', id: whole, seen }, command))
  relay = (await read(db, town, listRelays))[0]!.id
})

describe('an item that is relayed to two townships', () => {
  test('is seen by each as one row, with what is asked', async () => {
    expect(await read(db, town, listRelays)).toMatchObject([
      { from: '青禾县人民政府督查室', title: '建成高标准农田', dueOn: '2099-11-30', measure: '1500亩', receivedAt: null },
    ])
    expect((await page(officer, whole)).parts.map(p => [p.kind, p.unit, p.received])).toEqual([
      ['relay', '云溪镇', false],
      ['relay', '石桥镇', false],
    ])
  })

  test('is taken in, dispatched and reported below, and moves the whole above in the same stroke', async () => {
    const row = (await read(db, town, tx => getRelay(tx, relay)))!
    const { name, text } = arrivalText(row, '云溪镇')
    const reading = readText(text, { name, place: '云溪镇', today: '2026-11-22' })
    const receive = { command: 'receive' as const, name, text, reading }
    const document = ok(await act(db, town, { kind: 'relay', id: relay }, receive)).id
    expect(await act(db, town, { kind: 'relay', id: relay }, receive)).toMatchObject({ refused: 'already-received' })
    expect(await act(db, officer, { kind: 'relay', id: relay }, receive)).toMatchObject({ refused: 'not-found' })

    const changes = { chosen: true, leadUnitId: brigade.unitIds[0]! }
    ok(await act(db, town, { kind: 'draft', documentId: document, index: 0, seen: 1 }, { command: 'correct', changes }))
    const { items } = ok(await act(db, town, { kind: 'document', id: document }, { command: 'dispatch', allowPast: false }))
    const id = items[0]!.id
    expect((await page(town, id)).relayed).toMatchObject({ from: '青禾县人民政府督查室', title: '建成高标准农田' })
    expect((await page(officer, whole)).parts[0]).toMatchObject({ received: true, state: 'dispatched', visible: false })

    ok(await act(db, brigade, { kind: 'item', id }, { command: 'accept', words: null }))
    const words = '已平整土地六百亩'
    ok(await act(db, brigade, { kind: 'item', id }, { command: 'report', percent: 40, words, fileIds: [], waitingFor: null }))
    const above = await page(officer, whole)
    expect(above.parts[0]).toMatchObject({ percent: 40, state: 'in_progress', words })
    expect(above.percent).toBe(20)

    // A part of the lower item moves both levels.
    const parts = [brigade.unitIds[0]!].map(leadUnitId => ({ leadUnitId, title: '土地平整', dueOn: null, measure: null, weight: 1 }))
    const seen = (await page(town, id)).version
    ok(await act(db, town, { kind: 'parts', id, seen }, { command: 'break-down', parts, allowLater: false }))
    const part = (await page(town, id)).parts[0]!.id
    ok(await act(db, brigade, { kind: 'item', id: part }, { command: 'accept', words: null }))
    ok(await act(db, brigade, { kind: 'item', id: part }, { command: 'report', percent: 90, words: '收尾', fileIds: [], waitingFor: null }))
    expect((await page(town, id)).percent).toBe(90)
    expect((await page(officer, whole)).percent).toBe(45)
    for (const place of [UPPER, LOWER]) {
      expect(await read(db, wholeOf(place), tallyFaults)).toEqual([])
      expect(await read(db, wholeOf(place), verifyAudit)).toMatchObject({ whole: true })
    }
  })

  test('counts no more once it is recalled, and the lower level goes on by itself', async () => {
    const { parts, version } = await page(officer, whole)
    const detach = { command: 'detach' as const, id: parts[1]!.id, words: '改由县里统一实施' }
    ok(await act(db, officer, { kind: 'parts', id: whole, seen: version }, detach))
    const after = await page(officer, whole)
    expect([after.percent, after.parts.length]).toEqual([90, 1])
    expect(after.timeline[0]).toMatchObject({ kind: 'recall', facts: { to: '石桥镇', percent: 90 }, words: '改由县里统一实施' })
    expect(await ask(wholeOf(OTHER), 'select recalled_at is not null as gone from relay')).toEqual([{ gone: true }])
  })
})

describe('with the program’s checks taken away', () => {
  test('two townships of one county see each their own relay, and a stranger none', async () => {
    const count = async (place: string) => (await ask<{ n: number }>(wholeOf(place), 'select count(*) as n from relay'))[0]!.n
    expect(await Promise.all([UPPER, LOWER, OTHER, STRANGER, '990100'].map(count))).toEqual([2, 1, 1, 0, 0])
  })

  test.each(['item', 'item_event', 'item_part', 'document', 'unit', 'person', 'tally'])('nothing else crosses: %s', async table => {
    for (const [who, whose] of [
      [LOWER, UPPER],
      [UPPER, LOWER],
      [STRANGER, UPPER],
    ])
      expect(await ask(wholeOf(who!), `select 1 from ${table} where jurisdiction_id = $1`, [whose])).toEqual([])
  })

  test('a relay goes only to a jurisdiction directly below', async () => {
    const copy = (to: string) =>
      ask(
        wholeOf(UPPER),
        `insert into relay (jurisdiction_id, id, item_id, lower_id, upper_name, lower_name, position, weight, title, sentence, sent_at, sent_by)
        values ($1, gen_random_uuid(), $2, $3, 'x', 'x', 0, 1, 'x', 'x', now(), 'x')`,
        [UPPER, whole, to],
      )
    expect(await codeOf(copy(STRANGER))).toBe(DENIED)
    expect(await codeOf(copy('990100'))).toBe(DENIED)
    const seen = (await page(officer, whole)).version
    const command = {
      command: 'relay' as const,
      to: [STRANGER],
      title: '建成农田',
      dueOn: null,
      measure: null,
      weight: 1,
      allowLater: false,
    }
    expect(await act(db, officer, { kind: 'parts', id: whole, seen }, command)).toMatchObject({ refused: 'not-lower' })
  })

  test('neither side writes the other’s half', async () => {
    expect(await codeOf(ask(wholeOf(LOWER), 'update relay set weight = 100 where id = $1', [relay]))).toBe(DENIED)
    expect(await codeOf(ask(wholeOf(UPPER), 'update relay set percent = 100 where id = $1', [relay]))).toBe(DENIED)
    expect(await codeOf(ask(wholeOf(LOWER), `update relay set sentence = '改写' where id = $1`, [relay]))).toBe(DENIED)
    expect(await codeOf(ask(wholeOf(UPPER), 'delete from relay where id = $1', [relay]))).toBe(DENIED)
    expect(await ask(wholeOf(STRANGER), 'update relay set weight = 1 where id = $1 returning id', [relay])).toEqual([])
  })

  test('a unit sees the relay of its own item only, above and below', async () => {
    const count = async (who: Actor) => (await ask<{ n: number }>(who, 'select count(*) as n from relay'))[0]!.n
    const lead = await aPerson(db, [{ role: 'liaison', unitId: (await page(officer, whole)).leadUnitId }])
    const elsewhere = await aPerson(db, [{ role: 'liaison', unitId: await aUnit(db, { name: '县财政局' }) }])
    expect([await count(lead), await count(elsewhere), await count(brigade)]).toEqual([2, 0, 1])
    expect(contextOf(brigade).scope).toBe('party')
  })

  test('a unit hangs nothing below another’s item but what it chose itself, and weighs nothing', async () => {
    const { id } = await anItem(db, town, { leadUnitId: brigade.unitIds[0]! })
    const hang = (chosen: boolean) =>
      ask(
        brigade,
        `insert into item_part (jurisdiction_id, child_id, parent_id, parent_title, position, weight, self_chosen, title, state, percent, light, reason, facts, overdue)
        select $1, $2, i.id, 'x', 0, 1, $3, 'x', 'dispatched', 0, 'grey', 'x', '{}', false from item i where i.id <> $2 limit 1`,
        [LOWER, id, chosen],
      )
    expect(await codeOf(hang(false))).toBe(DENIED)
    expect(await ask(brigade, 'update item_part set weight = 9 returning child_id')).toEqual([])
    expect(await ask(brigade, 'delete from item_part returning child_id')).toEqual([])
  })
})
