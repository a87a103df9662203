import { expect, test } from 'vitest'
import type { Series } from './indicator.ts'
import { assessUnit, type KeptItem, objectionsTo, weightsOf } from './scheme.ts'

const item = (id: string, name: string, parts: Partial<KeptItem> = {}): KeptItem => ({
  id,
  name,
  indicatorId: id,
  measure: null,
  direction: 'up',
  weight: 10,
  cap: 1,
  ...parts,
})
const ITEMS = [
  item('tax', '一般公共预算收入'),
  item('note', '获得县级以上领导肯定性批示', { weight: 5 }),
  item('news', '宣传工作', { indicatorId: null, measure: '市级以上媒体刊发稿件篇数', weight: 3 }),
  item('ease', '群众满意度', { indicatorId: null, weight: 7.5 }),
]
const series: Series = {
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元' },
  year: 2026,
  target: { value: 12, base: null, phasing: null, dueOn: null },
  values: [1, 2, 3, ...Array(9).fill(null)],
  lastYear: Array(12).fill(null),
}

test('what the rules forbid is found in the item’s words and in its described measure, each kind once', () => {
  expect(ITEMS.map(one => objectionsTo(one).map(o => o.code))).toEqual([[], ['leaders-notes'], ['published-articles'], []])
  expect(objectionsTo({ name: '领导批示', measure: '领导批示每篇加1分' })).toHaveLength(1)
})

test('weights are told by what is counted, judged by people, and forbidden', () => {
  expect(weightsOf(ITEMS)).toEqual({ full: 25.5, counted: 10, byHand: 7.5, forbidden: 8 })
})

test('a forbidden item is not counted, whatever its indicator says', () => {
  const assessed = assessUnit(ITEMS, () => series, 3)
  expect(assessed.scores.map(s => [s.itemId, s.points])).toEqual([
    ['tax', 10],
    ['ease', null],
  ])
  expect([assessed.points, assessed.scored, assessed.full]).toEqual([10, 10, 17.5])
})
