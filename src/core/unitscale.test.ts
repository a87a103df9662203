import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert } from './unitscale.ts'

describe('a figure in another unit', () => {
  it.each<[number, string, string, number | null]>([
    [12345.6, '万元', '亿元', 1.23456],
    [1.23456, '亿元', '万元', 12345.6],
    [0.1, '亿元', '元', 10_000_000],
    [123456789012345, '元', '万亿元', 123.456789012345],
    [3, '亿元', '（亿元）', 3],
    [3, '人民币万元', '元', 30_000],
    [2, '亿美元', '万美元', 20_000],
    [2, '亿美元', '亿元', null],
    [5, '千瓦时', '万千瓦时', 0.0005],
    [5, '亿千瓦时', 'kWh', 500_000_000],
    [7, '公里', '米', 7000],
    [15, '万亩', '亩', 150_000],
    [45, '亩', '公顷', 3],
    [2, '公顷', '亩', 30],
    [1, '平方公里', '万亩', 0.15],
    [3, '公顷', '平方米', 30_000],
    [2.5, '万吨', '公斤', 25_000_000],
    [4, '万人次', '人次', 40_000],
    [4, '万人', '人次', null],
    [6, '％', '%', 6],
    [6, '%', '个百分点', null],
    [8, '微克/立方米', '微克/立方米', 8],
    [8, '元/吨', '万元/吨', 0.0008],
    [9, '', '亿元', null],
    [9, '十万元', '元', 900_000],
    [9, '家', '户', null],
  ])('%d %s in %s is %s', (value, from, to, expected) => expect(convert(value, from, to)).toBe(expected))

  it('comes back as it was', () => {
    const units = fc.constantFrom('元', '千元', '万元', '百万元', '亿元')
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), units, units, (n, decimals, from, to) => {
        const value = Number(`${n}e-${decimals}`)
        expect(convert(convert(value, from, to)!, to, from)).toBe(value)
      }),
    )
  })
})
