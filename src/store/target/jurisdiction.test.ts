import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { levelOf } from '../../core/jurisdiction.ts'
import { LEVELS } from '../../core/types.ts'
import { nobodyIn, setupActor, setupNeeded } from '../account.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { jurisdictionTree, lowerJurisdictions, upperJurisdiction } from '../jurisdiction.ts'

const COUNTY = '990124'
const TOWN = '990124100'
const system = anActor('system_admin')
let db: TestDatabase

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
})

const invite = (code: string, hash = `hash of ${code}`, expiresAt = '2999-01-01T00:00:00.000Z', actor = system) =>
  act(db, actor, { kind: 'jurisdiction' }, { command: 'invite', code, name: '禾丰镇', hash, expiresAt })
const administrator = (username: string) => ({ username, name: '某人', passwordHash: 'x' })
const setUp = (code: string, hash: string | null, now?: string) =>
  act(
    db,
    setupActor(code),
    { kind: 'jurisdiction' },
    {
      command: 'setup',
      name: '自称的名字',
      invitation: hash,
      administrators: {
        system: administrator(`system.${code}`),
        security: administrator(`security.${code}`),
        audit: administrator(`audit.${code}`),
      },
    },
    { now },
  )

describe('a lower jurisdiction', () => {
  test('is set up by its link, once, under the name it was invited by', async () => {
    ok(await invite(TOWN))
    expect(await setUp(TOWN, 'another hash')).toMatchObject({ refused: 'token-used' })
    ok(await setUp(TOWN, `hash of ${TOWN}`))
    expect(await setUp(TOWN, `hash of ${TOWN}`)).toMatchObject({ refused: 'token-used' })
    expect(await invite(TOWN)).toEqual({ refused: 'jurisdiction-taken', facts: { code: TOWN } })
    expect(await read(db, nobodyIn(COUNTY), lowerJurisdictions)).toEqual([{ id: TOWN, name: '禾丰镇', level: 'township' }])
    expect(await read(db, nobodyIn(TOWN), upperJurisdiction)).toEqual({ id: COUNTY, name: '青禾县', level: 'county' })
    expect(await read(db, nobodyIn(COUNTY), upperJurisdiction)).toBeNull()
  })

  test('is recorded where it was invited, and where it was set up', async () => {
    const rows = await asOwner(db, `select jurisdiction_id, action from audit where target = $1 order by at`, [`jurisdiction:${TOWN}`])
    expect(rows).toEqual([
      { jurisdiction_id: COUNTY, action: 'jurisdiction.invite' },
      { jurisdiction_id: TOWN, action: 'jurisdiction.setup' },
    ])
  })

  test('has no use of a link that a newer one replaced, that was withdrawn, or that is too old', async () => {
    const code = '990124101'
    ok(await invite(code, 'first'))
    ok(await invite(code, 'second', '2026-12-01T00:00:00.000Z'))
    expect(await setUp(code, 'first')).toMatchObject({ refused: 'token-used' })
    expect(await setUp(code, 'second', '2026-12-02T00:00:00.000Z')).toMatchObject({ refused: 'token-used' })
    expect((await read(db, system, jurisdictionTree)).invited.map(i => i.id)).toEqual([code])
    ok(await act(db, system, { kind: 'jurisdiction' }, { command: 'withdraw', code }))
    expect(await setUp(code, 'second', '2026-11-30T00:00:00.000Z')).toMatchObject({ refused: 'token-used' })
    expect(await act(db, system, { kind: 'jurisdiction' }, { command: 'withdraw', code })).toMatchObject({ refused: 'not-found' })
  })

  test('stands below the one that invites it, and only a system administrator does', async () => {
    expect(await invite('990125100')).toMatchObject({ refused: 'not-below' })
    for (const role of ['officer', 'leader', 'security_admin', 'audit_admin'] as const)
      expect(await invite('990124102', 'x', '2999-01-01T00:00:00.000Z', anActor(role))).toMatchObject({ refused: 'not-allowed' })
  })

  test('is not made by the first run’s way once there are people', async () => {
    expect(await setupNeeded(db)).toBe(false)
    expect(await setUp('990126', null)).toMatchObject({ refused: 'token-used' })
  })
})

test('the database knows the same levels as the rules, and lets nothing stand below what it does not belong to', async () => {
  const codes = ['990000', '990100', '990124', '990124109']
  expect(codes.map(levelOf)).toEqual(LEVELS)
  for (const code of codes) {
    const made = `insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, 'x', 'x', 'x', now(), $2)`
    if (code !== COUNTY) await asOwner(db, made, [code, null])
    expect(await asOwner(db, 'select level from jurisdiction where id = $1', [code])).toEqual([{ level: levelOf(code) }])
    await expect(asOwner(db, made, ['880001', code])).rejects.toMatchObject({ constraint: 'jurisdiction_below' })
  }
})
