import { expect, test } from 'vitest'
import { ordinal, writtenDay } from './gongwen.ts'

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
])('heading %i is numbered %s', (n, expected) => {
  expect(ordinal(n)).toBe(expected)
})

test('a number no heading has is refused', () => {
  for (const n of [0, 100, -1, 1.5]) expect(() => ordinal(n)).toThrow(RangeError)
})

test('a day is written without leading zeros', () => {
  expect(writtenDay('2026-05-31')).toBe('2026年5月31日')
  expect(writtenDay('2026-12-01')).toBe('2026年12月1日')
})

test('what is not a day is not written as one', () => {
  for (const day of ['2026-5-1', '31.5.2026', '']) expect(() => writtenDay(day)).toThrow(RangeError)
})
