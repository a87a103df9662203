import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { above, addsUp, cellKey, cellOf, type Grid, gridOf, type IndicatorNode, type PartValue, type Whole, wholeOf } from './hierarchy.ts'
import type { Combine } from './indicator.ts'

const parts = (...values: (number | null | [number, number])[]): PartValue[] =>
  values.map((one, at) => {
    const [value, weight] = Array.isArray(one) ? one : [one, 1]
    return { id: `p${at}`, value, weight }
  })
const whole = (reported: number | null, combine: Combine | null, all: PartValue[], decimals = 2) =>
  wholeOf(reported, [{ by: 'indicators', combine, parts: all }], decimals)

describe('a total', () => {
  it.each<[string, Whole, number | null, boolean]>([
    ['is the sum of its parts', whole(null, 'sum', parts(0.1, 0.2)), 0.3, true],
    ['is what was reported, whatever the parts say', whole(5, 'sum', parts(1, 2)), 5, false],
    ['is weighted where its parts are', whole(null, 'weighted', parts([100, 3], [0, 1])), 75, true],
    ['is none while a part is missing', whole(null, 'sum', parts(1, null)), null, false],
    ['is reported all the same while a part is missing', whole(5, 'sum', parts(1, null)), 5, false],
    ['is none of parts that do not make it', whole(null, null, parts(1, 2)), null, false],
    ['is none of no parts', whole(null, 'sum', []), null, false],
  ])('%s', (_, { value, summed }, expected, made) => expect([value, summed]).toEqual([expected, made]))

  it('says how many parts are there and which are not', () =>
    expect(whole(null, 'sum', parts(1, null, 3, null)).lacking).toEqual({ have: 2, of: 4, missing: ['p1', 'p3'] }))

  it('takes the first set of parts that is complete', () => {
    const sets = [
      { by: 'units' as const, combine: 'sum' as const, parts: parts(1, null) },
      { by: 'indicators' as const, combine: 'sum' as const, parts: parts(2, 2) },
    ]
    expect(wholeOf(null, sets, 0)).toMatchObject({ value: 4, summed: true })
    expect(wholeOf(9, sets, 0).mismatch).toEqual({ reported: 9, parts: 4, by: 'indicators' })
  })

  it.each<[string, Whole, boolean]>([
    ['differs', whole(10, 'sum', parts(4, 5)), true],
    ['agrees exactly', whole(9, 'sum', parts(4, 5)), false],
    ['is off by what two roundings and its own can make', whole(9.02, 'sum', parts(4, 5)), true],
    ['is off by no more than they can', whole(9.01, 'sum', parts(4, 5)), false],
    ['of whole numbers is off by one of three parts', whole(11, 'sum', parts(4, 3, 3), 0), false],
    ['of whole numbers is off by three of three parts', whole(13, 'sum', parts(4, 3, 3), 0), true],
    ['that is weighted is off by a last digit', whole(75.01, 'weighted', parts([100, 3], [0, 1])), false],
    ['that is weighted is off by two', whole(75.02, 'weighted', parts([100, 3], [0, 1])), true],
    ['cannot be compared while a part is missing', whole(10, 'sum', parts(4, null)), false],
  ])('%s from its parts: %s', (_, { mismatch }, expected) => expect(mismatch !== null).toBe(expected))

  it('of weights of nothing is a bug of the caller', () => expect(() => whole(null, 'weighted', parts([1, 0]))).toThrow(RangeError))
})

it.each([
  ['volume', 'cumulative', '亿元', true],
  ['level', 'point', '户', true],
  ['growth', 'cumulative', '%', false],
  ['growth', 'cumulative', '亿元', true],
  ['level', 'point', '元/人', false],
  ['ceiling', 'cumulative', '起', true],
  ['ceiling', 'point', '分贝', false],
  ['milestone', 'point', '', false],
] as const)('units’ figures of a %s, %s, in %s add up: %s', (kind, basis, unit, yes) => expect(addsUp({ kind, basis, unit })).toBe(yes))

/** A random tree: each node hangs below one that stands before it. */
const tree = (n: number, prefix: string) =>
  fc
    .array(fc.nat(), { minLength: n, maxLength: n })
    .map(picks => picks.map((pick, at) => ({ id: `${prefix}${at}`, parentId: at === 0 ? null : `${prefix}${pick % at}` })))
const figure = fc.option(fc.integer({ min: -10_000, max: 10_000 }).map(n => n / 100))
const grids: fc.Arbitrary<Grid> = fc
  .record({
    units: tree(7, 'u'),
    indicators: tree(4, 'i'),
    combines: fc.array(fc.constantFrom<Combine | null>('sum', 'weighted', null), { minLength: 4, maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
    cells: fc.array(fc.tuple(fc.nat(3), fc.nat(6), figure), { maxLength: 20 }),
  })
  .map(({ units, indicators, combines, weights, cells }) => ({
    units,
    indicators: indicators.map(
      (node, at): IndicatorNode => ({
        ...node,
        combine: combines[at]!,
        weight: weights[at]!,
        decimals: 2,
        kind: 'volume',
        basis: 'cumulative',
        unit: '亿元',
      }),
    ),
    reported: new Map(cells.map(([i, u, value]) => [cellKey(`i${i}`, `u${u}`), value])),
  }))

describe('the roll-up over both trees', () => {
  const units = [
    { id: '全县', parentId: null },
    { id: '云溪镇', parentId: '全县' },
    { id: '北渠乡', parentId: '全县' },
  ]
  const volume = { weight: 1, decimals: 2, kind: 'volume', basis: 'cumulative', unit: '亿元' } as const
  const indicators: IndicatorNode[] = [
    { id: '投资', parentId: null, combine: 'sum', ...volume },
    { id: '工业投资', parentId: '投资', combine: null, ...volume },
    { id: '民间投资', parentId: '投资', combine: null, ...volume },
  ]
  const at = (cells: [string, string, number | null][], indicator: string, unit: string) =>
    gridOf({ units, indicators, reported: new Map(cells.map(([i, u, value]) => [cellKey(i, u), value])) }).get(cellKey(indicator, unit))

  it('adds towns of each part, and parts of the total', () => {
    const cells: [string, string, number][] = [
      ['工业投资', '云溪镇', 1],
      ['工业投资', '北渠乡', 2],
      ['民间投资', '云溪镇', 4],
      ['民间投资', '北渠乡', 8],
    ]
    expect(at(cells, '投资', '全县')).toMatchObject({ value: 15, summed: true })
    expect(at(cells, '投资', '云溪镇')).toMatchObject({ value: 5, summed: true })
    expect(at([...cells, ['投资', '全县', 16]], '投资', '全县')).toMatchObject({
      value: 16,
      mismatch: { reported: 16, parts: 15, by: 'units' },
    })
  })

  it('names the unit whose figure is missing', () =>
    expect(
      at(
        [
          ['工业投资', '云溪镇', 1],
          ['工业投资', '北渠乡', null],
        ],
        '工业投资',
        '全县',
      )?.lacking,
    ).toEqual({ have: 1, of: 2, missing: ['北渠乡'] }))

  it('does not ask units that have nothing to do with it', () =>
    expect(at([['工业投资', '云溪镇', 1]], '工业投资', '全县')).toMatchObject({ value: 1 }))

  it('is the same made anew above each write as made from scratch', () => {
    const writes = fc.array(fc.tuple(fc.nat(3), fc.nat(6), figure), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(grids, writes, (grid, changes) => {
        const reported = new Map(grid.reported)
        const now = { ...grid, reported }
        const cells = gridOf(now)
        for (const [i, u, value] of changes) {
          reported.set(cellKey(`i${i}`, `u${u}`), value)
          for (const [indicator, unit] of above(now, `i${i}`, `u${u}`)) {
            const cell = cellOf(now, indicator, unit, key => cells.get(key))
            if (cell) cells.set(cellKey(indicator.id, unit), cell)
          }
        }
        expect([...cells].sort()).toEqual([...gridOf(now)].sort())
      }),
    )
  })

  it('does not mind in which order things come', () => {
    fc.assert(
      fc.property(grids, grid => {
        const back = {
          units: [...grid.units].reverse(),
          indicators: [...grid.indicators].reverse(),
          reported: new Map([...grid.reported].reverse()),
        }
        const values = (g: Grid) => [...gridOf(g)].map(([key, cell]) => [key, cell.value]).sort()
        expect(values(back)).toEqual(values(grid))
      }),
    )
  })

  it('refuses a ring', () =>
    expect(() =>
      gridOf({
        units: [
          { id: 'a', parentId: 'b' },
          { id: 'b', parentId: 'a' },
        ],
        indicators,
        reported: new Map(),
      }),
    ).toThrow(RangeError))
})
