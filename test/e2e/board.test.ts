// The board for whoever has a keyboard only, for what stands in its address, for months that are past, and for a place that has nothing yet.
import type { BrowserContext, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { IndicatorView } from '../../src/core/contract/indicator.ts'
import { WHOLE } from '../../src/core/indicator.ts'
import { accessible, dialog, fits, follow, open, soon, visit } from './browser.ts'
import { ask, dispatched, mark, unitNamed } from './county.ts'
import { aTownship, come } from './township.ts'

/** A year that is over, so that no test waits for a month. */
const YEAR = new Date().getFullYear() - 1
const at = (month: number, more = '') => `/indicators?year=${YEAR}&month=${month}${more}`

interface Made {
  id: string
  name: string
}

async function make(who: BrowserContext, unitIds: string[] = [WHOLE], more: object = {}): Promise<Made> {
  const name = `试验指标${mark()}`
  const body = { name, kind: 'volume', basis: 'cumulative', unit: '亿元', topic: 'economy', ...more }
  const { id } = await ask<IndicatorView>(who, 'postIndicator', { body })
  for (const unitId of unitIds) await ask(who, 'putTarget', { params: { id }, body: { unitId, year: YEAR, value: 120, seen: 0 } })
  return { id, name }
}
const report = (who: BrowserContext, { id }: Made, value: number, month: number, unitId = WHOLE) =>
  ask(who, 'postReading', { params: { id }, body: { unitId, year: YEAR, month, value, seen: 0 } })

/** What has the focus, by its name, and whether nothing lies over it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement as HTMLElement
    const { left, top, width, height } = here.getBoundingClientRect()
    const seen = [
      [left + 3, top + 3],
      [left + width - 3, top + height - 3],
    ].every(([x, y]) => here.contains(document.elementFromPoint(x!, y!)))
    return { name: here.getAttribute('aria-label') ?? here.innerText, seen }
  })

test('the keyboard alone reaches every cell and head of the table with one stop, sees where it stands, and opens what it finds', async () => {
  const officer = await visit('officer')
  const water = await unitNamed(officer.context, '县水利局')
  const made = await make(officer.context, [WHOLE, water])
  await report(officer.context, made, 24, 10)
  await report(officer.context, made, 110, 10, water)

  const { page } = officer
  await open(page, at(10))
  const table = page.getByRole('table', { name: '各单位指标进度' })
  expect(await table.locator('[tabindex="0"]').count()).toBe(1)
  await page.getByRole('button', { name: `县水利局 ${made.name}：超序时` }).focus()
  await page.keyboard.press('Control+Home')
  expect((await focused(page)).name).toBe('单位')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  const lastHead = await focused(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  expect(await focused(page)).toMatchObject({ name: expect.stringMatching(/^青禾县/), seen: true })
  await page.keyboard.press('PageDown')
  expect(await focused(page)).toMatchObject({ name: expect.not.stringMatching(/^青禾县/), seen: true })
  await page.keyboard.press('PageUp')
  expect(await focused(page)).toMatchObject({ name: expect.stringMatching(/^青禾县/), seen: true })

  // Down the column and back again: the frozen heads never hide the cell.
  const cell = page.getByRole('button', { name: `青禾县 ${made.name}：欠序时` })
  await cell.focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toMatchObject({ name: expect.stringContaining(`县水利局 ${made.name}`), seen: true })
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toMatchObject({ name: expect.stringContaining(`青禾县 ${made.name}`), seen: true })
  expect(await table.locator('[tabindex="0"]').count()).toBe(1)

  await page.keyboard.press('Enter')
  await dialog(page, `青禾县 ${made.name}`)
    .getByText(/63\.33个百分点/)
    .waitFor()
  await page.keyboard.press('Escape')
  await soon(async () => (await focused(page)).name).toContain(`青禾县 ${made.name}`)
  await page.keyboard.press('ArrowUp')
  expect((await focused(page)).name).toBe(made.name)
  await page.keyboard.press('Enter')
  await page.getByRole('columnheader', { name: made.name }).and(page.locator('[aria-sort=ascending]')).waitFor()
  expect(new URL(page.url()).searchParams.get('sort')).toBe(made.id)
  expect(lastHead.name).not.toBe('')
  await accessible(page)
})

test('unit, topic, month and year stand in the address together, outlive a reload, and go back by the browser’s own step', async () => {
  const officer = await visit('officer')
  const water = await unitNamed(officer.context, '县水利局')
  const made = await make(officer.context, [WHOLE, water], { topic: 'safety' })
  for (const month of [3, 9]) await report(officer.context, made, month * 11, month, water)
  const { page } = officer
  await open(page, `/indicators?year=${YEAR}`)

  await page.getByLabel('数据月份').selectOption(`${YEAR}年3月`)
  await page.getByText(`数据截至${YEAR}年3月`).waitFor()
  await page.getByRole('button', { name: '单位', exact: true }).first().click()
  const picker = dialog(page, '单位')
  await picker.getByRole('combobox', { name: '单位', exact: true }).fill('水利')
  await picker
    .getByRole('option', { name: /^县水利局/ })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await soon(() => page.getByRole('rowheader').count()).toBe(1)
  await page.getByRole('button', { name: '领域' }).click()
  await page.getByRole('checkbox', { name: '安全生产' }).check()
  await page.keyboard.press('Escape')
  const cell = page.getByRole('button', { name: `县水利局 ${made.name}：超序时 2.5 个百分点` })
  await cell.waitFor()
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toEqual({ year: String(YEAR), month: '3', unit: water, topic: 'safety' })

  await page.reload()
  await cell.waitFor()
  expect(await page.getByRole('rowheader').count()).toBe(1)
  await page.getByRole('button', { name: '去掉筛选：县水利局' }).click()
  await soon(() => page.getByRole('rowheader').count()).toBeGreaterThan(1)
  await page.goBack()
  await soon(() => page.getByRole('rowheader').count()).toBe(1)
})

test('a cell of a month that is past opens its series by the data of that month, and names the matter that answers for it', async () => {
  const officer = await visit('officer')
  const item = await dispatched(officer.context, `疏通渠道${mark()}`, '县水利局')
  const made = await make(officer.context, [WHOLE], { itemId: item.id })
  await report(officer.context, made, 24, 4)
  await report(officer.context, made, 110, 10)
  const { page } = officer
  await open(page, at(4))
  await page.getByRole('button', { name: `青禾县 ${made.name}：欠序时 13.33 个百分点` }).click()
  const said = dialog(page, `青禾县 ${made.name}`)
  await said.getByText(/由事项落实/).waitFor()
  await said.getByRole('link', { name: item.title }).waitFor()
  await accessible(page)
  await follow(page, said.getByRole('link', { name: '看走势与来源' }))
  await page.getByText(`这是按${YEAR}年4月数据看的`).waitFor()
  await page.getByText(/1—4月累计完成24\.00亿元/).waitFor()
  await page.getByRole('figure', { name: new RegExp(`${made.name}欠序时 13\\.33 个百分点`) }).waitFor()
  await page.getByRole('link', { name: '看最新数据' }).click()
  await page.getByText(/1—10月累计完成110\.00亿元/).waitFor()
  expect(await page.getByText(`这是按${YEAR}年4月数据看的`).count()).toBe(0)
})

test('a place that has no indicators says how to begin, then what is still to be done', async () => {
  const town = await come((await aTownship({ id: '990124196', name: '白石镇' })).officer)
  const { page } = town
  await open(page, '/indicators')
  await page.getByText('还没有可看的指标数据').waitFor()
  await page.getByText(/先在指标库建指标、下达年度目标/).waitFor()
  await accessible(page)
  const made = await make(town.context, [])
  await report(town.context, made, 24, 10)
  await open(page, at(10))
  await page.getByRole('button', { name: `白石镇 ${made.name}：不可算` }).click()
  await dialog(page, `白石镇 ${made.name}`)
    .getByText(/未定年度目标，快慢不可算/)
    .waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '/indicators')
  await fits(page)
})

test('a board too wide for one sheet is printed on several, each with the units’ names, or on A3', async () => {
  const officer = await visit('officer')
  for (let n = 0; n < 24; n++) {
    const made = await make(officer.context, [], { topic: 'party' })
    await report(officer.context, made, n, 10)
  }
  const { page } = officer
  await open(page, at(10, '&topic=party'))
  // What the browser's own dialog would do is not this page's.
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', 'yes') }))
  const choose = async (name: string) => {
    await page.getByRole('button', { name: '打印' }).click()
    await dialog(page, '纸张').getByRole('button', { name }).click()
    await soon(() => page.evaluate(() => document.body.hasAttribute('data-printed'))).toBe(true)
  }
  await choose('A4 横向打印')
  await page.setViewportSize({ width: 1047, height: 718 })
  await page.emulateMedia({ media: 'print' })
  const tables = page.getByRole('table', { name: '各单位指标进度' })
  await soon(() => tables.count()).toBe(2)
  const heads = await tables.nth(1).getByRole('columnheader').count()
  expect(Math.abs((await tables.first().getByRole('columnheader').count()) - heads)).toBeLessThanOrEqual(1)
  for (const n of [0, 1])
    expect(
      await tables
        .nth(n)
        .getByRole('rowheader', { name: /青禾县/ })
        .count(),
    ).toBe(1)
  await fits(page)

  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await soon(() => tables.count()).toBe(1)
  await choose('A3 横向打印')
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const [, , width, height] = (await pdf.getPage(1)).view
  expect([Math.round((width! / 72) * 25.4), Math.round((height! / 72) * 25.4)]).toEqual([420, 297])
})

test('on a phone the units that are behind in most come first when asked for', async () => {
  const officer = await visit('officer')
  const units = await Promise.all(['县水利局', '县住房和城乡建设局'].map(name => unitNamed(officer.context, name)))
  for (const few of [units, units.slice(1)]) {
    const made = await make(officer.context, few)
    for (const unitId of few) await report(officer.context, made, 1, 10, unitId)
  }
  const { page } = await visit('leader', { size: 'phone' })
  await open(page, at(10, `&unit=${units.join(',')}`))
  const behind = async () => {
    const said = await page.getByRole('list', { name: '各单位指标进度' }).locator('summary').allInnerTexts()
    return said.map(text => Number(/欠序时 (\d+)/.exec(text)?.[1] ?? 0))
  }
  await page.getByLabel('单位顺序').selectOption('欠序时多的在前')
  await soon(() => new URL(page.url()).searchParams.get('sort')).toBe('behind')
  await soon(async () => (await behind()).length).toBe(2)
  const [first, second] = (await behind()) as [number, number]
  expect(first).toBeGreaterThan(second)
  await fits(page)
  await accessible(page)
})
