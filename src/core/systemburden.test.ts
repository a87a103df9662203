import { expect, test } from 'vitest'
import { READING_MINUTES, REPORT_MINUTES, readingsIn, systemMinutes } from './systemburden.ts'

const typed = [
  { unitId: 'a', frequency: 'month', series: 4 },
  { unitId: 'a', frequency: 'quarter', series: 2 },
  { unitId: 'a', frequency: 'year', series: 1 },
  { unitId: 'b', frequency: 'month', series: 9 },
] as const

test('a unit types the figures of the month before', () => {
  expect(['2026-03', '2026-04', '2026-01'].map(month => readingsIn(typed, 'a', month))).toEqual([4, 6, 7])
  expect(readingsIn(typed, 'c', '2026-03')).toBe(0)
})

test('figures and reports back cost what the rule says', () => {
  expect(systemMinutes(10, 2)).toBe(10 * READING_MINUTES + 2 * REPORT_MINUTES)
})
