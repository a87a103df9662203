// Two jurisdictions: the county relays an item to a township, which registers and carries it out by itself; each sees of the other only the one relay.
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessible, dialog, fits, follow, open, settled, TODO, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'
import { aTownship, come, OFFICE } from './township.ts'

const PLACE = { id: '990124199', name: '松溪乡' }

const count = async (who: BrowserContext, name: 'listItems' | 'listDocuments' | 'listUnits', key: string): Promise<number> =>
  (await ask<Record<string, unknown[]>>(who, name))[key]!.length

test('the county relays an item, the township carries it out, and its progress and light stand on the county’s page', async () => {
  const town = await aTownship(PLACE)
  const title = `建成高标准农田${mark()}`
  const county = await visit('officer')
  const whole = await dispatched(county.context, title, '县农业农村局')
  const { page } = county
  await open(page, `/items/${whole.id}`)
  await page.getByRole('button', { name: '下达下级' }).click()
  const relay = dialog(page, '下达下级')
  await relay.getByRole('checkbox', { name: PLACE.name }).check()
  await relay.getByLabel('目标要求').fill('1500亩')
  await accessible(page)
  await relay.getByRole('button', { name: /^下达.* 1 / }).click()
  await relay.waitFor({ state: 'detached' })
  const part = page
    .getByRole('listitem')
    .filter({ hasText: PLACE.name })
    .filter({ has: page.getByRole('progressbar') })
  await part.waitFor()
  await page.getByText(`下达${PLACE.name}办理，时限2099年12月31日。`).waitFor()

  // The township's officer takes it in, and has nothing else of the county.
  const desk = await come(town.officer, { expected: /status of 404/ })
  expect(await count(desk.context, 'listItems', 'items')).toBe(0)
  await open(desk.page, '/documents')
  await desk.page.getByText('1500亩').or(desk.page.getByText(title)).first().waitFor()
  await accessible(desk.page)
  await desk.page.getByRole('button', { name: new RegExp(`^接收.*${title}`) }).click()
  await desk.page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await settled(desk.page)
  const card = desk.page.getByRole('article', { name: /^要求 1：/ })
  await card.getByRole('button', { name: /^牵头/ }).click()
  await dialog(desk.page, '设定牵头单位')
    .getByRole('option', { name: new RegExp(`^${OFFICE}`) })
    .click()
  await card.getByRole('button', { name: `牵头 ${OFFICE}` }).waitFor()
  await desk.page.getByRole('button', { name: '交办', exact: true }).click()
  await desk.page.getByText('✓ 已交办 1 件').waitFor()
  await follow(desk.page, desk.page.getByRole('link', { name: '在台账中查看' }))
  await desk.page.getByText('共 1 件').waitFor()
  expect(await count(desk.context, 'listDocuments', 'documents')).toBe(1)
  expect(await count(desk.context, 'listUnits', 'units')).toBe(1)
  await desk.page.goto(`/items/${whole.id}`)
  await desk.page
    .getByText(/^找不到，或者您无权查看/)
    .first()
    .waitFor()
  await desk.page.goto(`/documents/${whole.source!.documentId}`)
  await desk.page
    .getByText(/^找不到，或者您无权查看/)
    .first()
    .waitFor()

  const phone = await come(town.liaison, { size: 'phone' })
  await open(phone.page, TODO)
  await phone.page.getByRole('button', { name: /^签收：/ }).click()
  await phone.page.getByRole('button', { name: /^反馈：/ }).click()
  const report = dialog(phone.page, '反馈进展')
  await report.getByLabel('进度（%）').fill('40')
  await report.getByLabel('文字说明').fill('已平整土地六百亩。')
  await fits(phone.page)
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })

  await page.reload()
  await settled(page)
  await part.getByText('已平整土地六百亩。').waitFor()
  expect(await page.getByRole('progressbar', { name: `${PLACE.name}的进度` }).getAttribute('value')).toBe('40')
  await part.getByText('正常').waitFor()
  expect(await part.getByRole('link').count(), 'the township’s own item is not the county’s to open').toBe(0)
  expect(await count(county.context, 'listUnits', 'units')).toBeGreaterThan(1)
  for (const name of [OFFICE, '禾苗']) expect(await page.getByText(name).count(), name).toBe(0)
})
