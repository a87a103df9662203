// Without a mouse: the keys of the reading page, the order of Tab, dialogs that close with Escape and give the focus back.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DocumentView } from '../../src/core/contract/document.ts'
import { accessible, dialog, open, soon, visit } from './browser.ts'
import { ask, dispatched, mark, takeIn } from './county.ts'

/** What the focus stands on, as a screen reader names it. */
const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement
    return on?.getAttribute('aria-label') ?? on?.textContent?.trim() ?? ''
  })

test('j, k, x, e and Enter go through the directives', async () => {
  const { page, context } = await visit('officer')
  const document = await takeIn(context, `关于防汛备汛${mark()}的通知`, [
    '要在12月底前检修水库闸门。',
    '要备足防汛砂石。',
    '要开展防汛演练。',
  ])
  const draft = async (at: number) => (await ask<DocumentView>(context, 'getDocument', { params: { id: document.id } })).drafts[at]!
  await open(page, `/documents/${document.id}`)
  await page.getByRole('region', { name: '解读结果' }).focus()
  await page.keyboard.press('j')
  await soon(() => focus(page)).toMatch(/^要求 1：/)
  await page.keyboard.press('j')
  await soon(() => focus(page)).toMatch(/^要求 2：/)
  await page.keyboard.press('k')
  await soon(() => focus(page)).toMatch(/^要求 1：/)

  const before = (await draft(0)).chosen
  await page.keyboard.press('x')
  await soon(async () => (await draft(0)).chosen).toBe(!before)
  await page.keyboard.press('x')
  await soon(async () => (await draft(0)).chosen).toBe(before)

  await page.keyboard.press('e')
  await soon(() => focus(page)).toBe('事项标题')
  await page.getByRole('textbox', { name: '事项标题' }).fill('检修全部水库闸门')
  await page.keyboard.press('Enter')
  await soon(async () => (await draft(0)).title).toBe('检修全部水库闸门')
  await soon(() => focus(page)).toBe('要求 1：检修全部水库闸门')

  const { leadUnitId, suggestions } = await draft(0)
  await page.keyboard.press('Enter')
  await soon(() => focus(page)).toMatch(/^要求 2：/)
  if (!leadUnitId && suggestions[0]) await soon(async () => (await draft(0)).leadUnitId).toBe(suggestions[0]!.unitId)
})

test('Tab begins with the way past the frame, and Enter takes it', async () => {
  const { page } = await visit('officer')
  await open(page, '/items')
  await page.keyboard.press('Tab')
  await soon(() => focus(page)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
  const seen: string[] = []
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab')
    seen.push(await focus(page))
  }
  expect(seen.slice(0, 3)).toEqual(['列', '导出 Excel', '新事项'])
})

test('dialogs and panels close with Escape and give the focus back', async () => {
  const { page, context } = await visit('officer')
  const item = await dispatched(context, `修缮文庙大殿${mark()}`, '县文化和旅游局')
  await open(page, `/items/${item.id}`)
  for (const command of ['延期', '修改', '撤回', '催办', '中止']) {
    const opener = page.getByRole('button', { name: command, exact: true })
    await opener.focus()
    await page.keyboard.press('Enter')
    await dialog(page, command).waitFor()
    if (command === '修改') await accessible(page)
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null), command).toBe(true)
    await page.keyboard.press('Escape')
    await dialog(page, command).waitFor({ state: 'detached' })
    await soon(() => focus(page)).toBe(command)
  }
  await open(page, '/items')
  for (const name of ['灯', '状态', '单位', '时限', '列']) {
    await page.getByRole('button', { name, exact: true, expanded: false }).focus()
    await page.keyboard.press('Enter')
    await dialog(page, name).waitFor()
    if (name === '单位') await accessible(page)
    await page.keyboard.press('Escape')
    await dialog(page, name).waitFor({ state: 'detached' })
    await soon(() => focus(page)).toContain(name)
  }
})
