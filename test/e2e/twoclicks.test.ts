// Accepting is one press and reporting is two, from the list and from the ledger, at the desk and on a phone; a figure given once is filled in the next time.
import { expect, test } from 'vitest'
import { accessible, dialog, fits, open, type Size, TODO, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'

test.each<Size>(['desk', 'phone'])('accepted and reported from the list on the %s', async size => {
  const title = `衬砌斗渠${mark()}`
  const officer = await visit('officer')
  const item = await dispatched(officer.context, title, '县水利局')
  const edit = { version: item.version, command: { command: 'edit', draft: { measure: '12公里' } } }
  await ask(officer.context, 'postCommand', { params: { id: item.id }, body: edit })

  const { page, clicks, recount } = await visit('water', { size })
  await open(page, TODO)
  recount()
  await page.getByRole('button', { name: `签收：${title}` }).click()
  const report = page.getByRole('button', { name: `反馈：${title}` })
  await report.waitFor()
  expect(clicks()).toBe(1)

  const form = dialog(page, '反馈进展')
  recount()
  await report.click()
  await form.getByLabel('本次完成（公里）').fill('3')
  await form.getByText('占目标 12 公里 的 25%').waitFor()
  await form.getByLabel('文字说明').fill('已衬砌三公里。')
  await form.getByRole('button', { name: '提交反馈' }).click()
  await form.waitFor({ state: 'detached' })
  expect(clicks()).toBe(2)

  await report.click()
  expect(await form.getByLabel('本次完成（公里）').inputValue()).toBe('3')
  await form.getByText(/上次 3 公里，何清/).waitFor()
  expect(await form.getByLabel('进度（%）').inputValue()).toBe('25')
})

test.each<Size>(['desk', 'phone'])('accepted and reported from the ledger’s row on the %s', async size => {
  const title = `加固泵站${mark()}`
  const officer = await visit('officer')
  await dispatched(officer.context, title, '县水利局')

  const { page, clicks, recount } = await visit('water', { size })
  await open(page, `/items?q=${encodeURIComponent(title)}`)
  recount()
  await page.getByRole('button', { name: `签收：${title}` }).click()
  const report = page.getByRole('button', { name: `反馈：${title}` })
  await report.waitFor()
  expect(clicks()).toBe(1)
  await fits(page)
  await accessible(page)

  const form = dialog(page, '反馈进展')
  recount()
  await report.click()
  await form.getByLabel('文字说明').fill('机组已到场。')
  await form.getByRole('button', { name: '提交反馈' }).click()
  await form.waitFor({ state: 'detached' })
  expect(clicks()).toBe(2)

  await open(officer.page, `/items?q=${encodeURIComponent(title)}`)
  await officer.page.getByRole('link', { name: title }).waitFor()
  expect(await officer.page.getByRole('button', { name: `反馈：${title}` }).count(), 'the office does not report for a unit').toBe(0)
})
