// The answer sheet says what is so: figures with source and cut-off, laggards by number, and what nobody knows.
import { describe, expect, test } from 'vitest'
import { answerSheet, type SheetCommitment, type SheetFacts, type SheetIndicator } from './answersheet.ts'
import type { Gongwen } from './gongwen.ts'

const indicator = (parts: Partial<SheetIndicator>): SheetIndicator => ({
  id: '1',
  name: '一般公共预算收入',
  measure: '亿元',
  decimals: 2,
  source: '县财政局',
  month: 6,
  status: 'final',
  value: 5.65,
  target: 10,
  verdict: 'on',
  points: 6.5,
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
  decimals: 2,
  value: 1,
  dueOn: '2026-06-30',
  now: 0.8,
  month: 6,
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
  indicators: [indicator({}), BEHIND, UNKNOWN],
  items: { total: 22, closed: 6, open: 16, overdue: 1 },
  byUnit: [{ unit: '县水利局', total: 22, closed: 6, overdue: 1, onTime: 5 }],
  laggards: [{ unit: '县水利局', number: '2026-0014', title: '北渠清淤', dueOn: '2026-05-31', daysOverdue: 30 }],
  commitments: [commitment({}), commitment({ unit: '禾丰镇', now: 1.2, stand: 'kept' })],
  ...parts,
})
const said = (g: Gongwen): string => g.blocks.map(b => (b.kind === 'table' ? b.rows.map(r => r.join('|')).join('\n') : b.text)).join('\n')

describe('the answer sheet', () => {
  test('concludes with counts that add up, and calls neither behind nor unknown on pace', () => {
    expect(said(answerSheet(facts()))).toContain(
      '青禾县考核指标3项，其中1项达到或超过序时进度，1项欠序时进度，1项尚不可算，未实现“双过半”。督办事项22项，办结6项，办结率27%，逾期1项。',
    )
  })

  test.each([
    ['half', 'yes', '实现“双过半”'],
    ['half', 'open', '6月数据尚未报齐，是否实现“双过半”暂不能下结论'],
    ['year', 'yes', '实现“全年红、全面红”'],
    ['year', 'open', '12月数据尚未报齐'],
  ] as const)('answers for the %s with %s', (kind, answer, words) => {
    expect(said(answerSheet(facts({ kind, answer })))).toContain(words)
  })

  test('draws no conclusion from no indicators', () => {
    expect(said(answerSheet(facts({ indicators: [], answer: 'open' })))).toContain(
      '青禾县尚未设定考核指标，是否实现“双过半”不能下结论。督办事项22项',
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
    expect(lines).toContain('各单位承诺2项：已兑现1项，未兑现1项。')
    expect(lines).toContain('1.松岗镇承诺2026年6月30日前招商到位资金达到1.00亿元：6月为0.80亿元，未兑现。')
  })

  test('numbers its sections without a gap when some have nothing to say', () => {
    const heads = (f: SheetFacts) => answerSheet(f).blocks.flatMap(b => (b.kind === 'h1' ? [b.text] : []))
    expect(heads(facts({ indicators: [indicator({})], laggards: [], commitments: [] }))).toEqual([
      '一、结论',
      '二、主要指标',
      '三、督办事项',
    ])
  })

  test('is the same for the same facts, and never speaks of today', () => {
    expect(answerSheet(facts())).toEqual(answerSheet(facts()))
    expect(answerSheet(facts()).date).toBe('2026-07-20')
  })
})
