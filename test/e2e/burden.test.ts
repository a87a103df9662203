// Requests for figures: registered with what is held and what repeats, over the limit in a leader's name only, answered on a phone, and counted on the page of burden.
import { expect, test } from 'vitest'
import { dayOf } from '../../src/core/day.ts'
import { accessible, dialog, fits, open, visit } from './browser.ts'
import { mark } from './county.ts'
import { fillRequest, moveOn, openAnswer, openBurdenOf } from './steps.ts'

const today = dayOf(Date.now())

test('a request is registered, held to the limit, sent, answered on a phone and counted', async () => {
  const { page } = await visit('officer', { expected: /4(?:09|22)/ })
  const title = `户厕改造补充统计表${mark()}`
  await fillRequest(page, {
    title,
    sender: '县城市管理局',
    unit: '云溪镇',
    purpose: '核对农村户厕改造进度',
    minutes: '60',
    on: today,
    field: ['农村改厕数', '户', '月'],
  })
  await page.getByRole('button', { name: '加一个字段' }).click()
  await page.getByLabel('第 2 个字段名称').fill('改厕现场照片')

  // Beside it: the figure is held, another form asks for it, and pictures may not be asked for.
  const check = page.getByRole('region', { name: '时间账与查重' })
  await check.getByText('一年共 1 小时').waitFor()
  await page.getByText('已有，不用再报。').waitFor()
  await check.getByRole('link', { name: '农村户厕改造进度月报' }).waitFor()
  await page.getByText('不得要求填报“照片”').waitFor()
  await check.getByText('云溪镇：').waitFor()
  await fits(page)
  await accessible(page)
  await page.getByLabel('第 2 个字段名称').fill('验收合格率')
  await page.getByLabel('第 2 个字段单位').fill('%')
  await page.getByText('不得要求填报“照片”').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: title }).waitFor()

  // Checked; approved only when a leader is named, with the reason; then out.
  await moveOn(page)
  await page.getByRole('button', { name: '推进阶段' }).first().click()
  const approving = dialog(page, '推进阶段')
  const go = { name: '推进阶段' }
  await approving.getByRole('button', go).click()
  await approving.getByText('将超上限').waitFor()
  await approving.getByLabel('同意的县领导').fill('林晓雨')
  await approving.getByLabel('超上限的理由').fill('省里明天核查')
  await approving.getByRole('button', go).click()
  await approving.getByText('不是在任的县领导').waitFor()
  await approving.getByLabel('同意的县领导').fill('周晓棠')
  await approving.getByRole('button', go).click()
  await approving.waitFor({ state: 'detached' })
  await moveOn(page, { 发出日期: today })
  await page.getByText('周晓棠同意发出').waitFor()
  await fits(page)
  await accessible(page)

  const { page: phone } = await visit('town', { size: 'phone' })
  await openAnswer(phone, title)
  // Held by its source, and not to be typed again.
  await expect.poll(() => phone.getByLabel('农村改厕数（户）').inputValue()).toMatch(/^\d+$/)
  await expect.poll(() => phone.getByLabel('农村改厕数（户）').getAttribute('readonly')).not.toBeNull()
  await phone.getByLabel('验收合格率（%）').fill('九成')
  await phone.getByText('请写不小于零的数字。').waitFor()
  await phone.getByLabel('验收合格率（%）').fill('92.5')
  await fits(phone)
  await accessible(phone)
  await phone.getByRole('button', { name: '报送' }).click()
  await phone.getByText('已报送。').waitFor()

  await page.reload()
  await page.getByText('已报 1/1').waitFor()
  await open(page, `/burden?q=${encodeURIComponent(title)}`)
  await page.getByRole('row').filter({ hasText: title }).waitFor()
  const row = await openBurdenOf(page, '云溪镇', title)
  await row.getByText('县城市管理局').waitFor()
  await fits(page)
  await accessible(page)
})

test('a request that was dropped says what it saved, and comes back with a reason', async () => {
  const { page } = await visit('officer', { expected: /4(?:09|22)/ })
  await open(page, '/burden?stage=dropped')
  await page.getByRole('link', { name: '村级活动开展情况月报' }).click()
  await page.getByText(/省下 [\d.]+ 小时/).waitFor()
  // Asked again, it counts towards the limit as any other.
  await moveOn(page, { 附言: '需要保留', 同意的县领导: '周晓棠', 超上限的理由: '年底核查前保留' }, '在用')
  await expect.poll(() => page.getByText(/省下 [\d.]+ 小时/).count()).toBe(0)
})
