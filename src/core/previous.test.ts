import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { onPrevious } from './previous.ts'

type Months = Record<number, number>
const year = (months: Months) => Array.from({ length: 12 }, (_, at) => months[at + 1] ?? null)
const grown = (month: number, now: Months, before: Months = {}, shape: Partial<Series['indicator']> = {}) =>
  onPrevious(
    {
      indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
      year: 2026,
      target: null,
      values: year(now),
      lastYear: year(before),
    },
    month,
  )
const point = { kind: 'level', basis: 'point' } as const
const missing = (month: number, of = 2026) => ({ missing: { year: of, month } })

describe('环比', () => {
  it.each<[string, unknown, unknown]>([
    ['of the year so far is that of the month alone', grown(5, { 3: 30, 4: 40, 5: 52 }), { percent: 20 }],
    ['may be a fall', grown(5, { 3: 30, 4: 40, 5: 45 }), { percent: -50 }],
    ['of February is on January', grown(2, { 1: 8, 2: 20 }), { percent: 50 }],
    ['of January is on last December alone', grown(1, { 1: 12 }, { 11: 90, 12: 100 }), { percent: 20 }],
    ['of a level is on the level before', grown(5, { 4: 200, 5: 210 }, {}, point), { percent: 5 }],
    ['of a level in January is on last December', grown(1, { 1: 90 }, { 12: 100 }, point), { percent: -10 }],
    ['of quarters is on the quarter before', grown(6, { 3: 10, 6: 25 }, {}, { frequency: 'quarter' }), { percent: 50 }],
    ['of a first quarter is on last year’s fourth', grown(3, { 3: 10 }, { 9: 30, 12: 38 }, { frequency: 'quarter' }), { percent: 25 }],
    ['of a year is on the year before', grown(12, { 12: 110 }, { 12: 100 }, { frequency: 'year' }), { percent: 10 }],
    ['says which month is missing', grown(5, { 3: 30, 5: 52 }), missing(4)],
    ['of the year so far needs two months before', grown(5, { 4: 40, 5: 52 }), missing(3)],
    ['of January says which of last year’s is missing', grown(1, { 1: 12 }, { 12: 100 }), missing(11, 2025)],
    ['on a month in which nothing was done is not computable', grown(5, { 3: 40, 4: 40, 5: 52 }), 'bad-base'],
    ['on a month that fell is not computable', grown(5, { 3: 42, 4: 40, 5: 52 }), 'bad-base'],
    ['on a level below zero is not computable', grown(5, { 4: -2, 5: 3 }, {}, point), 'bad-base'],
    ['is none of a rate', grown(5, { 4: 6.1, 5: 6.4 }, {}, { kind: 'growth', unit: '%' }), null],
    ['is none between two reports', grown(5, { 3: 10, 5: 12 }, {}, { frequency: 'quarter' }), null],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})
