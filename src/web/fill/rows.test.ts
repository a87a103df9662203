import { expect, test } from 'vitest'
import { WHOLE } from '../../core/indicator.ts'
import { fillRows } from './rows.ts'

type Given = Parameters<typeof fillRows>[0]
const indicator = (id: string, more: object = {}) =>
  ({ id, sourceUnitId: 'finance', frequency: 'month', combine: null, retired: false, ...more }) as Given['indicators'][number]
const target = (indicatorId: string, unitId: string) =>
  ({ indicatorId, unitId, kind: 'target', withdrawn: false, value: 10 }) as Given['targets'][number]
const reading = (indicatorId: string, unitId: string, month: number, value: number) =>
  ({ indicatorId, unitId, month, value, revision: 1 }) as Given['readings'][number]
const rows = (more: Partial<Given>) =>
  fillRows({
    indicators: [indicator('i')],
    targets: [],
    readings: [],
    before: [],
    month: 5,
    sources: null,
    units: ['town', 'zone'],
    ...more,
  })
const said = (more: Partial<Given>) => rows(more).map(r => [r.indicator.id, r.unitId])

test('who has a target has a row, the whole first and the units as in the tree', () => {
  expect(said({ targets: [target('i', 'zone'), target('i', WHOLE), target('i', 'town')] })).toEqual([
    ['i', WHOLE],
    ['i', 'town'],
    ['i', 'zone'],
  ])
})

test('a unit is asked only for what it is the source of', () => {
  const indicators = [indicator('own'), indicator('other', { sourceUnitId: 'statistics' }), indicator('nobody', { sourceUnitId: null })]
  expect(said({ indicators, sources: ['finance'] })).toEqual([['own', WHOLE]])
})

test('a quarterly indicator is not asked for in May, nor one that is retired', () => {
  expect(said({ indicators: [indicator('q', { frequency: 'quarter' }), indicator('r', { retired: true })] })).toEqual([])
})

test('a total made of parts is asked for only where it was reported itself', () => {
  const indicators = [indicator('total', { combine: 'sum' })]
  expect(said({ indicators, targets: [target('total', WHOLE)] })).toEqual([])
  expect(said({ indicators, before: [reading('total', WHOLE, 5, 3)] })).toEqual([['total', WHOLE]])
})

test('beside the month stand what is held and the same month of last year', () => {
  const [row] = rows({ readings: [reading('i', WHOLE, 4, 3), reading('i', WHOLE, 5, 4)], before: [reading('i', WHOLE, 5, 2)] })
  expect([row!.values[3], row!.held?.value, row!.lastYear[4]]).toEqual([3, 4, 2])
})
