// The wall of a room: one screen without scrolling, which outlives its server and says how old it is.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { IndicatorView } from '../../src/core/contract/indicator.ts'
import { WHOLE } from '../../src/core/indicator.ts'
import { accessible, fits, open, soon, visit } from './browser.ts'
import { ask, mark } from './county.ts'
import { startServer } from './server.ts'

/** What is seen in part only: its box ends before it does, or the screen. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.wall h1, .wall h2, .wall p, .wall a, .wall th, .wall td, .wall li')]
      .filter(e => getComputedStyle(e).visibility !== 'hidden' && !e.closest('.hidden'))
      .filter(e => {
        const at = e.getBoundingClientRect()
        const foot = Math.min(innerHeight, e.closest('.wall-page')?.getBoundingClientRect().bottom ?? innerHeight)
        return at.right > innerWidth + 1 || at.bottom > foot + 1 || e.scrollWidth > e.clientWidth + 1
      })
      .map(e => e.innerText),
  )

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
  expect(await cutOff(page)).toEqual([])
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

test('units that do not all fit take turns, each whole with its name however long it is, until somebody holds the page', async () => {
  const officer = await visit('officer')
  const name = `城镇居民人均可支配收入与农村居民人均可支配收入之比较上年缩小幅度（按常住人口计算）${mark()}`
  const body = { name, kind: 'volume', basis: 'cumulative', unit: '%', topic: 'economy' }
  const { id } = await ask<IndicatorView>(officer.context, 'postIndicator', { body })
  const { year, month } = await ask<{ year: number; month: number }>(officer.context, 'getBoard')
  await ask(officer.context, 'putTarget', { params: { id }, body: { unitId: WHOLE, year, value: 100, seen: 0 } })
  await ask(officer.context, 'postReading', { params: { id }, body: { unitId: WHOLE, year, month, value: 1, seen: 0 } })
  onTestFinished(() => ask(officer.context, 'patchIndicator', { params: { id }, body: { version: 1, retired: true } }).then(() => {}))

  const { page } = await visit('leader', { size: 'large' })
  await page.clock.install()
  await open(page, '/wall')
  const units = page.getByRole('region', { name: /各单位办理情况/ })
  const first = () => units.getByRole('rowheader').first().innerText()
  await units.getByRole('rowheader').nth(3).waitFor()
  const worst = await first()
  const seen = new Set<string>()
  const count = Number(/共 (\d+) 行/.exec(await units.getByRole('heading').innerText())![1])
  for (let turn = 0; turn === 0 || (await first()) !== worst; turn++) {
    expect(turn, 'the first page comes again').toBeLessThan(20)
    expect(await cutOff(page)).toEqual([])
    for (const unit of await units.getByRole('rowheader').allInnerTexts()) seen.add(unit)
    const before = await first()
    await page.clock.runFor(15_000)
    await soon(first).not.toBe(before)
  }
  expect(seen.size).toBe(count)

  await page.getByRole('button', { name: '停住翻页' }).click()
  const held = await first()
  await page.clock.runFor(60_000)
  expect(await first()).toBe(held)
  await accessible(page)
  await page.getByRole('button', { name: '继续翻页' }).click()
  await page.clock.runFor(15_000)
  await soon(first).not.toBe(held)
})

test('after an outage of ten minutes the wall shows new data by itself, and says when the log-in has ended', async () => {
  const { page, context } = await visit('leader', { size: 'large', expected: /net::ERR_|Failed to (fetch|load)/ })
  await page.clock.install()
  await open(page, '/wall')
  await page.getByText(/^数据更新于/).waitFor()
  await context.route('**/api/**', route => route.abort())
  for (let minute = 0; minute < 10; minute++) await page.clock.runFor(60_000)
  await page
    .getByRole('alert')
    .getByText(/连接中断：所示为.*已过 \d+ 分钟/)
    .waitFor()
  await context.unroute('**/api/**')
  await page.clock.runFor(21_000)
  await page.getByText(/^数据更新于 [^，]*$/).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)

  const sentences = await page.getByRole('list', { name: '四句话' }).innerText()
  await context.clearCookies()
  await page.clock.runFor(21_000)
  await page.getByText(/^登录已过期：所示为/).waitFor()
  await page.getByRole('link', { name: '登录' }).waitFor()
  expect(await page.getByRole('list', { name: '四句话' }).innerText()).toBe(sentences)
  await accessible(page)
})

test('an hour of refreshes leaves no more on the page than there was', async () => {
  const { page } = await visit('leader', { size: 'large' })
  await page.clock.install()
  await open(page, '/wall')
  const units = page.getByRole('region', { name: /各单位办理情况/ })
  await units.getByRole('row').nth(3).waitFor()
  // Held, so that each refresh is compared with the same page.
  await page.getByRole('button', { name: '停住翻页' }).click()
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
  const before = await nodes()
  let asked = 0
  page.on('request', request => new URL(request.url()).pathname === '/api/board' && asked++)
  for (let n = 0; n < 180; n++) {
    const answered = page.waitForResponse(r => new URL(r.url()).pathname === '/api/board')
    await page.clock.runFor(20_000)
    await answered
  }
  expect(asked).toBeGreaterThanOrEqual(180)
  await soon(nodes).toBe(before)
})
