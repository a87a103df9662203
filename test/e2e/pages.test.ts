// Every page in both languages and at every width: whole words, no cut-offs, WCAG 2.2 AA.
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { BurdenView } from '../../src/core/contract/burden.ts'
import type { DocumentList } from '../../src/core/contract/document.ts'
import type { ItemList } from '../../src/core/contract/item.ts'
import type { KindList } from '../../src/core/contract/kind.ts'
import type { SchemeList } from '../../src/core/contract/scheme.ts'
import { page as address } from '../../src/web/paths.ts'
import { en } from '../../src/web/words/en.ts'
import { zh } from '../../src/web/words/zh.ts'
import { accessible, fits, open, settled, soon, visit, type Who } from './browser.ts'
import { ask } from './county.ts'

const WIDTHS = [
  [390, 844],
  [1440, 900],
  [1920, 1080],
  [3840, 2160],
] as const

/** Pages that several roles see alike are looked at once; those that differ, for each. */
const PAGES: [who: Who, pages: string[]][] = [
  [
    'officer',
    [
      '/',
      '/todo',
      '/documents',
      '/documents/new',
      '/items?light=red,yellow&open=1',
      '/items/new',
      '/slips',
      '/slips?tab=issued',
      '/notes',
      '/circular',
      '/ledger/project',
      '/ledger/project?view=table',
      '/ledger/project?view=funnel',
      '/ledger/project?view=map',
      '/ledger/project?view=week',
      '/ledger/project?view=rates',
      '/ledger/project/new',
      '/sheets',
      '/me',
      '/burden',
      '/requests/new',
    ],
  ],
  ['officer', ['/indicators', '/indicators/list', '/indicators/fill', '/benchmark', '/benchmark/peers', '/schemes', '/schemes/new']],
  [
    'officer',
    ['/ledger/visit', '/ledger/visit?view=table', '/ledger/lesson', '/ledger/visit/new', '/ledger/lesson/new', '/ledger/project/import'],
  ],
  [
    'officer',
    [
      '/ledger/campaign',
      '/ledger/campaign/new',
      '/ledger/programme',
      '/ledger/reform',
      '/ledger/reform?view=table',
      '@campaign',
      '@programme',
    ],
  ],
  ['officer', ['/ledger/programme/new', '/ledger/reform/new', '@project', '@reform', '@risk', '@request', '@burden']],
  ['town', ['/todo', '@burden', '@answer']],
  ['leader', ['/', '/notes', '/items?open=1', '/benchmark', '/schemes', '/slips', '/burden', '/me']],
  ['water', ['/', '/todo', '/burden', '/indicators', '/indicators/fill', '/benchmark', '/slips', '/messages', '/reports']],
  ['officer', ['/ledger/risk', '/ledger/risk?view=table', '/ledger/risk?view=matrix', '/ledger/risk/new', '/warnings']],
  ['system', ['/system/units', '/system/accounts', '/system/import', '/system/channels', '/system/rules']],
  ['security', ['/system/accounts']],
  ['audit', ['/system/audit']],
]

/** Leaves of the dictionary: `nav.todo` → 待办. */
const leaves = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value as object, `${path}${key}.`),
  )
const ENGLISH = new Map(leaves(en))

const literal = (said: string): string => said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a Chinese word of the pages looks like once its figures are filled in; words that could as well be data are left out. */
const CHINESE: RegExp[] = leaves(zh)
  .filter(([key, said]) => ENGLISH.get(key) !== said)
  .flatMap(([, said]) => said.split(/<\/?\d>/))
  .map(said => said.trim())
  // A short name of a unit of the county, and the name of a post in it, too.
  .filter(said => said !== zh.waiting.office && said !== zh.role.liaison)
  .filter(
    said =>
      (said.includes('{{') ? (said.replace(/\{\{.*?\}\}/g, '').match(/\p{Script=Han}/gu)?.length ?? 0) : 3) >= 3 &&
      /\p{Script=Han}/u.test(said),
  )
  .map(
    said =>
      new RegExp(
        `^${said
          .split(/\{\{.*?\}\}/)
          .map(literal)
          .join('.+')}$`,
        'u',
      ),
  )
const RAW_KEY = new RegExp(`(^|[\\s“(（])(${Object.keys(zh).join('|')})\\.[a-z]`)
const BROKEN = /\b(undefined|NaN|null)\b|\[object|\{\{|Invalid Date/

/** All that the page says, to the eye and to a screen reader; what is marked as Chinese by its language is data. */
const words = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: (string | null)[] = [document.title]
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const at = walk.currentNode.parentElement!
      if (!at.closest('script, style, textarea, [lang="zh-CN"]:not(html)')) said.push(walk.currentNode.textContent)
    }
    for (const e of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (!e.closest('[lang="zh-CN"]:not(html)'))
        said.push(e.getAttribute('aria-label'), e.getAttribute('title'), e.getAttribute('placeholder'))
    return said.flatMap(s => s?.trim() || [])
  })

async function wellWorded(page: Page): Promise<void> {
  const said = await words(page)
  expect(
    said.filter(s => BROKEN.test(s) || RAW_KEY.test(s)),
    page.url(),
  ).toEqual([])
}

async function allEnglish(page: Page): Promise<void> {
  await wellWorded(page)
  const said = await words(page)
  expect([...new Set(said.filter(s => CHINESE.some(chinese => chinese.test(s))))], `${page.url()} in English`).toEqual([])
  const heads = await page
    .getByRole('columnheader')
    .or(page.getByRole('navigation').getByRole('link'))
    .evaluateAll(all => all.filter(e => !e.closest('[lang="zh-CN"]')).map(e => e.textContent ?? ''))
  expect(
    heads.filter(s => /\p{Script=Han}/u.test(s)),
    `${page.url()} in English`,
  ).toEqual([])
}

async function look(page: Page): Promise<void> {
  await wellWorded(page)
  await accessible(page)
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height })
    await fits(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
  await settled(page)
  await allEnglish(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await fits(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
}

/** Addresses of what the demonstration holds: an item of a kind, with what ended and its report; a unit's burden; a request to be answered. */
async function made(context: BrowserContext, name: string): Promise<string[]> {
  if (name === 'burden' || name === 'answer') {
    const { units, toAnswer } = await ask<BurdenView>(context, 'getBurden')
    const [unit, due] = [units[0]!, toAnswer[0]!]
    return [name === 'burden' ? address.unitBurden(unit.id) : address.answerTo(due.id, { unit: due.unitId, due: due.dueOn })]
  }
  const { items } = await ask<z.infer<typeof KindList>>(context, 'listKind', { params: { kind: name } })
  const shown = items.find(i => i.stage === 'running') ?? items[0]!
  const ended = name === 'request' ? undefined : items.find(i => i.stage === 'ended')
  return [address.item(shown.id), ...(ended ? [address.item(ended.id), address.endReport(ended.id)] : [])]
}

/** An officer has a dozen pages and more, each looked at five times. */
const MANY_MS = 400_000

describe.each(PAGES)('as %s', (who, pages) => {
  test('every page is whole in both languages, at every width, for every reader', { timeout: MANY_MS }, async () => {
    const { page, context } = await visit(who)
    const own = (await Promise.all(pages.map(path => (path.startsWith('@') ? made(context, path.slice(1)) : [path])))).flat()
    if (own.includes('/schemes/new')) {
      const { schemes } = await ask<z.infer<typeof SchemeList>>(context, 'listSchemes')
      own.push(...['', '?tab=items'].map(tab => `/schemes/${schemes[0]!.id}${tab}`))
    }
    if (own.includes('/ledger/visit')) {
      const report = await ask<z.infer<typeof DocumentList>>(context, 'listDocuments', { query: { q: '望澜市' } })
      own.push(`/documents/${report.documents[0]!.id}/visits`)
      for (const kind of ['visit', 'lesson']) {
        const { items } = await ask<z.infer<typeof KindList>>(context, 'listKind', { params: { kind } })
        own.push(...items.slice(0, 2).map(item => `/items/${item.id}`))
      }
    }
    if (own.includes('/documents') || who === 'water') {
      const { documents } = await ask<z.infer<typeof DocumentList>>(context, 'listDocuments')
      own.push(
        ...['read', 'dispatched']
          .flatMap(state => documents.find(d => d.state === state && d.directives > 3)?.id ?? [])
          .map(id => `/documents/${id}`),
      )
      const { items } = await ask<z.infer<typeof ItemList>>(context, 'listItems', { query: { state: 'closed', size: '200' } })
      own.push(`/items/${(items.find(i => i.documentTitle) ?? items[0]!).id}`)
    }
    for (const path of own) {
      await open(page, path)
      await look(page)
    }
  })
})

test('the pages outside are whole, too', async () => {
  const { page } = await visit(null, { expected: /status of 401/ })
  await open(page, '/sign-in')
  await look(page)
  await open(page, '/setup')
  await wellWorded(page)
  await accessible(page)
  await open(page, '/nowhere')
  await page.getByText('没有这一页').waitFor()
  await accessible(page)
})
