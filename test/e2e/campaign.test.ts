// A campaign: items are taken in, its burn-up moves as they are struck off, it ends with open work handed on, and its report stays the same to the byte.
import { buffer } from 'node:stream/consumers'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessible, dialog, fits, follow, open, soon, visit } from './browser.ts'
import { aCampaign, ask, endAfter, type Made, mark, member, register, unitNamed } from './county.ts'
import { addMember } from './steps.ts'

const command = (context: BrowserContext, { id, version }: Made, asked: object) =>
  ask<Made>(context, 'postCommand', { params: { id }, body: { version, command: asked } })

/** From its top: what the page's bar half covers is no fault of the page. */
async function whole(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  await fits(page)
  await accessible(page)
}

const bytes = async (page: Page): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word 文件' }).click()])
  expect(file.suggestedFilename()).toMatch(/完成情况的报告\.docx$/)
  return buffer(await file.createReadStream())
}

test('a campaign moves as its members are struck off, and ends with nothing lost', async () => {
  const officer = await visit('officer', { expected: /409/ })
  const liaison = await visit('water', { size: 'phone' })
  const { page, context } = officer
  const word = mark()
  const water = await unitNamed(context, '县水利局')
  const drive = await aCampaign(context, `渠道疏浚攻坚${word}`, water)
  const next = await aCampaign(context, `冬修水利会战${word}`, water)
  endAfter(context, next.id)
  await member(context, `甲渠清淤${word}`, water, drive.id)
  await member(context, `乙渠清淤${word}`, water, drive.id)
  const loose = await register(context, { title: `丙渠清淤${word}`, leadUnitId: water })

  // One more is taken in from the page.
  await open(page, `/items/${drive.id}`)
  const panel = page.getByRole('region', { name: '进度与成员' })
  await panel.getByText('2项均未完成').waitFor()
  await addMember(page, `丙渠清淤${word}`)
  await panel.getByText('3项均未完成').waitFor()
  await whole(page)

  // The liaison sees it on his phone, opens his own part of it, takes it on and reports it done.
  await open(liaison.page, `/items/${drive.id}`)
  await liaison.page.getByText('以下只计您单位可见的部分').waitFor()
  await whole(liaison.page)
  await follow(liaison.page, liaison.page.getByRole('link', { name: `丙渠清淤${word}` }))
  await fits(liaison.page)
  await liaison.page.getByRole('link', { name: new RegExp(`渠道疏浚攻坚${word}`) }).waitFor()
  const accepted = await command(liaison.context, { id: loose.id, version: loose.version + 1 }, { command: 'accept' })
  const submitted = await command(liaison.context, { id: loose.id, version: accepted.version }, { command: 'submit', words: '已疏通' })
  await command(context, { id: loose.id, version: submitted.version }, { command: 'close' })

  // The burn-up has moved, as a sentence and as a table one key away.
  await open(page, `/items/${drive.id}`)
  await panel.getByText('3项中已完成1项，占33.33%').waitFor()
  await panel.getByText(/今日完成 1 项/).waitFor()
  await panel.getByRole('figure').press('t')
  await panel.getByRole('region', { name: '3 项中已完成 1 项' }).getByRole('row').nth(1).waitFor()
  await panel.getByRole('button', { name: /^已完成 1$/ }).click()
  await panel.getByRole('region', { name: '纳入的事项' }).getByText('甲渠清淤').waitFor({ state: 'detached' })
  await whole(page)

  // It does not end before each open member's way is said; then it does, in one step.
  await panel.getByRole('button', { name: '结束并交接' }).click()
  const ending = dialog(page, '结束并交接')
  await ending.getByText('已完成 1 项；未完成 2 项，须逐项交代去向。').waitFor()
  await ending.getByRole('combobox', { name: `“甲渠清淤${word}”的去向` }).selectOption({ label: '留原单位继续办理' })
  await ending.getByText('移交 0 项，留原单位 1 项，未交代 1 项。').waitFor()
  expect(await ending.getByRole('button', { name: '结束', exact: true }).getAttribute('aria-disabled')).toBe('true')
  const taker = (await ending
    .getByRole('option', { name: new RegExp(`冬修水利会战${word}`) })
    .first()
    .textContent())!
  await ending.getByRole('combobox', { name: `“乙渠清淤${word}”的去向` }).selectOption({ label: taker })
  await ending.getByLabel('下一步工作').fill('冬修期间按周调度。')
  await accessible(page)
  await ending.getByRole('button', { name: '结束', exact: true }).click()
  await ending.waitFor({ state: 'detached' })
  const over = page.getByRole('region', { name: '结束时的情况' })
  await over.getByRole('button', { name: '全部 3' }).click()
  await over
    .getByRole('row')
    .filter({ hasText: `乙渠清淤${word}` })
    .getByText(`冬修水利会战${word}`)
    .waitFor()
  await over
    .getByRole('row')
    .filter({ hasText: `甲渠清淤${word}` })
    .getByText('留原单位继续办理')
    .waitFor()
  await whole(page)

  // The work goes on where it was handed to.
  await open(page, `/items/${next.id}`)
  await page
    .getByRole('region', { name: '进度与成员' })
    .getByRole('link', { name: `乙渠清淤${word}` })
    .waitFor()
  await page.getByRole('link', { name: new RegExp(`渠道疏浚攻坚${word}`) }).waitFor()

  // The report, twice, is the same to the byte.
  await open(page, `/items/${drive.id}`)
  await follow(page, over.getByRole('link', { name: '完成情况报告' }))
  await page.getByText('已完成1项，未完成2项（移交1项，留原单位继续办理1项）').waitFor()
  await page.getByText('冬修期间按周调度。').waitFor()
  await whole(page)
  const first = await bytes(page)
  expect(first.equals(await bytes(page))).toBe(true)
})

test.each([
  [1920, 1080],
  [3840, 2160],
])('the wall of a campaign fills %i × %i without scrolling, and says how old it is', async (width, height) => {
  const { page, context } = await visit('leader', { expected: /net::ERR_|Failed to fetch/ })
  const { items } = await ask<{ items: { id: string }[] }>(context, 'listKind', {
    params: { kind: 'campaign' },
    query: { q: '秋冬项目建设百日攻坚' },
  })
  await page.setViewportSize({ width, height })
  await page.clock.install()
  await open(page, `/wall/${items[0]!.id}`)
  await page.getByRole('list', { name: '四句话' }).getByText('已完成').waitFor()
  await page.getByRole('region', { name: '各单位完成情况' }).getByRole('row').nth(3).waitFor()
  await page
    .getByRole('region', { name: /第\d+天（共100天）/ })
    .locator('svg')
    .waitFor()
  await fits(page)
  const hidden = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.wall section')].filter(s => s.scrollHeight > s.clientHeight + 1).map(s => s.className),
    )
  await soon(hidden).toEqual([])
  await accessible(page)
  await page.getByText(/^数据更新于 [^，]*$/).waitFor()
  await context.setOffline(true)
  await page.clock.runFor(5 * 60_000)
  await page
    .getByRole('alert')
    .getByText(/连接中断：所示为/)
    .waitFor()
  await context.setOffline(false)
  await page.clock.runFor(21_000)
  await page.getByText(/^数据更新于 [^，]*$/).waitFor()
})

test('a programme is registered with its phases, and a reform keeps its tier only with a source', async () => {
  const { page } = await visit('officer', { expected: /422/ })
  const word = mark()
  await open(page, '/ledger/programme/new')
  await page.getByLabel('主题', { exact: true }).fill('转作风')
  await page.getByRole('button', { name: '加一行' }).click()
  const row = page.getByRole('group', { name: '第 1 行' })
  await row.getByLabel('阶段名称').fill('学习调研')
  await row.getByLabel('从', { exact: true }).fill('2026-11-01')
  await row.getByLabel('到', { exact: true }).fill('2026-10-01')
  await page.getByLabel('事项标题').fill(`作风主题教育${word}`)
  await accessible(page)
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByText('结束日期早于开始日期。').first().waitFor()
  await row.getByLabel('到', { exact: true }).fill('2099-12-31')
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByRole('list', { name: '阶段', exact: true }).getByText('进行中').waitFor()
  await whole(page)

  await open(page, '/ledger/reform/new')
  await page.getByLabel('方阵', { exact: true }).selectOption('第一方阵')
  await page.getByLabel('事项标题').fill(`一表申请改革${word}`)
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByText('不能为空。').first().waitFor()
  await page.getByLabel('方阵依据').fill('云川市委改革办通报')
  await page.getByLabel('依据日期').fill('2026-07-01')
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByRole('heading', { name: /改革事项/ }).waitFor()
  await page.getByText('云川市委改革办通报').waitFor()
  await fits(page)
})
