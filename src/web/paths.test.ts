import { expect, test } from 'vitest'
import { page } from './paths.ts'

test('the addresses of the pages stay as they are: people keep them as bookmarks', () => {
  const all = Object.entries(page).map(([name, at]) => {
    if (typeof at === 'string') return [name, at]
    if (name === 'ledger') return [name, page.ledger({ state: 'dispatched,returned', q: '污水', unit: undefined })]
    if (name === 'document') return [name, page.document('7f', { at: [12, 40] })]
    if (name === 'setup') return [name, page.setup({ id: '990124100', token: 'once' })]
    if (name === 'signIn') return [name, page.signIn('/items?overdue=1')]
    if (name === 'slips' || name === 'notes') return [name, page[name]({ stand: 'lapsed', unit: undefined })]
    if (name === 'slip') return [name, page.slip('7f')]
    if (name === 'peers') return [name, page.peers('7f')]
    if (name === 'scheme') return [name, page.scheme('7f', { tab: 'items', version: undefined })]
    if (name === 'board' || name === 'fill' || name === 'benchmark') return [name, page[name]({ month: '5', frame: undefined })]
    if (name === 'indicator') return [name, page.indicator('7f')]
    if (name === 'kind') return [name, page.kind('project', { view: 'table', stage: undefined })]
    if (name === 'newKind') return [name, page.newKind('project')]
    if (name === 'series') return [name, page.series('7f', { unit: '8a', year: 2026 })]
    const ofOne = ['coverage', 'conveyance', 'visitPaper', 'wallOf', 'endReport', 'newMeasure'] as const
    return [name, (ofOne.find(one => one === name) ? page[name as (typeof ofOne)[number]] : page.item)('7f')]
  })
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "accounts": "/system/accounts",
      "answer": "/items/7f",
      "answerTo": "/items/7f",
      "audit": "/system/audit",
      "benchmark": "/benchmark?month=5",
      "board": "/indicators?month=5",
      "burden": "/items/7f",
      "channels": "/system/channels",
      "circular": "/circular",
      "conveyance": "/documents/7f/conveyance",
      "coverage": "/items/7f/coverage",
      "document": "/documents/7f?at=12-40",
      "documents": "/documents",
      "endReport": "/items/7f/report",
      "fill": "/indicators/fill?month=5",
      "importReadings": "/indicators/import",
      "indicator": "/indicators/list/7f",
      "indicators": "/indicators/list",
      "item": "/items/7f",
      "kind": "/ledger/project?view=table",
      "ledger": "/items?state=dispatched%2Creturned&q=%E6%B1%A1%E6%B0%B4",
      "me": "/me",
      "messages": "/items/7f",
      "newDocument": "/documents/new",
      "newItem": "/items/new",
      "newKind": "/ledger/project/new",
      "newMeasure": "/items/new?measureOf=7f",
      "newRequest": "/requests/new",
      "notes": "/notes?stand=lapsed",
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
      "sheet": "/items/7f",
      "sheets": "/items/7f",
      "signIn": "/sign-in?to=%2Fitems%3Foverdue%3D1",
      "slip": "/slips/7f",
      "slips": "/slips?stand=lapsed",
      "todo": "/todo",
      "unitBurden": "/items/7f",
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
