// Bulk reporting: the sheet taken, filled in offline, brought back with one line that somebody else was quicker on, carried out, and taken again with remarks.
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Download } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessible, fits, open, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'

const bytesOf = async (file: Download): Promise<ArrayBuffer> => new Uint8Array(await buffer(await file.createReadStream())).buffer

/** A cell by its column's head, in the line of the title. */
function cellOf(page: ExcelJS.Worksheet, title: string, head: string): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined
  let heads: string[] = []
  page.eachRow(row => {
    const values = (row.values as unknown[]).map(v => String(v ?? ''))
    if (values.includes('办理情况')) heads = values
    if (values.includes(title)) found = row.getCell(heads.indexOf(head))
  })
  return found!
}

test('taken, filled in, checked with a conflict, carried out, and taken again with remarks', async () => {
  const word = mark()
  const [first, late] = [`加固渡槽${word}`, `疏通支渠${word}`]
  const officer = await visit('officer')
  const { page, context } = await visit('water')
  const items: Record<string, string> = {}
  for (const title of [first, late]) {
    const item = await dispatched(officer.context, title, '县水利局')
    items[title] = item.id
    // One of them counts something.
    if (title === first) {
      const edit = { command: 'edit', draft: { measure: '20座' } }
      item.version = (
        await ask<{ version: number }>(officer.context, 'postCommand', {
          params: { id: item.id },
          body: { version: item.version, command: edit },
        })
      ).version
    }
    await ask(context, 'postCommand', { params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })
  }

  await open(page, '/todo')
  await page.getByRole('link', { name: '批量反馈' }).click()
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载批量反馈表' }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await bytesOf(sheet))
  const grid = book.worksheets[0]!
  cellOf(grid, first, '本次完成').value = 7
  cellOf(grid, first, '办理情况').value = '渡槽基础已加固。'
  cellOf(grid, late, '本次进度（%）').value = 50
  const bytes = Buffer.from(await book.xlsx.writeBuffer())

  // Meanwhile a colleague reports on one of them.
  const { version } = await ask<{ version: number }>(context, 'getItem', { params: { id: items[late]! } })
  const report = { command: 'report', percent: 20, words: '支渠已通两段。' }
  await ask(context, 'postCommand', { params: { id: items[late]! }, body: { version, command: report } })

  const upload = (name: string, bytes: Buffer) =>
    page
      .getByLabel('选择填好的表')
      .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes })
  await upload('批量反馈表.xlsx', bytes)
  await page.getByText(/1 行将生效，\d+ 行没有改动，1 行不能生效。/).waitFor()
  const line = (title: string) => page.getByRole('row').filter({ hasText: title })
  await line(first).getByText('累计完成 7 座；进度由 0% 改为 35%：渡槽基础已加固。').waitFor()
  await line(late)
    .getByText(/下载之后何清已改过：进度由 0% 变为 20%/)
    .waitFor()
  await fits(page)
  await accessible(page)
  await page.getByRole('button', { name: '确认生效（1 行）' }).click()
  await page.getByText('1 行已生效，1 行没有生效。').waitFor()
  await line(first).getByText('已生效').waitFor()

  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载带批注的表' }).click()])
  const remarked = new ExcelJS.Workbook()
  await remarked.xlsx.load(await bytesOf(again))
  expect(String(cellOf(remarked.worksheets[0]!, late, '核对意见').value)).toMatch(/何清已改过/)
  expect(cellOf(remarked.worksheets[0]!, late, '本次进度（%）').value).toBe(50)
  // On the sheet as it is now, what was written is good.
  await upload('批注.xlsx', Buffer.from(await remarked.xlsx.writeBuffer()))
  await line(late).getByText('进度由 20% 改为 50%').waitFor()
})

test('a file that is no sheet of ours is refused with what to do', async () => {
  const { page } = await visit('water', { size: 'phone', expected: /status of 422/ })
  await open(page, '/reports')
  await fits(page)
  const bring = (buffer: Buffer) =>
    page.getByLabel('选择填好的表').setInputFiles({ name: '表.xlsx', mimeType: 'application/octet-stream', buffer })
  await bring(Buffer.from('不是表'))
  await page.getByRole('alert').filter({ hasText: '不能读 .txt 文件' }).waitFor()
  const foreign = new ExcelJS.Workbook()
  foreign.addWorksheet('花名册').addRow(['姓名', '电话'])
  await bring(Buffer.from(await foreign.xlsx.writeBuffer()))
  await page.getByRole('alert').filter({ hasText: '这不是批量反馈表' }).waitFor()
})
