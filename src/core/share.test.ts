import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shares } from './share.ts'

test.each([
  [
    [6, 16],
    [27, 73],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [1, 2],
    [33, 67],
  ],
  [
    [0, 5],
    [0, 100],
  ],
  [
    [1, 199],
    [1, 99],
  ],
  [[7], [100]],
])('%j is %j per cent', (parts, expected) => {
  expect(shares(parts)).toEqual(expected)
})

test('a share of nothing is not computable', () => {
  expect(shares([0, 0])).toBeNull()
  expect(shares([])).toBeNull()
})

test('a negative or broken count is a bug and is thrown', () => {
  expect(() => shares([1, -1])).toThrow(RangeError)
  expect(() => shares([0.5, 1])).toThrow(RangeError)
})

test('any counts give percentages that add up to 100, each within one of its true share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), parts => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      fc.pre(total > 0)
      const given = shares(parts)!
      expect(given.reduce((sum, part) => sum + part, 0)).toBe(100)
      given.forEach((share, at) => {
        expect(Math.abs(share - (parts[at]! * 100) / total)).toBeLessThan(1)
      })
    }),
  )
})
