// A slip from the rule's suggestion to its end, the next colour after it, many urged at once; and a leader's note from the page to the light.
import { expect, test } from 'vitest'
import type { ItemView } from '../../src/core/contract/item.ts'
import { addDays, dayOf } from '../../src/core/day.ts'
import { dialog, fits, follow, open, settled, TODO, visit } from './browser.ts'
import { ask, mark, takeIn, unitNamed } from './county.ts'

/** Dispatched to the unit with its day three days ago, which the officer says on purpose. */
async function overdue(officer: Parameters<typeof takeIn>[0], title: string, unit: string): Promise<ItemView> {
  const document = await takeIn(officer, `关于${title}的通知`, [`${unit}要${title}。`])
  const [draft] = document.drafts
  const leadUnitId = await unitNamed(officer, unit)
  const change = { version: draft!.version, chosen: true, title, leadUnitId, coUnitIds: [], dueOn: addDays(dayOf(Date.now()), -3) }
  await ask(officer, 'patchDraft', { params: { id: document.id, index: draft!.index }, body: change })
  const { items } = await ask<{ items: { id: string }[] }>(officer, 'dispatchDocument', {
    params: { id: document.id },
    body: { allowPast: true },
  })
  return ask(officer, 'getItem', { params: { id: items[0]!.id } })
}
const accept = (unit: Parameters<typeof takeIn>[0], item: ItemView) =>
  ask(unit, 'postCommand', { params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })

test('a slip is suggested, seen, issued, answered and settled; the unit has it on its phone', async () => {
  const title = `检修东渠闸门${mark()}`
  const officer = await visit('officer')
  const water = await visit('water', { size: 'phone' })
  const item = await overdue(officer.context, title, '县水利局')
  await accept(water.context, item)

  const desk = officer.page
  await open(desk, `/slips?colour=blue&unit=${item.leadUnitId}`)
  const suggested = desk
    .getByRole('list', { name: /建议发督查单/ })
    .getByRole('listitem')
    .filter({ hasText: title })
  await suggested.getByText('已逾期 3 天。').waitFor()
  await desk.getByRole('button', { name: `拟督查单：${title}` }).click()
  const issue = dialog(desk, '发督查单')
  const preview = issue.getByRole('region', { name: '发出前的样子' })
  await preview.getByText('现予提醒').waitFor()
  await issue.getByLabel('补充要求').fill('请每周五报送进展')
  await preview.getByText('请每周五报送进展。').waitFor()
  await issue.getByRole('button', { name: '签发' }).click()
  await desk.getByText(/^青督蓝〔\d{4}〕\d+号已发出。$/).waitFor()

  const { page } = water
  await open(page, TODO)
  const todo = page.getByRole('listitem').filter({ hasText: title })
  await todo.getByText('蓝单').waitFor()
  await fits(page)
  await follow(page, todo.getByRole('link', { name: /^青督蓝/ }))
  await page.getByText('请每周五报送进展。').waitFor()
  await fits(page)
  expect(await page.getByRole('button', { name: '撤销' }).count(), 'a unit takes nothing back').toBe(0)
  await follow(page, page.getByRole('link', { name: new RegExp(title) }))
  await page.getByRole('button', { name: '反馈' }).click()
  await dialog(page, '反馈进展').getByLabel('文字说明').fill('闸门已拆检，配件三日内到。')
  await dialog(page, '反馈进展').getByRole('button', { name: '提交反馈' }).click()
  await dialog(page, '反馈进展').waitFor({ state: 'detached' })

  await open(desk, `/items/${item.id}`)
  const slips = desk.getByRole('region', { name: '督查单' })
  await slips.getByText(/^当天答复/).waitFor()
  await desk
    .getByRole('region', { name: '办理过程' })
    .getByRole('link', { name: /^发出蓝单青督蓝/ })
    .waitFor()

  await page.getByRole('button', { name: '报请销号' }).click()
  await dialog(page, '报请销号').getByLabel('文字说明').fill('闸门检修完毕。')
  await dialog(page, '报请销号').getByRole('button', { name: '报请销号' }).click()
  await dialog(page, '报请销号').waitFor({ state: 'detached' })
  await follow(desk, slips.getByRole('link', { name: /^青督蓝/ }))
  await desk.getByText(/^报请销号，.*了结。$/).waitFor()
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: '下载 Word 文件' }).click()])
  expect(file.suggestedFilename()).toMatch(/^青督蓝〔\d{4}〕\d+号\.docx$/)
})

test('when its time has passed the next colour is suggested; a mistaken slip is taken back with a reason', async () => {
  const { page } = await visit('officer')
  await open(page, '/slips')
  const red = page
    .getByRole('list', { name: /建议发督查单/ })
    .getByRole('listitem')
    .filter({ hasText: '升一级' })
    .first()
  await red.getByText('红单').waitFor()
  await red.getByRole('button', { name: /^拟督查单/ }).click()
  const issue = dialog(page, '发督查单')
  await issue.getByRole('region', { name: '发出前的样子' }).getByText('现予批评').waitFor()
  expect(await issue.getByRole('radio', { name: /红单/ }).isChecked()).toBe(true)
  await issue.getByRole('button', { name: '签发' }).click()
  await page.getByText(/^青督红.*已发出。$/).waitFor()

  await open(page, '/slips?tab=issued&colour=red')
  await follow(
    page,
    page
      .getByRole('table')
      .getByRole('link', { name: /^青督红/ })
      .first(),
  )
  await page.getByText(/^前一张：青督橙/).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await dialog(page, '撤销').getByRole('button', { name: '撤销' }).click()
  await dialog(page, '撤销').getByText('不能为空。').waitFor()
  await dialog(page, '撤销').getByLabel('理由').fill('该单位已由上级另行督办')
  await dialog(page, '撤销').getByRole('button', { name: '撤销' }).click()
  await page.getByText(/撤销：该单位已由上级另行督办$/).waitFor()
})

test('many are urged from the ledger; the one urged today is left out and named', async () => {
  const name = mark()
  const officer = await visit('officer')
  const [one, two] = [
    await overdue(officer.context, `清理南渠${name}`, '县水利局'),
    await overdue(officer.context, `加固北堤${name}`, '县水利局'),
  ]
  await ask(officer.context, 'postCommand', {
    params: { id: two.id },
    body: { version: two.version, command: { command: 'urge', words: null } },
  })
  const { page } = officer
  await open(page, `/items?q=${name}`)
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('button', { name: '催办所选' }).click()
  await dialog(page, '催办 2 件').getByLabel('附言').fill('请今天反馈')
  await dialog(page, '催办 2 件').getByRole('button', { name: '发出催办' }).click()
  const result = dialog(page, '已催办 1 件。')
  await result.getByText(`加固北堤${name}`).waitFor()
  await result.getByText(/24 小时内已经催过/).waitFor()
  await result.getByRole('button', { name: '知道了' }).click()
  await open(page, `/items/${one.id}`)
  await page.getByRole('region', { name: '催办记录' }).getByText('今天催办，尚无反馈').waitFor()
})

test('a leader writes a note on an item, the office dispatches it, and he sees its light', async () => {
  const title = `清理城南排水沟${mark()}`
  const words = `请县住房和城乡建设局牵头，一周内把城南泵站检修完，结果报我。（${mark()}）`
  const officer = await visit('officer')
  const item = await overdue(officer.context, title, '县水利局')

  const { page } = await visit('leader')
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '批示', exact: true }).click()
  const pen = dialog(page, '写批示')
  await pen.getByText(title).waitFor()
  await pen.getByLabel('批示内容').fill(words)
  // Nothing typed is lost.
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '批示', exact: true }).click()
  await pen.getByText('上次没有送出的批示还在').waitFor()
  await pen.getByRole('radio', { name: /^急件/ }).check()
  await pen.getByRole('button', { name: '交督查室办理' }).click()
  await page.getByText('批示已记下').waitFor()

  const desk = officer.page
  await open(desk, TODO)
  const waiting = desk.getByRole('listitem').filter({ hasText: words })
  await waiting.getByText('批示', { exact: true }).waitFor()
  await follow(desk, waiting.getByRole('link', { name: '去审读' }))
  await desk.getByRole('button', { name: '牵头 县住房和城乡建设局' }).waitFor()
  await desk.getByRole('button', { name: '交办', exact: true }).click()
  await desk.getByText('✓ 已交办 1 件').waitFor()

  await open(page, '/notes')
  const note = page.getByRole('listitem').filter({ hasText: words }).first()
  await note.getByText('已交办').waitFor()
  await note.getByText('正常').waitFor()
  await follow(page, note.getByRole('list', { name: '落实事项' }).getByRole('link'))
  await page.getByText('请县住房和城乡建设局牵头').first().waitFor()
  await follow(page, page.getByRole('link', { name: new RegExp(`^批在：.*${title}`) }))
  expect(page.url()).toContain(`/items/${item.id}`)
})
