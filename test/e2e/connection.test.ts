// The connection breaks while something is sent: the words stay, go again by themselves, and arrive exactly once.
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import { dialog, open, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'

const LOST = /net::ERR_FAILED|ERR_INTERNET_DISCONNECTED/
const COMMANDS = /\/api\/items\/[^/]+\/commands$/

/** The request arrives, its answer does not; once. */
async function loseAnswer(page: Page, address: RegExp): Promise<void> {
  await page.route(
    address,
    async (route: Route) => {
      await route.fetch()
      await route.abort('failed')
    },
    { times: 1 },
  )
}

async function accepted(title: string) {
  const officer = await visit('officer')
  const item = await dispatched(officer.context, title, '县水利局')
  const liaison = await visit('water', { expected: LOST })
  await ask(liaison.context, 'postCommand', { params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })
  const reports = async () =>
    (await ask<ItemView>(liaison.context, 'getItem', { params: { id: item.id } })).timeline.filter(e => e.kind === 'report')
  return { item, page: liaison.page, context: liaison.context, reports }
}

test('a report whose answer is lost is sent again and arrives once, with its file', async () => {
  const { item, page, reports } = await accepted(`抢修东坝闸门${mark()}`)
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  const report = dialog(page, '反馈进展')
  await report.getByLabel('文字说明').fill('闸门已吊装。')
  await loseAnswer(page, /\/api\/files$/)
  await report.getByLabel('附件').setInputFiles({ name: '吊装.txt', mimeType: 'text/plain', buffer: Buffer.from('吊装记录') })
  await report.getByRole('button', { name: '移除 吊装.txt' }).waitFor()
  await report.getByText(/正在上传|没有传上/).waitFor({ state: 'detached' })
  await loseAnswer(page, COMMANDS)
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.getByText('连接中断。您填的内容已保存在本机，恢复连接后自动重发，不会重复。').waitFor()
  expect(await report.getByLabel('文字说明').inputValue()).toBe('闸门已吊装。')
  // It goes again by itself, as the file did; who does not want to wait presses.
  await report.getByRole('button', { name: '现在重发' }).click()
  await report.waitFor({ state: 'detached' })
  await page.getByText('闸门已吊装。').waitFor()
  const [first, ...more] = await reports()
  expect(more).toEqual([])
  expect(first).toMatchObject({ words: '闸门已吊装。', files: [{ name: '吊装.txt' }] })
})

test('a report that arrived before the page was closed is not made twice when the words are sent again', async () => {
  const { item, page, reports } = await accepted(`疏通西沟涵洞${mark()}`)
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  const report = dialog(page, '反馈进展')
  await report.getByLabel('文字说明').fill('涵洞已疏通一半。')
  await loseAnswer(page, COMMANDS)
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.getByText(/^连接中断/).waitFor()
  await page.reload()
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  await report.getByText('上次没有送出的文字还在，可以接着写。').waitFor()
  expect(await report.getByLabel('文字说明').inputValue()).toBe('涵洞已疏通一半。')
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })
  expect((await reports()).map(r => r.words)).toEqual(['涵洞已疏通一半。'])
})

test('without a connection nothing typed is lost, and it goes out when the line is back', async () => {
  const { item, page, context, reports } = await accepted(`加固南岭护坡${mark()}`)
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  const report = dialog(page, '反馈进展')
  await report.getByLabel('文字说明').fill('护坡完成三成。')
  // Closed by mistake before it was sent.
  await page.reload()
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  expect(await report.getByLabel('文字说明').inputValue()).toBe('护坡完成三成。')
  await context.setOffline(true)
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.getByText(/^连接中断/).waitFor()
  await context.setOffline(false)
  await report.waitFor({ state: 'detached' })
  expect((await reports()).map(r => r.words)).toEqual(['护坡完成三成。'])
  // What arrived is not offered again.
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  expect(await report.getByLabel('文字说明').inputValue()).toBe('')
})
