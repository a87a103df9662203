import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INDICATOR_KINDS, type Series, VERDICTS } from './indicator.ts'
import { judge, verdictOf } from './pace.ts'

type Shape = Partial<Series['indicator']>
type Goal = Partial<NonNullable<Series['target']>>
/** Months from 1 on; what is not named has no figure. */
type Months = Record<number, number>

const year = (months: Months) => Array.from({ length: 12 }, (_, at) => months[at + 1] ?? null)
const series = (shape: Shape, goal: Goal | null, values: Months, lastYear: Months = {}): Series => ({
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
  year: 2026,
  target: goal && { value: 100, base: null, phasing: null, dueOn: null, ...goal },
  values: year(values),
  lastYear: year(lastYear),
})
const volume = (done: number, month: number, goal: Goal = {}) => series({}, goal, { [month]: done })
const outcome = (s: Series, month: number) => {
  const { verdict, light, reason, points } = judge(s, month)
  return [verdict, light, reason ?? points]
}

describe('a yearly amount', () => {
  it('answers with all its figures', () =>
    expect(judge(series({}, { value: 12 }, { 8: 7.5 }, { 8: 6, 12: 10 }), 8)).toEqual({
      verdict: 'behind',
      light: 'green',
      reason: null,
      month: 8,
      awaited: null,
      value: 7.5,
      target: 12,
      share: 62.5,
      time: 66.67,
      points: -4.17,
      ratio: 0.94,
      neededPerMonth: 1.13,
      projected: { low: 11.25, high: 12.5, method: 'run-rate+season' },
      yearOnYear: 25,
      lowBase: false,
    }))

  it.each<[string, Series, number, unknown[]]>([
    ['that reached the target early', volume(100, 7), 7, ['reached', 'green', 41.67]],
    ['that is level with time', volume(25, 3), 3, ['on', 'green', 0]],
    ['that is off by less than two decimals show', volume(8.33, 1, { value: 99.99 }), 1, ['on', 'green', 0]],
    ['that missed by a hair in December', volume(99.9999, 12), 12, ['behind', 'yellow', -0.01]],
    ['that missed by 40 points in December', volume(60, 12), 12, ['behind', 'red', -40]],
    ['of which nothing is done', volume(0, 4), 4, ['behind', 'red', -33.33]],
    ['that went below zero', volume(-5, 1), 1, ['behind', 'yellow', -13.33]],
    ['without a target', series({}, null, { 5: 1 }), 5, ['unknown', 'grey', 'no-target']],
    ['with a target of zero', volume(5, 5, { value: 0 }), 5, ['unknown', 'grey', 'zero-target']],
    ['with a target below zero', volume(5, 5, { value: -1 }), 5, ['unknown', 'grey', 'zero-target']],
    ['without any figure', series({}, {}, {}), 5, ['unknown', 'grey', 'no-reading']],
    ['with figures only of later months', series({}, {}, { 6: 50 }), 5, ['unknown', 'grey', 'no-reading']],
    ['by the quarter, in February', series({ frequency: 'quarter' }, {}, {}), 2, ['unknown', 'grey', 'not-due']],
    ['by the quarter, in April', series({ frequency: 'quarter' }, {}, { 3: 25 }), 4, ['on', 'green', 0]],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('is judged by the month of its data, and says which month is awaited', () => {
    const late = judge(series({}, {}, { 5: 45.2 }), 7)
    expect([late.month, late.awaited, late.points]).toEqual([5, 7, 3.53])
    expect(judge(series({ frequency: 'quarter' }, {}, { 3: 25 }), 5).awaited).toBeNull()
    expect(judge(series({ frequency: 'quarter' }, {}, { 3: 25 }), 8).awaited).toBe(6)
  })

  it('is not printed as done while the least is missing', () => expect(judge(volume(99.9999, 12), 12).share).toBe(99.99))

  it('needs nothing more once reached, and has no month left in December', () => {
    expect(judge(volume(110, 9), 9).neededPerMonth).toBe(0)
    expect(judge(volume(60, 12), 12).neededPerMonth).toBeNull()
  })

  it('knows no month 13', () => expect(() => judge(volume(1, 1), 13)).toThrow(RangeError))
})

describe('growth on the year before', () => {
  const of = (values: Months, lastYear: Months) => {
    const { yearOnYear, lowBase } = judge(series({}, {}, values, lastYear), 4)
    return [yearOnYear, lowBase]
  }
  it.each<[string, unknown[], unknown[]]>([
    ['in per cent', of({ 4: 105.98 }, { 4: 100 }), [5.98, false]],
    ['is flagged when the base was low', of({ 4: 30 }, { 4: 0.1 }), [29900, true]],
    ['is none without last year', of({ 4: 30 }, {}), [null, false]],
    ['is none from zero', of({ 4: 30 }, { 4: 0 }), [null, false]],
    ['is none from below zero', of({ 4: 30 }, { 4: -2 }), [null, false]],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))

  it('is not made of rates', () => expect(judge(series({ kind: 'level', unit: '%' }, null, { 4: 80 }, { 4: 40 }), 4).yearOnYear).toBeNull())
})

describe('a level at a point', () => {
  const level = (value: number, month: number, goal: Goal = {}, shape: Shape = {}) =>
    series({ kind: 'level', basis: 'point', ...shape }, { value: 120, base: 100, ...goal }, { [month]: value })
  it.each<[string, Series, number, unknown[]]>([
    ['on the line from its base', level(105, 3), 3, ['on', 'green', 0]],
    ['above the line', level(115, 6), 6, ['on', 'green', 25]],
    ['below the line', level(107, 6), 6, ['behind', 'yellow', -15]],
    ['that fell below its base', level(98, 6), 6, ['behind', 'red', -60]],
    ['at its target', level(120, 6), 6, ['reached', 'green', 50]],
    ['at its target, without a base', level(121, 6, { base: null }), 6, ['reached', 'green', null]],
    ['below its target, without a base', level(119, 6, { base: null }), 6, ['unknown', 'grey', 'no-base']],
    ['below its target in December, without a base', level(114, 12, { base: null }), 12, ['behind', 'yellow', -5]],
    ['that had only to stay, and fell', level(96, 6, { value: 100 }), 6, ['behind', 'yellow', -4]],
    ['that is to fall, and falls in time', level(40, 6, { base: 50, value: 30 }, { direction: 'down' }), 6, ['on', 'green', 0]],
    ['that is to fall, and is slow', level(48, 6, { base: 50, value: 30 }, { direction: 'down' }), 6, ['behind', 'red', -40]],
    ['that is to be none, from ten', level(4, 6, { base: 10, value: 0 }, { direction: 'down' }), 6, ['on', 'green', 10]],
    ['that grows from none', level(30, 3, { base: 0, value: 120 }), 3, ['on', 'green', 0]],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('needs its way in equal steps, down as well as up', () => {
    expect(judge(level(105, 6), 6).neededPerMonth).toBe(2.5)
    expect(judge(level(48, 6, { base: 50, value: 30 }, { direction: 'down' }), 6).neededPerMonth).toBe(-3)
  })
})

describe('a growth rate', () => {
  const rate = (value: number, month: number, goal: Goal = {}, shape: Shape = {}) =>
    series({ kind: 'growth', unit: '%', decimals: 1, ...shape }, { value: 6.5, ...goal }, { [month]: value })
  const amount = (value: number, lastYear: Months) => series({ kind: 'growth' }, { value: 10 }, { 6: value }, lastYear)
  it.each<[string, Series, number, unknown[]]>([
    ['above its target early in the year', rate(7, 2), 2, ['on', 'green', 0.5]],
    ['below it, and no month excuses that', rate(6.2, 2), 2, ['behind', 'yellow', -0.3]],
    ['more than two points below', rate(4.4, 9), 9, ['behind', 'red', -2.1]],
    ['at its target in December', rate(6.5, 12), 12, ['reached', 'green', 0]],
    ['that is a fall, as asked', rate(-3.5, 6, { value: -3 }, { direction: 'down' }), 6, ['on', 'green', 0.5]],
    ['that is less of a fall than asked', rate(-2, 6, { value: -3 }, { direction: 'down' }), 6, ['behind', 'yellow', -1]],
    ['with a target of zero', rate(0.1, 6, { value: 0 }), 6, ['on', 'green', 0.1]],
    ['of amounts', amount(55, { 6: 50 }), 6, ['on', 'green', 0]],
    ['of amounts without last year', amount(55, {}), 6, ['unknown', 'grey', 'no-last-year']],
    ['of amounts from nothing', amount(55, { 6: 0 }), 6, ['unknown', 'grey', 'bad-base']],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('is never a share of the year', () => {
    const pace = judge(rate(6.2, 6), 6)
    expect([pace.share, pace.time, pace.ratio, pace.projected, pace.neededPerMonth, pace.yearOnYear]).toEqual([
      null,
      null,
      null,
      null,
      null,
      6.2,
    ])
  })

  it('of amounts says what each month must add', () => expect(judge(amount(50, { 6: 50, 12: 100 }), 6).neededPerMonth).toBe(10))
})

describe('a ceiling', () => {
  const used = (value: number, month: number, goal: Goal = {}) =>
    series({ kind: 'ceiling', unit: '起', decimals: 0 }, goal, { [month]: value })
  const kept = (value: number, month: number) =>
    series({ kind: 'ceiling', basis: 'point', unit: '微克/立方米' }, { value: 40 }, { [month]: value })
  it.each<[string, Series, number, unknown[]]>([
    ['used up as time goes', used(50, 6), 6, ['on', 'green', 0]],
    ['used up faster', used(65, 6), 6, ['behind', 'yellow', -15]],
    ['passed in November, beyond mending', used(101, 11), 11, ['behind', 'red', -9.33]],
    ['passed by the least', used(100.0001, 12), 12, ['behind', 'red', -0.01]],
    ['kept to the end', used(100, 12), 12, ['reached', 'green', 0]],
    ['of none, and there was none', used(0, 6, { value: 0 }), 6, ['on', 'green', null]],
    ['of none, and there was one', used(1, 6, { value: 0 }), 6, ['behind', 'red', null]],
    ['at a point, kept', kept(38, 6), 6, ['on', 'green', 5]],
    ['at a point, met exactly', kept(40, 6), 6, ['on', 'green', 0]],
    ['at a point, passed', kept(42, 6), 6, ['behind', 'yellow', -5]],
    ['at a point, far passed', kept(45, 6), 6, ['behind', 'red', -12.5]],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('is less by nature, whatever direction is entered', () => {
    const s = used(65, 6)
    const { indicator } = s
    expect(judge({ ...s, indicator: { ...indicator, direction: 'down' } }, 6)).toEqual(judge(s, 6))
  })

  it('says what each month may still add, and nothing once it is passed', () => {
    expect(judge(used(65, 6), 6).neededPerMonth).toBe(5.83)
    expect(judge(used(101, 6), 6).neededPerMonth).toBeNull()
    expect(judge(used(100.0001, 12), 12).share).toBe(100.01)
  })
})

describe('a plan by months', () => {
  const phasing = [null, null, 5, null, null, 20, null, null, 50, null, null, 100]
  const phased = (value: number, month: number, goal: Goal = {}) => series({ kind: 'phased' }, { phasing, ...goal }, { [month]: value })
  it.each<[string, Series, number, unknown[]]>([
    ['is on pace by the plan, however far from the share of the year', phased(20, 6), 6, ['on', 'green', 0]],
    ['is behind by the plan', phased(35, 9), 9, ['behind', 'yellow', -15]],
    ['says that nothing is planned for the month', phased(7, 4), 4, ['unknown', 'grey', 'no-plan']],
    ['says that there is no plan', phased(7, 3, { phasing: null }), 3, ['unknown', 'grey', 'no-plan']],
    [
      'is behind in December when the target is missed, though its plan ended lower',
      phased(80, 12, { phasing: phasing.with(11, 80) }),
      12,
      ['behind', 'yellow', -20],
    ],
    ['is reached at the year’s target', phased(100, 9), 9, ['reached', 'green', 50]],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('has no ratio while nothing was to be done yet', () =>
    expect(judge(phased(1, 1, { phasing: phasing.with(0, 0) }), 1)).toMatchObject({ ratio: null, verdict: 'on' }))
})

describe('a milestone', () => {
  const milestone = (values: Months, dueOn: string | null) =>
    series({ kind: 'milestone', basis: 'point', unit: '' }, { value: 1, dueOn }, values)
  it.each<[string, Series, number, unknown[]]>([
    ['before its month', milestone({}, '2026-06-30'), 5, ['unknown', 'grey', 'not-due']],
    ['in its month, not done', milestone({ 6: 0 }, '2026-06-30'), 6, ['behind', 'red', null]],
    ['after it, and nobody said a word', milestone({}, '2026-06-30'), 7, ['behind', 'red', null]],
    ['done early', milestone({ 4: 1 }, '2026-06-30'), 5, ['reached', 'green', null]],
    ['done late', milestone({ 8: 1 }, '2026-06-30'), 9, ['reached', 'green', null]],
    ['done after the month that is asked for', milestone({ 8: 1 }, '2026-06-30'), 7, ['behind', 'red', null]],
    ['due next year', milestone({}, '2027-03-31'), 12, ['unknown', 'grey', 'not-due']],
    ['without a date, in November', milestone({}, null), 11, ['unknown', 'grey', 'not-due']],
    ['without a date, in December', milestone({}, null), 12, ['behind', 'red', null]],
  ])('%s', (_, s, month, expected) => expect(outcome(s, month)).toEqual(expected))

  it('keeps the month it was done in', () => expect(judge(milestone({ 4: 1, 5: 1 }, '2026-06-30'), 9).month).toBe(4))
})

const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(n => n / 100)
const maybe = fc.option(figure)
const anySeries: fc.Arbitrary<Series> = fc.record({
  indicator: fc.record({
    kind: fc.constantFrom(...INDICATOR_KINDS),
    direction: fc.constantFrom('up' as const, 'down' as const),
    basis: fc.constantFrom('cumulative' as const, 'point' as const),
    frequency: fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const),
    decimals: fc.integer({ min: 0, max: 4 }),
    unit: fc.constantFrom('亿元', '%', '起'),
  }),
  year: fc.constant(2026),
  target: fc.option(
    fc.record({
      value: figure,
      base: maybe,
      phasing: fc.option(fc.array(maybe, { minLength: 12, maxLength: 12 })),
      dueOn: fc.option(fc.constantFrom('2025-12-31', '2026-03-31', '2026-09-10', '2027-01-05')),
    }),
  ),
  values: fc.array(maybe, { minLength: 12, maxLength: 12 }),
  lastYear: fc.array(maybe, { minLength: 12, maxLength: 12 }),
})
const month = fc.integer({ min: 1, max: 12 })

describe('whatever comes', () => {
  it('has a verdict with a light, or a reason and grey', () => {
    fc.assert(
      fc.property(anySeries, month, (s, m) => {
        const pace = judge(s, m)
        expect(VERDICTS).toContain(pace.verdict)
        expect(verdictOf(s, m)).toMatchObject({ verdict: pace.verdict, reason: pace.reason })
        expect(pace.verdict === 'unknown').toBe(pace.reason !== null)
        expect(pace.verdict === 'unknown').toBe(pace.light === 'grey')
        if (pace.light === 'yellow' || pace.light === 'red') expect(pace.verdict).toBe('behind')
        if (pace.verdict === 'on') expect(pace.points ?? 0).toBeGreaterThanOrEqual(0)
        if (pace.verdict === 'behind') expect(pace.points ?? -1).toBeLessThan(0)
        if (pace.projected) expect(pace.projected.low).toBeLessThanOrEqual(pace.projected.high)
        for (const n of [pace.share, pace.time, pace.points, pace.ratio, pace.neededPerMonth, pace.yearOnYear])
          expect(n === null || Number.isFinite(n)).toBe(true)
      }),
    )
  })

  it('is not changed by figures of later months', () => {
    fc.assert(
      fc.property(anySeries, month, (s, m) => {
        const known = s.values.map((value, at) => (at < m ? value : null))
        expect(judge({ ...s, values: known }, m)).toEqual(judge(s, m))
      }),
    )
  })

  it('is no worse for more of a yearly amount, and no better for more under a ceiling', () => {
    fc.assert(
      fc.property(figure, figure, month, (a, b, m) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const points = (kind: 'volume' | 'ceiling', done: number) => judge(series({ kind }, {}, { [m]: done }), m).points!
        expect(points('volume', more)).toBeGreaterThanOrEqual(points('volume', less))
        expect(points('ceiling', more)).toBeLessThanOrEqual(points('ceiling', less))
      }),
    )
  })
})
