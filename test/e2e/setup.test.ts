// The first run of the real thing: one link, used once, makes the place and its three administrators.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, fits, open, settled, soon, visit } from './browser.ts'
import { type Server, startServer } from './server.ts'

const LINK = /http:\S+\/setup\?token=\S+\s/
let server: Server
beforeAll(async () => {
  server = await startServer('serve', mkdtempSync(join(tmpdir(), 'luoshi-first-')))
})
afterAll(() => server?.stop())

const PASSWORD = 'Kaishi-2026!'
const ADMINISTRATORS = [
  ['系统管理员', '安可', 'xitong', '单位'],
  ['安全管理员', '卫明', 'anquan', '账号'],
  ['审计管理员', '史真', 'shenji', '审计日志'],
] as const

test('the printed link makes three administrators once, and each finds his own work', async () => {
  await soon(() => server.said()).toMatch(LINK)
  const link = LINK.exec(server.said())![0].trim()
  const { page } = await visit(null, { at: server.address, expected: /status of 4\d\d/ })
  await open(page, '/')
  await page.getByText('系统还没有首次设置。请打开程序启动时在终端打印的一次性链接。').waitFor()
  await open(page, '/setup')
  await page.getByText('地址里没有一次性口令。').waitFor()

  await open(page, link)
  await accessible(page)
  await fits(page)
  await page.getByLabel('行政区域名称').fill('晴川县')
  await page.getByLabel('区划代码').fill('990125')
  for (const [role, name, username] of ADMINISTRATORS) {
    const group = page.getByRole('group', { name: role })
    await group.getByLabel('姓名').fill(name)
    await group.getByLabel('用户名').fill(username)
    await group.getByLabel('密码').fill(role === '审计管理员' ? 'short' : PASSWORD)
  }
  await page.getByRole('button', { name: '完成设置' }).click()
  await page
    .getByRole('group', { name: '审计管理员' })
    .getByText(/太短|至少 10 位，含.*三种。/)
    .first()
    .waitFor()
  await page.getByRole('group', { name: '审计管理员' }).getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.getByText('设置完成。').waitFor()

  for (const [, name, username, heading] of ADMINISTRATORS) {
    await open(page, '/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await settled(page)
    await page.getByRole('link', { name: `${name}，我的账号` }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  }
  await open(page, link)
  await page.getByText('已经设置过了，请直接登录。').waitFor()
  expect(await page.getByRole('button', { name: '完成设置' }).count()).toBe(0)
})
