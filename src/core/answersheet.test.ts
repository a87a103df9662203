// The answer sheet says what is so: figures with source and cut-off, laggards by number, and what nobody knows.
import { describe, expect, test } from 'vitest'
import { answerSheet, type SheetCommitment, type SheetFacts, type SheetIndicator } from './answersheet.ts'
import type { Gongwen } from './gongwen.ts'
import { KIND } from './kind.ts'
import { PROJECT_STAGE, type SheetProjects, type SheetSum, writtenMoney } from './projectsection.ts'

const indicator = (parts: Partial<SheetIndicator>): SheetIndicator => ({
  id: '1',
  name: '一般公共预算收入',
  measure: '亿元',
  milestone: false,
  decimals: 2,
  source: '县财政局',
  month: 6,
  status: 'final',
  value: 5.65,
  target: 10,
  growth: null,
  verdict: 'on',
  points: 6.5,
  notDue: false,
  mismatch: null,
  sentence: '一般公共预算收入6月累计5.65亿元，完成全年目标的56.5%，超序时6.5个百分点。',
  ...parts,
})
const BEHIND = indicator({
  id: '2',
  name: '招商到位资金',
  value: 3.1,
  verdict: 'behind',
  points: -19,
  source: '县投资促进局',
  sentence: '招商到位资金6月累计3.10亿元，完成全年目标的31%，欠序时19个百分点。',
})
const UNKNOWN = indicator({
  id: '3',
  name: '单位GDP能耗',
  measure: '吨标准煤/万元',
  value: null,
  month: null,
  status: null,
  verdict: 'unknown',
  points: null,
  source: null,
  sentence: '单位GDP能耗不可算：没有报送数据。',
})
const commitment = (parts: Partial<SheetCommitment>): SheetCommitment => ({
  unit: '松岗镇',
  indicator: '招商到位资金',
  measure: '亿元',
  milestone: false,
  decimals: 2,
  source: '县投资促进局',
  value: 1,
  dueOn: '2026-06-30',
  now: 0.8,
  month: 6,
  awaited: null,
  stand: 'missed',
  ...parts,
})
const facts = (parts: Partial<SheetFacts> = {}): SheetFacts => ({
  jurisdiction: '青禾县',
  office: '青禾县人民政府督查室',
  kind: 'half',
  year: 2026,
  asOf: '2026-07-20',
  until: '2026-06-30',
  answer: 'no',
  awaited: [],
  lapsed: [],
  untargeted: [],
  retired: [],
  revised: [],
  unsure: [],
  indicators: [indicator({}), BEHIND, UNKNOWN],
  items: { total: 22, closed: 6, open: 16, overdue: 1, suspended: 0, undated: 0 },
  byUnit: [{ unit: '县水利局', total: 22, closed: 6, overdue: 1, onTime: 5 }],
  laggards: [{ unit: '县水利局', number: '2026-0014', title: '北渠清淤', dueOn: '2026-05-31', daysOverdue: 30 }],
  commitments: [commitment({}), commitment({ unit: '禾丰镇', now: 1.2, stand: 'kept' })],
  projects: null,
  ...parts,
})
const sum = (items: number, yuan: string, usd?: string): SheetSum => ({
  items,
  sums: [
    ...(yuan === '0' ? [] : [{ amount: yuan, currency: 'CNY' as const }]),
    ...(usd ? [{ amount: usd, currency: 'USD' as const }] : []),
  ],
  yuan: usd ? '1413600000' : yuan,
})
const projects = (parts: Partial<SheetProjects> = {}): SheetProjects => ({
  stages: [
    { stage: 'signed', ...sum(2, '0', '30000000') },
    { stage: 'started', ...sum(1, '1200000000') },
    { stage: 'dropped', ...sum(1, '50000000') },
  ],
  all: sum(3, '1200000000', '30000000'),
  signed: sum(2, '0', '30000000'),
  started: sum(1, '1200000000'),
  rates: [{ currency: 'USD', on: '2026-06-01', rate: '7.12', source: '外汇交易中心' }],
  missing: [],
  unsummed: ['2026-0031'],
  laggards: [
    { unit: '县投资促进局', number: '2026-0029', title: '云岭光伏组件', idle: 212, dueOn: '2026-05-31', daysOverdue: 30 },
    { unit: null, number: '2026-0030', title: '禾源冷链物流', idle: null, dueOn: '2026-06-20', daysOverdue: 10 },
  ],
  unsure: [],
  ...parts,
})
const said = (g: Gongwen): string => g.blocks.map(b => (b.kind === 'table' ? b.rows.map(r => r.join('|')).join('\n') : b.text)).join('\n')

describe('the answer sheet', () => {
  test('concludes with counts that add up, and calls neither behind nor unknown on pace', () => {
    expect(said(answerSheet(facts()))).toContain(
      '青禾县考核指标3项，其中1项达到或超过序时进度，1项欠序时进度，1项尚不可算，未实现“双过半”，欠序时进度的是招商到位资金。\n督办事项22项，办结6项，办结率27%，逾期1项。承诺2项，其中已兑现1项，未兑现1项。',
    )
  })

  test.each([
    ['half', 'yes', '实现“双过半”'],
    ['half', 'open', '单位GDP能耗的6月数据未报或不可算，是否实现“双过半”暂不能下结论'],
    ['year', 'yes', '实现“全年红、全面红”'],
    ['year', 'open', '全年尚未结束，是否实现“全年红、全面红”暂不能下结论'],
  ] as const)('answers for the %s with %s', (kind, answer, words) => {
    expect(said(answerSheet(facts({ kind, answer, awaited: ['单位GDP能耗'] })))).toContain(words)
  })

  test('draws no conclusion from no indicators', () => {
    expect(said(answerSheet(facts({ indicators: [], answer: 'open' })))).toContain(
      '青禾县尚未设定考核指标，是否实现“双过半”不能下结论。\n督办事项22项',
    )
  })

  test('gives each figure its source and its cut-off', () => {
    const lines = said(answerSheet(facts()))
    expect(lines).toContain('一般公共预算收入（亿元）|10.00|5.65|+6.5|达序时|县财政局|6月核定')
    expect(lines).toContain('招商到位资金（亿元）|10.00|3.10|−19|欠序时|县投资促进局|6月核定')
    expect(lines).toContain('截至2026年6月30日，共督办22项')
    expect(lines).toContain('截至2026年7月20日已上报的数据')
  })

  test('names laggards by number, and says what is not known', () => {
    const lines = said(answerSheet(facts()))
    expect(lines).toContain('（一）欠序时进度的指标1项\n1.招商到位资金6月累计3.10亿元')
    expect(lines).toContain('1.县水利局“北渠清淤”（编号2026-0014），应于2026年5月31日前办结，已逾期30天。')
    expect(lines).toContain('六、尚不掌握的情况')
    expect(lines).toContain('1.单位GDP能耗不可算：没有报送数据。尚未指定来源单位。')
  })

  test('says of each commitment whether it was kept', () => {
    const lines = said(answerSheet(facts()))
    expect(lines).toContain('各单位承诺2项，其中已兑现1项，未兑现1项。')
    expect(lines).toContain('1.松岗镇承诺2026年6月30日前招商到位资金达到1.00亿元：6月为0.80亿元，未兑现。来源：县投资促进局，截至6月。')
    const late = said(answerSheet(facts({ commitments: [commitment({ month: 5, awaited: 6, stand: 'unknown' })] })))
    expect(late).toContain('1.松岗镇承诺2026年6月30日前招商到位资金达到1.00亿元：5月为0.80亿元，6月数据未报。来源：县投资促进局，截至5月。')
  })

  test('numbers its sections without a gap when some have nothing to say', () => {
    const heads = (f: SheetFacts) => answerSheet(f).blocks.flatMap(b => (b.kind === 'h1' ? [b.text] : []))
    expect(heads(facts({ indicators: [indicator({})], laggards: [], commitments: [] }))).toEqual([
      '一、结论',
      '二、主要指标',
      '三、督办事项',
    ])
  })

  test('tells projects by stage and currency with what was signed and started, their source, cut-off and rates', () => {
    const lines = said(answerSheet(facts({ projects: projects() })))
    expect(lines).toContain(
      '截至2026年6月30日，在册招商项目3个，总投资12亿元、3000万美元（折合14.136亿元）；另有1个已终止，不计入。' +
        '2026年上半年，签约项目2个，总投资3000万美元（折合14.136亿元）；开工项目1个，总投资12亿元。来源：招商项目台账。',
    )
    expect(lines).toContain('签约|2|—|3000|14.136\n开工|1|12|—|12\n终止|1|0.5|—|0.5')
    expect(lines).toContain('折算汇率：1美元合7.12元（2026年6月1日，外汇交易中心）。')
    expect(lines).toContain('签约招商项目2个，开工1个。')
  })

  test('names projects that lag by number, and those of which the sum or the rate is not known', () => {
    const lines = said(answerSheet(facts({ projects: projects({ missing: ['JPY'] }) })))
    expect(lines).toContain(
      '（三）滞后的招商项目2个\n1.县投资促进局“云岭光伏组件”（编号2026-0029），签约212天未开工；应于2026年5月31日前办结，已逾期30天。',
    )
    expect(lines).toContain('2.未明确牵头单位“禾源冷链物流”（编号2026-0030），应于2026年6月20日前办结，已逾期10天。')
    expect(lines).toContain('招商项目1个未填总投资，未计入总投资：编号2026-0031。')
    expect(lines).toContain('日元没有汇率，未计入折合数。')
    expect(lines).toContain('滞后的指标、事项和项目')
  })

  test('says nothing of projects where none are kept, and has a word for each of their stages', () => {
    expect(said(answerSheet(facts()))).not.toContain('招商项目分阶段')
    expect(Object.keys(PROJECT_STAGE)).toEqual(Object.keys(KIND.project.stages))
  })

  test.each([
    ['1200000000', 'CNY', '12亿元'],
    ['1234567890', 'CNY', '12.3457亿元'],
    ['20000000', 'USD', '2000万美元'],
    ['800.5', 'EUR', '800.5欧元'],
  ] as const)('writes %s %s as %s', (amount, currency, words) => expect(writtenMoney({ amount, currency })).toBe(words))

  test('says how many items have no deadline, and which commitments nobody can judge', () => {
    const lines = said(
      answerSheet(
        facts({
          items: { total: 22, closed: 6, open: 16, overdue: 1, suspended: 0, undated: 3 },
          commitments: [commitment({ now: null, month: null, stand: 'unknown' })],
        }),
      ),
    )
    expect(lines).toContain('未办结事项中有3项没有时限，不能判断是否逾期。')
    expect(lines).toContain('松岗镇承诺的招商到位资金没有数据，不能判断是否兑现。应由县投资促进局提供。')
  })

  test('names the worst with their titles, and every other one by its number', () => {
    const late = Array.from({ length: 22 }, (_, n) => ({
      unit: '县水利局',
      number: `2026-${String(n + 1).padStart(4, '0')}`,
      title: '北渠清淤',
      dueOn: '2026-05-31',
      daysOverdue: 30,
    }))
    const items = { total: 40, closed: 6, open: 34, overdue: 22, suspended: 2, undated: 0 }
    const lines = said(answerSheet(facts({ items, laggards: late })))
    expect(lines).toContain('逾期未办结的事项22项，逾期时间较长的20项为')
    expect(lines).toContain('其余2项编号：2026-0021、2026-0022。')
    expect(lines).toContain('其中逾期22项，中止2项。来源：督办台账。')
  })

  test('never says that all is done while something is open', () => {
    const items = (closed: number, total: number) => ({ total, closed, open: total - closed, overdue: 0, suspended: 0, undated: 0 })
    expect(said(answerSheet(facts({ items: items(899, 900), laggards: [] })))).toContain('办结率99.9%')
    expect(said(answerSheet(facts({ items: items(1, 900), laggards: [] })))).toContain('办结率0.1%')
    expect(said(answerSheet(facts({ items: items(900, 900), laggards: [] })))).toContain('办结900项，占100%；全部办结。')
  })

  test('says of a period that runs that it concludes nothing, and of a quarter that was missed that it was', () => {
    const running = said(answerSheet(facts({ kind: 'year', until: '2026-11-23', asOf: '2026-11-23' })))
    expect(running).toContain('2026年全年尚未结束，以下是截至当日的进度，不是全年结论。')
    expect(running).toContain('目前未达到“全年红、全面红”的要求，欠序时进度的是招商到位资金。')
    const over = facts({ kind: 'year', until: '2026-12-31', asOf: '2027-01-20', indicators: [indicator({})] })
    const missed = said(answerSheet({ ...over, lapsed: [{ name: '一般公共预算收入', month: 3 }] }))
    expect(missed).toContain('未实现“全年红、全面红”，季度末曾欠序时进度的是一般公共预算收入（3月）。')
    expect(missed).not.toContain('尚未结束')
  })

  test('counts what was not due by then neither as behind nor as not computable', () => {
    const list = indicator({ name: '清单公布', measure: '', milestone: true, month: 6, value: null, verdict: 'unknown', notDue: true })
    const lines = said(answerSheet(facts({ indicators: [indicator({}), list], answer: 'yes' })))
    expect(lines).toContain('青禾县考核指标2项，其中1项达到或超过序时进度，1项尚未到期，实现“双过半”。')
    expect(lines).toContain('清单公布|完成|—|+6.5|未到期|县财政局|—')
    expect(lines).not.toContain('不可算')
  })

  test('names no more than five of those that stand in the way', () => {
    const indicators = Array.from({ length: 7 }, (_, n) => indicator({ id: `${n}`, name: `指标${n}`, verdict: 'behind' }))
    expect(said(answerSheet(facts({ indicators })))).toContain('欠序时进度的是指标0、指标1、指标2、指标3、指标4等7项。')
  })

  test('says which goals were moved, by whom and why, and what is in none of its counts', () => {
    const revision = {
      unit: null,
      indicator: '一般公共预算收入',
      measure: '亿元',
      milestone: false,
      decimals: 2,
      on: '2026-05-06',
      by: '佟某',
    }
    const lines = said(
      answerSheet(
        facts({
          revised: [
            { ...revision, was: { value: 12, dueOn: null }, now: { value: 10, dueOn: null }, why: '预算调整。' },
            { ...revision, unit: '松岗镇', was: { value: 1, dueOn: '2026-05-31' }, now: null, why: null },
          ],
          untargeted: ['粮食产量'],
          retired: ['新开工项目'],
          unsure: ['2026-0009'],
          indicators: [indicator({ mismatch: { reported: 5.65, parts: 5.4 } })],
        }),
      ),
    )
    expect(lines).toContain('2026年度目标调整1次：\n1.一般公共预算收入2026年5月6日由12.00亿元调整为10.00亿元，由佟某办理，理由：预算调整。')
    expect(lines).toContain(
      '2026年承诺调整1次：\n1.松岗镇一般公共预算收入2026年5月6日撤销，原为1.00亿元（2026年5月31日前），由佟某办理，没有写明理由。',
    )
    expect(lines).toContain('有数据而未设年度目标的指标1项，未作评价：粮食产量。')
    expect(lines).toContain('设过本年目标、后已停用的指标1项，未列入：新开工项目。')
    expect(lines).toContain('未办结事项中有1项的办理记录不全，不能确定其在2026年6月30日的时限和状态，未计入逾期：编号2026-0009。')
    expect(lines).toContain('一般公共预算收入上报5.65亿元，分项合计5.40亿元，两者不一致，本答卷按上报数。')
  })

  test('prints a target as it was set, and one of growth beside the growth, not beside the amount', () => {
    const income = indicator({ name: '居民人均可支配收入', measure: '元', decimals: 0, target: 6.5, value: 16726, growth: { is: 5.98 } })
    const lines = said(
      answerSheet(facts({ indicators: [income, indicator({ name: '新开工项目', measure: '个', decimals: 0, target: 12.5, value: 6 })] })),
    )
    expect(lines).toContain('居民人均可支配收入（元）|增长6.5%|16726，增长5.98%|')
    expect(lines).toContain('新开工项目（个）|12.5|6|')
  })

  test('says of a milestone that it is done or not, never 1 or 0', () => {
    const milestone = { name: '规划印发', measure: '', milestone: true, decimals: 0, target: 1, value: 1, points: null }
    expect(said(answerSheet(facts({ indicators: [indicator(milestone)] })))).toContain('规划印发|完成|已完成|—|达序时')
  })

  test('is the same for the same facts, and never speaks of today', () => {
    expect(answerSheet(facts())).toEqual(answerSheet(facts()))
    expect(answerSheet(facts()).date).toBe('2026-07-20')
  })
})
