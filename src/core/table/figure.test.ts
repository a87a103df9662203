// Cells as people write figures into them.
import { describe, expect, test } from 'vitest'
import { readFigure } from './figure.ts'

describe('a figure', () => {
  test.each([
    ['1234.5', '1234.5', ''],
    ['１，２３４．５', '1234.5', ''],
    ['12,345,678', '12345678', ''],
    [' 45.2 % ', '45.2', '%'],
    ['12.3亿元', '12.3', '亿元'],
    ['5万', '5', '万'],
    ['-3.5', '-3.5', ''],
    ['−3.5', '-3.5', ''],
    ['+6.1%', '6.1', '%'],
    ['下降3.5%', '-3.5', '%'],
    ['同比增长6.5%', '6.5', '%'],
    ['0.1个百分点', '0.1', '个百分点'],
    ['.5', '0.5', ''],
    ['0012', '12', ''],
    ['12.5①', '12.5', ''],
    ['１２．５＊', '12.5', ''],
    ['¥88', '88', ''],
    ['△3.2', '-3.2', ''],
    ['▼0.8%', '-0.8', '%'],
    ['↑1.2', '1.2', ''],
    ['（1.5）', '-1.5', ''],
    ['(1,200)', '-1200', ''],
    ['(3.2%)', '-3.2', '%'],
    ['3吨标准煤/万元', '3', '吨标准煤/万元'],
  ])('%s', (cell, digits, measure) => expect(readFigure(cell)).toEqual({ is: 'number', digits, measure }))
})

test.each(['—', '－－', '/', '无', '暂无', 'N/A', '#DIV/0!', '…'])('%s says that there is none', cell =>
  expect(readFigure(cell)).toEqual({ is: 'missing' }),
)

test('an empty cell is nothing', () => expect(readFigure('  　')).toEqual({ is: 'none' }))

describe('what is doubtful is words', () => {
  test.each([
    '1,23,456',
    '1.234,5',
    '▲3.5',
    '(1)',
    '75,5',
    '#REF!',
    '=SUM(B2:B4)',
    '约12',
    '12~15',
    '2026年5月',
    '5月',
    '1季度',
    '1.2.3',
    '6217000012345678901',
  ])('%s', cell => expect(readFigure(cell)).toEqual({ is: 'words', digits: true }))
  test('and so is a name', () => expect(readFigure('财政收入')).toEqual({ is: 'words', digits: false }))
})
