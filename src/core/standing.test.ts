import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Combine, WHOLE } from './indicator.ts'
import { Book, type Figures, type Ruled, seriesKey } from './standing.ts'

const figures = (values: Record<number, number | null>, target: number | null = null): Figures => ({
  target: target === null ? null : { value: target, base: null, phasing: null, dueOn: null },
  values: Array.from({ length: 12 }, (_, at) => values[at + 1] ?? null),
  statuses: Array.from({ length: 12 }, (_, at) => (values[at + 1] == null ? null : 'final')),
})
const indicator = (id: string, parentId: string | null = null, combine: Combine | null = null, weight = 1): Ruled => ({
  id,
  parentId,
  combine,
  weight,
  kind: 'volume',
  direction: 'up',
  basis: 'cumulative',
  frequency: 'month',
  decimals: 2,
  unit: '亿元',
})
type Cell = [indicator: string, unit: string, figures: Figures]
const book = (indicators: Ruled[], units: [id: string, parentId: string | null][], cells: Cell[]) =>
  new Book(
    indicators,
    units.map(([id, parentId]) => ({ id, parentId })),
    new Map(cells.map(([i, u, f]) => [seriesKey(i, u, 2026), f])),
  )

const towns: [string, string | null][] = [
  ['云溪镇', null],
  ['北渠乡', null],
]
const investment = [indicator('投资', null, 'sum'), indicator('工业投资', '投资'), indicator('民间投资', '投资')]
const may = (value: number | null, target: number | null = null) => figures({ 5: value }, target)
const parts: Cell[] = [
  ['工业投资', '云溪镇', may(1)],
  ['工业投资', '北渠乡', may(2)],
  ['民间投资', '云溪镇', may(4)],
  ['民间投资', '北渠乡', may(8)],
]

describe('a figure told up both trees', () => {
  it('adds up towns of each part, and parts of the total', () => {
    const told = book(investment, towns, parts)
    expect(told.told('投资', WHOLE, 2026, 5)).toMatchObject({ value: 15, summed: true, mismatch: null })
    expect(told.told('投资', '云溪镇', 2026, 5)).toMatchObject({ value: 5, summed: true })
    expect(told.told('工业投资', WHOLE, 2026, 5)).toMatchObject({ value: 3, summed: true })
  })

  it('is the reported one, with what its parts make of it', () =>
    expect(book(investment, towns, [...parts, ['投资', WHOLE, may(16)]]).told('投资', WHOLE, 2026, 5)).toMatchObject({
      value: 16,
      summed: false,
      mismatch: { reported: 16, parts: 15 },
    }))

  it('of totals of towns is off by what all the towns’ roundings can make, and by no more', () => {
    const kinds = investment.map(i => ({ ...i, decimals: 0 }))
    const county = (value: number) => book(kinds, towns, [...parts, ['投资', WHOLE, may(value)]]).told('投资', WHOLE, 2026, 5).mismatch
    // Four figures and the county's own, half a unit each: 2.5 about 15.
    expect([county(17), county(13), county(18)]).toEqual([null, null, { reported: 18, parts: 15, by: 'indicators' }])
  })

  it('is none while a town that has a target has not reported', () =>
    expect(book(investment, towns, [parts[0]!, ['工业投资', '北渠乡', may(null, 10)]]).told('工业投资', WHOLE, 2026, 5).value).toBeNull())

  it('does not ask towns that have nothing to do with it', () =>
    expect(book(investment, towns, [parts[0]!]).told('工业投资', WHOLE, 2026, 5)).toMatchObject({ value: 1, summed: true }))

  it('is judged against the whole’s own target', () => {
    const standing = book(investment, towns, [...parts, ['投资', WHOLE, figures({}, 30)]])
      .standings('投资', WHOLE, 2026)!
      .get(5)!
    expect(standing).toMatchObject({ value: 15, share: 50, points: 8.33, verdict: 'on', summed: true, fresh: true, status: 'final' })
  })

  it('is no standing of a unit that has neither target nor figure', () =>
    expect(book(investment, towns, parts).standings('投资', '北渠乡', 2025)).toBeNull())
})

describe('a whole of units', () => {
  const halves: Cell[] = [
    ['投资', '云溪镇', figures({ 4: 10, 5: 20 }, 50)],
    ['投资', '北渠乡', figures({ 4: 5, 6: 25 }, 50)],
    ['投资', WHOLE, figures({}, 100)],
  ]
  it('is judged by the last month that every unit has told', () =>
    expect(
      book([indicator('投资')], towns, halves)
        .standings('投资', WHOLE, 2026)!
        .get(6),
    ).toMatchObject({
      month: 4,
      value: 15,
      summed: true,
      fresh: false,
      awaited: 6,
    }))
  it('is none of rates', () =>
    expect(book([{ ...indicator('投资'), unit: '%', kind: 'growth' }], towns, halves).told('投资', WHOLE, 2026, 4).value).toBeNull())
  it('without a target is kept as one that cannot be judged', () =>
    expect(
      book([indicator('投资')], towns, halves.slice(0, 2))
        .standings('投资', WHOLE, 2026)!
        .get(4),
    ).toMatchObject({
      value: 15,
      verdict: 'unknown',
      reason: 'no-target',
    }))
})

describe('a whole of parts', () => {
  const weighed = [indicator('全域', null, 'weighted'), indicator('城区', '全域', null, 3), indicator('镇区', '全域')]
  it('weighs them where its indicator says so', () => {
    const told: Cell[] = [
      ['城区', '云溪镇', may(10)],
      ['镇区', '云溪镇', may(20)],
    ]
    expect(book(weighed, towns, told).told('全域', '云溪镇', 2026, 5).value).toBe(12.5)
  })
  it('leaves out one that is not kept this year', () =>
    expect(book(weighed, towns, [['城区', '云溪镇', may(10)]]).told('全域', '云溪镇', 2026, 5).value).toBe(10))
})

/** A random tree: each node hangs below one that stands before it, the first below none. */
const tree = (n: number, prefix: string) =>
  fc
    .array(fc.nat(), { minLength: n, maxLength: n })
    .map(picks => picks.map((pick, at): [string, string | null] => [`${prefix}${at}`, at === 0 ? null : `${prefix}${pick % at}`]))
const combines = fc.array(fc.constantFrom<Combine | null>('sum', 'weighted', null), { minLength: 4, maxLength: 4 })
const cells = fc.array(fc.tuple(fc.nat(3), fc.nat(6), fc.integer({ min: -10_000, max: 10_000 })), { maxLength: 20 })
const world = fc.record({ units: tree(7, 'u'), tops: tree(4, 'i'), combines, cells }).map(({ units, tops, combines: how, cells: all }) => ({
  units,
  indicators: tops.map(([id, parentId], at) => indicator(id, parentId, how[at]!, at + 1)),
  cells: [...new Map(all.map(([i, u, n]): [string, Cell] => [`${i} ${u}`, [`i${i}`, `u${u}`, may(n / 100)]])).values()],
}))

describe('whatever comes, in whatever order', () => {
  it('is told the same', () => {
    fc.assert(
      fc.property(world, ({ indicators, units, cells: all }) => {
        const there = book(indicators, units, all)
        const back = book([...indicators].reverse(), [...units].reverse(), [...all].reverse())
        for (const { id } of indicators)
          for (const unit of [WHOLE, ...units.map(([u]) => u)]) {
            const { value, mismatch } = there.told(id, unit, 2026, 5)
            expect(back.told(id, unit, 2026, 5)).toMatchObject({ value, mismatch })
          }
      }),
    )
  })

  it('adds nothing and loses nothing: where only the lowest units report, the whole is their sum', () => {
    fc.assert(
      fc.property(tree(7, 'u'), fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 7, maxLength: 7 }), (units, amounts) => {
        const lowest = units.map(([id], at) => ({ id, at })).filter(({ id }) => !units.some(([, parent]) => parent === id))
        const told = book(
          [indicator('投资')],
          units,
          lowest.map(({ id, at }): Cell => ['投资', id, may(amounts[at]! / 100)]),
        )
        expect(told.told('投资', WHOLE, 2026, 5).value).toBe(lowest.reduce((sum, { at }) => sum + amounts[at]!, 0) / 100)
      }),
    )
  })

  it('a figure of one town changes nothing of its sisters', () => {
    fc.assert(
      fc.property(world, fc.nat(3), fc.integer(), ({ indicators, units, cells: all }, i, n) => {
        const there = book(indicators, units, all)
        const [unit, mother] = units[6]!
        const now = book(indicators, units, [...all.filter(([a, b]) => a !== `i${i}` || b !== unit), [`i${i}`, unit, may(n)]])
        const above = new Set<string | null>([unit, WHOLE])
        for (let at = mother; at !== null; at = units.find(([id]) => id === at)![1]) above.add(at)
        for (const { id } of indicators)
          for (const [other] of units) if (!above.has(other)) expect(now.told(id, other, 2026, 5)).toEqual(there.told(id, other, 2026, 5))
      }),
    )
  })
})
