// One number asked for once: the value that a report gives is held, shown to the next reporter, and never asked of an item without a figure.
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'

let db: TestDatabase
let app: FastifyInstance
let water: string
let officer: Actor
let client: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  client = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'heqing', name: '何清' }), 'heqing')
})

async function accepted(measure: string | null) {
  const { id, version } = await anItem(db, officer, { leadUnitId: water, measure })
  return (await client.ask('postCommand', { params: { id }, body: { version, command: { command: 'accept' } } })).body
}

test('the last value is held with who gave it, in the unit of the measure', async () => {
  const { id, version, held } = await accepted('清淤12公里')
  expect(held).toMatchObject({ target: 12, unit: '公里', last: null })
  const report = { command: 'report', percent: 41, words: '已清淤五公里', fileIds: [], value: 5 }
  const { body } = await client.ask('postCommand', { params: { id }, body: { version, command: report } })
  expect(body.timeline[0]!.facts).toMatchObject({ value: 5, unit: '公里', percent: 41 })
  expect((await client.ask('getItem', { params: { id } })).body.held?.last).toMatchObject({ value: 5, by: '何清' })
})

test('an item without a figure keeps none', async () => {
  const { id, version, held } = await accepted('印发方案')
  expect(held).toBeNull()
  const report = { command: 'report', percent: 41, words: '已成稿', fileIds: [], value: 5 }
  const { body } = await client.ask('postCommand', { params: { id }, body: { version, command: report } })
  expect([body.held, body.timeline[0]!.facts.value]).toEqual([null, undefined])
})
