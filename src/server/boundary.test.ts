// The map of the townships through the API: loaded by the office, projects in the shape of their township and summed in yuan, the rest by name, and taken away again.
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { BOUNDARY_BYTES } from '../core/boundary.ts'
import { drawnCounty } from '../store/demo/boundary.ts'

let db: TestDatabase
let app: FastifyInstance
let office: Client
let town: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  const yunxi = await aUnit(db, { name: '云溪镇', kind: 'township' })
  const songgang = await aUnit(db, { name: '松岗镇', kind: 'township' })
  const water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  office = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  town = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: songgang }], { username: 'songgang' }), 'songgang')
  await office.ask('putRate', { body: { currency: 'USD', on: '2026-01-01', rate: '7' } })
  await project('产业园', songgang, { site: '云溪镇工业集中区', sum: { amount: '100000000', currency: 'CNY' } })
  await project('组件厂', yunxi, { sum: { amount: '1000000', currency: 'USD' } })
  await project('冷链仓', songgang, {})
  await project('净水厂', water, { site: '城东新区', sum: { amount: '500', currency: 'CNY' } })
})

async function project(title: string, leadUnitId: string, fields: object): Promise<void> {
  const detail = { kind: 'project', fields: { investor: `${title}公司`, ...fields } }
  await office.ask('postItem', { body: { draft: { title, leadUnitId }, dispatch: true, detail } })
}
const put = (client: Client, bytes: string) => client.ask('putBoundary', { file: { name: '乡镇边界.geojson', bytes } })
const FILE = JSON.stringify(drawnCounty(['云溪镇', '青禾县松岗镇', '大柳镇']))
const figures = async (client: Client) =>
  (await client.ask('getBoundary')).body.towns.map(({ name, unit, items, yuan }) => [name, unit, items, yuan])

test('without a boundary file there is no map, and every project is elsewhere', async () => {
  expect((await office.ask('getBoundary')).body).toMatchObject({ boundary: null, towns: [], elsewhere: { items: 4 } })
})

test('a file that is none is refused with the reason, and nothing is kept of it', async () => {
  expect(await put(office, '{}')).toMatchObject({ status: 422, body: { code: 'file-refused', facts: { code: 'boundary-json' } } })
  expect(await put(office, ' '.repeat(BOUNDARY_BYTES + 1))).toMatchObject({ body: { facts: { code: 'boundary-large' } } })
  expect((await office.ask('getBoundary')).body.boundary).toBeNull()
})

test('projects stand in the township of their site or their lead, with the sum in yuan, and the rest is named', async () => {
  expect((await put(office, FILE)).status).toBe(200)
  expect(await figures(office)).toEqual([
    ['云溪镇', '云溪镇', 2, '107000000'],
    ['青禾县松岗镇', '松岗镇', 1, '0'],
    ['大柳镇', null, 0, '0'],
  ])
  const { body } = await office.ask('getBoundary')
  expect(body.boundary).toMatchObject({ name: '乡镇边界.geojson', shape: JSON.parse(FILE) })
  expect(body.elsewhere).toMatchObject({ items: 1, yuan: '500', projects: [{ title: '净水厂', site: '城东新区' }] })
  expect(body.used).toMatchObject([{ currency: 'USD', rate: '7' }])
})

test('a township sees the map with its own projects only, and loads no file', async () => {
  expect((await figures(town)).map(([name, , items]) => [name, items])).toEqual([
    ['云溪镇', 1],
    ['青禾县松岗镇', 1],
    ['大柳镇', 0],
  ])
  expect((await put(town, FILE)).status).toBe(403)
})

test('the file is taken away, and the audit has both', async () => {
  expect((await office.ask('deleteBoundary')).status).toBe(200)
  expect((await office.ask('deleteBoundary')).status).toBe(404)
  expect((await office.ask('getBoundary')).body.boundary).toBeNull()
  const kept = await asOwner<{ action: string }>(db, `select action from audit where action like 'boundary.%' order by seq`)
  expect(kept.map(({ action }) => action)).toEqual(['boundary.set', 'boundary.delete'])
})
