// What is said about a sheet: the last word about one thing holds, and unknown names are asked for once.
import { expect, test } from 'vitest'
import type { PreviewLine } from '../../core/contract/readingimport.ts'
import { NO_FIXES } from '../../core/readings/world.ts'
import { asksOf, measuresOf, withCell, withColumn, withName, withoutCell, withTable } from './fixing.ts'

test('the last word about a cell, a name or a column holds', () => {
  const cells = withCell(withCell(NO_FIXES, { at: 'C7', leave: true }), { at: 'C7', value: '12' })
  expect(cells.cells).toEqual([{ at: 'C7', value: '12' }])
  expect(withoutCell(cells, 'C7')).toEqual(NO_FIXES)
  const names = withName(withName(NO_FIXES, { as: 'unit', text: '合计', id: null }), { as: 'unit', text: '合计', id: 'whole' })
  expect(names.names).toEqual([{ as: 'unit', text: '合计', id: 'whole' }])
  const columns = withColumn(withColumn(withTable(NO_FIXES, { at: 'A1', month: 5 }), 'A1', { column: 2, month: 4 }), 'A1', {
    column: 2,
    measure: '万元',
  })
  expect(columns.tables).toEqual([{ at: 'A1', month: 5, columns: [{ column: 2, month: 4, measure: '万元' }] }])
})

test('an unknown name is asked for once, those with something near first', () => {
  const line = (at: string, text: string, state: 'decide' | 'refused') =>
    ({
      at,
      table: 'A1',
      state,
      reason: 'unknown-indicator',
      facts: { text },
      indicator: { id: null, name: text, text, maybe: [] },
    }) as unknown as PreviewLine
  expect(
    asksOf({ lines: [line('B2', '粮食', 'refused'), line('B3', '投资额', 'decide'), line('C3', '投资额', 'decide')] }).map(a => [
      a.text,
      a.cells,
      a.open,
    ]),
  ).toEqual([
    ['投资额', ['B3', 'C3'], true],
    ['粮食', ['B2'], false],
  ])
})

test('measures that a figure may have been told in', () => {
  expect(measuresOf('亿元')).toEqual(['亿元', '万元', '元'])
  expect(measuresOf('人')).toEqual(['人', '万人'])
  expect(measuresOf('%')).toEqual(['%'])
})
