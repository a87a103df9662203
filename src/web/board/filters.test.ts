import { expect, test } from 'vitest'
import type { StandingView } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { boardQueryOf, cellsOf, columnsOf, type Row, sortRows } from './filters.ts'

const row = (unitId: string, behind = 0) => ({ unitId, counts: { reached: 0, on: 0, behind, unknown: 0 } }) as Row
const cell = (unitId: string, verdict: StandingView['verdict'], points: number | null) =>
  ({ unitId, indicatorId: 'i', verdict, points }) as StandingView

const rows = [row(WHOLE, 9), row('town', 1), row('zone', 4), row('bureau'), row('village', 2)]
const cells = cellsOf({
  cells: [cell('town', 'on', 3.5), cell('zone', 'unknown', null), cell('bureau', 'reached', 8), cell('village', 'behind', -12)],
})
const order = (filters: Parameters<typeof sortRows>[2]) => sortRows(rows, cells, filters).map(r => r.unitId)

test('without an order the rows stand as in the tree', () => {
  expect(order({})).toEqual([WHOLE, 'town', 'zone', 'bureau', 'village'])
})

test('by an indicator the worst stands first, the whole on top, and what cannot be computed last either way', () => {
  expect(order({ sort: 'i' })).toEqual([WHOLE, 'village', 'town', 'bureau', 'zone'])
  expect(order({ sort: 'i', dir: 'desc' })).toEqual([WHOLE, 'bureau', 'town', 'village', 'zone'])
})

test('by what is behind, the unit with most stands first', () => {
  expect(order({ sort: 'behind' })).toEqual([WHOLE, 'zone', 'village', 'town', 'bureau'])
})

test('the order is not asked of the server, and empty filters are not sent', () => {
  expect(boardQueryOf({ year: '2026', topic: '', sort: 'behind', dir: 'asc' })).toEqual({ year: '2026' })
})

test('what only the whole has can be left out', () => {
  const indicators = [{ id: 'i' }, { id: 'own' }] as Parameters<typeof columnsOf>[0]['indicators']
  const board = { indicators, cells: [cell(WHOLE, 'on', 1), { ...cell(WHOLE, 'on', 1), indicatorId: 'own' }, cell('town', 'on', 1)] }
  expect(columnsOf(board, { shared: '1' }).map(i => i.id)).toEqual(['i'])
  expect(columnsOf(board, {})).toHaveLength(2)
})
