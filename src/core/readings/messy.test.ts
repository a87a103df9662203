// Tables as statistics bureaus send them: what they leave unsaid is read as people read it, or asked; nothing is passed over in silence.
import { describe, expect, test } from 'vitest'
import type { Grid } from '../table/grid.ts'
import { grid, indicator, world } from './check.fixture.ts'
import { checkReadings } from './check.ts'
import { NO_FIXES } from './world.ts'

const w = world([], {
  indicators: [...world().indicators, indicator('revenueGrowth', '一般公共预算收入增速', '%', { kind: 'growth' })],
})
const check = (...grids: Grid[]) => checkReadings(grids, '表.xlsx', w, NO_FIXES)
const told = (...grids: Grid[]): string[] =>
  check(...grids).lines.map(({ at, state, reason, indicator: i, unit: u, month, value, status }) =>
    state === 'new'
      ? `${at.split('!')[1]} ${i.id}/${u.id?.startsWith('0000') ? 'whole' : u.id} ${month} ${value}${status === 'final' ? '' : ` ${status}`}`
      : `${at.split('!')[1]} ${reason}`,
  )

describe('a table', () => {
  test('below another keeps its own title and measure, and the period of the sheet', () => {
    const page = grid(`2026年10月快报||
表1 财政收入||单位：万元
乡镇|累计|
禾丰镇|14200|
云水镇|11100|
||
表2 固定资产投资||单位：亿元
乡镇|累计|
禾丰镇|16.3|
云水镇|11.2|`)
    expect(told(page)).toEqual([
      'B4 revenue/he 10 1.42 flash',
      'B5 revenue/yun 10 1.11 flash',
      'B9 invest/he 10 16.3 flash',
      'B10 invest/yun 10 11.2 flash',
    ])
  })

  test('whose header is printed again on the next page goes on', () => {
    const page = grid(`2026年5月财政收入|单位：万元
乡镇|累计
禾丰镇|100
乡镇|累计
云水镇|200`)
    expect(told(page)).toEqual(['B3 revenue/he 5 0.01', 'B5 revenue/yun 5 0.02'])
  })

  test('beside another is read with its own names', () => {
    const page = grid(`2026年5月财政收入（万元）|||
乡镇|累计|乡镇|累计
禾丰镇|100|石桥乡|300
云水镇|200|全县合计|600`)
    expect(told(page)).toEqual(['B3 revenue/he 5 0.01', 'B4 revenue/yun 5 0.02', 'D3 revenue/shi 5 0.03', 'D4 revenue/whole 5 0.06'])
  })

  test('on a sheet of one town is that town’s; of an unknown one it is asked', () => {
    const page = (sheet: string) => grid('2026年主要指标|\n月份|财政收入（亿元）\n5月|1.2', [], sheet)
    expect(told(page('禾丰镇'), page('柳林镇'))).toEqual(['B3 revenue/he 5 1.2', 'B3 unknown-unit'])
  })
})

describe('a header', () => {
  test('may end in a row of measures', () => {
    const page = grid(
      `2026年5月||||
乡镇|财政收入||城镇新增就业|高标准农田
|累计|同比|累计|累计
|万元|%|人|万亩
禾丰镇|100|8.4|20|0.5`,
      [
        { top: 1, left: 0, bottom: 3, right: 0 },
        { top: 1, left: 1, bottom: 1, right: 2 },
      ],
    )
    expect(told(page)).toEqual(['B5 revenue/he 5 0.01', 'C5 revenueGrowth/he 5 8.4', 'D5 jobs/he 5 20', 'E5 land/he 5 5000'])
  })

  test('of months as numbers stands over figures, not over months', () => {
    const page = grid('2026年固定资产投资（万元，累计）|||\n单位|月份||\n|2|3|4\n禾丰镇|3|5|9', [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 3 },
    ])
    expect(told(page)).toEqual(['B4 invest/he 2 0.0003', 'C4 invest/he 3 0.0005', 'D4 invest/he 4 0.0009'])
  })

  test('of an answering office leaves the figure the county’s, unless the office has figures of its own', () => {
    const page = grid('2026年5月|||\n指标|责任单位|年度目标|累计完成\n财政收入|县财政局|16|1.2\n固定资产投资|禾丰镇|9|2')
    expect(told(page)).toEqual(['D3 revenue/whole 5 1.2', 'D4 invest/he 5 2'])
    const many = grid('2026年5月||\n指标|责任单位|累计完成\n财政收入|县财政局|1.2\n财政收入|禾丰镇|2')
    expect(told(many)).toEqual(['C3 revenue/cai 5 1.2', 'C4 revenue/he 5 2'])
  })
})

test('of a flash and a final figure side by side the final one counts', () => {
  const page = grid('2026年5月固定资产投资（亿元）||\n乡镇|快报数|核定数\n禾丰镇|15.1|15.2')
  expect(told(page)).toEqual(['B3 not-chosen', 'C3 invest/he 5 15.2'])
})

test('a title of something narrower is only offered', () => {
  const line = check(grid('2026年5月工业固定资产投资完成情况（亿元）|\n乡镇|累计\n禾丰镇|15')).lines[0]!
  expect([line.state, line.indicator.maybe]).toEqual(['decide', ['invest']])
})

test('a figure under a heading of months is said to be left', () => {
  const page = grid('月份|指标|数值\n5月|财政收入|1\n6月|财政收入|2\n77|财政收入|3')
  expect(check(page).left).toMatchObject([{ from: 'A4', why: 'unknown-column' }])
})

test('lines below a town’s name are that town’s; below an unknown one they are asked', () => {
  const page = grid('2026年5月||\n指标|计量单位|累计\n一、禾丰镇||\n财政收入|万元|100\n二、柳林镇||\n财政收入|万元|200')
  expect(told(page)).toEqual(['C4 revenue/he 5 0.01', 'C6 unknown-unit'])
})

test('a whole year beside a month is not of that month', () => {
  expect(told(grid('指标|2025年|2026年1-10月\n财政收入（亿元）|16.2|13.5'))).toEqual(['B2 no-month', 'C2 revenue/whole 10 13.5'])
})

describe('what a line leaves unsaid', () => {
  test('a ditto mark is what stands above', () => {
    const page = grid(`2026年5月||||
乡镇|指标|计量单位|累计
禾丰镇|财政收入|万元|100
云水镇|〃|〃|200`)
    expect(told(page)).toEqual(['D3 revenue/he 5 0.01', 'D4 revenue/yun 5 0.02'])
  })

  test('blanks below a name are of it, one blank among names is asked', () => {
    const rows = (second: string) =>
      grid(`单位名称|指标|5月\n禾丰镇|财政收入|1\n${second}|固定资产投资|2\n云水镇|财政收入|3\n石桥乡|财政收入|4`)
    expect(told(rows(''))[1]).toBe('C3 unknown-unit')
    const grouped = grid('单位名称|指标|5月\n禾丰镇|财政收入|1\n|固定资产投资|2\n云水镇|财政收入|3\n|固定资产投资|4')
    expect(told(grouped)).toEqual(['C2 revenue/he 5 1', 'C3 invest/he 5 2', 'C4 revenue/yun 5 3', 'C5 invest/yun 5 4'])
  })

  test('a month left empty among months is asked, not taken from the title', () => {
    const page = grid(`2026年10月||
月份|指标|数值
8月|财政收入|1
|财政收入|2
9月|财政收入|3`)
    expect(told(page)).toEqual(['C3 revenue/whole 8 1', 'C4 no-month', 'C5 revenue/whole 9 3'])
  })

  test('a measure that nothing can be told in is asked', () => {
    const page = grid('2026年5月|||\n指标|计量单位|累计\n财政收入|万美元|100\n固定资产投资|亿元、%|2')
    expect(told(page)).toEqual(['C3 measure-differs', 'C4 invest/whole 5 2'])
  })
})

describe('a column', () => {
  test('of growth without a name is of the figures left of it', () => {
    const page = grid('2026年5月|||||\n乡镇|财政收入（万元）|位次|增速(%)|位次\n禾丰|13900|2|△1.5|3')
    expect(told(page)).toEqual(['B3 revenue/he 5 1.39', 'D3 revenueGrowth/he 5 -1.5'])
  })

  test('of growth beside two years is of the later', () => {
    const page = grid('指标|2026年1—9月|2025年1—9月|增幅%\n一般公共预算收入|12.35|11.41|8.2')
    expect(told(page)).toEqual(['B2 revenue/whole 9 12.35', 'C2 revenue/whole 9 11.41', 'D2 revenueGrowth/whole 9 8.2'])
  })

  test('of an estimate says so of its figures alone', () => {
    expect(told(grid('2025年||\n指标|上半年|全年（预计）\n财政收入|1|2'))).toEqual([
      'B3 revenue/whole 6 1',
      'C3 revenue/whole 12 2 estimate',
    ])
  })
})

test('hidden rows and columns are not read, and that is said', () => {
  const page = { ...grid('指标|5月|6月\n财政收入|1|2\n固定资产投资|3|4'), hiddenRows: [2], hiddenColumns: [2] }
  expect(told(page)).toEqual(['B2 revenue/whole 5 1'])
  expect(check(page).left.map(l => [l.from, l.to, l.n, l.why])).toEqual([
    ['C2', 'C3', 2, 'hidden'],
    ['B3', 'B3', 1, 'hidden'],
  ])
})

test('a figure that cannot be read is counted even where its column is left', () => {
  const page = grid('2026年5月||\n指标|累计|比上月\n财政收入|1|约3\n固定资产投资|2|4')
  expect(check(page).left).toMatchObject([{ from: 'C3', to: 'C4', n: 2, why: 'step' }])
})
