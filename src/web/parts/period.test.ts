import { expect, test } from 'vitest'
import { type Period, periodOf } from './period.ts'

test.each<[Period, today: string, from: string, to: string]>([
  ['thisMonth', '2026-05-20', '2026-05-01', '2026-05-20'],
  ['lastMonth', '2026-05-20', '2026-04-01', '2026-04-30'],
  ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['quarter', '2026-05-20', '2026-04-01', '2026-05-20'],
  ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['year', '2026-05-20', '2026-01-01', '2026-05-20'],
])('%s on %s is from %s to %s', (name, today, from, to) => {
  expect(periodOf(name, today)).toEqual({ from, to })
})
