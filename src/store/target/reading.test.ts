// Readings through the one write path: batches, revisions, imports undone as one step, and standings that are current after each.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anIndicator, aPerson, aUnit, cellsOf, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import type { Board, SeriesQuery } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { boardText } from '../board.ts'
import { boardPast } from '../boardpast.ts'
import { read } from '../db.ts'
import { getSeries } from '../series.ts'
import { standingFaults } from '../standingcheck.ts'
import { type Context, contextOf, wholeOf } from '../tx.ts'
import type { NewReading } from './reading.ts'

let db: TestDatabase
let officer: Actor
let liaison: Actor
let hall: string
let towns: string[]

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  hall = await aUnit(db, { name: '县人民政府' })
  towns = [await aUnit(db, { name: '云溪镇', parentId: hall }), await aUnit(db, { name: '松岗镇', parentId: hall })]
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: towns[0]! }])
})

const aReading = (parts: Partial<NewReading> & { indicatorId: string }): NewReading => ({
  unitId: WHOLE,
  year: 2026,
  month: 5,
  value: 45.2,
  status: 'final',
  origin: null,
  seen: null,
  ...parts,
})
const record = (readings: NewReading[], file: { id: string; name: string; sha256: string } | null = null, by = officer, now?: string) =>
  act(
    db,
    by,
    { kind: 'reading' },
    { command: 'record', readings, import: file && { type: 'text/plain', size: 1, fixes: {}, mappings: [], ...file } },
    { now },
  )
const undo = (importId: string, now?: string) => act(db, officer, { kind: 'reading' }, { command: 'undo', importId }, { now })
const aim = (
  indicatorId: string,
  parts: { unitId?: string; year?: number; value?: number; seen?: number; why?: string; withdrawn?: boolean } = {},
) =>
  act(
    db,
    officer,
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
const aFile = (name = '五月指标.xlsx') => ({ id: randomUUID(), name, sha256: 'a'.repeat(64) })
const TODAY = '2026-11-23'
const boardOf = async (query: Partial<Parameters<typeof boardText>[1]> = {}): Promise<Board> =>
  JSON.parse(await read(db, officer, tx => boardText(tx, { topic: [], unit: [], ...query }, TODAY)))
const seriesOf = async (id: string, asked: Partial<SeriesQuery> = {}, by = officer) =>
  read(db, by, tx => getSeries(tx, id, { unit: WHOLE, year: 2026, ...asked }, TODAY))
const shownBy = (board: Board, indicatorId: string, unitId: string) =>
  cellsOf(board).find(c => c.indicatorId === indicatorId && c.unitId === unitId)
/** Its standing by its series, which the board shows the same. */
const cellOf = async (indicatorId: string, unitId = WHOLE, month?: number) => {
  const shown = shownBy(await boardOf({ year: 2026, month }), indicatorId, unitId)
  const { standing } = (await seriesOf(indicatorId, { unit: unitId, month }))!
  if (shown) expect(standing).toMatchObject(shown)
  return standing
}

describe('a reading', () => {
  test('is on the board at the next request, with the circular’s points', async () => {
    const id = await anIndicator(db, officer)
    ok(await aim(id))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ verdict: 'unknown', reason: 'no-reading' })
    ok(await record([aReading({ indicatorId: id })]))
    // 45.2 % at month 5 → +3.5 points (domain §4, from a published circular).
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ month: 5, value: 45.2, target: 100, verdict: 'on', points: 3.53 })
    expect(await cellOf(id, WHOLE, 6)).toMatchObject({ month: 5, awaited: 6 })
  })

  test('said again as it stands writes nothing and says so', async () => {
    const id = await anIndicator(db, officer)
    const other = aReading({ indicatorId: id, month: 6, value: 50 })
    ok(await record([aReading({ indicatorId: id })]))
    expect(await record([aReading({ indicatorId: id })])).toMatchObject({ refused: 'same-already' })
    expect(ok(await record([aReading({ indicatorId: id }), other]))).toEqual({ written: 1, same: 1 })
    expect(await asOwner(db, 'select 1 from reading where indicator_id = $1', [id])).toHaveLength(2)
  })

  test('revised keeps the old value, and a revision made on an older one is refused', async () => {
    const id = await anIndicator(db, officer)
    ok(await record([aReading({ indicatorId: id, seen: 0, status: 'flash' })]))
    ok(await record([aReading({ indicatorId: id, seen: 1, value: 45.9 })]))
    expect(await record([aReading({ indicatorId: id, seen: 1, value: 46 })])).toMatchObject({ refused: 'stale-version', facts: { now: 2 } })
    const series = (await seriesOf(id))!
    expect(series.readings.map(r => [r.revision, r.value, r.status])).toEqual([
      [2, 45.9, 'final'],
      [1, 45.2, 'flash'],
    ])
  })

  test('taken back with a reason leaves no figure on the board', async () => {
    const id = await anIndicator(db, officer)
    ok(await aim(id))
    ok(await record([aReading({ indicatorId: id })]))
    expect(await record([aReading({ indicatorId: id, value: null })])).toMatchObject({ refused: 'reason-needed' })
    ok(await record([aReading({ indicatorId: id, value: null, words: '报错了单位' })]))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: null, verdict: 'unknown' })
  })

  test('of a batch is not taken when another of it is refused', async () => {
    const id = await anIndicator(db, officer)
    const stray = aReading({ indicatorId: id, unitId: randomUUID() })
    expect(await record([aReading({ indicatorId: id }), stray])).toMatchObject({ refused: 'unknown-unit' })
    expect(await record([aReading({ indicatorId: id }), aReading({ indicatorId: id })])).toMatchObject({ refused: 'invalid' })
    expect(await asOwner(db, 'select 1 from reading where indicator_id = $1', [id])).toEqual([])
  })

  test('is reported by the unit that is its source, and by no other', async () => {
    const mine = await anIndicator(db, officer, { sourceUnitId: towns[0]! })
    const theirs = await anIndicator(db, officer, { sourceUnitId: towns[1]! })
    const hidden = await anIndicator(db, officer, { sourceUnitId: towns[1]!, published: false })
    ok(await record([aReading({ indicatorId: mine })], null, liaison))
    expect(await record([aReading({ indicatorId: theirs })], null, liaison)).toMatchObject({ refused: 'not-allowed' })
    expect(await record([aReading({ indicatorId: hidden })], null, liaison)).toMatchObject({ refused: 'not-found' })
  })

  test('of another unit’s indicator is refused by the database itself, whatever the program forgets', async () => {
    const theirs = await anIndicator(db, officer, { sourceUnitId: towns[1]! })
    const mine = await anIndicator(db, officer, { sourceUnitId: towns[0]! })
    const insert = (by: Context | Actor, id: string) =>
      read(db, by, tx =>
        tx.rows(
          `insert into reading (jurisdiction_id, indicator_id, year, unit_id, month, revision, value, status, by_id, by_name, at)
           values ('990124', $1, 2026, $2, 5, 1, 1, 'final', $3, 'x', now()) returning 1 as one`,
          [id, WHOLE, liaison.personId],
        ),
      ).then(
        rows => rows.length,
        (error: { code?: string }) => error.code,
      )
    expect(await insert(liaison, theirs)).toBe('42501')
    expect(await insert(contextOf(anActor('officer', { jurisdiction: '990125' })), theirs)).toBe('42501')
    for (const role of ['investment_officer', 'system_admin', 'security_admin', 'audit_admin'] as const)
      expect(await insert(contextOf(anActor(role)), theirs)).toBe('42501')
    expect(await insert(liaison, mine)).toBe(1)
    // Written past the write path, which would have kept its standing.
    await asOwner(db, 'delete from reading where indicator_id = $1', [mine])
  })

  test('of a retired indicator is refused, and what was reported stays', async () => {
    const id = await anIndicator(db, officer)
    ok(await record([aReading({ indicatorId: id })]))
    const retire = { command: 'change' as const, version: 1, indicator: { retired: true } }
    ok(await act(db, officer, { kind: 'indicator', id }, retire))
    expect(await record([aReading({ indicatorId: id, month: 6 })])).toMatchObject({ refused: 'indicator-retired' })
    expect((await seriesOf(id))!.values[4]).toBe(45.2)
  })
})

describe('totals', () => {
  test('are made of the units below when each has told its month, and differ from a reported one in the open', async () => {
    const id = await anIndicator(db, officer)
    for (const unitId of towns) ok(await aim(id, { unitId, value: 50 }))
    ok(await aim(id))
    ok(await record([aReading({ indicatorId: id, unitId: towns[0]!, value: 20 })]))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: null })
    ok(await record([aReading({ indicatorId: id, unitId: towns[1]!, value: 25.2, status: 'estimate' })]))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: 45.2, summed: true, status: 'estimate', points: 3.53 })
    ok(await record([aReading({ indicatorId: id, value: 50 })]))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: 50, summed: false, mismatch: { reported: 50, parts: 45.2, by: 'units' } })
  })

  test('of parts are written by whoever reports a part, whether or not he may see the whole', async () => {
    const whole = await anIndicator(db, officer, { combine: 'sum', published: false })
    const own = await anIndicator(db, officer, { parentId: whole, sourceUnitId: towns[0]! })
    const other = await anIndicator(db, officer, { parentId: whole, published: false })
    ok(await aim(whole))
    ok(await record([aReading({ indicatorId: other, value: 30 })]))
    ok(await record([aReading({ indicatorId: own, value: 15.2 })], null, liaison))
    expect(await cellOf(whole, WHOLE, 5)).toMatchObject({ value: 45.2, summed: true })
    expect(await seriesOf(whole, {}, liaison)).toBeNull()
    expect(await read(db, liaison, tx => tx.rows('select 1 from standing where indicator_id = $1', [whole]))).toEqual([])
  })
})

describe('an import', () => {
  test('is undone as one step: what stood before stands again', async () => {
    const id = await anIndicator(db, officer)
    ok(await aim(id))
    ok(await record([aReading({ indicatorId: id })]))
    const before = await cellOf(id, WHOLE, 6)
    const file = aFile()
    ok(await record([aReading({ indicatorId: id, value: 452 }), aReading({ indicatorId: id, month: 6, value: 500 })], file))
    expect(ok(await undo(file.id))).toEqual({ written: 2, same: 0 })
    expect(await cellOf(id, WHOLE, 6)).toEqual(before)
    expect(await undo(file.id)).toMatchObject({ refused: 'import-undone' })
    const { readings } = (await seriesOf(id))!
    expect(readings.filter(r => r.month === 5).map(r => [r.revision, r.value, r.withdrawn, r.undoes])).toEqual([
      [3, 45.2, false, file.id],
      [2, 452, true, null],
      [1, 45.2, false, null],
    ])
  })

  test('on which a later revision stands is not undone, and the refusal says who stands on it', async () => {
    const id = await anIndicator(db, officer)
    const file = aFile()
    ok(await record([aReading({ indicatorId: id })], file))
    ok(await record([aReading({ indicatorId: id, value: 46 })]))
    expect(await undo(file.id)).toMatchObject({ refused: 'reading-revised', facts: { month: 5, by: officer.name } })
  })

  test('below another that was undone falls back to what stood before both', async () => {
    const id = await anIndicator(db, officer)
    const [first, second] = [aFile('a.xlsx'), aFile('b.xlsx')]
    ok(await record([aReading({ indicatorId: id, value: 1 })]))
    ok(await record([aReading({ indicatorId: id, value: 2 })], first))
    ok(await record([aReading({ indicatorId: id, value: 3 })], second))
    ok(await undo(second.id))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: 2 })
    ok(await undo(first.id))
    expect(await cellOf(id, WHOLE, 5)).toMatchObject({ value: 1 })
  })
})

const boardAsOf = async (query: { asOf: string; year: number; month: number }, by = officer): Promise<Board> =>
  JSON.parse(await read(db, by, tx => boardPast(tx, { topic: [], unit: [], ...query }, TODAY)))

describe('the board of an earlier day', () => {
  test('shows what was known by the end of that day', async () => {
    const id = await anIndicator(db, officer)
    ok(await aim(id))
    await asOwner(db, `update target set at = '2026-01-05T00:00:00Z' where indicator_id = $1`, [id])
    ok(await record([aReading({ indicatorId: id, value: 43.2, status: 'flash' })], null, officer, '2026-06-10T15:59:59.000Z'))
    ok(await record([aReading({ indicatorId: id, value: 45.2 })], null, officer, '2026-06-10T16:00:00.000Z'))
    const asOf = async (day: string) => {
      const board = await boardAsOf({ asOf: day, year: 2026, month: 5 })
      const { standing, readings } = (await seriesOf(id, { month: 5, asOf: day }))!
      expect(standing).toMatchObject(shownBy(board, id, WHOLE)!)
      return { ...standing, readings: readings.length }
    }
    // 43.2 % at month 5 → +1.5 points (domain §4).
    expect(await asOf('2026-06-10')).toMatchObject({ value: 43.2, points: 1.53, status: 'flash', readings: 1 })
    expect(await asOf('2026-06-11')).toEqual({ ...(await cellOf(id, WHOLE, 5)), readings: 2 })
    expect(await asOf('2026-06-09')).toMatchObject({ value: null, readings: 0 })
    // Nobody named a year: the last one of which anything was known by then.
    const board = JSON.parse(
      await read(db, officer, tx => boardPast(tx, { topic: [], unit: [], asOf: '2026-06-11' }, '2027-11-23')),
    ) as Board
    expect(board).toMatchObject({ year: 2026, month: 5 })
  })

  test('adds up by the tree and judges by the rules there were then, and calls things what they were called', async () => {
    const id = await anIndicator(db, officer, { decimals: 1 })
    const name = (await seriesOf(id))!.indicator.name
    const [first, second] = towns as [string, string]
    for (const unitId of [WHOLE, first, second]) ok(await aim(id, { unitId }))
    ok(await record([aReading({ indicatorId: id, unitId: first, value: 20 }), aReading({ indicatorId: id, unitId: second, value: 30 })]))
    await asOwner(db, `update target set at = '2026-01-05T00:00:00Z' where indicator_id = $1`, [id])
    await asOwner(db, `update reading set at = '2026-06-10T00:00:00Z' where indicator_id = $1`, [id])
    const clerk = anActor('system_admin')
    ok(
      await act(
        db,
        officer,
        { kind: 'indicator', id },
        { command: 'change', version: 1, indicator: { name: '改了名', frequency: 'quarter' } },
      ),
    )
    const split = await aUnit(db, { name: '县直机关' })
    ok(await act(db, clerk, { kind: 'unit', id: second }, { command: 'change', unit: { name: '松岗街道', parentId: split } }))
    await asOwner(db, `update indicator_past set until = '2026-07-01T00:00:00Z' where id = $1`, [id])
    await asOwner(db, `update unit_past set until = '2026-07-01T00:00:00Z' where id = $1`, [second])
    const then = await boardAsOf({ asOf: '2026-06-15', year: 2026, month: 5 })
    const now = await boardAsOf({ asOf: '2026-07-01', year: 2026, month: 5 })
    expect(then.indicators.find(i => i.id === id)!.name).toBe(name)
    expect(now.indicators.find(i => i.id === id)!.name).toBe('改了名')
    const rowOf = (board: Board) => board.rows.find(r => r.unitId === second)!
    expect([rowOf(then).unit, rowOf(now).unit]).toEqual(['松岗镇', '松岗街道'])
    // 县人民政府 has no target of its own: what stands below it is seen in the row of the whole only.
    expect(shownBy(then, id, WHOLE)).toMatchObject({ value: 50 })
    expect((await seriesOf(id, { asOf: '2026-06-15', month: 5 }))!.standing).toMatchObject({ awaited: null, summed: true })
    const series = (await seriesOf(id, { unit: second, asOf: '2026-06-15' }))!
    expect([series.unit, series.indicator.name, series.indicator.frequency]).toEqual(['松岗镇', name, 'month'])
    const today = (await seriesOf(id, { unit: second, asOf: '2026-07-01' }))!
    expect([today.unit, today.indicator.name, today.indicator.frequency]).toEqual(['松岗街道', '改了名', 'quarter'])
    ok(await act(db, clerk, { kind: 'unit', id: second }, { command: 'change', unit: { name: '松岗镇', parentId: hall } }))
  })

  test('shows a unit no total of figures that it sees only in part', async () => {
    const id = await anIndicator(db, officer, { published: false, sourceUnitId: null })
    for (const unitId of [WHOLE, ...towns]) ok(await aim(id, { unitId }))
    ok(await record(towns.map(unitId => aReading({ indicatorId: id, unitId, value: 20 }))))
    const query = { asOf: '2999-01-01', year: 2026, month: 5 }
    expect(shownBy(await boardAsOf(query), id, WHOLE)).toMatchObject({ value: 40 })
    const own = await boardAsOf(query, liaison)
    expect(cellsOf(own).filter(c => c.indicatorId === id)).toMatchObject([{ unitId: towns[0], value: 20 }])
    expect((await seriesOf(id, { asOf: '2999-01-01' }, liaison))!.standing).toBeNull()
  })
})

describe('pledges', () => {
  const pledge = (indicatorId: string, unitId: string, value: number, dueOn: string) =>
    act(
      db,
      officer,
      { kind: 'target' },
      {
        command: 'set',
        targets: [{ indicatorId, unitId, year: 2026, kind: 'commitment', value, base: null, phasing: null, dueOn, seen: 0, why: null }],
      },
    )

  test('stand on the board of now and of an earlier day as the rule of core judges them, and so does the series', async () => {
    const id = await anIndicator(db, officer)
    const [kept, late] = towns as [string, string]
    ok(await pledge(id, kept, 40, '2026-05-31'))
    ok(await pledge(id, late, 60, '2026-12-31'))
    ok(await record([aReading({ indicatorId: id, unitId: kept, value: 45.2 }), aReading({ indicatorId: id, unitId: late, value: 20 })]))
    const standsOf = (board: Board) => board.commitments.filter(c => c.indicatorId === id).map(c => [c.unitId, c.stand, c.now, c.points])
    // 20 of 60 is a third; at month 5 of 12 there should be 41.67 %.
    const expected = [
      [kept, 'kept', 45.2, null],
      [late, 'running', 20, -8.33],
    ]
    expect(standsOf(await boardOf({ year: 2026, month: 5 }))).toEqual(expected)
    expect(standsOf(await boardAsOf({ asOf: '2020-01-01', year: 2026, month: 5 }))).toEqual([])
    expect(standsOf(await boardAsOf({ asOf: '2999-01-01', year: 2026, month: 5 }))).toEqual(expected)
    expect((await seriesOf(id, { unit: kept }))!.commitment).toMatchObject({ stand: 'kept', dueOn: '2026-05-31' })
  })
})

const faults = () => read(db, wholeOf('990124'), standingFaults)

describe('standings and tallies', () => {
  test('begin in every month of the year once a month completes the parts of a total', async () => {
    const whole = await anIndicator(db, officer, { combine: 'sum' })
    const [a, b] = [await anIndicator(db, officer, { parentId: whole }), await anIndicator(db, officer, { parentId: whole })]
    for (const [indicatorId, month] of [
      [a, 5],
      [b, 6],
      [a, 6],
    ] as const)
      ok(await record([aReading({ indicatorId, month })]))
    expect(await cellOf(whole, WHOLE, 6)).toMatchObject({ value: 90.4 })
    expect(await faults()).toEqual([])
  })

  test('are the same in whatever order a year’s months come, and however they are split into imports', async () => {
    const [a, b] = [await anIndicator(db, officer), await anIndicator(db, officer)]
    for (const id of [a, b]) for (const unitId of [WHOLE, ...towns]) ok(await aim(id, { unitId }))
    const year = (indicatorId: string) =>
      [2025, 2026].flatMap(y =>
        towns.flatMap((unitId, at) =>
          [1, 2, 3, 4, 5, 6].map(month => aReading({ indicatorId, unitId, year: y, month, value: month * 4 + at })),
        ),
      )
    ok(await record(year(a), aFile()))
    const shuffled = year(b).sort((x, y) => ((x.month * 7 + x.year) % 5) - ((y.month * 7 + y.year) % 5))
    for (let at = 0; at < shuffled.length; at += 5) ok(await record(shuffled.slice(at, at + 5), aFile()))
    const of = async (id: string) =>
      asOwner(db, 'select year, month, unit_id, shown from standing where indicator_id = $1 order by 1, 2, 3', [id])
    expect(await of(b)).toEqual(await of(a))
  })
})
