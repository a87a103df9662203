// The supervision circular: the page and the Word file say the same, with the figures of the overview.
import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Overview } from '../../src/core/contract/overview.ts'
import { open, visit } from './browser.ts'
import { ask } from './county.ts'

test('the page, the Word file and the overview have the same figures', async () => {
  const { page, context } = await visit('leader')
  await open(page, '/circular')
  const sheet = page.getByRole('article', { name: /通报/ })
  await sheet.getByText('一、总体情况').waitFor()
  const sentence = (await sheet.getByText(/共立项督办/).innerText()).trim()
  const figure = (pattern: RegExp): number => Number(pattern.exec(sentence)![1])
  const overview = await ask<Overview>(context, 'getOverview')
  expect(figure(/未办结(\d+)项/)).toBe(overview.open)
  expect(figure(/其中逾期(\d+)项/)).toBe(overview.overdue)
  expect(figure(/共立项督办(\d+)项/)).toBe(figure(/已办结(\d+)项/) + figure(/未办结(\d+)项/))

  await page.getByLabel('发文字号').fill('青政督〔2026〕12号')
  await page.keyboard.press('Tab')
  await sheet.getByText('青政督〔2026〕12号').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word 文件' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
  const parts = unzipSync(await buffer(await download.createReadStream()))
  const xml = strFromU8(parts['word/document.xml']!)
  const words = xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map(line => line.trim())
  expect(words).toContain(sentence)
  expect(words.join()).toContain('青政督〔2026〕12号')
  // A4 with the margins of GB/T 9704 in twentieths of a point: top 37 mm, binding 28 mm.
  expect(xml).toMatch(/<w:pgSz[^>]*w:w="1190[5-7]"/)
  expect(xml).toMatch(/<w:pgMar[^>]*w:top="209[78]"/)
})

test('another period is one click, and the address keeps it', async () => {
  const { page } = await visit('officer')
  await open(page, '/circular')
  await page.getByRole('button', { name: '上月' }).click()
  await page.waitForURL(/from=\d{4}-\d{2}-01/)
  const sheet = page.getByRole('article', { name: /通报/ })
  const month = Number(new URL(page.url()).searchParams.get('from')!.slice(5, 7))
  await sheet.getByText(new RegExp(`${month}月1日至`)).waitFor()
  await page.reload()
  await sheet.getByText(new RegExp(`${month}月1日至`)).waitFor()
  expect(await page.getByRole('button', { name: '上月' }).getAttribute('aria-pressed')).toBe('true')
})
