// Fills a database for measuring: 60 units in a tree and 5,000 items with their histories, every one of them through `act`.
import type { Actor } from '../../src/core/types.ts'
import { hashPassword } from '../../src/server/password.ts'
import { readActor, setupActor } from '../../src/store/account.ts'
import { act } from '../../src/store/act.ts'
import type { Database } from '../../src/store/db.ts'
import { anActor, ok } from '../build.ts'

export const PLACE = '990124'
export const PASSWORD = 'Measure-2026'
export const UNITS = 60
export const ITEMS = 5000
const WRITERS = 16
const DAY_MS = 86_400_000

export interface Measured {
  /** One liaison for each unit. */
  liaisons: { username: string; unitId: string; itemIds: string[] }[]
  officer: string
}

const WORK = `污水处理厂二期扩建 农村公路提升改造 老旧小区改造 北渠清淤 智慧停车场建设 第二实验小学扩建 高标准农田建设 集中供热管网更新
  产业园标准化厂房 地质灾害隐患点治理 城乡供水一体化 县人民医院感染楼 农贸市场改造 河道岸线整治 乡镇敬老院改造 充电设施布局 垃圾分类转运站
  松岗水库除险加固 社区日间照料中心 中小学食堂提质 文化馆新馆建设 冷链物流园 危房改造 山洪预警系统 政务服务事项下沉`.split(/\s+/)
const DOING = ['加快推进', '全面完成', '启动', '按期完成', '督促落实']
/** A small generator with a fixed seed: every run measures the same county. */
function randoms(): (below: number) => number {
  let state = 20_260_601
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The low bits of such a generator repeat after a few steps.
    return Math.floor((state / 2 ** 32) * below)
  }
}

export async function fillCounty(db: Database): Promise<Measured> {
  const passwordHash = await hashPassword(PASSWORD)
  const account = (username: string) => ({ username, name: username, passwordHash })
  const administrators = { system: account('system'), security: account('security'), audit: account('audit') }
  ok(await act(db, setupActor(PLACE), { kind: 'jurisdiction' }, { command: 'setup', name: '青禾县', invitation: null, administrators }))
  const [system, security] = [anActor('system_admin'), anActor('security_admin')]
  const unit = async (name: string, parentId: string | null): Promise<string> => {
    const draft = { name, aliases: [], kind: 'government' as const, parentId, duties: '' }
    return ok(await act(db, system, { kind: 'unit', id: null }, { command: 'add', unit: draft })).id
  }
  const person = async (username: string, role: 'officer' | 'liaison', unitId: string | null): Promise<Actor> => {
    const { id } = ok(await act(db, system, { kind: 'account', id: null }, { command: 'add', ...account(username) }))
    ok(await act(db, security, { kind: 'account', id }, { command: 'appoint', appointments: [{ role, unitId }] }))
    return (await readActor(db, PLACE, id))!.actor
  }
  const root = await unit('县人民政府', null)
  const officer = await person('officer', 'officer', null)
  const liaisons: { actor: Actor; username: string; unitId: string; itemIds: string[] }[] = []
  for (let n = 1; n < UNITS; n++) {
    const unitId = await unit(`县第${n}局`, root)
    liaisons.push({ actor: await person(`liaison${n}`, 'liaison', unitId), username: `liaison${n}`, unitId, itemIds: [] })
  }
  await fillItems(db, officer, liaisons)
  await db.pool.query('select look_again()')
  return { liaisons: liaisons.map(({ actor: _, ...l }) => l), officer: 'officer' }
}

async function fillItems(db: Database, officer: Actor, liaisons: { actor: Actor; unitId: string; itemIds: string[] }[]): Promise<void> {
  const random = randoms()
  let next = 0
  const writer = async () => {
    for (let n = next++; n < ITEMS; n = next++) {
      const lead = liaisons[n % liaisons.length]!
      const co = liaisons[random(liaisons.length)]!
      await oneItem(db, officer, lead, co.unitId === lead.unitId ? [] : [co.unitId], n, random)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
}

/** Three in four are being carried out, the others struck off; dispatched over the last 200 days, due over the next 200. */
async function oneItem(
  db: Database,
  officer: Actor,
  lead: { actor: Actor; unitId: string; itemIds: string[] },
  coUnitIds: string[],
  n: number,
  random: (below: number) => number,
): Promise<void> {
  const at = Date.now() - random(200) * DAY_MS
  const now = (days: number) => ({ now: new Date(Math.min(at + days * DAY_MS, Date.now())).toISOString() })
  const draft = {
    title: `${DOING[random(DOING.length)]}${WORK[random(WORK.length)]}（第${n}批）`,
    topic: 'livelihood' as const,
    urgency: 'ordinary' as const,
    leadUnitId: lead.unitId,
    coUnitIds,
    dueOn: new Date(at + (20 + random(380)) * DAY_MS).toISOString().slice(0, 10),
    measure: `完成投资${random(9000) + 100}万元`,
  }
  const { id } = ok(
    await act(db, officer, { kind: 'item', id: null }, { command: 'register', draft, source: null, dispatch: true }, now(0)),
  )
  const target = { kind: 'item' as const, id }
  ok(await act(db, lead.actor, target, { command: 'accept', words: null }, now(1)))
  const report = {
    command: 'report' as const,
    percent: random(90),
    words: '已完成施工图审查，正在组织招标。',
    fileIds: [],
    waitingFor: null,
  }
  for (let times = random(3); times > 0; times--) ok(await act(db, lead.actor, target, report, now(10)))
  if (n % 4 === 0) {
    ok(await act(db, lead.actor, target, { command: 'submit', words: '已全部完成，请予核查。', fileIds: [] }, now(15)))
    ok(await act(db, officer, target, { command: 'close', words: null }, now(18)))
  } else lead.itemIds.push(id)
}
