import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { ItemQuery } from '../core/contract/item.ts'
import type { Actor } from '../core/types.ts'
import { act } from './act.ts'
import { verifyAudit } from './audit.ts'
import { read } from './db.ts'
import { getItem, listItems } from './item.ts'
import { forgetKeys } from './once.ts'
import { tallyFaults } from './tally.ts'
import { listTodo } from './todo.ts'
import { type Tx, wholeOf } from './tx.ts'

let db: TestDatabase
let water: string
let farm: string
let officer: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '周明' })
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }], { name: '何清' })
})

const report = (percent: number | null, words = '已清淤两公里') => ({
  command: 'report' as const,
  percent,
  words,
  fileIds: [],
  waitingFor: null,
})

describe('one change', () => {
  test('goes from registration to strike-off, with an event for each step', async () => {
    const { id, number } = await anItem(db, officer, { leadUnitId: water, coUnitIds: [farm] })
    expect(number).toMatch(/^20\d\d-\d{4}$/)
    const at = (seen: number) => ({ kind: 'item' as const, id, seen })
    ok(await act(db, liaison, at(2), { command: 'accept', words: null }))
    ok(await act(db, liaison, at(3), report(60)))
    ok(await act(db, liaison, at(4), { command: 'submit', words: '已全部完成', fileIds: [] }))
    expect(ok(await act(db, officer, at(5), { command: 'close', words: '现场核查属实' })).version).toBe(6)
    const item = (await read(db, officer, tx => getItem(tx, officer, id)))!
    expect(item.state).toBe('closed')
    expect(item.timeline.map(e => e.kind)).toEqual(['close', 'submit', 'report', 'accept', 'dispatch', 'register'])
    expect(item.timeline[2]).toMatchObject({ by: '何清', byUnit: '县水利局', words: '已清淤两公里', facts: { was: 0, percent: 60 } })
    expect(item).toMatchObject({ leadUnit: '县水利局', coUnits: ['县农业农村局'], light: 'green', reason: 'closed' })
  })

  test('is refused when somebody else changed the item meanwhile, and says who', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id, seen: 2 }, { command: 'accept', words: null }))
    expect(await act(db, officer, { kind: 'item', id, seen: 2 }, { command: 'withdraw', words: '改派' })).toEqual({
      refused: 'stale-version',
      facts: { seen: 2, now: 3, by: '何清' },
    })
  })

  test('of two at the same moment that saw the same version, one is carried out', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id, seen: 2 }, { command: 'accept', words: null }))
    const answers = await Promise.all([10, 20, 30, 40].map(p => act(db, liaison, { kind: 'item', id, seen: 3 }, report(p))))
    expect(answers.filter(a => 'version' in a)).toHaveLength(1)
    expect(answers.filter(a => 'refused' in a && a.refused === 'stale-version')).toHaveLength(3)
  })

  test('leaves nothing behind when it is refused', async () => {
    const before = await read(db, wholeOf('990124'), tx =>
      tx.rows('select sum(seq) as n from audit_lane where jurisdiction_id = $1', ['990124']),
    )
    expect(
      await act(
        db,
        officer,
        { kind: 'item', id: null },
        { command: 'register', draft: aDraft({ leadUnitId: water, coUnitIds: [water] }), source: null },
      ),
    ).toMatchObject({
      refused: 'lead-is-co',
    })
    expect(await act(db, liaison, { kind: 'item', id: null }, { command: 'register', draft: aDraft(), source: null })).toMatchObject({
      refused: 'not-allowed',
    })
    const after = await read(db, wholeOf('990124'), tx =>
      tx.rows('select sum(seq) as n from audit_lane where jurisdiction_id = $1', ['990124']),
    )
    expect(after).toEqual(before)
  })

  test('does not leave a gap in the numbers when a registration is refused', async () => {
    const { number: first } = await anItem(db, officer)
    await act(db, officer, { kind: 'item', id: null }, { command: 'register', draft: aDraft({ title: ' ' }), source: null })
    const { number: second } = await anItem(db, officer)
    expect(Number(second!.slice(5)) - Number(first!.slice(5))).toBe(1)
  })

  test('names a unit that is not there', async () => {
    const unitId = '00000000-0000-4000-8000-000000000001'
    expect(
      await act(db, officer, { kind: 'item', id: null }, { command: 'register', draft: aDraft({ leadUnitId: unitId }), source: null }),
    ).toEqual({
      refused: 'unknown-unit',
      facts: { unitId },
    })
  })
})

describe('an answer read with the change', () => {
  const answer = async (tx: Tx, { id }: { id: string }) => (await getItem(tx, liaison, id))!

  test('shows it done, and the same again when the same key comes again', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }))
    const send = () => act(db, liaison, { kind: 'item', id, seen: 3 }, report(30), { key: 'key-with-an-answer', answer })
    const answers = await Promise.all([send(), send(), send()])
    for (const one of answers) expect(one).toMatchObject({ id, version: 4, percent: 30, timeline: [{ kind: 'report' }, {}, {}, {}] })
  })

  test('is not given when the change could not be written', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    let reads = 0
    const fileIds = ['00000000-0000-4000-8000-000000000001']
    const counted = (tx: Tx, value: { id: string }) => {
      reads++
      return answer(tx, value)
    }
    expect(await act(db, liaison, { kind: 'item', id }, { ...report(30), fileIds }, { answer: counted })).toMatchObject({
      refused: 'invalid',
    })
    await asOwner(db, `alter table item_event add constraint refused check (words <> '写不进去')`)
    await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null })
    await expect(act(db, liaison, { kind: 'item', id }, report(30, '写不进去'), { answer: counted })).rejects.toMatchObject({
      code: '23514',
    })
    expect(reads).toBe(1)
    expect(await act(db, liaison, { kind: 'item', id }, report(30), { answer })).toMatchObject({ version: 4 })
  })
})

describe('an idempotency key', () => {
  test('gives the first result again and changes nothing', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id, seen: 2 }, { command: 'accept', words: null }))
    const send = () => act(db, liaison, { kind: 'item', id, seen: 3 }, report(30), { key: 'key-of-one-report' })
    const first = ok(await send())
    expect(await send()).toEqual(first)
    const item = (await read(db, liaison, tx => getItem(tx, liaison, id)))!
    expect(item.timeline.filter(e => e.kind === 'report')).toHaveLength(1)
  })

  test('carries a write out once when it arrives four times at the same moment', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id, seen: 2 }, { command: 'accept', words: null }))
    const send = () => act(db, liaison, { kind: 'item', id, seen: 3 }, report(30), { key: 'key-at-the-same-moment' })
    const answers = await Promise.all([send(), send(), send(), send()])
    for (const answer of answers) expect(answer).toEqual({ id, version: 4, number: expect.any(String) })
    expect((await read(db, liaison, tx => getItem(tx, liaison, id)))!.version).toBe(4)
  })

  test('registers one item when it arrives four times', async () => {
    const send = () =>
      act(db, officer, { kind: 'item', id: null }, { command: 'register', draft: aDraft(), source: null }, { key: 'key-of-registration' })
    const answers = await Promise.all([send(), send(), send(), send()])
    expect(new Set(answers.map(a => JSON.stringify(a))).size).toBe(1)
  })

  test('is refused for another command', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id, seen: 2 }, { command: 'accept', words: null }, { key: 'key-used-for-two' }))
    expect(await act(db, liaison, { kind: 'item', id, seen: 3 }, report(30), { key: 'key-used-for-two' })).toMatchObject({
      refused: 'invalid',
    })
  })

  test('is each person’s own', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, officer, { kind: 'item', id, seen: 2 }, { command: 'urge', words: null }, { key: 'key-of-two-people' }))
    ok(await act(db, liaison, { kind: 'item', id, seen: 3 }, { command: 'accept', words: null }, { key: 'key-of-two-people' }))
  })
})

test('old keys are forgotten after a week, others’ and yesterday’s are not', async () => {
  const draft = { command: 'register' as const, draft: aDraft(), source: null }
  const on = (key: string, now: string) => act(db, officer, { kind: 'item', id: null }, draft, { key, now }).then(ok)
  const old = await on('key-of-the-first', '2026-05-01T01:00:00.000Z')
  const young = await on('key-of-the-eighth', '2026-05-08T01:00:00.000Z')
  expect(await forgetKeys(db, Date.parse('2026-05-09T00:00:00Z'))).toBe(1)
  expect(await on('key-of-the-eighth', '2026-05-09T01:00:00.000Z')).toEqual(young)
  expect(await on('key-of-the-first', '2026-05-09T01:00:00.000Z')).not.toEqual(old)
})

test('lists give an item to those who have a part in it', async () => {
  const { id } = await anItem(db, officer, { title: '污水处理厂提标改造', leadUnitId: water, coUnitIds: [farm] })
  const stranger = anActor('liaison', { unitIds: [await aUnit(db)] })
  const coliaison = anActor('liaison', { unitIds: [farm] })
  const ids = async (actor: Actor, query: object) =>
    (await read(db, actor, tx => listItems(tx, ItemQuery.parse({ size: 200, ...query })))).items.map(i => i.id)
  expect(await ids(officer, { q: '污水' })).toContain(id)
  expect(await ids(liaison, { open: true })).toContain(id)
  expect(await ids(coliaison, {})).toContain(id)
  expect(await ids(stranger, {})).toEqual([])
  expect((await read(db, liaison, tx => listTodo(tx, liaison))).entries.map(e => e.item?.id)).toContain(id)
})

test('afterwards the tally equals counting, and the audit chain is whole', async () => {
  const [faults, proof] = await read(db, wholeOf('990124'), async tx => [await tallyFaults(tx), await verifyAudit(tx)] as const)
  expect(faults).toEqual([])
  expect(proof).toMatchObject({ whole: true, broken: null })
  expect(proof.entries).toBeGreaterThan(30)
})
