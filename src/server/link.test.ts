// The answer link from its making to its end: what it shows, what it takes, what closes it, and what the database refuses beside it.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit } from '../../test/build.ts'
import { type Ask, aServer, type Client, nobody, signedIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { linkActor } from '../core/answerlink.ts'
import type { RouteName } from '../core/contract/paths.ts'
import type { Actor } from '../core/types.ts'
import { read } from '../store/db.ts'
import { Links } from './link.ts'

let db: TestDatabase
let app: FastifyInstance
let officer: Actor
let desk: Client
let water: string
let farm: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  app = await aServer(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' })
  desk = await signedIn(app, db, officer, 'ducha')
})

const PERSON = { forName: '云上飞', forPhone: '13800000000', officePhone: '0999-7654321' }
async function made(more: { coUnitIds?: string[]; measure?: string } = {}, unitId = water) {
  const item = await anItem(db, officer, { leadUnitId: water, ...more })
  const { body, status } = await desk.ask('postLink', { params: { id: item.id }, body: { unitId, ...PERSON } })
  expect(status).toBe(201)
  return { item, ...body }
}
const by =
  (token: string) =>
  <N extends RouteName>(route: N, ask: Ask = {}) =>
    nobody(app).ask(route, { ...ask, headers: { authorization: `Bearer ${token}` } })

describe('an answer link', () => {
  test('shows its one item, is accepted and reported by, and the timeline says who answered and how', async () => {
    const { item, token } = await made()
    const ask = by(token)
    const first = await ask('getAnswer')
    expect(first.body).toMatchObject({
      title: '完成北渠清淤十二公里',
      unit: '县水利局',
      forName: '云上飞',
      officePhone: '0999-7654321',
      lead: true,
    })
    expect(Object.keys(first.body)).not.toContain('timeline')

    const accepted = await ask('postAnswer', { body: { version: first.body.version, command: { command: 'accept' } } })
    expect(accepted.body.state).toBe('in_progress')
    const file = (await ask('postAnswerFile', { file: { name: '现场.txt', bytes: '已清淤五公里' } })).body.id
    const command = { command: 'report', percent: 40, words: '已清淤五公里', fileIds: [file] }
    const sent = await ask('postAnswer', { body: { version: accepted.body.version, command }, key: 'one-answer' })
    expect(sent.body).toMatchObject({ percent: 40, answers: [{ words: '已清淤五公里', percent: 40 }, { kind: 'accept' }] })
    const twice = await ask('postAnswer', { body: { version: accepted.body.version, command }, key: 'one-answer' })
    expect([twice.status, twice.body.version]).toEqual([200, sent.body.version])

    const shown = await desk.ask('getItem', { params: { id: item.id } })
    expect(shown.body.timeline[0]).toMatchObject({
      kind: 'report',
      by: '云上飞',
      byUnit: '县水利局',
      facts: { byLink: expect.any(String) },
    })
    expect(shown.body.timeline[0]!.files).toHaveLength(1)
    const audit = await asOwner<{ action: string; actor: string }>(db, 'select action, actor from audit where actor like $1 order by at', [
      '云上飞%',
    ])
    expect(audit).toEqual(['link.open', 'item.accept', 'file.upload', 'item.report'].map(action => ({ action, actor: '云上飞（经链接）' })))
    expect((await desk.ask('listLinks', { params: { id: item.id } })).body.links[0]).toMatchObject({
      forName: '云上飞',
      usedAt: expect.any(String),
    })
  })

  test('of a lead unit says that it is done, and the office still verifies', async () => {
    const { item, token } = await made()
    const ask = by(token)
    const { version } = (await ask('postAnswer', { body: { version: 2, command: { command: 'accept' } } })).body
    const done = await ask('postAnswer', { body: { version, command: { command: 'report', words: '全部完成', done: true } } })
    expect(done.body).toMatchObject({ state: 'pending_verification', percent: 100 })
    const close = { version: done.body.version, command: { command: 'close' } }
    expect((await desk.ask('postCommand', { params: { id: item.id }, body: close })).body.state).toBe('closed')
    expect((await ask('postAnswer', { body: { version: 9, command: { command: 'accept' } } })).status).toBe(409)
  })

  test('takes the value of the item’s figure, fills in the last one, and asks a co-unit for none', async () => {
    const { item, token } = await made({ coUnitIds: [farm], measure: '清淤12公里' })
    const ask = by(token)
    const first = await ask('postAnswer', { body: { version: 2, command: { command: 'accept' } } })
    expect(first.body.held).toMatchObject({ target: 12, unit: '公里', last: null })
    const report = { command: 'report', percent: 25, value: 3, words: '已清三公里' }
    const sent = await ask('postAnswer', { body: { version: first.body.version, command: report } })
    expect(sent.body).toMatchObject({ held: { last: 3 }, answers: [{ percent: 25, value: 3, unit: '公里' }, { value: null }] })
    const co = by((await desk.ask('postLink', { params: { id: item.id }, body: { unitId: farm, ...PERSON } })).body.token)
    expect((await co('getAnswer')).body.held).toBeNull()
    const theirs = { command: 'report', value: 9, words: '我们看有九公里' }
    expect((await co('postAnswer', { body: { version: sent.body.version, command: theirs } })).status).toBe(403)
    const done = { command: 'report', value: 12, words: '全线清完', done: true }
    await ask('postAnswer', { body: { version: sent.body.version, command: done } })
    const { held, timeline } = (await desk.ask('getItem', { params: { id: item.id } })).body
    expect([held?.last?.value, timeline[0]!.kind, timeline[0]!.facts.value]).toEqual([12, 'submit', 12])
  })

  test('of a co-unit adds words and moves no percentage', async () => {
    const { item, token } = await made({ coUnitIds: [farm] }, farm)
    const liaison = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'shui' }), 'shui')
    await liaison.ask('postCommand', { params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })
    const ask = by(token)
    const { body } = await ask('getAnswer')
    expect([body.lead, body.may]).toEqual([false, { accept: false, report: true, submit: false }])
    const report = (percent: number | null) => ({
      body: { version: body.version, command: { command: 'report', percent, words: '已移交清单' } },
    })
    expect((await ask('postAnswer', report(80))).status).toBe(403)
    expect((await ask('postAnswer', report(null))).body.percent).toBe(0)
  })

  test('does nothing beside the contract of a link', async () => {
    const { item, token } = await made()
    for (const command of [{ command: 'close' }, { command: 'extend', dueOn: '2099-01-01', words: 'x' }, { command: 'edit', draft: {} }])
      expect((await by(token)('postAnswer', { body: { version: item.version, command } })).status).toBe(422)
    const route = nobody(app)
    expect((await route.ask('getItem', { params: { id: item.id }, headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })

  test('revoked, expired, of a unit that has left, cut short, changed or forged is closed, and says whom to call when it can', async () => {
    const revoked = await made()
    expect((await desk.ask('revokeLink', { params: { id: revoked.id } })).status).toBe(200)
    const first = await by(revoked.token)('getAnswer')
    expect([first.status, first.body.code, first.body.facts]).toEqual([
      410,
      'link-over',
      { why: 'revoked', at: expect.any(String), office: '青禾县人民政府督查室', phone: '0999-7654321', by: officer.name },
    ])
    expect((await desk.ask('revokeLink', { params: { id: revoked.id } })).status).toBe(410)

    const { item, token, id } = await made()
    const [from, until] = ['2026-11-01T00:00:00.000Z', '2026-11-08T15:59:59.000Z']
    const ended = new Links(db).seal({ id, jurisdiction: '990124', itemId: item.id, unitId: water, allows: ['report'], from, until })
    const late = await by(ended)('getAnswer')
    const facts = { why: 'expired', at: until, office: '青禾县人民政府督查室', phone: '0999-7654321', by: officer.name }
    expect([late.status, late.body.code, late.body.facts]).toEqual([410, 'link-over', facts])
    const answer = { body: { version: item.version, command: { command: 'report', percent: 40, words: '迟到的答复' } } }
    expect((await by(ended)('postAnswer', answer)).body.facts?.why).toBe('expired')
    const other = await aServer({ ...db, secrets: { ...db.secrets, answer: 'another-key' } })
    expect((await other.inject({ url: '/api/answer', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(404)
    const bad = [
      token.slice(0, -3),
      token.replace(item.id, revoked.item.id),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'x',
      '',
    ]
    for (const text of bad) expect([text, (await by(text)('getAnswer')).body.code]).toEqual([text, 'link-unknown'])

    await desk.ask('postCommand', {
      params: { id: item.id },
      body: { version: item.version, command: { command: 'edit', draft: { leadUnitId: farm } } },
    })
    expect((await by(token)('getAnswer')).body.facts?.why).toBe('unit-left')
    expect((await desk.ask('revokeLink', { params: { id } })).status).toBe(200)
  })

  test('is good for thirty days at most, and for a unit of the item only', async () => {
    const item = await anItem(db, officer, { leadUnitId: water })
    const ask = (body: object) => desk.ask('postLink', { params: { id: item.id }, body: { unitId: water, ...PERSON, ...body } })
    expect((await ask({ days: 31 })).body.fields).toEqual([{ path: 'days', rule: 'max:30' }])
    expect((await ask({ unitId: farm })).body.code).toBe('unknown-unit')
    expect((await ask({ forPhone: '<b>' })).body.fields).toEqual([{ path: 'forPhone', rule: 'phone' }])
    const unsent = await anItem(db, officer, { leadUnitId: water }, { dispatch: false })
    expect((await desk.ask('postLink', { params: { id: unsent.id }, body: { unitId: water, ...PERSON } })).body.code).toBe('wrong-state')
  })

  test('is asked for at most so often from one address', async () => {
    const slow = await aServer(db, { answersPerMinute: 5 })
    const codes: number[] = []
    for (let n = 0; n < 7; n++) codes.push((await slow.inject({ url: '/api/answer', headers: { authorization: 'Bearer x' } })).statusCode)
    expect(codes).toEqual([404, 404, 404, 404, 404, 429, 429])
  })
})

describe('the database, asked without the server’s checks by whoever holds a link', () => {
  test('gives the one item and nothing beside it', async () => {
    const { item, id } = await made()
    const own = await anItem(db, officer, { leadUnitId: water })
    const now = new Date().toISOString()
    const claims = { id, jurisdiction: '990124', itemId: item.id, unitId: water, allows: [], from: now, until: now }
    const actor = linkActor(claims, '云上飞')
    const ask = <Row extends object>(text: string, values: unknown[] = []) => read(db, actor, tx => tx.rows<Row>(text, values))
    const code = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code?: string }) => error.code,
      )

    expect(await ask('select id from item')).toEqual([{ id: item.id }])
    expect(await ask('select distinct item_id from item_event')).toEqual([{ itemId: item.id }])
    expect(await ask('select id from answer_link')).toEqual([{ id }])
    for (const table of ['document', 'draft', 'file', 'counter', 'audit', 'item_value'])
      expect([table, await ask(`select 1 from ${table}`)]).toEqual([table, []])
    expect(await ask('update item set percent = 100 where id = $1 returning id', [own.id])).toEqual([])
    const event = `insert into item_event (jurisdiction_id, item_id, version, ordinal, id, kind, at, by_id, by_name, file_ids, facts)
      values ('990124', $1, 99, 0, gen_random_uuid(), 'report', now(), $2, 'x', '{}', '{}')`
    expect(await code(ask(event, [own.id, id]))).toBe('42501')
    const another = `insert into answer_link select jurisdiction_id, gen_random_uuid(), $1, unit_id, for_name, '', '', from_at, until, made_by, made_by_name from answer_link`
    expect(await code(ask(another, [own.id]))).toBe('42501')
    expect(await code(ask('update answer_link set until = now()'))).toBe('42501')
  })

  test('keeps a link’s making from everybody but the office', async () => {
    const { item } = await made()
    const liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
    expect(await read(db, liaison, tx => tx.rows('select 1 from answer_link where item_id = $1', [item.id]))).toEqual([])
  })
})
