// Being told: the count in the top bar, the list, the address proved by a code, the weekly digest in a real mailbox and its link, the robot of a group.
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelList } from '../../src/core/contract/message.ts'
import { RETRY_MINUTES } from '../../src/core/delivery.ts'
import { readConfig } from '../../src/server/config.ts'
import { Courier } from '../../src/server/deliver.ts'
import { openBeside } from '../../src/store/beside.ts'
import { aMailbox, type Mailbox } from '../mailbox.ts'
import { accessible, dialog, fits, open, settled, soon, visit } from './browser.ts'
import { ask, dispatched, mark } from './county.ts'
import { type Server, startServer } from './server.ts'
import { SHOTS } from './setup.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const dir = mkdtempSync(join(tmpdir(), 'luoshi-message-'))
let server: Server
let box: Mailbox
let settings: Record<string, string>
let says: unknown
const robot = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(says)))
})

beforeAll(async () => {
  box = await aMailbox()
  await new Promise<void>(listening => robot.listen(0, '127.0.0.1', listening))
  settings = {
    LUOSHI_SMTP_URL: `smtp://127.0.0.1:${box.port}`,
    LUOSHI_MAIL_FROM: '落实 <luoshi@example.com>',
    LUOSHI_ROBOT_HOSTS: `127.0.0.1:${(robot.address() as AddressInfo).port}`,
  }
  server = await startServer('demo', dir, settings)
})
afterAll(async () => {
  await server?.stop()
  await box?.stop()
  robot.close()
})

test('an address is proved by a code, the digest comes to it, and its link opens the item', async () => {
  const { page } = await visit('water', { size: 'phone', at: server.address, expected: /422/ })
  await open(page, '/me')
  await page.getByRole('button', { name: '填写邮箱' }).click()
  await dialog(page, '填写邮箱').getByLabel('邮箱').fill('不是邮箱')
  await dialog(page, '填写邮箱').getByRole('button', { name: '发送验证码' }).click()
  await dialog(page, '填写邮箱').getByText('格式不对。').waitFor()
  await dialog(page, '填写邮箱').getByLabel('邮箱').fill('water@example.com')
  await dialog(page, '填写邮箱').getByRole('button', { name: '发送验证码' }).click()
  const enter = dialog(page, '填入验证码')
  await enter.waitFor()
  await soon(() => box.mails.length).toBe(1)
  const code = /\d{6}/.exec(box.mails[0]!.subject)![0]
  await enter.getByLabel('验证码').fill(code === '000000' ? '000001' : '000000')
  await enter.getByRole('button', { name: '确认' }).click()
  await enter.getByText('验证码不对，还可以试 4 次。').waitFor()
  await enter.getByLabel('验证码').fill(code)
  await enter.getByRole('button', { name: '确认' }).click()
  await enter.waitFor({ state: 'detached' })

  // What he sets for his quiet hours is there again after a reload.
  await page.getByLabel('每周汇总').selectOption('周三 08:30')
  await page.getByLabel('从').fill('18:30')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await open(page, '/me')
  await page.getByText('water@example.com').waitFor()
  await fits(page)
  await accessible(page)
  expect(await page.getByLabel('从').inputValue()).toBe('18:30')
  expect(await page.getByLabel('每周汇总').inputValue()).toBe('3')

  const title = `清淤北渠${mark()}`
  const officer = await visit('officer', { at: server.address })
  const item = await dispatched(officer.context, title, '县水利局')
  box.mails = []
  const env = { ...process.env, ...settings, LUOSHI_DATA: dir, LUOSHI_URL: server.address, DATABASE_URL: '' }
  const sent = await promisify(execFile)(join(ROOT, 'bin', 'luoshi'), ['digest'], { cwd: ROOT, env, timeout: 60_000 })
  expect(sent.stdout).toMatch(/^digests written: 1$/m)
  await soon(() => box.mails.length).toBe(1)
  const [digest] = box.mails
  expect(digest).toMatchObject({ to: 'water@example.com', subject: expect.stringMatching(/^落实待办：\d+项待办/) })
  const rest = /另有\d+项，请登录查看。\n(\S+)/.exec(digest!.text)
  // The list of a county's water bureau is long: the newest may be among those that are only counted.
  const link = digest!.text.includes(item.id) ? `${server.address}/items/${item.id}` : rest![1]!
  expect(digest!.text).toContain(link)
  await page.goto(link)
  await settled(page)
  await page.getByText(title).first().waitFor()
})

test('a mail that its server refused for days is shown, sent again by hand, and arrives; another is let go', async () => {
  const { page, context } = await visit('system', { at: server.address })
  const { people } = await ask<ChannelList>(context, 'listChannels')
  const addresses = { zhujian: 'housing@example.com', yunxi: 'town@example.com' }
  for (const [username, address] of Object.entries(addresses)) {
    const { id } = people.find(person => person.username === username)!
    await ask(context, 'putMail', { params: { id }, body: { address } })
  }
  box.mails = []
  box.refuses = true
  // The program's own courier, with its clock ahead of ours: nobody waits two days for the last of the tries.
  const db = await openBeside({ dataDir: dir })
  const courier = new Courier(db, readConfig({ ...settings, LUOSHI_DATA: dir, LUOSHI_URL: server.address }))
  try {
    const now = Date.now()
    await courier.digest(new Date(now).toISOString(), { asked: true })
    for (const at of RETRY_MINUTES.keys()) await courier.run(new Date(now + (at + 1) * 25 * 3_600_000).toISOString())
  } finally {
    await courier.close()
    await db.close()
  }

  await open(page, '/system/channels')
  const failed = page.getByRole('region', { name: '没有送达' })
  const row = (address: string) => failed.getByRole('row').filter({ hasText: address })
  await row(addresses.zhujian).getByText('对方拒收').waitFor()
  await accessible(page)
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await fits(page)
  }
  await page.screenshot({ path: `${SHOTS}/failed.png`, fullPage: true })
  box.refuses = false
  await row(addresses.zhujian).getByRole('button', { name: '再发：孟夏' }).click()
  await page.getByText('已重新发送，结果稍后可见。').waitFor()
  await row(addresses.zhujian).waitFor({ state: 'detached' })
  await soon(() => box.mails.map(mail => mail.to)).toEqual([addresses.zhujian])

  await row(addresses.yunxi).getByRole('button', { name: '放弃：竹青' }).click()
  const sure = dialog(page, '放弃：竹青')
  await sure.getByText('这条消息将不再发送').waitFor()
  await sure.getByRole('button', { name: '放弃' }).click()
  await row(addresses.yunxi).waitFor({ state: 'detached' })
  expect(box.mails).toHaveLength(1)
})

test('what happens is told in the top bar and in a list, which opens the item and forgets what is new', async () => {
  const { page, context } = await visit('housing', { at: server.address })
  await ask(context, 'readMessages', { body: { until: new Date().toISOString() } })
  await open(page, '/todo')
  const bell = page.getByRole('banner').getByRole('link', { name: /^消息，/ })
  expect(await bell.getAttribute('aria-label')).toBe('消息，没有未读')

  const title = `翻修老街${mark()}`
  const officer = await visit('officer', { at: server.address })
  const item = await dispatched(officer.context, title, '县住房和城乡建设局')
  await dispatched(officer.context, `${title}二期`, '县住房和城乡建设局')
  // The page asks again when it is come back to, without a reload.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await soon(() => bell.getAttribute('aria-label')).toBe('消息，2 条未读')
  await bell.click()
  await settled(page)
  await fits(page)
  await accessible(page)
  const entry = page
    .getByRole('list', { name: '消息，新的在前' })
    .getByRole('listitem')
    .filter({ hasText: `${title}` })
    .last()
  await entry.getByText('未读').waitFor()
  await entry.getByText('交县住房和城乡建设局牵头办理').waitFor()
  await entry.getByRole('link', { name: title }).click()
  await page.waitForURL(`**/items/${item.id}`)
  await soon(() => bell.getAttribute('aria-label')).toBe('消息，1 条未读')
  await bell.click()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await page.getByText('没有未读的消息').waitFor()
  expect(await bell.getAttribute('aria-label')).toBe('消息，没有未读')
  // Nobody else learns of it: the audit administrator sees no entry about messages.
  const audit = await visit('audit', { at: server.address })
  await open(audit.page, '/system/audit')
  expect(await audit.page.getByText(/message/).count()).toBe(0)
})

test.each(['zh', 'en'] as const)(
  'the system administrator adds a robot, hears at once whether it works, and never sees its address again (%s)',
  async lang => {
    const zh = lang === 'zh'
    const { page } = await visit('system', { at: server.address, lang, expected: /422/ })
    await open(page, '/system/channels')
    await page.getByRole('button', { name: zh ? '新增机器人' : 'Add a robot' }).click()
    const add = dialog(page, zh ? '新增机器人' : 'Add a robot')
    const name = `群${mark()}`
    await add.getByLabel(zh ? '机器人' : 'Robot', { exact: true }).selectOption('dingtalk')
    await add.getByLabel(zh ? '名称' : 'Name', { exact: true }).fill(name)
    await add.getByLabel(zh ? 'Webhook 地址' : 'Webhook address').fill('https://10.0.0.8/robot')
    await add.getByLabel(zh ? '加签密钥' : 'Signing secret').fill('SECtest')
    await add.getByRole('button', { name: zh ? '保存' : 'Save' }).click()
    await add.getByText('10.0.0.8').waitFor()
    await add.getByLabel(zh ? 'Webhook 地址' : 'Webhook address').fill(`http://${settings.LUOSHI_ROBOT_HOSTS}/robot?access_token=SESAME`)
    await add.getByRole('button', { name: zh ? '保存' : 'Save' }).click()
    await add.waitFor({ state: 'detached' })
    await page.getByRole('row').filter({ hasText: name }).waitFor()
    expect(await page.content()).not.toContain('SESAME')
    await accessible(page)
    await fits(page)

    const test = zh ? `发送测试消息：${name}` : `Send a test message: ${name}`
    await page.getByRole('button', { name: test }).click()
    says = { errcode: 310000, errmsg: 'sign not match' }
    await dialog(page, test)
      .getByRole('button', { name: zh ? '测试' : 'Test' })
      .click()
    await dialog(page, test).getByRole('alert').getByText('310000 sign not match').waitFor()
    says = { errcode: 0, errmsg: 'ok' }
    await dialog(page, test)
      .getByRole('button', { name: zh ? '测试' : 'Test' })
      .click()
    await dialog(page, test)
      .getByText(zh ? '测试消息已送达' : 'The test message was delivered')
      .waitFor()
    await accessible(page)
  },
)
