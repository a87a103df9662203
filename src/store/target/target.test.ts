// Targets and indicators through the one write path: revisions with a reason, the next year's, and changes that would take readings their meaning.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anIndicator, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import type { Board } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { boardText } from '../board.ts'
import { read } from '../db.ts'
import { getSeries } from '../series.ts'
import { standingFaults } from '../standingcheck.ts'
import { wholeOf } from '../tx.ts'
import type { IndicatorDraft } from './indicator.ts'
import type { NewIndicator } from './indicatorsheet.ts'
import type { TargetDraft } from './target.ts'

let db: TestDatabase
let officer: Actor
let liaison: Actor
let water: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const set = (indicatorId: string, parts: Partial<TargetDraft> = {}, by = officer) =>
  act(
    db,
    by,
    { kind: 'target' },
    {
      command: 'set',
      targets: [
        {
          indicatorId,
          unitId: WHOLE,
          year: 2026,
          kind: 'target',
          value: 100,
          base: null,
          phasing: null,
          dueOn: null,
          seen: 0,
          why: null,
          ...parts,
        },
      ],
    },
  )
const report = (indicatorId: string, parts: { unitId?: string; month?: number; year?: number; value?: number } = {}) =>
  act(
    db,
    officer,
    { kind: 'reading' },
    {
      command: 'record',
      import: null,
      readings: [{ indicatorId, unitId: WHOLE, year: 2026, month: 5, value: 45.2, status: 'final', origin: null, seen: null, ...parts }],
    },
  )
const change = (id: string, version: number, indicator: Partial<IndicatorDraft> & { retired?: boolean }) =>
  act(db, officer, { kind: 'indicator', id }, { command: 'change', version, indicator })
const seriesOf = async (id: string, year = 2026, unitId = WHOLE) =>
  (await read(db, officer, tx => getSeries(tx, id, { unit: unitId, year }, '2026-11-23')))!
const faults = () => read(db, wholeOf('990124'), standingFaults)

describe('a target', () => {
  test('is revised only with a reason, keeps the old one, and moves the standing', async () => {
    const id = await anIndicator(db, officer)
    ok(await set(id))
    ok(await report(id))
    expect(await set(id, { value: 90, seen: 1 })).toMatchObject({ refused: 'reason-needed' })
    ok(await set(id, { value: 90, seen: 1, why: '市里核减任务' }))
    const { targets, standings, plan } = await seriesOf(id)
    expect(targets.map(t => [t.revision, t.value, t.why, t.by])).toEqual([
      [2, 90, '市里核减任务', officer.name],
      [1, 100, null, officer.name],
    ])
    expect(standings.at(-1)).toMatchObject({ target: 90, points: 8.56 })
    expect(plan[5]).toBe(45)
  })
  test('made on an older revision is refused, and the same again writes nothing', async () => {
    const id = await anIndicator(db, officer)
    ok(await set(id))
    expect(await set(id, { value: 90, why: '调整' })).toMatchObject({ refused: 'stale-version', facts: { now: 1 } })
    expect(await set(id, { seen: 1 })).toMatchObject({ refused: 'same-already' })
  })
  test('taken back counts no more', async () => {
    const id = await anIndicator(db, officer)
    ok(await set(id))
    ok(await report(id))
    ok(await set(id, { seen: 1, withdrawn: true, why: '定错了单位' }))
    expect((await seriesOf(id)).standings.at(-1)).toMatchObject({ value: 45.2, reason: 'no-target' })
    expect(await faults()).toEqual([])
  })
  test('stands beside a unit’s own commitment, which has a day', async () => {
    const id = await anIndicator(db, officer)
    expect(await set(id, { unitId: water, kind: 'commitment' })).toMatchObject({ refused: 'invalid', facts: { field: 'dueOn' } })
    ok(await set(id, { unitId: water, kind: 'commitment', value: 60, dueOn: '2026-09-30' }))
    const { commitments, targets, standings } = await seriesOf(id, 2026, water)
    expect([commitments.length, targets.length, standings.length]).toEqual([1, 0, 0])
    expect(commitments[0]).toMatchObject({ unit: '县水利局', dueOn: '2026-09-30' })
  })
  test('pledged of a total that only its parts report is judged on the board by their sum, and no more once it is taken back', async () => {
    const whole = await anIndicator(db, officer, { combine: 'sum' })
    const parts = await Promise.all([1, 2].map(() => anIndicator(db, officer, { parentId: whole })))
    ok(await set(whole, { unitId: water, kind: 'commitment', value: 60, dueOn: '2026-05-31' }))
    for (const part of parts) ok(await report(part, { unitId: water, value: 31 }))
    const pledged = async (): Promise<Board['commitments']> => {
      const board = JSON.parse(await read(db, officer, tx => boardText(tx, { year: 2026, month: 5, topic: [], unit: [] }, '2026-06-20')))
      return board.commitments.filter((c: { indicatorId: string }) => c.indicatorId === whole)
    }
    expect(await pledged()).toMatchObject([{ now: 62, stand: 'kept' }])
    expect(await faults()).toEqual([])
    ok(await set(whole, { unitId: water, kind: 'commitment', value: 60, dueOn: '2026-05-31', seen: 1, withdrawn: true, why: '撤回' }))
    expect(await pledged()).toEqual([])
    expect((await seriesOf(whole, 2026, water)).standings).toEqual([])
    expect(await faults()).toEqual([])
  })
  test('is set by nobody but the office and whoever looks after indicators', async () => {
    const id = await anIndicator(db, officer, { sourceUnitId: water })
    expect(await set(id, {}, liaison)).toMatchObject({ refused: 'not-allowed' })
  })
})

describe('the next year', () => {
  const roll = (from: number) => act(db, officer, { kind: 'target' }, { command: 'roll', from, growth: 10, words: '滚动' })
  test('of a level made of its parts begins where they ended, and a rate does not grow with amounts', async () => {
    const whole = await anIndicator(db, officer, { kind: 'level', basis: 'point', combine: 'sum' })
    const parts = [1, 2].map(() => anIndicator(db, officer, { kind: 'level', basis: 'point', parentId: whole }))
    for (const part of await Promise.all(parts)) ok(await report(part, { year: 2044, month: 12, value: 52 }))
    const rate = await anIndicator(db, officer, { kind: 'level', basis: 'point', unit: '%' })
    for (const id of [whole, rate]) ok(await set(id, { year: 2044, base: 80, value: 98 }))
    ok(await roll(2044))
    expect((await seriesOf(whole, 2045)).targets[0]).toMatchObject({ value: 107.8, base: 104 })
    expect((await seriesOf(rate, 2045)).targets[0]).toMatchObject({ value: 98, base: 98 })
    expect(await faults()).toEqual([])
  })
  test('gets the targets of the year before, and none that stands is overwritten', async () => {
    const [grows, level, there] = [
      await anIndicator(db, officer),
      await anIndicator(db, officer, { kind: 'level', basis: 'point' }),
      await anIndicator(db, officer),
    ]
    for (const id of [grows, there]) ok(await set(id, { year: 2040 }))
    ok(await set(level, { year: 2040, base: 80 }))
    ok(await report(level, { year: 2040, month: 12, value: 104 }))
    ok(await set(there, { year: 2041, value: 7 }))
    expect(ok(await roll(2040))).toEqual({ written: 2, same: 1 })
    expect((await seriesOf(grows, 2041)).targets[0]).toMatchObject({ value: 110, why: '滚动' })
    expect((await seriesOf(level, 2041)).targets[0]).toMatchObject({ value: 110, base: 104 })
    expect((await seriesOf(there, 2041)).targets[0]).toMatchObject({ value: 7, revision: 1 })
    expect(await roll(2040)).toMatchObject({ refused: 'same-already' })
    expect(await faults()).toEqual([])
  })
})

describe('many indicators at once', () => {
  const one = (name: string, parts: Partial<NewIndicator> = {}): NewIndicator => ({
    code: null,
    name,
    aliases: [],
    kind: 'volume',
    direction: 'up',
    basis: 'cumulative',
    frequency: 'month',
    unit: '亿元',
    decimals: 2,
    sourceUnitId: null,
    frameId: null,
    topic: 'targets',
    combine: null,
    weight: 1,
    published: true,
    target: 100,
    dueOn: null,
    ...parts,
  })
  const add = (...indicators: NewIndicator[]) => act(db, officer, { kind: 'indicatorSheet' }, { command: 'add', year: 2026, indicators })
  test('are made with their targets, and stand on the board at once', async () => {
    const { ids, targets } = ok(
      await add(one('批量甲'), one('批量乙', { target: null }), one('批量丙', { kind: 'milestone', target: 1, dueOn: '2026-09-30' })),
    )
    expect(targets).toBe(2)
    expect((await seriesOf(ids[0]!)).targets).toMatchObject([{ value: 100, revision: 1, by: officer.name }])
    expect((await seriesOf(ids[2]!)).targets).toMatchObject([{ dueOn: '2026-09-30' }])
    ok(await report(ids[0]!))
    expect((await seriesOf(ids[0]!)).standings.at(-1)).toMatchObject({ points: 3.53 })
    expect(await faults()).toEqual([])
  })
  test.each([
    ['a name that is kept', [one('批量丁'), one('批量丁')], 'name-taken'],
    ['a unit that is not there', [one('批量戊'), one('批量己', { sourceUnitId: randomUUID() })], 'invalid'],
    ['a plan by months', [one('批量庚'), one('批量辛', { kind: 'phased' })], 'invalid'],
  ])('are none of them made when one has %s', async (_, indicators, refused) => {
    expect(await add(...indicators)).toMatchObject({ refused })
    expect(await asOwner(db, 'select 1 from indicator where name = $1', [indicators[0]!.name])).toEqual([])
  })
  test('are made by nobody but who looks after indicators', async () => {
    expect(await act(db, liaison, { kind: 'indicatorSheet' }, { command: 'add', year: 2026, indicators: [one('批量壬')] })).toMatchObject({
      refused: 'not-allowed',
    })
  })
})

describe('an indicator', () => {
  test('of a year’s amount is not one of which less is better: that is a ceiling', async () => {
    for (const kind of ['volume', 'phased'] as const) {
      const id = await anIndicator(db, officer, { kind })
      expect(await change(id, 1, { direction: 'down' })).toMatchObject({ refused: 'invalid', facts: { field: 'direction' } })
    }
    ok(await change(await anIndicator(db, officer, { kind: 'ceiling' }), 1, { direction: 'down' }))
  })
  test('with readings keeps its kind, unit, basis and direction, and without them does not', async () => {
    const id = await anIndicator(db, officer)
    ok(await change(id, 1, { unit: '万元' }))
    ok(await report(id))
    for (const field of [{ unit: '亿元' }, { kind: 'growth' as const }, { basis: 'point' as const }, { direction: 'down' as const }])
      expect(await change(id, 2, field)).toMatchObject({
        refused: 'indicator-has-readings',
        facts: { field: Object.keys(field)[0], readings: 1 },
      })
  })
  test('changed in what totals are made of has them made again at once', async () => {
    const whole = await anIndicator(db, officer, { combine: 'sum' })
    const part = await anIndicator(db, officer)
    ok(await report(part))
    ok(await set(whole))
    ok(await change(part, 1, { parentId: whole }))
    expect((await seriesOf(whole)).standings.at(-1)).toMatchObject({ value: 45.2, summed: true })
    ok(await change(part, 2, { parentId: null }))
    expect((await seriesOf(whole)).standings).toEqual([])
    expect(await faults()).toEqual([])
  })
  test('is never below itself, nor below one that makes no total', async () => {
    const [top, plain] = [await anIndicator(db, officer, { combine: 'sum' }), await anIndicator(db, officer)]
    const low = await anIndicator(db, officer, { combine: 'sum', parentId: top })
    expect(await change(top, 1, { parentId: low })).toMatchObject({ refused: 'indicator-ring' })
    expect(await change(low, 1, { parentId: plain })).toMatchObject({ refused: 'invalid', facts: { field: 'parentId' } })
    expect(await change(top, 1, { retired: true })).toMatchObject({ refused: 'indicator-is-total', facts: { parts: 1 } })
  })
  test('changed by two at once is changed by the first', async () => {
    const id = await anIndicator(db, officer)
    ok(await change(id, 1, { aliases: ['固投'] }))
    expect(await change(id, 1, { aliases: ['投资'] })).toMatchObject({ refused: 'stale-version', facts: { now: 2 } })
  })
  test('changed by two at the same moment is changed by one of them, and the other is told', async () => {
    const id = await anIndicator(db, officer)
    const done = await Promise.all(['固投', '投资', '社零', '用电'].map(alias => change(id, 1, { aliases: [alias] })))
    expect(done.filter(d => !isRefusal(d))).toHaveLength(1)
    expect(done.filter(isRefusal).map(d => d.refused)).toEqual(['stale-version', 'stale-version', 'stale-version'])
  })
  test('hung below a total while its parts are reported leaves the total as all of them make it', async () => {
    for (let round = 0; round < 3; round++) {
      const whole = await anIndicator(db, officer, { combine: 'sum' })
      const parts = [await anIndicator(db, officer), await anIndicator(db, officer), await anIndicator(db, officer)]
      await Promise.all(parts.flatMap(id => [change(id, 1, { parentId: whole }), report(id, { value: 10 + round })]))
      expect((await seriesOf(whole)).standings.at(-1)).toMatchObject({ value: 3 * (10 + round), summed: true })
    }
    expect(await faults()).toEqual([])
  })
  test('has a name that no other kept one has', async () => {
    const id = await anIndicator(db, officer, { name: '固定资产投资' })
    await expect(anIndicator(db, officer, { name: '固定资产投资' })).rejects.toThrow('name-taken')
    ok(await change(id, 1, { retired: true }))
    await anIndicator(db, officer, { name: '固定资产投资' })
  })
  test('names only units, frames, items and documents that are there', async () => {
    await expect(anIndicator(db, officer, { itemId: randomUUID() })).rejects.toThrow('itemId')
    await expect(anIndicator(db, officer, { source: { documentId: randomUUID(), span: [0, 1] } })).rejects.toThrow('source')
  })
})

test('what was said of targets and readings is never changed nor removed', async () => {
  for (const table of ['target', 'reading'])
    for (const sql of [`update ${table} set value = 0`, `delete from ${table}`])
      await expect(read(db, wholeOf('990124'), tx => tx.rows(sql))).rejects.toThrow('permission denied')
  expect(await asOwner(db, `select 1 from reading where value = 0`)).toEqual([])
})

test('standings are written only by a write of figures, whoever asks', async () => {
  const id = await anIndicator(db, officer)
  ok(await set(id))
  const sql = `update standing set verdict = 'reached' where indicator_id = $1 returning 1`
  expect(await read(db, wholeOf('990124'), tx => tx.rows(sql, [id]))).toEqual([])
})
