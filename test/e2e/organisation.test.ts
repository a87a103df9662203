// A county is set up from nothing: units and people by messy sheets, roles confirmed, a post handed over with its work, and a township below it.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, dialog, fits, follow, open, settled, signIn, soon, type Visitor, visit } from './browser.ts'
import { type Server, startServer } from './server.ts'
import { SHOTS } from './setup.ts'

const WORD = 'Qishan-2026-nian'
let server: Server
beforeAll(async () => {
  server = await startServer('serve', mkdtempSync(join(tmpdir(), 'luoshi-organisation-')))
})
afterAll(() => server?.stop())

/** Signs in on the test's own server; the first password is changed at once when one is given. */
async function come(username: string, options: Parameters<typeof visit>[1] = {}, first?: string): Promise<Visitor> {
  const visitor = await visit(null, { at: server.address, ...options })
  await signIn(visitor.context, username, first ?? WORD)
  if (first) await change(visitor.context, first)
  return visitor
}
async function change(context: BrowserContext, currentPassword: string): Promise<void> {
  const answer = await context.request.post('/api/auth/change-password', { data: { currentPassword, newPassword: WORD } })
  expect(answer.status()).toBe(200)
}

type Value = string | ExcelJS.CellFormulaValue
async function sheet(name: string, rows: Value[][]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('名册')
  for (const row of rows) page.addRow(row)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}
const bring = async (page: Page, name: string, rows: Value[][]) => page.getByLabel('选择填好的表').setInputFiles(await sheet(name, rows))
const line = (page: Page, name: string) => page.getByRole('region', { name: '逐行核对' }).getByRole('row').filter({ hasText: name })

const UNITS: Value[][] = [
  ['青禾县机构名册（2026年）'],
  ['序号', '主要职责', '单位名称', '主管单位'],
  ['1', '', '县人民政府', ''],
  ['2', '防汛、河道治理、农村供水', '县水利局', '县人民政府'],
  ['3', '水情监测', '县水文站', '县水力局'],
  ['4', '', '<script>alert(1)</script>', '县人民政府'],
  ['5', '', '县水利局💧', '县人民政府'],
]
let words: Map<string, string>

test('the county begins with its three administrators and nothing else', async () => {
  await soon(() => server.said()).toMatch(/setup\?token=\S+\s/)
  const token = /setup\?token=(\S+)\s/.exec(server.said())![1]!
  const one = (username: string, name: string) => ({ username, name, password: WORD })
  const administrators = { system: one('sys.q', '安可'), security: one('sec.q', '卫明'), audit: one('aud.q', '史真') }
  const body = JSON.stringify({ token, jurisdiction: { id: '990124', name: '青禾县' }, administrators })
  const headers = { 'content-type': 'application/json', origin: server.address }
  const made = await fetch(`${server.address}/api/setup`, { method: 'POST', headers, body })
  expect(made.status).toBe(201)
})

test('a messy sheet of units is explained line by line, put right, and imported', async () => {
  const { page } = await come('sys.q')
  await open(page, '/system/units')
  await follow(page, page.getByRole('link', { name: '从表格导入' }).first())
  await bring(page, '机构.xlsx', [
    ['机构', '说明'],
    ['县水利局', '防汛'],
  ])
  await page.getByRole('alert').filter({ hasText: '没有找到表头' }).waitFor()

  await bring(page, '机构.xlsx', UNITS)
  await page.getByText('新增 2 行，修改 0 行，一致 0 行，不能导入 3 行。').waitFor()
  await page.getByText('表里没有这些列，相应内容保持不变：类别、简称。').waitFor()
  await page.getByText('这些列用不到，已忽略：序号。').waitFor()
  await line(page, '县水文站').getByText('是不是“县水利局”？').waitFor()
  await line(page, '<script>').getByText('不含标签、公式、表情').waitFor()
  await accessible(page)
  await fits(page)
  await page.screenshot({ path: `${SHOTS}/roster-units.png`, fullPage: true })

  const right = UNITS.slice(0, 4).concat([['3', '水情监测', '县水文站', '县水利局']])
  await bring(page, '机构.xlsx', right)
  await page.getByRole('button', { name: '导入 3 行' }).click()
  await page.getByText('已导入：新增 3 行，修改 0 行。').waitFor()
  await follow(page, page.getByRole('link', { name: '查看单位' }))
  await page
    .getByRole('row', { name: /县水文站/ })
    .getByText('水情监测')
    .waitFor()

  await open(page, '/system/import')
  await bring(page, '机构.xlsx', right)
  await page.getByText('新增 0 行，修改 0 行，一致 3 行，不能导入 0 行。').waitFor()
})

test('people come with accounts whose first passwords are given once, and their roles wait for the security administrator', async () => {
  const { page } = await come('sys.q')
  await open(page, '/system/import')
  await bring(page, '人员.xlsx', [
    ['职务', '姓名', '单位', '角色', '登录名', '起'],
    ['督查室主任', '林晓雨', '', '督查员', 'linxiaoyu', '2025-01-06'],
    ['办公室主任', '何清', '县水利局', '联络员', 'heqing', '2025年3月1日'],
    ['科员', '江流', '水利局', '', 'jiangliu', ''],
    ['科员', { formula: 'CONCAT("竹","青")', result: '竹青' }, '县水利局', '', '', '2026年2月30日'],
    ['局长', '高山', '县水利局', '一把手', 'heqing', ''],
  ])
  await page.getByText('不能导入 3 行。').waitFor()
  await line(page, '竹青').getByText('日期“2026年2月30日”看不懂').waitFor()
  await line(page, '高山').getByText('用于不同的姓名').waitFor()
  await bring(page, '人员.xlsx', [
    ['职务', '姓名', '单位', '角色', '登录名', '起'],
    ['督查室主任', '林晓雨', '', '督查员', 'linxiaoyu', '2025-01-06'],
    ['办公室主任', '何清', '县水利局', '联络员', 'heqing', '2025年3月1日'],
    ['局长', '高山', '县水利局', '一把手', 'gaoshan', ''],
    ['科员', '江流', '县水利局', '', 'jiangliu', ''],
  ])
  await page.getByRole('button', { name: '导入 4 行' }).click()
  await page.getByText('新建了 4 个账号。初始密码只在这里给一次').waitFor()
  await accessible(page)
  await page.screenshot({ path: `${SHOTS}/roster-passwords.png`, fullPage: true })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载初始密码表' }).click()])
  const book = new ExcelJS.Workbook()
  const saved = join(mkdtempSync(join(tmpdir(), 'luoshi-words-')), 'words.xlsx')
  await download.saveAs(saved)
  const bytes = readFileSync(saved)
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  words = new Map()
  book.worksheets[0]!.eachRow((row, n) => n > 3 && words.set(String(row.getCell(3).value), String(row.getCell(4).value)))
  expect([...words.keys()]).toEqual(['linxiaoyu', 'heqing', 'gaoshan', 'jiangliu'])

  const security = await come('sec.q')
  await open(security.page, '/system/accounts')
  await security.page.getByRole('button', { name: '逐个看过并确认（3）' }).click()
  const box = dialog(security.page, '确认随职务提出的岗位')
  await accessible(security.page)
  await security.page.screenshot({ path: `${SHOTS}/proposals.png` })
  await box.getByRole('button', { name: '授予所选 3 个', exact: true }).click()
  await security.page.getByRole('row', { name: /何清/ }).getByText('联络员（县水利局）').waitFor()
})

test('a post is handed over with its work: the new holder sees it, the old one does not, and the item says who was responsible', async () => {
  const officer = await come('linxiaoyu', {}, words.get('linxiaoyu'))
  await open(officer.page, '/items/new')
  await officer.page.getByLabel('事项标题').fill('汛前完成河道治理险段排查')
  const suggested = officer.page.getByRole('list', { name: '建议' })
  await suggested.getByText('河道治理').waitFor()
  await officer.page.screenshot({ path: `${SHOTS}/suggested.png` })
  await suggested.getByRole('button', { name: '县水利局' }).click()
  await officer.page.getByRole('button', { name: '立项并交办' }).click()
  await officer.page.getByRole('heading', { level: 1, name: '汛前完成河道治理险段排查' }).waitFor()
  const address = new URL(officer.page.url()).pathname

  const old = await come('heqing', {}, words.get('heqing'))
  await open(old.page, '/todo')
  await old.page.getByText('汛前完成河道治理险段排查').first().waitFor()

  const security = await come('sec.q')
  await open(security.page, '/system/accounts')
  for (const [from, to] of [
    ['何清', '江流'],
    ['高山', '何清'],
  ] as const) {
    await security.page.getByRole('button', { name: `交接：${from}` }).click()
    const box = dialog(security.page, `${from}的职务交接`)
    await box.getByRole('combobox', { name: '接任人' }).fill(to)
    await box.getByRole('option', { name: new RegExp(to) }).click()
    await box.getByText('责任跟着职务走').waitFor()
    await accessible(security.page)
    await security.page.screenshot({ path: `${SHOTS}/handover.png` })
    await box.getByRole('button', { name: '办理交接' }).click()
    await box.waitFor({ state: 'detached' })
  }
  await security.page.getByRole('row', { name: /江流/ }).getByText('联络员（县水利局）').waitFor()
  await security.page.getByRole('button', { name: '任职经历：高山' }).click()
  await dialog(security.page, '高山的任职经历')
    .getByText(/至2026年|至/)
    .waitFor()

  const fresh = await come('jiangliu', {}, words.get('jiangliu'))
  await open(fresh.page, '/todo')
  await fresh.page.getByText('汛前完成河道治理险段排查').first().waitFor()
  await open(fresh.page, address)
  await fresh.page
    .getByText(/局长 .*何清/)
    .first()
    .waitFor()
})

test('a township is registered, set up by its link, and sees nothing of the county', async () => {
  const { page } = await come('sys.q', { expected: /status of 4\d\d/ })
  await open(page, '/system/places')
  await page.getByText('还没有下级行政区。').waitFor()
  await page.getByRole('button', { name: '登记下级行政区' }).click()
  const box = dialog(page, '登记下级行政区')
  await box.getByLabel('行政区域名称').fill('禾丰镇')
  await box.getByLabel('区划代码').fill('990125100')
  await box.getByRole('button', { name: '生成一次性链接' }).click()
  await box.getByText('不在本级（990124）之下').waitFor()
  await box.getByLabel('区划代码').fill('990124100')
  await box.getByRole('button', { name: '生成一次性链接' }).click()
  const link = await page.getByLabel('一次性链接').inputValue()
  await accessible(page)
  await page.getByRole('button', { name: '关闭' }).click()
  await page
    .getByRole('row', { name: /禾丰镇/ })
    .getByText('等对方设置')
    .waitFor()
  for (const [size, width] of [
    ['phone', 390],
    ['desk', 1440],
    ['large', 1920],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await fits(page)
    await page.screenshot({ path: `${SHOTS}/places-${size}.png` })
  }

  const guest = await visit(null, { at: server.address, expected: /status of 4\d\d/ })
  await open(guest.page, link)
  await guest.page.getByText('禾丰镇').first().waitFor()
  for (const [role, name, username] of [
    ['系统管理员', '田野', 'sys.town'],
    ['安全管理员', '方圆', 'sec.town'],
    ['审计管理员', '言明', 'aud.town'],
  ] as const) {
    const group = guest.page.getByRole('group', { name: role })
    await group.getByLabel('姓名').fill(name)
    await group.getByLabel('用户名').fill(username)
    await group.getByLabel('密码').fill(WORD)
  }
  await guest.page.screenshot({ path: `${SHOTS}/setup-lower.png`, fullPage: true })
  await guest.page.getByRole('button', { name: '完成设置' }).click()
  await guest.page.getByText('设置完成。').waitFor()
  await open(guest.page, link)
  await guest.page.getByText('这个链接已经用过').waitFor()

  const town = await come('sys.town')
  await open(town.page, '/')
  await town.page.getByText('禾丰镇').first().waitFor()
  await town.page.getByText('还没有单位。').waitFor()
  await open(town.page, '/system/places')
  await town.page.getByText('上级：青禾县。').waitFor()
  await open(page, '/system/places')
  await page
    .getByRole('row', { name: /禾丰镇/ })
    .getByText('已启用')
    .waitFor()
})

test('the same pages speak English and fit a phone', async () => {
  const { page } = await come('sys.q', { lang: 'en', size: 'phone' })
  for (const [path, heading] of [
    ['/system/import', 'Import units and people'],
    ['/system/places', 'Lower jurisdictions'],
    ['/system/accounts', /Accounts/],
  ] as const) {
    await open(page, path)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await settled(page)
    await fits(page)
    await accessible(page)
    await page.screenshot({ path: `${SHOTS}/en-${path.split('/').at(-1)}.png`, fullPage: true })
  }
  await open(page, '/system/import')
  await page.getByLabel('Choose the sheet').setInputFiles(await sheet('units.xlsx', UNITS))
  await page.getByText('is neither here nor in this sheet. Did you mean').or(page.getByText('Refused: ')).first().waitFor()
  await fits(page)
  await page.screenshot({ path: `${SHOTS}/en-roster-checked.png`, fullPage: true })
})
