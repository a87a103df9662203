// The overview: every number opens the list that it counts, every item leads to its sentence, and it prints on one page.
import type { Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { litText, open, settled, soon, visit } from './browser.ts'
import { ask } from './county.ts'

/** What each link says and where it leads: only those that say a number. */
const numbers = (page: Page, region: string) =>
  page
    .getByRole(region === '四句话' || region === '缺口和停滞' ? 'list' : 'region', { name: region })
    .getByRole('link')
    .evaluateAll(links =>
      links.flatMap(a => {
        const n = /[\d,]+/.exec(a.textContent ?? '')?.[0].replaceAll(',', '')
        const to = new URL((a as HTMLAnchorElement).href)
        return n && to.pathname === '/items' && to.search ? [{ n: Number(n), search: to.search }] : []
      }),
    )

test.each([
  ['leader', 100],
  ['head', 10],
] as const)('every number of a %s opens a list of as many items', async (who, least) => {
  const { page, context } = await visit(who)
  await open(page, '/')
  const more = page.getByRole('button', { name: /^显示全部/ })
  if (await more.isVisible()) await more.click()
  const found: Awaited<ReturnType<typeof numbers>> = []
  for (const region of ['四句话', '缺口和停滞', '按状态', '在等谁', '各单位办理情况']) found.push(...(await numbers(page, region)))
  expect(found.length).toBeGreaterThan(least)
  for (const { n, search } of found) {
    const query = Object.fromEntries(new URLSearchParams(search))
    const { total } = await ask<{ total: number }>(context, 'listItems', { query: { ...query, size: '1' } })
    expect(total, search).toBe(n)
  }

  // The same by hand, as far as the rows on the page.
  for (const sentence of ['卡在上级', '本周到期']) {
    await open(page, '/')
    const link = page.getByRole('list', { name: '四句话' }).getByRole('link', { name: sentence })
    const n = Number(/\d+/.exec(await link.innerText())![0])
    await link.click()
    await page.getByText(`共 ${n} 件`).waitFor()
    await soon(() => page.getByRole('table', { name: '事项台账' }).getByRole('row').count()).toBe(n === 0 ? 0 : Math.min(n, 50) + 1)
  }
})

test('from the overview to the printed sentence of an item in three clicks', async () => {
  const { page, clicks } = await visit('leader')
  // Any item that has a document: the ledger of one, reached from the list of documents.
  await open(page, '/documents')
  await page.getByRole('table').getByRole('link', { name: /^\d+$/ }).first().click()
  await page.getByRole('table', { name: '事项台账' }).getByRole('link').first().click()
  await settled(page)
  await page.getByRole('link', { name: '在原文中查看' }).click()
  await page.waitForURL(/at=\d+-\d+/)
  await soon(() => litText(page)).toMatch(/.{8,}/)
  expect(clicks()).toBeLessThanOrEqual(3)
})

test('it prints on one A4 page', async () => {
  const { page } = await visit('leader')
  await open(page, '/')
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
  expect(pdf.numPages).toBe(1)
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const printed = items.map(i => ('str' in i ? i.str : '')).join('')
  expect(printed).toContain('各单位办理情况')
  expect(printed).not.toContain('English')
})
