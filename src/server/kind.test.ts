// A ledger of a kind through the API: projects registered, moved on with evidence, listed, summed by stage and currency; and out of the ledger of matters.
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'

let db: TestDatabase
let app: FastifyInstance
let zone: string
let officer: Actor
let office: Client
let unit: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  zone = await aUnit(db, { name: '县高新区管委会' })
  const farm = await aUnit(db, { name: '县农业农村局' })
  app = await aServer(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' })
  office = await signedIn(app, db, officer, 'ducha')
  unit = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: zone }], { username: 'gaoxin' }), 'gaoxin')
  await anItem(db, officer, { leadUnitId: zone, title: '北渠清淤' })
  await project('青禾装备产业园', zone, { sum: { amount: '1200000000', currency: 'CNY' } })
  await project('云岭光伏组件', zone, { sum: { amount: '30000000', currency: 'USD' } })
  await project('丰谷粮油加工', farm, {})
})

async function project(title: string, leadUnitId: string, fields: object) {
  const detail = { kind: 'project', fields: { investor: `${title}公司`, ...fields } }
  return (await office.ask('postItem', { body: { draft: { title, leadUnitId }, dispatch: true, detail } })).body
}
const kind = { kind: 'project' }
const leadOf = async (client: Client) => (await client.ask('getStages', { params: kind })).body.stages.find(s => s.stage === 'lead')!

test('the ledger of matters and the overview know of matters only', async () => {
  expect((await office.ask('listItems')).body.items.map(i => i.title)).toEqual(['北渠清淤'])
  expect((await office.ask('listItems')).body.total).toBe(1)
  expect((await office.ask('getOverview')).body.open).toBe(1)
})

test('sums stand by currency, and are converted by a rate that is named', async () => {
  expect((await leadOf(office)).yuan).toMatchObject({ amount: '1200000000', used: [], missing: ['USD'] })
  await office.ask('putRate', { body: { currency: 'USD', on: '2026-01-01', rate: '7.1', source: '外汇交易中心' } })
  expect(await leadOf(office)).toMatchObject({
    items: 3,
    sums: [
      { amount: '1200000000', currency: 'CNY' },
      { amount: '30000000', currency: 'USD' },
    ],
    yuan: { amount: '1413000000', used: [{ currency: 'USD', on: '2026-01-01', rate: '7.1' }], missing: [] },
  })
})

test('a unit sees its own projects and sums, and no others', async () => {
  expect((await leadOf(unit)).items).toBe(2)
  expect((await unit.ask('listKind', { params: kind })).body.items.map(i => i.title).sort()).toEqual(['云岭光伏组件', '青禾装备产业园'])
})

test('a project moves on with its evidence, by the unit that leads it, and the history says how', async () => {
  const { id, version } = await project('禾源冷链物流', zone, {})
  const move = (evidence: object, seen = version) => ({
    params: { id },
    body: { version: seen, command: { command: 'move', to: 'signed', evidence } },
  })
  expect(await unit.ask('postCommand', move({ signedAs: 'formal' }))).toMatchObject({
    status: 422,
    body: { code: 'evidence-missing', facts: { stage: 'signed', fields: 'sum,signedOn' } },
  })
  const evidence = { signedAs: 'formal', signedOn: '2026-03-02', sum: { amount: '500000000.50', currency: 'CNY' } }
  const { body } = await unit.ask('postCommand', move(evidence))
  expect(body.detail).toMatchObject({ stage: 'signed', stageOn: '2026-03-02', fields: { sum: evidence.sum } })
  expect(body.timeline[0]).toMatchObject({ kind: 'move', facts: { skipped: ['screened', 'negotiating'] } })
  const amended = { version: body.version, command: { command: 'amend', fields: { sum: { amount: '600000000', currency: 'CNY' } } } }
  await office.ask('postCommand', { params: { id }, body: amended })
  const list = (await office.ask('listKind', { params: kind, query: { stage: 'signed' } })).body
  expect(list).toMatchObject({ total: 1, items: [{ title: '禾源冷链物流', stage: 'signed', fields: { signedAs: 'formal' } }] })
  const stages = (await office.ask('getStages', { params: kind })).body.stages
  expect(stages.find(s => s.stage === 'signed')).toMatchObject({ items: 1, sums: [{ amount: '600000000', currency: 'CNY' }] })
})

test('the list is sorted by sum and by stage, and searched', async () => {
  const titles = async (query: Record<string, string>) =>
    (await office.ask('listKind', { params: kind, query })).body.items.map(i => i.title)
  expect((await titles({ sort: 'sum' }))[0]).toBe('青禾装备产业园')
  expect((await titles({ sort: 'stage' }))[0]).toBe('禾源冷链物流')
  expect(await titles({ q: '光伏' })).toEqual(['云岭光伏组件'])
})

test('a matter has no stages', async () => {
  const { id, version } = await anItem(db, officer, { leadUnitId: zone })
  const command = { command: 'move', to: 'signed', evidence: {} }
  expect(await office.ask('postCommand', { params: { id }, body: { version, command } })).toMatchObject({
    status: 409,
    body: { code: 'wrong-kind' },
  })
})
