import { describe, expect, it } from 'vitest'
import { closingRate, onTimeRate, outcomeOf } from './rate.ts'

describe('how an item ended', () => {
  const closed = (submittedAt: string | null, closedAt: string | null, dueOn: string | null = '2026-06-30') => {
    const { closed: done, dated, onTime } = outcomeOf({ submittedAt, closedAt, dueOn })
    return [done, dated, onTime]
  }
  it.each<[string, boolean[], boolean[]]>([
    ['still open', closed(null, null), [false, false, false]],
    ['handed in and not verified', closed('2026-06-10T02:00:00Z', null), [false, false, false]],
    ['in time', closed('2026-06-10T02:00:00Z', '2026-06-11T02:00:00Z'), [true, true, true]],
    ['handed in on the last evening and verified later', closed('2026-06-30T15:59:00Z', '2026-07-05T02:00:00Z'), [true, true, true]],
    ['handed in the day after in Beijing', closed('2026-06-30T16:30:00Z', '2026-07-05T02:00:00Z'), [true, true, false]],
    ['without a deadline', closed('2026-06-10T02:00:00Z', '2026-06-11T02:00:00Z', null), [true, false, false]],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})

describe('the rates', () => {
  it('are percentages with one decimal', () => {
    expect(closingRate({ all: 22, closed: 6 })).toEqual({ value: 27.3, done: 6, of: 22 })
    expect(onTimeRate({ all: 3, due: 3, onTime: 1 })).toEqual({ value: 33.3, done: 1, of: 3 })
  })
  it('do not round the last open item away', () => {
    expect(closingRate({ all: 5000, closed: 4999 })).toMatchObject({ value: 99.9 })
    expect(closingRate({ all: 5000, closed: 1 })).toMatchObject({ value: 0.1 })
  })
  it('are not computable over nothing, and say why', () => {
    expect(closingRate({ all: 0, closed: 0 })).toEqual({ value: null, why: 'no-items' })
    expect(onTimeRate({ all: 0, due: 0, onTime: 0 })).toEqual({ value: null, why: 'no-items' })
    expect(onTimeRate({ all: 1, due: 0, onTime: 0 })).toEqual({ value: null, why: 'nothing-due' })
  })
})
