// Every role signs in by itself and sees what the role may, and nothing else; the three administrators do their work and no business.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, follow, open, PASSWORD, soon, visit, type Who } from './browser.ts'
import { mark } from './county.ts'

const ROLES: [role: string, name: string, rail: string[]][] = [
  ['督查员', '林晓雨', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负', '督查单', '批示', '通报', '规则']],
  ['联络员', '何清', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负', '督查单']],
  ['单位一把手', '高山青', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负', '督查单']],
  ['县领导', '周晓棠', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负', '督查单', '批示', '通报', '规则']],
  ['指标专员', '宋简', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负']],
  ['招商专员', '白榆', ['总览', '待办', '文件', '台账', '指标', '招商', '专项', '风险', '减负']],
  ['系统管理员', '安平', ['单位', '账号', '下级', '消息通道', '规则']],
  ['安全管理员', '方正', ['账号']],
  ['审计管理员', '明镜', ['审计']],
]

test('each role signs in, sees its own pages, and signs out', async () => {
  const { page } = await visit(null)
  for (const [role, name, rail] of ROLES) {
    await open(page, '/sign-in')
    await page.getByRole('button', { name: new RegExp(`^${role}.*${name}$`) }).click()
    await page.getByRole('link', { name: `${name}，我的账号` }).waitFor()
    const links = page.getByRole('navigation', { name: '主导航' }).first().getByRole('link')
    await soon(() => links.allInnerTexts()).toEqual(rail)
    await page.getByRole('link', { name: `${name}，我的账号` }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  }
})

test('a wrong password is told apart from nothing, and the way back is the page that was asked for', async () => {
  const { page } = await visit(null, { expected: /status of 401/ })
  await page.goto('/items?light=red')
  await page.getByLabel('用户名').fill('ducha')
  await page.getByLabel('密码').fill('Falsch-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '用户名或密码不对，请重新输入。' }).waitFor()
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/\/items\?light=red/)
})

test('a unit sees its own items, not those of another', async () => {
  const officer = await visit('officer')
  await open(officer.page, '/items?open=1')
  const all = Number(/\d+/.exec(await officer.page.getByText(/^共 \d+ 件$/).innerText())![0])
  for (const who of ['water', 'head', 'indicators', 'investment'] satisfies Who[]) {
    const { page } = await visit(who)
    await open(page, '/items?open=1')
    const own = Number(/\d+/.exec(await page.getByText(/^共 \d+ 件$/).innerText())![0])
    expect(own, who).toBeLessThan(all / 4)
    expect(await page.getByRole('link', { name: '新事项' }).count(), who).toBe(0)
  }
})

test('what is not allowed now is there with its reason', async () => {
  const { page } = await visit('water')
  await open(page, '/items?state=closed')
  await follow(page, page.getByRole('table', { name: '事项台账' }).getByRole('link').first())
  expect(await page.getByRole('button', { name: '反馈', exact: true }).count()).toBe(0)
  await page.getByText(/^其他操作/).click()
  await page.getByText('现在是“办结”，不能反馈').waitFor()
})

test('administrators have no business pages', async () => {
  for (const who of ['system', 'security', 'audit'] satisfies Who[]) {
    const { page } = await visit(who, { expected: /status of 403/ })
    for (const path of ['/items', '/todo', '/documents', '/circular']) {
      await page.goto(path)
      await page.getByRole('alert').filter({ hasText: '您的岗位没有这项权限' }).first().waitFor()
    }
  }
})

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('unit, account and appointment are made by the administrators whose work it is, and the new liaison can begin', async () => {
  const word = mark()
  const unit = `县气象台${word}`
  const username = `qixiang${word}`
  const system = (await visit('system', { expected: /status of 4(09|22)/ })).page
  await open(system, '/system/units')
  await system.getByRole('button', { name: '新增单位' }).click()
  const adding = dialog(system, '新增单位')
  await adding.getByLabel('单位名称').fill(unit)
  await adding.getByRole('combobox', { name: '上级单位' }).fill('青禾县人民政府')
  await adding.getByRole('option', { name: /^青禾县人民政府/ }).click()
  await adding.getByLabel('职责').fill('天气预报、防雷减灾')
  await adding.getByRole('button', { name: '保存' }).click()
  await row(system, unit).waitFor()

  await open(system, '/system/accounts')
  await system.getByRole('button', { name: '新增账号' }).click()
  const account = dialog(system, '新增账号')
  await account.getByLabel('姓名').fill('云朵')
  await account.getByLabel('用户名').fill(username)
  await account.getByLabel('密码').fill('weak')
  await account.getByRole('button', { name: '保存' }).click()
  await account
    .getByText(/至少 10 位|太短/)
    .first()
    .waitFor()
  await account.getByLabel('密码').fill('Yunduo-2026')
  await account.getByRole('button', { name: '保存' }).click()
  await row(system, username).getByText('尚无岗位').waitFor()

  const security = (await visit('security', { expected: /status of 4(09|22)/ })).page
  await open(security, '/system/accounts')
  await row(security, username)
    .getByRole('button', { name: /^调整岗位/ })
    .click()
  const roles = dialog(security, '云朵的岗位')
  await roles.getByRole('button', { name: '再加一个岗位' }).click()
  await roles.getByRole('combobox', { name: '单位' }).fill(unit)
  await roles.getByRole('option', { name: unit }).click()
  // One person cannot also be an administrator: refused with the reason, nothing is lost.
  await roles.getByRole('button', { name: '再加一个岗位' }).click()
  await roles.getByRole('combobox', { name: '岗位' }).last().selectOption({ label: '审计管理员' })
  await roles.getByRole('button', { name: '保存' }).click()
  await roles.getByRole('alert').filter({ hasText: '不能由同一人担任（三员分立）' }).waitFor()
  await roles.getByRole('button', { name: '去掉岗位：审计管理员' }).click()
  await roles.getByRole('button', { name: '保存' }).click()
  await roles.waitFor({ state: 'detached' })
  await row(security, username).getByText(`联络员（${unit}）`).waitFor()

  const fresh = (await visit(null)).page
  await open(fresh, '/sign-in')
  await fresh.getByLabel('用户名').fill(username)
  await fresh.getByLabel('密码').fill('Yunduo-2026')
  await fresh.getByRole('button', { name: '登录', exact: true }).click()
  // The administrator knows this password: another is chosen before anything else.
  await fresh.getByRole('heading', { name: '请设置新密码' }).waitFor()
  await fresh.getByLabel('现在的密码').fill('Yunduo-2026')
  await fresh.getByLabel('新密码').fill('Baiyun-2026-x')
  await fresh.getByRole('button', { name: '设置并继续' }).click()
  await fresh.getByText('密码已修改，其他设备上的登录已退出。').waitFor()
  await fresh.getByRole('link', { name: '云朵，我的账号' }).waitFor()
  await open(fresh, '/todo')
  await fresh.getByText('没有等您处理的事。').waitFor()

  const audit = (await visit('audit')).page
  await open(audit, '/system/audit')
  await audit.getByRole('searchbox', { name: '查找操作人或对象' }).fill('方正')
  await audit.keyboard.press('Enter')
  await row(audit, '方正').first().waitFor()
  await audit.getByRole('button', { name: '核对整条链' }).click()
  // Every record of a year is hashed anew.
  await audit.getByText(/核对完毕：[\d,]+ 条记录首尾相扣，没有改动。/).waitFor({ timeout: 60_000 })
})
