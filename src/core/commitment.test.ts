import { describe, expect, test } from 'vitest'
import { judgeCommitment } from './commitment.ts'
import type { Series } from './indicator.ts'

const series = (parts: Partial<Series['indicator']>, told: Record<number, number>, lastYear: Record<number, number> = {}): Series => {
  const year = (of: Record<number, number>) => Array.from({ length: 12 }, (_, at) => of[at + 1] ?? null)
  return {
    indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 0, unit: '户', ...parts },
    year: 2026,
    target: null,
    values: year(told),
    lastYear: year(lastYear),
  }
}
const judged = (of: Series, value: number, dueOn: string, month: number, until: string) =>
  judgeCommitment(of, { value, dueOn }, month, until)

describe('承诺10月底前改厕270户', () => {
  const toilets = (told: Record<number, number>) => series({}, told)

  test('is kept as soon as it is reached', () => {
    expect(judged(toilets({ 8: 271 }), 270, '2026-10-31', 8, '2026-09-10')).toMatchObject({
      stand: 'kept',
      light: 'green',
      now: 271,
      month: 8,
    })
  })

  test('runs until its day, on a straight line to it', () => {
    // 162 of 270 is 60 %; 8 of 10 months are gone, 80 %.
    expect(judged(toilets({ 8: 162 }), 270, '2026-10-31', 8, '2026-09-10')).toEqual({
      stand: 'running',
      light: 'yellow',
      month: 8,
      now: 162,
      awaited: null,
      share: 60,
      time: 80,
      points: -20,
      neededPerMonth: 54,
    })
  })

  test('is missed when the figure of its month is below it, whatever came later', () => {
    expect(judged(toilets({ 9: 200, 10: 260, 11: 275 }), 270, '2026-10-31', 11, '2026-12-10')).toMatchObject({
      stand: 'missed',
      light: 'red',
      now: 260,
      month: 10,
    })
  })

  test('is not judged while the figure of its month is still to come, and says which', () => {
    expect(judged(toilets({ 9: 200 }), 270, '2026-10-31', 11, '2026-11-10')).toMatchObject({
      stand: 'unknown',
      light: 'grey',
      now: 200,
      awaited: 10,
    })
  })

  test('without any figure it is running before its day and unknown after it', () => {
    expect(judged(toilets({}), 270, '2026-10-31', 8, '2026-09-10')).toMatchObject({ stand: 'running', light: 'grey', now: null })
    expect(judged(toilets({}), 270, '2026-10-31', 10, '2026-11-20')).toMatchObject({ stand: 'unknown', awaited: 10 })
  })

  test('judged by an earlier month does not know the later ones', () => {
    expect(judged(toilets({ 6: 100, 10: 270 }), 270, '2026-10-31', 6, '2026-06-30')).toMatchObject({ stand: 'running', now: 100, time: 60 })
  })
})

test('全年事故不超过5起: the sixth has broken it, long before its day', () => {
  const accidents = series({ kind: 'ceiling', direction: 'down', unit: '起' }, { 3: 4, 6: 6 })
  expect(judged(accidents, 5, '2026-12-31', 3, '2026-04-10')).toMatchObject({ stand: 'running', light: 'green' })
  expect(judged(accidents, 5, '2026-12-31', 6, '2026-07-10')).toMatchObject({ stand: 'missed', light: 'red', now: 6, awaited: null })
})
test('全年事故不超过5起: a limit is kept only when its day has come', () => {
  const accidents = (told: Record<number, number>) => series({ kind: 'ceiling', direction: 'down', unit: '起' }, told)
  expect(judged(accidents({ 6: 2 }), 5, '2026-12-31', 6, '2026-07-10')).toMatchObject({ stand: 'running', light: 'green', points: null })
  expect(judged(accidents({ 12: 4 }), 5, '2026-12-31', 12, '2027-01-10')).toMatchObject({ stand: 'kept' })
  expect(judged(accidents({ 12: 6 }), 5, '2026-12-31', 12, '2027-01-10')).toMatchObject({ stand: 'missed' })
  expect(judged(accidents({ 11: 4 }), 5, '2026-12-31', 12, '2027-01-10')).toMatchObject({ stand: 'unknown', awaited: 12 })
})

test('增速8%: a pledge of growth is held against the growth, not the amount', () => {
  const growth = series({ kind: 'growth', unit: '亿元', decimals: 1 }, { 6: 107 }, { 6: 100 })
  expect(judged(growth, 8, '2026-06-30', 6, '2026-07-10')).toMatchObject({ stand: 'missed', now: 7 })
  expect(judged(growth, 7, '2026-06-30', 6, '2026-07-10')).toMatchObject({ stand: 'kept' })
})
test('全年增速8%: a growth of 9% in March keeps nothing yet, and without the figure of its day it is unknown', () => {
  const rate = (told: Record<number, number>) => series({ kind: 'growth', unit: '%', decimals: 1 }, told)
  expect(judged(rate({ 3: 9 }), 8, '2026-12-31', 3, '2026-04-20')).toMatchObject({ stand: 'running', light: 'green', points: null })
  expect(judged(rate({ 3: 9 }), 8, '2026-12-31', 12, '2027-01-20')).toMatchObject({ stand: 'unknown', awaited: 12 })
  expect(judged(rate({ 3: 9, 12: 7.9 }), 8, '2026-12-31', 12, '2027-01-20')).toMatchObject({ stand: 'missed', now: 7.9 })
})

test('9月底前印发方案: a milestone is kept by being done by its day', () => {
  const plan = (told: Record<number, number>) => series({ kind: 'milestone', unit: '' }, told)
  expect(judged(plan({ 5: 0, 8: 1 }), 1, '2026-09-30', 10, '2026-10-20')).toMatchObject({ stand: 'kept' })
  expect(judged(plan({ 9: 0, 10: 1 }), 1, '2026-09-30', 10, '2026-10-20')).toMatchObject({ stand: 'missed' })
})

test('of a quarterly figure the last quarter’s end by its day decides', () => {
  const income = series({ frequency: 'quarter' }, { 3: 10, 6: 20 })
  expect(judged(income, 25, '2026-08-31', 9, '2026-09-20')).toMatchObject({ stand: 'missed', month: 6, awaited: null })
})
