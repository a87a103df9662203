// Investment projects: registered on the form, moved on by drag and by keyboard, refused with what is missing, found in the table and on the item's page.
import { expect, test } from 'vitest'
import { accessible, dialog, fits, open, visit } from './browser.ts'
import { ask, mark } from './county.ts'

interface Made {
  id: string
}

test('a project is moved on by drag or by its button, and what is missing is said beside its field', async () => {
  const { page, context } = await visit('officer', { expected: /4(?:09|22)/ })
  const word = mark()
  const register = (title: string, fields: object) =>
    ask<Made>(context, 'postItem', {
      body: { draft: { title }, detail: { kind: 'project', fields: { investor: '云川装备公司', ...fields } } },
    })
  const [dragged, keyed] = [`装备产业园${word}`, `光伏组件${word}`]
  await register(dragged, { sum: { amount: '1200000000', currency: 'CNY' } })
  const { id } = await register(keyed, { sum: { amount: '30000000', currency: 'USD' } })

  await open(page, '/ledger/project')
  const board = page.getByRole('region', { name: '按阶段' })
  await board.getByRole('heading', { name: '线索' }).waitFor()
  await fits(page)
  await accessible(page)

  // By the mouse: dropped on 研判, which asks for a verdict.
  await board
    .getByRole('listitem')
    .filter({ hasText: dragged })
    .dragTo(board.getByRole('heading', { name: '研判' }))
  const moving = dialog(page, '推进阶段')
  await moving.getByRole('button', { name: '推进阶段' }).click()
  await moving.getByText('不能为空。').waitFor()
  await moving.getByLabel('研判意见').fill('符合主导产业方向，可以跟进')
  await moving.getByRole('button', { name: '推进阶段' }).click()
  await moving.waitFor({ state: 'detached' })
  await page.getByText('推进阶段已完成').waitFor()

  // By the keyboard: straight to 开工, which may not pass over 签约; then to 签约.
  await board.getByRole('button', { name: `推进阶段：${keyed}` }).press('Enter')
  await moving.getByLabel('进入阶段').selectOption('开工')
  await moving.getByLabel('施工许可证号').fill('990124202606010101')
  await moving.getByLabel('开工日期').fill('2026-06-01')
  await moving.getByRole('button', { name: '推进阶段' }).press('Enter')
  await moving.getByText('不能跳过“签约”').waitFor()
  await moving.getByLabel('进入阶段').selectOption('签约')
  await moving.getByLabel('协议类型').selectOption('正式合同')
  await moving.getByLabel('签约日期').fill('2026-05-20')
  await moving.getByRole('button', { name: '推进阶段' }).press('Enter')
  await moving.waitFor({ state: 'detached' })

  await open(page, `/ledger/project?view=table&q=${word}`)
  await expect.poll(() => page.getByRole('row').filter({ hasText: keyed }).innerText()).toContain('3000万美元')
  await fits(page)
  await accessible(page)
  await open(page, `/items/${id}`)
  await page.getByText('跳过“研判、在谈”').waitFor()
  await fits(page)
  await accessible(page)
})

test('on a phone a project is registered with what is known', async () => {
  const { page } = await visit('officer', { size: 'phone' })
  await open(page, '/ledger/project/new')
  await accessible(page)
  await page.getByLabel('投资方').fill('丰谷食品公司')
  await page.getByLabel('总投资').fill('3.2')
  await page.getByLabel('事项标题').fill(`粮油加工${mark()}`)
  await fits(page)
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByRole('heading', { name: /招商项目/ }).waitFor()
  await page.getByText('3.2亿元').waitFor()
  await fits(page)
})

test('who reported a project first is shown while it is typed, and why it is entered all the same is kept', async () => {
  const { page, context } = await visit('officer', { expected: /409/ })
  const word = mark()
  const fields = { investor: `云川市启帆${word}装备制造有限公司`, taskForce: '装备专班' }
  const draft = { title: `启帆${word}装备产业园` }
  await ask<Made>(context, 'postItem', { body: { draft, detail: { kind: 'project', stage: 'negotiating', fields } } })

  await open(page, '/ledger/project/new')
  await page.getByLabel('投资方').fill(`启帆${word}装备制造集团`)
  await page.getByLabel('事项标题').fill(`青禾县启帆${word}装备产业园项目`)
  const first = page.getByRole('region', { name: '台账里有相近的' })
  await first.getByRole('heading', { name: '很可能已经有人首报' }).waitFor()
  await first.getByText(draft.title).waitFor()
  await fits(page)
  await accessible(page)
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByText('首报优先').waitFor()
  await first.getByLabel('仍要登记的理由').fill('同一集团的另一条生产线')
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByRole('heading', { name: '招商项目 · 线索' }).waitFor()
  await page.getByText('同一集团的另一条生产线').waitFor()
})

test('a meeting goes through the week, and its minutes become a document whose tasks are read', async () => {
  const { page } = await visit('officer')
  await open(page, '/ledger/project?view=week')
  await page.getByText(/个项目有进展，.*个卡住/).waitFor()
  await page.getByLabel(/^项目调度会纪要/).fill('会议要求：一是由县水利局牵头，12月底前完成产业园供水管网接入。')
  await page.getByRole('button', { name: '登记纪要' }).click()
  await page.waitForURL(/\/documents\//)
  await page.getByText('完成产业园供水管网接入').first().waitFor()
})
