// Sheets of readings as offices send them: what is taken from each, what is not and why, and what the person decides.
import { describe, expect, test } from 'vitest'
import type { Grid } from '../table/grid.ts'
import { grid, world } from './check.fixture.ts'
import { checkReadings, writable } from './check.ts'
import { type Fixes, type KnownReading, NO_FIXES, type ReadingsWorld } from './world.ts'

interface Given {
  file?: string
  world?: ReadingsWorld
  fixes?: Partial<Fixes>
}

const check = (grids: Grid | Grid[], { file = '表.xlsx', world: w = world(), fixes = {} }: Given = {}) =>
  checkReadings([grids].flat(), file, w, { ...NO_FIXES, ...fixes })

/** 月报!C3 revenue/whole 2026-5 12.3 */
const taken = (grids: Grid | Grid[], given: Given = {}): string[] =>
  check(grids, given)
    .lines.filter(l => l.state === 'new' || l.state === 'revision')
    .map(
      l =>
        `${l.at.split('!').at(-1)} ${l.indicator.id}/${l.unit.id?.startsWith('0000') ? 'whole' : l.unit.id} ${l.year}-${l.month} ${l.value}`,
    )

const refused = (grids: Grid | Grid[], given: Given = {}): string[] =>
  check(grids, given)
    .lines.filter(l => l.state === 'decide' || l.state === 'refused')
    .map(l => `${l.at.split('!').at(-1)} ${l.reason}`)

const left = (grids: Grid | Grid[], given: Given = {}): string[] => check(grids, given).left.map(l => `${l.from}:${l.to} ${l.why}`)

const reading = (indicatorId: string, month: number, value: number, more: Partial<KnownReading> = {}): KnownReading => ({
  indicatorId,
  unitId: '00000000-0000-0000-0000-000000000000',
  year: 2026,
  month,
  revision: 1,
  value,
  status: 'final',
  ...more,
})

describe('a sheet with figures of the month alone', () => {
  const sheet = grid(
    `青禾县2026年4月、5月当月完成情况（万元）
     指标名称 | 4月当月 | 5月当月
     一般公共预算收入 | 21,000 | 18,000
     固定资产投资 | 80000 | 90000`,
  )
  const cells = (w: ReadingsWorld) => check(sheet, { world: w }).lines

  test('adds them to what stood before, month after month, and says how', () => {
    const known = world([reading('revenue', 3, 6.3), reading('invest', 3, 30), reading('invest', 4, 41)])
    expect(taken(sheet, { world: known })).toEqual([
      'B3 revenue/whole 2026-4 8.4',
      'C3 revenue/whole 2026-5 10.2',
      'B4 invest/whole 2026-4 38',
      'C4 invest/whole 2026-5 47',
    ])
    expect(cells(known)[1]).toMatchObject({ facts: { single: 1.8, before: 8.4, upTo: 4 } })
    expect(writable(cells(known))[1]!.words).toBe('当月1.8，加4月底累计8.4')
  })

  test('refuses them with the month that is missing, and never guesses over it', () => {
    const known = world([reading('revenue', 4, 8.4)])
    expect(cells(known).map(l => [l.at, l.reason, l.facts.missing])).toEqual([
      ['月报!B3', 'single-month', 3],
      ['月报!C3', null, undefined],
      ['月报!B4', 'single-month', 3],
      ['月报!C4', 'single-month', 4],
    ])
  })
})

describe('the monthly sheet of a county', () => {
  const sheet = grid(
    `青禾县2026年1—5月主要经济指标完成情况
     填报单位：县统计局 | | | | | 单位：万元、%
     序号 | 指标名称 | 计量单位 | 本月 | 本月止累计 | 上年同期 | 同比±%
     1 | 一般公共预算收入 | 万元 | 21,000 | １２３，０００ | 116,000 | 6.0
     2 | 固定资产投资 | 万元 | 80000 | 412000.5 | 390000 | 5.6
     3 | 城镇新增就业 | 万人 | 0.02 | 0.12 | 0.11 | 9
     4 | 粮食产量 | 万吨 | 1 | 2 | 2 | 0
     5 | 贷款余额 | 亿元 | — | 231.4 | 210 | 10.2
     注：本表为快报数。`,
    [{ top: 0, left: 0, bottom: 0, right: 6 }],
  )
  test('gives the cumulative figures in the indicators’ own units', () => {
    expect(taken(sheet)).toEqual([
      'E4 revenue/whole 2026-5 12.3',
      'E5 invest/whole 2026-5 41.20005',
      'G5 investGrowth/whole 2026-5 5.6',
      'E6 jobs/whole 2026-5 1200',
      'E8 loans/whole 2026-5 231.4',
    ])
  })
  test('says of every other figure why it is not taken', () => {
    expect(refused(sheet)).toEqual([
      'D4 single-month',
      'D5 single-month',
      'D6 single-month',
      'D7 unknown-indicator',
      'E7 unknown-indicator',
    ])
    expect(left(sheet)).toEqual(['A4:A8 ordinal', 'F4:F8 last-year', 'G4:G8 growth'])
  })
  test('gives last year’s figures, too, when the person says so', () => {
    const fixes = { tables: [{ at: '月报!A3', columns: [{ column: 5, role: 'value' as const }] }] }
    expect(taken(sheet, { fixes })).toContain('F4 revenue/whole 2025-5 11.6')
  })
  test('is the same when it comes again', () => {
    const w = world([
      reading('revenue', 5, 12.3),
      reading('invest', 5, 41.20005),
      reading('investGrowth', 5, 5.6),
      reading('jobs', 5, 1200),
      reading('loans', 5, 231.4),
    ])
    expect(check(sheet, { world: w }).counts).toEqual({ new: 0, revision: 0, same: 5, decide: 0, refused: 5 })
  })
})

describe('other forms', () => {
  test('months beside one another', () => {
    const sheet = grid(`指标 | 计量单位 | 1月 | 2月 | 3月 | 4月
      一般公共预算收入 | 亿元 | 2.1 | 4.4 | 6.9 | —
      固定资产投资 | 亿元 | | 12 | 25 |`)
    expect(taken(sheet)).toEqual([
      'C2 revenue/whole 2026-1 2.1',
      'D2 revenue/whole 2026-2 4.4',
      'E2 revenue/whole 2026-3 6.9',
      'D3 invest/whole 2026-2 12',
      'E3 invest/whole 2026-3 25',
    ])
  })

  test('indicators beside one another over two merged rows, units below', () => {
    const sheet = grid(
      `各乡镇2026年5月主要指标
       单位 | 一般公共预算收入（万元） | | 固定资产投资 |
        | 1—5月累计 | 同比% | 累计（亿元） | 位次
       禾丰镇 | 1200 | 3.1 | 2.5 | 1
       云水镇 | 800 | -2 | 1.5 | 2
       合计 | 2000 | | 4.1 |`,
      [
        { top: 1, left: 0, bottom: 2, right: 0 },
        { top: 1, left: 1, bottom: 1, right: 2 },
        { top: 1, left: 3, bottom: 1, right: 4 },
      ],
    )
    expect(taken(sheet)).toEqual([
      'B4 revenue/he 2026-5 0.12',
      'D4 invest/he 2026-5 2.5',
      'B5 revenue/yun 2026-5 0.08',
      'D5 invest/yun 2026-5 1.5',
    ])
    expect(refused(sheet)).toEqual(['B6 total-row', 'D6 total-row'])
    expect(left(sheet)).toEqual(['C4:C5 growth', 'E4:E5 rank'])
    expect(check(sheet).lines.find(l => l.at === '月报!D6')!.flags).toMatchObject([
      { code: 'total-differs', facts: { sum: 4, total: 4.1 } },
    ])
    expect(taken(sheet, { fixes: { names: [{ as: 'unit', text: '合计', id: '00000000-0000-0000-0000-000000000000' }] } })).toContain(
      'B6 revenue/whole 2026-5 0.2',
    )
  })

  test('the same without merging', () => {
    const sheet = grid(`单位 | 一般公共预算收入（万元） | | 固定资产投资（亿元） |
        | 1—5月累计 | 同比% | 1—5月累计 | 同比%
       禾丰镇 | 1200 | 3.1 | 2.5 | 1`)
    expect(taken(sheet)).toEqual(['B3 revenue/he 2026-5 0.12', 'D3 invest/he 2026-5 2.5', 'E3 investGrowth/he 2026-5 1'])
  })

  test('one figure a row', () => {
    const sheet = grid(`单位 | 指标 | 月份 | 数值 | 备注
      禾丰镇 | 固定资产投资 | 2026年4月 | 2.1亿元 | 电话 13800000000
      禾丰镇 | 固定资产投资 | 2026-05 | 30000万元 |
      云水镇 | C01 | 5 | ０．５ |`)
    expect(taken(sheet)).toEqual(['D2 invest/he 2026-4 2.1', 'D3 invest/he 2026-5 3', 'D4 revenue/yun 2026-5 0.5'])
  })

  test('units beside one another, and 单位 that means the measure', () => {
    const sheet = grid(`2026年5月
      指标 | 单位 | 禾丰镇 | 云水镇 | 全县
      固定资产投资 | 万元 | 25000 | 15000 | 412000`)
    expect(taken(sheet)).toEqual(['C3 invest/he 2026-5 2.5', 'D3 invest/yun 2026-5 1.5', 'E3 invest/whole 2026-5 41.2'])
  })

  test('one indicator named in the title', () => {
    const sheet = grid(`2026年各乡镇固定资产投资完成情况表（单位：万元）
      乡镇 | 1—4月 | 1—5月
      禾丰镇 | 20000 | 25000
      石桥乡 | 无 | 900`)
    expect(taken(sheet)).toEqual(['B3 invest/he 2026-4 2', 'C3 invest/he 2026-5 2.5', 'C4 invest/shi 2026-5 0.09'])
  })

  test('an indicator that heads its own lines', () => {
    const sheet = grid(`2026年5月
      单位 | 完成数 | 计量单位
      一、固定资产投资
      禾丰镇 | 2.5 | 亿元
      云水镇 | 1.5 | 亿元
      二、城镇新增就业
      禾丰镇 | 120 | 人`)
    expect(taken(sheet)).toEqual(['B4 invest/he 2026-5 2.5', 'B5 invest/yun 2026-5 1.5', 'B7 jobs/he 2026-5 120'])
  })

  test('two tables under one another', () => {
    const sheet = grid(`2026年5月
      指标 | 计量单位 | 累计
      固定资产投资 | 亿元 | 41.2

      单位 | 固定资产投资（万元）
      禾丰镇 | 25000`)
    expect(check(sheet).layouts.map(l => l.at)).toEqual(['月报!A2', '月报!A5'])
    expect(taken(sheet)).toContain('C3 invest/whole 2026-5 41.2')
  })

  test('names and figures without a header', () => {
    expect(taken(grid('固定资产投资 | 41.2\n城镇新增就业 | 1200', [], '5月'))).toEqual([
      'B1 invest/whole 2026-5 41.2',
      'B2 jobs/whole 2026-5 1200',
    ])
  })

  test('the month stands only in the name of the file', () => {
    expect(taken(grid('指标 | 累计\n固定资产投资 | 41.2'), { file: '五月指标.xlsx' })).toEqual(['B2 invest/whole 2026-5 41.2'])
  })

  test('what is done is one', () => {
    expect(taken(grid('2026年5月\n指标 | 完成情况\n营商环境方案印发 | 已完成\n固定资产投资 | 41.2'))).toContain('B3 plan/whole 2026-5 1')
  })
})

describe('what is to be decided', () => {
  test('a measure of another kind, until the person says the right one', () => {
    const sheet = grid('2026年5月\n指标 | 计量单位 | 累计\n固定资产投资 | 万人 | 41.2')
    expect(refused(sheet)).toEqual(['C3 measure-differs'])
    expect(taken(sheet, { fixes: { tables: [{ at: '月报!A2', columns: [{ column: 2, measure: '亿元' }] }] } })).toEqual([
      'C3 invest/whole 2026-5 41.2',
    ])
  })

  test('two columns of one month, until one is chosen or is another month', () => {
    const sheet = grid('2026年\n指标 | 1—4月 | 1—4月\n固定资产投资 | 30 | 41.2\n城镇新增就业 | 900 | 900')
    expect(refused(sheet)).toEqual(['B3 duplicate', 'C3 duplicate', 'C4 repeated'])
    expect(taken(sheet, { fixes: { cells: [{ at: '月报!C3', take: true }] } })).toEqual([
      'C3 invest/whole 2026-4 41.2',
      'B4 jobs/whole 2026-4 900',
    ])
    expect(taken(sheet, { fixes: { tables: [{ at: '月报!A2', columns: [{ column: 2, month: 5 }] }] } })).toEqual([
      'B3 invest/whole 2026-4 30',
      'C3 invest/whole 2026-5 41.2',
      'B4 jobs/whole 2026-4 900',
      'C4 jobs/whole 2026-5 900',
    ])
  })

  test('a near name is offered and never taken', () => {
    const sheet = grid('2026年5月\n指标 | 累计\n固定资产投资额 | 41.2\n城镇新增就业 | 3')
    const [line] = check(sheet).lines
    expect([line!.state, line!.reason, line!.indicator.maybe[0]]).toEqual(['decide', 'unknown-indicator', 'invest'])
    expect(taken(sheet, { fixes: { names: [{ as: 'indicator', text: '固定资产投资额', id: 'invest' }] } })).toContain(
      'B3 invest/whole 2026-5 41.2',
    )
    expect(refused(sheet, { fixes: { names: [{ as: 'indicator', text: '固定资产投资额', id: null }] } })).toEqual(['B3 left-out'])
  })

  test('ten thousand times too much, with what may have been meant', () => {
    const sheet = grid('2026年5月\n指标 | 计量单位 | 累计\n固定资产投资 | 亿元 | 412000')
    const w = world([reading('invest', 4, 33)])
    expect(check(sheet, { world: w }).lines[0]).toMatchObject({
      state: 'decide',
      reason: 'doubtful',
      flags: [{ code: 'scale-slip', facts: { factor: 10_000, suggested: 41.2 } }],
    })
    expect(taken(sheet, { world: w, fixes: { cells: [{ at: '月报!C3', value: '41.2' }] } })).toEqual(['C3 invest/whole 2026-5 41.2'])
    expect(taken(sheet, { world: w, fixes: { cells: [{ at: '月报!C3', take: true }] } })).toEqual(['C3 invest/whole 2026-5 412000'])
    expect(refused(sheet, { world: w, fixes: { cells: [{ at: '月报!C3', leave: true }] } })).toEqual(['C3 left-out'])
  })

  test.each([
    ['falls below the month before', '30', 'falls'],
    ['has the wrong sign', '-41.2', 'sign'],
  ])('what %s', (_, cell, code) => {
    const sheet = grid(`2026年5月\n指标 | 累计\n固定资产投资 | ${cell}\n城镇新增就业 | 1`)
    expect(check(sheet, { world: world([reading('invest', 4, 33)]) }).lines[0]).toMatchObject({
      state: 'decide',
      reason: 'doubtful',
      flags: [{ code }],
    })
  })

  test('a flash figure over a final one', () => {
    const sheet = grid('2026年5月（快报）\n指标 | 累计\n固定资产投资 | 41.5\n城镇新增就业 | 7')
    const w = world([reading('invest', 5, 41.2)])
    expect(refused(sheet, { world: w })).toEqual(['B3 less-sure'])
    expect(taken(sheet, { world: w, fixes: { status: 'final' } })).toContain('B3 invest/whole 2026-5 41.5')
  })

  test('no month anywhere, until the person names one', () => {
    const sheet = grid('指标 | 累计\n固定资产投资 | 41.2\n城镇新增就业 | 3')
    expect(refused(sheet)).toEqual(['B2 no-month', 'B3 no-month'])
    expect(taken(sheet, { fixes: { tables: [{ at: '月报!A1', year: 2026, month: 5 }] } })).toHaveLength(2)
  })

  test('what cannot be read', () => {
    const sheet = grid('2026年5月\n指标 | 累计\n固定资产投资 | 约41\n城镇新增就业 | 1,23')
    expect(refused(sheet)).toEqual(['B3 unreadable', 'B4 unreadable'])
    expect(taken(sheet, { fixes: { cells: [{ at: '月报!B3', value: '41' }] } })).toEqual(['B3 invest/whole 2026-5 41'])
  })
})

describe('refused', () => {
  test('what another unit reports', () =>
    expect(
      refused(grid('2026年5月\n指标 | 累计\n固定资产投资 | 41.2\n城镇新增就业 | 3'), { world: world([], { mine: new Set(['jobs']) }) }),
    ).toEqual(['B3 not-mine']))
  test('months to come', () =>
    expect(refused(grid('2026年12月\n指标 | 累计\n固定资产投资 | 41.2\n城镇新增就业 | 3'))).toEqual(['B3 future', 'B4 future']))
  test('a hidden account number is no figure', () =>
    expect(refused(grid('2026年5月\n指标 | 累计\n固定资产投资 | 6217000012345678901\n城镇新增就业 | 3'))).toEqual(['B3 unreadable']))
})
