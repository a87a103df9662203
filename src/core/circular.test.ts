import { expect, test } from 'vitest'
import { type CircularFacts, circular, specialReport } from './circular.ts'
import type { Gongwen } from './gongwen.ts'

const facts = (change: Partial<CircularFacts> = {}): CircularFacts => ({
  jurisdiction: '青禾县',
  office: '青禾县人民政府督查室',
  number: '青政督〔2026〕6号',
  recipients: '各乡镇人民政府，县政府各部门',
  copies: '县委办公室，县人大常委会办公室',
  from: '2026-01-01',
  asOf: '2026-05-31',
  items: { total: 22, closed: 6, open: 16, overdue: 2 },
  byUnit: [
    { unit: '县水利局', total: 10, closed: 4, overdue: 0, onTime: 4 },
    { unit: '县交通运输局', total: 12, closed: 2, overdue: 2, onTime: 1 },
  ],
  laggards: [
    { unit: '县交通运输局', number: '2026-014', title: '南河大桥维修', dueOn: '2026-04-30', daysOverdue: 31, reason: '材料未到位。' },
    { unit: '县交通运输局', number: '2025-101', title: '候车亭改造', dueOn: '2025-12-31', daysOverdue: 151, reason: null },
  ],
  praised: ['县水利局'],
  nextSteps: ['逾期事项承办单位于6月10日前书面说明情况。'],
  unsure: [],
  ...change,
})

const words = (doc: Gongwen) => doc.blocks.flatMap(block => (block.kind === 'table' ? [] : [block.text])).join('\n')

// 紫阳县 督察通报第十七期, 2022-09-14: 22件, 已办结6件, 占比27%; 正在办理16件, 占比73%; laggards by number (zyx.gov.cn/Content-2463854.html).
test('the published figures 22, 6 and 16 come out as 27% and 73%', () => {
  expect(words(circular(facts()))).toContain('截至2026年5月31日，共立项督办22项，已办结6项，办结率27%；未办结16项，占73%，其中逾期2项。')
})

test('laggards are named with number, deadline, days, and their own reason only when they gave one', () => {
  const text = words(circular(facts()))
  expect(text).toContain('逾期未办结2项，涉及1个单位：')
  expect(text).toContain('1.县交通运输局“南河大桥维修”（编号2026-014），应于4月30日前办结，已逾期31天。该单位反馈：材料未到位。\n')
  expect(text).toContain('2.县交通运输局“候车亭改造”（编号2025-101），应于2025年12月31日前办结，已逾期151天。\n')
})

test('headings are numbered in order and sections with nothing to say are left out', () => {
  const headings = (doc: Gongwen) => doc.blocks.flatMap(block => (block.kind === 'h1' ? [block.text] : []))
  expect(headings(circular(facts()))).toEqual(['一、总体情况', '二、办结较好的单位', '三、逾期未办结事项', '四、下一步工作要求'])
  expect(headings(circular(facts({ praised: [], laggards: [] })))).toEqual(['一、总体情况', '二、下一步工作要求'])
  expect(headings(circular(facts({ praised: [], laggards: [], nextSteps: [] })))).toEqual(['一、总体情况'])
})

test('the table has one row a unit and says — where a rate is not computable', () => {
  const doc = circular(
    facts({
      byUnit: [...facts().byUnit, { unit: '县档案馆', total: 0, closed: 0, overdue: 0, onTime: 0 }],
    }),
  )
  const table = doc.blocks.find(block => block.kind === 'table')
  expect(table?.rows).toEqual([
    ['1', '县水利局', '10', '4', '40%', '4', '0'],
    ['2', '县交通运输局', '12', '2', '17%', '1', '2'],
    ['3', '县档案馆', '0', '0', '—', '0', '0'],
  ])
  expect(table?.columns).toHaveLength(7)
})

test('a circular with no items says so and gives no percentage', () => {
  const text = words(
    circular(facts({ items: { total: 0, closed: 0, open: 0, overdue: 0 }, byUnit: [], laggards: [], praised: [], nextSteps: [] })),
  )
  expect(text).toContain('本期没有立项督办的事项。')
  expect(text).not.toContain('%')
})

test('everything closed is said in words, and nothing overdue is said when it is true', () => {
  const unit = { unit: '县水利局', total: 5, overdue: 0 }
  expect(
    words(
      circular(facts({ items: { total: 5, closed: 5, open: 0, overdue: 0 }, byUnit: [{ ...unit, closed: 5, onTime: 5 }], laggards: [] })),
    ),
  ).toContain('办结率100%；全部办结。')
  expect(
    words(
      circular(facts({ items: { total: 5, closed: 3, open: 2, overdue: 0 }, byUnit: [{ ...unit, closed: 3, onTime: 3 }], laggards: [] })),
    ),
  ).toContain('占40%，均未逾期。')
})

test.each([
  ['2026-01-01', '2026-05-31', '关于2026年1—5月督办事项办理情况的通报'],
  ['2026-05-01', '2026-05-31', '关于2026年5月督办事项办理情况的通报'],
  ['2028-02-01', '2028-02-29', '关于2028年2月督办事项办理情况的通报'],
  ['2028-02-01', '2028-02-28', '关于督办事项办理情况的通报'],
  ['2025-12-01', '2026-01-31', '关于督办事项办理情况的通报'],
])('figures from %s to %s are titled %s', (from, asOf, title) => {
  expect(circular(facts({ from, asOf })).title).toBe(title)
})

test('the special report goes to leaders: no praise, suggestions, its own closing', () => {
  const doc = specialReport(facts())
  expect(doc.title).toContain('的专报')
  expect(words(doc)).not.toContain('办结较好')
  expect(words(doc)).toContain('下一步工作建议')
  expect(words(doc).endsWith('专此报告。')).toBe(true)
})

test('figures that contradict each other are never printed', () => {
  expect(() => circular(facts({ items: { total: 22, closed: 6, open: 15, overdue: 2 } }))).toThrow(/contradict/)
  expect(() => circular(facts({ byUnit: facts().byUnit.slice(1) }))).toThrow(/add up/)
  expect(() => circular(facts({ praised: ['县档案馆'] }))).toThrow(/no figures/)
  expect(() => circular(facts({ items: { total: 22, closed: 6, open: 16, overdue: 1 } }))).toThrow(/laggards/)
})
