import { expect, test } from 'vitest'
import { formatPeriod } from './day.ts'

test.each([
  ['2026', '2026年', '2026'],
  ['2026-05', '2026年5月', 'May 2026'],
  ['2026-Q3', '2026年三季度', 'Q3 2026'],
  ['2026-H1', '2026年上半年', 'H1 2026'],
  ['2024-2026', '2024-2026', '2024-2026'],
])('the period %s is written %s, or %s', (period, zh, en) => {
  expect([formatPeriod(period, 'zh'), formatPeriod(period, 'en')]).toEqual([zh, en])
})
