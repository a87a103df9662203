import { describe, expect, test } from 'vitest'
import { type Asking, chargesMoved, chargesOf, costOf, daysAsked, monthsLater, overBudget } from './burden.ts'

const asking = (more: Partial<Asking> = {}): Asking => ({
  stage: 'out',
  stageOn: '2026-03-01',
  unitIds: ['a', 'b'],
  frequency: 'monthly',
  minutes: 30,
  from: '2026-03-05',
  until: '2026-06-05',
  outOn: '2026-03-01',
  ...more,
})

describe('the days on which an answer is due', () => {
  test.each([
    ['once', ['2026-03-05']],
    ['monthly', ['2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05']],
    ['quarterly', ['2026-03-05', '2026-06-05']],
    ['yearly', ['2026-03-05']],
  ] as const)('%s', (frequency, days) => {
    expect(daysAsked(asking({ frequency }))).toEqual(days)
  })
  test('weekly is every seventh day, daily every working day of the week', () => {
    expect(daysAsked(asking({ frequency: 'weekly', until: '2026-03-20' }))).toEqual(['2026-03-05', '2026-03-12', '2026-03-19'])
    expect(daysAsked(asking({ frequency: 'daily', until: '2026-03-10' }))).toEqual(['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'])
  })
  test('the end of a month stays one', () => {
    expect([1, 2, 12].map(n => monthsLater('2026-01-31', n))).toEqual(['2026-02-28', '2026-03-31', '2027-01-31'])
  })
  test('nobody is asked for longer than three years without being asked anew', () => {
    expect(daysAsked(asking({ until: '2099-01-01' })).at(-1)! < '2029-04-01').toBe(true)
  })
})

describe('what a unit is asked in a month', () => {
  const minutes = (more: Partial<Asking>) => chargesOf(asking(more)).map(c => [c.month, c.minutes, c.saved])
  test('nothing before the request is out', () => {
    for (const stage of ['drafted', 'checked', 'approved']) expect(chargesOf(asking({ stage }))).toEqual([])
  })
  test('its minutes for every answer once it is out', () => {
    expect(minutes({ until: '2026-04-05' })).toEqual([
      ['2026-03', 30, 0],
      ['2026-04', 30, 0],
    ])
  })
  test('what was due before it went out was not asked', () => {
    expect(minutes({ outOn: '2026-04-20' })).toEqual([
      ['2026-05', 30, 0],
      ['2026-06', 30, 0],
    ])
  })
  test('merged or dropped, what would have followed is saved', () => {
    for (const stage of ['merged', 'dropped'])
      expect(minutes({ stage, stageOn: '2026-05-01' })).toEqual([
        ['2026-03', 30, 0],
        ['2026-04', 30, 0],
        ['2026-05', 0, 30],
        ['2026-06', 0, 30],
      ])
  })
  test('dropped before it went out, all of it is saved', () => {
    expect(minutes({ stage: 'dropped', stageOn: '2026-02-01', outOn: null }).map(([, , saved]) => saved)).toEqual([30, 30, 30, 30])
  })
  test('ended, it is asked no more and nothing is called saved', () => {
    expect(minutes({ stage: 'ended', stageOn: '2026-05-01' })).toEqual([
      ['2026-03', 30, 0],
      ['2026-04', 30, 0],
    ])
  })
})

describe('a change of the kept counts', () => {
  test('is the difference of before and after, by unit and month', () => {
    const longer = chargesMoved(asking({ until: '2026-03-05' }), asking({ until: '2026-03-05', minutes: 45 }))
    expect(longer).toEqual([
      { unitId: 'a', month: '2026-03', minutes: 15, requests: 0, saved: 0 },
      { unitId: 'b', month: '2026-03', minutes: 15, requests: 0, saved: 0 },
    ])
    expect(chargesMoved(asking(), asking())).toEqual([])
  })
  test('and back leaves nothing', () => {
    const [there, back] = [chargesMoved(asking(), asking({ stage: 'dropped' })), chargesMoved(asking({ stage: 'dropped' }), asking())]
    expect(there.map((m, at) => m.minutes + back[at]!.minutes)).toEqual(there.map(() => 0))
  })
})

test('the cost is units × times × minutes', () => {
  expect(costOf(asking({ until: '2027-12-05' }))).toEqual({ times: 12, units: 2, yearMinutes: 720, unitMonth: 30, allMonth: 60 })
  expect(costOf(asking({ frequency: 'weekly', until: '2026-03-31' }))).toMatchObject({ times: 4, unitMonth: 120 })
})

describe('over budget', () => {
  const budget = (unitId: string) => (unitId === 'a' ? 100 : 600)
  test('by unit, in the month that goes over most', () => {
    const asked = (unitId: string, month: string) => (unitId === 'a' && month === '2026-04' ? 90 : 80)
    expect(overBudget(asking({ stage: 'drafted', outOn: null }), asked, budget)).toEqual([
      { unitId: 'a', month: '2026-04', minutes: 120, budget: 100 },
    ])
  })
  test('nobody, when it fits', () => {
    expect(overBudget(asking(), () => 0, budget)).toEqual([])
  })
})
