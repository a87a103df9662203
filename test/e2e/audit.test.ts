// The audit administrator finds what one person did, to one thing, and takes it out as a file.
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { accessible, fits, open, soon, visit } from './browser.ts'

test('filtered by person, deed and thing, and exported', async () => {
  await visit('security')
  const { page } = await visit('audit')
  await open(page, '/system/audit')
  const rows = page.getByRole('table', { name: '审计日志' }).getByRole('row')
  await page.getByLabel('操作人', { exact: true }).selectOption({ label: '方正' })
  await page.getByLabel('操作', { exact: true }).selectOption({ label: '登录' })
  await soon(async () => (await rows.allInnerTexts()).slice(1).every(row => row.includes('方正') && row.includes('登录'))).toBe(true)
  await page.getByText(/^共 \d+ 条/).waitFor()
  await fits(page)
  await accessible(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 CSV' }).click()])
  const lines = (await text(await file.createReadStream())).trim().split('\r\n')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.slice(1).every(line => line.includes('方正') && line.includes('session.sign-in'))).toBe(true)

  await page.getByRole('link', { name: '清除筛选' }).click()
  await rows.nth(1).getByRole('button').click()
  await page.waitForURL(/target=/)
  await page.getByText(/^共 \d+ 条/).waitFor()
})
