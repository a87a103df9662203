import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, exact, minus, over, plus, rounded, times, total } from './exact.ts'

describe('a decimal', () => {
  it.each<[number | string, bigint, bigint]>([
    [12, 12n, 1n],
    [-0.05, -5n, 100n],
    ['6.40', 640n, 100n],
    ['.5', 5n, 10n],
    ['12.', 12n, 1n],
    [1e-7, 1n, 10_000_000n],
    [1e21, 10n ** 21n, 1n],
    [123456789012.345, 123456789012345n, 1000n],
  ])('%s is taken as written', (text, n, d) => expect(exact(text)).toEqual({ n, d }))

  it.each(['', '.', '-', 'NaN', '1,000', '12万', '1.2.3', Number.NaN, Number.POSITIVE_INFINITY])('%s is none', text =>
    expect(() => exact(text)).toThrow(RangeError),
  )
})

it('takes a number for the decimal that it prints as', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e18, max: 1e18 }),
      fc.integer({ min: -1e15, max: 1e15 }),
      fc.integer({ min: 0, max: 9 }),
      (any, n, d) => {
        for (const value of [any, Number(`${n}e-${d}`)]) expect(compare(exact(value), exact(String(value)))).toBe(0)
      },
    ),
    { numRuns: 1000 },
  )
})

describe('rounding', () => {
  it('of a decimal to its own digits gives it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: 0, max: 12 }), (n, decimals) => {
        expect(rounded(exact(`${n}e-${decimals}`), decimals)).toBe(n === 0 ? 0 : Number(`${n}e-${decimals}`))
      }),
      { numRuns: 1000 },
    )
  })

  it.each<[string, number, number]>([
    ['0.5', 0, 1],
    ['-0.5', 0, -1],
    ['1.005', 2, 1.01],
    ['-1.005', 2, -1.01],
    ['2.675', 2, 2.68],
    ['2.6749', 2, 2.67],
    ['-0.001', 2, 0],
    ['999999999999.995', 2, 1e12],
  ])('%s to %d decimals is %d', (text, decimals, is) => expect(rounded(exact(text), decimals)).toBe(is))

  it('never answers a negative zero', () => expect(Object.is(rounded(exact('-0.001'), 2), 0)).toBe(true))
  it('holds a third to the last digit that is asked for', () => expect(rounded(over(exact(500), exact(12)), 4)).toBe(41.6667))
})

const value = fc.integer({ min: -1e9, max: 1e9 }).map(n => n / 1000)

describe('the arithmetic', () => {
  it('gives back what was added, and what was multiplied', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compare(minus(plus(exact(a), exact(b)), exact(b)), exact(a))).toBe(0)
        if (b !== 0) expect(compare(over(times(exact(a), exact(b)), exact(b)), exact(a))).toBe(0)
      }),
    )
  })

  it('adds in any order to the same', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), all => {
        const there = total(all.map(exact))
        expect(compare(there, total([...all].reverse().map(exact)))).toBe(0)
      }),
    )
  })

  it('does not know the faults of floating point', () => {
    expect(rounded(total([0.1, 0.2].map(exact)), 17)).toBe(0.3)
    expect(() => over(exact(1), exact(0))).toThrow(RangeError)
  })
})
