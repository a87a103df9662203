// What a city and a province see of those below: wholes only, of those that stand below them, as they are at the next request.
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anActor, anIndicator, aUnit, ok } from '../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { BoardBelow } from '../core/contract/indicator.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Actor, Role } from '../core/types.ts'
import { act } from './act.ts'
import { boardBelow, seriesBelow } from './boardbelow.ts'
import { read } from './db.ts'
import { contextOf } from './tx.ts'

let db: TestDatabase
let county: Actor
let indicator: string
let town: string

const seenBy = async (jurisdiction: string, role: Role = 'officer') =>
  JSON.parse(await read(db, contextOf(anActor(role, { jurisdiction })), tx => boardBelow(tx, {}, 2026))) as BoardBelow
const report = (unitId: string, value: number, month = 5) =>
  act(
    db,
    county,
    { kind: 'reading' },
    {
      command: 'record',
      import: null,
      readings: [{ indicatorId: indicator, unitId, year: 2026, month, value, status: 'final', origin: null, seen: null }],
    },
  )

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db, '990000', '北岭省')
  await aJurisdiction(db, '990100', '云川市', '990000')
  await aJurisdiction(db, '990124', '青禾县', '990100')
  await aJurisdiction(db, '990125', '松原县', '990100')
  await aJurisdiction(db, '990200', '临川市')
  county = anActor('officer')
  town = await aUnit(db, { name: '云溪镇' })
  indicator = await anIndicator(db, county, { code: 'public-revenue', name: '一般公共预算收入', published: false })
  const own = await anIndicator(db, county, { name: '县里自己的指标' })
  const target = { year: 2026, kind: 'target' as const, value: 100, base: null, phasing: null, dueOn: null, seen: 0, why: null }
  const targets = [
    { ...target, indicatorId: indicator, unitId: WHOLE },
    { ...target, indicatorId: indicator, unitId: town },
    { ...target, indicatorId: own, unitId: WHOLE },
  ]
  ok(await act(db, county, { kind: 'target' }, { command: 'set', targets }))
})

test('a write below is in every board above it at the next request', async () => {
  ok(await report(WHOLE, 45.2))
  for (const place of ['990100', '990000']) {
    const { places, ...board } = await seenBy(place)
    const qinghe = places.find(p => p.id === '990124')!
    expect(board).toMatchObject({ year: 2026, month: 5, indicators: [{ code: 'public-revenue', unit: '亿元' }] })
    expect(qinghe).toMatchObject({
      name: '青禾县',
      parentId: '990100',
      cells: [{ code: 'public-revenue', value: 45.2, points: 3.53, verdict: 'on' }],
    })
    expect(qinghe.counts).toEqual({ reached: 0, on: 1, behind: 0, unknown: 1 })
  }
  ok(await report(WHOLE, 30))
  const after = (await seenBy('990000')).places.find(p => p.id === '990124')!
  expect(after).toMatchObject({ counts: { behind: 1 }, lights: { yellow: 1 }, cells: [{ value: 30, verdict: 'behind' }] })
})

test('the year of a whole below is seen with its verdict, by those above it and nobody else', async () => {
  const seriesBy = (jurisdiction: string, role: Role = 'officer', code = 'public-revenue') =>
    read(db, contextOf(anActor(role, { jurisdiction })), tx => seriesBelow(tx, { place: '990124', code, year: 2026, month: 5 }))
  for (const above of ['990100', '990000']) {
    const series = (await seriesBy(above))!
    expect(series).toMatchObject({ place: '青禾县', indicator: { name: '一般公共预算收入' }, standing: { value: 30, verdict: 'behind' } })
    expect([series.values[4], series.values[5], series.plan[11]]).toEqual([30, null, 100])
  }
  for (const other of ['990200', '990124', '990125']) expect(await seriesBy(other)).toBeNull()
  expect(await seriesBy('990100', 'liaison')).toBeNull()
  expect(await seriesBy('990100', 'officer', 'none')).toBeNull()
})

test('only those below are seen, with those that have no figures yet', async () => {
  expect((await seenBy('990100')).places.map(p => p.id)).toEqual(['990124', '990125'])
  expect((await seenBy('990000')).places.map(p => p.id)).toEqual(['990100', '990124', '990125'])
  for (const place of ['990200', '990124', '990125']) expect((await seenBy(place)).places).toEqual([])
})

test('a unit’s figures, and those without a shared code, stay in the county', async () => {
  ok(await report(town, 12.3))
  const { places } = await seenBy('990100')
  expect(places[0]!.cells.map(c => [c.code, c.value])).toEqual([['public-revenue', 30]])
  const rows = read(db, contextOf(anActor('officer', { jurisdiction: '990100' })), tx => tx.rows('select 1 from standing'))
  expect(await rows).toEqual([])
})

test('whoever may not see all of his own jurisdiction sees nothing of those below', async () => {
  for (const role of ['liaison', 'system_admin'] as const) expect((await seenBy('990100', role)).places).toEqual([])
  expect((await seenBy('990100', 'indicator_officer')).places).not.toEqual([])
})
