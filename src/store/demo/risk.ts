// The register of risks of the demonstration: all categories, levels and stages, with measures, and two rules of early warning of which one has opened a risk.
import { addDays } from '../../core/day.ts'
import { WHOLE } from '../../core/indicator.ts'
import type { Fields } from '../../core/kind.ts'
import type { RISK_CATEGORIES } from '../../core/kinds/risk.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { RelationName } from '../../core/relation.ts'
import type { Actor, Day } from '../../core/types.ts'
import { type ActOptions, act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import { type Database, read } from '../db.ts'
import { wholeOf } from '../tx.ts'
import type { Cast } from './history.ts'
import { DEMO } from './story.ts'

interface Told {
  title: string
  category: (typeof RISK_CATEGORIES)[number]
  sign: string
  works: string
  /** Days before today on which it was seen. */
  ago: number
  /** Likelihood and impact: inherent, present, left. */
  rated?: [inherent: string, now: string, left?: string]
  response?: string
  /** Days before today of the last review, and what it found. */
  review?: [ago: number, rating: string, words: string]
  watchedBy?: string
  end?: [stage: 'over' | 'dismissed' | 'borne', why: string]
  measures?: [title: string, done: boolean][]
}

const RISKS: Told[] = [
  {
    title: '城投公司到期债务集中兑付',
    category: 'debt',
    sign: '明年上半年到期本息集中，账面可动用资金不足以覆盖。',
    works: '财政局',
    ago: 120,
    rated: ['55', '45', '33'],
    response: '展期一批、置换一批、处置资产一批，新增支出一律停批。',
    review: [10, '55', '两笔非标债务提前到期，等级上调。'],
    measures: [
      ['置换高息非标债务', false],
      ['盘活闲置国有资产回笼资金', true],
    ],
  },
  {
    title: '北渠水库汛期超限运行',
    category: 'safety',
    sign: '溢洪道护坡有两处渗水点，上游来水偏多。',
    works: '水利局',
    ago: 95,
    rated: ['45', '35', '24'],
    response: '限制水位运行，抢在主汛期前完成加固。',
    measures: [['北渠水库溢洪道加固', false]],
    watchedBy: '每日两次巡坝，渗水量超过警戒值立即报告。',
  },
  {
    title: '化工园区重大危险源管控不到位',
    category: 'safety',
    sign: '两家企业自动化控制系统停用，夜间值守只有一人。',
    works: '应急局',
    ago: 60,
    rated: ['45', '44', '23'],
    response: '停产整改，验收后方可复产。',
  },
  {
    title: '松岗河断面水质反弹',
    category: 'ecology',
    sign: '连续两个月总磷接近上限，沿线三个村污水直排。',
    works: '环保局',
    ago: 80,
    rated: ['44', '34', '22'],
    response: '污水管网补短板，畜禽粪污收储。',
    review: [40, '33', '两个村管网接通，均值回落。'],
    measures: [['松岗河沿线污水管网补建', true]],
    watchedBy: '断面每周取样一次。',
  },
  { title: '秋冬季重污染天气', category: 'ecology', sign: '扬尘和散煤治理有松动。', works: '环保局', ago: 25, rated: ['43', '43'] },
  {
    title: '云溪镇征地补偿信访积聚',
    category: 'order',
    sign: '补偿标准前后不一，四个月内来访增加。',
    works: '信访局',
    ago: 50,
    rated: ['43', '33', '22'],
    response: '领导包案，逐户核对，公开标准。',
  },
  {
    title: '教培机构退费舆情',
    category: 'opinion',
    sign: '一家机构停课后网上投诉集中。',
    works: '宣传部',
    ago: 70,
    rated: ['33', '32', '11'],
    response: '教育、市场监管联合处置，专班答复。',
    end: ['over', '退费全部到位，连续两个月没有新增投诉。'],
  },
  {
    title: '主导产业单一依赖一家龙头企业',
    category: 'economy',
    sign: '一家企业占规上产值三成以上。',
    works: '工信局',
    ago: 110,
    rated: ['34', '34'],
    end: ['borne', '两年内难以替代，先稳住龙头，同步培育第二梯队。'],
  },
  {
    title: '政务数据外包运维账号失管',
    category: 'technology',
    sign: '外包人员离岗后仍有三个高权限账号未注销。',
    works: '办公室',
    ago: 35,
    rated: ['34', '24', '13'],
    response: '账号清理，运维操作全部留痕。',
  },
  {
    title: '流感季学校聚集性疫情',
    category: 'health',
    sign: '两所学校缺课率上升。',
    works: '卫健委',
    ago: 18,
    rated: ['32', '22'],
  },
  {
    title: '基层党组织书记断档',
    category: 'party',
    sign: '六个村书记年满六十岁，没有后备。',
    works: '组织部',
    ago: 65,
    rated: ['22', '12'],
  },
  {
    title: '重点工程廉政风险',
    category: 'politics',
    sign: '同一标段三次变更设计，金额累计超过一成。',
    works: '纪委',
    ago: 12,
  },
  {
    title: '某商圈客流下滑',
    category: 'economy',
    sign: '有商户反映节后客流少。',
    works: '商务局',
    ago: 40,
    end: ['dismissed', '属季节性回落，与往年相当。'],
  },
  {
    title: '粮食收购资金不到位',
    category: 'economy',
    sign: '收购旺季贷款审批偏慢。',
    works: '农业局',
    ago: 22,
    rated: ['33', '23', '12'],
    response: '与银行建立周调度，先收后贷过渡。',
  },
]

const rating = (name: 'inherent' | 'residual' | '', both: string): Fields => {
  const field = (of: string) => (name ? `${name}${of}` : of.toLowerCase())
  return { [field('Likelihood')]: both[0]!, [field('Impact')]: both[1]! }
}

export async function makeRisks(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  // 县长 bears what is borne.
  const leader: Actor = { ...officer, ...(await leaderOf(db)), appointments: [{ role: 'leader', unitId: null }], unitIds: [] }
  const at = (ago: number, hour = 2): string => `${addDays(today, -ago)}T0${hour}:00:00.000Z`
  const done = async <K extends KindName>(actor: Actor, target: TargetOf<K>, command: CommandOf<K>, now: string): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, actor, target, command, { now } satisfies ActOptions<ValueOf<K>, ValueOf<K>>)
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
    return answer as ValueOf<K>
  }
  const unitOf = (works: string) => cast.units.find(u => u.works === works) ?? cast.units[0]!
  const draft = (title: string, leadUnitId: string, dueOn: Day | null = null) => ({
    title,
    topic: 'risk' as const,
    urgency: 'ordinary' as const,
    leadUnitId,
    coUnitIds: [],
    dueOn,
    measure: null,
  })
  const make = (
    item: ReturnType<typeof draft>,
    more: { detail?: { kind: 'risk'; fields: Fields }; links?: [RelationName, string][] },
    now: string,
  ) =>
    done<'item'>(
      officer,
      { kind: 'item', id: null },
      {
        command: 'register',
        draft: { ...item },
        source: null,
        ...(more.detail ? { detail: more.detail } : {}),
        links: (more.links ?? []).map(([relation, to]) => ({ relation, to })),
        dispatch: true,
        clock: null,
      },
      now,
    )
  for (const told of RISKS) {
    const unit = unitOf(told.works)
    const { title, category, sign, ago } = told
    const { id } = await make(draft(title, unit.id), { detail: { kind: 'risk', fields: { category, sign } } }, at(ago))
    const move = (to: string, evidence: Fields, days: number, by = officer) =>
      done<'item'>(by, { kind: 'item', id }, { command: 'move', to, evidence, words: null, fileIds: [] }, at(days, 3))
    if (told.rated) {
      const [inherent, now, left] = told.rated
      await move('assessed', { ...rating('inherent', inherent), ...rating('', now) }, ago - 2)
      if (told.response) await move('treated', { response: told.response, ...rating('residual', left!) }, ago - 5)
      for (const [measure, closed] of told.measures ?? []) await makeMeasure(measure, closed, { id, unit, ago: ago - 6 })
      if (told.watchedBy) await move('watched', { watchedBy: told.watchedBy }, Math.max(8, ago - 30))
    }
    if (told.review) {
      const [days, both, words] = told.review
      const fields = { ...rating('', both), reviewedOn: addDays(today, -days) }
      await done<'item'>(officer, { kind: 'item', id }, { command: 'amend', fields, words }, at(days, 4))
    }
    if (told.end) {
      const [stage, why] = told.end
      const evidence: Fields = {
        over: { overWhy: why },
        dismissed: { dismissWhy: why },
        borne: { bearWhy: why, bearUntil: addDays(today, 90) },
      }[stage] as Fields
      await move(stage, evidence, 6, stage === 'borne' ? leader : officer)
    }
  }
  await makeWarnings()

  async function makeMeasure(title: string, closed: boolean, of: { id: string; unit: ReturnType<typeof unitOf>; ago: number }) {
    const { id } = await make(draft(title, of.unit.id, addDays(today, 40)), { links: [['measure-of', of.id]] }, at(of.ago))
    const target = { kind: 'item', id } as const
    await done<'item'>(of.unit.liaison, target, { command: 'accept', words: null }, at(of.ago - 1))
    if (!closed) return
    await done<'item'>(of.unit.liaison, target, { command: 'submit', words: '已完成。', fileIds: [] }, at(7))
    await done<'item'>(officer, target, { command: 'close', words: null }, at(6))
  }

  async function makeWarnings() {
    const [growth, income] = await Promise.all(['规上工业增加值增速', '一般公共预算收入'].map(name => newest(name)))
    if (!growth || !income) return
    const rule = { unitId: WHOLE, side: 'below', periods: 1, category: 'economy', leadUnitId: null, stopped: false } as const
    const set = (indicatorId: string, more: { measure: 'value' | 'growth'; threshold: number; periods?: number }) =>
      done<'warning'>(
        officer,
        { kind: 'warning', id: null },
        { command: 'set', version: 0, rule: { ...rule, indicatorId, ...more } },
        at(5),
      )
    // Just above the newest figure: it is told anew as final, and crosses the line.
    await set(growth.indicatorId, { measure: 'value', threshold: Math.ceil(growth.value * 2 + 1) / 2 })
    await set(income.indicatorId, { measure: 'growth', threshold: -10, periods: 2 })
    const status = growth.status === 'final' ? 'flash' : 'final'
    const again = { ...growth, unitId: WHOLE, status, origin: null, seen: null } as const
    await done<'reading'>(officer, { kind: 'reading' }, { command: 'record', readings: [again], import: null }, at(4))
  }

  async function newest(name: string) {
    const [row] = await read(db, wholeOf(DEMO.id), tx =>
      tx.rows<{ indicatorId: string; year: number; month: number; value: number; status: 'estimate' | 'flash' | 'final' }>(
        `select r.indicator_id, r.year, r.month, r.value::float8 as value, r.status from reading r
           join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.id = r.indicator_id
         where r.jurisdiction_id = $1 and i.name = $2 and r.unit_id = $3 and r.value is not null order by r.year desc, r.month desc, r.revision desc limit 1`,
        [DEMO.id, name, WHOLE],
      ),
    )
    return row
  }
}

const LEADER = `select p.id as person_id, p.name from person p join appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
  where p.jurisdiction_id = $1 and a.role = 'leader' and a.to_day is null order by p.username limit 1`
const leaderOf = async (db: Pick<Database, 'pool'>): Promise<Pick<Actor, 'personId' | 'name'>> =>
  (await read(db, wholeOf(DEMO.id), tx => tx.rows<Pick<Actor, 'personId' | 'name'>>(LEADER, [DEMO.id])))[0]!
