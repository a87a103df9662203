// Down the levels and back: an item broken down to townships, a notice compared with the one it conveys, actions prescribed to all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import type { TodoEntry } from '../../src/core/contract/todo.ts'
import { accessible, dialog, fits, follow, litText, open, PASSWORD, settled, signIn, soon, TODO, visit } from './browser.ts'
import { ask, dispatched, mark, unitNamed } from './county.ts'

const sample = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', 'samples', `${name}.txt`), 'utf8')

/** The liaison of a township that has none with an account yet, made by the administrators as they would. */
async function aLiaison(unit: string): Promise<BrowserContext> {
  const [system, security, own] = [await visit('system'), await visit('security'), await visit(null)]
  const username = `lly${mark()}`
  const account = { username, name: '联络员', password: 'Erstens-2026' }
  const { id } = await ask<{ id: string }>(system.context, 'postAccount', { body: account })
  const unitId = await unitNamed(security.context, unit)
  await ask(security.context, 'putAppointments', { params: { id }, body: { appointments: [{ role: 'liaison', unitId }] } })
  await signIn(own.context, username, account.password)
  await ask(own.context, 'changePassword', { body: { currentPassword: account.password, newPassword: `${PASSWORD}x` } })
  return own.context
}

const chooseUnits = async (picker: ReturnType<typeof dialog>, names: string[]): Promise<void> => {
  for (const name of names) {
    await picker.getByRole('combobox', { name: '交给哪些单位' }).fill(name)
    await picker
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  }
}

test('an officer breaks an item down to three townships, two report, and the whole moves', async () => {
  const title = `建成高标准农田${mark()}`
  const officer = await visit('officer')
  const whole = await dispatched(officer.context, title, '县农业农村局')
  const { page } = officer
  await open(page, `/items/${whole.id}`)
  await page.getByRole('button', { name: '分解' }).click()
  const form = dialog(page, '分解')
  await chooseUnits(form, ['云溪镇', '松岗镇', '河口镇'])
  await form.getByRole('group', { name: '云溪镇' }).getByLabel('权重').fill('2')
  // What is typed outlives a closed dialog and a reload.
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '分解' }).click()
  expect(await form.getByRole('group', { name: '云溪镇' }).getByLabel('权重').inputValue()).toBe('2')
  await accessible(page)
  await form.getByRole('button', { name: '分解并交办 3 项' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '分项（3）' }).waitFor()
  await page.getByText('分解为 3 个分项，交云溪镇、松岗镇、河口镇。').waitFor()

  const phone = await visit('town', { size: 'phone' })
  await open(phone.page, TODO)
  await phone.page.getByRole('button', { name: `签收：${title}` }).click()
  await phone.page.getByRole('button', { name: `反馈：${title}` }).click()
  const report = dialog(phone.page, '反馈进展')
  await report.getByLabel('进度（%）').fill('60')
  await report.getByLabel('文字说明').fill('首批地块已经平整。')
  await report.getByRole('button', { name: '提交反馈' }).click()
  await report.waitFor({ state: 'detached' })
  const other = await aLiaison('松岗镇')
  const { entries } = await ask<{ entries: TodoEntry[] }>(other, 'listTodo')
  const part = entries.find(entry => entry.item?.title === title)!.item!
  const command = (version: number, of: object) =>
    ask<ItemView>(other, 'postCommand', { params: { id: part.id }, body: { version, command: of } })
  await command(part.version, { command: 'accept' })
  await command(part.version + 1, { command: 'report', percent: 20, words: '已开工。' })

  await page.reload()
  await settled(page)
  // (2 × 60 + 1 × 20 + 1 × 0) / 4
  await page.getByText('35%', { exact: true }).first().waitFor()
  expect(await page.getByRole('progressbar', { name: '云溪镇的进度' }).getAttribute('value')).toBe('60')
  expect(await page.getByRole('progressbar', { name: '松岗镇的进度' }).getAttribute('value')).toBe('20')

  // The lead unit does not say by itself how far the whole is, and is told why it cannot be submitted.
  await page.getByRole('button', { name: '催办' }).waitFor()
  await follow(page, page.getByRole('listitem').filter({ hasText: '云溪镇' }).getByRole('link', { name: title }))
  await page.getByText('第 2 层').waitFor()
  await follow(page, page.getByRole('navigation', { name: '来路' }).getByRole('link', { name: title }))
  await page.getByRole('heading', { name: '分项（3）' }).waitFor()

  // From the part to the sentence it came from: one click.
  await phone.page.getByRole('link', { name: title }).first().click()
  await settled(phone.page)
  await fits(phone.page)
  phone.recount()
  await phone.page.getByRole('link', { name: '在原文中查看' }).click()
  await soon(() => litText(phone.page)).toContain(`县农业农村局要${title}`)
  expect(phone.clicks()).toBe(1)
})

test('parts are taken out with a reason, and the history of the whole says so', async () => {
  const title = `新建文化广场${mark()}`
  const { page, context } = await visit('officer')
  const whole = await dispatched(context, title, '县农业农村局')
  const units = await Promise.all(['云溪镇', '松岗镇'].map(name => unitNamed(context, name)))
  const parts = units.map(leadUnitId => ({ leadUnitId, title }))
  await ask(context, 'postParts', { params: { id: whole.id }, body: { version: whole.version, command: { command: 'break-down', parts } } })
  await open(page, `/items/${whole.id}`)
  await page.getByRole('button', { name: '移出 松岗镇' }).click()
  const out = dialog(page, '移出')
  await out.getByText('本身继续单独办理，不会删除').waitFor()
  await out.getByLabel('理由').fill('改由县里统一实施。')
  await out.getByRole('button', { name: '移出' }).click()
  await out.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '分项（1）' }).waitFor()
  await page.getByText('改由县里统一实施。').waitFor()
})

test('a notice is compared with the one it conveys, and piling-on is shown with both sentences', async () => {
  const id = mark()
  const { page, context } = await visit('officer')
  for (const name of ['city', 'county']) {
    const text = sample(`${name}-winter-notice`).replace('重点工作的通知', `重点工作的通知${id}`)
    await ask(context, 'postDocument', { body: { text, name: '' } })
  }
  await open(page, `/documents?q=${encodeURIComponent(`贯彻落实今冬明春重点工作的通知${id}`)}`)
  await follow(page, page.getByRole('link', { name: new RegExp(`贯彻落实.*${id}`) }))
  await follow(page, page.getByRole('link', { name: '与上级文件比对' }))
  await page.getByRole('button', { name: new RegExp(`^是这份 云川市.*${id}`) }).click()
  await page.getByText('间隔 5 天').waitFor()
  await page.getByText('层层加码：2 条比上级要求更严').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: '只看加码' }).click()
  await page.getByText('时限由12月31日提前到11月30日，早 31 天').waitFor()
  await page.getByText('频次由每季度加密为每月').waitFor()
  expect(await page.getByText('本级文件没有对应内容').count()).toBe(0)
  await page.getByText('建成面积不少于3000亩').waitFor()
  await page.getByText('建成面积不少于3500亩').waitFor()
  await follow(page, page.getByRole('link', { name: '看原文：上级要求 1' }))
  await soon(() => litText(page)).toContain('各县（区）要在12月底前完成高标准农田建设任务')
})

test('actions prescribed to every township fill the coverage table, and a township adds one of its own', async () => {
  const id = mark()
  const officer = await visit('officer')
  const { page } = officer
  const whole = await dispatched(officer.context, `开展冬春走基层活动${id}`, '县农业农村局')
  await open(page, `/items/${whole.id}`)
  await page.getByRole('button', { name: '部署规定动作' }).click()
  const form = dialog(page, '部署规定动作')
  await form.getByLabel('规定动作').fill(`走访困难群众${id}\n宣讲惠民政策${id}`)
  await form.getByRole('button', { name: /^加上全部 \d+ 个乡镇/ }).click()
  await form.getByRole('button', { name: /^部署 2 项，交/ }).click()
  await form.waitFor({ state: 'detached' })
  await follow(page, page.getByRole('link', { name: '规定动作覆盖表' }))
  await page.getByRole('link', { name: `云溪镇 · 走访困难群众${id}：未启动` }).waitFor()
  await accessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 .xlsx' }).click()])
  expect(download.suggestedFilename()).toMatch(/规定动作覆盖表.*\.xlsx$/)

  const town = await visit('town', { size: 'phone' })
  await open(town.page, TODO)
  await town.page.getByRole('link', { name: `走访困难群众${id}` }).click()
  await settled(town.page)
  await town.page.getByRole('button', { name: '增加自选动作' }).click()
  const propose = dialog(town.page, '增加自选动作')
  await propose.getByLabel('事项标题').fill(`开办板凳课堂${id}`)
  await fits(town.page)
  await propose.getByRole('button', { name: '提出' }).click()
  await town.page.getByText('已提出，等待督查室采纳').waitFor()
  await town.page.getByRole('heading', { name: `开办板凳课堂${id}` }).waitFor()

  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '有自选动作的 1' }).click()
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['云溪镇', '各单位完成'])
  await follow(page, page.getByRole('link', { name: `开办板凳课堂${id}` }))
  await page.getByRole('button', { name: '采纳', exact: true }).click()
  await page.getByText(/^已采纳，编号 \d{4}-\d+/).waitFor()
  await page.getByText('督查室采纳，编号').waitFor()
})

test('the same pages in English hold no Chinese of the program', async () => {
  const { page, context } = await visit('officer', { lang: 'en' })
  const { items } = await ask<{ items: ItemView[] }>(context, 'listItems', { query: { q: '冬春走基层', sort: 'number' } })
  await open(page, `/items/${items[0]!.id}/coverage`)
  await page.getByRole('heading', { name: 'Coverage of prescribed actions' }).waitFor()
  await page.getByRole('button', { name: /^With something not started/ }).waitFor()
  await open(page, `/items/${items[0]!.id}`)
  await page.getByRole('heading', { name: /^Parts \(\d+\)/ }).waitFor()
  await page.getByRole('button', { name: 'Break down' }).click()
  await dialog(page, 'Break down').getByRole('button', { name: 'Add all 12 townships' }).waitFor()
})
