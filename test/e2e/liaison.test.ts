// One item through its life: the liaison's side on a phone, the officer's at the desk; every step a plain sentence in the timeline.
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dialog, fits, litText, open, settled, soon, visit } from './browser.ts'
import { dispatched, mark } from './county.ts'

/** A picture as a phone would take it, only smaller: one grey dot. */
function picture(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('accepted, reported with a picture, returned, submitted again and closed', async () => {
  const title = `清淤北渠十二公里${mark()}`
  const officer = await visit('officer')
  const item = await dispatched(officer.context, title, '县水利局')

  const { page, clicks, recount } = await visit('water', { size: 'phone' })
  await open(page, '/')
  await page.getByRole('link', { name: '待办' }).last().click()
  await page.getByRole('button', { name: `签收：${title}` }).click()
  await page.getByRole('button', { name: `反馈：${title}` }).click()
  const report = dialog(page, '反馈进展')
  await report.getByLabel('进度（%）').fill('40')
  await report.getByLabel('文字说明').fill('已清淤五公里，其余在下月完成。')
  await report.getByLabel('附件').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: picture() })
  await report.getByRole('button', { name: '移除 现场.png' }).waitFor()
  await fits(page)
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })
  await page.getByText('反馈已完成。').waitFor()

  recount()
  await page.getByRole('link', { name: title }).click()
  await settled(page)
  await fits(page)
  await page.getByText('进度 40%（上次 0%）。').waitFor()
  await page.getByText('已清淤五公里，其余在下月完成。').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '现场.png', exact: true }).click()])
  expect(download.suggestedFilename()).toBe('现场.png')

  // One click from the item: the sentence it comes from, lit.
  recount()
  await page.getByRole('link', { name: '在原文中查看' }).click()
  await soon(() => litText(page)).toContain(`县水利局要${title}`)
  expect(clicks()).toBe(1)
  await page.goBack()

  await page.getByRole('button', { name: '报请销号' }).click()
  await dialog(page, '报请销号').getByLabel('文字说明').fill('十二公里全部清完。')
  await dialog(page, '报请销号').getByRole('button', { name: '报请销号' }).click()
  await page.getByText('报请销号已完成。').waitFor()

  // The officer finds it among what waits for him, and it is not enough.
  const desk = officer.page
  await open(desk, '/todo')
  await desk.getByRole('listitem').filter({ hasText: title }).getByText('十二公里全部清完。').waitFor()
  await desk.getByRole('button', { name: `退回：${title}` }).click()
  await dialog(desk, '退回').getByRole('button', { name: '退回补办' }).click()
  await dialog(desk, '退回').getByText('不能为空。').waitFor()
  await dialog(desk, '退回').getByLabel('理由').fill('缺验收单，请补。')
  await dialog(desk, '退回').getByRole('button', { name: '退回补办' }).click()
  await dialog(desk, '退回').waitFor({ state: 'detached' })

  await open(page, '/todo')
  const returned = page.getByRole('listitem').filter({ hasText: title })
  await returned.getByText('被退回').waitFor()
  await returned.getByText('缺验收单，请补。').waitFor()
  await page.getByRole('button', { name: `反馈：${title}` }).click()
  await report.getByLabel('文字说明').fill('验收单已补。')
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `报请销号：${title}` }).click()
  await dialog(page, '报请销号').getByLabel('文字说明').fill('材料齐全。')
  await dialog(page, '报请销号').getByRole('button', { name: '报请销号' }).click()
  await dialog(page, '报请销号').waitFor({ state: 'detached' })

  await open(desk, `/items/${item.id}`)
  await desk.getByRole('button', { name: '办结' }).click()
  await dialog(desk, '办结').getByRole('button', { name: '核查通过，办结' }).click()
  await desk.getByText('核查通过，按期办结销号。').waitFor()

  const said = await desk.getByRole('region', { name: '办理过程' }).getByRole('listitem').allInnerTexts()
  // Files stand in lists of their own inside an entry.
  const steps = said.map(s => s.split('\n')[0]!.replace(/\s+/g, ' ')).filter(s => !s.includes('.png'))
  expect(steps).toEqual([
    expect.stringMatching(/^办结 ?核查通过，按期办结销号。$/),
    expect.stringMatching(/^报请销号 ?已办成，请督查室核查。$/),
    expect.stringMatching(/^反馈 ?进度仍为 100%。$/),
    expect.stringMatching(/^退回 ?核查未通过，退回补办。$/),
    expect.stringMatching(/^报请销号 ?已办成，请督查室核查。$/),
    expect.stringMatching(/^反馈 ?进度 40%（上次 0%）。$/),
    expect.stringMatching(/^签收 ?已签收，开始办理。$/),
    expect.stringMatching(/^交办 ?交县水利局牵头办理，时限2099年12月31日。$/),
    expect.stringMatching(/^立项 ?由文件立项登记，编号 \d{4}-\d{4,}。$/),
  ])
})
