// Visits of the demonstration: one followed up, one whose lessons are being put into practice, one planned; and a report of one left to be taken in by whoever tries it.
import { readFileSync } from 'node:fs'
import { addDays } from '../../core/day.ts'
import type { Fields, LedgerKind } from '../../core/kind.ts'
import type { Currency } from '../../core/money.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { RelationName } from '../../core/relation.ts'
import type { Actor, Day, RecheckResult } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { type ActOptions, act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import type { Database } from '../db.ts'
import type { Cast } from './history.ts'
import { DEMO } from './story.ts'

const REPORT = 'visit-report'

interface Told {
  title: string
  place: string
  purpose: string
  /** Days before today; below zero: ahead. */
  ago: [from: number, to: number]
  leader: string
  delegation: string[]
  hosts: string[]
  /** With what is said of their size; `lead`: its way so far. */
  sites: { name: string; said?: string; sum?: [amount: string, currency: Currency]; land?: number; way?: Way }[]
  lessons: { title: string; seen: string; action?: Action; dropped?: string; settled?: string }[]
  outcome?: string
}
type Way = 'lead' | 'negotiating' | 'signed' | 'dropped'

interface Action {
  title: string
  /** As in the county's works. */
  works: string
  ago: number
  due: number
  looks: [ago: number, result: RecheckResult, words: string][]
  closed?: boolean
}

const VISITS: Told[] = [
  {
    title: '赴锦溪县学习园区建设',
    place: '北岭省锦溪县',
    purpose: '学习园区标准化建设和代办服务，对接食品加工项目。',
    ago: [152, 150],
    leader: '县委副书记、县长周晓棠',
    delegation: ['副县长陶然', '县招商服务中心主任', '县行政审批服务管理局局长'],
    hosts: ['锦溪县委副书记、县长', '锦溪县经济开发区管委会主任'],
    sites: [
      { name: '锦溪谷物食品公司', said: '总投资6.5亿元', sum: ['650000000', 'CNY'], land: 120, way: 'signed' },
      { name: '锦溪冷链物流园项目', said: '总投资3亿元', sum: ['300000000', 'CNY'], way: 'dropped' },
      { name: '锦溪标准化厂房', said: '建成21万平方米' },
      { name: '锦溪政务服务大厅' },
    ],
    lessons: [
      {
        title: '标准地先行',
        seen: '出让前做完区域评估，企业拿地时写清亩均投资和税收，签约后不再补手续。',
        action: {
          title: '制定工业项目标准地出让办法',
          works: '自然资源局',
          ago: 140,
          due: 95,
          closed: true,
          looks: [
            [110, 'kept', '办法已印发，3宗地按标准地出让。'],
            [38, 'kept', '又出让4宗，签约到开工平均52天。'],
          ],
        },
        settled: '办法已印发执行，累计出让标准地7宗。',
      },
      {
        title: '项目代办一员到底',
        seen: '每个项目一名代办员，从签约跟到投产，审批全程不让企业跑第二趟。',
        action: {
          title: '建立重点项目代办员制度',
          works: '审批局',
          ago: 138,
          due: 60,
          looks: [[107, 'relapsed', '两个项目的代办员调岗后无人接手。']],
        },
      },
      {
        title: '组建县级产业基金',
        seen: '财政出资引导，县级基金规模10亿元，专投入园企业。',
        dropped: '我县财力暂不具备条件，先用市级基金，明年再议。',
      },
    ],
    outcome: '签约食品加工项目1个；标准地办法印发执行，累计出让7宗；代办员制度已建立，个别项目断档，正在整改。',
  },
  {
    title: '赴澜浦市考察新能源产业',
    place: '南泽省澜浦市',
    purpose: '对接储能、光伏组件企业，学习链长制招商。',
    ago: [45, 42],
    leader: '县委书记陆明川',
    delegation: ['县委常委、常务副县长韩立群', '县招商服务中心主任', '青禾县高新区管委会负责人'],
    hosts: ['澜浦市委副书记、市长', '澜浦市招商局局长'],
    sites: [
      { name: '澜浦明阳储能公司', said: '总投资18亿元', sum: ['1800000000', 'CNY'], land: 210, way: 'negotiating' },
      { name: '澜浦晶禾光伏组件公司', said: '总投资1.2亿美元', sum: ['120000000', 'USD'], land: 160, way: 'lead' },
      { name: '澜浦铜箔材料项目', said: '总投资9亿元', sum: ['900000000', 'CNY'], way: 'lead' },
      { name: '澜浦新能源展示馆' },
      { name: '澜浦零碳园区', said: '规划面积2800亩' },
    ],
    lessons: [
      {
        title: '链长制挂图招商',
        seen: '每条产业链一名市领导任链长，链主、缺环、目标企业三张图，每月调度一次。',
        action: { title: '编制三条主导产业链招商图谱', works: '招商', ago: 33, due: -12, looks: [] },
      },
      {
        title: '绿电直供',
        seen: '园区自建光伏和储能，企业用电每度低8分钱，作为招商的硬条件。',
        action: { title: '开展园区绿电直供可行性论证', works: '发改局', ago: 12, due: -40, looks: [] },
      },
      { title: '以投带引', seen: '国有平台先入股链主企业，带动8家配套落户。' },
      { title: '招商队伍专业化', seen: '从企业聘任5名产业顾问，按签约落地付酬。' },
    ],
  },
  {
    title: '赴临湖市对标营商环境',
    place: '东洲省临湖市',
    purpose: '学习企业开办一日办结和惠企政策免申即享。',
    ago: [-9, -11],
    leader: '副县长沈云舟',
    delegation: ['县行政审批服务管理局局长', '县市场监督管理局局长'],
    hosts: [],
    sites: [],
    lessons: [],
  },
]

/** What lets a lead in at each stage on its way. */
const WAYS: Record<Way, (today: Day, site: Told['sites'][number]) => [to: string, evidence: Fields][]> = {
  lead: () => [],
  negotiating: () => [
    ['screened', { verdict: '符合主导产业方向，用能指标可以满足。' }],
    ['negotiating', { taskForce: '新能源产业专班' }],
  ],
  signed: (today, site) => [
    ...WAYS.negotiating(today, site),
    [
      'signed',
      { signedAs: 'formal', signedOn: addDays(today, -121), ...(site.sum ? { sum: { amount: site.sum[0], currency: site.sum[1] } } : {}) },
    ],
  ],
  dropped: () => [['dropped', { dropReason: '企业决定先扩建原厂区，两年内不在外地布点。' }]],
}

/** Through `act`, as people would have done it, after the rest is there: if it is cut short the county is whole without it. */
export async function makeVisits(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  const day = (ago: number): Day => addDays(today, -ago)
  const at = (ago: number, minute = 0): string => `${day(ago)}T02:${String(minute).padStart(2, '0')}:00.000Z`
  const done = async <K extends KindName>(actor: Actor, target: TargetOf<K>, command: CommandOf<K>, now: string): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, actor, target, command, { now } satisfies ActOptions<ValueOf<K>, ValueOf<K>>)
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
    return answer as ValueOf<K>
  }
  const unitOf = (works: string) => cast.units.find(u => u.works === works) ?? cast.units[0]!
  const register = (
    kind: LedgerKind,
    title: string,
    fields: Fields,
    more: { stage?: string; to?: [RelationName, string]; unit?: string; now: string },
  ) =>
    done<'item'>(
      officer,
      { kind: 'item', id: null },
      {
        command: 'register',
        draft: {
          title,
          topic: 'investment',
          urgency: 'ordinary',
          leadUnitId: more.unit ?? null,
          coUnitIds: [],
          dueOn: null,
          measure: null,
        },
        source: null,
        detail: { kind, fields, ...(more.stage ? { stage: more.stage } : {}) },
        dispatch: more.unit !== undefined,
        clock: null,
        links: more.to ? [{ relation: more.to[0], to: more.to[1] }] : [],
      },
      more.now,
    )
  const move = async (item: { id: string; version: number }, to: string, evidence: Fields, now: string) =>
    done<'item'>(
      officer,
      { kind: 'item', id: item.id, seen: item.version },
      { command: 'move', to, evidence, words: null, fileIds: [] },
      now,
    )

  const text = readFileSync(new URL(`../../../samples/${REPORT}.txt`, import.meta.url), 'utf8')
  const reading = readText(text, { name: `${REPORT}.txt`, today, place: DEMO.name })
  await done<'document'>(officer, { kind: 'document', id: null }, { command: 'take-in', name: `${REPORT}.txt`, text, reading }, at(1))

  for (const told of VISITS) {
    const { place, purpose, leader, delegation, hosts } = told
    const [from, to] = told.ago
    const gone = to > 0
    const line = (site: Told['sites'][number]) => (site.said ? `${site.name}（${site.said}）` : site.name)
    const journey: Fields = { place, purpose, leader, delegation, from: day(from), ...(hosts.length ? { hosts } : {}) }
    let visit = await register('visit', told.title, journey, { now: at(Math.max(1, from + 6)) })
    if (!gone) continue
    const sites = told.sites.map(line)
    const cases = told.sites.filter(s => !s.way).map(line)
    const home = { to: day(to), sites, cases }
    visit = await move(visit, 'home', home, at(to - 1))
    visit = await move(visit, 'written', { report: told.lessons.map((l, i) => `${i + 1}. ${l.title}`).join('\n') }, at(to - 2))
    for (const [n, site] of told.sites.entries()) {
      if (!site.way) continue
      const fields: Fields = { investor: site.name.replace(/项目$/, ''), finder: told.title, foundOn: day(to) }
      if (site.sum) fields.sum = { amount: site.sum[0], currency: site.sum[1] }
      if (site.land) fields.land = site.land
      let lead = await register('project', site.name, fields, {
        to: ['found-on', visit.id],
        unit: unitOf('招商').id,
        now: at(to - 2, n + 1),
      })
      const way = WAYS[site.way](today, site)
      for (const [step, [stage, evidence]] of way.entries()) lead = await move(lead, stage, evidence, at(to - 10 * (step + 1)))
    }
    for (const [n, lesson] of told.lessons.entries()) {
      let noted = await register('lesson', lesson.title, { seen: lesson.seen }, { to: ['learned-on', visit.id], now: at(to - 2, 20 + n) })
      if (lesson.dropped) await move(noted, 'dropped', { dropReason: lesson.dropped }, at(to - 20))
      const { action } = lesson
      if (!action) continue
      const unit = unitOf(action.works)
      const made = await done<'lesson'>(
        officer,
        { kind: 'lesson', id: noted.id, seen: noted.version },
        { command: 'adapt', title: action.title, leadUnitId: unit.id, dueOn: day(action.due), measure: null },
        at(action.ago),
      )
      const works = (actor: Actor, command: CommandOf<'item'>, ago: number) =>
        done<'item'>(actor, { kind: 'item', id: made.id }, command, at(ago))
      await works(unit.liaison, { command: 'accept', words: null }, action.ago - 1)
      if (action.closed) {
        await works(unit.liaison, { command: 'submit', words: '办法已印发，执行情况随附。', fileIds: [] }, action.due + 2)
        await works(officer, { command: 'close', words: '现场核查属实，同意销号。' }, action.due + 1)
      } else if (action.ago > 20) {
        const words = '初稿已征求意见，正在修改。'
        await works(unit.liaison, { command: 'report', percent: 55, words, fileIds: [], waitingFor: null }, 6)
      }
      noted = { ...noted, version: noted.version + 1 }
      for (const [ago, result, words] of action.looks)
        noted = await done<'item'>(
          officer,
          { kind: 'item', id: noted.id, seen: noted.version },
          { command: 'recheck', result, words, fileIds: [] },
          at(ago),
        )
      if (lesson.settled) await move(noted, 'settled', { result: lesson.settled }, at(36))
    }
    if (told.outcome) await move(visit, 'followed', { outcome: told.outcome }, at(30))
  }
}
