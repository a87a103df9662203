// A unit without accounts answers one item by a link on a phone, without signing in; the link taken back or changed says whom to call.
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import { accessible, dialog, fits, open, settled, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'

test('made by the officer, answered on a phone, taken back', async () => {
  const title = `排查山塘隐患${mark()}`
  const officer = await visit('officer')
  const { id, version } = await dispatched(officer.context, title, '县水利局')
  const edit = { version, command: { command: 'edit', draft: { measure: '20座' } } }
  const item = await ask<ItemView>(officer.context, 'postCommand', { params: { id }, body: edit })
  const desk = officer.page
  await open(desk, `/items/${item.id}`)
  await desk.getByRole('button', { name: '生成答复链接' }).click()
  const make = dialog(desk, '生成答复链接')
  await make.getByLabel('谁来答复').fill('云上飞')
  await make.getByLabel('他的电话').fill('13800000000')
  await make.getByLabel('督查室联系电话').fill('0999-7654321')
  await make.getByRole('button', { name: '生成', exact: true }).click()
  const address = await make.getByLabel('答复链接').inputValue()
  await make.getByRole('button', { name: '我已复制，关闭' }).click()

  const { page } = await visit(null, { size: 'phone', expected: /status of (404|410)/ })
  await page.goto(address)
  await settled(page)
  await page.getByText(/这是.*发给云上飞（县水利局）的单件答复链接，不用登录/).waitFor()
  expect(await page.getByRole('link', { name: '0999-7654321' }).getAttribute('href')).toBe('tel:09997654321')
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByText(`县水利局要${title}`).waitFor()
  await fits(page)
  await accessible(page)
  await page.getByRole('button', { name: '签收，开始办理' }).click()
  await page.getByLabel('本次完成（座）').fill('12')
  expect(await page.getByLabel('进度（%）').inputValue()).toBe('60')
  await page.getByRole('button', { name: '提交答复' }).click()
  await page.getByText('不能为空。').waitFor()
  await page.getByLabel('文字说明').fill('已排查山塘十二座。')
  // What is typed survives a reload.
  await page.reload()
  await page.getByLabel('文字说明').filter({ hasText: '已排查山塘十二座。' }).waitFor()
  await page.getByLabel('附件').setInputFiles({ name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from('十二座') })
  await page.getByRole('button', { name: '移除 现场.txt' }).waitFor()
  await page.getByRole('button', { name: '提交答复' }).click()
  await page.getByText('答复已收到，谢谢。').waitFor()
  await page.getByText('已完成 12 座，进度 60%').waitFor()
  expect(await page.getByLabel('本次完成（座）').inputValue()).toBe('12')
  await fits(page)

  await open(desk, `/items/${item.id}`)
  const said = desk.getByRole('region', { name: '办理过程' }).getByRole('listitem').filter({ hasText: '已排查山塘十二座。' })
  await said.getByText(/经链接答复： 云上飞（县水利局）/).waitFor()
  await said.getByRole('link', { name: '现场.txt' }).waitFor()
  await desk.getByRole('button', { name: '收回给云上飞的链接' }).click()
  await dialog(desk, '收回给云上飞的链接').getByRole('button', { name: '收回链接' }).click()
  await desk.getByText('链接已收回。').waitFor()

  await page.reload()
  await page.getByRole('heading', { name: '这个链接已不能用' }).waitFor()
  await page.getByText(/督查室已于.*收回了它/).waitFor()
  await page.getByRole('link', { name: '0999-7654321' }).waitFor()
  await fits(page)
  await page.goto(`${address.slice(0, -4)}AAAA`)
  await page.getByText(/链接不完整，或者在转发中被改动了/).waitFor()
})
