import { expect, test } from 'vitest'
import type { FillRow } from './rows.ts'
import { paste, readTyped, rowKey, sort, type, undoing } from './typed.ts'

const row = (indicatorId: string, held: FillRow['held'] = null) =>
  ({
    indicator: { id: indicatorId, basis: 'cumulative', frequency: 'month' },
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

test('a column from a spreadsheet goes downwards, and what is longer than the sheet is left', () => {
  const typed = paste({}, rows, 1, '7\t快报\r\n8\r\n9\r\n')
  expect(Object.fromEntries(Object.entries(typed).map(([k, v]) => [k, v.text]))).toEqual({
    [rowKey(rows[1]!)]: '7',
    [rowKey(rows[2]!)]: '8',
  })
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
