// Headings as offices write them above columns of figures.
import { describe, expect, test } from 'vitest'
import { type Label, readLabel } from './label.ts'

const NOTHING: Label = { name: '', year: null, month: null, span: null, measures: [], aside: null }

describe('a heading', () => {
  test.each<[string, Partial<Label>]>([
    ['一般公共预算收入（万元）', { name: '一般公共预算收入', measures: ['万元'] }],
    ['固定资产投资（万元，累计）', { name: '固定资产投资', span: 'cumulative', measures: ['万元'] }],
    ['1—5月累计', { month: 5, span: 'cumulative' }],
    ['1-5月累计(亿元)', { month: 5, span: 'cumulative', measures: ['亿元'] }],
    ['本月止累计', { span: 'cumulative' }],
    ['累计完成数', { span: 'cumulative' }],
    ['本月完成', { span: 'single' }],
    ['同比±%', { aside: 'growth', measures: ['%'] }],
    ['同比增长（%）', { aside: 'growth', measures: ['%'] }],
    ['1—5月同比增长%', { month: 5, span: 'cumulative', aside: 'growth', measures: ['%'] }],
    ['上年同期', { aside: 'last-year' }],
    ['完成年度目标%', { aside: 'share', measures: ['%'] }],
    ['全年目标', { aside: 'target' }],
    ['完成率', { aside: 'share' }],
    ['排名', { aside: 'rank' }],
    ['环比', { aside: 'step' }],
    ['单位：万元', { measures: ['万元'] }],
    ['单位：亿元、%', { measures: ['亿元', '%'] }],
    ['万元', { measures: ['万元'] }],
    ['固定资产投资 亿元', { name: '固定资产投资', measures: ['亿元'] }],
    ['数值', {}],
    ['2026年5月末', { year: 2026, month: 5 }],
    [
      '各乡镇2026年1—5月固定资产投资完成情况（单位：万元）',
      { name: '各乡镇固定资产投资完成情况', year: 2026, month: 5, span: 'cumulative', measures: ['万元'] },
    ],
    ['社会消费品零售总额（限上）', { name: '社会消费品零售总额(限上)' }],
  ])('%s', (text, says) => expect(readLabel(text)).toEqual({ ...NOTHING, ...says }))
})

test('a known name is that, whatever words are in it', () => {
  const said = readLabel('规上工业增加值增速（%）', name => name === '规上工业增加值增速')
  expect(said).toEqual({ ...NOTHING, name: '规上工业增加值增速', measures: ['%'] })
})
