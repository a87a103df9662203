import { expect, test } from 'vitest'
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { othersOf } from './others.ts'

type Lists = Parameters<typeof othersOf>[2]
const indicator = {
  id: 'i',
  kind: 'volume',
  direction: 'up',
  basis: 'cumulative',
  frequency: 'month',
  decimals: 2,
  unit: '亿元',
} as IndicatorView
const target = (unitId: string, more: object = {}) =>
  ({
    indicatorId: 'i',
    unitId,
    kind: 'target',
    withdrawn: false,
    value: 12,
    base: null,
    phasing: null,
    dueOn: null,
    ...more,
  }) as Lists['targets'][number]
const reading = (unitId: string, month: number, value: number, indicatorId = 'i') =>
  ({ indicatorId, unitId, month, value }) as Lists['readings'][number]

test('every unit with a target or a figure stands beside the others, judged by its own newest month', () => {
  const others = othersOf(
    indicator,
    2026,
    {
      targets: [target('town'), target(WHOLE), target('zone', { withdrawn: true })],
      readings: [reading('town', 5, 3), reading('town', 6, 7), reading('town', 6, 99, 'another')],
      before: [],
    },
    [WHOLE, 'town', 'zone'],
  )
  expect(others.map(o => [o.unitId, o.stood.month, o.stood.verdict, o.stood.points])).toEqual([
    [WHOLE, null, 'unknown', null],
    ['town', 6, 'on', 8.33],
  ])
  expect(others[1]!.plan[5]).toBe(6)
  expect(others[1]!.values[3]).toBeNull()
})
