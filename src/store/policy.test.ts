// What the database itself refuses, with every check of the program taken away: SQL as luoshi_server under a context.
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, anIndicator, anItem, aPerson, aSetup, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import type { Fields } from '../core/kind.ts'
import type { Actor } from '../core/types.ts'
import { act } from './act.ts'
import { read } from './db.ts'
import { type Context, contextOf, wholeOf } from './tx.ts'

const HERE = '990124'
const THERE = '990125'
const BUSINESS = [
  'item',
  'item_event',
  'item_unit',
  'item_detail',
  'item_link',
  'document',
  'draft',
  'file',
  'tally',
  'once',
  'counter',
] as const

let db: TestDatabase
let water: string
let farm: string
let officer: Actor
let liaison: Actor
let own: string
let others: string
let unsent: string
let document: string

beforeAll(async () => {
  db = await aDatabase()
  for (const place of [HERE, THERE]) await aJurisdiction(db, place, place === HERE ? '青禾县' : '松原县')
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
  own = (await anItem(db, officer, { leadUnitId: water })).id
  others = (await anItem(db, officer, { leadUnitId: farm })).id
  unsent = (await anItem(db, officer, { leadUnitId: water }, { dispatch: false })).id
  ok(await act(db, liaison, { kind: 'item', id: own }, { command: 'accept', words: null }, { key: 'key-of-liaison' }))
  const file = ok(
    await act(db, liaison, { kind: 'file' }, { command: 'upload', name: '照片.jpg', type: 'image/jpeg', size: 3, sha256: 'a'.repeat(64) }),
  )
  ok(
    await act(
      db,
      liaison,
      { kind: 'item', id: own },
      { command: 'report', percent: 5, words: '进场', fileIds: [file.id], waitingFor: null },
    ),
  )
  const text = '一是由县农业农村局牵头，6月底前完成撂荒地整治500亩。'
  const reading = { source: { name: '', length: text.length, sha256: '' }, articles: [], directives: [], dates: [] } as never
  document = ok(await act(db, officer, { kind: 'document', id: null }, { command: 'take-in', name: '会议纪要', text, reading })).id
})

const ask = <Row extends object>(context: Context | Actor, text: string, values: unknown[] = []): Promise<Row[]> =>
  read(db, context, tx => tx.rows<Row>(text, values))
const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
const count = async (context: Context | Actor, table: string): Promise<number> =>
  (await ask<{ n: number }>(context, `select count(*) as n from ${table}`))[0]!.n

/** insufficient_privilege: no grant, or a policy's check. */
const DENIED = '42501'

describe('another jurisdiction', () => {
  test.each([...BUSINESS, 'unit', 'unit_closure', 'person', 'appointment', 'jurisdiction', 'audit_lane'])(
    'sees nothing of %s',
    async table => {
      const rows = await ask<{ here: number }>(
        wholeOf(THERE),
        `select count(*) as here from ${table} where ${table === 'jurisdiction' ? 'id' : 'jurisdiction_id'} = $1`,
        [HERE],
      )
      expect(rows[0]!.here).toBe(0)
    },
  )
  test('changes nothing here', async () => {
    expect(await ask(wholeOf(THERE), `update item set title = 'x' where jurisdiction_id = $1 returning id`, [HERE])).toEqual([])
    expect(await ask(wholeOf(THERE), 'delete from document where jurisdiction_id = $1 returning id', [HERE])).toEqual([])
  })
  test('cannot write rows in the name of this one', async () => {
    expect(await codeOf(ask(wholeOf(THERE), `insert into tally values ($1, $2, 'closed', 'green', false, 1, 0)`, [HERE, water]))).toBe(
      DENIED,
    )
    expect(await codeOf(ask(wholeOf(THERE), `update jurisdiction set id = '990126' where id = $1`, [THERE]))).toBe(DENIED)
  })
  test('is known by name where one stands above the other, and nothing else of it is', async () => {
    const [town, village] = ['990124100', '990125100']
    await aJurisdiction(db, town, '禾丰镇', HERE)
    await aJurisdiction(db, village, '松岭乡', THERE)
    const known = async (place: string) =>
      (await ask<{ id: string }>(wholeOf(place), 'select id from jurisdiction order by 1')).map(j => j.id)
    expect([await known(HERE), await known(town), await known(THERE)]).toEqual([
      [HERE, town],
      [HERE, town],
      [THERE, village],
    ])
    for (const table of BUSINESS) expect([table, await count(wholeOf(town), table)]).toEqual([table, 0])
    expect(await ask(wholeOf(HERE), `update jurisdiction set name = 'x' where id = $1 returning id`, [town])).toEqual([])
    expect(await codeOf(ask(wholeOf(HERE), `update jurisdiction set parent_id = $1`, [THERE]))).toBe(DENIED)
  })
  test('is not entered without an invitation', async () => {
    const made = `insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, 'x', 'x', 'x', now(), $2)`
    expect(await codeOf(ask(wholeOf('990124103'), made, ['990124103', HERE]))).toBe(DENIED)
    expect(await codeOf(ask(wholeOf(HERE), made, ['990124103', HERE]))).toBe(DENIED)
  })
  test('finds none of its items by searching', async () => {
    expect(await ask(wholeOf(THERE), `select id from item where id in (select found_items($1, '北渠'))`, [HERE])).toEqual([])
  })
})

describe('without a context', () => {
  test.each([...BUSINESS, 'unit', 'person', 'appointment', 'audit'])('%s is empty', async table => {
    const client = await db.pool.connect()
    try {
      await client.query(
        `select set_config('luoshi.' || name, '', false) from unnest(array['jurisdiction', 'scope', 'units', 'person', 'audit']) name`,
      )
      expect((await client.query(`select count(*) as n from ${table}`)).rows).toEqual([{ n: 0 }])
    } finally {
      client.release(true)
    }
  })
})

describe('a unit', () => {
  test('sees its own dispatched items only', async () => {
    const ids = (await ask<{ id: string }>(liaison, 'select id from item')).map(row => row.id)
    expect(ids).toEqual([own])
    expect(ids).not.toContain(unsent)
  })
  test('sees the events and files of its items only', async () => {
    expect(await ask(liaison, 'select 1 from item_event where item_id <> $1', [own])).toEqual([])
    expect(await count(liaison, 'item_event')).toBe(4)
    expect(await count(liaison, 'file')).toBe(1)
    expect(await count(anActor('liaison', { unitIds: [farm] }), 'file')).toBe(0)
  })
  test('changes nothing of another unit’s item', async () => {
    expect(await ask(liaison, `update item set percent = 100 where id = $1 returning id`, [others])).toEqual([])
  })
  test('cannot give its item away, nor take one', async () => {
    expect(await codeOf(ask(liaison, 'update item set lead_unit_id = $2 where id = $1', [own, farm]))).toBe(DENIED)
    const copy = `insert into item (jurisdiction_id, id, title, topic, urgency, state, version, lead_unit_id, co_unit_ids, percent, light, reason, facts, overdue)
      values ($1, gen_random_uuid(), 'x', 'other', 'ordinary', 'dispatched', 1, $2, '{}', 0, 'grey', 'closed', '{}', false)`
    expect(await codeOf(ask(liaison, copy, [HERE, farm]))).toBe(DENIED)
  })
  test('cannot add to the history of another unit’s item', async () => {
    const event = `insert into item_event (jurisdiction_id, item_id, version, ordinal, id, kind, at, by_id, by_name, file_ids, facts)
      values ($1, $2, 99, 0, gen_random_uuid(), 'report', now(), $3, 'x', '{}', '{}')`
    expect(await codeOf(ask(liaison, event, [HERE, others, liaison.personId]))).toBe(DENIED)
  })
  test('sees no document from which none of its items came, and no draft at all', async () => {
    expect(await ask(liaison, 'select 1 from document where id = $1', [document])).toEqual([])
    expect(await ask(officer, 'select id from document where id = $1', [document])).toEqual([{ id: document }])
    expect(await count(liaison, 'draft')).toBe(0)
  })
  test('draws no numbers', async () => {
    expect(await codeOf(ask(liaison, 'insert into counter values ($1, 2030, 1)', [HERE]))).toBe(DENIED)
  })
  test('sees no other person’s keys', async () => {
    expect(await count(liaison, 'once')).toBe(1)
    expect(await count(officer, 'once')).toBe(0)
  })
})

describe('who follows the projects', () => {
  const follower = anActor('investment_officer')
  let project: string
  let visit: string
  let risk: string
  beforeAll(async () => {
    const made = async (kind: 'project' | 'visit' | 'risk', fields: Fields, dispatch: boolean) => {
      const command = {
        command: 'register' as const,
        draft: aDraft({ leadUnitId: farm }),
        source: null,
        detail: { kind, fields },
        dispatch,
      }
      return ok(await act(db, officer, { kind: 'item', id: null }, command)).id
    }
    visit = await made('visit', { place: '云川市' }, false)
    project = await made('project', { investor: '青禾装备公司' }, true)
    risk = await made('risk', { category: 'debt', sign: '到期债务集中' }, true)
    for (const [id, relation, to] of [
      [project, 'found-on', visit],
      [project, 'measure-of', risk],
    ] as const)
      ok(await act(db, officer, { kind: 'item', id }, { command: 'link', relation, to, words: null }))
  })
  test('sees all projects and visits with their facts and history, those not dispatched too, and no other item', async () => {
    const ids = (await ask<{ id: string }>(follower, 'select id from item')).map(row => row.id)
    expect(ids.sort()).toEqual([project, visit].sort())
    expect((await ask<{ itemId: string }>(follower, 'select item_id from item_detail')).map(row => row.itemId).sort()).toEqual(ids)
    expect(await ask(follower, 'select 1 from item_event where item_id <> all ($1)', [[project, visit]])).toEqual([])
    expect(await count(follower, 'item_event')).toBeGreaterThan(2)
  })
  test('sees and makes links between those only', async () => {
    expect(await ask(follower, 'select to_id from item_link')).toEqual([{ toId: visit }])
    const link = `insert into item_link values ($1, $2, 'continues', $3, now(), gen_random_uuid(), 'x')`
    expect(await codeOf(ask(follower, link, [HERE, visit, project]))).toBeUndefined()
    expect(await codeOf(ask(follower, link, [HERE, visit, risk]))).toBe(DENIED)
    expect(await ask(follower, `delete from item_link where to_id = $1 returning to_id`, [risk])).toEqual([])
  })
  test('changes projects, and neither turns one into a matter nor writes a matter', async () => {
    expect(await ask(follower, `update item set title = '装备产业园' where id = $1 returning id`, [project])).toEqual([{ id: project }])
    expect(await ask(follower, `update item set title = 'x' where id = $1 returning id`, [others])).toEqual([])
    const into = `update item set kind = 'matter', stage = null, stage_on = null where id = $1`
    expect(await codeOf(ask(follower, into, [project]))).toBe(DENIED)
  })
  test('draws numbers, since he registers', async () => {
    expect(await codeOf(ask(follower, 'insert into counter values ($1, 2031, 1)', [HERE]))).toBeUndefined()
  })
  test('is nobody special elsewhere, and a unit sees none of it', async () => {
    for (const table of ['item', 'item_detail', 'item_link'])
      expect([table, await count(anActor('investment_officer', { jurisdiction: THERE }), table)]).toEqual([table, 0])
    expect(await count(liaison, 'item_link')).toBe(0)
    expect(await count(anActor('liaison', { unitIds: [farm] }), 'item_link')).toBe(1)
  })
})

describe('rules of early warning and the risks that they opened', () => {
  const RULE = `insert into warning_rule (jurisdiction_id, id, indicator_id, measure, side, threshold, periods, category, stopped, version, by_id, by_name, at)
    values ($1, gen_random_uuid(), $2, 'value', 'above', 1, 1, 'debt', false, 1, gen_random_uuid(), 'x', now()) returning id`
  const RAISED = `insert into warning_raised values ($1, $2, $3, 2026, 9, $4, now())`
  const KEEP = `select set_config('luoshi.keeping', $1, false)`
  const follower = anActor('indicator_officer')
  let indicator: string
  let rule: string
  let raised: unknown[]
  /** As while figures are written. */
  const keeping = <Row extends object>(context: Context | Actor, text: string, values: unknown[] = []): Promise<Row[]> =>
    read(db, context, async tx => {
      await tx.rows(KEEP, ['on'])
      return tx.rows<Row>(text, values).finally(() => tx.rows(KEEP, ['']))
    })
  beforeAll(async () => {
    indicator = await anIndicator(db, await aPerson(db, [{ role: 'indicator_officer', unitId: water }]))
    rule = (await ask<{ id: string }>(follower, RULE, [HERE, indicator]))[0]!.id
    raised = [HERE, rule, water, own]
    await keeping(liaison, RAISED, raised)
  })
  test('are seen by who sees all figures, by no unit, by no other jurisdiction and by no administrator', async () => {
    for (const table of ['warning_rule', 'warning_raised']) {
      for (const sees of [officer, follower, anActor('leader')]) expect([table, await count(sees, table)]).toEqual([table, 1])
      for (const blind of [liaison, wholeOf(THERE), anActor('system_admin'), anActor('security_admin'), anActor('audit_admin')])
        expect([table, await count(blind, table)]).toEqual([table, 0])
    }
  })
  test('are read by a unit only while it writes figures, and those of another jurisdiction not even then', async () => {
    expect(await keeping(liaison, 'select id from warning_rule')).toEqual([{ id: rule }])
    expect(await keeping(liaison, 'select item_id from warning_raised')).toEqual([{ itemId: own }])
    expect(await keeping(wholeOf(THERE), 'select id from warning_rule')).toEqual([])
  })
  test('are set and changed by no unit, while it writes figures or not, and not from another jurisdiction', async () => {
    for (const as of [ask, keeping]) {
      expect(await codeOf(as(liaison, RULE, [HERE, indicator]))).toBe(DENIED)
      expect(await as(liaison, 'update warning_rule set stopped = true returning id')).toEqual([])
      expect(await codeOf(as(wholeOf(THERE), RULE, [HERE, indicator]))).toBe(DENIED)
      expect(await as(wholeOf(THERE), 'update warning_rule set stopped = true returning id')).toEqual([])
    }
    expect(await codeOf(ask(follower, 'update warning_rule set jurisdiction_id = $1', [THERE]))).toBe(DENIED)
  })
  test('open a risk only while figures are written', async () => {
    const more = [HERE, rule, farm, own]
    expect(await codeOf(ask(follower, RAISED, more))).toBe(DENIED)
    expect(await codeOf(ask(wholeOf(HERE), RAISED, more))).toBe(DENIED)
    expect(await codeOf(keeping(wholeOf(THERE), RAISED, more))).toBe(DENIED)
    expect(await codeOf(keeping(liaison, RAISED, more))).toBeUndefined()
  })
  test.each(['delete from warning_rule', 'update warning_raised set month = 1', 'delete from warning_raised'])(
    'stay: %s',
    async statement => {
      expect(await codeOf(keeping(wholeOf(HERE), statement))).toBe(DENIED)
    },
  )
})

describe('the three administrators', () => {
  test.each(['system_admin', 'security_admin', 'audit_admin'] as const)('as %s see no business row', async role => {
    for (const table of BUSINESS) expect([table, await count(anActor(role), table)]).toEqual([table, 0])
  })
  test('read the audit log as audit administrator only', async () => {
    expect(await count(anActor('audit_admin'), 'audit')).toBeGreaterThan(5)
    for (const actor of [officer, liaison, anActor('leader'), anActor('system_admin'), anActor('security_admin')])
      expect(await count(actor, 'audit')).toBe(0)
  })
})

describe('what happened', () => {
  const all = { ...wholeOf(HERE) }
  test.each([
    `update item_event set words = '改写'`,
    'delete from item_event',
    'truncate item_event cascade',
    `update audit set actor = '别人'`,
    'delete from audit',
    'truncate audit',
    'delete from item',
    'delete from audit_lane',
    'delete from tally',
    'update item_unit set open = false',
    'select * from item_search',
    'alter table audit disable row level security',
    'drop policy item_1 on item',
    'create table elsewhere (id int)',
    'set role luoshi_owner',
  ])('is not to be changed: %s', async statement => {
    expect(await codeOf(ask(all, statement))).toBe(DENIED)
  })
  test('has the jurisdiction first in every primary and unique key', async () => {
    const keys = await asOwner(
      db,
      `select c.relname, i.indkey[0] as first, a.attname from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely_%' and a.attname <> 'jurisdiction_id'`,
    )
    expect(keys).toEqual([{ relname: 'jurisdiction', first: 1, attname: 'id' }])
  })
})

test('a connection forgets whom it served when it serves another', async () => {
  for (let round = 0; round < 20; round++) {
    const [mine, nothing] = await Promise.all([count(liaison, 'item'), count(anActor('liaison', { unitIds: [await aUnit(db)] }), 'item')])
    expect([mine, nothing]).toEqual([1, 0])
  }
  expect(contextOf(liaison).scope).toBe('party')
})

test('the first set-up is made once, however many try', async () => {
  const fresh = await aDatabase()
  const answers = await Promise.all([aSetup(fresh), aSetup(fresh, '990126', '南泉县'), aSetup(fresh, '990127', '北山县')])
  expect(answers.filter(a => 'ok' in a)).toHaveLength(1)
  expect(answers.filter(a => 'refused' in a && a.refused === 'token-used')).toHaveLength(2)
})
