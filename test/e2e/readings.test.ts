// Importing readings: a messy workbook with a wrong unit and a duplicated month, both seen and put right, imported, found on the board, imported again without effect, taken back.
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SeriesView } from '../../src/core/contract/indicator.ts'
import { WHOLE } from '../../src/core/indicator.ts'
import { accessible, fits, open, visit } from './browser.ts'
import { ask, mark } from './county.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A title, a line of who and in what, two rows of merged headers, a column headed as the one before it, a total, a note. */
async function messy(output: string, farms: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('月报')
  page.addRows([
    ['青禾县2026年主要指标进度表'],
    ['填报单位：县统计局', null, null, null, null, null, '单位：万元、亩'],
    ['序号', '指标', '计量单位', '累计完成', null, '同比±%', '备注'],
    [null, null, null, '1—4月', '1—4月', null, null],
    [1, output, '万元', 331000, 412000, 6.2, '含园区'],
    [2, farms, '万元', 15000, 21000, '—', '电话 13800000000'],
    [null, '注：本表为核定数。'],
  ])
  for (const range of ['A1:G1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4']) page.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const upload = (page: Page, name: string, buffer: Buffer) => page.getByLabel('选择文件').setInputFiles({ name, mimeType: XLSX, buffer })

test('a messy workbook is put right, imported, imported again without effect, and taken back', async () => {
  const { page, context } = await visit('officer')
  const word = mark()
  const [output, farms] = [`园区产值${word}`, `高标准农田${word}`]
  const indicator = (name: string, unit: string) =>
    ask<{ id: string }>(context, 'postIndicator', { body: { name, unit, kind: 'volume', basis: 'cumulative', topic: 'economy' } })
  const [{ id }] = await Promise.all([indicator(output, '亿元'), indicator(farms, '亩')])
  const file = await messy(output, farms)
  const name = `五月指标${word}.xlsx`
  const series = () => ask<SeriesView>(context, 'getSeries', { params: { id }, query: { unit: WHOLE, year: '2026' } })

  await open(page, '/indicators')
  await page.getByRole('navigation', { name: '指标' }).getByRole('link', { name: '导入' }).click()
  await upload(page, name, file)
  await page.getByText('将写入 0 个数：新增 0，修订 0；相同 0，待定 4，不收').waitFor()
  const group = (at: string) => page.getByRole('group', { name: new RegExp(`^月报!${at} `) })
  await fits(page)
  await accessible(page)

  // The second column is another month; the land is not in 万元 but in 亩.
  await group('E5').getByLabel('这一列是').selectOption('5月')
  await page.getByText('待定 2').waitFor()
  for (const at of ['D6', 'E6']) {
    await group(at).getByText('不能折算').waitFor()
    await group(at)
      .getByRole('button', { name: /^按亩收/ })
      .click()
    await group(at).waitFor({ state: 'detached' })
  }
  await page.getByText('将写入 4 个数：新增 4，修订 0；相同 0，待定 0，不收').waitFor()
  await page.getByText('“同比±%” 同比，由系统计算').waitFor()
  expect((await series()).readings).toEqual([])

  await page.getByRole('button', { name: '写入 4 个数' }).click()
  await page.getByText('已写入 4 个数：新增 4，修订 0。').waitFor()
  const written = await series()
  expect(written.values.slice(3, 5)).toEqual([33.1, 41.2])
  expect(written.readings[0]!.from).toBe(`${name} 月报!E5`)
  await open(page, `/indicators/${id}?year=2026`)
  const reported = page.getByRole('row').filter({ hasText: `${name} 月报!E5` })
  const [kept] = await Promise.all([page.waitForEvent('download'), reported.getByRole('link', { name: '打开原表' }).click()])
  expect(await buffer(await kept.createReadStream())).toEqual(file)

  await open(page, '/indicators/import')
  await upload(page, name, file)
  await page.getByText('将写入 0 个数：新增 0，修订 0；相同 4，待定 0').waitFor()
  await page.getByText(/这个文件.*已于.*导入过，写入 4 个数/).waitFor()

  const past = page.getByRole('listitem').filter({ hasText: name })
  await past.getByRole('button', { name: /^撤销本次导入/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click()
  await past.getByText(/撤销$/).waitFor()
  expect((await series()).values.filter(v => v !== null)).toEqual([])
})

test('on a phone, what is no table is refused with what to do', async () => {
  const { page } = await visit('indicators', { size: 'phone' })
  await open(page, '/indicators/import')
  const book = new ExcelJS.Workbook()
  book.addWorksheet('通讯录').addRow(['小云', '13800000000'])
  await upload(page, '通讯录.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  await page.getByRole('alert').filter({ hasText: '没有认出表格' }).waitFor()
  await fits(page)
  await accessible(page)
})

test('what was just sent is taken back as one step, and the month alone is added to the year so far', async () => {
  const { page, context } = await visit('officer')
  const year = new Date().getFullYear() - 1
  const name = `园区产值${mark()}`
  const body = { name, unit: '亿元', kind: 'volume', basis: 'cumulative', topic: 'economy' }
  const { id } = await ask<{ id: string }>(context, 'postIndicator', { body })
  const series = () => ask<SeriesView>(context, 'getSeries', { params: { id }, query: { unit: WHOLE, year: String(year) } })
  const told = { unitId: WHOLE, year, month: 9, value: 60, seen: 0 }
  await ask(context, 'postReading', { params: { id }, body: told })

  await open(page, `/indicators/fill?month=${year}-10`)
  const cell = page.getByLabel(`${name}，青禾县`)
  await cell.fill('+5.5')
  await page.getByText('当月 5.50，加9月底累计 60.00，得 65.50。').waitFor()
  await page.getByRole('button', { name: '报送 1 个数' }).click()
  await page.getByText(`${year}年10月刚报送的 1 个数已上看板`).waitFor()
  expect((await series()).readings[0]).toMatchObject({ month: 10, value: 65.5, words: '当月5.5，加9月底累计60' })

  await page.getByRole('button', { name: '撤销刚报的 1 个数' }).click()
  await page.getByText(`${year}年10月刚报的 1 个数已撤销`).waitFor()
  const after = await series()
  expect(after.values[9]).toBeNull()
  expect(after.readings[0]).toMatchObject({ month: 10, value: null, revision: 2, words: '撤销刚才的填报' })
})
