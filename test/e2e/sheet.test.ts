// The answer sheet: looked at, issued, and the same file whenever it is asked for again.
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessible, fits, open, visit } from './browser.ts'

async function word(page: Page): Promise<Buffer> {
  const link = page.getByRole('link', { name: '下载 Word 文件' }).first()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return buffer(await download.createReadStream())
}

test('issued twice it is the same file, and each figure leads to where it comes from', async () => {
  const { page } = await visit('officer')
  // Yesterday is over: nothing that other tests write belongs to it.
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await open(page, `/sheets?kind=half&year=${day.slice(0, 4)}&asOf=${day}`)
  const sheet = page.getByRole('article', { name: /上半年工作答卷/ })
  await sheet.getByText('一、结论').waitFor()
  await sheet.getByText(/考核指标\d+项，其中.*“双过半”/).waitFor()

  await page.getByRole('button', { name: '签发', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/签发后内容固定/).waitFor()
  await dialog.getByRole('button', { name: '签发', exact: true }).click()
  await page.waitForURL(/\/sheets\/[0-9a-f-]{36}$/)
  const first = await word(page)
  expect(first.subarray(0, 2).toString()).toBe('PK')
  const address = page.url()

  // The same again: the page says so and leads to the one that was issued.
  await open(page, `/sheets?kind=half&year=${day.slice(0, 4)}&asOf=${day}`)
  await page.getByText(/签发的一份完全相同/).waitFor()
  expect(await page.getByRole('button', { name: '签发', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('link', { name: '打开', exact: true }).click()
  await page.waitForURL(address)
  expect((await word(page)).equals(first)).toBe(true)

  await page.getByText('每个数的出处').click()
  await page.getByRole('region', { name: '每个数的出处' }).getByRole('link').first().click()
  await page.waitForURL(/\/indicators\//)
})

test('withdrawn with a reason it says so, and is not issued again', async () => {
  const { page } = await visit('officer')
  const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const draft = `/sheets?kind=year&year=${day.slice(0, 4)}&asOf=${day}`
  await open(page, draft)
  await page
    .getByRole('article', { name: /全年工作答卷/ })
    .getByText('一、结论')
    .waitFor()
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await page.waitForURL(/\/sheets\/[0-9a-f-]{36}$/)

  await page.getByRole('button', { name: '撤回', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/不能恢复/).waitFor()
  const send = dialog.getByRole('button', { name: '撤回', exact: true })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await dialog.getByLabel('撤回理由').fill('财政数据有误')
  await send.click()
  await page.getByText(/撤回，理由：财政数据有误/).waitFor()
  expect(await page.getByRole('button', { name: '撤回', exact: true }).count()).toBe(0)
  await accessible(page)

  await open(page, draft)
  await page.getByText(/后已撤回的一份完全相同/).waitFor()
  expect(await page.getByRole('button', { name: '签发', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await page.getByText(/已签发的答卷（\d+）/).click()
  await page.getByRole('listitem').filter({ hasText: '全年工作答卷' }).getByText('已撤回', { exact: true }).waitFor()
})

test('fits a phone, and a liaison is not shown what the office hands in', async () => {
  const { page } = await visit('leader', { size: 'phone' })
  await open(page, '/sheets')
  await page.getByRole('heading', { name: '答卷', level: 1 }).waitFor()
  await fits(page)
  await accessible(page)
  expect(await page.getByRole('button', { name: '签发', exact: true }).count()).toBe(0)
})
