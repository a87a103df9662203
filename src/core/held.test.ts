import { expect, test } from 'vitest'
import { figureOf, percentOf } from './held.ts'

test.each([
  ['十二公里', { target: 12, unit: '公里', bound: '=' }],
  ['清淤12公里', { target: 12, unit: '公里', bound: '=' }],
  ['不少于500亩', { target: 500, unit: '亩', bound: '≥' }],
  ['完成投资3.5亿元', { target: 3.5, unit: '亿元', bound: '=' }],
  ['12公里、500亩', null],
  ['印发方案', null],
  ['', null],
  [null, null],
])('%s', (measure, figure) => expect(figureOf(measure)).toEqual(figure))

test('a value makes its share of the figure, never more than all, and none of a ceiling', () => {
  expect(percentOf(5, { target: 12, unit: '公里', bound: '=' })).toBe(41)
  expect(percentOf(15, { target: 12, unit: '公里', bound: '≥' })).toBe(100)
  expect(percentOf(5, { target: 12, unit: '起', bound: '≤' })).toBeNull()
})
