import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anActor, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { wholeOf } from '../tx.ts'
import { listUnits } from '../unit.ts'

const system = anActor('system_admin')
let db: TestDatabase

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
})

const list = () => read(db, wholeOf('990124'), listUnits)
const change = (id: string, unit: object) => act(db, system, { kind: 'unit', id }, { command: 'change', unit })

/** Every pair of a unit and one above it, computed from the parents alone. */
const CLOSURE = `with recursive up as (select id as unit_id, id as ancestor_id, 0 as depth from unit union all
    select up.unit_id, u.parent_id, up.depth + 1 from up join unit u on u.id = up.ancestor_id where u.parent_id is not null)
  select ancestor_id, unit_id, depth from up order by 1, 2`

test('a moved branch takes everything below it along, and the closure stays what the parents say', async () => {
  const [a, b] = [await aUnit(db, { name: '县卫生健康委' }), await aUnit(db, { name: '县政府' })]
  const hospital = await aUnit(db, { name: '县人民医院', parentId: a })
  const ward = await aUnit(db, { name: '感染科', parentId: hospital })
  for (const parentId of [b, null, ward, hospital, a]) {
    const moved = await change(hospital, { parentId })
    if (parentId === ward || parentId === hospital)
      expect(moved).toEqual({ refused: 'invalid', facts: { field: 'parentId', rule: 'below-itself' } })
    else ok(moved)
    expect(await asOwner(db, 'select ancestor_id, unit_id, depth from unit_closure order by 1, 2')).toEqual(await asOwner(db, CLOSURE))
  }
  expect((await list()).find(u => u.id === ward)!.path).toEqual(['县卫生健康委', '县人民医院', '感染科'])
})

test('two moves at the same moment cannot close a ring', async () => {
  const [a, b] = [await aUnit(db), await aUnit(db)]
  const answers = await Promise.all([change(a, { parentId: b }), change(b, { parentId: a })])
  expect(answers.filter(x => 'refused' in x)).toHaveLength(1)
})

test('a name is given once in a jurisdiction, and freely in another', async () => {
  await aUnit(db, { name: '县水利局' })
  expect(
    await act(
      db,
      system,
      { kind: 'unit', id: null },
      { command: 'add', unit: { name: '县水利局', aliases: [], kind: 'government', parentId: null, duties: '' } },
    ),
  ).toEqual({
    refused: 'name-taken',
    facts: { name: '县水利局' },
  })
  await aJurisdiction(db, '990125', '松原县')
  await aUnit(db, { name: '县水利局', jurisdiction: '990125' })
  expect((await list()).filter(u => u.name === '县水利局')).toHaveLength(1)
})

test('only the system administrator changes the tree, and only what is there', async () => {
  const id = await aUnit(db)
  for (const role of ['officer', 'security_admin', 'leader', 'head'] as const)
    expect(await act(db, anActor(role), { kind: 'unit', id }, { command: 'change', unit: { duties: 'x' } })).toMatchObject({
      refused: 'not-allowed',
    })
  expect(await change('00000000-0000-4000-8000-000000000009', { duties: 'x' })).toMatchObject({ refused: 'not-found' })
})

test('a unit is listed with the people who report for it', async () => {
  const id = await aUnit(db, { name: '县林业局', aliases: ['林业局'], duties: '造林、森林防火' })
  await aPerson(db, [{ role: 'liaison', unitId: id }], { name: '松青' })
  await aPerson(db, [{ role: 'head', unitId: id }], { name: '柏舟' })
  expect((await list()).find(u => u.id === id)).toMatchObject({
    aliases: ['林业局'],
    duties: '造林、森林防火',
    liaisons: ['松青'],
    path: ['县林业局'],
  })
})
