// Investment projects of the demonstration: all stages, several currencies, some stuck, some dropped; registered, moved on and topped up as people would have done it.
import { addDays } from '../../core/day.ts'
import type { Fields } from '../../core/kind.ts'
import type { Currency, Money } from '../../core/money.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor, Day } from '../../core/types.ts'
import { act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import type { Database } from '../db.ts'
import type { Cast } from './history.ts'

/** Days before today on which it came to each stage, in their order; the last is where it stands. */
type Way = [stage: string, ago: number][]
type Told = [
  title: string,
  investor: string,
  sum: [amount: string, currency: Currency],
  chain: string,
  site: string,
  land: number,
  jobs: number,
  sponsor: string,
  way: Way,
]

const way = (...ago: number[]): Way => ago.map((days, n) => [STAGES[n]!, days])
const STAGES = ['lead', 'screened', 'negotiating', 'signed', 'landed', 'started', 'statistics', 'completed', 'producing', 'capacity']

const CNY = (yi: number): [string, Currency] => [String(Math.round(yi * 1e8)), 'CNY']
const TOLD: Told[] = [
  [
    '宏达装备制造产业园',
    '云川市宏达装备制造有限公司',
    CNY(12),
    'equipment',
    '县高新区',
    320,
    900,
    '周晓棠',
    way(640, 636, 620, 560, 500, 430, 400, 180, 120),
  ],
  [
    '丰谷粮油精深加工',
    '松原丰谷食品有限公司',
    CNY(3.2),
    'food',
    '云溪镇',
    96,
    260,
    '周晓棠',
    way(700, 698, 680, 610, 560, 520, 490, 260, 210, 60),
  ],
  [
    '云岭光伏组件',
    '云岭新能源股份有限公司',
    ['42000000', 'USD'],
    'energy',
    '县高新区',
    150,
    420,
    '陶然',
    way(420, 418, 400, 350, 300, 250, 200),
  ],
  ['禾源智慧冷链物流港', '禾源供应链集团', CNY(4.6), 'logistics', '城东新区', 130, 380, '陶然', way(390, 388, 370, 310, 260, 40)],
  ['北原生物制药', '北原医药控股有限公司', CNY(7.5), 'medicine', '县高新区', 110, 300, '周晓棠', way(380, 376, 350, 300, 220)],
  ['青禾文旅小镇', '山海文旅发展公司', CNY(9), 'tourism', '云溪镇', 600, 800, '陶然', way(520, 512, 480, 430)],
  ['精密铸件二线', '锐锋铸造有限公司', CNY(1.8), 'equipment', '县高新区', 60, 150, '陶然', way(360, 358, 330, 290, 230, 190, 160, 20)],
  ['锂电负极材料', '恒越新材料有限公司', ['28000000', 'EUR'], 'materials', '县高新区', 140, 330, '周晓棠', way(300, 297, 270, 210, 140)],
  ['数字经济算力中心', '云帆数据科技公司', CNY(5.5), 'digital', '城东新区', 45, 90, '周晓棠', way(260, 258, 240, 190, 150, 90)],
  ['预制菜中央厨房', '家常味食品公司', CNY(1.1), 'food', '禾丰镇', 38, 210, '陶然', way(250, 248, 220, 170)],
  ['风电塔筒制造', '巨风能源装备公司', CNY(6.4), 'energy', '县高新区', 180, 340, '陶然', way(230, 226, 200, 150, 110, 70, 30)],
  ['中药材种植加工', '百草堂药业', CNY(0.9), 'medicine', '禾丰镇', 52, 160, '陶然', way(220, 219, 190, 140)],
  ['再生铝综合利用', '循铝环保科技公司', CNY(2.6), 'materials', '县高新区', 88, 180, '周晓棠', way(210, 205, 180, 120, 60)],
  ['智能仓储设备', '港联智造（香港）有限公司', ['260000000', 'HKD'], 'equipment', '城东新区', 70, 220, '周晓棠', way(190, 187, 160, 105)],
  ['玉米深加工二期', '松原丰谷食品有限公司', CNY(2.1), 'food', '云溪镇', 64, 140, '陶然', way(170, 168, 140, 85, 25)],
  ['特种玻璃', '晶澄玻璃有限公司', CNY(3.8), 'materials', '县高新区', 120, 260, '周晓棠', way(160, 157, 130)],
  ['新能源汽车零部件', '驰原汽车部件公司', CNY(8.2), 'equipment', '县高新区', 210, 620, '周晓棠', way(120, 117, 80)],
  ['乡村酒店群', '栖野旅居公司', CNY(1.6), 'tourism', '云溪镇', 75, 120, '陶然', way(100, 96, 60)],
  ['医用敷料', '康宁卫材公司', CNY(0.8), 'medicine', '城东新区', 30, 180, '陶然', way(75, 72, 33)],
  ['直播电商基地', '万物上新电商公司', CNY(0.5), 'digital', '城东新区', 12, 150, '陶然', way(48, 44)],
  ['工业机器人集成', '启衡机器人公司', CNY(2.3), 'equipment', '县高新区', 55, 130, '周晓棠', way(30, 27)],
  ['生物质颗粒燃料', '绿薪能源公司', CNY(0.7), 'energy', '禾丰镇', 25, 60, '陶然', way(16, 12)],
  ['日化包装材料', '松和包装公司', ['1500000000', 'JPY'], 'materials', '县高新区', 40, 110, '周晓棠', way(9)],
  ['跨境电商产业园', '环海电商公司', CNY(3), 'digital', '城东新区', 80, 400, '陶然', way(3)],
  ['车载芯片封测', '芯路半导体公司', CNY(15), 'digital', '县高新区', 160, 520, '周晓棠', way(1)],
  ['生态养殖综合体', '牧野农业公司', CNY(1.4), 'food', '禾丰镇', 300, 90, '陶然', [...way(330, 326, 290), ['dropped', 200]]],
  ['钢结构生产线', '钢联建材公司', CNY(2.2), 'materials', '县高新区', 90, 170, '周晓棠', [...way(450, 445, 410, 360), ['dropped', 150]]],
]

const DROPPED = ['投资方资金链紧张，书面告知放弃', '环评选址不符，投资方同意终止协议']

export async function makeProjects(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  const at = (ago: number, hour = 2): string => `${addDays(today, -ago)}T0${hour}:00:00.000Z`
  const done = async <K extends KindName>(actor: Actor, target: TargetOf<K>, command: CommandOf<K>, now: string): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, actor, target, command, { now })
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
    return answer as ValueOf<K>
  }
  for (const [currency, before, rate] of [
    ['USD', '7.18', '7.1'],
    ['EUR', '8.05', '8.2'],
    ['HKD', '0.92', '0.91'],
    ['JPY', '0.0485', '0.047'],
  ] as const) {
    const rateOf = { command: 'set' as const, currency, source: '外汇交易中心中间价' }
    await done<'rate'>(officer, { kind: 'rate' }, { ...rateOf, on: addDays(today, -300), rate: before }, at(299))
    await done<'rate'>(officer, { kind: 'rate' }, { ...rateOf, on: addDays(today, -20), rate }, at(19))
  }
  const leads = cast.units.filter(u => u.kind === 'zone' || u.works === '乡镇').slice(0, 6)
  for (const [n, told] of TOLD.entries()) await makeOne(told, n)

  async function makeOne([title, investor, [amount, currency], chain, site, land, jobs, sponsor, steps]: Told, n: number): Promise<void> {
    const sum: Money = { amount, currency }
    const [[, found]] = steps as [[string, number], ...Way]
    const lead = leads[n % leads.length]!
    const tax: Money = { amount: String(land * 120_000), currency: 'CNY' }
    const fields = { investor, sum, chain, site, land, jobs, tax, sponsor, finder: '县招商服务中心', foundOn: addDays(today, -found) }
    const answered: Fields =
      steps.length > 1 ? { respondedOn: addDays(today, -found), answeredOn: addDays(today, -(steps[1]?.[1] ?? found)) } : {}
    // One in three is due within the month, one in eight was due.
    const dueOn = addDays(today, n % 8 === 5 ? -6 : n % 3 === 0 ? 25 : 120)
    const draft = {
      title,
      topic: 'investment' as const,
      urgency: 'ordinary' as const,
      leadUnitId: lead.id,
      coUnitIds: [],
      dueOn,
      measure: null,
    }
    const register = {
      command: 'register' as const,
      draft,
      source: null,
      dispatch: steps.length > 1,
      clock: null,
      // The one that is like another of the same investor.
      why: title.endsWith('二期') ? '同一投资方的二期，另行签约' : null,
      detail: { kind: 'project' as const, fields: { ...fields, ...answered } },
    }
    const made = await done<'item'>(officer, { kind: 'item', id: null }, register, at(found))
    const send = (actor: Actor, command: CommandOf<'item'>, ago: number, hour = 2) =>
      done<'item'>(actor, { kind: 'item', id: made.id }, command, at(ago, hour))
    if (steps.length > 1) await send(lead.liaison, { command: 'accept', words: null }, found, 3)
    for (const [stage, ago] of steps.slice(1)) {
      const evidence = evidenceOf(stage, { title, ago, sum, n })
      await send(lead.liaison, { command: 'move', to: stage, evidence, words: null, fileIds: [] }, ago)
      // Rather a framework first, made formal later; and money that came on top.
      if (stage === 'landed' && n % 4 === 0) await send(officer, { command: 'amend', fields: { signedAs: 'formal' }, words: null }, ago, 4)
      if (stage === 'statistics' && n % 2 === 0)
        await send(
          officer,
          { command: 'amend', what: 'top-up', fields: { sum: { amount: '50000000', currency } }, words: '增资扩产补充协议' },
          ago,
          5,
        )
    }
    // Most report as they should; one in four is silent, and a dropped one is closed.
    const [last] = steps.slice(-1) as [Way[number]]
    if (steps.length < 2 || n % 4 === 1) return
    const words = last[0] === 'dropped' ? '项目终止，有关手续已了结。' : '按计划推进，有关情况见各阶段材料。'
    const percent = Math.min(95, Math.round((100 * found) / (found + (n % 3 === 0 ? 25 : 120))))
    if (last[0] !== 'dropped')
      await send(lead.liaison, { command: 'report', percent, words, fileIds: [], waitingFor: null }, Math.min(3, last[1]), 6)
    else {
      await send(lead.liaison, { command: 'submit', words, fileIds: [] }, last[1], 6)
      await send(officer, { command: 'close', words: '情况属实。' }, last[1], 7)
    }
  }

  function evidenceOf(stage: string, { title, ago, sum, n }: { title: string; ago: number; sum: Money; n: number }): Fields {
    const day = addDays(today, -ago)
    const part = (share: number): Money => ({ amount: String(Math.round(Number(sum.amount) * share)), currency: sum.currency })
    const evidence: Record<string, Fields> = {
      screened: { verdict: '符合主导产业方向，用地、能耗、环保条件可以满足，建议跟进。' },
      negotiating: { taskForce: `${title}项目专班` },
      signed: { signedAs: n % 4 === 0 ? 'framework' : 'formal', signedOn: day },
      landed: { company: `青禾${title}有限公司`, landedOn: day, inPlace: part(0.1) },
      started: { permit: `990124${day.replaceAll('-', '')}0101`, startedOn: day, inPlace: part(0.35) },
      statistics: { statisticsCode: `990124${String(1000 + n)}`, inPlace: part(0.5) },
      completed: { completedOn: day, inPlace: part(0.85) },
      producing: { producedOn: day, inPlace: part(0.95) },
      capacity: { output: part(1.6) },
      dropped: { dropReason: DROPPED[n % 2]! },
    }
    return evidence[stage]!
  }
}
