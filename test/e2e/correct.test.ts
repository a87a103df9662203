// Correcting the reading by hand: kept with who and when, seen by the second officer, given out as gold; and a scan that can be stopped while it is recognised.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as words } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { DocumentView, GoldView } from '../../src/core/contract/document.ts'
import { aPdf } from '../../src/intake/pdf.fixture.ts'
import { accessible, dialog, fits, open, paste, settled, soon, visit } from './browser.ts'
import { ask, mark, takeIn } from './county.ts'

const SCAN = join(import.meta.dirname, '..', '..', 'samples', 'scanned-notice.jpg')
/** Enough that a person sees it move and can stop it. */
const PAGES = 6
const TASKS = ['县水利局要在12月底前检修水库闸门。', '县水利局局长何清要备足防汛砂石，云溪林场抓好防火。']

const LONG_TASK = '县水利局要在12月底前检修水库闸门，备足防汛砂石和编织袋，对下游群众逐户告知撤离路线，做到不漏一户、不漏一人。'

const reading = (page: Page): Locator => page.getByRole('region', { name: /解读结果|^The reading$/ })
/** A list of the reading, opened. */
async function list(page: Page, name: string): Promise<Locator> {
  const fold = reading(page)
    .getByRole('group')
    .filter({ has: page.locator('summary', { hasText: name }) })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
  return fold
}

/** Selects words of the printed text, as a hand does with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.querySelector('.printed')!, NodeFilter.SHOW_TEXT)
    for (let piece = walker.nextNode(); piece; piece = walker.nextNode()) {
      const at = piece.nodeValue!.indexOf(wanted)
      if (at >= 0) return document.getSelection()!.setBaseAndExtent(piece, at, piece, at + wanted.length)
    }
    throw new Error(`the page does not print ${wanted}`)
  }, words)
}

test('a date is corrected, a person struck out and a unit added; all are there with who and when, for the other officer and in the gold', async () => {
  const { page, context } = await visit('officer')
  const document = await takeIn(context, '关于冬春防汛防火的通知', TASKS)
  expect(document.reading.people.map(p => p.name)).toContain('何清')
  await open(page, `/documents/${document.id}`)

  const dates = await list(page, '日期')
  await dates.getByRole('button', { name: '更正：12月底前' }).click()
  const form = dialog(page, '更正：日期')
  await accessible(page)
  await form.getByLabel('到', { exact: true }).fill('2026-12-20')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await dates.getByText(/林晓雨 \d+月\d+日 更正/).waitFor()

  const people = await list(page, '人员')
  await people.getByRole('button', { name: '更正：何清' }).click()
  await dialog(page, '更正：人员').getByRole('button', { name: '读错了，去掉' }).click()
  await people.getByRole('button', { name: '恢复：何清' }).waitFor()
  await people.getByText(/林晓雨 \d+月\d+日 去掉/).waitFor()

  await select(page, '云溪林场')
  await page.getByRole('button', { name: '补充读取：云溪林场' }).click()
  const add = dialog(page, '补充读取')
  await add.getByLabel('这是什么').selectOption('单位')
  expect(await add.getByLabel('名称').inputValue()).toBe('云溪林场')
  await add.getByRole('button', { name: '保存' }).click()
  await add.waitFor({ state: 'detached' })

  await page.reload()
  await settled(page)
  const second = await visit('otherOfficer')
  await open(second.page, `/documents/${document.id}`)
  for (const one of [page, second.page]) {
    const marked = (await list(one, '日期')).getByText(/林晓雨 \d+月\d+日 更正/)
    await marked.focus()
    await one.getByRole('tooltip').filter({ hasText: '原读' }).first().waitFor()
    await (await list(one, '人员')).locator('del', { hasText: '何清' }).waitFor()
    const units = await list(one, '单位')
    await units.getByRole('button', { name: '云溪林场', exact: true }).waitFor()
    await units.getByText(/林晓雨 \d+月\d+日 补充/).waitFor()
    await accessible(one)
    await fits(one)
  }

  await page.getByRole('button', { name: '导出为标注' }).click()
  const saving = page.waitForEvent('download')
  await dialog(page, '导出为标注').getByRole('button', { name: '下载标注' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/\.gold\.json$/)
  const gold = JSON.parse(await words(await saved.createReadStream())) as DocumentView['reading']
  const asked = await ask<z.infer<typeof GoldView>>(context, 'getGold', { params: { id: document.id } })
  expect(asked.gold).toEqual(gold)
  expect(asked.text).toBe(document.text)
  expect(gold.dates.find(d => d.text === '12月底前')?.to).toBe('2026-12-20')
  // The draft of the item follows the deadline, as nobody had set it otherwise.
  expect((await ask<DocumentView>(context, 'getDocument', { params: { id: document.id } })).drafts[0]!.dueOn).toBe('2026-12-20')
  expect(gold.people.map(p => p.name)).not.toContain('何清')
  const unit = gold.units.find(u => u.name === '云溪林场')!
  expect(document.text.slice(...unit.span)).toBe('云溪林场')

  // What was struck out and added can be taken back, and nothing but the date stays corrected.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '恢复：何清' }).click()
  await (await list(page, '人员')).getByRole('button', { name: '何清', exact: false }).first().waitFor()
  await page.getByRole('button', { name: '更正：云溪林场' }).click()
  await dialog(page, '更正：单位').getByRole('button', { name: '去掉补充' }).click()
  await page.getByRole('button', { name: '恢复：云溪林场' }).waitFor()
})

test('without a mouse: words are typed instead of selected, and a directive that is struck out makes no item', async () => {
  const { page, context } = await visit('officer')
  const { id } = await takeIn(context, '关于防汛备汛的通知', TASKS)
  const document = () => ask<DocumentView>(context, 'getDocument', { params: { id } })
  await open(page, `/documents/${id}`)
  await page.getByRole('button', { name: '补充读取…' }).focus()
  await page.keyboard.press('Enter')
  const add = dialog(page, '补充读取')
  await add.getByLabel('原文文字').fill('没有这几个字')
  await add.getByText('原文里没有这段文字').waitFor()
  await add.getByLabel('原文文字').fill('防汛砂石')
  await add.getByLabel('这是什么').selectOption('项目')
  await add.getByLabel('名称').press('Enter')
  await add.waitFor({ state: 'detached' })
  await soon(async () => (await document()).corrections.map(c => c.value?.name)).toEqual(['防汛砂石'])

  expect((await document()).drafts[0]!.chosen).toBe(true)
  await page.getByRole('button', { name: '更正：要求 1' }).click()
  await dialog(page, '更正：要求').getByRole('button', { name: '读错了，去掉' }).click()
  await soon(async () => (await document()).drafts.map(d => d.chosen)).toEqual([false, true])
  expect(await reading(page).getByRole('article').count()).toBe(1)
  await page.getByText('将交办 1 件').waitFor()
  await page.getByRole('button', { name: /^恢复：/ }).click()
  await soon(async () => (await document()).drafts.map(d => d.chosen)).toEqual([true, true])

  // A directive that was overlooked becomes a draft like the others.
  await page.getByRole('button', { name: '补充读取…' }).press('Enter')
  await add.getByLabel('原文文字').fill('云溪林场抓好防火')
  await add.getByLabel('这是什么').selectOption('要求')
  await add.getByLabel('谁提的').fill('周晓棠')
  await add.getByRole('button', { name: '保存' }).press('Enter')
  await page.getByRole('article', { name: '要求 3：云溪林场抓好防火' }).waitFor()
  await soon(async () => (await document()).drafts.length).toBe(3)
})

test('a directive is given its real end, a meeting and a repair are added, and what was typed outlives a reload', async () => {
  const { page, context } = await visit('officer')
  const { id, text } = await takeIn(context, '关于防汛碰头会的通知', ['昨日，全县召开防汛碰头会。', LONG_TASK])
  const document = () => ask<DocumentView>(context, 'getDocument', { params: { id } })
  await open(page, `/documents/${id}`)
  await page.getByRole('button', { name: '更正：要求 2' }).click()
  const form = dialog(page, '更正：要求')
  await form.getByLabel('末尾的原文').fill('撤离路线')
  await form.getByLabel('要求的话').fill('检修水库闸门（县水利局）')
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '更正：要求 2' }).click()
  expect(await form.getByLabel('要求的话').inputValue()).toBe('检修水库闸门（县水利局）')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  const [moved] = (await document()).corrections
  expect(text.slice(...(moved!.value!.span as [number, number])).endsWith('撤离路线')).toBe(true)

  await page.getByRole('button', { name: '补充读取…' }).click()
  const add = dialog(page, '补充读取')
  await add.getByLabel('原文文字').fill('全县召开防汛碰头会')
  await add.getByLabel('这是什么').selectOption('会议或考察')
  await add.getByLabel('名称').fill('防汛碰头会')
  await add.getByRole('button', { name: '保存' }).click()
  await add.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '补充读取…' }).click()
  await add.getByLabel('原文文字').fill('砂石')
  await add.getByLabel('这是什么').selectOption('修复')
  await add.getByLabel('应为').fill('沙石')
  await add.getByRole('button', { name: '保存' }).click()
  await add.waitFor({ state: 'detached' })
  await soon(async () => (await document()).corrections.slice(1).map(c => [c.of, c.value?.name ?? c.value?.now])).toEqual([
    ['events', '防汛碰头会'],
    ['repairs', '沙石'],
  ])
})

test('who may not correct sees what was corrected, and no button', async () => {
  const officer = await visit('officer')
  const { id, reading: read } = await takeIn(officer.context, '关于防汛物资的通知', TASKS)
  const value = { name: '云溪镇林场' }
  await ask(officer.context, 'postCorrection', { params: { id }, body: { of: 'units', index: 0, value } })
  expect(read.units.length).toBeGreaterThan(0)
  const { page } = await visit('leader')
  await open(page, `/documents/${id}`)
  await (await list(page, '单位')).getByText(/林晓雨 \d+月\d+日 更正/).waitFor()
  expect(await page.getByRole('button', { name: /^(更正|补充读取)/ }).count()).toBe(0)
})

test('a scan shows how far it is, stops when it is cancelled, and is read when it is sent again', async () => {
  const { page, context } = await visit('officer')
  await open(page, '/documents/new')
  const field = page.getByRole('textbox', { name: '正文' })
  await paste(field, '先记一笔。')
  const jpeg = readFileSync(SCAN)
  const book = Buffer.from(aPdf(Array.from({ length: PAGES }, () => ({ jpeg, width: 896, height: 512 }))))
  await page.getByLabel('选择文件').setInputFiles({ name: `扫描件${mark()}.pdf`, mimeType: 'application/pdf', buffer: book })
  const progress = page.getByText(new RegExp(`正在识别第 \\d+ 页，共 ${PAGES} 页`))
  await progress.waitFor()
  await accessible(page)
  const before = await ask<{ total: number }>(context, 'listDocuments')
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByText('已取消，没有登记').waitFor()
  expect(await page.getByRole('progressbar').count()).toBe(0)
  expect(await field.inputValue()).toBe('先记一笔。')
  const from = Date.now()
  await page.getByRole('button', { name: '再读一次' }).click()
  await progress.waitFor()
  const shown = Number(/第 (\d+) 页/.exec((await progress.textContent())!)![1])
  expect(shown).toBeLessThanOrEqual(PAGES)
  await page.waitForURL(/documents\/[0-9a-f-]{36}/, { timeout: 30_000 })
  await settled(page)
  console.log(`${PAGES} scanned pages are read in ${((Date.now() - from) / 1000).toFixed(1)} s`)
  await page
    .getByRole('article', { name: /^要求 1：/ })
    .first()
    .waitFor()
  // What was cancelled came to nothing: one document more, not two.
  expect((await ask<{ total: number }>(context, 'listDocuments')).total).toBe(before.total + 1)
})

test('a photograph of a notice is read to the end', async () => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  await page.getByLabel('选择文件').setInputFiles(SCAN)
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await settled(page)
  await page.getByRole('article', { name: /^要求 1：.*水源地排查/ }).waitFor()
})
