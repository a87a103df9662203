// Indicators by the API: the board at the next request after a write, its filters, and what each person sees of it.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit, cellsOf } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { WHOLE } from '../core/indicator.ts'

let db: TestDatabase
let app: FastifyInstance
let officer: Client
let liaison: Client
let water: string
let farm: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  app = await aServer(db)
  officer = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  liaison = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'shuili' }), 'shuili')
})

let made = 0
const anIndicator = async (parts: object = {}): Promise<string> => {
  const body = { name: `指标${++made}`, kind: 'volume', basis: 'cumulative', unit: '公里', topic: 'agriculture', ...parts }
  return (await officer.ask('postIndicator', { body })).body.id
}
const aim = (id: string, parts: object = {}) =>
  officer.ask('putTarget', { params: { id }, body: { unitId: WHOLE, year: 2026, value: 100, seen: 0, ...parts } })
const report = (id: string, parts: object = {}, by = officer) =>
  by.ask('postReading', { params: { id }, body: { unitId: WHOLE, year: 2026, month: 5, value: 45.2, seen: 0, ...parts } })
const board = async (by: Client, query: Record<string, string | string[]> = {}) => {
  const { body } = await by.ask('getBoard', { query: { year: '2026', month: '5', ...query } })
  return { ...body, cells: cellsOf(body) }
}
const audited = async (target: string): Promise<[action: string, body: unknown][]> => {
  const rows = await asOwner<{ action: string; body: string }>(db, 'select action, body from audit where target = $1 order by at, seq', [
    target,
  ])
  return rows.map(({ action, body }) => [action, JSON.parse(body)])
}

describe('the board', () => {
  test('is right at the next request, however often it was asked before', async () => {
    const id = await anIndicator()
    await aim(id)
    for (const [value, seen] of [
      [45.2, 0],
      [30, 1],
    ]) {
      await board(officer)
      expect((await report(id, { value, seen })).status).toBe(200)
      expect((await board(officer)).cells.find(c => c.indicatorId === id)).toMatchObject({ value })
    }
    await officer.ask('patchIndicator', { params: { id }, body: { version: 1, name: '改了名的指标' } })
    expect((await board(officer)).indicators.find(i => i.id === id)!.name).toBe('改了名的指标')
  })

  test('is filtered by frame with the frames below it, by topic, and by unit', async () => {
    const top = (await officer.ask('postFrame', { body: { name: '四个青禾' } })).body.id
    const below = (await officer.ask('postFrame', { body: { name: '实力青禾', parentId: top } })).body.id
    const [framed, safe] = [await anIndicator({ frameId: below }), await anIndicator({ topic: 'safety' })]
    for (const id of [framed, safe]) {
      await aim(id)
      await aim(id, { unitId: farm })
    }
    expect((await board(officer, { frame: top })).cells.map(c => c.indicatorId)).toEqual([framed, framed])
    expect((await board(officer, { topic: 'safety' })).cells.map(c => c.indicatorId)).toEqual([safe, safe])
    const one = await board(officer, { topic: 'safety', unit: farm })
    expect(one.cells.map(c => [c.indicatorId, c.unitId])).toEqual([[safe, farm]])
    expect(one.rows.map(r => r.unit)).toEqual(['县农业农村局'])
  })

  test('shows what hung from a removed frame at the one above, takes no ring of frames, and has all of it back with the frame', async () => {
    const add = async (name: string, parentId: string | null) => (await officer.ask('postFrame', { body: { name, parentId } })).body.id
    const top = await add('七大行动', null)
    const mid = await add('强链行动', top)
    const low = await add('补链', mid)
    const id = await anIndicator({ frameId: mid })
    await aim(id)
    const patch = (frame: string, body: object) => officer.ask('patchFrame', { params: { id: frame }, body: body as never })
    expect((await patch(top, { parentId: low, seen: '七大行动' })).body).toMatchObject({ code: 'frame-ring' })
    expect((await patch(mid, { removed: true, seen: '延链行动' })).body).toMatchObject({ code: 'frame-renamed' })
    expect((await patch(mid, { removed: true, seen: '强链行动' })).status).toBe(200)
    const listed = async () => {
      const { frames, indicators } = (await officer.ask('listIndicators')).body
      return { frames: frames.filter(f => [top, mid, low].includes(f.id)), hangs: indicators.find(i => i.id === id)!.frame }
    }
    expect(await listed()).toMatchObject({ frames: [{ id: top }, { id: low, parentId: top }], hangs: '七大行动' })
    expect((await board(officer, { frame: top })).indicators.map(i => i.id)).toEqual([id])
    expect((await officer.ask('patchIndicator', { params: { id }, body: { version: 1, frameId: mid } })).body).toMatchObject({
      code: 'invalid',
    })
    expect((await patch(mid, { removed: false, seen: '强链行动' })).status).toBe(200)
    expect(await listed()).toMatchObject({ frames: [{ id: top }, { id: mid }, { id: low, parentId: mid }], hangs: '强链行动' })
    expect((await patch(low, { parentId: null, seen: '补链' })).body).toMatchObject({ parentId: null })
  })

  test('follows a frame that is renamed and an indicator that is moved, and back again, each with its audit record', async () => {
    const [one, other] = ['活力青禾', '幸福青禾']
    const [from, to] = [
      (await officer.ask('postFrame', { body: { name: one } })).body.id,
      (await officer.ask('postFrame', { body: { name: other } })).body.id,
    ]
    const id = await anIndicator({ frameId: from })
    await aim(id)
    const rename = (name: string, seen: string) => officer.ask('patchFrame', { params: { id: from }, body: { name, seen } })
    expect((await rename('开放青禾', one)).body).toMatchObject({ id: from, name: '开放青禾' })
    expect((await board(officer, { frame: from })).frames.find(f => f.id === from)!.name).toBe('开放青禾')
    expect((await rename('美丽青禾', one)).body).toMatchObject({ code: 'frame-renamed', facts: { name: '开放青禾' } })
    expect((await rename(other, '开放青禾')).body).toMatchObject({ code: 'name-taken' })
    expect((await rename(one, '开放青禾')).body).toMatchObject({ name: one })

    const move = (version: number, frameId: string) => officer.ask('patchIndicator', { params: { id }, body: { version, frameId } })
    const hanging = async (frame: string) => (await board(officer, { frame })).indicators.map(i => i.id)
    expect((await move(1, to)).body).toMatchObject({ frame: other, version: 2 })
    expect([await hanging(from), await hanging(to)]).toEqual([[], [id]])
    expect((await move(2, from)).body).toMatchObject({ frame: one })
    expect([await hanging(from), await hanging(to)]).toEqual([[id], []])
    expect(await audited(`frame:${from}`)).toEqual([
      ['frame.add', { parentId: null }],
      ['frame.rename', { was: one, name: '开放青禾' }],
      ['frame.rename', { was: '开放青禾', name: one }],
    ])
    expect((await audited(`indicator:${id}`)).filter(([action]) => action === 'indicator.move')).toEqual([
      ['indicator.move', { from, to }],
      ['indicator.move', { from: to, to: from }],
    ])
  })

  test('shows a unit the published indicators and its own, and no other unit’s of those that are not', async () => {
    const hidden = await anIndicator({ published: false })
    const open = await anIndicator()
    for (const id of [hidden, open]) for (const unitId of [WHOLE, water, farm]) await aim(id, { unitId })
    const seen = async (by: Client, id: string) =>
      (await board(by)).cells
        .filter(c => c.indicatorId === id)
        .map(c => c.unitId)
        .sort()
    expect(await seen(officer, hidden)).toEqual([WHOLE, water, farm].sort())
    expect(await seen(liaison, hidden)).toEqual([water])
    expect(await seen(liaison, open)).toEqual([WHOLE, water, farm].sort())
    expect((await liaison.ask('getSeries', { params: { id: hidden }, query: { unit: farm, year: '2026' } })).body.targets).toEqual([])
  })

  test('names for a row which honours it earned and what stands in their way', async () => {
    const id = await anIndicator({ name: '北渠清淤', topic: 'environment' })
    await aim(id)
    for (const [month, value] of [
      [3, 20],
      [6, 60],
    ])
      await report(id, { month, value })
    const { rows } = await board(officer, { topic: 'environment', month: '6' })
    expect(rows[0]).toMatchObject({
      unitId: WHOLE,
      counts: { on: 1, behind: 0 },
      honours: {
        strongQuarter: { answer: 'no', missing: [{ indicatorId: id, verdict: 'behind', month: 3 }] },
        doubleHalf: { answer: 'yes', on: 1, of: 1 },
        allYear: { answer: 'no' },
        allRound: { answer: 'yes' },
      },
    })
  })
})

describe('figures', () => {
  test('typed in as a batch are taken whole, and the same again is no fault', async () => {
    const [a, b] = [await anIndicator(), await anIndicator()]
    const readings = [a, b].map(indicatorId => ({ indicatorId, unitId: WHOLE, year: 2026, month: 4, value: 33, seen: 0 }))
    expect((await officer.ask('postReadings', { body: { readings } })).body).toEqual({ written: 2, same: 0 })
    const again = readings.map(r => ({ ...r, seen: 1 }))
    expect((await officer.ask('postReadings', { body: { readings: again } })).body).toEqual({ written: 0, same: 2 })
    const { body } = await officer.ask('listReadings', { query: { year: '2026', month: '4', indicator: a } })
    expect(body.readings).toMatchObject([{ indicatorId: a, value: 33, revision: 1, from: null }])
  })
  test('that others changed meanwhile are refused with who changed them', async () => {
    const id = await anIndicator()
    await report(id)
    expect(await report(id, { value: 46 })).toMatchObject({ status: 409, body: { code: 'stale-version', facts: { seen: 0, now: 1 } } })
  })
  test('of a target put again as it stands are answered as they stand', async () => {
    const id = await anIndicator()
    expect((await aim(id)).body).toMatchObject({ revision: 1 })
    expect(await aim(id, { seen: 1 })).toMatchObject({ status: 200, body: { revision: 1 } })
  })
})
