// Assessment schemes on the real database: versions stay, what is forbidden is not counted, and units are scored from their standings.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anIndicator, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import { WHOLE } from '../../core/indicator.ts'
import type { KeptItem } from '../../core/scheme.ts'
import type { Actor } from '../../core/types.ts'
import { schemeSheet } from '../../writer/schemesheet.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { getScheme, listSchemes, scoresOf } from '../scheme.ts'
import type { SchemeCommand } from './scheme.ts'
import type { TargetDraft } from './target.ts'

let db: TestDatabase
let officer: Actor
let liaison: Actor
let [water, farm, tax] = ['', '', '']

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  await aUnit(db, { name: '县林业局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '林晓雨' })
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
  tax = await anIndicator(db, officer, { name: '完成投资', combine: 'sum' })
  const target = { indicatorId: tax, year: 2026, kind: 'target', value: 12, base: null, phasing: null, dueOn: null, seen: 0, why: null }
  const targets = [water, farm].map(unitId => ({ ...target, unitId })) as TargetDraft[]
  ok(await act(db, officer, { kind: 'target' }, { command: 'set', targets }))
  const reading = { indicatorId: tax, year: 2026, month: 3, status: 'final' as const, origin: null, seen: null }
  ok(
    await act(db, officer, { kind: 'reading' }, { command: 'record', readings: [{ ...reading, unitId: water, value: 1.5 }], import: null }),
  )
})

const item = (name: string, parts: Partial<KeptItem> = {}): KeptItem => ({
  id: randomUUID(),
  name,
  indicatorId: null,
  measure: null,
  direction: 'up',
  weight: 10,
  cap: 1,
  ...parts,
})
const save = (actor: Actor, id: string | null, seen: number, items: SchemeCommand['items'], why: string | null = null) =>
  act(db, actor, { kind: 'scheme', id, seen }, { command: 'save', name: '目标责任考核', year: 2026, items, why, retired: false })

test('each saving is a version with who and why; the one who saw an older one is told', async () => {
  const first = [item('完成投资', { indicatorId: tax })]
  const { id } = ok(await save(officer, null, 0, first))
  ok(await save(officer, id, 1, [...first, item('重点工作')], '县委常委会议定'))
  expect(await save(officer, id, 1, first)).toMatchObject({ refused: 'stale-version', facts: { by: '林晓雨' } })
  const now = (await read(db, officer, tx => getScheme(tx, id)))!
  expect([now.version, now.items.length, now.versions.map(v => [v.version, v.why])]).toEqual([
    2,
    2,
    [
      [2, '县委常委会议定'],
      [1, null],
    ],
  ])
  expect((await read(db, officer, tx => getScheme(tx, id, 1)))!.items.map(i => i.indicator)).toEqual(['完成投资'])
  expect((await read(db, officer, listSchemes)).find(s => s.id === id)).toMatchObject({
    items: 2,
    flagged: 0,
    weights: { full: 20, counted: 10 },
  })
})

test('units are scored from their standings, what is missing is named, and a forbidden item is not counted', async () => {
  const items = [item('完成投资', { indicatorId: tax }), item('领导肯定性批示加分', { indicatorId: tax, weight: 5 })]
  const { id } = ok(await save(officer, null, 0, items))
  const scores = (await read(db, officer, tx => scoresOf(tx, id)))!
  expect(scores).toMatchObject({
    month: 3,
    months: [3],
    left: [{ name: '领导肯定性批示加分', weight: 5 }],
    weights: { full: 15, counted: 10, forbidden: 5 },
  })
  // Half of the 3 that were due by March; the other unit told nothing yet, and the third has no part in it.
  expect(scores.units.filter(u => u.unitId !== WHOLE).map(u => [u.unit, u.points, u.scored, u.scores[0]!.reason])).toEqual([
    ['县水利局', 5, 10, 'scheduled'],
    ['县农业农村局', 0, 0, 'no-reading'],
  ])
  const sheet = schemeSheet(scores, '青禾县', '2026-11-22')
  expect(sheet.note).toContain('按减负规定未计入：领导肯定性批示加分（5分）')
  expect(sheet.rows.find(r => r.unit === '县水利局' && r.item === '完成投资')).toMatchObject({
    points: 5,
    why: '完成1.5亿元，序时应为3亿元，完成比例50%，得5分（满分10分）。',
  })
})

test('a reason for a flagged item is kept with who gave it, stands with the scores, and ends with other words', async () => {
  const flagged = { ...item('批示件数', { indicatorId: tax, weight: 5 }), clearedWhy: '考核批示交办事项的办结数' }
  const forged = { why: flagged.clearedWhy, words: '批示件数\n', by: '县长', at: '2020-01-01T00:00:00.000Z' }
  const { id } = ok(await save(officer, null, 0, [{ ...flagged, cleared: forged }]))
  const now = () => read(db, officer, tx => getScheme(tx, id))
  expect((await now())!.items[0]).toMatchObject({
    cleared: { why: flagged.clearedWhy, by: '林晓雨' },
    objections: [{ code: 'leaders-notes' }],
  })
  const scores = (await read(db, officer, tx => scoresOf(tx, id)))!
  expect(scores).toMatchObject({ left: [], weights: { counted: 5, forbidden: 0 }, cleared: [{ name: '批示件数', by: '林晓雨' }] })
  expect(schemeSheet(scores, '青禾县', '2026-11-22').note).toContain('批示件数：林晓雨说明“考核批示交办事项的办结数”。')

  // Somebody else saves it later: the reason is still the first one's.
  const other = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '何清' })
  ok(await save(other, id, 1, [flagged]))
  expect((await now())!.items[0]!.cleared).toMatchObject({ by: '林晓雨' })
  ok(await save(other, id, 2, [{ ...flagged, name: '批示件数排名' }]))
  expect((await now())!.items[0]!.cleared).toMatchObject({ by: '何清' })
  ok(await save(other, id, 3, [{ ...flagged, clearedWhy: null }]))
  expect((await now())!.items[0]!.cleared).toBeNull()
  expect((await read(db, officer, tx => scoresOf(tx, id)))!.left).toMatchObject([{ name: '批示件数' }])
})

test('settled scores stay as they were, whatever figures and versions come later, and nobody changes them', async () => {
  const { id } = ok(await save(officer, null, 0, [item('完成投资', { indicatorId: tax })]))
  const settle = (actor: Actor, seen: number, month = 3) =>
    act(db, actor, { kind: 'schemeResult', id }, { command: 'settle', month, seen, why: '经考核委员会审定' })
  const scores = (result?: string) => read(db, officer, tx => scoresOf(tx, id, result ? { result } : { month: 3 }))
  expect(await settle(liaison, 1)).toMatchObject({ refused: 'not-allowed' })
  expect(await settle(officer, 2)).toMatchObject({ refused: 'stale-version' })
  expect(await settle(officer, 1, 7)).toMatchObject({ refused: 'invalid', facts: { field: 'month' } })
  const before = (await scores())!
  const first = ok(await settle(officer, 1))

  const revised = { indicatorId: tax, unitId: water, year: 2026, month: 3, value: 3, status: 'final' as const, origin: null, seen: null }
  ok(await act(db, officer, { kind: 'reading' }, { command: 'record', readings: [revised], import: null }))
  ok(await save(officer, id, 1, [item('完成投资', { indicatorId: tax, weight: 40 })]))
  const kept = (await scores(first.id))!
  expect({ ...kept, results: [] }).toEqual({ ...before, results: [] })
  expect(kept.results).toMatchObject([{ id: first.id, month: 3, version: 1, by: '林晓雨', why: '经考核委员会审定' }])
  expect((await scores())!.units.find(u => u.unitId === water)).toMatchObject({ points: 40 })
  ok(await settle(officer, 2))
  expect((await scores())!.results.map(r => r.version)).toEqual([2, 1])
  expect(await scores(randomUUID())).toBeNull()

  expect(await read(db, liaison, tx => tx.rows('select 1 from scheme_result'))).toEqual([])
  for (const statement of ['update scheme_result set month = 1', 'delete from scheme_result'])
    await expect(read(db, officer, tx => tx.rows(statement))).rejects.toMatchObject({ code: '42501' })
})

test('only the office and the indicator officers write one; a unit sees none, even with the server’s own checks taken away', async () => {
  expect(await save(liaison, null, 0, [])).toMatchObject({ refused: 'not-allowed' })
  expect(await save(officer, null, 0, [item('完成投资', { indicatorId: randomUUID() })])).toMatchObject({ refused: 'invalid' })
  expect(await read(db, liaison, tx => tx.rows('select 1 from scheme_version'))).toEqual([])
  await expect(read(db, officer, tx => tx.rows(`update scheme_version set why = 'x'`))).rejects.toMatchObject({ code: '42501' })
})
