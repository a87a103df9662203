// The board of indicators: a red cell down to the sentence that asked for it, a figure typed in and seen at once, filters, time travel, the phone.
import type { BrowserContext } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { DocumentView } from '../../src/core/contract/document.ts'
import type { IndicatorView } from '../../src/core/contract/indicator.ts'
import { WHOLE } from '../../src/core/indicator.ts'
import { accessible, fits, follow, litText, open, soon, visit } from './browser.ts'
import { ask, mark, takeIn, unitNamed } from './county.ts'

/** A year that is over, so that no test waits for a month. */
const YEAR = new Date().getFullYear() - 1
const MONTH = 10
const OCTOBER = `/indicators?year=${YEAR}&month=${MONTH}`

interface Made {
  name: string
  id: string
}

/** An indicator of the whole county with a target of 120 in the year. */
async function make(officer: BrowserContext, more: Record<string, unknown> = {}): Promise<Made> {
  const name = `试验指标${mark()}`
  const body = { name, kind: 'volume', basis: 'cumulative', unit: '亿元', topic: 'economy', ...more }
  const { id } = await ask<IndicatorView>(officer, 'postIndicator', { body })
  await ask(officer, 'putTarget', { params: { id }, body: { unitId: WHOLE, year: YEAR, value: 120, seen: 0 } })
  return { name, id }
}

const report = (officer: BrowserContext, { id }: Made, value: number, month = MONTH) =>
  ask(officer, 'postReading', { params: { id }, body: { unitId: WHOLE, year: YEAR, month, value, seen: 0 } })

const readDocument = (officer: BrowserContext, task: string): Promise<DocumentView> =>
  takeIn(officer, `关于${task}的通知`, [`县财政局要${task}。`])

test('from a red cell to the sentence that asked for it', async () => {
  const officer = await visit('officer')
  const task = `全年完成财政收入${mark()}`
  const document = await readDocument(officer.context, task)
  const { span } = document.reading.directives[0]!
  const made = await make(officer.context, { source: { documentId: document.id, span } })
  await report(officer.context, made, 24)

  const { page } = await visit('leader')
  await open(page, OCTOBER)
  await page.getByRole('button', { name: `${made.name}：欠序时` }).click()
  const said = page.getByRole('dialog', { name: new RegExp(made.name) })
  await said.getByText(/1—10月累计完成24\.00亿元，为年度目标120\.00亿元的20%.*63\.33个百分点/).waitFor()
  await said.getByText(`县财政局要${task}`).waitFor()
  await follow(page, said.getByRole('link', { name: '看走势与来源' }))

  await page.getByText(/1—10月累计完成24\.00亿元/).waitFor()
  await page.getByRole('figure', { name: new RegExp(`${made.name}欠序时 63\\.33 个百分点`) }).waitFor()
  await page.getByRole('table', { name: '全部报数' }).getByText('24.00').waitFor()
  await accessible(page)
  await page.getByRole('link', { name: '在原文中查看' }).click()
  await soon(() => litText(page)).toContain(task)
})

test('the figures of a chart are a table, one key away', async () => {
  const officer = await visit('officer')
  const made = await make(officer.context)
  await report(officer.context, made, 24)
  await open(officer.page, `/indicators/${made.id}?unit=${WHOLE}&year=${YEAR}`)
  const chart = officer.page.getByRole('figure', { name: new RegExp(`${made.name}欠序时`) })
  await chart.getByRole('img').waitFor()
  await chart.press('t')
  await chart.getByRole('row', { name: /10月 24\.00 100\.00/ }).waitFor()
  await chart.press('t')
  await chart.getByRole('img').waitFor()
})

test('what a unit types in survives a reload, is sent as one sheet and stands on the board', async () => {
  const officer = await visit('officer')
  const sourceUnitId = await unitNamed(officer.context, '县水利局')
  const made = await make(officer.context, { sourceUnitId })
  await report(officer.context, made, 60, 9)

  const { page } = await visit('water')
  await open(page, `/indicators/fill?month=${YEAR}-${MONTH}`)
  const cell = page.getByLabel(`${made.name}，青禾县`)
  await cell.fill('7')
  await page.getByText('累计数比9月的 60 还少').waitFor()
  await cell.fill('110.5')
  await page.reload()
  await soon(() => cell.inputValue()).toBe('110.5')
  await cell.press('Escape')
  await soon(() => cell.inputValue()).toBe('')
  await cell.fill('110.5')
  await accessible(page)
  await page.getByLabel('这次的数是').selectOption('快报')
  await page.getByRole('button', { name: '报送 1 个数' }).click()
  await page.getByText(`${YEAR}年10月已报送 1 个数`).waitFor()

  await open(page, OCTOBER)
  await page.getByRole('button', { name: `${made.name}：超序时 8.75 个百分点` }).click()
  await page
    .getByRole('dialog', { name: new RegExp(made.name) })
    .getByText('快报')
    .waitFor()
})

test('filters stand in the address, come off one by one, and an earlier day shows what was known then', async () => {
  const officer = await visit('officer')
  const economy = await make(officer.context)
  const safety = await make(officer.context, { topic: 'safety' })
  await report(officer.context, economy, 110)
  const { page } = officer
  await open(page, `${OCTOBER}&topic=safety`)
  await page.getByRole('columnheader', { name: safety.name }).waitFor()
  expect(await page.getByRole('columnheader', { name: economy.name }).count()).toBe(0)
  await page.getByRole('button', { name: /安全生产/ }).click()
  await page.getByRole('columnheader', { name: economy.name }).waitFor()
  expect(new URL(page.url()).searchParams.has('topic')).toBe(false)

  await page.getByLabel('截至哪一天所知').fill(`${YEAR}-01-01`)
  await page.getByText(`这是按${YEAR}年1月1日当天所知的看板`).waitFor()
  await soon(() => page.getByRole('button', { name: new RegExp(`${economy.name}：超序时`) }).count()).toBe(0)
  await page.getByRole('button', { name: '回到现在' }).click()
  await page.getByRole('button', { name: `${economy.name}：超序时` }).waitFor()
})

test('a frame narrows the board to what hangs from it; a renamed frame and a moved indicator are put back by one press', async () => {
  const { page, context } = await visit('officer')
  const [from, to, later] = [`实力${mark()}`, `活力${mark()}`, `开放${mark()}`]
  const frameId = (await ask<{ id: string }>(context, 'postFrame', { body: { name: from } })).id
  await ask(context, 'postFrame', { body: { name: to } })
  const [hung, other] = [await make(context, { frameId }), await make(context)]
  await open(page, OCTOBER)
  await page.getByRole('columnheader', { name: other.name }).waitFor()
  await page.getByLabel('战略框架').selectOption(from)
  await soon(() => page.getByRole('columnheader', { name: other.name }).count()).toBe(0)
  await page.getByRole('columnheader', { name: hung.name }).waitFor()
  expect(new URL(page.url()).searchParams.get('frame')).toBe(frameId)

  await open(page, '/indicators/list')
  await page.getByRole('button', { name: '战略框架' }).click()
  const frames = page.getByRole('dialog', { name: '战略框架' })
  await frames.getByRole('button', { name: `修改“${from}”` }).click()
  await frames.getByLabel(`“${from}”的新名称`).fill(later)
  await frames.getByRole('button', { name: '保存' }).click()
  await frames.getByText(`“${from}”已改名为“${later}”`).waitFor()
  await accessible(page)
  await frames.getByRole('button', { name: '撤销' }).click()
  await frames.getByRole('button', { name: `修改“${from}”` }).waitFor()
  await frames.getByRole('button', { name: `移除“${from}”` }).click()
  await frames.getByText('直接挂在它下面的 1 个指标不再属于任何框架').waitFor()
  await frames.getByRole('button', { name: '移除', exact: true }).click()
  await frames.getByText(`“${from}”已移除`).waitFor()
  await frames.getByRole('button', { name: '撤销' }).click()
  await frames.getByRole('button', { name: `修改“${from}”` }).click()
  await frames.getByLabel(`“${from}”在哪个框架之下`).selectOption(to)
  await frames.getByRole('button', { name: '保存' }).click()
  await frames.getByText(`“${from}”已归到“${to}”之下`).waitFor()

  await open(page, `/indicators/list/${hung.id}?year=${YEAR}`)
  await page.getByRole('button', { name: '移到其他框架' }).click()
  const dialog = page.getByRole('dialog', { name: '移到其他框架' })
  await dialog.getByLabel('战略框架').selectOption(to)
  await accessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已从“${from}”移到“${to}”`).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await soon(() => page.getByText(`已从“${from}”移到“${to}”`).count()).toBe(0)
  await open(page, `${OCTOBER}&frame=${frameId}`)
  await page.getByRole('columnheader', { name: hung.name }).waitFor()
})

test('a target is set, and revised only with a reason that stays to be read', async () => {
  const { page, context } = await visit('officer')
  const made = await make(context)
  await open(page, `/indicators/list/${made.id}?year=${YEAR}`)
  await page.getByRole('button', { name: '修订青禾县的目标' }).click()
  const dialog = page.getByRole('dialog', { name: '修订目标' })
  await dialog.getByLabel('全年目标').fill('100')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('请写修订理由').waitFor()
  await dialog.getByLabel('修订理由').fill('年中调整')
  await accessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('第 2 版').waitFor()

  await page.getByRole('button', { name: '修订青禾县的目标' }).click()
  await dialog.getByLabel('修订理由').fill('不再考核')
  await dialog.getByRole('button', { name: '撤回目标' }).click()
  await page.getByText(`${YEAR}年还没有下达目标。`).waitFor()
  await page.getByRole('button', { name: '给青禾县下达目标' }).click()
  const again = page.getByRole('dialog', { name: '下达目标' })
  await again.getByText('不再考核').waitFor()
  await again.getByLabel('全年目标').fill('90')
  await again.getByLabel('修订理由').fill('恢复考核')
  await again.getByRole('button', { name: '保存' }).click()
  await page.getByText('第 4 版').waitFor()
  await open(page, `/indicators/${made.id}?unit=${WHOLE}&year=${YEAR}`)
  await page.getByText('理由：年中调整').waitFor()
  await page.getByText('已被修订').first().waitFor()
})

test('a total that differs from its parts says both, and leads to the parts', async () => {
  const { page, context } = await visit('officer')
  const whole = await make(context, { combine: 'sum' })
  for (const value of [30, 40]) await report(context, await make(context, { parentId: whole.id }), value)
  await report(context, whole, 75)
  await open(page, `/indicators/${whole.id}?unit=${WHOLE}&year=${YEAR}`)
  await page.getByText('总分不符').waitFor()
  await page.getByText('上报 75.00亿元，分项合计 70.00亿元').waitFor()
  await open(page, `${OCTOBER}&topic=economy`)
  await page.getByRole('button', { name: `${whole.name}：` }).click()
  const said = page.getByRole('dialog', { name: new RegExp(whole.name) })
  await said.getByText('上报 75.00亿元，分项合计 70.00亿元').waitFor()
})

test('a plan by months is typed and judged by, and the year after takes the targets on with the growth that is said', async () => {
  const { page, context } = await visit('officer')
  const name = `分期指标${mark()}`
  const body = { name, kind: 'phased', basis: 'cumulative', unit: '亿元', topic: 'economy' }
  const { id } = await ask<IndicatorView>(context, 'postIndicator', { body })
  // Years of its own: what is taken on are the targets of a whole year.
  const year = 2050 + (Number.parseInt(mark(), 36) % 40)
  await open(page, `/indicators/list/${id}?year=${YEAR}`)
  await page.getByRole('button', { name: '给青禾县下达目标' }).click()
  const goal = page.getByRole('dialog', { name: '下达目标' })
  await goal.getByLabel('全年目标').fill('120')
  await goal.getByRole('button', { name: '按月平均填入' }).click()
  expect(await goal.getByLabel('6月').inputValue()).toBe('60')
  await goal.getByLabel('10月').fill('50')
  await goal.getByRole('button', { name: '保存' }).click()
  await page.getByText('第 1 版').waitFor()
  await report(context, { name, id }, 55)
  await open(page, `/indicators/${id}?unit=${WHOLE}&year=${YEAR}`)
  await page
    .getByText(/超计划/)
    .first()
    .waitFor()
  await page.getByText(/10月 50\.00/).waitFor()

  await ask(context, 'putTarget', { params: { id }, body: { unitId: WHOLE, year, value: 120, phasing: Array(12).fill(10), seen: 0 } })
  await open(page, '/indicators/list')
  await page.getByRole('button', { name: '目标结转' }).click()
  const roll = page.getByRole('dialog', { name: '目标结转' })
  await roll.getByLabel('从哪一年').fill(String(year))
  await roll.getByLabel('增长百分之几').fill('10')
  await accessible(page)
  await roll.getByRole('button', { name: `下达${year + 1}年目标` }).click()
  await page.getByText(`已下达${year + 1}年目标 1 个`).waitFor()
  await open(page, `/indicators/list/${id}?year=${year + 1}`)
  await page.getByRole('cell', { name: '132.00' }).waitFor()
})

test('an indicator is made from the library, with what is typed kept over a reload', async () => {
  const { page } = await visit('officer')
  const name = `新建指标${mark()}`
  await open(page, '/indicators/list')
  await page.getByRole('button', { name: '新建指标' }).click()
  const dialog = page.getByRole('dialog', { name: '新建指标' })
  await dialog.getByLabel('指标名称').fill(name)
  await page.reload()
  await page.getByRole('button', { name: '新建指标' }).click()
  expect(await dialog.getByLabel('指标名称').inputValue()).toBe(name)
  await dialog.getByLabel('类型').selectOption('时点')
  await accessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('button', { name: '给青禾县下达目标' }).waitFor()
})

test('who changes an indicator that another has changed meanwhile is told what, and loses neither', async () => {
  const { page, context } = await visit('officer', { expected: /409/ })
  const made = await make(context)
  await open(page, `/indicators/list/${made.id}?year=${YEAR}`)
  await page.getByRole('button', { name: '修改指标' }).click()
  const dialog = page.getByRole('dialog', { name: '修改指标' })
  await dialog.getByLabel('指标名称').fill(`${made.name}改`)
  await ask(context, 'patchIndicator', { params: { id: made.id }, body: { version: 1, frequency: 'quarter' } })
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('您打开之后，别人改了这个指标（频度）').waitFor()
  await dialog.getByRole('button', { name: '在新版上继续' }).click()
  expect(await dialog.getByLabel('频度').inputValue()).toBe('quarter')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name: `${made.name}改` }).waitFor()
  await page.getByText('按季').waitFor()
})

test('two who revise one target: the second sees what the first wrote, and what he typed is still there', async () => {
  const { page, context } = await visit('officer', { expected: /409/ })
  const made = await make(context)
  await open(page, `/indicators/list/${made.id}?year=${YEAR}`)
  await page.getByRole('button', { name: '修订青禾县的目标' }).click()
  const dialog = page.getByRole('dialog', { name: '修订目标' })
  await dialog.getByLabel('全年目标').fill('１００亿元')
  await dialog.getByLabel('修订理由').fill('年中调整')
  await ask(context, 'putTarget', { params: { id: made.id }, body: { unitId: WHOLE, year: YEAR, value: 90, seen: 1, why: '市里核减' } })
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByRole('button', { name: '看别人改成了什么' }).click()
  await dialog.getByText('市里核减').waitFor()
  expect(await dialog.getByLabel('全年目标').inputValue()).toBe('１００亿元')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('第 3 版').waitFor()
  await page.getByRole('cell', { name: '100.00' }).waitFor()
})

test('a whole sheet of indicators is pasted, looked through and made with its targets', async () => {
  const { page } = await visit('indicators')
  const [sum, rate] = [`批量总量${mark()}`, `批量增速${mark()}`]
  await open(page, '/indicators/list')
  await page.getByRole('button', { name: '从表格批量建' }).click()
  const dialog = page.getByRole('dialog', { name: '从表格批量建' })
  await dialog
    .getByLabel('从表格复制，粘贴到这里')
    .fill(`指标名称\t计量单位\t目标\t责任单位\n${sum}\t亿元\t1,234.5\t县水利局\n${rate}\t\t≥6.5%\t没有的局\n错的\t亿元\t很多\t`)
  await dialog.getByLabel('这些目标是青禾县哪一年的').fill(String(YEAR))
  await dialog.getByText('没有“没有的局”这个单位，先空着').waitFor()
  await dialog.getByText('目标不是一个数，这一行不建').waitFor()
  await dialog.getByLabel(`“${sum}”的类型`).selectOption('时点')
  await accessible(page)
  await dialog.getByRole('button', { name: '建 2 个指标' }).click()
  await page.getByText('已建 2 个指标，下达 2 个目标').waitFor()
  await page.getByRole('link', { name: sum }).click()
  await page.getByLabel('年份').selectOption(String(YEAR))
  await page.getByRole('cell', { name: '1234.50' }).waitFor()
})

test('on a phone the board is a card for each unit', async () => {
  const officer = await visit('officer')
  const made = await make(officer.context)
  await report(officer.context, made, 24)
  const { page } = await visit('leader', { size: 'phone' })
  await open(page, OCTOBER)
  await accessible(page)
  await page.getByRole('button', { name: `${made.name} ` }).click()
  await page
    .getByRole('dialog', { name: new RegExp(made.name) })
    .getByText(/63\.33个百分点/)
    .waitFor()
  await fits(page)
})

test('the board prints on one landscape page with all its columns, and the pledges on the next', async () => {
  const { page } = await visit('leader')
  await open(page, '/indicators')
  await page.getByRole('table', { name: '各单位指标进度' }).waitFor()
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const { items } = await (await pdf.getPage(2)).getTextContent()
  expect(items.map(i => ('str' in i ? i.str : '')).join('')).toMatch(/^承诺兑现/)
  const [, , width, height] = (await pdf.getPage(1)).view
  expect(width).toBeGreaterThan(height!)
  // 277 mm: what does not fit there would be cut off on paper.
  await page.setViewportSize({ width: 1047, height: 718 })
  await page.emulateMedia({ media: 'print' })
  await fits(page)
})
