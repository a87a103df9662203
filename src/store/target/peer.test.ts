// Peers and their figures on the real database: who may, what stays, what is seen, and the page that comes of them.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anIndicator, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import type { BenchmarkQuery } from '../../core/contract/benchmark.ts'
import { WHOLE } from '../../core/indicator.ts'
import type { Actor } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { act } from '../act.ts'
import { benchmarkOf, figuresOf, listPeerImports, listPeers } from '../benchmark.ts'
import { read } from '../db.ts'
import type { PeerFigureCommand } from './peerfigure.ts'

let db: TestDatabase
let officer: Actor
let counter: Actor
let liaison: Actor
let tax: string
let secret: string
const NOW = '2026-11-22T02:00:00.000Z'

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  await aJurisdiction(db, '990125', '松原县')
  const water = await aUnit(db, { name: '县水利局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '林晓雨' })
  counter = await aPerson(db, [{ role: 'indicator_officer', unitId: water }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
  tax = await anIndicator(db, officer, { name: '一般公共预算收入', aliases: ['财政收入'], unit: '亿元' })
  secret = await anIndicator(db, officer, { name: '内部指标', published: false })
  const reading = { indicatorId: tax, unitId: WHOLE, month: 12, status: 'final' as const, origin: null, seen: null }
  const readings = [
    { ...reading, year: 2024, value: 9 },
    { ...reading, year: 2025, value: 10 },
  ]
  ok(await act(db, officer, { kind: 'reading' }, { command: 'record', readings, import: null }))
})

const save = (actor: Actor, name: string, parts: object = {}) =>
  act(db, actor, { kind: 'peer', id: null, seen: 0 }, { command: 'save', peer: { name, population: 400_000, ...parts } })
const figures = (actor: Actor, command: PeerFigureCommand) => act(db, actor, { kind: 'peerFigure' }, command, { now: NOW })
const bring = (actor: Actor, ...rows: string[][]) =>
  figures(actor, {
    command: 'import',
    name: '同类.xlsx',
    workbook: null,
    grids: [{ sheet: '', rows: [['地区', '年份', '月份', '财政收入（万元）', '内部指标（亿元）'], ...rows], merged: [] }],
  })
const view = (actor: Actor, query: Partial<BenchmarkQuery> = {}) => read(db, actor, tx => benchmarkOf(tx, query))
const typed = (peerId: string, value: number | null, seen: number) =>
  figures(officer, {
    command: 'record',
    peerId,
    seen,
    indicatorId: tax,
    year: 2025,
    month: 6,
    value,
    status: 'final',
    origin: '统计公报',
    address: null,
  })

test('a sheet adds places and figures in one act, brought again changes nothing, and revised keeps what was told', async () => {
  expect(ok(await bring(counter, ['云台县', '2025', '12', '125000', '3'], ['石门县', '2025', '12', '125000', '']))).toMatchObject({
    peers: 2,
    figures: 3,
  })
  expect(await bring(counter, ['云台县', '2025', '12', '125000', '3'])).toMatchObject({ refused: 'nothing-to-import' })
  expect(ok(await bring(counter, ['云台县', '2025', '12', '126000', '3']))).toMatchObject({ peers: 0, figures: 1 })
  const peers = await read(db, officer, listPeers)
  const { id } = peers.find(p => p.name === '云台县')!
  expect((await read(db, officer, tx => figuresOf(tx, id, tax))).map(f => [f.revision, f.value, f.origin])).toEqual([
    [2, 12.6, '同类.xlsx D2'],
    [1, 12.5, '同类.xlsx D2'],
  ])
})

test('the page ranks one’s own whole beside peers chosen by population or by hand', async () => {
  ok(await save(officer, '临河县', { population: 380_000 }))
  const [exemplar] = [ok(await save(officer, '云海市', { population: 1_300_000, exemplar: 'domestic' }))]
  for (const [name, value] of [
    ['临河县', 9.5],
    ['云海市', 99],
  ] as const)
    ok(await bring(officer, [name, '2025', '12', String(value * 10_000)]))
  const before = await view(officer)
  expect([before.choice, before.table!.rows.map(r => r.name)]).toEqual([null, ['青禾县']])
  const rule = { population: 400_000, byHand: false, peerIds: [] }
  ok(await act(db, officer, { kind: 'peer', id: null, seen: before.rule.version }, { command: 'choose', rule }))
  const { table, choice } = await view(officer, { indicator: tax })
  // The two of the sheet have no population: they are named, not compared.
  expect(choice).toMatchObject({ peers: ['临河县'], unknown: expect.arrayContaining(['云台县', '石门县']) })
  expect(table).toMatchObject({
    year: 2025,
    month: 12,
    of: 2,
    rows: [
      { name: '青禾县', rank: 1, yearOnYear: 11.11 },
      { name: '临河县', rank: 2 },
    ],
  })
  expect(table!.exemplars).toMatchObject([{ name: '云海市', gap: 89, figure: { from: { origin: '同类.xlsx D2' } } }])

  const peers = (await read(db, officer, listPeers)).filter(p => ['云台县', '石门县'].includes(p.name)).map(p => p.id)
  const stale = await act(db, officer, { kind: 'peer', id: null, seen: 0 }, { command: 'choose', rule })
  expect(stale).toMatchObject({ refused: 'stale-version' })
  const byHand = { population: null, byHand: true, peerIds: peers }
  ok(await act(db, officer, { kind: 'peer', id: null, seen: 1 }, { command: 'choose', rule: byHand }))
  expect((await view(officer, { indicator: tax })).table!.rows.map(r => [r.name, r.rank])).toEqual([
    ['云台县', 1],
    ['石门县', 2],
    ['青禾县', 3],
  ])
  expect(
    await act(db, officer, { kind: 'peer', id: null, seen: 2 }, { command: 'choose', rule: { ...byHand, peerIds: [randomUUID()] } }),
  ).toMatchObject({
    refused: 'invalid',
  })
  expect(exemplar!.id).toBeTruthy()
})

test('a figure is typed in with its source, not twice alike, not over what another one wrote, and taken back without being lost', async () => {
  const { id } = ok(await save(officer, '白水县'))
  ok(await typed(id, 5, 0))
  expect(await typed(id, 6, 0)).toMatchObject({ refused: 'stale-version' })
  expect(await typed(id, 5, 1)).toMatchObject({ refused: 'same-already' })
  ok(await typed(id, null, 1))
  expect((await read(db, officer, tx => figuresOf(tx, id, tax))).map(f => [f.value, f.withdrawn])).toEqual([
    [null, true],
    [5, false],
  ])
  expect((await read(db, officer, listPeers)).find(p => p.id === id)!.figures).toBe(0)
  expect((await view(officer, { indicator: tax })).table!.months).not.toContainEqual({ year: 2025, month: 6 })
})

test('a peer’s name is its own, and two who change it at once do not undo each other', async () => {
  const { id } = ok(await save(officer, '红岩县'))
  expect(await save(officer, '红岩县')).toMatchObject({ refused: 'name-taken' })
  const change = (seen: number) => act(db, officer, { kind: 'peer', id, seen }, { command: 'save', peer: { population: 1 } })
  ok(await change(1))
  expect(await change(1)).toMatchObject({ refused: 'stale-version', facts: { by: '林晓雨' } })
})

test('figures of a document are taken in with its sentence as their source', async () => {
  const text = '关于赴云澜市考察学习的报告\n云澜市地处东洲省南部，常住人口81.2万人。2018年，全市财政收入92.35亿元。\n'
  const reading = readText(text, { name: '', place: '青禾县', today: '2026-11-22' })
  const paper = ok(await act(db, officer, { kind: 'document', id: null }, { command: 'take-in', name: '', text, reading }, { now: NOW }))
  const take: PeerFigureCommand = { command: 'take', documentId: paper.id, indices: [0], exemplar: 'domestic' }
  expect(ok(await figures(officer, take))).toMatchObject({ peers: 1, figures: 1 })
  expect(await figures(officer, take)).toMatchObject({ refused: 'nothing-to-import' })
  const peer = (await read(db, officer, listPeers)).find(p => p.name === '云澜市')!
  expect(peer).toMatchObject({ population: 812_000, exemplar: 'domestic' })
  expect(await read(db, officer, tx => figuresOf(tx, peer.id, tax))).toMatchObject([
    { year: 2018, month: 12, value: 92.35, source: { documentId: paper.id, sentence: '2018年，全市财政收入92.35亿元。' } },
  ])
})

describe('what came in together', () => {
  const back = (actor: Actor, id: string) => act(db, actor, { kind: 'peerImport', id }, { command: 'undo' })
  const imported = async (...rows: string[][]) => ok(await bring(officer, ...rows)).importId!
  const placed = async (name: string) => (await read(db, officer, listPeers)).find(p => p.name === name)
  const told = async (id: string) => (await read(db, officer, tx => figuresOf(tx, id, tax))).filter(f => f.year === 2025 && f.month === 9)

  test('is taken back as one step: new places go, what stood before stands again, and nothing is lost', async () => {
    const first = await imported(['落星县', '2025', '9', '50000'])
    const { id } = (await placed('落星县'))!
    const second = await imported(['落星县', '2025', '9', '60000'], ['飞云县', '2025', '9', '70000'])
    expect(ok(await back(officer, second))).toEqual({ figures: 2, peers: 1 })
    expect(await placed('飞云县')).toBeUndefined()
    expect((await told(id)).map(f => [f.revision, f.value, f.origin])).toEqual([
      [3, 5, '同类.xlsx D2'],
      [2, 6, '同类.xlsx D2'],
      [1, 5, '同类.xlsx D2'],
    ])
    expect(await back(officer, second)).toMatchObject({ refused: 'import-undone' })
    const list = await read(db, officer, listPeerImports)
    expect(list.find(i => i.id === second)).toMatchObject({ name: '同类.xlsx', readings: 2, undoneBy: '林晓雨' })
    expect(list.find(i => i.id === first)).toMatchObject({ undoneAt: null })

    // The first, too, though its figure stands by the second's having been taken back.
    expect(ok(await back(officer, first))).toEqual({ figures: 1, peers: 1 })
    expect((await told(id))[0]).toMatchObject({ revision: 4, value: null, withdrawn: true })
    expect(await placed('落星县')).toBeUndefined()

    // Brought again, it is the same place with its whole history.
    await imported(['落星县', '2025', '9', '50000'])
    expect(await placed('落星县')).toMatchObject({ id, retired: false, figures: 1 })
    expect((await told(id)).map(f => f.revision)).toEqual([5, 4, 3, 2, 1])
  })

  test('stays where somebody has revised it since, whole', async () => {
    const one = await imported(['寒潭县', '2025', '9', '50000'], ['热泉县', '2025', '9', '50000'])
    await imported(['寒潭县', '2025', '9', '51000'])
    expect(await back(officer, one)).toMatchObject({ refused: 'reading-revised', facts: { unit: '寒潭县', month: 9, by: '林晓雨' } })
    expect(await placed('热泉县')).toMatchObject({ figures: 1 })
  })

  test('leaves a place of which somebody has told something else, and sets back only the population that it told', async () => {
    const { id } = ok(await save(officer, '望海县', { population: 300_000 }))
    const sheet = (people: string) =>
      figures(officer, {
        command: 'import',
        name: '人口.xlsx',
        workbook: null,
        grids: [
          {
            sheet: '',
            rows: [
              ['地区', '年份', '常住人口（万人）', '财政收入'],
              ['望海县', '2025', people, '5'],
              ['临崖县', '2025', '20', '5'],
            ],
            merged: [],
          },
        ],
      })
    const done = ok(await sheet('31'))
    expect(await placed('望海县')).toMatchObject({ population: 310_000 })
    const { id: other } = (await placed('临崖县'))!
    ok(await typed(other, 7, 0))
    expect(ok(await back(officer, done.importId!))).toEqual({ figures: 2, peers: 0 })
    expect(await placed('望海县')).toMatchObject({ id, population: 300_000, figures: 0 })
    expect(await placed('临崖县')).toMatchObject({ retired: false, figures: 1 })
  })

  test('is taken back by those who may bring it in, and by nobody of another place', async () => {
    const one = await imported(['孤峰县', '2025', '9', '50000'])
    expect(await back(liaison, one)).toMatchObject({ refused: 'not-allowed' })
    expect(await back(anActor('officer', { jurisdiction: '990125' }), one)).toMatchObject({ refused: 'not-found' })
    expect(await read(db, liaison, listPeerImports)).toEqual([])
    await expect(read(db, officer, tx => tx.rows(`update peer_import set name = 'x'`))).rejects.toMatchObject({ code: '42501' })
    await expect(read(db, officer, tx => tx.rows('delete from peer_import'))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('who may', () => {
  test('a liaison reads and writes nothing; the indicator officer does both', async () => {
    expect(await save(liaison, '青石县')).toMatchObject({ refused: 'not-allowed' })
    expect(await bring(liaison, ['青石县', '2025', '12', '1'])).toMatchObject({ refused: 'not-allowed' })
    expect((await view(liaison)).indicators.map(i => i.name)).toEqual(['一般公共预算收入'])
    ok(await save(counter, '青石县'))
  })

  test('with the server’s own checks taken away a unit sees no figure of an unpublished indicator, and nobody changes one', async () => {
    const count = async (who: Actor, indicator: string) =>
      (await read(db, who, tx => tx.rows('select 1 from peer_figure where indicator_id = $1', [indicator]))).length
    expect([await count(liaison, secret), await count(officer, secret), (await count(liaison, tax)) > 0]).toEqual([0, 1, true])
    expect(await count(anActor('officer', { jurisdiction: '990125' }), tax)).toBe(0)
    expect(await count(anActor('security_admin'), tax)).toBe(0)
    for (const statement of ['update peer_figure set value = 1', 'delete from peer_figure', 'delete from peer'])
      await expect(read(db, officer, tx => tx.rows(statement))).rejects.toMatchObject({ code: '42501' })
    await expect(
      read(db, liaison, tx =>
        tx.rows(
          `insert into peer (jurisdiction_id, id, name, retired, version, by_name, at) values ('990124', $1, 'x', false, 1, 'x', now())`,
          [randomUUID()],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
