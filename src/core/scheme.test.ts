import { expect, test } from 'vitest'
import type { Series } from './indicator.ts'
import { assessUnit, clearedOf, isBarred, type KeptItem, objectionsTo, weightsOf, wordsOf } from './scheme.ts'

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

test('a flag that somebody said is wrong holds no more for these very words, and again for others', () => {
  const note = ITEMS[1]!
  const cleared = { why: '考核批示交办事项的办结', words: wordsOf(note), by: '林晓雨', at: '2026-11-22T02:00:00.000Z' }
  const said = { ...note, cleared }
  expect([isBarred(note), isBarred(said), clearedOf(said)?.by]).toEqual([true, false, '林晓雨'])
  expect(isBarred({ ...said, name: `${note.name}次数` })).toBe(true)
  expect(isBarred({ ...said, measure: '每件加1分' })).toBe(true)
  expect(clearedOf({ ...ITEMS[0]!, cleared: { ...cleared, words: wordsOf(ITEMS[0]!) } })).toBeNull()
  expect(weightsOf([said])).toMatchObject({ counted: 5, forbidden: 0 })
  expect(assessUnit([said], () => series, 3).points).toBe(5)
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
