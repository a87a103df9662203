import { describe, expect, it } from 'vitest'
import { addsUp, halfDigit, type PartValue, type Whole, wholeOf } from './hierarchy.ts'
import type { Combine } from './indicator.ts'

type Plain = Omit<PartValue, 'off'>
const parts = (...values: (number | null | [number, number])[]): Plain[] =>
  values.map(one => {
    const [value, weight] = Array.isArray(one) ? one : [one, 1]
    return { value, weight }
  })
/** Parts told in so many digits. */
const told = (all: Plain[], decimals: number): PartValue[] => all.map(part => ({ ...part, off: halfDigit(decimals) }))
const whole = (reported: number | null, combine: Combine | null, all: Plain[], decimals = 2, partDecimals = decimals) =>
  wholeOf(reported, [{ by: 'indicators', combine, parts: told(all, partDecimals) }], decimals)

describe('a total', () => {
  it.each<[string, Whole, number | null, boolean]>([
    ['is the sum of its parts', whole(null, 'sum', parts(0.1, 0.2)), 0.3, true],
    ['is what was reported, whatever the parts say', whole(5, 'sum', parts(1, 2)), 5, false],
    ['is weighted where its parts are', whole(null, 'weighted', parts([100, 3], [0, 1])), 75, true],
    ['is none while a part is missing', whole(null, 'sum', parts(1, null)), null, false],
    ['is reported all the same while a part is missing', whole(5, 'sum', parts(1, null)), 5, false],
    ['is none of parts that do not make it', whole(null, null, parts(1, 2)), null, false],
    ['is none of no parts', whole(null, 'sum', []), null, false],
  ])('%s', (_, { value, made }, expected, summed) => expect([value, made !== null]).toEqual([expected, summed]))

  it('takes the first set of parts that is complete', () => {
    const sets = [
      { by: 'units' as const, combine: 'sum' as const, parts: told(parts(1, null), 0) },
      { by: 'indicators' as const, combine: 'sum' as const, parts: told(parts(2, 2), 0) },
    ]
    expect(wholeOf(null, sets, 0)).toMatchObject({ value: 4, made: 'indicators' })
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
    ['in hundredths is off by what parts in whole numbers leave open', whole(10.9, 'sum', parts(4, 6), 2, 0), false],
    ['in hundredths is off by more than that', whole(11.1, 'sum', parts(4, 6), 2, 0), true],
    ['of parts in hundredths in whole numbers is off by its own rounding', whole(10, 'sum', parts(4.26, 6.23), 0, 2), false],
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
