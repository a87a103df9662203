import { expect, test } from 'vitest'
import type { Asking } from './burden.ts'
import { dataMonth, dueNow } from './requestdue.ts'

const asking: Asking = {
  stage: 'out',
  stageOn: '2026-01-01',
  unitIds: ['a'],
  frequency: 'monthly',
  minutes: 10,
  from: '2026-01-10',
  until: '2026-12-10',
  outOn: '2026-01-01',
}

test('what is late comes first, then what is due next', () => {
  expect(dueNow(asking, new Set(), '2026-03-15')).toBe('2026-03-10')
  expect(dueNow(asking, new Set(['2026-03-10']), '2026-03-15')).toBeNull()
  expect(dueNow(asking, new Set(['2026-03-10']), '2026-03-25')).toBe('2026-04-10')
})
test('a request that is not out is owed nothing', () => {
  for (const stage of ['drafted', 'merged', 'dropped', 'ended']) expect(dueNow({ ...asking, stage }, new Set(), '2026-03-15')).toBeNull()
})
test('figures are of the month before the day on which they are due', () => {
  expect(['2026-03-10', '2026-01-31'].map(dataMonth)).toEqual(['2026-02', '2025-12'])
})
