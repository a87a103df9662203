import { expect, test } from 'vitest'
import { BLANK, BLANK_ROW, isBlankDraft, placesOf, rowsOf, sentRows } from './draft.ts'

test('rows are taken from a spreadsheet, or one name a line', () => {
  expect(rowsOf('生猪存栏\t头\t月\r\n存在问题\n\n')).toEqual([
    { name: '生猪存栏', unit: '头', period: 'month' },
    { name: '存在问题', unit: '', period: 'none' },
  ])
})
test('rows without a name are not sent, and the others keep their places', () => {
  const form = [BLANK_ROW, { ...BLANK_ROW, name: ' 危房户数 ', unit: '户' }, BLANK_ROW]
  expect(sentRows([...form, { ...BLANK_ROW, name: '存在问题' }])).toEqual([
    { name: '危房户数', unit: '户', period: 'none' },
    { name: '存在问题', period: 'none' },
  ])
  expect(placesOf(form)).toEqual([1])
})
test('a draft in which nothing was typed is blank', () => {
  expect(isBlankDraft(BLANK)).toBe(true)
  expect(isBlankDraft({ ...BLANK, title: '统计表' })).toBe(false)
})
