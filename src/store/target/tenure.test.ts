import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { dayOf } from '../../core/day.ts'
import type { Actor } from '../../core/types.ts'
import { getAccount, readActor } from '../account.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { listTodo } from '../todo.ts'
import { wholeOf } from '../tx.ts'
import { listPosts } from '../unit.ts'
import type { TenureCommand } from './tenure.ts'

const PLACE = '990124'
const security = anActor('security_admin')
const today = dayOf(Date.now())
let db: TestDatabase
let water: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
})

const run = (command: TenureCommand, actor: Actor = security) => act(db, actor, { kind: 'tenure' }, command)
const person = async (id: string) => (await read(db, wholeOf(PLACE), tx => getAccount(tx, id)))!
const again = async (actor: Actor): Promise<Actor> => (await readActor(db, PLACE, actor.personId))!.actor
const todo = async (actor: Actor) => (await read(db, actor, tx => listTodo(tx, actor))).entries.map(e => e.item?.id)
/** 水利局办公室主任 as the import makes it: held, its role not yet given. */
async function proposed(personId: string, name = '办公室主任', role: string | null = 'liaison'): Promise<string> {
  await asOwner(db, `insert into post values ($1, gen_random_uuid(), $2, $3, $4) on conflict do nothing`, [PLACE, water, name, role])
  const [row] = await asOwner<{ id: string }>(
    db,
    `insert into tenure select $1, gen_random_uuid(), id, $2, '2026-01-01', null, false from post where name = $3 and unit_id = $4 and role is not distinct from $5
     returning id`,
    [PLACE, personId, name, water, role],
  )
  return row!.id
}

describe('a hand-over', () => {
  test('gives the work, the role and the post to the new holder, and the old one keeps his history', async () => {
    const officer = await aPerson(db, [{ role: 'officer', unitId: null }])
    const [old, fresh] = [
      await aPerson(db, [{ role: 'liaison', unitId: water }], { name: '何清' }),
      await aPerson(db, [], { name: '江流' }),
    ]
    const { id: item } = await anItem(db, officer, { leadUnitId: water })
    expect([await todo(old), await todo(fresh)]).toEqual([[item], []])

    const held = (await person(old.personId)).posts
    expect(held).toMatchObject([{ post: '', role: 'liaison', unitId: water, from: today, to: null, state: 'granted' }])
    ok(await run({ command: 'hand-over', tenureIds: [held[0]!.id], toId: fresh.personId, day: today }))

    expect([await todo(await again(old)), await todo(await again(fresh))]).toEqual([[], [item]])
    expect(await person(old.personId)).toMatchObject({
      appointments: [],
      posts: [{ role: 'liaison', from: today, to: today, state: 'ended' }],
    })
    expect(await person(fresh.personId)).toMatchObject({
      appointments: [{ role: 'liaison', unitId: water }],
      posts: [{ role: 'liaison', to: null, state: 'granted' }],
    })
    const [post] = await read(db, wholeOf(PLACE), tx => listPosts(tx, water))
    expect(post!.held.map(h => [h.name, h.to])).toEqual([
      ['江流', null],
      ['何清', today],
    ])
    const [entry] = await asOwner<{ summary: string }>(db, `select summary from audit where action = 'account.hand-over' and target = $1`, [
      `account:${old.personId}`,
    ])
    expect(entry).toEqual({ summary: '何清→江流' })
    // Sent twice, the second finds the post in other hands.
    expect(await run({ command: 'hand-over', tenureIds: [held[0]!.id], toId: fresh.personId, day: today })).toEqual({
      refused: 'not-found',
      facts: {},
    })
  })

  test('to nobody leaves the post empty', async () => {
    const actor = await aPerson(db, [{ role: 'head', unitId: water }])
    const [held] = (await person(actor.personId)).posts
    ok(await run({ command: 'hand-over', tenureIds: [held!.id], toId: null, day: today }))
    expect((await again(actor)).appointments).toEqual([])
    const posts = await read(db, wholeOf(PLACE), tx => listPosts(tx, water))
    expect(posts[0]).toMatchObject({ role: 'head', held: [{ to: today }] })
  })

  test('to an administrator, to oneself, to somebody disabled or unknown is refused, and changes nothing', async () => {
    const actor = await aPerson(db, [{ role: 'liaison', unitId: water }])
    const admin = await aPerson(db, [{ role: 'audit_admin', unitId: null }])
    const gone = await aPerson(db, [])
    ok(await act(db, anActor('system_admin'), { kind: 'account', id: gone.personId }, { command: 'change', disabled: true }))
    const tenureIds = (await person(actor.personId)).posts.map(p => p.id)
    const to = (toId: string) => run({ command: 'hand-over', tenureIds, toId, day: today })
    expect(await to(admin.personId)).toMatchObject({ refused: 'exclusive-roles' })
    expect(await to(actor.personId)).toMatchObject({ refused: 'invalid', facts: { rule: 'same-person' } })
    expect(await to(gone.personId)).toMatchObject({ refused: 'no-account' })
    expect(await to('00000000-0000-4000-8000-000000000009')).toMatchObject({ refused: 'not-found' })
    expect((await again(actor)).appointments).toEqual([{ role: 'liaison', unitId: water }])
  })

  test('is the security administrator’s', async () => {
    const actor = await aPerson(db, [{ role: 'liaison', unitId: water }])
    const tenureIds = (await person(actor.personId)).posts.map(p => p.id)
    for (const role of ['system_admin', 'audit_admin', 'officer', 'head'] as const)
      expect(await run({ command: 'hand-over', tenureIds, toId: null, day: today }, anActor(role))).toMatchObject({
        refused: 'not-allowed',
      })
  })
})

describe('the role of a post', () => {
  test('that was only proposed gives nothing until it is granted', async () => {
    const actor = await aPerson(db, [])
    const id = await proposed(actor.personId)
    expect((await again(actor)).appointments).toEqual([])
    expect((await person(actor.personId)).posts).toMatchObject([{ state: 'proposed' }])
    ok(await run({ command: 'decide', tenureIds: [id], grant: true }))
    expect((await again(actor)).appointments).toEqual([{ role: 'liaison', unitId: water }])
    expect((await person(actor.personId)).posts).toMatchObject([{ post: '办公室主任', state: 'granted' }])
    expect(await run({ command: 'decide', tenureIds: [id], grant: true })).toMatchObject({ refused: 'not-found' })
  })

  test('can be refused, and then the post is held without it', async () => {
    const actor = await aPerson(db, [])
    const id = await proposed(actor.personId)
    ok(await run({ command: 'decide', tenureIds: [id], grant: false }))
    expect(await person(actor.personId)).toMatchObject({ appointments: [], posts: [{ state: 'declined', to: null }] })
  })

  test('is not granted to an administrator: all or nothing (三员分立)', async () => {
    const [actor, admin] = [await aPerson(db, []), await aPerson(db, [{ role: 'system_admin', unitId: null }])]
    const tenureIds = [await proposed(actor.personId, '科员'), await proposed(admin.personId, '科员')]
    expect(await run({ command: 'decide', tenureIds, grant: true })).toMatchObject({ refused: 'exclusive-roles' })
    expect((await again(actor)).appointments).toEqual([])
  })

  test('stays with a post that has a name when the role is taken away; a post that is only its role goes with it', async () => {
    const actor = await aPerson(db, [{ role: 'head', unitId: water }])
    const id = await proposed(actor.personId, '联络员')
    ok(await run({ command: 'decide', tenureIds: [id], grant: true }))
    ok(await act(db, security, { kind: 'account', id: actor.personId }, { command: 'appoint', appointments: [] }))
    expect((await person(actor.personId)).posts.map(p => [p.post, p.state])).toEqual([
      ['联络员', 'declined'],
      ['', 'ended'],
    ])
  })
})

test('the database itself keeps administrators apart, whoever writes', async () => {
  const admin = await aPerson(db, [{ role: 'system_admin', unitId: null }])
  const give = (role: string, id: string) =>
    asOwner(db, `insert into appointment (jurisdiction_id, id, person_id, role, from_day) values ($1, gen_random_uuid(), $2, $3, now())`, [
      PLACE,
      id,
      role,
    ])
  for (const role of ['security_admin', 'audit_admin', 'officer'])
    await expect(give(role, admin.personId)).rejects.toMatchObject({ constraint: 'administrators_apart' })
  const officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  await expect(give('audit_admin', officer.personId)).rejects.toMatchObject({ constraint: 'administrators_apart' })
  await give('leader', officer.personId)
})
