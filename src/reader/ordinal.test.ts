import { expect, test } from 'vitest'
import { hanNumber, readHead, readOrdinal } from './ordinal.ts'

const CASES: [text: string, kind: string, number: number, name: string][] = [
  ['一、重点任务', 'han', 1, '一'],
  ['十二、附则', 'han', 12, '十二'],
  ['（三）严格考核', 'han-paren', 3, '（三）'],
  ['(二)压实责任', 'han-paren', 2, '（二）'],
  ['1．新建', 'digit', 1, '1'],
  ['12.改造', 'digit', 12, '12'],
  ['3、加强', 'digit', 3, '3'],
  ['（4）完善', 'digit-paren', 4, '（4）'],
  ['２．压实责任', 'digit', 2, '２'],
  ['１２、改造', 'digit', 12, '１２'],
  ['（３）完善', 'digit-paren', 3, '（３）'],
  ['２.5月8日前报送', 'digit', 2, '２'],
  ['②县财政局', 'circle', 2, '②'],
  ['⑵县财政局', 'digit-paren', 2, '⑵'],
  ['⒊县财政局', 'digit', 3, '⒊'],
  ['一是要加强', 'is', 1, '一是'],
  ['四要严格', 'must', 4, '四要'],
  ['第一，思想', 'nth', 1, '第一'],
  ['首先，县商务局', 'first', 1, '首先'],
  ['最后，坚持', 'first', -1, '最后'],
  ['第三条 本办法', 'clause', 3, '第三条'],
]

for (const [text, kind, number, name] of CASES)
  test(`${text} opens with ${name}`, () => {
    expect(readOrdinal(text, 0)).toMatchObject({ kind, number, name })
  })

for (const text of [
  '1.5亿元',
  '１.５亿元',
  '１５万元',
  '一件事',
  '第一责任人',
  '三农工作',
  '2026年',
  '最后一公里',
  '一级带着一级干',
  '（临时）',
  '二〇二六年',
])
  test(`${text} opens with no ordinal`, () => {
    expect(readOrdinal(text, 0)).toBeNull()
  })

test('numbers in characters are read up to ninety-nine and nothing else is a number', () => {
  expect(['一', '十', '十九', '二十', '九十九', '十十', '百', '一二', ''].map(hanNumber)).toEqual([1, 10, 19, 20, 99, 0, 0, 0, 0])
})

const AT_A_LINE: [text: string, next: number, length: number][] = [
  ['2.500万元以上项目', 0, 2],
  ['3.12个乡镇', 0, 2],
  ['4.2026年底前', 0, 2],
  ['2.3.5亿元债券', 2, 2],
  ['5.100%办结', 0, 2],
  ['2.8亿元债券', 2, 2],
]
for (const [text, next, length] of AT_A_LINE)
  test(`a line that begins ${text} is item ${text[0]}`, () => {
    expect(readHead(text, 0, next)).toMatchObject({ kind: 'digit', number: Number(text[0]), length })
  })

test('a line that begins with a fraction is no item where none came before', () => {
  for (const text of ['1.2万户居民', '3.2个百分点', '2.8亿元债券', '6.5%的增速']) expect(readHead(text, 0)).toBeNull()
})
