// What came of the projects, through the API: cohorts by year and visit, the funnel, the lists of the stuck, the filters, and the week of 调度.
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'

let db: TestDatabase
let app: FastifyInstance
let office: Client
let visit: string
const kind = { kind: 'project' }
const CNY = (amount: string) => ({ amount, currency: 'CNY' })
const made: Record<string, string> = {}
const titles = async (query: Record<string, string>) =>
  (await office.ask('listKind', { params: kind, query })).body.items.map(i => i.title).sort()

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  await aUnit(db, { name: '县高新区管委会' })
  app = await aServer(db)
  office = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  await office.ask('putRate', { body: { currency: 'USD', on: '2025-01-01', rate: '7' } })
  visit = (
    await office.ask('postItem', { body: { draft: { title: '赴云川考察' }, detail: { kind: 'visit', fields: { place: '云川市' } } } })
  ).body.id
  const signed = { signedAs: 'formal', sponsor: '周晓棠' }
  const landed = { ...signed, company: '青禾公司', landedOn: '2025-09-01' }
  const project = async (title: string, stage: string, fields: object, found = false) => {
    const links = found ? [{ relation: 'found-on', to: visit }] : []
    const { body } = await office.ask('postItem', { body: { draft: { title }, detail: { kind: 'project', stage, fields }, links } })
    made[title] = body.id
  }
  await project(
    '装备产业园',
    'landed',
    { ...landed, investor: '宏达公司', chain: 'equipment', sum: CNY('1000'), signedOn: '2025-03-01', inPlace: CNY('250') },
    true,
  )
  await project(
    '光伏组件',
    'signed',
    { ...signed, investor: '云岭公司', chain: 'energy', sum: { amount: '100', currency: 'USD' }, signedOn: '2025-05-01' },
    true,
  )
  await project('粮油加工', 'signed', { ...signed, investor: '丰谷公司', chain: 'food', sum: CNY('300'), signedOn: '2026-02-01' })
  await project('冷链物流', 'lead', { investor: '禾源公司', foundOn: '2026-03-01' })
})

test('by the year of signing and by visit, with the money in yuan by its rate', async () => {
  const { body } = await office.ask('getOutlook', { params: kind })
  expect(body.years.map(y => [y.cohort, y.projects, y.landed, y.yuan, y.rates.landing, y.rates.funds])).toEqual([
    ['2025', 2, 1, '1700', 50, 14.7],
    ['2026', 1, 0, '300', 0, 0],
  ])
  expect(body.all).toMatchObject({ projects: 3, rates: { performance: 100, landing: 33.3 } })
  expect(body.visits).toMatchObject([{ cohort: visit, title: '赴云川考察', projects: 2, rates: { landing: 50 } }])
  expect(body.funnel.slice(0, 5).map(f => f.items)).toEqual([4, 3, 3, 3, 1])
  expect(body.used).toEqual([{ currency: 'USD', on: '2025-01-01', rate: '7' }])
  expect(body.forecast).toMatchObject({ waiting: 2, waitingYuan: '1000', reason: 'history-short' })
})

test('kinds that are not counted have no outlook', async () => {
  expect((await office.ask('getOutlook', { params: { kind: 'risk' } })).status).toBe(404)
})

test('the ledger is filtered by what a project is, when it was signed, in what money and on which visit it was found', async () => {
  expect(await titles({ fact: 'chain:food,chain:energy' })).toEqual(['光伏组件', '粮油加工'])
  expect(await titles({ fact: 'sponsor:晓棠' })).toHaveLength(3)
  expect(await titles({ year: '2026' })).toEqual(['粮油加工'])
  expect(await titles({ currency: 'USD' })).toEqual(['光伏组件'])
  expect(await titles({ visit })).toEqual(['光伏组件', '装备产业园'])
  expect(await titles({ fact: 'unknown:x' })).toEqual([])
})

test('what was signed and then nothing done is a list, whose days may be said', async () => {
  // Written today, it moved today: the list is of those whose history is silent.
  expect(await titles({ list: 'dead' })).toEqual([])
  const events = (
    await asOwner<{ n: number }>(db, `select count(*)::int as n from item_event where item_id = any($1)`, [Object.values(made)])
  )[0]!.n
  await asOwner(db, `update item_event set at = at - interval '200 days' where item_id = $1`, [made.光伏组件])
  expect(events).toBeGreaterThan(3)
  expect(await titles({ list: 'dead' })).toEqual(['光伏组件'])
  expect(await titles({ list: 'dead', days: '3000' })).toEqual([])
  expect(await titles({ list: 'notStarted' })).toEqual(['装备产业园'])
})

test('the week shows what moved, what is stuck and what is due', async () => {
  const { body } = await office.ask('getWeek', { params: kind })
  expect(body.moved.map(m => m.title)).not.toContain('光伏组件')
  expect(body.moved[0]).toMatchObject({ title: '冷链物流', kind: 'register' })
  expect(body.stuck.map(s => [s.title, s.lists])).toEqual(
    expect.arrayContaining([
      ['光伏组件', ['dead']],
      ['装备产业园', ['notStarted']],
    ]),
  )
  expect(body.due.map(d => d.title)).toEqual(['冷链物流'])
})
