// Names as sheets print them: sure, offered, or unknown.
import { describe, expect, test } from 'vitest'
import { nameFinder } from './name.ts'

const find = nameFinder(
  [
    { id: 'revenue', names: ['一般公共预算收入', '财政收入', 'C0101'] },
    { id: 'invest', names: ['固定资产投资', '固投'] },
    { id: 'water', names: ['县水利局', '水利局'] },
    { id: 'a', names: ['城关镇'] },
    { id: 'b', names: ['城关镇'] },
  ],
  '青禾县',
)

describe('sure', () => {
  test.each([
    ['一般公共预算收入', 'revenue'],
    [' 一 般公共预算收入 ', 'revenue'],
    ['一、一般公共预算收入', 'revenue'],
    ['（一）财政收入：', 'revenue'],
    ['其中：固投', 'invest'],
    ['1.固定资产投资', 'invest'],
    ['青禾县水利局', 'water'],
    ['全县固定资产投资', 'invest'],
    ['c0101', 'revenue'],
    ['①固定资产投资', 'invest'],
  ])('%s', (text, id) => expect(find(text)).toEqual({ id, maybe: [] }))
})

describe('offered, never guessed', () => {
  test.each([
    ['公共预算收入', ['revenue']],
    ['固定资产投资额', ['invest']],
    ['城关镇', ['a', 'b']],
    ['一般公共预祘收入', ['revenue']],
  ])('%s', (text, maybe) => expect(find(text)).toEqual({ id: null, maybe }))
})

test.each(['粮食产量', '局', '', '合计'])('%s is unknown', text => expect(find(text)).toEqual({ id: null, maybe: [] }))
