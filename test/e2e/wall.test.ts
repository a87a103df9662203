// The wall of a room: one screen without scrolling, which outlives its server and says how old it is.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { accessible, fits, open, visit } from './browser.ts'
import { startServer } from './server.ts'

const GONE = /net::ERR_|Failed to fetch/

test.each([
  [1920, 1080],
  [3840, 2160],
])('fills a screen of %i × %i without scrolling', async (width, height) => {
  const { page } = await visit('leader')
  await page.setViewportSize({ width, height })
  await open(page, '/wall')
  await page
    .getByRole('region', { name: /各单位办理情况/ })
    .getByRole('row')
    .nth(3)
    .waitFor()
  await page
    .getByRole('region', { name: /指标进度/ })
    .getByRole('row')
    .nth(3)
    .waitFor()
  await fits(page)
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('.wall section')].filter(s => s.scrollHeight > s.clientHeight + 1).map(s => s.className),
  )
  expect(hidden).toEqual([])
  await accessible(page)
})

test('says how old its data are when the server has stopped, and goes on by itself when it is back', async () => {
  const server = await startServer('demo', mkdtempSync(join(tmpdir(), 'luoshi-wall-')))
  let stopped = false
  onTestFinished(() => (stopped ? undefined : server.stop()))
  const { page, context } = await visit('leader', { at: server.address, expected: GONE })
  await page.clock.install()
  await open(page, '/wall')
  await page.getByText(/^数据更新于/).waitFor()
  const sentences = page.getByRole('list', { name: '四句话' })
  const figures = await sentences.innerText()

  // A moment without an answer is nothing to be alarmed by.
  await context.setOffline(true)
  await page.clock.runFor(45_000)
  await page.getByText(/正在重新连接/).waitFor()
  await context.setOffline(false)
  await page.clock.runFor(21_000)
  await page.getByText(/^数据更新于 [^，]*$/).waitFor()

  await server.stop()
  stopped = true
  await page.clock.runFor(7 * 60_000)
  await page
    .getByRole('alert')
    .getByText(/连接中断：所示为.*已过 [67] 分钟/)
    .waitFor()
  expect(await sentences.innerText()).toBe(figures)
})
