// One story through every ledger: a page about a visit becomes leads, one of them is built and moves its campaign, a figure raises a risk, and what a town is asked is counted; the town's part on a phone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayOf } from '../../src/core/day.ts'
import { accessible, dialog, fits, follow, open, paste, settled, visit } from './browser.ts'
import { aCampaign, ask, endAfter, mark, member, unitNamed } from './county.ts'
import { addMember, fillRequest, moveOn, openAnswer, openBurdenOf, pick, renameVisit, signAndStart, watchFigure } from './steps.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'visit-report.txt'), 'utf8')
const TODAY = dayOf(Date.now())
const WHOLE = '00000000-0000-0000-0000-000000000000'
/** Eight pages of two people, one after another. */
const LONG_MS = 300_000

async function whole(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  await fits(page)
  await accessible(page)
}

/** What the table behind a campaign's burn-up says of its first day, which is today: done on the day, and done by then. */
async function burnToday(page: Page, said: string): Promise<string[]> {
  await page.getByText(said).first().waitFor()
  await page.getByRole('figure').press('t')
  const table = page.getByRole('region', { name: /^2 项中已完成 \d 项$/ }).getByRole('table')
  await table.waitFor()
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const cells = (await table.getByRole('row').nth(1).innerText()).split('\t')
  return ['当日完成', '已完成'].map(name => cells[heads.indexOf(name)]!)
}

test('from a page about a visit to a project that is built, a campaign that moves, a risk, and a month of what a town is asked', {
  timeout: LONG_MS,
}, async () => {
  const { page, context } = await visit('officer')
  const word = mark()
  const lead = `恒阳新材料${word}`

  // The page of a newspaper is taken in, and its eleven sites with it.
  await open(page, '/documents/new')
  await paste(page.getByRole('textbox', { name: '正文' }), SAMPLE)
  await page.getByRole('button', { name: '解读' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await settled(page)
  await follow(page, page.getByRole('link', { name: '考察点 11 处，登记考察' }))
  await renameVisit(page, `望澜考察${word}`, '恒阳新材料公司', lead)
  await pick(page, page.getByLabel(/^牵头单位/), '县招商服务中心')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: `望澜考察${word}` }).waitFor()
  await page.getByText(/招商线索 \d+ 条，已签约 0 个。/).waitFor()
  const visited = page.url()

  // A campaign takes the lead in, beside what a town does for it.
  const town = await unitNamed(context, '云溪镇')
  const drive = await aCampaign(context, `望澜项目落地攻坚${word}`, await unitNamed(context, '县招商服务中心'), '对接项目开工一个')
  endAfter(context, drive.id)
  const task = `腾退恒阳项目地块${word}`
  await member(context, task, town, drive.id)
  await open(page, `/items/${drive.id}`)
  await addMember(page, lead)
  expect(await burnToday(page, '2项均未完成')).toEqual(['0', '0'])
  await page.getByRole('region', { name: '纳入的事项' }).getByRole('link', { name: lead }).waitFor()
  await whole(page)

  // The lead is signed and started with its evidence: the visit counts it, and the campaign's burn-up has moved.
  await follow(page, page.getByRole('link', { name: lead }).first())
  await signAndStart(page, TODAY, TODAY)
  await open(page, visited)
  await page.getByText(/招商线索 \d+ 条，已签约 1 个。/).waitFor()
  await open(page, `/items/${drive.id}`)
  expect(await burnToday(page, '2项中已完成1项，占50%')).toEqual(['1', '1'])
  await whole(page)

  // A figure over its line raises a risk, which stands on the ledger.
  const indicator = await ask<{ id: string }>(context, 'postIndicator', {
    body: { name: `园区用工缺口${word}`, kind: 'level', basis: 'point', unit: '人', topic: 'economy', published: true },
  })
  await watchFigure(page, { indicator: `园区用工缺口${word}`, side: '高于', threshold: '300', lead: '县人力资源和社会保障局' })
  for (const [month, value] of [
    [8, 250],
    [9, 320],
    [10, 410],
  ])
    await ask(context, 'postReading', { params: { id: indicator.id }, body: { unitId: WHOLE, year: 2026, month, value, seen: 0 } })
  await open(page, `/ledger/risk?view=table&q=${word}`)
  await follow(page, page.getByRole('link', { name: new RegExp(`园区用工缺口${word}`) }))
  await page
    .getByText(/410.*高于预警线300/)
    .first()
    .waitFor()

  // A department asks the town for figures: registered, checked, approved in a leader's name, sent.
  const request = `项目地块腾退情况表${word}`
  await fillRequest(page, {
    title: request,
    sender: '县自然资源局',
    unit: '云溪镇',
    purpose: '核对项目地块腾退进度',
    minutes: '120',
    on: TODAY,
    field: [`腾退户数${word}`, '户', '月'],
  })
  await page.getByRole('region', { name: '时间账与查重' }).getByText('一年共 2 小时').waitFor()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: request }).waitFor()
  await moveOn(page)
  await moveOn(page, { 同意的县领导: '周晓棠', 超上限的理由: '项目开工在即' })
  await moveOn(page, { 发出日期: TODAY })
  const asked = page.url()

  // The town's liaison on his phone: takes his item on and reports, answers the request, sees what his town is asked.
  const { page: phone } = await visit('town', { size: 'phone' })
  await open(phone, `/items?q=${word}`)
  await follow(phone, phone.getByRole('link', { name: task }))
  await whole(phone)
  await phone.getByRole('button', { name: '签收' }).click()
  await phone.getByRole('button', { name: '反馈', exact: true }).click()
  const report = dialog(phone, '反馈进展')
  await report.getByLabel('进度（%）').fill('40')
  await report.getByLabel('文字说明').fill('已腾退三十二户。')
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })
  await openAnswer(phone, request)
  await phone.getByLabel(`腾退户数${word}（户）`).fill('32')
  await whole(phone)
  await phone.getByRole('button', { name: '报送' }).click()
  await phone.getByText('已报送。').waitFor()
  await open(phone, '/burden')
  await openBurdenOf(phone, '云溪镇', request)
  await whole(phone)

  // At the desk all of it has arrived: the member's progress, the answer, and the town's hours of the month.
  await open(page, `/items/${drive.id}`)
  await page.getByRole('region', { name: '纳入的事项' }).getByRole('row').filter({ hasText: task }).getByText('40%').waitFor()
  await open(page, asked)
  await page.getByText('已报 1/1').waitFor()
  await open(page, '/burden')
  const row = await openBurdenOf(page, '云溪镇', request)
  await row.getByRole('cell', { name: '2', exact: true }).waitFor()
  await page.getByText(new RegExp(`^${Number(TODAY.slice(0, 4))}年${Number(TODAY.slice(5, 7))}月被要 \\d+ 份`)).waitFor()
  await whole(page)
})
