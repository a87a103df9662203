// Clocks and what moves them: an extension asked, refused, asked again and granted; a pause; a look after closing; a calendar that is loaded.
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import { accessible, dialog, fits, open, settled, TODO, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'

const act = (who: Parameters<typeof ask>[0], item: Pick<ItemView, 'id' | 'version'>, command: object) =>
  ask<ItemView>(who, 'postCommand', { params: { id: item.id }, body: { version: item.version, command } })

test('an extension is asked for, refused with a reason, asked for again and granted; the old date stays in sight', async () => {
  const officer = await visit('officer')
  const liaison = await visit('water', { size: 'phone' })
  const title = `完成北渠清淤 ${mark()}`
  const item = await dispatched(officer.context, title, '县水利局', '2099-06-30')
  const path = `/items/${item.id}`

  const askFor = async (day: string, words: string) => {
    await open(liaison.page, path)
    await liaison.page.getByRole('button', { name: '申请延期', exact: true }).click()
    const box = dialog(liaison.page, '申请延期')
    await box.getByLabel('新时限').fill(day)
    await box.getByLabel('理由').fill(words)
    await box.getByRole('button', { name: '提交申请' }).click()
    await box.waitFor({ state: 'detached' })
    await liaison.page.getByText(/已申请延至2099年/).waitFor()
  }
  await askFor('2099-09-30', '连续降雨，河道无法作业')
  await fits(liaison.page)

  await open(officer.page, TODO)
  const entry = officer.page.getByRole('listitem').filter({ hasText: title })
  await entry.getByText('延期待批').waitFor()
  await entry.getByText('连续降雨，河道无法作业').waitFor()
  await entry.getByRole('button', { name: `不同意延期：${title}` }).click()
  const no = dialog(officer.page, '不同意延期')
  await no.getByRole('button', { name: '不同意', exact: true }).click()
  await no.getByText('不能为空。').waitFor()
  await no.getByLabel('理由').fill('汛前必须完成')
  await no.getByRole('button', { name: '不同意', exact: true }).click()
  await no.waitFor({ state: 'detached' })

  await askFor('2099-07-31', '只差最后两公里')
  await open(officer.page, path)
  await officer.page.getByRole('button', { name: '同意延期', exact: true }).click()
  const yes = dialog(officer.page, '同意延期')
  expect(await yes.getByLabel('新时限').inputValue()).toBe('2099-07-31')
  await yes.getByRole('button', { name: '同意延期' }).click()
  await yes.waitFor({ state: 'detached' })
  await officer.page.getByText('原时限2099年6月30日').waitFor()
  await officer.page.getByText('同意延期，时限由2099年6月30日延至2099年7月31日。').waitFor()
  await officer.page.getByText('不同意延至2099年9月30日，时限仍为2099年6月30日。').waitFor()
  await accessible(officer.page)
})

test('a suspended item’s deadline moves by the days of the pause, and the page says what cannot be done now and why', async () => {
  const { page, context } = await visit('officer', { size: 'phone' })
  const item = await dispatched(context, `完成渠首检修 ${mark()}`, '县水利局', '2099-06-30')
  const path = `/items/${item.id}`
  await open(page, path)
  await page.getByText(/^其他操作/).click()
  await page.getByText('现在是“交办”，不能恢复').waitFor()
  await page.getByRole('button', { name: '中止', exact: true }).click()
  const pause = dialog(page, '中止')
  await pause.getByLabel('理由').fill('汛期停工')
  await pause.getByRole('button', { name: '中止', exact: true }).click()
  await pause.waitFor({ state: 'detached' })
  await page.getByText('现在不等谁，不计天数').waitFor()
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  const go = dialog(page, '恢复')
  await go.getByRole('button', { name: '恢复办理' }).click()
  await go.waitFor({ state: 'detached' })
  await page.getByText('继续办理，恢复计时。').waitFor()
  await fits(page)
})

test('a closed item is looked at again; a relapse registers a new one that leads back to it', async () => {
  const officer = await visit('officer')
  const liaison = await visit('water')
  const title = `整治排污口 ${mark()}`
  let item = await dispatched(officer.context, title, '县水利局', '2099-06-30')
  item = await act(liaison.context, item, { command: 'accept' })
  item = await act(liaison.context, item, { command: 'submit', words: '已封堵' })
  const { page } = officer
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '办结', exact: true }).click()
  const close = dialog(page, '办结')
  await close.getByText('空着按规则：办结后 90 天').waitFor()
  await close.getByLabel('不安排回头看').check()
  await close.getByRole('button', { name: '核查通过，办结' }).click()
  await close.getByText('不能为空。').waitFor()
  await close.getByLabel('不安排回头看').uncheck()
  await close.getByRole('button', { name: '核查通过，办结' }).click()
  await close.waitFor({ state: 'detached' })
  await page.getByText(/定于.*回头看。/).waitFor()

  await page.getByRole('button', { name: '回头看', exact: true }).click()
  const look = dialog(page, '回头看')
  await look.getByLabel('出现反弹，另立一件整改').check()
  await look.getByLabel('文字说明').fill('夜间又有污水排出')
  await look.getByRole('button', { name: '记下结果' }).click()
  await look.waitFor({ state: 'detached' })
  await page.getByText(/第 1 次回头看：出现反弹，已另立 \d{4}-\d+ 整改。/).waitFor()
  await open(page, `/items?q=${encodeURIComponent(title.split(' ')[1]!)}&sort=number&dir=desc`)
  await page.getByRole('link', { name: `回头看整改：${title}` }).click()
  await settled(page)
  await page.getByRole('link', { name: new RegExp(`^${item.number} `) }).waitFor()
  await accessible(page)
})

test('an item without a deadline gets one by the rule that is chosen, and its page says so', async () => {
  const { page } = await visit('officer')
  await open(page, '/items/new')
  await page.getByLabel('事项标题').fill(`起草年度总结 ${mark()}`)
  await page.getByRole('combobox', { name: '牵头单位' }).fill('县水利局')
  await page
    .getByRole('option', { name: /^县水利局/ })
    .first()
    .click()
  await page.getByLabel('按什么计时').selectOption({ label: '会议纪要（20 工作日）' })
  await page.getByRole('button', { name: '立项并交办' }).click()
  await page.waitForURL(/items\/[0-9a-f-]{36}/)
  await page.getByText('时限由“会议纪要”给出').waitFor()
  await page.getByText('已用 0，限 20 个工作日').waitFor()
  await page.getByText(/文件未明确时限，按“会议纪要”给 20 个工作日。/).waitFor()
})

test('the administrator loads a calendar after seeing what it changes; the officer changes a threshold', async () => {
  const system = await visit('system')
  await open(system.page, '/system/rules')
  const choose = (text: string) =>
    system.page.getByLabel('载入节假日文件').setInputFiles({ name: '2028.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('日期,类型,名称\n2028-01-03,休,元旦\n2028-01-04,班,元旦\n初五,休,春节\n')
  await system.page.getByText('第 3 行“2028-01-04 班 元旦”：本来就是工作日，不能是调休上班').waitFor()
  await system.page.getByText('第 4 行“初五 休 春节”：不是有效日期').waitFor()
  await choose('日期,类型,名称\n2028-01-03,休,元旦\n2028-01-08,班,元旦\n')
  await system.page.getByText('2028年：休 1 天，班 1 天；与现有相比，新增 2 天，去掉 0 天').waitFor()
  await system.page.getByRole('button', { name: '载入并重算' }).click()
  await system.page.getByText(/日历已载入/).waitFor()
  await system.page.getByRole('row', { name: /^2028 1 1 / }).waitFor()
  await accessible(system.page)

  const officer = await visit('officer')
  await open(officer.page, '/system/rules')
  await officer.page.getByText('日历由系统管理员载入。').waitFor()
  const soon = officer.page.getByLabel('到期前几个工作日转黄')
  const was = await soon.inputValue()
  await soon.fill('4')
  await officer.page.getByRole('button', { name: '保存' }).click()
  await officer.page.getByText(/规则已保存/).waitFor()
  await soon.fill(was)
  await officer.page.getByRole('button', { name: '保存' }).click()
  await officer.page.getByText(/第 \d+ 版/).waitFor()
  await fits(officer.page)
})
