import { expect, test } from 'vitest'
import type { FillRow } from './rows.ts'
import { paste, readTyped, rowKey, sort, type, undoing, untype } from './typed.ts'

const row = (indicatorId: string, held: FillRow['held'] = null) =>
  ({
    indicator: { id: indicatorId, basis: 'cumulative', frequency: 'month', unit: '亿元' },
    unitId: 'u',
    held,
    month: 5,
    values: [20, 40, 61.2, indicatorId === 'c' ? null : 86.1],
  }) as FillRow
const held = (value: number, revision: number) => ({ value, revision }) as FillRow['held']
const rows = [row('a'), row('b', held(5, 2)), row('c')]

test('typing what is held already is no change', () => {
  expect(type({}, rows[1]!, '5.00')).toEqual({})
  expect(type(type({}, rows[0]!, '3'), rows[0]!, '')).toEqual({})
})

test('a column from a spreadsheet goes downwards, and what is longer than the sheet is left and counted', () => {
  const { typed, left } = paste({}, rows, 1, '7\t快报\r\n8\r\n9\r\n')
  expect(left).toBe(1)
  expect(Object.fromEntries(Object.entries(typed).map(([k, v]) => [k, v.text]))).toEqual({
    [rowKey(rows[1]!)]: '7',
    [rowKey(rows[2]!)]: '8',
  })
})

test('an empty cell of a pasted column takes nothing back', () => {
  const { typed, left } = paste({}, rows, 0, '1\r\n\r\n3\r\n\r\n')
  expect(Object.keys(typed)).toEqual([rowKey(rows[0]!), rowKey(rows[2]!)])
  expect(left).toBe(0)
})

test('a figure with its own unit is that figure, with another it is none', () => {
  expect(readTyped(rows[0]!, '1,234.5亿元').value).toBe(1234.5)
  expect(readTyped(rows[0]!, '12.3%').value).toBeUndefined()
  expect(readTyped(rows[0]!, '＋12.3亿元').value).toBe(98.4)
})

test('taken back by Escape, what is held stands again with all its digits', () => {
  const exact = row('d', held(45.267, 1))
  expect(untype(type({}, exact, '46'), exact)).toEqual({})
})

test('half a number is not sent, nor what another has changed meanwhile', () => {
  const typed = type(type(type({}, rows[0]!, '1.2'), rows[1]!, '6'), rows[2]!, '十二')
  const later = [rows[0]!, row('b', held(5.5, 3)), rows[2]!]
  const { ready, wrong, overtaken } = sort(typed, later)
  expect(ready.map(r => [r.row.indicator.id, r.value, r.seen])).toEqual([['a', 1.2, 0]])
  expect(wrong.map(r => r.indicator.id)).toEqual(['c'])
  expect(overtaken.map(r => r.indicator.id)).toEqual(['b'])
})

test('a cleared cell takes back what is held, and is nothing where none is', () => {
  const cleared = type({}, rows[1]!, '')
  expect(sort(cleared, rows).ready.map(r => [r.row.indicator.id, r.value, r.seen])).toEqual([['b', null, 2]])
  expect(type({}, rows[0]!, '')).toEqual({})
})

test('+12.3 is the month alone: added to the months before, or refused with the month that is missing', () => {
  const typed = type(type({}, rows[0]!, '+12.3'), rows[2]!, '＋1')
  const { ready, wrong } = sort(typed, rows)
  expect(ready).toMatchObject([{ value: 98.4, words: '当月12.3，加4月底累计86.1' }])
  expect(wrong).toEqual([rows[2]])
  expect(readTyped(rows[2]!, '+1').missing).toEqual({ month: 4 })
})

test('what was sent is taken back as what stood before, on the revision that was written', () => {
  const typed = type(type({}, rows[0]!, '7'), rows[1]!, '6')
  const { ready } = sort(typed, rows)
  expect(undoing(ready, 'flash', '撤销').map(u => [u.indicatorId, u.value, u.seen])).toEqual([
    ['a', null, 1],
    ['b', 5, 3],
  ])
})
