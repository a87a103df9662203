// The main job: a page is pasted, read, given leads and dispatched, in few clicks and with every doubt in sight.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentView } from '../../src/core/contract/document.ts'
import { dialog, litText, open, paste, settled, soon, visit } from './browser.ts'
import { ask } from './county.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'newspaper-page.txt'), 'utf8')
/** A real page on the machines of the makers; not part of the project. */
const REAL = join(import.meta.dirname, '..', '..', '..', 'shared', 'seed', 'county-newspaper-2019-05.txt')

const lit = (of: { getAttribute(name: string): Promise<string | null> }) =>
  soon(async () => (await of.getAttribute('class'))?.includes('lit'))

test('a newspaper page is dispatched within 15 clicks, and each item leads back to its sentence', async () => {
  const { page, clicks, context } = await visit('officer')
  await open(page, '/')
  await page.getByRole('link', { name: '文件', exact: true }).first().click()
  await page.getByRole('link', { name: '新文件' }).click()
  await paste(page.getByRole('textbox', { name: '正文' }), SAMPLE)
  await page.getByRole('button', { name: '解读' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await settled(page)

  const text = page.getByRole('region', { name: '原文，与右侧对照' })
  const reading = page.getByRole('region', { name: '解读结果' })
  await reading.getByText('序号从“一是”跳到“三是”，缺“二是”。').first().waitFor()
  expect(await reading.getByRole('region').count(), 'articles').toBe(3)

  // Pointing at one side lights the other.
  const card = reading.getByRole('article', { name: /^要求 3：/ })
  await text.getByRole('button', { name: '要求 3', exact: true }).hover()
  await lit(card).toBe(true)
  await reading
    .getByRole('article', { name: /^要求 4：/ })
    .getByText('三是', { exact: true })
    .hover()
  await lit(text.getByRole('button', { name: '要求 4', exact: true })).toBe(true)
  await lit(card).toBe(false)
  // What was repaired says what it was.
  expect(await text.getByTitle('原文重复了').count()).toBeGreaterThan(0)

  const id = page.url().split('/').at(-1)!
  const document = await ask<DocumentView>(context, 'getDocument', { params: { id } })
  const chosen = document.drafts.filter(d => d.chosen)
  await page.getByRole('button', { name: /^采用首条建议/ }).click()
  await page.getByRole('button', { name: '统一设定牵头单位' }).click()
  const bulk = dialog(page, '统一设定牵头单位')
  await bulk.getByRole('option', { name: /^县政府督查室/ }).click()
  await bulk.getByRole('button', { name: '设为牵头单位' }).click()
  await bulk.waitFor({ state: 'detached' })
  await page.getByText(`将交办 ${chosen.length} 件`).waitFor()
  await page.getByRole('button', { name: '交办', exact: true }).click()
  // Its deadlines are of last summer: asked once, not refused for good.
  await dialog(page, /时限已经过去/)
    .getByRole('button', { name: '仍然交办' })
    .click()
  await page.getByText(`✓ 已交办 ${chosen.length} 件`).waitFor()
  console.log(`document to dispatched: ${clicks()} clicks`)
  expect(clicks()).toBeLessThanOrEqual(15)

  await page.getByRole('link', { name: '在台账中查看' }).click()
  await page.getByText(`共 ${chosen.length} 件`).waitFor()
  await page.getByRole('link', { name: /进一步加大招商引资力度/ }).click()
  await settled(page)
  await page.getByRole('link', { name: '在原文中查看' }).click()
  await soon(() => litText(page)).toContain('各乡镇、各部门要紧盯主导产业')
})

test('leads, deadlines and measures are chosen from suggestions that say why', async () => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  await paste(page.getByRole('textbox', { name: '正文' }), SAMPLE)
  await page.getByRole('button', { name: '解读' }).click()
  const card = page.getByRole('article', { name: /^要求 2：/ })
  await card.getByRole('button', { name: '牵头 未明确' }).click()
  const offers = dialog(page, '设定牵头单位')
  await offers
    .getByRole('button', { name: /职责相符|文中写明/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await offers.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: /^时限/ }).click()
  await dialog(page, '设定时限').getByLabel('日期').fill('2026-12-20')
  await page.keyboard.press('Enter')
  await card.getByRole('button', { name: '时限 12月20日' }).waitFor()
  await card.getByRole('button', { name: /^目标/ }).click()
  await dialog(page, '设定目标要求').getByLabel('目标要求').fill('签约 8 个')
  await dialog(page, '设定目标要求').getByRole('button', { name: '确定' }).click()
  await card.getByRole('button', { name: '目标 签约 8 个' }).waitFor()
  await card.getByRole('checkbox', { name: /^立项：/ }).uncheck()
  await page.getByRole('button', { name: '交办', exact: true }).hover()
  await page.getByRole('tooltip', { name: /未定牵头单位/ }).waitFor()
  await page.reload()
  await card.getByRole('button', { name: '时限 12月20日' }).waitFor()
  expect(await card.getByRole('checkbox', { name: /^立项：/ }).isChecked()).toBe(false)
})

test.skipIf(!existsSync(REAL))(
  'the real page: three articles, ten directives, the lost 二是, findings that are no directives',
  async () => {
    const { page, clicks, context } = await visit('officer')
    await open(page, '/')
    await page.getByRole('link', { name: '文件', exact: true }).first().click()
    await page.getByRole('link', { name: '新文件' }).click()
    await paste(page.getByRole('textbox', { name: '正文' }), readFileSync(REAL, 'utf8'))
    await page.getByRole('button', { name: '解读' }).click()
    await page.waitForURL(/documents\/[0-9a-f-]{36}/)
    await settled(page)
    const reading = page.getByRole('region', { name: '解读结果' })
    await reading.getByText('序号从“一是”跳到“三是”，缺“二是”。').first().waitFor()
    const articles = reading.getByRole('region')
    expect(await articles.count()).toBe(3)
    const ordinals = ['一是', '二是', '三是', '四是', '五是', '六是', '一要', '二要', '三要', '四要']
    const { drafts, reading: read } = await ask<DocumentView>(context, 'getDocument', { params: { id: page.url().split('/').at(-1)! } })
    expect(drafts.map(d => read.directives[d.index]!.ordinal).filter(Boolean)).toEqual(ordinals)
    expect(await articles.nth(2).getByRole('article').count(), 'findings are not directives').toBe(0)

    const offer = page.getByRole('button', { name: /^采用首条建议/ })
    if (await offer.isVisible()) await offer.click()
    await page.getByRole('button', { name: '统一设定牵头单位' }).click()
    const bulk = dialog(page, '统一设定牵头单位')
    await bulk.getByRole('option', { name: /^县政府督查室/ }).click()
    await bulk.getByRole('button', { name: '设为牵头单位' }).click()
    await page.getByRole('button', { name: '交办', exact: true }).click()
    const past = dialog(page, /时限已经过去/).getByRole('button', { name: '仍然交办' })
    const done = page.getByText(/✓ 已交办 \d+ 件/)
    await past.or(done).first().waitFor()
    if (await past.isVisible()) await past.click()
    await done.waitFor()
    console.log(`the real page, document to dispatched: ${clicks()} clicks`)
    expect(clicks()).toBeLessThanOrEqual(15)
  },
)
