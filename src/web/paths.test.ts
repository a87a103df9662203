import { expect, test } from 'vitest'
import { page } from './paths.ts'

/** What each address that depends on something is asked for. */
const OF: Record<string, unknown[]> = {
  document: ['7f', { at: [12, 40] }],
  ledger: [{ state: 'dispatched,returned', q: '污水', unit: undefined }],
  kind: ['project', { view: 'table', stage: undefined }],
  newKind: ['project'],
  importKind: ['project'],
  unitBurden: ['7f', { month: '2026-05' }],
  answerTo: ['7f', { unit: '8a', due: '2026-05-31' }],
  series: ['7f', { unit: '8a', year: 2026, asOf: null }],
  scheme: ['7f', { tab: 'items', version: undefined }],
  answer: ['once'],
  signIn: ['/items?overdue=1'],
  setup: [{ id: '990124100', token: 'once' }],
}
const FILTERED = ['board', 'fill', 'benchmark', 'burden', 'sheets', 'slips', 'notes', 'messages']

test('the addresses of the pages stay as they are: people keep them as bookmarks', () => {
  const all = Object.entries(page).map(([name, at]) => {
    if (typeof at === 'string') return [name, at]
    const given = OF[name] ?? (FILTERED.includes(name) ? [{ month: '5', frame: undefined }] : ['7f'])
    return [name, (at as (...given: unknown[]) => string)(...given)]
  })
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "accounts": "/system/accounts",
      "answer": "/answer#once",
      "answerTo": "/requests/7f/answer?unit=8a&due=2026-05-31",
      "audit": "/system/audit",
      "benchmark": "/benchmark?month=5",
      "board": "/indicators?month=5",
      "burden": "/burden?month=5",
      "channels": "/system/channels",
      "circular": "/circular",
      "conveyance": "/documents/7f/conveyance",
      "coverage": "/items/7f/coverage",
      "document": "/documents/7f?at=12-40",
      "documents": "/documents",
      "endReport": "/items/7f/report",
      "fill": "/indicators/fill?month=5",
      "importKind": "/ledger/project/import",
      "importReadings": "/indicators/import",
      "indicator": "/indicators/list/7f",
      "indicators": "/indicators/list",
      "item": "/items/7f",
      "kind": "/ledger/project?view=table",
      "ledger": "/items?state=dispatched%2Creturned&q=%E6%B1%A1%E6%B0%B4",
      "me": "/me",
      "messages": "/messages?month=5",
      "newDocument": "/documents/new",
      "newItem": "/items/new",
      "newKind": "/ledger/project/new",
      "newMeasure": "/items/new?measureOf=7f",
      "newRequest": "/requests/new",
      "notes": "/notes?month=5",
      "overview": "/",
      "peers": "/benchmark/peers?document=7f",
      "places": "/system/places",
      "reports": "/reports",
      "roster": "/system/import",
      "rules": "/system/rules",
      "scheme": "/schemes/7f?tab=items",
      "schemes": "/schemes",
      "series": "/indicators/7f?unit=8a&year=2026",
      "setup": "/setup?place=990124100&token=once",
      "sheet": "/sheets/7f",
      "sheets": "/sheets?month=5",
      "signIn": "/sign-in?to=%2Fitems%3Foverdue%3D1",
      "slip": "/slips/7f",
      "slips": "/slips?month=5",
      "todo": "/todo",
      "unitBurden": "/burden/7f?month=2026-05",
      "units": "/system/units",
      "visitPaper": "/documents/7f/visits",
      "wall": "/wall",
      "wallOf": "/wall/7f",
      "warnings": "/warnings",
    }
  `)
})

test('the way to sign in says where to go on only when that is not the first page', () => {
  expect(page.signIn('/')).toBe('/sign-in')
})
