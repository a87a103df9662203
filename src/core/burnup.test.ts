import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BurnMember, burnUp, lastDay } from './burnup.ts'
import { burnSentence } from './burnupsentence.ts'
import { addDays } from './day.ts'

const BEGIN = '2026-03-02'
const CLOCK = { begin: BEGIN, end: lastDay(BEGIN) }
/** The n-th day of the campaign, 1 the first. */
const on = (n: number) => addDays(BEGIN, n - 1)
const member = (doneOn: number | null, joinedOn = 1, leftOn: number | null = null): BurnMember => ({
  joinedOn: on(joinedOn),
  doneOn: doneOn === null ? null : on(doneOn),
  leftOn: leftOn === null ? null : on(leftOn),
})
/** So many members from before it began, of which the first are done on these days. */
const of = (n: number, ...doneOn: number[]) => Array.from({ length: n }, (_, at) => member(doneOn[at] ?? null, -5))

describe('a hundred days', () => {
  it('begin with the first and end with the hundredth', () => {
    const burn = burnUp(CLOCK, of(1), on(1))
    expect([burn.length, burn.gone, burn.days[0]!.day, burn.days.at(-1)!.day]).toEqual([100, 1, BEGIN, '2026-06-09'])
  })

  it.each<[day: number, done: number, verdict: string, light: string, points: number]>([
    [50, 12, 'on', 'green', 10],
    [50, 10, 'on', 'green', 0],
    [50, 9, 'behind', 'green', -5],
    [50, 8, 'behind', 'yellow', -10],
    [50, 3, 'behind', 'red', -35],
    [100, 19, 'behind', 'yellow', -5],
    [60, 20, 'reached', 'green', 40],
  ])('on day %d with %d of 20 done are %s, %s, %d points', (day, done, verdict, light, points) => {
    const burn = burnUp(CLOCK, of(20, ...Array(done).fill(5)), on(day))
    expect([burn.verdict, burn.light, burn.points]).toEqual([verdict, light, points])
  })

  it('have no pace before they begin, nor with nothing in them', () => {
    expect(burnUp(CLOCK, of(3), addDays(BEGIN, -1))).toMatchObject({ reason: 'not-begun', gone: 0, points: null, light: 'grey' })
    expect(burnUp(CLOCK, [], on(5))).toMatchObject({ reason: 'no-members', verdict: 'unknown', share: null })
  })

  it('show each day beside the plan, and nothing of days to come', () => {
    const { days } = burnUp(CLOCK, [member(2), member(2, 2), member(null, 3)], on(4))
    expect(days.slice(0, 5)).toEqual([
      { day: on(1), scope: 1, done: 0, change: 0, plan: 0.03 },
      { day: on(2), scope: 2, done: 2, change: 2, plan: 0.06 },
      { day: on(3), scope: 3, done: 2, change: 0, plan: 0.09 },
      { day: on(4), scope: 3, done: 2, change: 0, plan: 0.12 },
      { day: on(5), scope: null, done: null, change: null, plan: 0.15 },
    ])
    expect(days.at(-1)).toMatchObject({ day: CLOCK.end, plan: 3 })
  })

  it('count what was done today, this week and the week before', () => {
    const burn = burnUp(CLOCK, of(9, 40, 40, 39, 34, 33, 27, 26, 10), on(40))
    expect([burn.today, burn.week, burn.weekBefore, burn.done]).toEqual([2, 4, 2, 8])
  })

  it('count what was done before the first day on it', () => {
    expect(burnUp(CLOCK, [member(-5), member(null)], on(3)).days[0]).toMatchObject({ scope: 2, done: 1, change: 1 })
  })

  it('go on being shown when they are over and work is not', () => {
    const burn = burnUp(CLOCK, of(2, 105), on(106))
    expect(burn.days).toHaveLength(106)
    expect(burn.days.at(-1)).toMatchObject({ done: 1, plan: 2 })
    expect([burn.gone, burn.time, burn.neededPerWeek]).toEqual([100, 100, null])
  })

  it('let go of what was dropped, and keep what was done before it was', () => {
    const burn = burnUp(CLOCK, [member(3, 1, 5), member(null, 1, 5), member(null)], on(6))
    expect(burn.days.slice(3, 6).map(({ scope, done }) => [scope, done])).toEqual([
      [3, 1],
      [2, 1],
      [2, 1],
    ])
  })

  it('refuse an end before the beginning', () => {
    expect(() => burnUp({ begin: BEGIN, end: '2026-03-01' }, [], BEGIN)).toThrow(RangeError)
  })
})

describe('any campaign', () => {
  const day = fc.integer({ min: -20, max: 130 })
  const members = fc.array(fc.record({ joinedOn: day.map(on), doneOn: fc.option(day.map(on)), leftOn: fc.option(day.map(on)) }), {
    maxLength: 60,
  })

  it('is the same in whatever order its members were done', () => {
    fc.assert(
      fc.property(
        members.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        day,
        ([all, mixed], until) => {
          expect(burnUp(CLOCK, mixed, on(until))).toEqual(burnUp(CLOCK, all, on(until)))
        },
      ),
    )
  })

  it('adds up day by day to what is done, and never has more done than there was to do', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 130 }), (all, until) => {
        const burn = burnUp(CLOCK, all, on(until))
        const known = burn.days.filter(d => d.done !== null)
        expect(known.reduce((sum, d) => sum + d.change!, 0)).toBe(burn.done)
        expect(burn.done).toBe(all.filter(m => m.doneOn && m.doneOn <= on(until)).length)
        for (const d of known) expect(d.done!).toBeLessThanOrEqual(d.scope!)
        expect(known.at(-1)).toMatchObject({ scope: burn.total, done: burn.done })
      }),
    )
  })

  it('gains exactly one done when one more is struck off', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 100 }), (all, until) => {
        const before = burnUp(CLOCK, [...all, member(null)], on(until))
        const after = burnUp(CLOCK, [...all, member(until)], on(until))
        expect([after.done, after.total, after.today]).toEqual([before.done + 1, before.total, before.today + 1])
      }),
    )
  })
})

describe('the sentence', () => {
  const say = (n: number, done: number, day: number) => {
    const burn = burnUp(CLOCK, of(n, ...Array(done).fill(1)), on(day))
    return [burnSentence('zh', burn), burnSentence('en', burn)]
  }
  it.each<[n: number, done: number, day: number, zh: string, en: string]>([
    [
      23,
      9,
      38,
      '第38天（共100天），23项中已完成9项，占39.13%，超序时进度（38%）1.13个百分点。',
      'Day 38 of 100: 9 of 23 are done, 39.13%, 1.13 points ahead of time (38%).',
    ],
    [
      20,
      5,
      50,
      '第50天（共100天），20项中已完成5项，占25%，欠序时进度（50%）25个百分点；余下50天，每周需完成2.1项。',
      'Day 50 of 100: 5 of 20 are done, 25%, 25 points behind time (50%); each week of the 50 days left must bring 2.1.',
    ],
    [
      4,
      2,
      50,
      '第50天（共100天），4项中已完成2项，占50%，与序时进度（50%）持平。',
      'Day 50 of 100: 2 of 4 are done, 50%, level with time (50%).',
    ],
    [4, 4, 60, '第60天（共100天），4项已全部完成。', 'Day 60 of 100: all 4 are done.'],
    [4, 3, 100, '100天期满，4项中已完成3项，占75%，差1项。', 'After 100 days 3 of 4 are done, 75%; 1 are not.'],
    [0, 0, 2, '第2天（共100天），还没有列入事项，快慢不可算。', 'Day 2 of 100: nothing belongs to it yet, so its pace cannot be computed.'],
    [3, 0, 0, '尚未开始，共100天，已列入3项。', 'Not begun yet: 100 days in all, 3 to do.'],
  ])('of %d members with %d done on day %d', (n, done, day, zh, en) => expect(say(n, done, day)).toEqual([zh, en]))
})
