// The sheet that a unit fills in, written and read again: what is locked, what may be chosen, and that every cell comes back as it went out.
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { WORKBOOK_COLUMNS } from '../core/workbook.ts'
import { reportSheet } from './reportsheet.ts'
import { sheet } from './sheet.ts'

const row = {
  number: '2026-0001',
  title: '完成北渠清淤',
  dueOn: '2026-12-31',
  said: '=已招标',
  was: 40,
  target: '12 公里',
  value: 3,
  percent: 40,
  words: null,
  waiting: '上级',
  submit: '否',
  remark: null,
  id: 'a',
  stamp: '40/in_progress/0',
}
const at = (key: string): number => WORKBOOK_COLUMNS.findIndex(column => column.key === key) + 1

test('locks everything but what is to be filled in, and hides the keys', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await sheet(reportSheet([row], '青禾县', '2026-11-22'))).slice().buffer)
  const page = book.worksheets[0]!
  expect((page as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true)
  const open = WORKBOOK_COLUMNS.filter(column => page.getRow(4).getCell(at(column.key)).protection?.locked === false).map(c => c.key)
  expect(open).toEqual(['value', 'percent', 'words', 'waiting', 'submit'])
  expect([page.getColumn(at('id')).hidden, page.getColumn(at('stamp')).hidden, page.getColumn(at('title')).hidden]).toEqual([
    true,
    true,
    false,
  ])
  expect(page.getRow(4).getCell(at('submit')).dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
  expect(page.getRow(4).getCell(at('percent')).dataValidation).toMatchObject({ type: 'decimal', operator: 'between' })
  expect(page.getRow(4).getCell(at('value')).dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual' })
  expect(page.getRow(4).getCell(at('said')).value).toBe('=已招标')
})
