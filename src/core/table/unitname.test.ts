// Units as tables call them.
import { describe, expect, test } from 'vitest'
import { territoryIn, unitFinder } from './unitname.ts'

const find = unitFinder(
  [
    { id: 'he', names: ['禾丰镇'] },
    { id: 'yun', names: ['云水镇'] },
    { id: 'cheng', names: ['城关街道办事处', '城关'] },
    { id: 'yuan', names: ['青禾经济开发区管委会', '经开区'] },
    { id: 'shi', names: ['石桥乡'] },
    { id: 'qiao', names: ['石桥街道'] },
    { id: 'cai', names: ['县财政局', '财政局'] },
  ],
  '青禾县',
)

describe('a unit', () => {
  test.each([
    ['禾丰', 'he'],
    ['禾丰镇人民政府', 'he'],
    ['云 水', 'yun'],
    ['城关街道办', 'cheng'],
    ['城关', 'cheng'],
    ['青禾经济开发区', 'yuan'],
    ['经开区管委会', 'yuan'],
    ['青禾县财政局', 'cai'],
  ])('%s', (text, id) => expect(find(text).id).toBe(id))

  test('of another kind is not meant', () => expect([find('城关镇').id, find('禾丰乡').id]).toEqual([null, null]))
  test('is asked for where two may be meant', () => expect(find('石桥')).toEqual({ id: null, maybe: ['shi', 'qiao'] }))
})

describe('a title', () => {
  test.each([
    ['禾丰镇主要指标月度台账', '禾丰镇'],
    ['青禾县城关街道经济运行情况', '城关街道'],
    ['各乡镇主要指标完成情况', null],
    ['城镇新增就业情况', null],
    ['县直和乡镇工作情况', null],
  ])('%s speaks of %s', (title, name) => expect(territoryIn(title, '青禾县')).toBe(name))
})
