// A campaign through the API: what belongs to it, its burn-up as members are struck off, and its ending with nothing lost.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { dayOf } from '../core/day.ts'

const TODAY = dayOf(Date.now())
let db: TestDatabase
let app: FastifyInstance
let water: string
let farm: string
let office: Client
let unit: Client
let leader: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  farm = await aUnit(db, { name: '县农业农村局' })
  app = await aServer(db)
  office = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' }), 'ducha')
  unit = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'shuili' }), 'shuili')
  leader = await signedIn(app, db, await aPerson(db, [{ role: 'leader', unitId: null }], { username: 'xianzhang' }), 'xianzhang')
})

interface Made {
  id: string
  version: number
}
async function made(title: string, parts: { leadUnitId?: string; detail?: object; links?: object[] } = {}): Promise<Made> {
  const { leadUnitId = water, ...rest } = parts
  const answer = await office.ask('postItem', { body: { draft: { title, leadUnitId, dueOn: '2099-12-31' }, dispatch: true, ...rest } })
  expect(answer.body.code).toBeUndefined()
  return answer.body
}
const campaign = (title: string, kind: 'campaign' | 'programme' = 'campaign') =>
  made(title, {
    detail: {
      kind,
      stage: 'running',
      fields:
        kind === 'campaign' ? { beginOn: TODAY, goals: ['全部完成'] } : { phases: [{ name: '学习教育', from: TODAY, to: '2099-12-31' }] },
    },
  })
const member = (title: string, of: Made, leadUnitId = water) => made(title, { leadUnitId, links: [{ relation: 'belongs-to', to: of.id }] })
const view = async ({ id }: { id: string }, client = office) => (await client.ask('getCampaign', { params: { id } })).body
const item = async ({ id }: { id: string }) => (await office.ask('getItem', { params: { id } })).body

async function struckOff({ id, version }: Made): Promise<void> {
  const step = async (client: Client, at: number, command: object) => {
    const answer = await client.ask('postCommand', { params: { id }, body: { version: at, command } })
    expect(answer.body.code).toBeUndefined()
    return answer.body.version
  }
  const accepted = await step(unit, version, { command: 'accept' })
  const submitted = await step(unit, accepted, { command: 'submit', words: '已完成' })
  await step(office, submitted, { command: 'close' })
}
const end = (of: { id: string; version: number }, endings: object[], words: string | null = null) =>
  office.ask('endCampaign', { params: { id: of.id }, body: { version: of.version, endings, words } })

describe('a campaign under way', () => {
  test('counts its members, and its burn-up moves when one is struck off', async () => {
    const drive = await campaign('项目建设百日攻坚')
    const [canal] = [await member('北渠清淤', drive), await member('东沟治理', drive), await member('良种繁育', drive, farm)]
    const before = await view(drive)
    expect(before).toMatchObject({ stage: 'running', begin: TODAY, goals: ['全部完成'], partial: false, ended: null })
    expect(before.burn).toMatchObject({ total: 3, done: 0, gone: 1, length: 100, today: 0 })
    await struckOff(canal!)
    const after = await view(drive)
    expect(after.burn).toMatchObject({ total: 3, done: 1, today: 1, verdict: 'on', points: 32.33 })
    expect(after.burn!.days[0]).toEqual({ day: TODAY, scope: 3, done: 1, change: 1, plan: 0.03 })
    expect(after.members.map(m => [m.title, m.stand])).toEqual([
      ['北渠清淤', 'done'],
      ['东沟治理', 'open'],
      ['良种繁育', 'open'],
    ])
    expect(after.changes[0]).toMatchObject({ title: '北渠清淤', entry: { kind: 'close' } })
  })

  test('counts a project as done when it reaches the stage that is asked for', async () => {
    const drive = await campaign('招商百日攻坚')
    const project = await made('青禾装备产业园', {
      detail: {
        kind: 'project',
        stage: 'signed',
        fields: { signedAs: 'formal', signedOn: '2026-01-05', sum: { amount: '1', currency: 'CNY' } },
      },
      links: [{ relation: 'belongs-to', to: drive.id }],
    })
    expect((await view(drive)).burn!.done).toBe(0)
    const evidence = { permit: '990124-1', startedOn: TODAY }
    const command = { command: 'move', to: 'started', evidence, words: null, fileIds: [] }
    const moved = await office.ask('postCommand', { params: { id: project.id }, body: { version: project.version, command } })
    expect(moved.body.code).toBeUndefined()
    expect((await view(drive)).burn).toMatchObject({ done: 1, today: 1 })
  })

  test('shows a unit its own part of it, and says that it is a part', async () => {
    const drive = await campaign('水利会战')
    await member('南河护岸', drive)
    await member('果园改造', drive, farm)
    const seen = await view(drive, unit)
    expect(seen.partial).toBe(true)
    expect(seen.members.map(m => m.title)).toEqual(['南河护岸'])
  })

  test('is no page of an item that is no campaign', async () => {
    const matter = await made('小型水库巡查')
    expect((await office.ask('getCampaign', { params: { id: matter.id } })).status).toBe(404)
  })
})

describe('the end of a campaign', () => {
  test('is refused by a bare move, and while something is neither done nor handed on nor left', async () => {
    const drive = await campaign('春季攻坚')
    const [a, b] = [await member('一号闸检修', drive), await member('二号闸检修', drive)]
    const move = { command: 'move', to: 'ended', evidence: {}, words: null, fileIds: [] }
    const bare = await office.ask('postCommand', { params: { id: drive.id }, body: { version: drive.version, command: move } })
    expect([bare.status, bare.body.code]).toEqual([409, 'end-by-report'])
    const short = await end(drive, [{ itemId: a.id, to: null }])
    expect([short.status, short.body.code, short.body.facts]).toEqual([409, 'members-open', { open: 1, first: (await item(b)).number }])
    expect((await view(drive)).stage).toBe('running')
  })

  test('hands open work on to another, leaves the rest with its unit, and loses none', async () => {
    const [drive, next] = [await campaign('夏季攻坚'), await campaign('秋季攻坚')]
    const [done, goes, stays] = [await member('甲渠', drive), await member('乙渠', drive), await member('丙渠', drive)]
    await struckOff(done!)
    const ended = await end(
      drive,
      [
        { itemId: goes!.id, to: next.id },
        { itemId: stays!.id, to: null },
      ],
      '继续盯紧。',
    )
    expect(ended.body.code).toBeUndefined()
    expect(ended.body).toMatchObject({ stage: 'ended', ended: { on: TODAY } })
    expect(ended.body.members.map(m => [m.title, m.stand, m.to])).toEqual([
      ['甲渠', 'done', null],
      ['乙渠', 'open', `${(await item(next)).number} 秋季攻坚`],
      ['丙渠', 'open', null],
    ])
    expect((await view(next)).members.map(m => m.title)).toEqual(['乙渠'])
    const links = async (of: { id: string }) => (await item(of)).links.map(r => [r.relation, r.way, r.title])
    expect(await links(goes!)).toEqual([
      ['belongs-to', 'to', '秋季攻坚'],
      ['continues', 'to', '夏季攻坚'],
    ])
    expect(await links(stays!)).toEqual([['belongs-to', 'to', '夏季攻坚']])
    expect((await links(next)).toSorted()).toEqual([
      ['belongs-to', 'from', '乙渠'],
      ['continues', 'to', '夏季攻坚'],
    ])
    const told = (await item(drive)).timeline[0]!
    expect([told.kind, told.facts.to, told.facts.done, told.facts.handed, told.facts.left, told.words]).toEqual([
      'move',
      'ended',
      1,
      1,
      1,
      '继续盯紧。',
    ])
    expect((await item(goes!)).timeline.slice(0, 3).map(e => e.kind)).toEqual(['link', 'link', 'unlink'])
  })

  test('is final: nothing more belongs to it, it is not ended twice, and what happens later changes nothing of it', async () => {
    const drive = await campaign('冬季攻坚')
    const open = await member('丁渠', drive)
    const { body } = await end(drive, [{ itemId: open.id, to: null }])
    const again = await end(body, [])
    expect([again.status, again.body.code]).toEqual([409, 'stage-ended'])
    const late = { relation: 'belongs-to', to: drive.id }
    const refused = await office.ask('postItem', { body: { draft: { title: '戊渠', leadUnitId: water }, links: [late] } })
    expect([refused.status, refused.body.code]).toEqual([409, 'taker-ended'])
    await struckOff(open)
    expect((await view(drive)).members.map(m => m.stand)).toEqual(['open'])
    expect((await view(drive)).burn).toMatchObject({ total: 1, done: 0 })
  })

  test('gives a report that is the same to the byte whenever it is fetched, also for the leader, and not for a unit', async () => {
    const drive = await campaign('百日清欠')
    const open = await member('己渠', drive)
    await end(drive, [{ itemId: open.id, to: null }])
    const report = await office.ask('getEndReport', { params: { id: drive.id } })
    expect(report.body).toMatchObject({ title: '关于“百日清欠”完成情况的报告', on: TODAY })
    const docx = async (client: Client) => client.ask('getEndReportDocx', { params: { id: drive.id } })
    const [first, second] = [await docx(office), await docx(leader)]
    expect(first.status).toBe(200)
    expect(first.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect((await docx(unit)).status).toBe(403)
  })

  test('hands nothing on to what has ended, and is refused to whoever saw an older state of it', async () => {
    const [drive, over] = [await campaign('防汛攻坚'), await campaign('抗旱攻坚')]
    await end(over, [])
    const open = await member('庚渠', drive)
    const refused = await end(drive, [{ itemId: open.id, to: over.id }])
    expect([refused.status, refused.body.code]).toEqual([409, 'taker-ended'])
    const stale = await end({ ...drive, version: drive.version + 1 }, [{ itemId: open.id, to: null }])
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-version'])
  })
})

test('a programme hands the baton on: its open parts go on in the next one', async () => {
  const [first, next] = [await campaign('主题教育第一批', 'programme'), await campaign('主题教育第二批', 'programme')]
  const command = { command: 'prescribe', actions: [{ title: '开展调查研究' }], unitIds: [water, farm] }
  const parts = (await office.ask('postParts', { params: { id: first.id }, body: { version: first.version, command } })).body.parts
  const open = await view(first)
  expect(open).toMatchObject({ kind: 'programme', begin: TODAY, end: '2099-12-31', burn: { total: 2, done: 0 } })
  const ended = await end(
    open,
    parts.map(part => ({ itemId: part.id, to: next.id })),
  )
  expect(ended.body.code).toBeUndefined()
  expect((await view(next)).members.map(m => m.title).toSorted()).toEqual(parts.map(part => part.title).toSorted())
  expect((await item(next)).links).toContainEqual(expect.objectContaining({ relation: 'continues', way: 'to', title: '主题教育第一批' }))
})
