// The board of the places below: from the county's board to a township's cell, its answer in a sentence and its year; and what units pledged.
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IndicatorView } from '../../src/core/contract/indicator.ts'
import { WHOLE } from '../../src/core/indicator.ts'
import { accessible, dialog, fits, follow, open, visit } from './browser.ts'
import { ask, mark, unitNamed } from './county.ts'
import { aTownship, come } from './township.ts'

/** A year that is over, so that no test waits for a month. */
const YEAR = new Date().getFullYear() - 1
const OCTOBER = `/indicators?year=${YEAR}&month=10`
const PLACE = { id: '990124198', name: '柳溪乡' }

async function anIndicator(who: BrowserContext, more: object = {}): Promise<{ id: string; name: string }> {
  const name = `试验指标${mark()}`
  const body = { name, kind: 'volume', basis: 'cumulative', unit: '亩', topic: 'agriculture', ...more }
  const { id } = await ask<IndicatorView>(who, 'postIndicator', { body })
  return { id, name }
}
const aim = (who: BrowserContext, id: string, parts: object) =>
  ask(who, 'putTarget', { params: { id }, body: { unitId: WHOLE, year: YEAR, value: 120, seen: 0, ...parts } })
const report = (who: BrowserContext, id: string, parts: object) =>
  ask(who, 'postReading', { params: { id }, body: { unitId: WHOLE, year: YEAR, month: 10, value: 24, seen: 0, ...parts } })

test('the office opens a figure of a place below, and sees its sentence and its year, but nothing of its units', async () => {
  const town = await come((await aTownship(PLACE)).officer)
  const figure = await anIndicator(town.context, { code: `t-${mark()}` })
  await aim(town.context, figure.id, {})
  await report(town.context, figure.id, {})

  const { page } = await visit('officer')
  await open(page, OCTOBER)
  const below = page.getByRole('table', { name: '下级整体进度' })
  await below.getByRole('button', { name: `${PLACE.name} ${figure.name}：欠 63.33` }).click()
  const said = dialog(page, `${PLACE.name} ${figure.name}`)
  await said.getByText(/1—10月累计完成24\.00亩，为年度目标120\.00亩的20%.*63\.33个百分点/).waitFor()
  const chart = said.getByRole('figure', { name: /欠序时 63\.33 个百分点/ })
  await chart.getByRole('img').waitFor()
  await chart.press('t')
  await chart.getByRole('row', { name: /10月 24\.00 100\.00/ }).waitFor()
  await said.getByText(`这里只看得到${PLACE.name}的全域数`).waitFor()
  await accessible(page)

  // The other way round nothing is seen: the township has none below it.
  await open(town.page, OCTOBER)
  await town.page.getByRole('button', { name: new RegExp(`${figure.name}：欠序时`) }).waitFor()
  expect(await town.page.getByRole('table', { name: '下级整体进度' }).count()).toBe(0)
})

test('what a unit pledged stands in its row, below the board and on its series, kept or missed', async () => {
  const officer = await visit('officer')
  const unit = '县水利局'
  const unitId = await unitNamed(officer.context, unit)
  const figure = await anIndicator(officer.context)
  await aim(officer.context, figure.id, { unitId, kind: 'commitment', value: 30, dueOn: `${YEAR}-10-31` })
  await report(officer.context, figure.id, { unitId })

  const { page } = await visit('leader')
  await open(page, OCTOBER)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: unit }) })
  await row.getByRole('button', { name: new RegExp(`${unit}.*承诺.*未兑现`) }).click()
  const said = dialog(page, unit)
  await said.getByText(/承诺(\d+年)?10月31日前达到30\.00亩；10月为24\.00亩/).waitFor()
  await accessible(page)
  await page.keyboard.press('Escape')
  const pledges = page.getByRole('table', { name: '承诺兑现' })
  const line = pledges.getByRole('row').filter({ hasText: figure.name })
  await line.getByText('未兑现').waitFor()
  await follow(page, line.getByRole('link', { name: figure.name }))
  await page
    .getByRole('region', { name: '承诺' })
    .getByText(/未兑现/)
    .first()
    .waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, OCTOBER)
  await page.getByRole('table', { name: '承诺兑现' }).getByText(figure.name).waitFor()
  await fits(page)
})
