import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BASES, DIRECTIONS, FREQUENCIES, INDICATOR_KINDS, type PaceReason, type Series, type Verdict } from './indicator.ts'
import { judge } from './pace.ts'
import { honours, type Judgeable } from './verdict.ts'

/** What domain §4 answers: P, T and P − T in per cent, and what each month left must add. */
interface Told {
  month: number | null
  verdict: Verdict
  reason: PaceReason | null
  share: number | null
  time: number | null
  points: number | null
  neededPerMonth: number | null
  yearOnYear: number | null
}
const SILENT = { share: null, time: null, points: null }

/** n ÷ d to two decimals, half away from zero. */
const cents = (n: number, d: number): number => (n === 0 ? 0 : (Math.sign(n / d) * Math.floor(Math.abs((100 * n) / d) + 0.5)) / 100)
const FIRST = { month: 1, quarter: 3, half: 6, year: 12 }

/** The rules of domain §4 once more, in whole numbers and by another way than the engine's: figures small enough to multiply without loss. */
function told(series: Series, asked: number): Told {
  const { kind, basis, direction, frequency, unit } = series.indicator
  const goal = series.target
  const upTo = (m: number) => series.values.slice(0, m)
  const none = { month: null, verdict: 'unknown' as const, ...SILENT, neededPerMonth: null, yearOnYear: null }
  if (kind === 'milestone') {
    const done = upTo(asked).findIndex(v => v !== null && v >= 1) + 1
    const [year, month] = (goal?.dueOn ?? `${series.year}-12-31`).split('-').map(Number) as [number, number]
    const late = series.year * 100 + asked >= year * 100 + month
    const at = { ...none, month: done || asked }
    if (!goal) return { ...at, reason: 'no-target' }
    if (done) return { ...at, verdict: 'reached', reason: null }
    return late ? { ...at, verdict: 'behind', reason: null } : { ...at, reason: 'not-due' }
  }
  const m = upTo(asked).findLastIndex(v => v !== null) + 1
  if (m === 0) return { ...none, reason: !goal ? 'no-target' : asked < FIRST[frequency] ? 'not-due' : 'no-reading' }
  const v = series.values[m - 1]!
  const was = series.lastYear[m - 1]
  const isRate = unit === '%'
  const yearOnYear = isRate ? (kind === 'growth' ? v : null) : was != null && was > 0 ? cents(100 * (v - was), was) : null
  const known = { ...none, month: m, yearOnYear }
  if (!goal) return { ...known, reason: 'no-target' }
  const t = goal.value
  const sign = direction === 'up' ? 1 : -1
  const ended = m === 12
  const perMonth = (n: number, d = 1): number | null => (ended ? null : cents(n, d * (12 - m)))
  const no = (reason: PaceReason): Told => ({ ...known, reason })
  /** `n`/`d` of the task against `due`/`of` of it. */
  const onWay = (n: number, d: number, due: number, of: number, need: number | null): Told => {
    const points = cents(100 * (n * of - due * d), d * of)
    const met = n >= d
    const behind = !met && (ended || points < 0)
    const share = cents(100 * n, d)
    return {
      ...known,
      verdict: met ? 'reached' : behind ? 'behind' : 'on',
      reason: null,
      share: behind && share === 100 ? 99.99 : share,
      time: cents(100 * due, of),
      points: behind && points === 0 ? -0.01 : points,
      neededPerMonth: met ? (ended ? null : 0) : need,
    }
  }
  const line = (kept: boolean, need: number | null): Told => ({
    ...known,
    verdict: !kept ? 'behind' : ended ? 'reached' : 'on',
    reason: null,
    points: t === 0 ? null : cents(100 * (kept ? 1 : -1) * Math.abs(v - t), Math.abs(t)),
    neededPerMonth: need,
  })
  switch (kind) {
    case 'volume':
      return t <= 0 ? no('zero-target') : onWay(v, t, m, 12, perMonth(t - v))
    case 'phased': {
      if (t <= 0) return no('zero-target')
      const planned = ended ? t : goal.phasing?.[m - 1]
      if (planned != null) return onWay(v, t, planned, t, perMonth(t - v))
      // What is reached is reached, with a plan for the month or without.
      return v < t
        ? no('no-plan')
        : { ...known, verdict: 'reached', reason: null, share: cents(100 * v, t), neededPerMonth: ended ? null : 0 }
    }
    case 'level': {
      const met = sign * (v - t) >= 0
      const way = goal.base === null ? 0 : sign * (t - goal.base)
      if (way > 0) return onWay(sign * (v - goal.base!), way, m, 12, perMonth(t - v))
      if (met) return { ...known, verdict: 'reached', reason: null, neededPerMonth: ended ? null : 0 }
      return goal.base === null && !ended ? no('no-base') : line(false, perMonth(t - v))
    }
    case 'growth': {
      if (!isRate && was == null) return no('no-last-year')
      if (!isRate && was! <= 0) return no('bad-base')
      const points = isRate ? cents(sign * (v - t), 1) : cents(sign * (100 * (v - was!) - t * was!), was!)
      const december = series.lastYear[11]
      const left = (100 + t) * (december ?? 0) - 100 * v
      const fixed = isRate || december == null
      const spent = direction === 'down' && basis === 'cumulative'
      const need = fixed || (spent && left < 0) ? null : !spent && sign * left <= 0 ? (ended ? null : 0) : perMonth(left, 100)
      return { ...known, verdict: points < 0 ? 'behind' : ended ? 'reached' : 'on', reason: null, points, neededPerMonth: need }
    }
    case 'ceiling': {
      if (basis === 'point') return line(v <= t, null)
      if (t < 0) return no('zero-target')
      const need = v > t ? null : perMonth(t - v)
      if (t === 0) return line(v <= 0, need)
      const points = cents(100 * (m * t - 12 * v), 12 * t)
      const behind = v > t || points < 0
      return {
        ...known,
        verdict: behind ? 'behind' : ended ? 'reached' : 'on',
        reason: null,
        share: cents(100 * v, t),
        time: cents(100 * m, 12),
        points,
        neededPerMonth: need,
      }
    }
  }
}

const figure = fc.integer({ min: -12, max: 36 })
const maybe = fc.option(figure, { freq: 3 })
const months = fc.array(maybe, { minLength: 12, maxLength: 12 })
const anySeries: fc.Arbitrary<Series> = fc.record({
  indicator: fc.record({
    kind: fc.constantFrom(...INDICATOR_KINDS),
    direction: fc.constantFrom(...DIRECTIONS),
    basis: fc.constantFrom(...BASES),
    frequency: fc.constantFrom(...FREQUENCIES),
    decimals: fc.integer({ min: 0, max: 2 }),
    unit: fc.constantFrom('亿元', '%'),
  }),
  year: fc.constant(2026),
  target: fc.option(
    fc.record({
      value: figure,
      base: maybe,
      phasing: fc.option(months),
      dueOn: fc.option(fc.constantFrom('2025-12-31', '2026-03-31', '2026-09-10', '2027-01-05')),
    }),
    { freq: 9 },
  ),
  values: months,
  lastYear: months,
})
const month = fc.integer({ min: 1, max: 12 })

it('every kind is judged as its rule, worked out a second time in whole numbers, judges it', () => {
  fc.assert(
    fc.property(anySeries, month, (series, asked) => {
      const expected = told(series, asked)
      const pace = judge(series, asked)
      expect(Object.fromEntries(Object.keys(expected).map(key => [key, pace[key as keyof Told]]))).toEqual(expected)
      const { share, time } = expected
      if (share !== null && time !== null && time > 0 && time % 1 === 0) expect(pace.ratio).toBeCloseTo(share / time, 1)
      else if (!(time! > 0)) expect(pace.ratio).toBeNull()
    }),
    { numRuns: 3000 },
  )
})

it('an honour is earned when each indicator that has a figure due then is on pace by it', () => {
  const scope = fc.array(
    anySeries.map((series): Judgeable => ({ indicatorId: 'i', unitId: 'u', series })),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(scope, month, (all, asked) => {
      const by = (m: number, own: boolean) =>
        all.flatMap(({ series }) => {
          const { verdict, reason } = told(series, m)
          const { kind, frequency } = series.indicator
          if (reason === 'no-target' || reason === 'not-due') return []
          if (!own || kind === 'milestone') return [verdict]
          return m % FIRST[frequency] ? [] : [series.values[m - 1] === null ? 'unknown' : verdict]
        })
      const answer = (said: Verdict[]) => (said.includes('behind') ? 'no' : said.includes('unknown') || said.length === 0 ? 'open' : 'yes')
      const year = answer([3, 6, 9, 12].filter(m => m <= asked).flatMap(m => by(m, true)))
      const { strongQuarter, doubleHalf, allYear, allRound } = honours(all, asked)
      expect([strongQuarter.answer, doubleHalf.answer, allYear.answer, allRound.answer]).toEqual([
        asked < 3 ? 'open' : answer(by(3, true)),
        asked < 6 ? 'open' : answer(by(6, true)),
        year === 'yes' && asked < 12 ? 'open' : year,
        answer(by(asked, false)),
      ])
    }),
    { numRuns: 1000 },
  )
})
