import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { project } from './projection.ts'

type Over = Partial<Series['indicator']> & { target?: Partial<NonNullable<Series['target']>>; lastYear?: Record<number, number> }
const end = (value: number, month: number, { target, lastYear = {}, ...shape }: Over = {}) =>
  project(
    {
      indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 1, unit: '亿元', ...shape },
      year: 2026,
      target: { value: 100, base: null, phasing: null, dueOn: null, ...target },
      values: Array.from({ length: 12 }, (_, at) => (at + 1 === month ? value : null)),
      lastYear: Array.from({ length: 12 }, (_, at) => lastYear[at + 1] ?? null),
    },
    month,
  )
const phasing = [null, null, 10, null, null, 40, null, null, 70, null, null, 100]

describe('the year’s end, if it goes on as so far', () => {
  it.each<[string, ReturnType<typeof end>, [number, number, string] | null]>([
    ['is the monthly rate times twelve', end(40, 6), [80, 80, 'run-rate']],
    ['lies between that and last year’s season', end(40, 6, { lastYear: { 6: 30, 12: 90 } }), [80, 120, 'run-rate+season']],
    ['lies between them the other way round', end(40, 6, { lastYear: { 6: 80, 12: 120 } }), [60, 80, 'run-rate+season']],
    ['asks both of last year’s figures', end(40, 6, { lastYear: { 6: 30 } }), [80, 80, 'run-rate']],
    ['does not go by a last year of zero', end(40, 6, { lastYear: { 6: 0, 12: 90 } }), [80, 80, 'run-rate']],
    ['of what is used up under a ceiling', end(30, 9, { kind: 'ceiling' }), [40, 40, 'run-rate']],
    ['of a level goes on from its base', end(105, 3, { kind: 'level', target: { base: 100 } }), [120, 120, 'line']],
    ['of a plan heavy at its end is no failure', end(10, 3, { kind: 'phased', target: { phasing } }), [100, 100, 'plan']],
    ['of a plan that lags', end(35, 9, { kind: 'phased', target: { phasing } }), [50, 50, 'plan']],
    ['cannot be said where nothing was planned', end(10, 4, { kind: 'phased', target: { phasing } }), null],
    ['cannot be said of a level without its base', end(105, 3, { kind: 'level' }), null],
    ['cannot be said of a rate', end(6.5, 6, { kind: 'growth', unit: '%' }), null],
    ['cannot be said of a line to keep', end(30, 6, { kind: 'ceiling', basis: 'point' }), null],
    ['cannot be said before anything is done', end(0, 6), null],
    ['is no projection in December', end(90, 12), null],
  ])('%s', (_, is, expected) => expect(is && [is.low, is.high, is.method]).toEqual(expected))
})
