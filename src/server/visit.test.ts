// A visit through the API: what a document tells of it, registered at once with its leads, lessons and figures, taken back as one; and a lesson turned into an action.
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { TakeVisitBody, VisitPaper } from '../core/contract/visit.ts'
import { addDays, dayOf } from '../core/day.ts'
import { leadFields } from '../core/fromsite.ts'
import { visitFields } from '../core/fromvisit.ts'
import { verifyAudit } from '../store/audit.ts'
import { read } from '../store/db.ts'
import { wholeOf } from '../store/tx.ts'

const paper = readFileSync(new URL('../../samples/visit-report.txt', import.meta.url), 'utf8')
let db: TestDatabase
let app: FastifyInstance
let zone: string
let office: Client
let unit: Client
let follower: Client
let id: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  zone = await aUnit(db, { name: '县招商服务中心' })
  app = await aServer(db)
  office = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  unit = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: zone }], { username: 'zhaoshang' }), 'zhaoshang')
  follower = await signedIn(app, db, await aPerson(db, [{ role: 'investment_officer', unitId: zone }], { username: 'genjin' }), 'genjin')
  const indicator = { name: '地区生产总值', kind: 'volume', basis: 'cumulative', unit: '亿元', topic: 'economy' }
  expect((await office.ask('postIndicator', { body: indicator })).status).toBe(201)
})
beforeEach(async () => {
  id = (await office.ask('postDocument', { body: { text: paper } })).body.id
})

type Offer = VisitPaper['visits'][number]
const offerOf = async (): Promise<Offer> => (await office.ask('getVisitPaper', { params: { id } })).body.visits[0]!
const bodyOf = (offer: Offer, over: Partial<TakeVisitBody> = {}): TakeVisitBody => ({
  event: offer.event,
  title: offer.title,
  leadUnitId: null,
  fields: visitFields(offer),
  leads: offer.sites.filter(s => s.use === 'lead').map(s => ({ title: s.name, span: s.span, fields: leadFields(s, offer), why: null })),
  lessons: offer.lessons.map(({ title, span, words }) => ({ title, span, seen: words })),
  figures: null,
  ...over,
})
const take = async (over: Partial<TakeVisitBody> = {}) => office.ask('takeVisit', { params: { id }, body: bodyOf(await offerOf(), over) })
const item = async (itemId: string) => (await office.ask('getItem', { params: { id: itemId } })).body
const leads = async () => (await office.ask('getStages', { params: { kind: 'project' } })).body.stages.find(s => s.stage === 'lead')!

test('a visit is registered with its leads and lessons, each with its sentence, and the sums stand by currency', async () => {
  const { status, body } = await take()
  expect(status).toBe(201)
  expect(body).toMatchObject({ leads: 7, lessons: 4, figures: 0 })
  const visit = await item(body.id)
  expect(visit.detail).toMatchObject({
    kind: 'visit',
    stage: 'written',
    fields: { place: '东洲省望澜市', from: '2026-10-19', to: '2026-10-22' },
  })
  expect(visit.detail!.fields.sites).toHaveLength(11)
  expect(visit.detail!.fields.cases).toHaveLength(4)
  expect(visit.links.filter(l => l.relation === 'found-on')).toHaveLength(7)
  const chemicals = await item(visit.links.find(l => l.title === '海桐精细化工公司')!.id)
  expect(chemicals.detail).toMatchObject({
    stage: 'lead',
    stageOn: '2026-10-22',
    fields: { sum: { amount: '250000000', currency: 'USD' } },
  })
  expect(paper.slice(...chemicals.source!.span)).toBe('海桐精细化工公司')
  const lesson = await item(visit.links.find(l => l.title === '要素保障实')!.id)
  expect(lesson).toMatchObject({ detail: { stage: 'noted' }, source: { documentId: id } })
  expect((await leads()).sums).toEqual([
    { amount: '12970000000', currency: 'CNY' },
    { amount: '250000000', currency: 'USD' },
  ])
  expect((await offerOf()).taken).toMatchObject({ id: body.id, leads: 7, lessons: 4 })
  expect(await take()).toMatchObject({ status: 409, body: { code: 'same-already' } })
  await office.ask('undoVisit', { params: { id: body.id } })
})

test('what was left out and corrected arrives as corrected', async () => {
  const offer = await offerOf()
  const [first] = bodyOf(offer).leads
  const lead = { ...first!, title: '澜星汽车零部件', fields: { investor: '澜星汽车集团', land: 300 } }
  const { body } = await take({ leads: [lead], lessons: [] })
  const visit = await item(body.id)
  expect(visit.detail!.stage).toBe('home')
  expect(visit.links.map(l => l.title)).toEqual(['澜星汽车零部件'])
  expect((await item(visit.links[0]!.id)).detail!.fields).toEqual({ investor: '澜星汽车集团', land: 300 })
  await office.ask('undoVisit', { params: { id: body.id } })
})

test('nothing of it is registered when one of its lines is wrong', async () => {
  const before = (await leads()).items
  const offer = await offerOf()
  const { leads: all } = bodyOf(offer)
  const refused = await take({ leads: [...all, { title: '无投资方', span: [0, 4], fields: { land: 3 }, why: null }] })
  expect(refused).toMatchObject({ status: 422, body: { code: 'evidence-missing', facts: { of: '无投资方', fields: 'investor' } } })
  expect((await leads()).items).toBe(before)
  expect((await offerOf()).taken).toBeNull()
})

test('figures of the place that was visited come with it, and go with it', async () => {
  const offer = await offerOf()
  const [gdp] = offer.figures.filter(f => f.reason === null)
  expect(gdp).toMatchObject({ region: '望澜市', indicator: '地区生产总值', value: 1046.2, year: 2025, month: 12 })
  const { body } = await take({ figures: { indices: [gdp!.index], exemplar: 'domestic' } })
  expect(body.figures).toBe(1)
  const peerOf = async () => (await office.ask('listPeers')).body.peers.find(p => p.name === '望澜市')
  expect(await peerOf()).toMatchObject({ figures: 1, retired: false })
  await office.ask('undoVisit', { params: { id: body.id } })
  expect(await peerOf()).toBeUndefined()
})

test('all of it is taken back as one step, and the document offers it again', async () => {
  const { body } = await take({ leadUnitId: zone })
  const before = await item(body.id)
  expect((await unit.ask('listKind', { params: { kind: 'project' } })).body.total).toBe(7)
  const undone = await office.ask('undoVisit', { params: { id: body.id } })
  expect(undone).toMatchObject({ status: 200, body: { items: 12 } })
  expect((await leads()).items).toBe(0)
  expect(await item(body.id)).toMatchObject({ state: 'archived', detail: { stage: 'cancelled' }, links: [] })
  expect(await item(before.links[0]!.id)).toMatchObject({ state: 'archived' })
  expect((await offerOf()).taken).toBeNull()
  expect(await office.ask('undoVisit', { params: { id: body.id } })).toMatchObject({ status: 409, body: { code: 'worked-on' } })
})

test('what somebody has worked on since is not taken back, and it is said which', async () => {
  const { body } = await take({ lessons: [] })
  const visit = await item(body.id)
  const lead = await item(visit.links[0]!.id)
  const command = { command: 'move', to: 'screened', evidence: { verdict: '符合主导产业' } }
  await follower.ask('postCommand', { params: { id: lead.id }, body: { version: lead.version, command } })
  expect(await office.ask('undoVisit', { params: { id: body.id } })).toMatchObject({
    status: 409,
    body: { code: 'worked-on', facts: { numbers: lead.number, n: 1 } },
  })
  expect((await item(lead.id)).detail!.stage).toBe('screened')
})

test('a lesson becomes an action with its owner and deadline, and is looked at after 30 and 100 days', async () => {
  const { body } = await take({ leads: [] })
  const visit = await item(body.id)
  const lesson = await item(visit.links.find(l => l.title === '要素保障实')!.id)
  const action = { version: lesson.version, title: '建立标准地储备库', leadUnitId: zone, dueOn: '2099-12-31', measure: '储备20宗' }
  const adapted = await office.ask('adaptLesson', { params: { id: lesson.id }, body: action })
  expect(adapted.status).toBe(201)
  const matter = (await unit.ask('getItem', { params: { id: adapted.body.id } })).body
  expect(matter).toMatchObject({ title: '建立标准地储备库', state: 'dispatched', dueOn: '2099-12-31', source: { documentId: id } })
  const now = await item(lesson.id)
  expect(now.detail).toMatchObject({ stage: 'adapted', fields: { action: `${adapted.body.number} 建立标准地储备库` } })
  expect(now.links.map(l => [l.relation, l.way, l.id])).toContainEqual(['adapted-from', 'from', matter.id])
  const today = dayOf(Date.now())
  expect(now.recheckOn! >= addDays(today, 30) && now.recheckOn! <= addDays(today, 40)).toBe(true)
  const look = { command: 'recheck', result: 'kept', words: '储备库已挂出12宗', fileIds: [] }
  const once = (await office.ask('postCommand', { params: { id: lesson.id }, body: { version: now.version, command: look } })).body
  expect(once).toMatchObject({ rechecks: 1, state: 'registered' })
  expect(once.recheckOn! >= addDays(today, 100)).toBe(true)
  expect(await office.ask('adaptLesson', { params: { id: lesson.id }, body: action })).toMatchObject({
    status: 409,
    body: { code: 'stale-version' },
  })
  const more = { ...action, version: once.version, title: '开展拿地即开工改革' }
  const second = await office.ask('adaptLesson', { params: { id: lesson.id }, body: more })
  expect((await item(lesson.id)).detail!.fields.action).toContain(second.body.number)
})

test('a lead that another reported first is entered only with a reason, which its history keeps', async () => {
  const detail = { kind: 'project', stage: 'negotiating', fields: { investor: '海桐精细化工公司', taskForce: '化工专班' } }
  const first = (await office.ask('postItem', { body: { draft: { title: '海桐精细化工' }, detail } })).body
  const leads = bodyOf(await offerOf()).leads.filter(l => l.title === '海桐精细化工公司')
  expect(await take({ leads, lessons: [] })).toMatchObject({
    status: 409,
    body: { code: 'likely-duplicate', facts: { number: first.number, of: '海桐精细化工公司' } },
  })
  const { body } = await take({ leads: leads.map(l => ({ ...l, why: '另一条生产线，与前一个项目无关' })), lessons: [] })
  const lead = await item((await item(body.id)).links[0]!.id)
  expect(lead.timeline.at(-1)).toMatchObject({ kind: 'register', words: '另一条生产线，与前一个项目无关', facts: { beside: first.number } })
})

test('what was taken and taken back is whole in the record', async () => {
  const { body } = await take({ leads: [], lessons: [] })
  expect((await office.ask('undoVisit', { params: { id: body.id } })).status).toBe(200)
  expect(await read(db, wholeOf('990124'), verifyAudit)).toMatchObject({ whole: true, broken: null })
})
