import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { addDays } from '../../core/day.ts'
import type { SlipColour } from '../../core/slip.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { listMessages } from '../message.ts'
import { getSlip, listSlips, listSuggested } from '../slip.ts'
import { urgeMany } from '../urge.ts'

let db: TestDatabase
let water: string
let officer: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '林晓雨' })
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const DAY = '2026-06-10'
const at = (day: string, hour = '02'): string => `${day}T${hour}:00:00.000Z`
const ANY = { colour: [], stand: [], unit: [], page: 1, size: 200 }
const SUGGESTED = { unit: [], colour: [], page: 1, size: 200 }

/** Dispatched on 1 May, due on 5 June, accepted. */
async function overdue(draft: object = {}): Promise<string> {
  const { id } = await anItem(db, officer, { leadUnitId: water, dueOn: '2026-06-05', ...draft }, { now: at('2026-05-01') })
  ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }, { now: at('2026-05-01', '03') }))
  return id
}
const issue = (itemId: string, colour: SlipColour, day = DAY, limitOn = addDays(day, 7)) =>
  act(
    db,
    officer,
    { kind: 'slip', id: null },
    { command: 'issue', itemId, colour, limitOn, words: '请抓紧。', copies: null },
    { now: at(day) },
  )
const seen = async (id: string, today = DAY, who = officer) => (await read(db, who, tx => getSlip(tx, id, today)))!
const suggested = async (itemId: string, today: string) =>
  (await read(db, officer, tx => listSuggested(tx, SUGGESTED, today))).suggestions.find(s => s.itemId === itemId)

describe('the number of a slip', () => {
  test('counts for each colour and year by itself, without a gap and without a double, however many are issued at once', async () => {
    const items = await Promise.all(Array.from({ length: 12 }, () => overdue()))
    const refused = issue(items[0]!, 'orange', DAY, '2026-06-01')
    await Promise.all([...items.map((id, n) => issue(id, n % 3 === 0 ? 'orange' : 'blue').then(ok)), refused])
    const { slips } = await read(db, officer, tx => listSlips(tx, ANY, DAY))
    const numbers = (colour: SlipColour) =>
      slips
        .filter(s => s.colour === colour && items.includes(s.itemId))
        .map(s => Number(/(\d+)号$/.exec(s.number)![1]))
        .sort((a, b) => a - b)
    expect(numbers('orange')).toEqual([1, 2, 3, 4])
    expect(numbers('blue')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(slips.find(s => s.colour === 'blue')!.number).toMatch(/^青督蓝〔2026〕\d号$/)
    const nextYear = ok(await issue(await overdue(), 'blue', '2027-01-04'))
    expect((await seen(nextYear.id)).slip.number).toBe('青督蓝〔2027〕1号')
  })

  test('is not used again after the slip was withdrawn', async () => {
    const id = await overdue()
    const first = ok(await issue(id, 'red'))
    ok(await act(db, officer, { kind: 'slip', id: first.id }, { command: 'withdraw', words: '发错单位' }, { now: at(DAY, '03') }))
    const again = ok(await issue(id, 'red'))
    expect([(await seen(first.id)).slip.number, (await seen(again.id)).slip.number]).toEqual(['青督红〔2026〕1号', '青督红〔2026〕2号'])
    expect((await seen(first.id)).slip).toMatchObject({ stand: 'withdrawn', withdrawn: { by: '林晓雨', words: '发错单位' } })
  })
})

test('blue, orange and red follow each other as their limits pass, and nothing follows red', async () => {
  const id = await overdue()
  expect(await suggested(id, DAY)).toMatchObject({ colour: 'blue', trigger: 'overdue', days: 5, since: '2026-06-06' })
  const blue = ok(await issue(id, 'blue'))
  expect((await seen(blue.id)).slip).toMatchObject({ why: 'overdue', days: 5, after: null, stand: 'running' })
  expect(await suggested(id, DAY)).toBeUndefined()
  expect(await issue(id, 'orange')).toEqual({
    refused: 'slip-running',
    facts: { number: (await seen(blue.id)).slip.number, limitOn: '2026-06-17' },
  })
  expect(await suggested(id, '2026-06-20')).toMatchObject({ colour: 'orange', trigger: 'slip-lapsed', days: 3, since: '2026-06-18' })
  const orange = ok(await issue(id, 'orange', '2026-06-20'))
  const whole = await seen(orange.id, '2026-06-20')
  expect(whole.slip.after).toBe((await seen(blue.id)).slip.number)
  expect(JSON.stringify(whole.gongwen)).toContain('2026年6月10日发出')
  ok(await issue(id, 'red', '2026-06-29'))
  expect(await suggested(id, '2026-07-10')).toMatchObject({ colour: null, why: 'red-lapsed', days: 4 })
})

test('an urgent item begins at orange', async () => {
  expect(await suggested(await overdue({ urgency: 'urgent' }), DAY)).toMatchObject({ colour: 'orange', trigger: 'overdue' })
})

test('the unit’s report answers a slip, and handing the item in settles it by rule', async () => {
  const id = await overdue()
  const { id: slip } = ok(await issue(id, 'blue'))
  const report = { command: 'report', percent: 60, words: '已清淤七公里', fileIds: [] as string[], waitingFor: null } as const
  ok(await act(db, liaison, { kind: 'item', id }, report, { now: at('2026-06-12') }))
  expect((await seen(slip, '2026-06-12')).slip).toMatchObject({ stand: 'running', answer: { words: '已清淤七公里', days: 2 } })
  ok(await act(db, liaison, { kind: 'item', id }, { command: 'submit', words: '全部清完', fileIds: [] }, { now: at('2026-06-15') }))
  expect((await seen(slip, '2026-06-30')).slip).toMatchObject({ stand: 'settled', settled: { how: 'submit', words: '全部清完' } })
  expect(await issue(id, 'orange', '2026-06-30')).toMatchObject({ refused: 'slip-not-due', facts: { state: 'pending_verification' } })
})

test('a slip for not accepting is settled by accepting', async () => {
  const { id } = await anItem(db, officer, { leadUnitId: water, dueOn: '2026-08-01' }, { now: at('2026-06-01') })
  expect(await suggested(id, DAY)).toMatchObject({ colour: 'blue', trigger: 'unaccepted' })
  const { id: slip } = ok(await issue(id, 'blue'))
  ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }, { now: at('2026-06-11') }))
  expect((await seen(slip, '2026-06-30')).slip).toMatchObject({ stand: 'settled', settled: { how: 'accept' } })
})

test('settling and withdrawing need a reason, and are done once', async () => {
  const { id } = ok(await issue(await overdue(), 'blue'))
  const settle = (words: string) => act(db, officer, { kind: 'slip', id }, { command: 'settle', words }, { now: at(DAY, '04') })
  expect(await settle('  ')).toMatchObject({ refused: 'reason-needed' })
  ok(await settle('已现场核实'))
  expect((await seen(id)).slip).toMatchObject({ stand: 'settled', settled: { how: 'office', by: '林晓雨', words: '已现场核实' } })
  expect(await settle('再来一次')).toMatchObject({ refused: 'slip-over' })
  const { number, itemId } = (await seen(id)).slip
  const { messages } = await read(db, liaison, tx => listMessages(tx, { page: 1, size: 50 }))
  const told = messages.filter(message => message.itemId === itemId && message.kind.startsWith('slip'))
  expect(told.map(({ kind, words, facts }) => [kind, words, facts.number]).sort(), 'the unit is told, once').toEqual([
    ['slip', '请抓紧。', number],
    ['slip-settled', '已现场核实', number],
  ])
})

describe('with the server’s own checks taken away', () => {
  test('the words, the number and the page of a slip are not to be changed, and none is deleted', async () => {
    ok(await issue(await overdue(), 'blue'))
    for (const statement of [
      `update slip set words = 'x'`,
      `update slip set number = 'x'`,
      `update slip set gongwen = '{}'`,
      'delete from slip',
    ])
      await expect(read(db, officer, tx => tx.rows(statement))).rejects.toMatchObject({ code: '42501' })
  })
  test('a unit sees the slips that are addressed to it, issues none and settles none', async () => {
    const farm = await aUnit(db)
    const other = anActor('liaison', { unitIds: [farm] })
    const count = async (who: Actor) => (await read(db, who, tx => tx.rows<{ n: number }>('select count(*) as n from slip')))[0]!.n
    expect([await count(liaison), await count(other), await count(anActor('system_admin'))]).toEqual([await count(officer), 0, 0])
    expect(await read(db, liaison, tx => tx.rows(`update slip set settled_at = now() returning id`))).toEqual([])
    expect(
      await act(
        db,
        liaison,
        { kind: 'slip', id: null },
        { command: 'issue', itemId: await overdue(), colour: 'blue', limitOn: DAY, words: null, copies: null },
      ),
    ).toMatchObject({
      refused: 'not-allowed',
    })
  })
})

test('each deed leaves its record, with a digest of the page instead of its words', async () => {
  const { id } = ok(await issue(await overdue(), 'blue'))
  const records = await asOwner<{ action: string; body: string }>(db, 'select action, body from audit where target = $1', [`slip:${id}`])
  expect(records).toMatchObject([{ action: 'slip.issue' }])
  expect(JSON.parse(records[0]!.body)).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(records[0]!.body).not.toContain('抓紧')
})

test('many are urged at once; those that cannot be are named, and sent again nobody is urged twice', async () => {
  const [one, two] = [await overdue(), await overdue()]
  const closed = (await anItem(db, officer, { leadUnitId: water }, { dispatch: false })).id
  ok(await act(db, officer, { kind: 'item', id: two }, { command: 'urge', words: null }))
  const ask = { itemIds: [one, two, closed, one, '00000000-0000-4000-8000-000000000000'], words: '请尽快反馈' }
  const first = await urgeMany(db, officer, ask, 'urge-many-1')
  expect([first.urged.map(u => u.id), first.skipped.map(s => s.code)]).toEqual([[one], ['urged-recently', 'wrong-state', 'not-found']])
  expect(await urgeMany(db, officer, ask, 'urge-many-1')).toMatchObject({ urged: [{ id: one }] })
  const events = await asOwner(db, `select 1 from item_event where item_id = $1 and kind = 'urge'`, [one])
  expect(events).toHaveLength(1)
})
