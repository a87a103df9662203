// First report counts, through the API: a likely duplicate is shown while typing, refused where the first is under negotiation, and let in with a reason.
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'

let db: TestDatabase
let app: FastifyInstance
let office: Client
const kind = { kind: 'project' }
const post = (title: string, fields: object, more: object = {}) =>
  office.ask('postItem', { body: { draft: { title }, detail: { kind: 'project', fields, ...('stage' in more ? more : {}) }, ...more } })
const alike = async (query: Record<string, string>) => (await office.ask('listAlike', { params: kind, query })).body.alike

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  await aUnit(db, { name: '县高新区管委会' })
  app = await aServer(db)
  office = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  const detail = {
    kind: 'project',
    stage: 'negotiating',
    fields: { investor: '云川市宏达装备制造有限公司', site: '高新区', taskForce: '装备专班' },
  }
  await office.ask('postItem', { body: { draft: { title: '宏达装备制造产业园' }, detail } })
  await post('丰谷粮油加工', { investor: '松原丰谷食品有限公司' })
})

test('a likely duplicate is shown with its reason while the name is typed', async () => {
  expect(await alike({ title: '宏达装备产业', by: '宏达装备公司' })).toMatchObject([
    {
      title: '宏达装备制造产业园',
      by: '云川市宏达装备制造有限公司',
      stage: 'negotiating',
      sure: true,
      held: true,
      reasons: [{ part: 'title' }, { part: 'by' }],
    },
  ])
  expect(await alike({ title: '新能源电池回收' })).toEqual([])
  expect(await alike({ title: '丰谷粮油' })).toMatchObject([{ title: '丰谷粮油加工', held: false }])
})

test('it is refused with who was first, and let in with the reason, which the history keeps', async () => {
  const fields = { investor: '宏达装备制造（集团）有限公司' }
  const refused = await post('青禾县宏达装备制造产业园项目', fields)
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'likely-duplicate', facts: { title: '宏达装备制造产业园', stage: 'negotiating' } },
  })
  const { status, body } = await post('青禾县宏达装备制造产业园项目', fields, { why: '同一集团的另一条生产线，选址不同' })
  expect(status).toBe(201)
  expect(body.timeline[0]).toMatchObject({
    kind: 'register',
    words: '同一集团的另一条生产线，选址不同',
    facts: { besideTitle: '宏达装备制造产业园' },
  })
})

test('beside a lead a like one is entered without a reason', async () => {
  expect((await post('丰谷粮油加工项目', { investor: '丰谷食品公司' })).status).toBe(201)
})

test('a name that is changed later is found by the new one', async () => {
  const { body } = await post('待定项目甲', { investor: '禾源冷链公司' })
  const change = (command: object, version: number) => office.ask('postCommand', { params: { id: body.id }, body: { version, command } })
  await change({ command: 'edit', draft: { title: '禾源智慧冷链物流港' } }, body.version)
  expect(await alike({ title: '智慧冷链物流港' })).toMatchObject([{ id: body.id }])
  await change({ command: 'amend', fields: { investor: '北原食品公司' } }, body.version + 1)
  expect(await alike({ by: '北原食品' })).toMatchObject([{ id: body.id, sure: false }])
})
