import { describe, expect, test } from 'vitest'
import type { Told } from './catchingup.ts'
import { type Compared, choice, comparison } from './comparison.ts'
import type { Peer } from './peer.ts'

const peer = (id: string, parts: Partial<Peer> = {}): Peer => ({
  id,
  name: `${id}县`,
  code: null,
  population: 400_000,
  exemplar: null,
  retired: false,
  ...parts,
})
const from = {
  origin: '公报',
  address: null,
  source: null,
  status: 'final' as const,
  revision: 1,
  by: '何清',
  at: '2026-01-01T00:00:00.000Z',
}
const told = (period: string, value: number): Told => {
  const [year, month] = period.split('-').map(Number) as [number, number]
  return { year, month, value, status: 'final', from }
}
const GIVEN: Compared = {
  place: '青禾县',
  measured: { id: 'i', name: '财政收入', unit: '亿元', decimals: 2, direction: 'up', kind: 'volume', basis: 'cumulative' },
  rule: { population: 400_000, byHand: false, peerIds: [], version: 1 },
  peers: [peer('甲'), peer('乙'), peer('丙'), peer('丁'), peer('戊'), peer('标', { exemplar: 'domestic', population: 1_300_000 })],
  own: [told('2024-12', 9), told('2025-12', 10)],
  figures: new Map([
    ['甲', [told('2024-12', 11), told('2025-12', 12)]],
    ['乙', [told('2025-12', 12)]],
    ['丙', [told('2024-12', 2), told('2025-12', 8)]],
    ['丁', [told('2025-10', 7)]],
    ['标', [told('2018-12', 20)]],
  ]),
  year: undefined,
  month: undefined,
  rates: { own: undefined, other: undefined },
}
const table = (parts: Partial<Compared> = {}) => comparison({ ...GIVEN, ...parts }).table
const row = (name: string, parts: Partial<Compared> = {}) => table(parts).rows.find(r => r.name === name)!

test('the newest month in which one stands beside others is shown unless another is asked for', () => {
  expect([table().year, table().month]).toEqual([2025, 12])
  const asked = table({ year: 2024, month: 12 })
  expect([asked.year, asked.rows.map(r => r.rank)]).toEqual([2024, [1, 2, 3, null, null, null]])
})

test('ties share their rank; gaps name who is ahead and behind; who has no figure has no rank and says what is the newest', () => {
  const { rows, of, tierAt, tierRank } = table()
  expect(rows.map(r => [r.name, r.rank, r.tied])).toEqual([
    ['乙县', 1, true],
    ['甲县', 1, true],
    ['青禾县', 3, false],
    ['丙县', 4, false],
    ['丁县', null, false],
    ['戊县', null, false],
  ])
  expect([of, tierRank, tierAt]).toEqual([4, 2, 12])
  expect(row('青禾县')).toMatchObject({
    ahead: { names: ['乙县', '甲县'], gap: 2 },
    behind: { names: ['丙县'], gap: 2 },
    toFirstTier: 2,
    firstTier: false,
  })
  expect(row('丁县').newest).toEqual({ year: 2025, month: 10 })
  expect(row('戊县').newest).toBeNull()
})

test('growth of three hundred per cent tells of its base', () => {
  expect(row('丙县')).toMatchObject({ yearOnYear: 300, lowBase: true })
  expect(row('甲县')).toMatchObject({ yearOnYear: 9.09, lowBase: false })
  expect(row('乙县')).toMatchObject({ yearOnYear: null, lowBase: false })
})

describe('catching up', () => {
  test('goes by each place’s last growth: 11.11 % against 9.09 %', () => {
    expect(row('甲县').catchUp).toMatchObject({ ownRate: 11.11, otherRate: 9.09, years: 10, why: null })
  })
  test('is not told of a place whose growth nobody knows, nor of those that are behind', () => {
    expect(row('乙县')).toMatchObject({ catchUp: null, noCatchUp: 'no-rate' })
    expect(row('丙县')).toMatchObject({ catchUp: null, noCatchUp: null })
  })
  test('goes by the rates that a person says', () => {
    const rates = { own: 10, other: 0 }
    expect(row('乙县', { rates }).catchUp).toMatchObject({ years: 2, rateInFive: 3.71 })
    expect(row('乙县', { rates: { own: 1, other: 5 } }).catchUp).toMatchObject({ years: null, why: 'never' })
  })
  test('is not told by growth from a low base, unless somebody assumes that rate', () => {
    const figures = new Map([['甲', [told('2024-12', 5), told('2025-12', 12)]]])
    expect(row('甲县', { figures })).toMatchObject({ yearOnYear: 140, lowBase: true, catchUp: null, noCatchUp: 'low-base' })
    const own = [told('2024-12', 0.1), told('2025-12', 10)]
    expect(row('甲县', { own })).toMatchObject({ catchUp: null, noCatchUp: 'low-base' })
    expect(row('甲县', { own, rates: { own: 150, other: undefined } }).catchUp).toMatchObject({ ownRate: 150, years: 0.3 })
  })
  test('never comes while one’s own falls as fast, and comes while the other falls faster', () => {
    expect(row('甲县', { rates: { own: -3, other: -3 } }).catchUp).toMatchObject({ years: null, why: 'never' })
    expect(row('甲县', { rates: { own: -1, other: -5 } }).catchUp).toMatchObject({ years: 4.5, why: null })
  })
  test('is not computed of rates', () => {
    const measured = { ...GIVEN.measured, unit: '%', kind: 'growth' as const, basis: 'point' as const }
    expect(row('甲县', { measured })).toMatchObject({ catchUp: null, noCatchUp: 'is-rate', yearOnYear: null })
  })
})

test('a growth that cannot be told says why: nothing of last year, or nothing to grow from', () => {
  const figures = new Map([
    ['甲', [told('2024-12', 0), told('2025-12', 12)]],
    ['乙', [told('2024-12', -4), told('2025-12', 12)]],
    ['丙', [told('2025-12', 12)]],
  ])
  expect(['甲县', '乙县', '丙县', '丁县'].map(name => [row(name, { figures }).yearOnYear, row(name, { figures }).noYearOnYear])).toEqual([
    [null, 'bad-base'],
    [null, 'bad-base'],
    [null, 'no-base'],
    [null, null],
  ])
})

test('without a figure of one’s own nobody is ahead or behind, and the others keep their ranks', () => {
  const { rows, of } = table({ own: [], year: 2025, month: 12 })
  expect([of, rows.filter(r => r.rank !== null).map(r => [r.name, r.rank, r.catchUp])]).toEqual([
    3,
    [
      ['乙县', 1, null],
      ['甲县', 1, null],
      ['丙县', 3, null],
    ],
  ])
  expect(rows.find(r => r.name === '青禾县')).toMatchObject({ rank: null, ahead: null, behind: null, toFirstTier: null })
})

describe('an exemplar', () => {
  test('stands beside with the year of its figure, against one’s own of the same part of a year, and never among the ranks', () => {
    const [exemplar] = table().exemplars
    expect(table().rows.map(r => r.name)).not.toContain('标县')
    expect(exemplar).toMatchObject({
      name: '标县',
      figure: { year: 2018, month: 12, value: 20 },
      own: { year: 2025, month: 12, value: 10 },
      gap: 10,
    })
  })
  test('of an earlier month stands beside what one had by then', () => {
    expect(table({ year: 2024, month: 12 }).exemplars[0]).toMatchObject({ own: { year: 2024, value: 9 }, gap: 11 })
  })
  test('of an old year is caught up with at its level of that year', () => {
    expect(table().exemplars[0]).toMatchObject({ still: true, catchUp: { ownRate: 11.11, otherRate: 0, years: 6.6 } })
  })
  test('of the same month grows on as it did', () => {
    const figures = new Map([['标', [told('2024-12', 19), told('2025-12', 20)]]])
    expect(table({ figures }).exemplars[0]).toMatchObject({ still: false, catchUp: { otherRate: 5.26 } })
  })
})

test('ranks over time go from the oldest month, with a gap where somebody has no figure, and say of how many each was', () => {
  const { periods, lines } = table().ranks
  expect(periods).toEqual([
    { year: 2024, month: 12, of: 3, tierRank: 1 },
    { year: 2025, month: 12, of: 4, tierRank: 2 },
  ])
  expect(lines.map(l => [l.name, l.ranks])).toEqual([
    ['青禾县', [2, 3]],
    ['甲县', [1, 1]],
    ['乙县', [null, 1]],
    ['丙县', [3, 4]],
    ['丁县', [null, null]],
    ['戊县', [null, null]],
  ])
})

describe('the choice of peers', () => {
  test('by hand is just those, and says no band', () => {
    const rule = { population: null, byHand: true, peerIds: ['乙', '标'], version: 1 }
    expect(choice(rule, GIVEN.peers)).toEqual({ within: null, widened: false, short: false, ids: ['乙'], unknown: [] })
  })
  test('leaves out who was set aside', () => {
    expect(choice(GIVEN.rule, [peer('甲', { retired: true }), peer('乙')])?.ids).toEqual(['乙'])
  })
  test('cannot be made without one’s own population', () => {
    expect(choice({ ...GIVEN.rule, population: null }, GIVEN.peers)).toBeNull()
    expect(comparison({ ...GIVEN, rule: { ...GIVEN.rule, population: null } })).toMatchObject({
      choice: null,
      table: { rows: [{ name: '青禾县', rank: 1 }] },
    })
  })
})
