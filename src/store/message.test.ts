// Messages as the database keeps them: written with the change or not at all, seen by whom they are for, read without a trace.
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { noteText } from '../core/note.ts'
import type { Actor } from '../core/types.ts'
import { read as readText } from '../reader/index.ts'
import { act } from './act.ts'
import { read } from './db.ts'
import { forgetMessages, listMessages, markRead, unreadOf } from './message.ts'
import { asProgram } from './outbox.ts'

let db: TestDatabase
let water: string
let farm: string
let officer: Actor
let otherOfficer: Actor
let liaison: Actor
let helper: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  otherOfficer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
  helper = await aPerson(db, [{ role: 'liaison', unitId: farm }])
})

const toldTo = (person: Actor) => read(db, person, tx => listMessages(tx, { page: 1, size: 50 }))
const kindsOf = async (person: Actor, itemId: string): Promise<string[]> =>
  (
    await asOwner<{ kind: string }>(db, 'select kind from message where person_id = $1 and item_id = $2 order by at, id', [
      person.personId,
      itemId,
    ])
  ).map(m => m.kind)

describe('a change of an item', () => {
  test('tells those whose post it concerns, and never whoever made it', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water, coUnitIds: [farm] })
    const target = { kind: 'item' as const, id }
    ok(await act(db, liaison, target, { command: 'accept', words: null }))
    ok(await act(db, liaison, target, { command: 'report', percent: 40, words: '已清淤五公里', fileIds: [], waitingFor: null }))
    ok(await act(db, helper, target, { command: 'report', percent: null, words: '补助已拨付', fileIds: [], waitingFor: null }))
    ok(await act(db, liaison, target, { command: 'submit', words: '全部清完', fileIds: [] }))
    ok(await act(db, officer, target, { command: 'return', words: '缺验收单' }))
    expect(await kindsOf(liaison, id)).toEqual(['dispatch', 'report', 'return'])
    expect(await kindsOf(helper, id)).toEqual(['dispatch'])
    expect(await kindsOf(officer, id)).toEqual(['submit'])
    expect(await kindsOf(otherOfficer, id)).toEqual(['submit'])
  })

  test('costs a lead unit’s report no row at all', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: water })
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }))
    const before = (await asOwner(db, 'select 1 from message')).length
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'report', percent: 10, words: '进场', fileIds: [], waitingFor: null }))
    expect(await asOwner(db, 'select 1 from message')).toHaveLength(before)
  })

  test('tells nobody when it is refused, and once when it is sent twice', async () => {
    const { id, version } = await anItem(db, officer, { leadUnitId: water })
    const urge = () => act(db, officer, { kind: 'item', id, seen: version }, { command: 'urge', words: null }, { key: 'urge-once' })
    const [first, second] = [await urge(), await urge()]
    expect(second).toEqual(first)
    expect(await act(db, officer, { kind: 'item', id }, { command: 'urge', words: null })).toMatchObject({ refused: 'urged-recently' })
    expect(await kindsOf(liaison, id)).toEqual(['dispatch', 'urge'])
  })

  test('tells who holds the post now: neither who left it nor who is disabled', async () => {
    const unit = await aUnit(db)
    const [gone, off, now] = await Promise.all([0, 1, 2].map(() => aPerson(db, [{ role: 'liaison', unitId: unit }])))
    ok(await act(db, anActor('security_admin'), { kind: 'account', id: gone!.personId }, { command: 'appoint', appointments: [] }))
    ok(await act(db, anActor('system_admin'), { kind: 'account', id: off!.personId }, { command: 'change', disabled: true }))
    const { id } = await anItem(db, officer, { leadUnitId: unit })
    expect([await kindsOf(gone!, id), await kindsOf(off!, id), await kindsOf(now!, id)]).toEqual([[], [], ['dispatch']])
  })

  test('that takes an item away leaves the message without a way to it', async () => {
    const { id } = await anItem(db, officer, { title: '撤回的事', leadUnitId: water })
    ok(await act(db, officer, { kind: 'item', id }, { command: 'withdraw', words: '合并办理' }))
    const { messages } = await toldTo(liaison)
    expect(messages.filter(m => m.title === '撤回的事').map(m => [m.kind, m.itemId])).toEqual([
      ['withdraw', null],
      ['dispatch', null],
    ])
  })
})

describe('beside the events of items', () => {
  test('a slip tells the lead unit, and only a red one may leave at once', async () => {
    const day = '2026-06-10T02:00:00.000Z'
    const { id } = await anItem(db, officer, { leadUnitId: water, dueOn: '2026-06-05' }, { now: '2026-05-01T02:00:00.000Z' })
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }, { now: '2026-05-01T03:00:00.000Z' }))
    const issue = (colour: 'blue' | 'red', limitOn: string, now: string) =>
      act(
        db,
        officer,
        { kind: 'slip', id: null },
        { command: 'issue', itemId: id, colour, limitOn, words: '请抓紧。', copies: null },
        { now },
      )
    ok(await issue('blue', '2026-06-12', day))
    ok(await issue('red', '2026-06-20', '2026-06-15T02:00:00.000Z'))
    const slips = await asOwner<{ urgent: string | null; facts: { colour: string; number: string } }>(
      db,
      `select urgent, facts from message where kind = 'slip' and person_id = $1 order by at`,
      [liaison.personId],
    )
    expect(slips.map(s => [s.facts.colour, s.urgent])).toEqual([
      ['blue', null],
      ['red', 'red-slip'],
    ])
    expect(slips[0]!.facts.number).toMatch(/2026/)
  })

  test('a leader’s note tells the office, and its dispatch and its end tell the leader', async () => {
    const leader = await aPerson(db, [{ role: 'leader', unitId: null }], { name: '周晓棠' })
    const now = '2099-11-20T02:00:00.000Z'
    const words = '请县水利局抓紧清淤，12月10日前报结果。'
    const head = { leader: '周晓棠', post: null, leaderId: leader.personId, title: null }
    const text = noteText({ ...head, on: null, day: '2099-11-20', words })
    const reading = readText(text, { name: '', place: '青禾县', today: '2099-11-20' })
    const on = { kind: 'overview' as const, id: null, address: '/' }
    const note = { command: 'write' as const, words, urgency: 'ordinary' as const, on, leaderId: null, head, text, reading }
    const { documentId } = ok(await act(db, leader, { kind: 'note', id: null }, note, { now }))
    const [told] = (await toldTo(officer)).messages
    expect(told).toMatchObject({ kind: 'note', documentId, words, facts: { leader: '周晓棠' } })
    const sent = ok(await act(db, officer, { kind: 'document', id: documentId }, { command: 'dispatch', allowPast: false }, { now }))
    const target = { kind: 'item' as const, id: sent.items[0]!.id }
    const holder = await aPerson(db, [{ role: 'liaison', unitId: sent.items[0]!.leadUnitId }])
    ok(await act(db, holder, target, { command: 'accept', words: null }, { now }))
    ok(await act(db, holder, target, { command: 'submit', words: '清完', fileIds: [] }, { now }))
    ok(await act(db, officer, target, { command: 'close', words: null }, { now: '2099-12-01T02:00:00.000Z' }))
    expect((await toldTo(leader)).messages.map(m => [m.kind, m.itemId])).toEqual([
      ['close', target.id],
      ['note-dispatched', target.id],
    ])
  })
})

describe('a person', () => {
  test('sees his own messages only, with the server’s own check taken away', async () => {
    for (const person of [liaison, officer, helper, anActor('leader'), anActor('system_admin'), anActor('audit_admin')]) {
      const rows = await read(db, person, tx => tx.rows<{ personId: string }>('select person_id from message'))
      expect(rows.filter(row => row.personId !== person.personId)).toEqual([])
    }
    const taken = await read(db, helper, tx =>
      tx.rows('update message set read = true where person_id = $1 returning 1 as one', [liaison.personId]),
    )
    expect(taken).toEqual([])
  })

  test('reads some, then all, and no record says so', async () => {
    const reader = await aPerson(db, [{ role: 'liaison', unitId: await aUnit(db) }])
    for (const title of ['一', '二', '三'])
      await anItem(db, officer, aDraft({ title: `第${title}件`, leadUnitId: reader.appointments[0]!.unitId }))
    const records = await asOwner(db, 'select 1 from audit')
    const { messages, unread, total } = await toldTo(reader)
    expect([unread, total]).toEqual([3, 3])
    await read(db, reader, tx => markRead(tx, { ids: [messages[1]!.id] }))
    expect(await read(db, reader, unreadOf)).toBe(2)
    await read(db, reader, tx => markRead(tx, { until: messages[0]!.at }))
    expect(await read(db, reader, unreadOf)).toBe(0)
    expect(await asOwner(db, 'select 1 from audit')).toHaveLength(records.length)
    // Not even the table knows when.
    expect(Object.keys((await asOwner<object>(db, 'select * from message limit 1'))[0]!)).not.toContain('read_at')
  })

  test('is not shown for ever what was told long ago', async () => {
    const reader = await aPerson(db, [{ role: 'liaison', unitId: await aUnit(db) }])
    const unitId = reader.appointments[0]!.unitId
    await anItem(db, officer, { title: '读过的', leadUnitId: unitId }, { now: '2026-01-05T02:00:00Z' })
    await read(db, reader, tx => markRead(tx, { until: '2026-01-05T02:00:00Z' }))
    await anItem(db, officer, { title: '没读的', leadUnitId: unitId }, { now: '2026-01-05T02:00:00Z' })
    await asProgram(db, '990124', tx => forgetMessages(tx, Date.parse('2026-06-01T00:00:00Z')))
    expect((await toldTo(reader)).messages.map(m => m.title)).toEqual(['没读的'])
  })
})
