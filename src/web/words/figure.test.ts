// A target is printed as it was set; a figure in its indicator's digits.
import { expect, test } from 'vitest'
import { formatComputed, formatFigure, formatTarget, targetUnit } from './figure.ts'

test.each([
  [6.5, 'growth', 0, '6.5'],
  [10, 'growth', 2, '10'],
  [96, 'volume', 2, '96.00'],
  [12.5, 'volume', 0, '12.5'],
  [-3.25, 'growth', 0, '−3.25'],
] as const)('a target of %s of a %s with %s digits is %s', (value, kind, decimals, said) =>
  expect(formatTarget(value, { kind, decimals }, 'zh')).toBe(said),
)

test('the target of a growth is per cent, though its figures are in yuan', () => {
  expect([targetUnit({ kind: 'growth', unit: '元' }), targetUnit({ kind: 'volume', unit: '亿元' })]).toEqual(['%', '亿元'])
  expect(formatFigure(16726.4, 0, 'en')).toBe('16,726')
})

test('what rounds to nothing has no sign, and the least that is missing is not printed as nothing', () => {
  expect([formatFigure(-0.001, 2, 'zh'), formatFigure(-0.4, 0, 'en'), formatFigure(-0.006, 2, 'zh')]).toEqual(['0.00', '0', '−0.01'])
  expect([formatComputed(0.0001, 2, 'zh'), formatComputed(0, 2, 'zh'), formatComputed(-2.126, 2, 'zh')]).toEqual(['0.0001', '0', '−2.13'])
})
