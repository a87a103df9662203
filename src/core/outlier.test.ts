import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { type Arriving, oddities } from './outlier.ts'

type Months = Record<number, number>
const year = (months: Months) => Array.from({ length: 12 }, (_, at) => months[at + 1] ?? null)
interface Over extends Partial<Series['indicator']> {
  values?: Months
  lastYear?: Months
  goal?: number
}
const series = ({ values = {}, lastYear = {}, goal, ...shape }: Over): Series => ({
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
  year: 2026,
  target: goal === undefined ? null : { value: goal, base: null, phasing: null, dueOn: null },
  values: year(values),
  lastYear: year(lastYear),
})
const odd = (value: number, month: number, over: Over = {}, arriving: Partial<Arriving> = {}) =>
  oddities({ month, value, unit: null, ...arriving }, series(over), 11)
const codes = (...args: Parameters<typeof odd>) => odd(...args).map(({ flag }) => flag)

const steady: Over = { values: { 3: 3, 4: 4 }, lastYear: { 3: 2.8, 4: 3.7, 5: 4.6 } }

describe('a figure on arrival', () => {
  it.each<[string, string[], string[]]>([
    ['is not odd among its like', codes(5.1, 5, steady), []],
    ['that is the first is not odd', codes(5.1, 5), []],
    ['in 万 where 亿 is meant has slipped', codes(51000, 5, steady), ['scale-slip']],
    ['in 亿 where 万 is meant has slipped', codes(0.00051, 5, steady), ['falls', 'scale-slip']],
    ['with its point one place off has slipped', codes(51, 5, steady), ['scale-slip']],
    ['in 元 where 亿元 is meant has slipped', codes(510_000_000, 5, steady), ['scale-slip']],
    ['is borne out by last year though this year jumped', codes(46, 5, { values: { 4: 4 }, lastYear: { 5: 45 } }), []],
    ['has slipped beside last year alone', codes(46000, 5, { lastYear: { 5: 4.5 } }), ['scale-slip']],
    ['has slipped beside its target alone', codes(46000, 5, { goal: 10 }), ['scale-slip']],
    ['ten times its target’s share may be ambition', codes(46, 5, { goal: 10 }), []],
    ['that is eight times last year grew absurdly', codes(300, 5, { lastYear: { 5: 99 } }), ['absurd-growth']],
    ['from a low base is a growth of thousands', codes(30, 5, { values: { 4: 25 }, lastYear: { 5: 0.1 } }), ['absurd-growth']],
    ['below zero is odd', codes(-5, 5, { lastYear: { 5: 4 } }), ['sign', 'absurd-growth']],
    ['below zero is not odd where others are', codes(-5, 5, { lastYear: { 5: -4 } }), []],
    ['that falls is odd', codes(3.9, 5, steady), ['falls']],
    ['at a point may fall', codes(3.9, 5, { ...steady, kind: 'level', basis: 'point' }), []],
    ['above a later one is odd', codes(5, 5, { values: { 4: 4, 6: 4.5 } }), ['above-later']],
    ['that is there already says nothing new', codes(4, 4, steady), ['same']],
    ['of a month that has another revises it', codes(4.2, 4, steady), ['revises']],
    ['of December in November is early', codes(5, 12, {}), ['future']],
    ['of May is off a quarter’s beat', codes(5, 5, { frequency: 'quarter' }), ['off-beat']],
    ['of growth may be below zero', codes(-5, 5, { kind: 'growth', unit: '%' }), []],
    ['of growth may be absurd', codes(29_923.9, 5, { kind: 'growth', unit: '%' }), ['absurd-growth']],
    ['of a milestone is yes or no', codes(0.5, 5, { kind: 'milestone', unit: '' }), ['not-yes-no']],
    ['of a milestone done', codes(1, 5, { kind: 'milestone', unit: '' }), []],
    ['in its own unit', codes(5.1, 5, steady, { unit: '亿元' }), []],
    ['in another scale of it is converted before it is looked at', codes(51000, 5, steady, { unit: '万元' }), ['unit-differs']],
    ['in another scale, and slipped as well', codes(5.1, 5, steady, { unit: '万元' }), ['unit-differs', 'falls', 'scale-slip']],
    ['in a unit of another measure cannot be set beside anything', codes(51000, 5, steady, { unit: '吨' }), ['unit-unknown']],
    ['given twice for a month', codes(5.1, 5, steady, { others: [5.2] }), ['twice']],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))

  it('says beside what it slipped, and what may have been meant', () => {
    expect(odd(51000, 5, steady)).toEqual([
      { flag: 'scale-slip', facts: { factor: 10_000, beside: 4, month: 4, year: 2026, suggested: 5.1 } },
    ])
    expect(odd(0.00046, 5, { lastYear: { 5: 4.5 } })[0]?.facts).toEqual({
      factor: 0.0001,
      beside: 4.5,
      month: 5,
      year: 2025,
      suggested: 4.6,
    })
  })

  it('says its figures in the indicator’s unit', () =>
    expect(odd(51000, 5, steady, { unit: '万元' })[0]).toEqual({
      flag: 'unit-differs',
      facts: { unit: '万元', expected: '亿元', converted: 5.1 },
    }))

  it('is flagged when its scale slips by 万, whatever steady year it stands in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1_000_000 }),
        fc.integer({ min: 2, max: 11 }),
        fc.constantFrom(1e4, 1e-4),
        (monthly, month, factor) => {
          const values = Object.fromEntries(Array.from({ length: month - 1 }, (_, at) => [at + 1, (monthly * (at + 1)) / 100]))
          const value = (monthly * month * factor) / 100
          expect(codes(value, month, { values })).toContain('scale-slip')
          expect(codes((monthly * month) / 100, month, { values })).toEqual([])
        },
      ),
    )
  })
})
