// A visit from its report to what came of it: eleven sites taken in as leads and cases, one signed and started, a lesson turned into an action and looked at again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentView } from '../../src/core/contract/document.ts'
import type { ItemView } from '../../src/core/contract/item.ts'
import { addDays, dayOf } from '../../src/core/day.ts'
import { accessible, dialog, fits, open, visit } from './browser.ts'
import { ask, mark } from './county.ts'
import { pick, renameVisit, signAndStart } from './steps.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'visit-report.txt'), 'utf8')

test('eleven sites of a report become leads and cases in one step, one is signed and started, and a lesson becomes an action', async () => {
  const { page, context } = await visit('officer')
  const word = mark()
  const document = await ask<DocumentView>(context, 'postDocument', { body: { text: SAMPLE, name: '' } })

  await open(page, `/documents/${document.id}`)
  await page.getByRole('link', { name: '考察点 11 处，登记考察' }).click()
  await page.getByRole('heading', { name: '考察点 11 处' }).waitFor()
  await fits(page)
  await accessible(page)

  // Left out, turned round, corrected.
  await page.getByLabel('望澜陶艺馆项目怎样登记').selectOption('不登记')
  await renameVisit(page, `赴望澜市考察${word}`, '恒阳新材料公司', `恒阳新材料${word}`)
  await pick(page, page.getByLabel(/^牵头单位/), '县招商服务中心')
  await page.getByRole('checkbox', { name: '干部作风硬' }).uncheck()
  await page.getByText(/招商线索 7 条、对标案例 3 个、经验 3 条/).waitFor()

  // What was typed outlives a look elsewhere.
  await open(page, '/todo')
  await open(page, `/documents/${document.id}/visits`)
  expect(await page.getByLabel('考察名称').inputValue()).toBe(`赴望澜市考察${word}`)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: `赴望澜市考察${word}` }).waitFor()
  await page.getByText('招商线索 7 条，已签约 0 个。').waitFor()
  await page.getByText('经验 3 条。').waitFor()
  await fits(page)
  await accessible(page)
  const visited = page.url()

  // One lead is signed and started, each with what it asks for.
  await page.getByRole('link', { name: new RegExp(`恒阳新材料${word}`) }).click()
  await page.getByText('21.5亿元').first().waitFor()
  await signAndStart(page, '2026-11-10', '2026-11-18')
  await open(page, visited)
  await page.getByText('招商线索 7 条，已签约 1 个。').waitFor()

  // A lesson without an action says so; with one it is looked at on the 30th day.
  await page
    .getByRole('region', { name: '考察成果' })
    .getByRole('link', { name: /要素保障实/ })
    .click()
  await page.getByText('还没有转化为本地行动').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: '转化为行动' }).click()
  const adapting = dialog(page, '转化为行动')
  await accessible(page)
  await adapting.getByLabel('做什么').fill(`建立标准地储备库${word}`)
  await adapting.getByLabel('牵头单位').fill('发展和改革')
  await adapting.getByRole('option', { name: /县发展和改革局/ }).click()
  await adapting.getByLabel('时限', { exact: true }).fill('2099-12-31')
  await adapting.getByRole('button', { name: '交办' }).click()
  await adapting.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: '第 30 天' }).waitFor()
  await page
    .getByRole('link', { name: new RegExp(`建立标准地储备库${word}`) })
    .first()
    .waitFor()
  await fits(page)

  await page.getByRole('button', { name: '回头看', exact: true }).click()
  const looking = dialog(page, '回头看')
  await looking.getByLabel('成效保持').check()
  await looking.getByRole('textbox').first().fill('储备库已挂出12宗。')
  await looking.getByRole('button', { name: '记下结果' }).click()
  await looking.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: '第 30 天：已看' }).waitFor()
})

test('what was registered from a report is taken back as one step', async () => {
  const { page, context } = await visit('officer')
  const document = await ask<DocumentView>(context, 'postDocument', { body: { text: SAMPLE, name: '' } })
  await open(page, `/documents/${document.id}/visits`)
  await page.getByRole('button', { name: '全部作案例' }).click()
  await page.getByText(/招商线索 0 条、对标案例 11 个/).waitFor()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('经验 4 条。').waitFor()
  await page.getByRole('button', { name: '整体撤销' }).click()
  const undoing = dialog(page, '整体撤销')
  await undoing.getByText(/经验 4 条/).waitFor()
  await undoing.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已撤销 5 件').waitFor()
  await open(page, `/documents/${document.id}/visits`)
  await page.getByRole('button', { name: '登记', exact: true }).waitFor()
})

test('on a phone a liaison takes on the action that came of a lesson and reports', async () => {
  const { context } = await visit('officer')
  const { units } = await ask<{ units: { id: string; name: string }[] }>(context, 'listUnits')
  const water = units.find(u => u.name === '县水利局')!.id
  const detail = { kind: 'lesson', fields: { seen: '每座水库一名首席服务员，隐患当天上图。' } }
  const lesson = await ask<ItemView>(context, 'postItem', { body: { draft: { title: `一库一员${mark()}` }, detail } })
  const title = `建立水库首席服务员制度${mark()}`
  await ask(context, 'adaptLesson', {
    params: { id: lesson.id },
    body: { version: lesson.version, title, leadUnitId: water, dueOn: addDays(dayOf(Date.now()), 1) },
  })

  const { page } = await visit('water', { size: 'phone' })
  await open(page, '/todo')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page.getByRole('heading', { name: title }).waitFor()
  await fits(page)
  await accessible(page)
  await page.getByRole('button', { name: '签收' }).click()
  await page.getByRole('button', { name: '反馈', exact: true }).waitFor()
})
