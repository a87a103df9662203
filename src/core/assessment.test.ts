import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, objections, type SchemeItem, type Score, scoreOf } from './assessment.ts'
import type { Series } from './indicator.ts'

interface Over extends Partial<Series['indicator']> {
  target?: Partial<NonNullable<Series['target']>> | null
  weight?: number
  cap?: number
}
const item = (over: Partial<SchemeItem> = {}): SchemeItem => ({
  id: 's1',
  name: '一般公共预算收入',
  indicatorId: 'i1',
  weight: 10,
  cap: 1,
  ...over,
})
const series = (value: number | null, month: number, { target = {}, ...shape }: Over = {}): Series => ({
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
  year: 2026,
  target: target && { value: 100, base: null, phasing: null, dueOn: null, ...target },
  values: Array.from({ length: 12 }, (_, at) => (at + 1 === month ? value : null)),
  lastYear: Array(12).fill(null),
})
const score = (value: number | null, month: number, { weight, cap, ...over }: Over = {}): Score =>
  scoreOf(item({ weight: weight ?? 10, cap: cap ?? 1 }), series(value, month, over), month)

const level: Over = { kind: 'level', basis: 'point', target: { value: 120, base: 100 } }
const rate: Over = { kind: 'growth', unit: '%', target: { value: 6.5 } }
const phasing = [null, null, 0, null, null, 40, null, null, 70, null, null, 100]

describe('the score of an item', () => {
  it.each<[string, Score, number | null, string, number | null]>([
    ['is its share of what was scheduled', score(40, 6), 8, 'scheduled', 80],
    ['is full at what was scheduled', score(50, 6), 10, 'scheduled', 100],
    ['is capped above it', score(60, 6), 10, 'capped', 120],
    ['may earn what the scheme allows above it', score(60, 6, { cap: 1.1 }), 11, 'capped', 120],
    ['is none for nothing', score(0, 6), 0, 'nothing', 0],
    ['is never below none', score(-5, 6), 0, 'nothing', -10],
    ['has two decimals', score(33.333, 6, { weight: 7 }), 4.67, 'scheduled', 66.67],
    ['of a plan goes by the plan', score(30, 6, { kind: 'phased', target: { phasing } }), 7.5, 'scheduled', 75],
    ['of a plan that asked for nothing yet is full', score(1, 3, { kind: 'phased', target: { phasing } }), 10, 'kept', null],
    ['of a level goes by the way from its base', score(105, 6, level), 5, 'scheduled', 50],
    ['of a level that fell below its base is none', score(99, 6, level), 0, 'nothing', -10],
    [
      'of a level that stood at its target is what is left of it',
      score(90, 6, { ...level, target: { value: 100, base: 100 } }),
      9,
      'scheduled',
      90,
    ],
    ['of a growth is rate over rate', score(5.2, 6, rate), 8, 'scheduled', 80],
    ['of a fall that is asked for is the same', score(-2.4, 6, { ...rate, direction: 'down', target: { value: -3 } }), 8, 'scheduled', 80],
    ['of a growth of no less than zero is kept or missed', score(-0.1, 6, { ...rate, target: { value: 0 } }), 0, 'missed', null],
    ['of a ceiling falls as it is used up too fast', score(80, 6, { kind: 'ceiling' }), 6.25, 'scheduled', 62.5],
    ['of a ceiling that was hardly used is full', score(10, 6, { kind: 'ceiling' }), 10, 'capped', 500],
    ['of a ceiling not used at all is full', score(0, 6, { kind: 'ceiling' }), 10, 'kept', null],
    ['of a ceiling of none, with one, is none', score(1, 6, { kind: 'ceiling', target: { value: 0 } }), 0, 'missed', null],
    ['of a limit falls as it is passed', score(125, 6, { kind: 'ceiling', basis: 'point' }), 8, 'scheduled', 80],
    ['of a milestone done is full', score(1, 6, { kind: 'milestone', target: { value: 1, dueOn: '2026-06-30' } }), 10, 'kept', null],
    ['of a milestone missed is none', score(0, 6, { kind: 'milestone', target: { value: 1, dueOn: '2026-06-30' } }), 0, 'missed', null],
    [
      'of a milestone before its day is not given yet',
      score(0, 5, { kind: 'milestone', target: { value: 1, dueOn: '2026-06-30' } }),
      null,
      'not-due',
      null,
    ],
    [
      'that was kept is no more than the scheme allows',
      score(1, 6, { kind: 'milestone', target: { value: 1, dueOn: '2026-06-30' }, cap: 0.8 }),
      8,
      'kept',
      null,
    ],
    ['is not given without a target', score(40, 6, { target: null }), null, 'no-target', null],
    ['is not given without a figure', score(null, 6), null, 'no-reading', null],
    ['is not given to what is scored by hand', scoreOf(item({ indicatorId: null }), null, 6), null, 'by-hand', null],
    ['is not given where the unit has no such indicator', scoreOf(item(), null, 6), null, 'no-series', null],
  ])('%s', (_, { points, reason, percent }, ...expected) => expect([points, reason, percent]).toEqual(expected))

  it('says what it was made of', () =>
    expect(score(40, 6)).toMatchObject({ month: 6, done: 40, scheduled: 50, percent: 80, weight: 10, cap: 1, indicatorId: 'i1' }))

  it('of a month that is not told goes by the last one that is, and says so', () => {
    expect(scoreOf(item(), series(40, 6), 8)).toMatchObject({ points: 8, month: 6, scheduled: 50, awaited: 8 })
    expect(scoreOf(item(), series(40, 6, { frequency: 'quarter' }), 8)).toMatchObject({ points: 8, month: 6, awaited: null })
  })

  it('of a growth from nearly nothing says so', () =>
    expect(score(29_923.9, 6, rate)).toMatchObject({ points: 10, reason: 'capped', lowBase: true }))

  it('is min(cap, done / scheduled) × weight, to the cent, and never falls as more is done', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max })
    // Everything in whole cents, so that the answer can be told by whole numbers alone.
    const shapes = fc.constantFrom('volume' as const, 'phased' as const, 'ceiling' as const, 'level' as const)
    fc.assert(
      fc.property(
        shapes,
        whole(0, 900),
        whole(1, 900),
        whole(1, 12),
        whole(1, 400),
        whole(1, 20),
        (kind, value, goal, month, weight, tenths) => {
          const cap = tenths / 10
          const plan = Array.from({ length: 12 }, (_, at) => (at === 11 ? goal : Math.ceil((goal * (at + 1)) / 12)))
          const over: Over = { kind, basis: kind === 'level' ? 'point' : 'cumulative', weight: weight / 10, cap }
          const target = { value: goal, base: kind === 'level' ? 0 : null, phasing: kind === 'phased' ? plan : null }
          const is = score(value, month, { ...over, target })
          const due = kind === 'phased' ? plan[month - 1]! * 12 : goal * month
          const [done, wanted] = kind === 'ceiling' ? [due, value * 12] : [value * 12, due]
          if (wanted === 0) {
            expect(is.points).toBeCloseTo((Math.min(10, tenths) * weight) / 100, 6)
            return
          }
          // Tenths of the cap times tenths of the weight are cents: half a cent at most is lost by rounding.
          const cents = Math.min(tenths * wanted, done * 10) * weight
          expect(Math.abs(Math.round(is.points! * 100) * wanted - cents)).toBeLessThanOrEqual(wanted / 2)
          const more = score(value + 1, month, { ...over, target }).points!
          expect(kind === 'ceiling' ? is.points! >= more : more >= is.points!).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of no weight is a bug of the scheme', () => expect(() => scoreOf(item({ weight: 0 }), null, 6)).toThrow(RangeError))
})

describe('an assessment', () => {
  const scheme = {
    name: '年度目标考核',
    items: [
      item(),
      item({ id: 's2', name: '获得领导批示', indicatorId: null, weight: 5 }),
      item({ id: 's3', name: '投资', indicatorId: 'i2', weight: 20 }),
    ],
  }
  const known: Record<string, Series> = { i1: series(40, 6), i2: series(60, 6) }

  it('adds up what was scored, and says of how much', () => {
    const { points, scored, full } = assess(scheme, id => known[id] ?? null, 6)
    expect([points, scored, full]).toEqual([28, 30, 35])
  })

  it('names the items that may not be scored', () =>
    expect(objections(scheme).map(({ itemId, found }) => [itemId, found.map(({ code }) => code)])).toEqual([['s2', ['leaders-notes']]]))

  it('is the sum of its scores in any order, and never more than its caps', () => {
    const items = fc.array(
      fc.record({ value: fc.integer({ min: -50, max: 200 }), weight: fc.integer({ min: 1, max: 400 }), cap: fc.constantFrom(1, 1.1, 1.5) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(items, all => {
        const of = (list: typeof all) =>
          assess(
            { name: '', items: list.map(({ weight, cap }, at) => item({ id: `${at}`, indicatorId: `${at}`, weight: weight / 10, cap })) },
            id => series(list[Number(id)]!.value, 6),
            6,
          )
        const there = of(all)
        expect(of([...all].reverse()).points).toBe(there.points)
        for (const { points, weight, cap } of there.scores) {
          expect(points!).toBeGreaterThanOrEqual(0)
          expect(points!).toBeLessThanOrEqual(weight * cap + 0.005)
        }
      }),
    )
  })
})
