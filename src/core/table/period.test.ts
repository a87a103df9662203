// Periods as headings and titles write them.
import { describe, expect, test } from 'vitest'
import { monthCell, readPeriod, yearCell } from './period.ts'

describe('a period', () => {
  test.each<[string, number | null, number | null, string | null, string]>([
    ['1月', null, 1, null, ''],
    ['12月份', null, 12, null, ''],
    ['1—5月累计', null, 5, 'cumulative', ''],
    ['１－５月', null, 5, 'cumulative', ''],
    ['1至5月', null, 5, 'cumulative', ''],
    ['2026年前10个月', 2026, 10, 'cumulative', ''],
    ['前三个月', null, 3, 'cumulative', ''],
    ['26年9月', 2026, 9, null, ''],
    ['一至五月', null, 5, 'cumulative', ''],
    ['1月-5月累计完成', null, 5, 'cumulative', ''],
    ['2026年5月', 2026, 5, null, ''],
    ['二〇二六年五月', 2026, 5, null, ''],
    ['2026-05', 2026, 5, null, ''],
    ['202605', 2026, 5, null, ''],
    ['2026年5月31日', 2026, 5, null, ''],
    ['截至5月底', null, 5, null, ''],
    ['5月末', null, 5, null, ''],
    ['本月止累计', null, null, 'cumulative', ''],
    ['自年初累计', null, null, 'cumulative', ''],
    ['本月', null, null, 'single', ''],
    ['5月当月', null, 5, 'single', ''],
    ['一季度', null, 3, 'cumulative', ''],
    ['二季度', null, 6, 'single', ''],
    ['上半年', null, 6, 'cumulative', ''],
    ['前三季度', null, 9, 'cumulative', ''],
    ['2026年全年', 2026, 12, 'cumulative', ''],
    ['五月指标', null, 5, null, '指标'],
    ['青禾县2026年1—5月主要经济指标', 2026, 5, 'cumulative', '青禾县主要经济指标'],
    ['财政收入', null, null, null, '财政收入'],
    ['全年目标', null, null, null, '全年目标'],
  ])('%s', (text, year, month, span, rest) => expect(readPeriod(text)).toEqual({ year, month, span, rest }))
})

test('a cell of a month may be a bare number', () => {
  expect(monthCell('5')).toEqual({ year: null, month: 5 })
  expect(monthCell('2026年1—5月')).toEqual({ year: 2026, month: 5 })
  expect(monthCell('13')).toBeNull()
  expect(monthCell('5月指标')).toBeNull()
})

test('a cell of a year', () => {
  expect(yearCell('２０２６年')).toBe(2026)
  expect(yearCell('3026')).toBeNull()
})
