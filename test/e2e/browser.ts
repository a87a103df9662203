// One visitor of the pages in a real Chromium: signs in, counts his clicks, is checked by axe; what his browser complains of fails the test.
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import type { Lang } from '../../src/web/words/number.ts'
import { SHOTS } from './setup.ts'

/** Log-ins of the fictional county, by what they are. */
const LOGINS = {
  officer: 'ducha',
  otherOfficer: 'ducha2',
  water: 'shuili',
  housing: 'zhujian',
  town: 'yunxi',
  head: 'juzhang',
  leader: 'xianzhang',
  indicators: 'tongji',
  investment: 'zhaoshang',
  system: 'xitong',
  security: 'anquan',
  audit: 'shenji',
} as const
export type Who = keyof typeof LOGINS
export const PASSWORD = 'Qinghe-2026'

/** A slow machine is waited for; a page that needs longer than this is a fault. */
const PATIENCE_MS = 15_000
const SIZES = { phone: [390, 844], desk: [1440, 900], large: [1920, 1080], wall: [3840, 2160] } as const
export type Size = keyof typeof SIZES

let browser: Browser
beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'))
})
afterAll(() => browser?.close())

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Presses of the pointer since the last `recount`. */
  clicks(): number
  recount(): void
}

interface Visit {
  size?: Size
  lang?: Lang
  /** Another server than the county's. */
  at?: string
  /** Faults that the test itself brings about, such as a lost connection. */
  expected?: RegExp
}

/** A visitor with a fresh profile, signed in unless nobody is named. Everything he opened is closed after the test. */
export async function visit(
  who: Who | null,
  { size = 'desk', lang = 'zh', at = inject('county'), expected }: Visit = {},
): Promise<Visitor> {
  const [width, height] = SIZES[size]
  const options: BrowserContextOptions = {
    baseURL: at,
    viewport: { width, height },
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  }
  const context = await browser.newContext(options)
  const faults: string[] = []
  let clicks = 0
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(context, `${task.name} ${who ?? 'nobody'}`)
    await context.close()
    expect(
      faults.filter(f => !expected?.test(f)),
      'what the browser complained of',
    ).toEqual([])
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.exposeBinding('luoshiPressed', () => void clicks++)
  await context.addInitScript(chosen => {
    if (location.origin === 'null') return
    // Only at the first page: a test may change the language.
    if (localStorage.getItem('luoshi.lang') === null) localStorage.setItem('luoshi.lang', JSON.stringify(chosen))
    const pressed = () => (window as unknown as { luoshiPressed(): void }).luoshiPressed()
    document.addEventListener('pointerdown', e => e.isTrusted && pressed(), true)
  }, lang)
  watch(context, at, faults)
  if (who) await signIn(context, LOGINS[who])
  return { page: await context.newPage(), context, clicks: () => clicks, recount: () => (clicks = 0) }
}

/** The session's cookie, without the sign-in page, which has tests of its own. */
export async function signIn(context: BrowserContext, username: string, password = PASSWORD): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/username', { data: { username, password } })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`)
}

/** Errors of scripts, of the Content-Security-Policy and of the network, and every request that leaves this server. */
function watch(context: BrowserContext, at: string, faults: string[]): void {
  context.on('console', message => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  context.on('weberror', error => faults.push(`thrown: ${error.error().message}`))
  context.on('request', request => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== at) faults.push(`left this server: ${request.url()}`)
  })
}

async function shoot(context: BrowserContext, name: string): Promise<void> {
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-')
  for (const [i, page] of context.pages().entries()) await page.screenshot({ path: `${SHOTS}/${file}-${i}.png` }).catch(() => {})
}

/** Goes to an address and waits until its data stands on the page. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** The page has its heading and waits for nothing. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // A page may wait for several things at once.
  await soon(() => page.getByRole('status', { name: /正在取数|Loading/ }).count()).toBe(0)
}

/** The list of what waits with every group unfolded: other tests' items may stand before one's own. */
export const TODO = '/todo?all=past,week,later,undated'

/** Clicks a link and waits for the page that it leads to. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const from = page.url()
  await link.click()
  await page.waitForURL(url => url.href !== from)
  await settled(page)
}

/** WCAG 2.2 AA as far as a program can see it. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).setLegacyMode().analyze()
  expect(violations.map(v => `${v.id}: ${v.nodes.map(n => `${n.target.join(' ')} ${n.failureSummary}`).join(' | ')}`)).toEqual([])
}

/** Nothing of the page is cut off or needs scrolling sideways. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0)
}

/** The words that are lit in a document's text, once they are in sight. */
export async function litText(page: Page): Promise<string> {
  const text = page.getByRole('region', { name: '原文，与右侧对照' })
  await text.waitFor()
  return text.evaluate(pane =>
    [...pane.querySelectorAll('.m-at')]
      .filter(piece => {
        const at = piece.getBoundingClientRect()
        return at.top >= 0 && at.top < innerHeight && at.height > 0
      })
      .map(piece => piece.textContent)
      .join(''),
  )
}

/** As a person pastes: the whole text at once. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.fill(text)
}

/** Retries a claim until it holds: for what arrives without a sign on the page. */
export const soon = <T>(claim: () => Promise<T> | T) => expect.poll(claim, { timeout: PATIENCE_MS, interval: 100 })

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })
