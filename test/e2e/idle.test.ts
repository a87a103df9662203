// Nobody touches the page for a while: it warns, one press stays, and once the session is over what was typed is still there.
import { expect, test } from 'vitest'
import { dialog, open, PASSWORD, settled, visit } from './browser.ts'
import { dispatched, mark } from './county.ts'

test('the page warns before the session ends, and what was typed outlives it', async () => {
  const title = `加固病险水库${mark()}`
  const officer = await visit('officer')
  const item = await dispatched(officer.context, title, '县水利局')

  const { page, context } = await visit('water', { expected: /status of 401/ })
  await page.clock.install()
  await open(page, `/items/${item.id}`)
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  await dialog(page, '反馈进展').getByLabel('文字说明').fill('大坝已加固，正在护坡。')

  // The server ends a session of this county after half an hour.
  await page.clock.fastForward('27:30')
  const warning = dialog(page, '您好久没有操作了')
  await warning.getByText('2 分钟后将自动退出登录。您填的文字不会丢。').waitFor()
  await warning.getByRole('button', { name: '继续使用' }).click()
  await warning.waitFor({ state: 'detached' })
  await page.clock.fastForward('20:00')
  expect(await warning.count()).toBe(0)

  await context.clearCookies()
  await page.clock.fastForward('10:00')
  const over = dialog(page, '已自动退出登录')
  await over.getByText('30 分钟没有操作').waitFor()
  await over.getByRole('link', { name: '登录' }).click()
  await page.getByLabel('用户名').fill('shuili')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`**/items/${item.id}`)
  await settled(page)
  await page.getByRole('button', { name: '反馈', exact: true }).click()
  expect(await dialog(page, '反馈进展').getByLabel('文字说明').inputValue()).toBe('大坝已加固，正在护坡。')
})
