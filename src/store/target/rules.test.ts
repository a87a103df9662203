// Rules and calendar: who changes them, what they change, and what the database refuses when nobody asks the access table.
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import { addDays, dayOf } from '../../core/day.ts'
import type { SpecialDay } from '../../core/holiday.ts'
import { RULES } from '../../core/rules.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { verifyAudit } from '../audit.ts'
import { read } from '../db.ts'
import { getItem } from '../item.ts'
import { relight } from '../relight.ts'
import { bookOf, loadedYears, rulesNow } from '../rules.ts'
import { tallyFaults } from '../tally.ts'
import { type Context, contextOf, wholeOf } from '../tx.ts'

const PLACE = '990124'
const officer = anActor('officer')
const system = anActor('system_admin')
const today = dayOf(Date.now())
let db: TestDatabase
let unit: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  await aJurisdiction(db, '990125', '松原县')
  unit = await aUnit(db)
})

const version = async () => (await read(db, wholeOf(PLACE), rulesNow)).version
const change = async (actor: Actor, rules = RULES) => act(db, actor, { kind: 'rules', seen: await version() }, { command: 'change', rules })
const load = async (actor: Actor, days: SpecialDay[]) =>
  act(db, actor, { kind: 'calendar', seen: await version() }, { command: 'load', days })
const lightOf = async (id: string) => (await read(db, officer, tx => getItem(tx, officer, id)))!

test('a changed threshold lights the items anew, and the counts follow', async () => {
  const { id } = await anItem(db, officer, { leadUnitId: unit, dueOn: addDays(today, 30) })
  expect((await lightOf(id)).light).toBe('green')
  ok(await change(officer, { ...RULES, light: { ...RULES.light, dueSoon: 60 } }))
  expect(await relight(db, PLACE, today)).toBe(1)
  expect(await lightOf(id)).toMatchObject({ light: 'yellow', reason: 'due-soon' })
  expect(await read(db, wholeOf(PLACE), tallyFaults)).toEqual([])
  ok(await change(officer))
  expect(await relight(db, PLACE, today)).toBe(1)
  expect((await lightOf(id)).light).toBe('green')
})

test('two who change the rules at once do not undo each other: the second is told', async () => {
  const seen = await version()
  ok(await act(db, officer, { kind: 'rules', seen }, { command: 'change', rules: RULES }))
  expect(await act(db, anActor('officer'), { kind: 'rules', seen }, { command: 'change', rules: RULES })).toMatchObject({
    refused: 'stale-version',
  })
})

test('a loaded year replaces the year as a whole, other years stay, and deadlines given before stay', async () => {
  const before = ok(
    await act(
      db,
      officer,
      { kind: 'item', id: null },
      {
        command: 'register',
        draft: { title: '编制年度计划', topic: 'other', urgency: 'ordinary', leadUnitId: unit, coUnitIds: [], dueOn: null, measure: null },
        source: null,
        dispatch: true,
      },
    ),
  )
  const given = (await lightOf(before.id)).dueOn
  const days: SpecialDay[] = [
    { day: '2027-01-01', kind: 'off', name: '元旦' },
    { day: '2027-02-20', kind: 'work', name: '春节' },
  ]
  expect(ok(await load(system, days)).years).toEqual([2027])
  await relight(db, PLACE, today)
  const years = await read(db, wholeOf(PLACE), loadedYears)
  expect(years.map(y => [y.year, y.days.length, y.by])).toEqual([
    [2025, expect.any(Number), null],
    [2026, expect.any(Number), null],
    [2027, 2, system.name],
  ])
  const { calendar } = await read(db, wholeOf(PLACE), tx => bookOf(tx))
  expect([calendar.holidays.has('2027-02-08'), calendar.makeUps.has('2027-02-20'), calendar.holidays.has('2026-10-01')]).toEqual([
    false,
    true,
    true,
  ])
  expect((await lightOf(before.id)).dueOn).toBe(given)
  expect(await read(db, wholeOf(PLACE), verifyAudit)).toMatchObject({ whole: true })
})

test('what the preview would have refused is refused again when it is loaded', async () => {
  expect(await load(system, [{ day: '2027-02-08', kind: 'work', name: '' }])).toMatchObject({ refused: 'invalid' })
})

describe('the access table', () => {
  test('gives the rules to the officer and the calendar to the system administrator, and to nobody both', async () => {
    expect(await change(system)).toMatchObject({ refused: 'not-allowed' })
    expect(await load(officer, [{ day: '2027-01-01', kind: 'off', name: '' }])).toMatchObject({ refused: 'not-allowed' })
    expect(await change(anActor('leader'))).toMatchObject({ refused: 'not-allowed' })
  })
})

describe('the database, with no check of the program', () => {
  const liaison = contextOf(anActor('liaison', { unitIds: ['00000000-0000-4000-8000-000000000001'] }))
  const ask = (context: Context, text: string): Promise<unknown> =>
    read(db, context, tx => tx.rows(text)).then(
      rows => rows.length,
      (error: { code?: string }) => error.code,
    )
  const RULE = `insert into rule (jurisdiction_id, rules, by_id, by_name, at) values ('${PLACE}', '{}', gen_random_uuid(), 'x', now())
    on conflict (jurisdiction_id) do update set rules = excluded.rules returning 1`
  const YEAR = `insert into calendar_year (jurisdiction_id, year, days, by_id, by_name, at) values ('${PLACE}', 2099, '[]', gen_random_uuid(), 'x', now()) returning 1`

  test.each<[string, () => Context, string, unknown]>([
    ['a unit changes no rules', () => liaison, RULE, '42501'],
    ['a unit loads no calendar', () => liaison, YEAR, '42501'],
    ['an administrator changes no rules', () => contextOf(system), RULE, '42501'],
    ['an officer loads no calendar', () => contextOf(officer), YEAR, '42501'],
    ['another county changes no rules here', () => wholeOf('990125'), RULE, '42501'],
    ['another county sees no rules of here', () => wholeOf('990125'), 'select 1 from rule', 0],
    ['another county sees no calendar of here', () => wholeOf('990125'), 'select 1 from calendar_year', 0],
    ['another county sees no version of here', () => wholeOf('990125'), `select 1 from rule_version where jurisdiction_id = '${PLACE}'`, 0],
    ['nobody deletes rules', () => wholeOf(PLACE), 'delete from rule', '42501'],
    ['nobody deletes a year', () => wholeOf(PLACE), 'delete from calendar_year', '42501'],
  ])('%s', async (_, context, text, answer) => expect(await ask(context(), text)).toBe(answer))
})
