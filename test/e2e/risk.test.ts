// A risk from the figure that raises it to the leader who accepts it: judged, measured, reviewed, and refused where more is left than there was.
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import type { KindList } from '../../src/core/contract/kind.ts'
import { accessible, dialog, fits, open, visit } from './browser.ts'
import { ask, mark, unitNamed } from './county.ts'
import { moveOn, watchFigure } from './steps.ts'

const WHOLE = '00000000-0000-0000-0000-000000000000'

test('a figure crosses a line, and the risk that it raises is judged, treated, reviewed and accepted by a leader', async () => {
  const { page, context } = await visit('officer', { expected: /422/ })
  const word = mark()
  const indicator = await ask<{ id: string }>(context, 'postIndicator', {
    body: { name: `采购经理指数${word}`, kind: 'level', basis: 'point', unit: '', topic: 'economy', published: true },
  })
  const figure = (month: number, value: number) =>
    ask(context, 'postReading', { params: { id: indicator.id }, body: { unitId: WHOLE, year: 2026, month, value, seen: 0 } })

  // The rule, on its page.
  await watchFigure(page, { indicator: `采购经理指数${word}`, threshold: '50', lead: '县财政局' })
  await fits(page)
  await accessible(page)

  // Two months below it.
  await figure(8, 51)
  await figure(9, 49.6)
  await figure(10, 49.1)
  await open(page, '/warnings')
  await page
    .getByRole('row')
    .filter({ hasText: word })
    .getByRole('link', { name: /低于50/ })
    .click()
  await page.getByText(`采购经理指数${word}截至2026年10月为49.1，连续2期低于预警线50。`).first().waitFor()

  // Judged: the levels follow by the matrix.
  await moveOn(page, { 固有可能性: '4 很可能', 固有影响: '3 中等', 当前可能性: '4 很可能', 当前影响: '2 较小' })
  await page.getByRole('heading', { name: /已研判/ }).waitFor()
  const place = page.getByRole('region', { name: '三个等级' })
  await expect.poll(() => place.innerText()).toMatch(/固有\s*较大风险\s*当前\s*一般风险/)

  // More left than there was: refused, until it is said why.
  await page.getByRole('button', { name: '推进阶段' }).click()
  const moving = dialog(page, '推进阶段')
  await moving.getByLabel('应对思路').fill('稳住重点企业订单')
  await moving.getByLabel('剩余可能性').selectOption('5 几乎必然')
  await moving.getByLabel('剩余影响').selectOption('5 特别严重')
  await moving.getByRole('button', { name: '推进阶段' }).click()
  await moving.getByText('剩余等级（重大风险）高于固有等级（较大风险）').waitFor()
  await moving.getByLabel('剩余可能性').selectOption('2 不太可能')
  await moving.getByLabel('剩余影响').selectOption('2 较小')
  await moving.getByRole('button', { name: '推进阶段' }).click()
  await moving.waitFor({ state: 'detached' })

  // A measure is an item.
  await place.getByRole('link', { name: '登记一项措施' }).click()
  await page.getByLabel('事项标题').fill(`走访重点企业${word}`)
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await place.getByText('0/1 已完成').waitFor()
  await page.getByRole('link', { name: `走访重点企业${word}` }).waitFor()

  // Reviewed, with what was found.
  await place.getByRole('button', { name: '复核' }).click()
  const review = dialog(page, '复核')
  await review.getByLabel('当前影响').selectOption('3 中等')
  await review.getByLabel('复核意见').fill('新订单仍弱，影响上调')
  await review.getByRole('button', { name: '复核' }).click()
  await review.waitFor({ state: 'detached' })
  await expect.poll(() => place.innerText()).toMatch(/当前\s*较大风险/)
  await place.getByText(/还有 30 天/).waitFor()
  await fits(page)
  await accessible(page)

  // The matrix counts it, and its cell opens it.
  await open(page, '/ledger/risk?view=matrix')
  await page.getByRole('link', { name: /可能性 4 很可能、影响 3 中等/ }).waitFor()
  await fits(page)
  await accessible(page)
  await page.getByRole('link', { name: /可能性 4 很可能、影响 3 中等/ }).click()
  await page.getByRole('link', { name: new RegExp(word) }).waitFor()

  // Accepted by a leader until a day.
  const { items } = await ask<KindList>(context, 'listKind', { params: { kind: 'risk' }, query: { q: word } })
  const leader = await visit('leader')
  await open(leader.page, `/items/${items[0]!.id}`)
  await moveOn(leader.page, { 接受理由: '外需回落所致，先观察两个季度', 接受到: '2099-06-30' })
  await leader.page.getByText('已由领导接受到 2099年6月30日').waitFor()
  await accessible(leader.page)
})

test('on a phone the unit that leads a risk reviews it', async () => {
  const officer = await visit('officer')
  const word = mark()
  const leadUnitId = await unitNamed(officer.context, '县水利局')
  const detail = { kind: 'risk', fields: { category: 'safety', sign: '渗水点两处' } }
  const made = await ask<ItemView>(officer.context, 'postItem', {
    body: { draft: { title: `水库渗水${word}`, leadUnitId }, dispatch: true, detail },
  })
  const evidence = { inherentLikelihood: '5', inherentImpact: '5', likelihood: '5', impact: '5', reviewedOn: '2026-01-05' }
  await ask(officer.context, 'postCommand', {
    params: { id: made.id },
    body: { version: made.version, command: { command: 'move', to: 'assessed', evidence } },
  })
  const { page } = await visit('water', { size: 'phone' })
  await open(page, `/items/${made.id}`)
  await page.getByText(/复核已过期/).waitFor()
  await page.getByRole('button', { name: '复核' }).click()
  const review = dialog(page, '复核')
  await review.getByLabel('当前可能性').selectOption('2 不太可能')
  await review.getByLabel('复核意见').fill('帷幕灌浆完成')
  await review.getByRole('button', { name: '复核' }).click()
  await review.waitFor({ state: 'detached' })
  await page
    .getByText(/下次复核/)
    .first()
    .waitFor()
  await fits(page)
  await accessible(page)
})
