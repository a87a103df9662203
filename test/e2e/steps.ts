// Steps that a person takes on the pages in more than one journey, found by their accessible names.
import type { Locator, Page } from 'playwright-core'
import { dialog, open } from './browser.ts'

/** Types into a field that searches, and takes what it offers. */
export async function pick(page: Page, field: Locator, name: string): Promise<void> {
  await field.fill(name)
  await page.getByRole('option', { name }).click()
}

/** The item on the page goes to its next stage, or to the one that is named, with what that asks for by label. */
export async function moveOn(page: Page, given: Record<string, string> = {}, to?: string): Promise<void> {
  await page.getByRole('button', { name: '推进阶段' }).first().click()
  const moving = dialog(page, '推进阶段')
  if (to) await moving.getByLabel('进入阶段').selectOption(to)
  for (const [label, value] of Object.entries(given)) {
    const field = moving.getByLabel(label)
    const chosen = await field.evaluate(e => e.tagName === 'SELECT')
    await (chosen ? field.selectOption(value) : field.fill(value))
  }
  await moving.getByRole('button', { name: '推进阶段' }).click()
  await moving.waitFor({ state: 'detached' })
}

/** A lead becomes a signed project that is being built, with the evidence of both. */
export async function signAndStart(page: Page, signed: string, started: string): Promise<void> {
  await moveOn(page, { 协议类型: '正式合同', 签约日期: signed }, '签约')
  await moveOn(page, { 施工许可证号: '990124202611180101', 开工日期: started }, '开工')
  await page.getByRole('heading', { name: /招商项目 · 开工/ }).waitFor()
}

/** On the page of what a document tells of a visit: another name for it, and for one of its sites. */
export async function renameVisit(page: Page, title: string, site: string, name: string): Promise<void> {
  await page.getByLabel('考察名称').fill(title)
  await page.getByRole('button', { name: `更正：${site}` }).click()
  await page.getByRole('listitem').filter({ hasText: site }).getByLabel('项目名称').fill(name)
}

interface Rule {
  indicator: string
  side?: '低于' | '高于'
  threshold: string
  lead: string
}

/** A rule of early warning, on its page. */
export async function watchFigure(page: Page, { indicator, side = '低于', threshold, lead }: Rule): Promise<void> {
  await open(page, '/warnings')
  await page.getByRole('button', { name: '新增规则' }).first().click()
  const rule = dialog(page, '新增规则')
  await pick(page, rule.getByLabel('指标', { exact: true }), indicator)
  await rule.getByLabel('方向').selectOption(side)
  await rule.getByLabel('预警线').fill(threshold)
  await pick(page, rule.getByLabel('由谁牵头'), lead)
  await rule.getByRole('button', { name: '保存' }).click()
  await rule.waitFor({ state: 'detached' })
  await page.getByText(indicator).first().waitFor()
}

interface Requested {
  title: string
  sender: string
  unit: string
  purpose: string
  minutes: string
  on: string
  /** Its first field: name, unit, period. */
  field: [name: string, unit: string, period: string]
}

/** The form of a request that is asked once, filled in and not yet sent. */
export async function fillRequest(page: Page, { title, sender, unit, purpose, minutes, on, field }: Requested): Promise<void> {
  await open(page, '/requests/new')
  await page.getByLabel('报表或材料名称').fill(title)
  await pick(page, page.getByLabel('谁要', { exact: true }), sender)
  await pick(page, page.getByLabel('向谁要'), unit)
  await page.getByLabel('用途').fill(purpose)
  await page.getByLabel('频次').selectOption('一次')
  await page.getByLabel('每次用时').fill(minutes)
  await page.getByLabel('首次报送日').fill(on)
  const [name, measuredIn, period] = field
  await page.getByLabel('第 1 个字段名称').fill(name)
  await page.getByLabel('第 1 个字段单位').fill(measuredIn)
  await page.getByLabel('第 1 个字段周期').selectOption(period)
}

/** From the list of what waits to the form of the request. */
export async function openAnswer(page: Page, title: string): Promise<void> {
  await open(page, '/todo')
  const waiting = page
    .getByRole('region', { name: /待填报/ })
    .getByRole('listitem')
    .filter({ hasText: title })
  await waiting.getByRole('link', { name: '填报' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** From the page of burden to that of one unit, which names the request. */
export async function openBurdenOf(page: Page, unit: string, request: string): Promise<Locator> {
  await page.getByRole('region', { name: '各单位每月被要的小时数' }).getByRole('link', { name: unit }).click()
  await page.getByRole('heading', { name: /谁在要/ }).waitFor()
  const row = page.getByRole('row').filter({ hasText: request })
  await row.waitFor()
  return row
}

/** On the page of a campaign: an item is taken in. */
export async function addMember(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '纳入事项' }).click()
  const adding = dialog(page, '纳入事项')
  await pick(page, adding.getByLabel('关联到'), title)
  await adding.getByRole('button', { name: '纳入事项' }).click()
  await adding.waitFor({ state: 'detached' })
}
