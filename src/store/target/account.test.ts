import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, aPerson, aSetup, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { findActor, getAccount, listAccounts, nobodyIn, setupNeeded } from '../account.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { wholeOf } from '../tx.ts'

const system = anActor('system_admin')
const security = anActor('security_admin')
const PLACE = '990124'
let db: TestDatabase
let water: string
let station: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  station = await aUnit(db, { name: '县水文站', parentId: water })
})

const userIdOf = async (personId: string): Promise<string> =>
  (await asOwner<{ user_id: string }>(db, 'select user_id from person where id = $1', [personId]))[0]!.user_id

describe('an account', () => {
  test('is added with what sign-in needs, and found by its sign-in', async () => {
    const { id } = ok(
      await act(db, system, { kind: 'account', id: null }, { command: 'add', username: 'heqing', name: '何清', passwordHash: 'hash' }),
    )
    const userId = await userIdOf(id)
    expect(await findActor(db, userId)).toEqual({
      actor: { personId: id, name: '何清', jurisdiction: PLACE, appointments: [], unitIds: [] },
      username: 'heqing',
      jurisdictionName: '青禾县',
      demo: false,
      userId,
      passwordAt: expect.any(String),
      mustChange: false,
    })
    const [row] = await asOwner(
      db,
      `select u.username, a.password, a."providerId" from auth."user" u join auth.account a on a."userId" = u.id where u.id = $1`,
      [userId],
    )
    expect(row).toEqual({ username: 'heqing', password: 'hash', providerId: 'credential' })
    expect(await findActor(db, 'nobody')).toBeNull()
  })

  test('does not take a name that somebody has, here or elsewhere, even at the same moment', async () => {
    const add = (username: string, jurisdiction = PLACE) =>
      act(
        db,
        anActor('system_admin', { jurisdiction }),
        { kind: 'account', id: null },
        { command: 'add', username, name: '某人', passwordHash: 'x' },
      )
    await aJurisdiction(db, '990125', '松原县')
    ok(await add('meng.xia'))
    expect(await add('meng.xia')).toMatchObject({ refused: 'name-taken' })
    expect(await add('meng.xia', '990125')).toMatchObject({ refused: 'name-taken' })
    const both = await Promise.all([add('zhu.qing'), add('zhu.qing', '990125')])
    expect(both.map(a => ('refused' in a ? a.refused : 'made')).sort()).toEqual(['made', 'name-taken'])
  })

  test('is out at once when it is disabled, and its sessions are gone', async () => {
    const actor = await aPerson(db, [{ role: 'liaison', unitId: water }])
    const userId = await userIdOf(actor.personId)
    const sessions = () => asOwner(db, 'select id from auth.session where "userId" = $1', [userId])
    await asOwner(db, `insert into auth.session (id, "expiresAt", token, "userId") values ($1, now(), $1, $1)`, [userId])
    ok(await act(db, system, { kind: 'account', id: actor.personId }, { command: 'change', name: '改名' }))
    expect(await sessions()).toHaveLength(1)
    ok(await act(db, system, { kind: 'account', id: actor.personId }, { command: 'change', disabled: true }))
    expect(await sessions()).toEqual([])
    expect(await findActor(db, userId)).toBeNull()
    expect(await read(db, nobodyIn(PLACE), tx => getAccount(tx, actor.personId))).toMatchObject({ name: '改名', disabled: true })
  })

  test('with a new password is signed out everywhere', async () => {
    const actor = await aPerson(db, [])
    const userId = await userIdOf(actor.personId)
    await asOwner(db, `insert into auth.session (id, "expiresAt", token, "userId") values ($1, now(), $1, $1)`, [userId])
    ok(await act(db, system, { kind: 'account', id: actor.personId }, { command: 'change', passwordHash: 'new' }))
    expect(
      await asOwner(
        db,
        'select s.id, a.password from auth.account a left join auth.session s on s."userId" = a."userId" where a."userId" = $1',
        [userId],
      ),
    ).toEqual([{ id: null, password: 'new' }])
  })

  test('is the system administrator’s to write and the security administrator’s to appoint', async () => {
    const actor = await aPerson(db, [])
    expect(await act(db, security, { kind: 'account', id: actor.personId }, { command: 'change', disabled: true })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(await act(db, system, { kind: 'account', id: actor.personId }, { command: 'appoint', appointments: [] })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(
      await act(db, anActor('officer'), { kind: 'account', id: null }, { command: 'add', username: 'x', name: 'x', passwordHash: 'x' }),
    ).toMatchObject({
      refused: 'not-allowed',
    })
  })
})

describe('appointments', () => {
  test('give a head the units below his own, and a liaison only his', async () => {
    const head = await aPerson(db, [{ role: 'head', unitId: water }])
    const liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
    expect([...head.unitIds].sort()).toEqual([water, station].sort())
    expect(liaison.unitIds).toEqual([water])
  })

  test('that end stay in the books; those that go on are not touched', async () => {
    const actor = await aPerson(db, [
      { role: 'liaison', unitId: water },
      { role: 'head', unitId: station },
    ])
    const rows = () =>
      asOwner<{ id: string; role: string; open: boolean }>(
        db,
        'select id, role, to_day is null as open from appointment where person_id = $1 order by role',
        [actor.personId],
      )
    const before = await rows()
    ok(
      await act(
        db,
        security,
        { kind: 'account', id: actor.personId },
        { command: 'appoint', appointments: [{ role: 'head', unitId: station }] },
      ),
    )
    expect(await rows()).toEqual(before.map(row => ({ ...row, open: row.role === 'head' })))
  })

  test('of two administrators’ offices in one hand are refused', async () => {
    const actor = await aPerson(db, [])
    const both = [
      { role: 'system_admin' as const, unitId: null },
      { role: 'audit_admin' as const, unitId: null },
    ]
    expect(await act(db, security, { kind: 'account', id: actor.personId }, { command: 'appoint', appointments: both })).toMatchObject({
      refused: 'exclusive-roles',
    })
  })

  test('name units that exist', async () => {
    const actor = await aPerson(db, [])
    const unitId = '00000000-0000-4000-8000-000000000009'
    expect(
      await act(db, security, { kind: 'account', id: actor.personId }, { command: 'appoint', appointments: [{ role: 'head', unitId }] }),
    ).toEqual({
      refused: 'unknown-unit',
      facts: { unitId },
    })
  })
})

describe('the first set-up', () => {
  test('makes the jurisdiction and its three administrators', async () => {
    const fresh = await aDatabase()
    expect(await setupNeeded(fresh)).toBe(true)
    ok(await aSetup(fresh))
    expect(await setupNeeded(fresh)).toBe(false)
    const accounts = await read(fresh, nobodyIn(PLACE), listAccounts)
    expect(accounts.map(a => a.appointments.map(r => r.role))).toEqual(
      expect.arrayContaining([['system_admin'], ['security_admin'], ['audit_admin']]),
    )
  })

  test('leaves no way to lose the last of the three', async () => {
    const fresh = await aDatabase()
    ok(await aSetup(fresh))
    const accounts = await read(fresh, wholeOf(PLACE), listAccounts)
    for (const { id, appointments } of accounts) {
      expect(await act(fresh, system, { kind: 'account', id }, { command: 'change', disabled: true })).toEqual({
        refused: 'last-administrator',
        facts: { role: appointments[0]!.role },
      })
      expect(await act(fresh, security, { kind: 'account', id }, { command: 'appoint', appointments: [] })).toMatchObject({
        refused: 'last-administrator',
      })
    }
  })
})
