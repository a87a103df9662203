// Signing in beyond the password: a second step set up and used, a device signed out from another, and the unit's own single sign-on on a real server.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOTP } from '@better-auth/utils/otp'
import { expect, test } from 'vitest'
import { freePort, startOidc } from '../oidc.ts'
import { accessible, dialog, fits, open, PASSWORD, settled, visit } from './browser.ts'
import { startServer } from './server.ts'

/** The six figures that the telephone would show. */
function codeOf(secret: string): Promise<string> {
  const bits = [...secret].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const bytes = Uint8Array.from(bits.match(/.{8}/g)!.map(b => Number.parseInt(b, 2)))
  return createOTP(new TextDecoder().decode(bytes)).totp()
}

test('a second step is set up with a QR code, asked for at the next sign-in, and another device is signed out', async () => {
  const { page } = await visit('investment')
  await open(page, '/me')
  await page.getByRole('button', { name: '开启两步验证' }).click()
  const setup = dialog(page, '开启两步验证')
  await setup.getByLabel('现在的密码').fill(PASSWORD)
  await setup.getByRole('button', { name: '下一步' }).click()
  await setup.getByRole('img', { name: '两步验证的二维码' }).waitFor()
  const secret = await setup.getByText('手工输入密钥').locator('code').innerText()
  await accessible(page)
  await setup.getByLabel('验证码').fill(await codeOf(secret))
  await setup.getByRole('button', { name: '确认并开启' }).click()
  await page.getByText('两步验证已开启，下次登录时生效。').waitFor()

  const phone = await visit(null, { size: 'phone', expected: /status of 401/ })
  await open(phone.page, '/sign-in')
  await phone.page.getByLabel('用户名').fill('zhaoshang')
  await phone.page.getByLabel('密码').fill(PASSWORD)
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.getByLabel('验证码').fill('000000')
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.getByRole('alert').filter({ hasText: '验证码不对' }).waitFor()
  await phone.page.getByLabel('验证码').fill(await codeOf(secret))
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  await open(phone.page, '/me')
  await fits(phone.page)

  await page.reload()
  await settled(page)
  await page
    .getByRole('button', { name: /^退出.*上的登录$/ })
    .first()
    .click()
  await page.getByText('那台设备已退出登录。').waitFor()
  await phone.page.goto('/items')
  await phone.page.getByRole('heading', { name: '登录' }).waitFor()

  await page.getByRole('button', { name: '关闭两步验证' }).click()
  await dialog(page, '关闭两步验证').getByLabel('现在的密码').fill(PASSWORD)
  await dialog(page, '关闭两步验证').getByRole('button', { name: '关闭两步验证' }).click()
  await page.getByText('两步验证已关闭。').waitFor()
})

test('the unit’s own single sign-on leads to the page that was asked for', { timeout: 180_000 }, async ({ onTestFinished }) => {
  const port = await freePort()
  const at = `http://127.0.0.1:${port}`
  const oidc = await startOidc(`${at}/sign-in/back`)
  const server = await startServer('demo', mkdtempSync(join(tmpdir(), 'luoshi-sso-')), {
    PORT: String(port),
    LUOSHI_OIDC_ISSUER: oidc.issuer,
    LUOSHI_OIDC_CLIENT_ID: oidc.clientId,
    LUOSHI_OIDC_CLIENT_SECRET: oidc.clientSecret,
    LUOSHI_OIDC_NAME: '云川统一身份',
  })
  onTestFinished(async () => {
    await server.stop()
    await oidc.stop()
  })
  const { page } = await visit(null, { at, expected: /left this server|status of|ERR_NAME_NOT_RESOLVED/ })
  await page.goto('/items?light=red')
  await page.getByRole('button', { name: '用云川统一身份登录' }).click()
  await page.locator('input[name=login]').fill('shuili')
  await page.locator('input[name=password]').fill('x')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/items\?light=red/)
  await page.getByRole('link', { name: '何清，我的账号' }).waitFor()
  expect(new URL(page.url()).origin).toBe(at)
})
