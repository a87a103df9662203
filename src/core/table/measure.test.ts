// Conversions that are exact, and the refusal to convert what is another kind.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { converted, isMeasure, sameKind } from './measure.ts'

describe('converted', () => {
  test.each([
    ['123456.78', '万元', '亿元', '12.345678'],
    ['12.3', '亿元', '万元', '123000'],
    ['0.1', '亿元', '元', '10000000'],
    ['3.2', '万人', '人', '32000'],
    ['2', '公顷', '亩', '30'],
    ['45', '亩', '公顷', '3'],
    ['1', '平方公里', '亩', '1500'],
    ['1500', '万元', '千元', '15000'],
    ['-0.5', '亿元', '万元', '-5000'],
    ['1.1', '万亿元', '亿元', '11000'],
    ['5', '万', '亿元', '0.0005'],
    ['6.5', '％', '%', '6.5'],
    ['1', '亩', '公顷', '0.066666666666666667'],
    ['88', '（万元）', '万元', '88'],
    ['1.2', '万㎡', '平方米', '12000'],
    ['7', '万户', '户', '70000'],
  ])('%s %s in %s', (digits, from, to, is) => expect(converted(digits, from, to)).toBe(is))

  test.each([
    ['万人', '亿元'],
    ['美元', '元'],
    ['%', '亿元'],
    ['万人次', '万人'],
    ['元/人', '元'],
    ['甲', '元'],
    ['', '亿元'],
  ])('never %s into %s', (from, to) => expect(sameKind(from, to)).toBe(false))
})

test('there and back again is the same', () => {
  const amount = fc.integer({ min: -1e9, max: 1e9 }).map(n => String(n / 100))
  const pair = fc.constantFrom(['亿元', '万元'], ['万人', '人'], ['亩', '平方公里'], ['万吨', '公斤'])
  fc.assert(fc.property(amount, pair, (digits, [a, b]) => Number(converted(converted(digits, b!, a!)!, a!, b!)) === Number(digits)))
})

test('names are no measures', () => {
  for (const name of ['财政收入', '万家镇', '亿联公司', '单位', '位次', '年', '']) expect(isMeasure(name)).toBe(false)
  for (const name of ['万元', '％', '（亿元）', '元/人', '万人次', '吨标准煤/万元']) expect(isMeasure(name)).toBe(true)
})
