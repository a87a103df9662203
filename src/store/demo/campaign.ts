// The demonstration's campaigns, programme and reforms: one campaign over and reported, one under way that took its open work over, a programme in its second phase.
import type { ItemDraft } from '../../core/command.ts'
import { addDays } from '../../core/day.ts'
import type { Fields, LedgerKind } from '../../core/kind.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { RelationName } from '../../core/relation.ts'
import type { Actor, Day } from '../../core/types.ts'
import { gongwen } from '../../writer/gongwen.ts'
import { act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import { type Database, read } from '../db.ts'
import { endGround } from '../ending.ts'
import { digestOfEnding } from '../target/ending.ts'
import { partsOf } from '../whole.ts'
import type { Cast } from './history.ts'
import { DEMO } from './story.ts'

/** What a unit does in a campaign: `done` and `percent` by days ago and in per cent; neither: not accepted yet. */
type Work = [title: string, works: string, measure: string | null, stand: { done?: number; percent?: number; late?: true }]

const SPRING: Work[] = [
  ['松岗产业园三通一平', '发改局', '平整土地300亩', { done: 120 }],
  ['城东物流园施工许可办理', '住建局', '许可证全部核发', { done: 132 }],
  ['云溪景区步道一期', '文旅局', '完成8公里', { done: 126 }],
  ['北部供水复线开工', '水利局', '6月底前开工', { done: 118 }],
  ['乡镇冷链分拣点选址', '商务局', '选址12处', { done: 114 }],
  ['县域高速连接线征地', '交通局', '交地420亩', { percent: 70 }],
  ['标准厂房二期主体', '工信局', '主体封顶2栋', { percent: 55 }],
  ['老粮站片区拆迁扫尾', '住建局', '签约最后11户', { percent: 40 }],
]

const AUTUMN: Work[] = [
  ['高标准农田秋冬季开工', '农业局', '开工1.2万亩', { done: 40 }],
  ['规上企业用工对接', '人社局', '对接企业42家', { done: 38 }],
  ['重点项目环评集中办理', '环保局', '办结15件', { done: 35 }],
  ['标准厂房消防验收', '住建局', '验收2栋', { done: 33 }],
  ['城区污水管网清淤', '住建局', '清淤18公里', { done: 27 }],
  ['项目用地报批', '自然资源局', '报批900亩', { done: 24 }],
  ['专项债项目支出提速', '财政局', '支出进度90%以上', { done: 20 }],
  ['技改项目设备进场', '工信局', '进场6个项目', { done: 16 }],
  ['农产品冷库投用', '商务局', '投用3座', { done: 12 }],
  ['供热管网改造收尾', '住建局', '供热前完成', { done: 9 }],
  ['乡道提升工程交工', '交通局', '交工22公里', { done: 6 }],
  ['中小学供暖设施改造', '教体局', '改造14所', { done: 4 }],
  ['水毁堤防修复', '水利局', '修复6处', { done: 1 }],
  ['入库项目申报纳统', '统计局', '新增入库20个', { percent: 75 }],
  ['民宿集群二期装修', '文旅局', '开放客房120间', { percent: 60 }],
  ['充电桩建设', '发改局', '新建40个', { percent: 50 }],
  ['撂荒地秋播复耕', '农业局', '复耕700亩', { percent: 45 }],
  ['镇卫生院改扩建', '卫健委', '完成3所', { percent: 35 }],
  ['高速连接线桥梁吊装', '交通局', '吊装24榀', { percent: 30, late: true }],
  ['园区污水处理厂调试', '环保局', '达标排放', { percent: 20, late: true }],
  ['返乡创业园招租', '人社局', '入驻10家', {}],
]

const PROJECTS: [title: string, fields: Fields, daysAgo: number | null][] = [
  ['云岭储能电池组装', { investor: '北岭新储能源公司', chain: 'energy', land: 120 }, 30],
  ['青禾预制菜加工园', { investor: '云川食品集团', chain: 'food', land: 86 }, 8],
  ['松岗精密铸件', { investor: '岭东装备公司', chain: 'equipment', land: 64 }, null],
]

interface Reform {
  title: string
  works: string
  stage: string
  /** As the unit reported; null: not a word yet. */
  percent: number | null
  fields: (day: (daysAgo: number) => Day) => Fields
}
const REFORMS: Reform[] = [
  {
    title: '企业开办“一表申请”改革',
    works: '发改局',
    stage: 'spread',
    percent: 95,
    fields: day => ({
      field: 'government',
      approvedBy: '县委全面深化改革委员会',
      approvedOn: day(300),
      pilot: '在政务大厅开设专窗，十二张表并为一张。',
      milestones: [
        { name: '专窗试运行', dueOn: day(260), doneOn: day(262) },
        { name: '全县推开', dueOn: day(180), doneOn: day(176) },
      ],
      product: 'document',
      productName: '企业开办“一表申请”办事规范',
      productAt: '青政办发〔2026〕9号',
      productOn: day(170),
      tier: 'first',
      tierSource: '云川市委改革办半年通报',
      tierOn: day(120),
      usedBy: [{ place: '松原县', on: day(60), source: '松原县政务服务中心来函' }],
    }),
  },
  {
    title: '农村集体资产“线上交易”改革',
    works: '农业局',
    stage: 'settled',
    percent: 80,
    fields: day => ({
      field: 'rural',
      approvedBy: '县委全面深化改革委员会',
      approvedOn: day(240),
      pilot: '六个乡镇先行，交易公告全部上网。',
      milestones: [{ name: '平台上线', dueOn: day(150), doneOn: day(152) }],
      product: 'system',
      productName: '农村集体资产交易平台',
      productAt: '县政务云',
      productOn: day(152),
      tier: 'second',
      tierSource: '北岭省农业农村厅评估',
      tierOn: day(70),
    }),
  },
  {
    title: '基层治理“一网统管”试点',
    works: '政法委',
    stage: 'piloting',
    percent: 50,
    fields: day => ({
      field: 'society',
      approvedBy: '县委全面深化改革委员会',
      approvedOn: day(130),
      pilot: '两个街道试点，事件由一个口子受理、分派、办结。',
      milestones: [
        { name: '试点街道上线', dueOn: day(80), doneOn: day(83) },
        { name: '形成试点报告', dueOn: day(5) },
        { name: '全县推开', dueOn: day(-60) },
      ],
    }),
  },
  {
    title: '水价综合改革',
    works: '水利局',
    stage: 'approved',
    percent: 25,
    fields: day => ({ field: 'ecology', approvedBy: '县政府常务会议', approvedOn: day(45) }),
  },
  { title: '教师“县管校聘”改革', works: '教体局', stage: 'proposed', percent: null, fields: () => ({ field: 'society' }) },
]

/** Through `act`, as people would have done it. */
export async function makeCampaigns(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  const day = (daysAgo: number): Day => addDays(today, -daysAgo)
  const at = (daysAgo: number, hour = 1): string => `${day(daysAgo)}T0${hour}:30:00.000Z`
  const done = async <K extends KindName>(actor: Actor, target: TargetOf<K>, command: CommandOf<K>, now: string): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, actor, target, command, { now })
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${(answer as Refusal).refused} ${JSON.stringify(answer)}`)
    return answer as ValueOf<K>
  }
  const of = (works: string) => cast.units.find(u => u.works === works) ?? cast.units[0]!
  const draft = (title: string, leadUnitId: string, dueOn: Day | null, measure: string | null = null): ItemDraft => ({
    title,
    topic: 'economy',
    urgency: 'ordinary',
    leadUnitId,
    coUnitIds: [],
    dueOn,
    measure,
  })
  type Links = { relation: RelationName; to: string }[]
  const register = (what: ItemDraft, detail: { kind: LedgerKind; stage?: string; fields: Fields } | null, links: Links, now: string) =>
    done<'item'>(
      officer,
      { kind: 'item', id: null },
      { command: 'register', draft: what, source: null, dispatch: true, clock: null, links, ...(detail ? { detail } : {}) },
      now,
    )
  const item = (actor: Actor, id: string, command: CommandOf<'item'>, now: string) =>
    done<'item'>(actor, { kind: 'item', id }, command, now)

  const indicators = await read(db, officer, tx =>
    tx.rows<{ id: string }>('select id from indicator where jurisdiction_id = $1 and name = any($2) order by position', [
      DEMO.id,
      ['固定资产投资', '招商引资到位资金', '一般公共预算收入'],
    ]),
  )
  const campaign = (title: string, begin: number, length: number, goals: string[]) =>
    register(
      draft(title, of('发改局').id, addDays(day(begin), length - 1)),
      {
        kind: 'campaign',
        stage: 'running',
        fields: {
          beginOn: day(begin),
          ...(length === 100 ? {} : { endOn: addDays(day(begin), length - 1) }),
          goals,
          indicators: indicators.map(({ id }) => id),
          command: '常务副县长',
        },
      },
      [],
      at(begin),
    )
  const work = async ([title, works, measure, stand]: Work, to: string, begin: number, ends: number): Promise<string> => {
    const unit = of(works)
    const dueOn = stand.late ? day(3) : day(ends)
    const { id } = await register(draft(title, unit.id, dueOn, measure), null, [{ relation: 'belongs-to', to }], at(begin, 2))
    if (stand.done === undefined && stand.percent === undefined) return id
    await item(unit.liaison, id, { command: 'accept', words: null }, at(begin - 1))
    if (stand.done !== undefined) {
      await item(unit.liaison, id, { command: 'submit', words: '已按要求完成，佐证材料留存备查。', fileIds: [] }, at(stand.done, 2))
      await item(officer, id, { command: 'close', words: '现场核查属实。', recheckOn: null }, at(stand.done, 6))
      return id
    }
    const report = { command: 'report' as const, percent: stand.percent!, fileIds: [], waitingFor: null }
    await item(unit.liaison, id, { ...report, words: `已完成${stand.percent}%，按计划推进。` }, at(Math.max(2, ends), 3))
    return id
  }

  const spring = await campaign('春季项目开工攻坚', 160, 60, ['计划项目全部开工', '征地拆迁不留尾巴'])
  const open: string[] = []
  for (const one of SPRING) {
    const id = await work(one, spring.id, 160, 101)
    if (one[3].done === undefined) open.push(id)
  }
  const autumn = await campaign('秋冬项目建设百日攻坚', 46, 100, [
    '年度重点项目全部形成实物工作量',
    '固定资产投资达到序时',
    '签约项目再开工2个',
  ])
  const [stays, ...handed] = open.toReversed()
  const endings = [{ itemId: stays!, to: null }, ...handed.map(itemId => ({ itemId, to: autumn.id }))]
  const words = '移交的两项由百日攻坚指挥部按周调度。\n拆迁扫尾由县住建局继续办理，每旬报一次进展。'
  const ground = await read(db, officer, tx => endGround(tx, spring.id, endings, words, day(45)))
  if (isRefusal(ground)) throw new Error(`the demonstration was refused: ${ground.refused}`)
  const end = { command: 'end' as const, endings, words, digest: digestOfEnding(ground), docx: await gongwen(ground.gongwen) }
  await done<'ending'>(officer, { kind: 'ending', id: spring.id, seen: spring.version }, end, at(45))

  const lead = of('发改局')
  await item(lead.liaison, spring.id, { command: 'accept', words: null }, at(44))
  await item(lead.liaison, spring.id, { command: 'submit', words: '攻坚期满，未完事项均已交接。', fileIds: [] }, at(44, 2))
  await item(officer, spring.id, { command: 'close', words: '报告已存档。', recheckOn: null }, at(43))
  await item(lead.liaison, autumn.id, { command: 'accept', words: null }, at(45, 4))
  for (const one of AUTUMN) await work(one, autumn.id, 44, -53)
  for (const [title, fields, started] of PROJECTS) {
    const zone = of('高新区')
    const signed = { foundOn: day(200), signedAs: 'formal', signedOn: day(70), sum: { amount: '260000000', currency: 'CNY' as const } }
    const links: Links = [{ relation: 'belongs-to', to: autumn.id }]
    const { id } = await register(
      { ...draft(title, zone.id, day(-53)), topic: 'investment' },
      { kind: 'project', stage: 'signed', fields: { ...fields, ...signed } },
      links,
      at(44, 3),
    )
    if (started === null) continue
    const evidence = { permit: `990124-26-${String(started).padStart(3, '0')}`, startedOn: day(started) }
    await item(officer, id, { command: 'move', to: 'started', evidence, words: null, fileIds: [] }, at(started))
  }

  const said = {
    command: 'report' as const,
    percent: 55,
    words: '二十八项中过半完成，滞后的交通、环保两项已约谈。',
    fileIds: [],
    waitingFor: null,
  }
  await item(lead.liaison, autumn.id, said, at(2))

  for (const reform of REFORMS) {
    const links: Links = reform.works === '发改局' || reform.works === '水利局' ? [{ relation: 'belongs-to', to: autumn.id }] : []
    const unit = of(reform.works)
    const { id } = await register(
      { ...draft(reform.title, unit.id, day(-60)), topic: 'reform' },
      { kind: 'reform', stage: reform.stage, fields: reform.fields(day) },
      links,
      at(40, 3),
    )
    if (reform.percent === null) continue
    await item(unit.liaison, id, { command: 'accept', words: null }, at(39))
    const words = `已完成${reform.percent}%，下一步按节点推进。`
    await item(unit.liaison, id, { command: 'report', percent: reform.percent, words, fileIds: [], waitingFor: null }, at(4))
  }

  const towns = cast.units.filter(u => u.works === '乡镇').slice(0, 5)
  const programme = await register(
    { ...draft('“实干作风”主题教育', of('组织部').id, day(-30)), topic: 'programme' },
    {
      kind: 'programme',
      stage: 'running',
      fields: {
        theme: '转作风、办实事、促发展',
        asker: '县委',
        phases: [
          { name: '学习调研', from: day(50), to: day(11), work: '读原文、下基层，每个班子带着问题清单回来。' },
          { name: '整改落实', from: day(10), to: day(-30), work: '问题清单逐条整改，能办的当月办结。' },
        ],
        sessions: [
          {
            on: day(48),
            title: '动员部署会',
            material: '主题教育实施方案',
            note: '明确两个阶段、三项规定动作；不另设台账，不要求照片和心得篇数。',
          },
          { on: day(30), title: '县级领导读书班', material: '基层减负有关规定', note: '研讨怎样把表格减下来、把事办快。' },
          { on: day(9), title: '整改落实推进会', material: '问题清单汇总（第一批）', note: '四十二条问题分到单位，民生事项排在前面。' },
        ],
      },
    },
    [],
    at(51),
  )
  const actions = ['开展一次驻村调研', '办成一件民生实事', '公开一份整改清单'].map(title => ({ title, dueOn: day(-20) }))
  const prescribe = { command: 'prescribe' as const, actions, unitIds: towns.map(t => t.id), allowLater: false }
  await done<'parts'>(officer, { kind: 'parts', id: programme.id, seen: programme.version }, prescribe, at(49))
  const asked = await read(db, officer, tx => partsOf(tx, DEMO.id, programme.id))
  for (const [n, part] of asked.entries()) {
    const town = towns.find(t => t.id === part.unitId)
    if (!town || n % 4 === 3) continue
    await item(town.liaison, part.id, { command: 'accept', words: null }, at(47))
    if (n % 3 === 2) continue
    await item(town.liaison, part.id, { command: 'submit', words: '已完成，清单已在村务公开栏公示。', fileIds: [] }, at(12 - (n % 9)))
    if (n % 2 === 0)
      await item(officer, part.id, { command: 'close', words: '抽查属实。', recheckOn: null }, at(Math.max(0, 11 - (n % 9)), 2))
  }
}
