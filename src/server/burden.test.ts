// Requests for figures through the API: their cost, what is held, what repeats, who may be sent what; over budget only in a leader's name; answers and the counts.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anIndicator, aPerson, aUnit, ok } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { addDays, dayOf } from '../core/day.ts'
import type { Fields } from '../core/kind.ts'
import { dataMonth } from '../core/requestdue.ts'
import { act } from '../store/act.ts'
import { burdenFaults } from '../store/burden.ts'
import { read } from '../store/db.ts'
import { wholeOf } from '../store/tx.ts'

const today = dayOf(Date.now())
const PLACE = '990124'
let db: TestDatabase
let app: FastifyInstance
let farm: string
let yunxi: string
let songgang: string
let pigs: string
let office: Client
let leader: Client
let department: Client
let town: Client
let other: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  farm = await aUnit(db, { name: '县农业农村局', kind: 'government' })
  yunxi = await aUnit(db, { name: '云溪镇', kind: 'township' })
  songgang = await aUnit(db, { name: '松岗镇', kind: 'township' })
  app = await aServer(db)
  const officer = await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' })
  const person = (role: 'liaison' | 'leader', unitId: string | null, username: string, name: string) =>
    aPerson(db, [{ role, unitId }], { username, name })
  office = await signedIn(app, db, officer, 'ducha')
  leader = await signedIn(app, db, await person('leader', null, 'xianzhang', '周晓棠'), 'xianzhang')
  department = await signedIn(app, db, await person('liaison', farm, 'nongye', '何禾'), 'nongye')
  const liaison = await person('liaison', yunxi, 'yunxi', '罗溪')
  town = await signedIn(app, db, liaison, 'yunxi')
  other = await signedIn(app, db, await person('liaison', songgang, 'songgang', '岗松'), 'songgang')
  pigs = await anIndicator(db, officer, { name: '生猪存栏', unit: '万头', basis: 'point', kind: 'level', sourceUnitId: farm })
  const [year, month] = dataMonth(today).split('-').map(Number) as [number, number]
  const reading = { indicatorId: pigs, unitId: yunxi, year, month, value: 1.25, status: 'final' as const, origin: null, seen: null }
  ok(await act(db, officer, { kind: 'reading' }, { command: 'record', readings: [reading], import: null }))
})

const FORM = [{ name: '生猪存栏数', unit: '头', period: 'month' }, { name: '存在问题' }]
let made = 0
const draft = (more: Fields = {}, units = [yunxi, songgang], sender = farm) => ({
  title: `养殖情况表${++made}`,
  leadUnitId: sender,
  coUnitIds: units,
  fields: {
    purpose: '掌握情况',
    frequency: 'monthly',
    minutes: 30,
    from: today,
    until: addDays(today, 100),
    carrier: 'form',
    form: FORM,
    ...more,
  },
})
const register = async (client: Client, body = draft()) => (await client.ask('postRequest', { body })).body
const move = (client: Client, at: { id: string; version: number }, to: string, evidence: Fields = {}, words: string | null = null) =>
  client.ask('postCommand', { params: { id: at.id }, body: { version: at.version, command: { command: 'move', to, evidence, words } } })
const out = async (body = draft(), approval: Fields = {}) => {
  const checked = await move(office, await register(office, body), 'checked')
  const approved = await move(office, checked.body, 'approved', approval)
  return (await move(office, approved.body, 'out', { outOn: today })).body
}
const burdenOf = async (client: Client, unit: string) => (await client.ask('getUnitBurden', { params: { id: unit } })).body
const kept = () => read(db, wholeOf(PLACE), burdenFaults)

describe('before it goes out', () => {
  test('the form says what it costs, what is held and who asks the same', async () => {
    const first = await out()
    const { body } = await department.ask('checkRequest', { body: draft() })
    expect(body.cost).toMatchObject({ units: 2, unitMonth: 30, allMonth: 60 })
    expect(body.held).toMatchObject([
      { field: 0, indicator: '生猪存栏', reason: 'name', same: true, source: '县农业农村局', units: 1, latest: dataMonth(today) },
    ])
    expect(body.overlaps[0]).toMatchObject({ id: first.id, shared: 2 })
    expect(body.overlaps[0]!.fields[0]).toMatchObject({ field: 0, reason: 'name', same: true })
    await move(office, first, 'dropped', { dropReason: '重复' })
  })
  test('a field about traces is refused, with the rule', async () => {
    const body = draft({ form: [{ name: '入户照片' }] })
    expect((await department.ask('checkRequest', { body })).body.forbidden).toMatchObject([{ field: 0, code: 'traces', found: '照片' }])
    expect(await department.ask('postRequest', { body })).toMatchObject({ status: 422, body: { code: 'field-forbidden' } })
  })
  test('a department sends no directive document to a township, and none that is too long', async () => {
    const body = draft({ carrier: 'directive', lengthAs: 'special', characters: 4600 })
    expect((await department.ask('checkRequest', { body })).body).toMatchObject({
      mayNot: { units: ['云溪镇', '松岗镇'] },
      tooLong: { over: 600, most: 4000 },
    })
    expect(await move(office, await register(office, body), 'checked')).toMatchObject({ status: 422, body: { code: 'may-not-send' } })
    const letter = draft({ carrier: 'letter', lengthAs: 'special', characters: 4600 })
    expect(await move(office, await register(office, letter), 'checked')).toMatchObject({ body: { code: 'document-too-long' } })
  })
  test('a unit drafts in its own name only, without a number until the office has checked it', async () => {
    expect(await town.ask('postRequest', { body: draft() })).toMatchObject({ status: 403 })
    const mine = await register(department)
    expect(mine.number).toBeNull()
    expect(await move(department, mine, 'checked')).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect((await move(office, mine, 'checked')).body.number).toMatch(/^\d{4}-\d{4}$/)
  })
  test('a draft is its sender’s and the office’s; what is out stands in a register for all', async () => {
    const mine = await register(department)
    expect((await town.ask('getRequest', { params: { id: mine.id } })).status).toBe(404)
    const sent = await out()
    expect((await other.ask('getBurden', {})).body.requests.map(r => r.id)).toContain(sent.id)
    expect(
      await other.ask('postCommand', {
        params: { id: sent.id },
        body: { version: sent.version, command: { command: 'amend', fields: { minutes: 1 } } },
      }),
    ).toMatchObject({ status: 404 })
    await move(office, sent, 'dropped', { dropReason: '试' })
  })
  test('what was checked changes its form and its cost no more without the office', async () => {
    const checked = (await move(office, await register(department), 'checked')).body
    const amend = (client: Client, fields: Fields) =>
      client.ask('postCommand', { params: { id: checked.id }, body: { version: checked.version, command: { command: 'amend', fields } } })
    expect(await amend(department, { minutes: 300 })).toMatchObject({ status: 403 })
    expect(await amend(office, { form: [{ name: '别的' }] })).toMatchObject({ status: 409, body: { code: 'form-closed' } })
  })
})

describe('over budget', () => {
  test('goes out in the name of a leader only, with the reason', async () => {
    const checked = (await move(office, await register(office, draft({ minutes: 600 }, [yunxi])), 'checked')).body
    const view = (await office.ask('getRequest', { params: { id: checked.id } })).body
    expect(view.check.over).toMatchObject([{ unit: '云溪镇', minutes: 600, budget: 480 }])
    expect(await move(office, checked, 'approved')).toMatchObject({ status: 409, body: { code: 'over-budget', facts: { unit: '云溪镇' } } })
    const named = { overReason: '汛期紧急' }
    expect(await move(office, checked, 'approved', { ...named, approver: '何禾' })).toMatchObject({ body: { code: 'approver-no-leader' } })
    const approved = await move(leader, checked, 'approved', { ...named, approver: '周晓棠' })
    expect(approved.body.detail).toMatchObject({ stage: 'approved', fields: { approver: '周晓棠', overReason: '汛期紧急' } })
  })
  test('of a limit that the office set', async () => {
    expect((await department.ask('putBudget', { body: { unitId: null, from: today.slice(0, 7), minutes: 10 } })).status).toBe(403)
    await office.ask('putBudget', { body: { unitId: songgang, from: today.slice(0, 7), minutes: 20, why: '人手少' } })
    expect((await department.ask('checkRequest', { body: draft() })).body.over).toMatchObject([{ unit: '松岗镇', budget: 20 }])
  })
})

describe('what units are asked', () => {
  test('is counted by month, and right after every change', async () => {
    const before = (await burdenOf(town, yunxi)).months.at(-1)!.minutes
    const sent = await out(draft({ minutes: 40 }, [yunxi]))
    const view = await burdenOf(town, yunxi)
    expect(view.months.at(-1)!.minutes - before).toBe(40)
    expect(view.senders[0]).toMatchObject({ sender: '县农业农村局' })
    expect(await kept()).toEqual([])
    const wider = { command: 'edit' as const, draft: { coUnitIds: [yunxi, songgang] } }
    const edited = await office.ask('postCommand', { params: { id: sent.id }, body: { version: sent.version, command: wider } })
    // 松岗镇 has a limit of 20 minutes.
    expect(edited).toMatchObject({ status: 409, body: { code: 'over-budget' } })
    const shorter = { command: 'amend' as const, fields: { minutes: 15 } }
    const amended = (await office.ask('postCommand', { params: { id: sent.id }, body: { version: sent.version, command: shorter } })).body
    expect((await burdenOf(town, yunxi)).months.at(-1)!.minutes - before).toBe(15)
    const dropped = (await move(office, amended, 'dropped', { dropReason: '已有数据' })).body
    expect((await burdenOf(town, yunxi)).requests.find(r => r.id === sent.id)).toMatchObject({ minutes: 0, saved: 15 })
    expect(await kept()).toEqual([])
    await move(office, dropped, 'out', { outOn: today }, '误取消')
    expect((await burdenOf(town, yunxi)).months.at(-1)!.minutes - before).toBe(15)
    expect(await kept()).toEqual([])
  })
  test('each unit sees its own only', async () => {
    expect((await town.ask('getUnitBurden', { params: { id: songgang } })).status).toBe(404)
    expect((await town.ask('getBurden', {})).body.units.map(u => u.name)).toEqual(['云溪镇'])
    expect((await leader.ask('getBurden', {})).body.units.map(u => u.name)).toContain('松岗镇')
  })
})

test('two requests become one: its form asks what the other asked besides, what is saved is kept, and it can be undone', async () => {
  const stays = await out(draft({ minutes: 5 }, [yunxi]))
  const goes = await out(
    draft(
      {
        minutes: 10,
        form: [
          { name: '生猪存栏', unit: '头', period: 'month' },
          { name: '能繁母猪', unit: '头' },
        ],
      },
      [yunxi],
    ),
  )
  const wide = await out(draft({ minutes: 1 }, [yunxi, songgang]))
  expect(await move(office, wide, 'merged', { mergedInto: stays.id })).toMatchObject({
    status: 422,
    body: { code: 'merge-into', facts: { why: 'units' } },
  })
  const merged = (await move(office, goes, 'merged', { mergedInto: stays.id })).body
  const view = (await office.ask('getRequest', { params: { id: stays.id } })).body
  expect(view.form.map(f => [f.name, f.from !== null])).toEqual([
    ['生猪存栏数', false],
    ['存在问题', false],
    ['能繁母猪', true],
  ])
  expect((await office.ask('getRequest', { params: { id: goes.id } })).body.savedMinutes).toBeGreaterThanOrEqual(10)
  await move(office, merged, 'out', { outOn: today }, '恢复')
  expect((await office.ask('getRequest', { params: { id: stays.id } })).body.form).toHaveLength(2)
  expect(await kept()).toEqual([])
})

describe('an answer', () => {
  test('shows what is held with its source, takes the rest, and keeps what was said before', async () => {
    const sent = await out(draft({ minutes: 5 }, [yunxi]))
    const query = { unit: yunxi, due: today }
    const { body: sheet } = await town.ask('getAnswerTo', { params: { id: sent.id }, query })
    expect(sheet.fields).toMatchObject([
      {
        name: '生猪存栏数',
        who: 'locked',
        held: { from: 'reading', value: '12500', source: '县农业农村局', month: dataMonth(today), status: 'final' },
      },
      { name: '存在问题', who: 'typed', held: null },
    ])
    const cells = [
      { name: '生猪存栏数', value: '1' },
      { name: '存在问题', value: '价格低' },
    ]
    const say = (revision: number, value = '价格低') =>
      town.ask('postAnswerTo', {
        params: { id: sent.id },
        body: { unitId: yunxi, dueOn: today, revision, cells: [cells[0]!, { name: '存在问题', value }] },
      })
    expect(await say(0)).toMatchObject({ status: 201, body: { revision: 1, fields: [{ answered: '12500' }, { answered: '价格低' }] } })
    expect(await say(0)).toMatchObject({ status: 409, body: { code: 'stale-version' } })
    expect(await say(1, '无')).toMatchObject({ body: { revision: 2 } })
    expect((await department.ask('getAnswerTo', { params: { id: sent.id }, query })).body.fields[1]!.answered).toBe('无')
    expect((await other.ask('getAnswerTo', { params: { id: sent.id }, query })).status).toBe(404)
    expect(
      await other.ask('postAnswerTo', { params: { id: sent.id }, body: { unitId: yunxi, dueOn: today, revision: 2, cells } }),
    ).toMatchObject({ status: 403 })
    const second = await out(draft({ minutes: 5, form: [{ name: '存在问题' }] }, [yunxi]))
    const again = (await town.ask('getAnswerTo', { params: { id: second.id }, query })).body
    expect(again.fields[0]!.held).toMatchObject({ from: 'answer', value: '无', title: sent.title })
  })
  test('of the unit that is the source becomes a reading in the same stroke', async () => {
    const sheep = (
      await office.ask('postIndicator', {
        body: { name: '肉羊存栏', kind: 'level', basis: 'point', unit: '万头', topic: 'agriculture', sourceUnitId: yunxi },
      })
    ).body
    const sent = await out(draft({ minutes: 5, form: [{ name: '肉羊存栏', unit: '头', period: 'month' }] }, [yunxi]))
    const body = { unitId: yunxi, dueOn: today, revision: 0, cells: [{ name: '肉羊存栏', value: '8,000' }] }
    expect((await town.ask('getAnswerTo', { params: { id: sent.id }, query: { unit: yunxi, due: today } })).body.fields[0]!.who).toBe(
      'source',
    )
    expect(await town.ask('postAnswerTo', { params: { id: sent.id }, body })).toMatchObject({ status: 201 })
    const [year, month] = dataMonth(today).split('-')
    const { readings } = (await office.ask('listReadings', { query: { year: year!, indicator: sheep.id } })).body
    expect(readings).toMatchObject([{ unitId: yunxi, month: Number(month), value: 0.8, from: sent.title }])
  })
  test('is taken of requests that are out only, on days that they ask', async () => {
    const sent = await out(draft({ minutes: 5 }, [yunxi]))
    const body = { unitId: yunxi, dueOn: today, revision: 0, cells: [{ name: '存在问题', value: '无' }] }
    expect((await town.ask('postAnswerTo', { params: { id: sent.id }, body: { ...body, dueOn: addDays(today, 1) } })).status).toBe(404)
    await move(office, sent, 'dropped', { dropReason: '重复' })
    expect(await town.ask('postAnswerTo', { params: { id: sent.id }, body })).toMatchObject({
      status: 409,
      body: { code: 'request-not-out' },
    })
  })
})
