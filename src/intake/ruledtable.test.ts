import { expect, test } from 'vitest'
import type { Piece } from './column.ts'
import type { Rule } from './rule.ts'
import { ruledTables } from './ruledtable.ts'

const level = (at: number, from: number, to: number): Rule => ({ level: true, at, from, to })
const upright = (at: number, from: number, to: number): Rule => ({ level: false, at, from, to })
const text = (words: string, x: number, y: number): Piece => ({ text: words, x, y, width: words.length * 10, size: 10 })
/** Three columns and two rows between x 0, 100, 200, 300 and y 100, 60, 20. */
const frame = [
  level(100, 0, 300),
  level(60, 0, 300),
  level(20, 0, 300),
  upright(0, 20, 100),
  upright(100, 20, 100),
  upright(200, 20, 100),
  upright(300, 20, 100),
]

test('text falls into the cells between the rules, several lines of one cell together', () => {
  const [table] = ruledTables(frame, [
    text('甲', 5, 80),
    text('乙一', 105, 85),
    text('乙二', 105, 70),
    text('丙', 205, 80),
    text('丁', 5, 40),
    text('己', 205, 40),
  ])
  expect(table?.rows).toEqual([
    ['甲', '乙一\n乙二', '丙'],
    ['丁', '', '己'],
  ])
})

test('a missing rule merges two cells: to the right the second is empty, downward it continues', () => {
  const rules = [
    level(100, 0, 300),
    level(60, 100, 300),
    level(20, 0, 300),
    upright(0, 20, 100),
    upright(100, 20, 100),
    upright(200, 20, 60),
    upright(300, 20, 100),
  ]
  const [table] = ruledTables(rules, [text('上下', 5, 55), text('左右', 180, 80), text('末', 205, 40)])
  expect(table?.rows).toEqual([
    ['上下', '左右', ''],
    [null, '', '末'],
  ])
})

test('both edges of a drawn line are one line', () => {
  const [table] = ruledTables([...frame, level(101, 0, 300), upright(101, 20, 100), level(61, 0, 300)], [text('甲', 5, 80)])
  expect(table?.rows.map(row => row.length)).toEqual([3, 3])
})

test('a frame around one text, or with text beside it, is no table', () => {
  expect(ruledTables([level(100, 0, 300), level(20, 0, 300), upright(0, 20, 100), upright(300, 20, 100)], [text('框', 5, 80)])).toEqual([])
  expect(ruledTables(frame, [text('甲', 5, 80), text('旁栏文字', 320, 80)])).toEqual([])
})

test('two tables come from the top down, a drawing of thousands of lines is passed over', () => {
  const lower = frame.map(rule => (rule.level ? { ...rule, at: rule.at - 200 } : { ...rule, from: rule.from - 200, to: rule.to - 200 }))
  expect(ruledTables([...lower, ...frame], []).map(table => table.top)).toEqual([100, -100])
  expect(
    ruledTables(
      Array.from({ length: 5_000 }, (_, at) => level(at, 0, 300)),
      [],
    ),
  ).toEqual([])
})
