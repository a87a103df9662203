import { chromium } from 'playwright-core'
const { default: packed } = await import('@sparticuz/chromium'); packed.setGraphicsMode = false; const exe = await packed.executablePath(); const args = packed.args
const browser = await chromium.launch({ executablePath: exe, args: ['--no-sandbox','--disable-gpu'] })
const base = 'http://127.0.0.1:4862'
export async function login(page, user) {
  await page.goto(base + '/sign-in')
  await page.getByLabel(/用户名|登录名|Username/).fill(user)
  await page.getByLabel(/^密码|Password/).fill('Qinghe-2026')
  await page.keyboard.press('Enter')
  await page.waitForURL(u => !u.pathname.includes('sign-in'))
}
const [user, path, name, width = '1440', lang = 'zh', full = '1'] = process.argv.slice(2)
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(width) < 500 ? 844 : 900 }, locale: lang === 'en' ? 'en-GB' : 'zh-CN' })
await login(page, user)
if (lang === 'en') { await page.getByRole('button', { name: 'English' }).click().catch(() => {}); await page.waitForTimeout(500) }
let to = path
if (path.startsWith('doc:')) {
  const { documents } = await (await page.request.get(base + '/api/documents?size=200')).json()
  to = '/documents/' + documents.find(d => d.title.includes(path.split(':')[1])).id + (path.split(':')[2] ?? '')
}
if (path.startsWith('item:')) {
  const [, kind, q] = path.split(':')
  const { items } = await (await page.request.get(base + `/api/ledgers/${kind}?q=${encodeURIComponent(q)}`)).json()
  to = '/items/' + items[0].id
}
await page.goto(base + to)
await page.waitForLoadState('networkidle')
await page.waitForTimeout(500)
await page.screenshot({ path: `/tmp/s2-${name}.png`, fullPage: full === '1' })
await browser.close()
