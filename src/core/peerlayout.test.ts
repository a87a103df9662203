// One set of other counties' figures laid out in the ways that offices lay them out: read the same from each, in whatever unit, and the second time nothing is new.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measured } from './measured.fixture.ts'
import { figureKey, type PeerWorld } from './peer.ts'
import { checkPeers } from './peersheet.ts'

const WORLD: PeerWorld = {
  place: '青禾县',
  peers: [],
  indicators: [measured('tax', '一般公共预算收入'), measured('inv', '固定资产投资', { unit: '万元' })],
  held: new Map(),
  now: 2026 * 12 + 10,
}
const NAMES = { tax: '一般公共预算收入', inv: '固定资产投资' }
type Id = keyof typeof NAMES
/** In 万元, so that each unit can print it exactly. */
interface Fact {
  place: string
  year: number
  id: Id
  myriads: number
}

const printed = (n: number, unit: string) => (unit === '亿元' ? (n / 10_000).toFixed(4) : String(n))
const cellOf = (facts: readonly Fact[], unit: string, of: Partial<Fact>) => {
  const fact = facts.find(f => (Object.keys(of) as (keyof Fact)[]).every(key => f[key] === of[key]))
  return fact ? printed(fact.myriads, unit) : '—'
}
const each = <T>(facts: readonly Fact[], of: (fact: Fact) => T): T[] => [...new Set(facts.map(of))]

const LAYOUTS: Record<string, (facts: readonly Fact[], unit: string) => string[][]> = {
  'places down, several indicators across': (facts, unit) => [
    ['地区', '年份', ...each(facts, f => f.id).map(id => `${NAMES[id]}（${unit}）`)],
    ...each(facts, f => f.place).flatMap(place =>
      each(facts, f => f.year).map(year => [
        place,
        `${year}`,
        ...each(facts, f => f.id).map(id => cellOf(facts, unit, { place, year, id })),
      ]),
    ),
  ],
  'places down, years across, a table for each indicator': (facts, unit) =>
    each(facts, f => f.id).flatMap(id => [
      [`各县${NAMES[id]}（${unit}）`],
      ['县名', ...each(facts, f => f.year).map(year => `${year}年`)],
      ...each(facts, f => f.place).map(place => [place, ...each(facts, f => f.year).map(year => cellOf(facts, unit, { place, year, id }))]),
      [],
    ]),
  'places across, indicators down, a table for each year': (facts, unit) =>
    each(facts, f => f.year).flatMap(year => [
      [`${year}年各县主要指标`],
      [`单位：${unit}`],
      ['指标', ...each(facts, f => f.place)],
      ...each(facts, f => f.id).map(id => [NAMES[id], ...each(facts, f => f.place).map(place => cellOf(facts, unit, { place, year, id }))]),
      [],
    ]),
  'one figure a row': (facts, unit) => [
    ['地区', '年份', '指标', '数值', '单位'],
    ...facts.map(f => [f.place, `${f.year}年`, NAMES[f.id], printed(f.myriads, unit), unit]),
  ],
}

const read = (rows: string[][], world = WORLD) => {
  const check = checkPeers([{ sheet: '数据', rows, merged: [] }], '外县.xlsx', world)
  if (check.fault !== null) throw new Error(`${check.fault}: ${check.headers.join()}`)
  return check
}
const told = (rows: string[][]) =>
  read(rows)
    .figures.map(f => `${f.peer} ${f.year}-${f.month} ${f.indicatorId} ${f.value}`)
    .sort()
const meant = (facts: readonly Fact[]) =>
  facts.map(f => `${f.place} ${f.year}-12 ${f.id} ${f.id === 'inv' ? f.myriads : f.myriads / 10_000}`).sort()

const table = fc
  .record({
    places: fc.subarray(['禾川县', '云屏县', '石湾区', '柳湾市', '望川县'], { minLength: 2 }),
    years: fc.constantFrom([2024, 2025], [2023, 2024, 2025], [2022, 2023, 2024, 2025]),
    ids: fc.constantFrom<Id[]>(['tax'], ['tax', 'inv']),
    seed: fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ places, years, ids, seed }) =>
    places.flatMap((place, a) =>
      years.flatMap((year, b) => ids.map((id, c): Fact => ({ place, year, id, myriads: seed[a * 8 + b * 2 + c]! }))),
    ),
  )

describe.each(Object.entries(LAYOUTS))('a sheet with %s', (_, lay) => {
  test('says what was meant, in 亿元 and in 万元', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('亿元', '万元'), (facts, unit) => {
        expect(told(lay(facts, unit))).toEqual(meant(facts))
      }),
      { numRuns: 40 },
    )
  })

  test('brought again changes nothing', () => {
    fc.assert(
      fc.property(table, facts => {
        const first = read(lay(facts, '亿元'))
        const peers = first.peers.map(({ name, population }) => ({
          id: name,
          name,
          code: null,
          population,
          exemplar: null,
          retired: false,
        }))
        const held = new Map(first.figures.map(f => [figureKey({ ...f, peerId: f.peer }), { ...f, peerId: f.peer, revision: 1 }]))
        expect(read(lay(facts, '万元'), { ...WORLD, peers, held })).toMatchObject({ figures: [], peers: [] })
      }),
      { numRuns: 20 },
    )
  })
})

test('a year over a column is a year, and says of which indicator the title speaks; nothing of it is called ignored', () => {
  const rows = [['一般公共预算收入'], ['单位：亿元'], ['地区', '2024', '2025'], ['禾川县', '2024', '2025'], ['青禾县', '8', '9']]
  const { columns, ignored, figures, lines } = read(rows)
  expect(columns).toEqual([
    { header: '2024', indicatorId: 'tax', unit: '亿元' },
    { header: '2025', indicatorId: 'tax', unit: '亿元' },
  ])
  expect([ignored, figures.map(f => [f.year, f.value])]).toEqual([
    [],
    [
      [2024, 2024],
      [2025, 2025],
    ],
  ])
  expect(lines.filter(l => l.reason === 'own-place')).toHaveLength(2)
})

test('places that nobody has told of may stand across under years down', () => {
  const { figures } = read([['一般公共预算收入（亿元）'], ['年份', '禾川县', '云屏县'], ['2024年', '9', '8'], ['2025年', '9.7', '—']])
  expect(figures.map(f => [f.peer, f.year, f.value])).toEqual([
    ['禾川县', 2024, 9],
    ['云屏县', 2024, 8],
    ['禾川县', 2025, 9.7],
  ])
})

test.each(['全县合计', '全市平均', '各县平均值', '合计'])('%s is no place', name => {
  expect(
    read([
      ['地区', '年份', '固定资产投资'],
      ['禾川县', '2025', '3'],
      [name, '2025', '9'],
    ]).lines,
  ).toMatchObject([{ name: '禾川县', reason: null }, { reason: 'total-row' }])
})

test('a note’s mark and the blanks that fill a column are no part of a name, and a figure below zero is pointed out of a new place, too', () => {
  const { lines, peers } = read([
    ['地区', '年份', '固定资产投资'],
    ['柳 湾 县*', '2025', '-3'],
  ])
  expect(peers.map(p => p.name)).toEqual(['柳湾县'])
  expect(lines[0]!.cells[0]!.flags.map(f => f.flag)).toContain('sign')
})
