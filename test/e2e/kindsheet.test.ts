// An office's own sheet of investment projects: messy, two things put right, written, given out in its own columns, imported again without effect, taken back.
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessible, fits, open, visit } from './browser.ts'
import { mark } from './county.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A title, a line of who and in what, heads over two rows, a sum in dollars, a unit that is not ours, the same project twice, a total. */
async function messy(word: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('台账')
  page.addRows([
    ['青禾县招商引资项目台账'],
    ['填报单位：县商务局', null, null, '单位：万元、亩'],
    ['序号', '项目名称', '投资方', '投资情况', null, '责任单位', '需要协调的事'],
    [null, null, null, '总投资', '用地', null, null],
    [1, `禾穗粮油${word}`, `丰泽${word}粮油公司`, 35000, 120, '县商务局', '110千伏线路迁改'],
    [2, `澜光电池${word}`, `望澜${word}新材公司`, '1.2亿美元', null, '招商二组', null],
    [3, `禾穗粮油${word}`, `丰泽${word}粮油公司`, 36000, 120, '县商务局', null],
    ['合计', null, null, 71000],
  ])
  for (const range of ['A1:G1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4']) page.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const upload = (page: Page, name: string, file: Buffer) => page.getByLabel('选择文件').setInputFiles({ name, mimeType: XLSX, buffer: file })

test('a messy ledger is put right, written, given out in its own columns, the same when it comes again, and taken back', async () => {
  const { page } = await visit('officer')
  const word = mark()
  const name = `项目台账${word}.xlsx`
  await open(page, '/ledger/project')
  await page.getByRole('link', { name: '导入表格' }).click()
  await upload(page, name, await messy(word))
  await page.getByText('将新增 1 条，修改 0 条；相同 0 条，待定 2 条，不收 1 行。').waitFor()
  await page.getByText('合计行').waitFor()
  await fits(page)
  await accessible(page)

  await page.getByRole('group', { name: '“招商二组”是哪个单位？' }).getByRole('button', { name: '不是本级单位，留空' }).click()
  await page.getByText('将新增 2 条，修改 0 条；相同 0 条，待定 1 条').waitFor()
  const twice = page.getByRole('listitem').filter({ hasText: '表里已有同名的一行' })
  await twice.getByRole('button', { name: '不收这一行' }).click()
  await page.getByText('将新增 2 条，修改 0 条；相同 0 条，待定 0 条，不收 2 行。').waitFor()
  await page.getByText('另存：需要协调的事：110千伏线路迁改').waitFor()

  await page.getByRole('button', { name: '写入 2 条' }).click()
  await page.getByText('已写入：新增 2 条，修改 0 条。').waitFor()
  const past = page.getByRole('listitem').filter({ hasText: name })
  const [out] = await Promise.all([page.waitForEvent('download'), past.getByRole('link', { name: '按“' }).click()])
  const given = await buffer(await out.createReadStream())
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(given as unknown as ArrayBuffer)
  const lines = [...book.worksheets[0]!.getSheetValues()].map(row => (Array.isArray(row) ? row.slice(1) : []))
  expect(lines[3]).toEqual(['序号', '项目名称', '投资方', '投资情况 总投资（万元）', '投资情况 用地（亩）', '责任单位', '需要协调的事'])
  expect(lines.find(row => row[1] === `禾穗粮油${word}`)!.slice(1)).toEqual([
    ...[`禾穗粮油${word}`, `丰泽${word}粮油公司`, 35000, 120, '县商务局', '110千伏线路迁改'],
  ])
  expect(lines.find(row => row[1] === `澜光电池${word}`)![3]).toBe('12000万美元')

  await open(page, '/ledger/project/import')
  await upload(page, `再交${word}.xlsx`, given)
  await page.getByText('将新增 0 条，修改 0 条').waitFor()

  await past.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click()
  await past.getByText('撤销', { exact: false }).first().waitFor()
  await past.getByText(/于 .* 撤销/).waitFor()
})

test('on a phone the import of a ledger fits', async () => {
  const { page } = await visit('officer', { size: 'phone' })
  await open(page, '/ledger/project/import')
  await upload(page, '台账.xlsx', await messy(mark()))
  await page.getByText('将新增 1 条').waitFor()
  await fits(page)
})
