import { describe, expect, it } from 'vitest'
import { type EndFacts, type EndItem, endReport } from './endreport.ts'
import type { Gongwen } from './gongwen.ts'

const item = (number: string, title: string, parts: Partial<EndItem> = {}): EndItem => ({
  number,
  title,
  unit: '县水利局',
  percent: 40,
  dueOn: '2026-07-31',
  on: null,
  ...parts,
})
const facts = (parts: Partial<EndFacts> = {}): EndFacts => ({
  jurisdiction: '青禾县',
  office: '青禾县人民政府督查室',
  number: '2026-0101',
  title: '项目建设百日攻坚',
  begin: '2026-03-02',
  end: '2026-06-09',
  endedOn: '2026-06-09',
  goals: ['开工项目10个'],
  burn: {
    total: 3,
    done: 1,
    gone: 100,
    length: 100,
    verdict: 'behind',
    reason: null,
    share: 33.33,
    time: 100,
    points: -66.67,
    neededPerWeek: null,
  },
  byUnit: [{ unit: '县水利局', total: 4, done: 1, open: 2, gone: 1 }],
  done: [item('2026-0102', '北渠清淤', { percent: 100, on: '2026-05-20' })],
  handed: [{ ...item('2026-0103', '南河护岸'), to: '2026-0140 秋冬水利会战' }],
  left: [item('2026-0104', '东沟治理')],
  gone: [item('2026-0105', '西塘扩容', { on: '2026-04-01' })],
  indicators: [
    { name: '固定资产投资', sentence: '固定资产投资：1—5月累计完成20亿元，为年度目标50亿元的40%，欠序时进度（41.67%）1.67个百分点。' },
  ],
  words: '继续盯紧南河护岸。\n\n每旬调度一次。',
  ...parts,
})
const texts = (doc: Gongwen) => doc.blocks.flatMap(block => (block.kind === 'table' ? [] : [block.text]))
const tables = (doc: Gongwen) => doc.blocks.flatMap(block => (block.kind === 'table' ? [block.rows] : []))

describe('the report', () => {
  it('says what was done, what was not, and where each of it goes', () => {
    const doc = endReport(facts())
    expect(doc.title).toBe('关于“项目建设百日攻坚”完成情况的报告')
    expect(texts(doc)).toEqual([
      '一、总体情况',
      '青禾县“项目建设百日攻坚”（编号2026-0101）自2026年3月2日至2026年6月9日。列入4项，已完成1项，未完成2项（移交1项，留原单位继续办理1项），中途终止1项。',
      '100天期满，3项中已完成1项，占33.33%，差2项。',
      '确定的目标：',
      '1.开工项目10个。',
      '二、已完成的事项',
      '已完成1项，见下表。',
      '三、未完成的事项及去向',
      '（一）移交的事项1项',
      '（二）留原单位继续办理的事项1项',
      '（三）中途终止的事项1项',
      '四、相关指标',
      '1.固定资产投资：1—5月累计完成20亿元，为年度目标50亿元的40%，欠序时进度（41.67%）1.67个百分点。',
      '五、下一步工作',
      '继续盯紧南河护岸。',
      '每旬调度一次。',
    ])
    expect(tables(doc)).toEqual([
      [['1', '县水利局', '4', '1', '2', '1']],
      [['2026-0102', '北渠清淤', '县水利局', '100%', '2026年5月20日']],
      [['2026-0103', '南河护岸', '县水利局', '40%', '2026-0140 秋冬水利会战']],
      [['2026-0104', '东沟治理', '县水利局', '40%', '2026年7月31日']],
      [['2026-0105', '西塘扩容', '县水利局', '40%', '2026年4月1日']],
    ])
  })

  it('says when it ended before its day or after it', () => {
    expect(texts(endReport(facts({ endedOn: '2026-06-01' })))[1]).toContain('至2026年6月9日，2026年6月1日提前结束。')
    expect(texts(endReport(facts({ endedOn: '2026-06-12' })))[1]).toContain('至2026年6月9日，2026年6月12日结束。')
  })

  it('says so when nothing was done, and when nothing is left', () => {
    const none = texts(endReport(facts({ done: [] })))
    expect(none).toContain('没有完成的事项。')
    const all = texts(endReport(facts({ handed: [], left: [], gone: [], indicators: [], words: null, goals: [] })))
    expect(all).toContain('列入的事项全部完成，没有未完成的事项。')
    expect(all.at(-1)).toBe('列入的事项全部完成，没有未完成的事项。')
    expect(all[1]).toContain('列入1项，已完成1项，未完成0项。')
  })

  it('is the same for the same facts', () => expect(endReport(facts())).toEqual(endReport(facts())))
})
