import { expect, test } from 'vitest'
import type { Target } from './indicator.ts'
import { nextTarget } from './rollover.ts'

const aTarget = (parts: Partial<Target> = {}): Target => ({
  kind: 'target',
  year: 2026,
  value: 18.6,
  base: null,
  phasing: null,
  dueOn: null,
  ...parts,
})
const next = (kind: 'volume' | 'level' | 'growth' | 'ceiling' | 'phased' | 'milestone', target: Target, last: number | null = null) =>
  nextTarget({ kind, direction: 'up', unit: '亿元', decimals: 2 }, target, { last, growth: 7.5 })

test('an amount grows by the rate, to the decimals of its figures', () => {
  expect(next('volume', aTarget())).toMatchObject({ year: 2027, value: 20 })
})
test('a plan by months grows with its target, and what was not planned stays so', () => {
  const phasing = [null, 2, ...Array(10).fill(10)] as (number | null)[]
  expect(next('phased', aTarget({ phasing })).phasing!.slice(0, 3)).toEqual([null, 2.15, 10.75])
})
test('a level starts from where the year ended, or from what was asked for while that is not known', () => {
  expect(next('level', aTarget({ value: 235, base: 210.6 }), 236.2)).toMatchObject({ value: 252.63, base: 236.2 })
  expect(next('level', aTarget({ value: 235, base: 210.6 })).base).toBe(235)
})
test.each(['growth', 'ceiling', 'milestone'] as const)('a %s is asked for again as it was', kind => {
  expect(next(kind, aTarget({ value: 6.5 })).value).toBe(6.5)
})
test.each<[string, Partial<Parameters<typeof nextTarget>[0]>]>([
  ['a share in per cent', { unit: '%' }],
  ['a number per thousand', { unit: '‰' }],
  ['what is to fall', { direction: 'down' }],
])('a level that is %s does not grow by the rate of amounts', (_, shape) => {
  const level = { kind: 'level' as const, direction: 'up' as const, unit: '户', decimals: 1, ...shape }
  const next = nextTarget(level, aTarget({ value: 98, base: 96.5 }), { last: 97.2, growth: 7.5 })
  expect(next).toMatchObject({ value: 98, base: 97.2 })
})
test('a day moves by a year, and the last of February is one', () => {
  expect(next('milestone', aTarget({ value: 1, dueOn: '2026-06-30' })).dueOn).toBe('2027-06-30')
  expect(next('milestone', aTarget({ value: 1, dueOn: '2028-02-29', year: 2028 })).dueOn).toBe('2029-02-28')
})
