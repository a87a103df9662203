// Two officers correct the same directive: what does not clash goes in side by side, what does is shown with both values.
import { expect, test } from 'vitest'
import type { DocumentView } from '../../src/core/contract/document.ts'
import { dialog, open, visit } from './browser.ts'
import { ask, mark, takeIn } from './county.ts'

/** 409: the second is told that he was not first. */
const STALE = /status of 409/

test('the second officer sees both titles and nothing is lost', async () => {
  const first = await visit('officer')
  const second = await visit('otherOfficer', { expected: STALE })
  const document = await takeIn(first.context, `关于春耕备耕${mark()}的通知`, [
    '县农业农村局要在12月底前备足良种。',
    '县水利局要检修渠道。',
  ])
  const draft = async (index: number) =>
    (await ask<DocumentView>(first.context, 'getDocument', { params: { id: document.id } })).drafts.find(d => d.index === index)!
  const [one, two] = document.drafts.map(d => ({ index: d.index })) as [{ index: number }, { index: number }]
  await open(first.page, `/documents/${document.id}`)
  await open(second.page, `/documents/${document.id}`)

  const card = (of: typeof first, index: number) => of.page.getByRole('article', { name: new RegExp(`^要求 ${index + 1}：`) })
  const retitle = async (of: typeof first, index: number, title: string) => {
    await card(of, index)
      .getByRole('button', { name: /^修改：/ })
      .click()
    await of.page.getByRole('textbox', { name: '事项标题' }).fill(title)
    await of.page.keyboard.press('Enter')
  }
  await retitle(first, one.index, '备足良种五百吨')
  await expect.poll(async () => (await draft(one.index)).title).toBe('备足良种五百吨')
  await retitle(second, one.index, '备足良种六百吨')
  const clash = dialog(second.page, '林晓雨同时改了这一条')
  await clash.getByText('备足良种五百吨').waitFor()
  await clash.getByText('备足良种六百吨').waitFor()
  await clash.getByRole('button', { name: '用我填的' }).click()
  await expect.poll(async () => (await draft(one.index)).title).toBe('备足良种六百吨')

  // Different fields of one directive: both stay, nobody is asked.
  await retitle(first, two.index, '检修渠道三十公里')
  await expect.poll(async () => (await draft(two.index)).title).toBe('检修渠道三十公里')
  await card(second, two.index).getByRole('button', { name: /^时限/ }).click()
  await dialog(second.page, '设定时限').getByLabel('日期').fill('2099-12-20')
  await second.page.keyboard.press('Enter')
  await expect.poll(async () => (await draft(two.index)).dueOn).toBe('2099-12-20')
  expect((await draft(two.index)).title).toBe('检修渠道三十公里')
  await card(second, two.index).getByText('检修渠道三十公里').waitFor()
})
