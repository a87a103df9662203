// Messages on their way out: a real mail server and real robots on this machine, down and up again, refusing, too slow in their rate.
import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { aMailbox, type Mailbox } from '../../test/mailbox.ts'
import type { Actor } from '../core/types.ts'
import { act } from '../store/act.ts'
import { readConfig } from './config.ts'
import { Courier } from './deliver.ts'
import { seal } from './seal.ts'

/** A Monday, 10:00 in Beijing. */
const MONDAY = '2026-06-15T02:00:00.000Z'
const NIGHT = '2026-06-15T13:00:00.000Z'
const later = (from: string, minutes: number): string => new Date(Date.parse(from) + minutes * 60_000).toISOString()

let db: TestDatabase
let officer: Actor
let system: Actor
let water: string

let box: Mailbox

interface Heard {
  url: URL
  body: Record<string, unknown>
}
let heard: Heard[]
let robotSays: unknown = { errcode: 0, errmsg: 'ok' }
const robots = createServer((request, response) => {
  let raw = ''
  request.on('data', chunk => {
    raw += chunk
  })
  request.on('end', () => {
    heard.push({ url: new URL(request.url!, 'http://robot'), body: JSON.parse(raw) as Record<string, unknown> })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(robotSays))
  })
})
let robotHost: string

const settings = (smtpPort: number) => ({
  ...readConfig({ LUOSHI_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, LUOSHI_MAIL_FROM: '落实 <luoshi@example.com>' }),
  publicUrl: 'https://luoshi.example',
  robotHosts: [robotHost],
})

async function aLiaison(address: string | null, reach: Partial<{ quietFrom: number; quietUntil: number; digestDay: number }> = {}) {
  const unit = await aUnit(db)
  const person = await aPerson(db, [{ role: 'liaison', unitId: unit }])
  const target = { kind: 'contact' as const, personId: person.personId }
  ok(await act(db, system, target, { command: 'assign', address }))
  ok(await act(db, person, target, { command: 'settle', quietFrom: 1200, quietUntil: 480, daysOff: true, digestDay: 1, ...reach }))
  return { person, unit }
}

async function aRobot(robot: 'wecom' | 'dingtalk' | 'feishu', unitId: string | null, secret: string | null = null): Promise<string> {
  const hook = { host: robotHost, sealed: seal(db, JSON.stringify({ url: `http://${robotHost}/${robot}?key=k`, secret })) }
  return ok(await act(db, system, { kind: 'channel', id: null }, { command: 'add', robot, name: '工作群', unitId, hook })).id
}

const standing = () =>
  asOwner<{ kind: string; state: string; failures: number; fault: string | null; said: string | null }>(
    db,
    'select kind, state, failures, fault, said from delivery order by at, id',
  )

beforeAll(async () => {
  await new Promise<void>(listening => robots.listen(0, '127.0.0.1', listening))
  box = await aMailbox()
  robotHost = `127.0.0.1:${(robots.address() as AddressInfo).port}`
  db = await aDatabase()
  await aJurisdiction(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  system = anActor('system_admin')
  water = await aUnit(db, { name: '县水利局' })
})
afterAll(async () => {
  await box.stop()
  await new Promise(stopped => robots.close(stopped))
})
beforeEach(async () => {
  box.mails = []
  heard = []
  box.refuses = false
  robotSays = { errcode: 0, errmsg: 'ok' }
  await asOwner(db, 'truncate letter, delivery, message, channel, contact')
})

describe('the weekly digest', () => {
  test('goes to whoever has something waiting, once, and to nobody else', async () => {
    const courier = new Courier(db, settings(box.port))
    const busy = await aLiaison('busy@example.com')
    await aLiaison('idle@example.com')
    const { id, number } = await anItem(db, officer, { title: '完成北渠清淤', leadUnitId: busy.unit, dueOn: '2026-06-17' })
    await courier.digest('2026-06-15T00:29:00.000Z')
    expect(box.mails).toEqual([])
    await courier.digest('2026-06-15T00:30:00.000Z')
    await courier.digest('2026-06-15T01:30:00.000Z')
    expect(box.mails.map(m => m.to)).toEqual(['busy@example.com'])
    expect(box.mails[0]!.subject).toBe('落实待办：1项待办，1项7天内到期')
    expect(box.mails[0]!.text).toContain(`【待签收】${number} 完成北渠清淤（6月17日到期）`)
    expect(box.mails[0]!.text).toContain(`https://luoshi.example/items/${id}`)
    // What it said is not kept.
    expect(await asOwner(db, 'select 1 from letter')).toEqual([])
  })

  test('comes on the day that the person chose, and after his quiet hours', async () => {
    const courier = new Courier(db, settings(box.port))
    const one = await aLiaison('late@example.com', { digestDay: 2, quietFrom: 1200, quietUntil: 600 })
    await anItem(db, officer, { leadUnitId: one.unit })
    await courier.digest('2026-06-15T00:30:00.000Z')
    await courier.digest('2026-06-16T00:30:00.000Z')
    expect(box.mails).toEqual([])
    await courier.run('2026-06-16T02:00:00.000Z')
    expect(box.mails.map(m => m.to)).toEqual(['late@example.com'])
  })

  test('goes to the group of a unit and to that of the office, with what each sees', async () => {
    const courier = new Courier(db, { ...settings(1), smtpUrl: null })
    await aRobot('wecom', water)
    await aRobot('wecom', null)
    await anItem(db, officer, { title: '水利的事', leadUnitId: water }, { dispatch: true })
    await anItem(db, officer, { title: '还没交办的事', leadUnitId: water }, { dispatch: false })
    await courier.digest('2026-06-15T00:30:00.000Z')
    const said = heard.map(h => JSON.stringify(h.body))
    expect(said).toHaveLength(2)
    expect(said.filter(s => s.includes('水利的事') && !s.includes('还没交办的事'))).toHaveLength(1)
    expect(said.filter(s => s.includes('还没交办的事') && !s.includes('水利的事'))).toHaveLength(1)
  })
})

describe('what does not wait', () => {
  test('breaks into quiet hours when it is 特急, and says why; a late return waits for the morning', async () => {
    const courier = new Courier(db, settings(box.port))
    const { person, unit } = await aLiaison('duty@example.com')
    await anItem(db, officer, { title: '今晚转移群众', leadUnitId: unit, urgency: 'urgent' }, { now: NIGHT })
    await courier.run(NIGHT)
    expect(box.mails.map(m => m.subject)).toEqual([expect.stringMatching(/^【特急交办】2026-\d+ 今晚转移群众$/)])
    expect(box.mails[0]!.text).toContain('不受免打扰时段限制')

    const late = await anItem(db, officer, { leadUnitId: unit, dueOn: '2026-06-16' }, { now: MONDAY })
    const target = { kind: 'item' as const, id: late.id }
    ok(await act(db, person, target, { command: 'accept', words: null }, { now: MONDAY }))
    ok(await act(db, person, target, { command: 'submit', words: '已办', fileIds: [] }, { now: MONDAY }))
    ok(await act(db, officer, target, { command: 'return', words: '缺验收单' }, { now: NIGHT }))
    await courier.run(NIGHT)
    expect(box.mails).toHaveLength(1)
    await courier.run('2026-06-16T00:00:00.000Z')
    expect(box.mails[1]!.text).toContain('缺验收单')
  })

  test('tells a group once, however many of its people are told', async () => {
    const courier = new Courier(db, { ...settings(1), smtpUrl: null })
    const unit = await aUnit(db)
    for (let n = 0; n < 3; n++) await aPerson(db, [{ role: 'liaison', unitId: unit }])
    await aRobot('wecom', unit)
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    await courier.run(MONDAY)
    await courier.run(later(MONDAY, 1))
    expect(heard).toHaveLength(1)
  })

  test('is not sent for a write that was rolled back', async () => {
    const { unit } = await aLiaison('x@example.com')
    const { id } = await anItem(db, officer, { leadUnitId: unit })
    const told = async () => (await asOwner(db, 'select 1 from message')).length
    const before = await told()
    await asOwner(db, 'revoke insert on audit from luoshi_server')
    await expect(act(db, officer, { kind: 'item', id }, { command: 'urge', words: null })).rejects.toThrow()
    await asOwner(db, 'grant insert on audit to luoshi_server')
    expect(await told()).toBe(before)
  })
})

describe('a delivery that fails', () => {
  test('is tried again with growing waits while the mail server is down, and delivered once when it is back', async () => {
    const gone = await aMailbox()
    await gone.stop()
    const courier = new Courier(db, settings(gone.port))
    for (const name of ['a', 'b']) {
      const { unit } = await aLiaison(`${name}@example.com`)
      await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    }
    await courier.run(MONDAY)
    // One is tried, and the server is away: the other keeps its try.
    expect((await standing()).map(d => [d.state, d.failures, d.fault])).toEqual(
      expect.arrayContaining([
        ['waiting', 1, 'unreachable'],
        ['waiting', 0, null],
      ]),
    )
    const back = await aMailbox(gone.port)
    await courier.run(later(MONDAY, 1))
    await courier.run(later(MONDAY, 2))
    expect(back.mails.map(m => m.to).sort()).toEqual(['a@example.com', 'b@example.com'])
    expect((await standing()).map(d => d.state)).toEqual(['sent', 'sent'])
    await back.stop()
  })

  test('is given up after the last try, shown with the other side’s words, and sent when the administrator says so', async () => {
    const courier = new Courier(db, settings(box.port))
    const { unit } = await aLiaison('nobody@example.com')
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    box.refuses = true
    let at = MONDAY
    for (const minutes of [0, 1, 5, 30, 120, 360, 1440]) await courier.run((at = later(at, minutes)))
    const [failed] = await asOwner<{ id: string; state: string; fault: string; said: string }>(
      db,
      'select id, state, fault, said from delivery',
    )
    expect(failed).toMatchObject({ state: 'failed', fault: 'refused', said: expect.stringContaining('mailbox unavailable') })
    box.refuses = false
    await courier.run(later(at, 100_000))
    expect(box.mails).toEqual([])
    ok(await act(db, system, { kind: 'delivery', id: failed!.id }, { command: 'retry' }, { now: at }))
    await courier.run(at)
    expect(box.mails).toHaveLength(1)
  })

  test('is not lost when the program is killed in the middle of it', async () => {
    const { unit } = await aLiaison('a@example.com')
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    const server = new URL(db.superuser)
    ;[server.username, server.password] = ['luoshi_server', inject('postgres').serverPassword]
    const reached = new Promise<void>(resolve => {
      box.stuck = resolve
    })
    const sender = join(import.meta.dirname, '../../test/crash/sender.ts')
    const child = spawn(process.execPath, [sender, server.href, JSON.stringify(settings(box.port)), MONDAY], { stdio: 'inherit' })
    const gone = new Promise(resolve => child.once('exit', resolve))
    await Promise.race([reached, gone])
    child.kill('SIGKILL')
    await gone
    box.stuck = null
    expect(box.mails).toEqual([])
    const courier = new Courier(db, settings(box.port))
    // Another server may still be at it; then it is nobody's any more.
    await courier.run(later(MONDAY, 9))
    expect(box.mails).toEqual([])
    await courier.run(later(MONDAY, 10))
    expect(box.mails.map(m => m.to)).toEqual(['a@example.com'])
  })

  test('may come twice when the kill falls between sending and writing it down, and is known as one by its Message-ID', async () => {
    const { unit } = await aLiaison('a@example.com')
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    const courier = new Courier(db, settings(box.port))
    await courier.run(MONDAY)
    await asOwner(db, `update delivery set state = 'waiting', sent_at = null, due_at = $1`, [later(MONDAY, 10)])
    await asOwner(
      db,
      `insert into letter select jurisdiction_id, id, '{"title":"x","lines":[{"text":"x","url":null}],"foot":null}' from delivery`,
    )
    await courier.run(later(MONDAY, 10))
    expect(box.mails).toHaveLength(2)
    expect(box.mails[0]!.id).toBe(box.mails[1]!.id)
  })

  test('is a failure though the robot answers 200, and its words are kept', async () => {
    const courier = new Courier(db, { ...settings(1), smtpUrl: null })
    const unit = await aUnit(db)
    await aPerson(db, [{ role: 'liaison', unitId: unit }])
    await aRobot('dingtalk', unit)
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    robotSays = { errcode: 310000, errmsg: 'sign not match' }
    await courier.run(MONDAY)
    expect(await standing()).toEqual([{ kind: 'urgent', state: 'waiting', failures: 1, fault: 'refused', said: '310000 sign not match' }])
    robotSays = { errcode: 0 }
    await courier.run(later(MONDAY, 1))
    expect((await standing())[0]).toMatchObject({ state: 'sent', fault: null, said: null })
  })
})

describe('robots', () => {
  const SECRET = 'SECtest'
  test('of 钉钉 and 飞书 get a signature that their servers accept', async () => {
    const courier = new Courier(db, { ...settings(1), smtpUrl: null })
    const unit = await aUnit(db)
    await aPerson(db, [{ role: 'liaison', unitId: unit }])
    await aRobot('dingtalk', unit, SECRET)
    await aRobot('feishu', unit, SECRET)
    await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    await courier.run(MONDAY)
    const at = (path: string): Heard => heard.find(h => h.url.pathname === path)!
    const { searchParams } = at('/dingtalk').url
    const hmac = (key: string, data: string) => createHmac('sha256', key).update(data).digest('base64')
    expect(searchParams.get('sign')).toBe(hmac(SECRET, `${searchParams.get('timestamp')}\n${SECRET}`))
    const { timestamp, sign } = at('/feishu').body
    expect(sign).toBe(hmac(`${timestamp}\n${SECRET}`, ''))
  })

  test('are told no more than twenty things a minute', async () => {
    const courier = new Courier(db, { ...settings(1), smtpUrl: null })
    const unit = await aUnit(db)
    await aPerson(db, [{ role: 'liaison', unitId: unit }])
    await aRobot('wecom', unit)
    for (let n = 0; n < 23; n++) await anItem(db, officer, { leadUnitId: unit, urgency: 'urgent' }, { now: MONDAY })
    await courier.run(MONDAY)
    expect(heard).toHaveLength(20)
    await courier.run(MONDAY)
    expect(heard).toHaveLength(20)
    await courier.run(later(MONDAY, 1.1))
    expect(heard).toHaveLength(23)
  })

  test('are not called at an address inside the network that nobody allowed', async () => {
    const courier = new Courier(db, { ...settings(1), robotHosts: [] })
    const sealed = seal(db, JSON.stringify({ url: `http://${robotHost}/wecom`, secret: null }))
    expect(await courier.robot('wecom', sealed, { title: 'x', lines: [], foot: null }, MONDAY)).toMatchObject({
      fault: 'forbidden-address',
    })
    expect(heard).toEqual([])
  })

  test('are not found out by a copy of the database', async () => {
    await aRobot('dingtalk', null, SECRET)
    const [row] = await asOwner(db, 'select * from channel')
    expect(JSON.stringify(row)).not.toContain(SECRET)
    expect(JSON.stringify(row)).not.toContain('key=k')
    const elsewhere = new Courier({ ...db, secrets: { session: 'another' } }, settings(1))
    expect(
      await elsewhere.robot('dingtalk', (row as { sealed: string }).sealed, { title: 'x', lines: [], foot: null }, MONDAY),
    ).toMatchObject({
      fault: 'sealed',
    })
  })
})
