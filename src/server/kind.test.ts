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
  const amended = {
    version: body.version,
    command: { command: 'amend', fields: { sum: { amount: '600000000', currency: 'CNY' } }, words: '以正式合同为准' },
  }
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

test('a project is registered with the visit on which it was found, and both pages show the other', async () => {
  const visit = (
    await office.ask('postItem', { body: { draft: { title: '赴云川考察' }, detail: { kind: 'visit', fields: { place: '云川市' } } } })
  ).body
  const detail = { kind: 'project', fields: { investor: '云川材料公司' } }
  const links = [{ relation: 'found-on', to: visit.id }]
  const { body } = await office.ask('postItem', {
    body: { draft: { title: '云川新材料', leadUnitId: zone }, dispatch: true, detail, links },
  })
  expect(body.links).toMatchObject([
    { relation: 'found-on', way: 'to', id: visit.id, title: '赴云川考察', kind: 'visit', stage: 'planned' },
  ])
  expect(body.timeline.map(e => e.kind)).toEqual(['dispatch', 'link', 'register'])
  const there = async (client: Client) => (await client.ask('getItem', { params: { id: visit.id } })).body
  expect((await there(office)).links).toMatchObject([{ relation: 'found-on', way: 'from', id: body.id, number: body.number }])
  // The unit leads the project and has no part in the visit: it does not learn of it.
  expect((await unit.ask('getItem', { params: { id: body.id } })).body.links).toEqual([])

  const send = (command: object, version: number) => office.ask('postCommand', { params: { id: body.id }, body: { version, command } })
  const again = { command: 'link', relation: 'found-on', to: visit.id }
  expect(await send(again, body.version)).toMatchObject({ body: { code: 'same-already' } })
  expect(await send({ ...again, relation: 'measure-of' }, body.version)).toMatchObject({ status: 409, body: { code: 'wrong-relation' } })
  const { body: after } = await send({ ...again, command: 'unlink' }, body.version)
  expect([after.links, after.timeline[0]!.kind]).toEqual([[], 'unlink'])
  expect((await there(office)).links).toEqual([])
})

test('the investment officer registers projects and sees all of them, and no other item', async () => {
  const client = await signedIn(
    app,
    db,
    await aPerson(db, [{ role: 'investment_officer', unitId: await aUnit(db, { name: '县招商局' }) }], { username: 'zhaoshang' }),
    'zhaoshang',
  )
  const draft = { title: '青禾冷链仓' }
  const made = await client.ask('postItem', { body: { draft, detail: { kind: 'project', fields: { investor: '禾源公司' } } } })
  expect(made).toMatchObject({ status: 201, body: { detail: { stage: 'lead' } } })
  expect(await client.ask('postItem', { body: { draft } })).toMatchObject({ status: 403 })
  const total = async (who: Client) => (await who.ask('listKind', { params: kind })).body.total
  expect(await total(client)).toBe(await total(office))
  expect((await leadOf(client)).items).toBe((await leadOf(office)).items)
  expect((await client.ask('listItems')).body.items).toEqual([])
})
