// One item through its life, from its document to its closing: the units' side on phones, the officer's at the desk; every step a plain sentence in the timeline.
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, fits, follow, litText, open, settled, soon, TODO, visit } from './browser.ts'
import { mark, takeIn } from './county.ts'

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

/** Five directives to the five units that they name, the first with a co-unit, all of it on the document's page. */
async function dispatchAll(page: Page, documentId: string, title: string): Promise<void> {
  await open(page, `/documents/${documentId}`)
  const card = page.getByRole('article', { name: /^要求 1：/ })
  await card.getByRole('button', { name: '牵头 县水利局' }).waitFor()
  await card.getByRole('button', { name: /^修改：/ }).click()
  await page.getByRole('textbox', { name: '事项标题' }).fill(title)
  await page.keyboard.press('Enter')
  await card.getByRole('button', { name: '配合 无' }).click()
  const co = dialog(page, '设定配合单位')
  await co.getByRole('combobox', { name: '配合单位' }).fill('县住房和城乡建设局')
  await co.getByRole('option', { name: /^县住房和城乡建设局/ }).click()
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: '配合 县住房和城乡建设局' }).waitFor()
  await page.getByText('将交办 5 件').waitFor()
  await page.getByRole('button', { name: '交办', exact: true }).click()
  await page.getByText('✓ 已交办 5 件').waitFor()
  await follow(page, page.getByRole('link', { name: '在台账中查看' }))
  await page.getByText('共 5 件').waitFor()
  for (const unit of ['县水利局', '县农业农村局', '云溪镇', '松岗镇', '河口镇'])
    await page.getByRole('table', { name: '事项台账' }).getByRole('cell', { name: unit, exact: true }).first().waitFor()
}

test('dispatched with four others, accepted, reported with a picture, answered by the co-unit, returned, submitted again and closed', async () => {
  const title = `清淤北渠十二公里${mark()}`
  const officer = await visit('officer')
  const due = '2099年12月31日前'
  const document = await takeIn(officer.context, `关于${title}等工作的通知`, [
    `县水利局要${due}${title}。`,
    `县农业农村局要${due}备足良种五百吨。`,
    `云溪镇要${due}整治沿河乱堆乱放。`,
    `松岗镇要${due}检修排涝泵站三座。`,
    `河口镇要${due}加固堤防二公里。`,
  ])
  await dispatchAll(officer.page, document.id, title)
  await follow(officer.page, officer.page.getByRole('table', { name: '事项台账' }).getByRole('link', { name: title }))
  const address = new URL(officer.page.url()).pathname

  const { page, clicks, recount } = await visit('water', { size: 'phone' })
  await open(page, '/')
  await follow(page, page.getByRole('link', { name: '待办' }).last())
  await open(page, TODO)
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
  await soon(() => litText(page)).toContain(`县水利局要${due}${title}`)
  expect(clicks()).toBe(1)
  await page.goBack()

  // The co-unit adds words and evidence; how far the item is stays the lead unit's word.
  const co = await visit('housing', { size: 'phone' })
  await open(co.page, `/items?q=${encodeURIComponent(title)}`)
  await follow(co.page, co.page.getByRole('link', { name: title }))
  await co.page.getByText('配合单位').first().waitFor()
  await co.page.getByRole('button', { name: '反馈', exact: true }).click()
  const answer = dialog(co.page, '反馈进展')
  await answer.getByLabel('文字说明').fill('管网图纸已移交。')
  expect(await answer.getByLabel('进度（%）').count()).toBe(0)
  await answer.getByLabel('附件').setInputFiles({ name: '移交单.txt', mimeType: 'text/plain', buffer: Buffer.from('图纸三份') })
  await answer.getByRole('button', { name: '移除 移交单.txt' }).waitFor()
  await fits(co.page)
  await answer.getByRole('button', { name: '提交反馈' }).click()
  await co.page.getByText('管网图纸已移交。').waitFor()
  await co.page.getByRole('link', { name: '移交单.txt', exact: true }).waitFor()
  expect(await co.page.getByRole('button', { name: '报请销号' }).count()).toBe(0)

  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '报请销号' }).click()
  await dialog(page, '报请销号').getByLabel('文字说明').fill('十二公里全部清完。')
  await dialog(page, '报请销号').getByRole('button', { name: '报请销号' }).click()
  await page.getByText('报请销号已完成。').waitFor()

  // The officer finds it among what waits for him, and it is not enough.
  const desk = officer.page
  await open(desk, TODO)
  await desk.getByRole('listitem').filter({ hasText: title }).getByText('十二公里全部清完。').waitFor()
  await desk.getByRole('button', { name: `退回：${title}` }).click()
  await dialog(desk, '退回').getByRole('button', { name: '退回补办' }).click()
  await dialog(desk, '退回').getByText('不能为空。').waitFor()
  await dialog(desk, '退回').getByLabel('理由').fill('缺验收单，请补。')
  await dialog(desk, '退回').getByRole('button', { name: '退回补办' }).click()
  await dialog(desk, '退回').waitFor({ state: 'detached' })

  await open(page, TODO)
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

  await open(desk, address)
  await desk.getByRole('button', { name: '办结' }).click()
  await dialog(desk, '办结').getByRole('button', { name: '核查通过，办结' }).click()
  await desk.getByText('核查通过，按期办结销号。').waitFor()

  const history = desk.getByRole('region', { name: '办理过程' }).getByRole('listitem')
  await history
    .filter({ hasText: '管网图纸已移交。' })
    .getByText(/孟夏（县住房和城乡建设局）/)
    .waitFor()
  const said = await history.allInnerTexts()
  // Files stand in lists of their own inside an entry.
  const steps = said.map(s => s.split('\n')[0]!.replace(/\s+/g, ' ')).filter(s => !/\.(png|txt)/.test(s))
  expect(steps).toEqual([
    expect.stringMatching(/^办结 ?核查通过，按期办结销号。定于\d{4}年\d+月\d+日回头看。$/),
    expect.stringMatching(/^报请销号 ?已办成，请督查室核查。$/),
    expect.stringMatching(/^反馈 ?进度仍为 100%。$/),
    expect.stringMatching(/^退回 ?核查未通过，退回补办。$/),
    expect.stringMatching(/^报请销号 ?已办成，请督查室核查。$/),
    // The co-unit's answer moves no percentage.
    expect.stringMatching(/^反馈 ?作为配合单位反馈；总进度由牵头单位报，现为 40%。$/),
    expect.stringMatching(/^反馈 ?进度 40%（上次 0%）。$/),
    expect.stringMatching(/^签收 ?已签收，开始办理。$/),
    expect.stringMatching(/^交办 ?交县水利局牵头、县住房和城乡建设局配合办理，时限2099年12月31日。按“公文”计时。$/),
    expect.stringMatching(/^立项 ?由文件立项登记，编号 \d{4}-\d{4,}。$/),
  ])
})
