import { expect, test } from 'vitest'
import type { BoardCell } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { boardQueryOf, cellsOf, columnsOf, type Row, sheetsOf, sortRows } from './filters.ts'

const row = (unitId: string, behind = 0) => ({ unitId, counts: { reached: 0, on: 0, behind, unknown: 0 } }) as Row
const cell = (verdict: BoardCell['verdict'], points: number | null) => ({ verdict, points }) as BoardCell

const rows = [row(WHOLE, 9), row('town', 1), row('zone', 4), row('bureau'), row('village', 2)]
const cells = cellsOf({
  indicators: [{ id: 'other' }, { id: 'i' }],
  rows: [
    { unitId: 'town', cells: [null, cell('on', 3.5)] },
    { unitId: 'zone', cells: [null, cell('unknown', null)] },
    { unitId: 'bureau', cells: [null, cell('reached', 8)] },
    { unitId: 'village', cells: [cell('on', 1), cell('behind', -12)] },
  ],
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

test('a cell stands in the column of its indicator, and a unit without one has none', () => {
  expect([...cells.keys()]).toEqual(['town i', 'zone i', 'bureau i', 'village other', 'village i'])
})

test('what only the whole has can be left out', () => {
  const indicators = [{ id: 'i' }, { id: 'own' }]
  const rows = [
    { unitId: WHOLE, cells: [cell('on', 1), cell('on', 1)] },
    { unitId: 'town', cells: [cell('on', 1), null] },
  ]
  expect(columnsOf({ indicators, rows }, { shared: '1' })).toEqual([{ id: 'i' }])
  expect(columnsOf({ indicators, rows }, {})).toHaveLength(2)
})

test('columns are shared out evenly over as many sheets of paper as they need', () => {
  const columns = Array.from({ length: 41 }, (_, n) => n)
  expect(sheetsOf(columns.slice(0, 20), 20)).toEqual([columns.slice(0, 20)])
  expect(sheetsOf(columns.slice(0, 40), 30)).toEqual([columns.slice(0, 20), columns.slice(20, 40)])
  expect(sheetsOf(columns, 20).map(s => s.length)).toEqual([14, 14, 13])
  expect(sheetsOf([], 20)).toEqual([[]])
})
