// The ledger: filters live in the address, order and columns are the reader's, and what is seen is what is exported.
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, open, settled, soon, visit } from './browser.ts'

const total = async (page: Page): Promise<number> => Number(/\d+/.exec(await page.getByText(/^共 [\d,]+ 件$/).innerText())![0])
/** The words of one column, taken at one moment. */
const column = (page: Page, name: string): Promise<string[]> =>
  page.getByRole('table', { name: '事项台账' }).evaluate((table, head) => {
    const rows = [...(table as HTMLTableElement).rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))
    const at = rows[0]!.findIndex(words => words.startsWith(head))
    return rows.slice(1).map(row => row[at]!)
  }, name)

test('filters stand as chips and in the address: a reload keeps them, another page shows the same', async () => {
  const { page, context } = await visit('officer')
  await open(page, '/items')
  const all = await total(page)
  expect(all).toBeGreaterThanOrEqual(5000)

  await page.getByRole('button', { name: '灯', expanded: false }).click()
  await dialog(page, '灯').getByRole('checkbox', { name: '红灯' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '单位', expanded: false }).click()
  await dialog(page, '单位').getByRole('combobox', { name: '单位', exact: true }).fill('水利')
  await dialog(page, '单位')
    .getByRole('option', { name: /^县水利局/ })
    .click()
  await page.keyboard.press('Escape')
  const chips = page.getByRole('list', { name: '筛选' })
  await chips.getByRole('button', { name: '去掉筛选：县水利局' }).waitFor()
  await soon(() => total(page)).toBeLessThan(all)
  const few = await total(page)
  expect(new Set(await column(page, '牵头单位'))).toEqual(new Set(['县水利局']))
  expect(page.url()).toMatch(/light=red/)

  await page.reload()
  await settled(page)
  expect(await total(page)).toBe(few)
  const other = await context.newPage()
  await open(other, page.url())
  expect(await total(other)).toBe(few)
  await other.close()

  await chips.getByRole('button', { name: '去掉筛选：县水利局' }).click()
  await soon(() => total(page)).toBeGreaterThan(few)
  await page.getByRole('button', { name: '清除全部筛选' }).click()
  await soon(() => total(page)).toBe(all)
})

test('it is sorted by the server, searched for two characters, and turned page by page', async () => {
  const { page } = await visit('officer')
  await open(page, '/items')
  const head = page.getByRole('columnheader', { name: /^进度/ })
  await head.getByRole('button').click()
  await soon(() => head.getAttribute('aria-sort')).toBe('ascending')
  await head.getByRole('button').click()
  await soon(() => head.getAttribute('aria-sort')).toBe('descending')
  await soon(async () => new Set(await column(page, '进度'))).toEqual(new Set(['100']))
  await page.getByRole('button', { name: '下一页' }).click()
  await page.getByText('第 2 页').waitFor()
  expect(page.url()).toContain('page=2')

  await page.getByRole('searchbox', { name: '查找事项' }).fill('养老')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '去掉筛选：查找：养老' }).waitFor()
  // The words of the source are searched, too, not only titles.
  await soon(async () => (await column(page, '事项')).some(title => title.includes('养老'))).toBe(true)
  expect(await total(page)).toBeGreaterThan(0)
  await page.getByRole('searchbox', { name: '查找事项' }).fill('没有这样的事')
  await page.keyboard.press('Enter')
  await page.getByText('没有符合筛选的事项。').waitFor()
})

test('columns are chosen once and kept', async () => {
  const { page } = await visit('officer')
  await open(page, '/items')
  await page.getByRole('button', { name: '列', exact: true }).click()
  await dialog(page, '列').getByRole('checkbox', { name: '领域' }).check()
  await dialog(page, '列').getByRole('checkbox', { name: '最近反馈' }).uncheck()
  await page.reload()
  await settled(page)
  await page.getByRole('columnheader', { name: '领域' }).waitFor()
  expect(await page.getByRole('columnheader', { name: '最近反馈' }).count()).toBe(0)
})

test('what is seen is what is exported', async () => {
  const { page } = await visit('officer')
  await open(page, '/items?light=yellow&sort=number&dir=desc')
  const n = await total(page)
  const numbers = await column(page, '编号')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.read(await download.createReadStream())
  const cells: string[] = []
  book.worksheets[0]!.eachRow(row => {
    const number = (row.values as unknown[]).find(v => typeof v === 'string' && /^\d{4}-\d{4,}$/.test(v))
    if (number) cells.push(String(number))
  })
  expect(cells).toHaveLength(n)
  expect(cells.slice(0, numbers.length)).toEqual(numbers)
})
