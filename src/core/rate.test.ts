import { describe, expect, it } from 'vitest'
import { type RateItem, rates, ratesByUnit } from './rate.ts'

const item = (over: Partial<RateItem> = {}): RateItem => ({
  state: 'in_progress',
  leadUnitId: 'shui',
  dueOn: '2026-06-30',
  dispatchedAt: '2026-06-01T02:00:00Z',
  submittedAt: null,
  closedAt: null,
  ...over,
})
const closed = (submitted: string, on: string, over: Partial<RateItem> = {}): RateItem =>
  item({ state: 'closed', submittedAt: `${submitted}T02:00:00Z`, closedAt: `${on}T02:00:00Z`, ...over })

describe('the rates of a unit', () => {
  it.each<[string, RateItem[], string, [number, number, number, number]]>([
    ['of an open item before its deadline', [item()], '2026-06-29', [1, 0, 0, 0]],
    ['of an open item on its deadline, which is not over yet', [item()], '2026-06-30', [1, 0, 0, 0]],
    ['of an open item after its deadline', [item()], '2026-07-01', [1, 0, 1, 0]],
    ['of an item closed before its deadline', [closed('2026-06-10', '2026-06-11')], '2026-06-20', [1, 1, 1, 1]],
    ['of an item submitted in time and verified later', [closed('2026-06-30', '2026-07-05')], '2026-07-10', [1, 1, 1, 1]],
    ['of an item submitted too late', [closed('2026-07-01', '2026-07-02')], '2026-07-10', [1, 1, 1, 0]],
    ['of an archived item', [closed('2026-06-10', '2026-06-11', { state: 'archived' })], '2026-06-20', [1, 1, 1, 1]],
    ['of an item archived without dispatch', [item({ state: 'archived', dispatchedAt: null })], '2026-07-20', [0, 0, 0, 0]],
    ['of an undated item', [item({ dueOn: null })], '2026-07-20', [1, 0, 0, 0]],
    ['of a closed undated item', [closed('2026-06-10', '2026-06-11', { dueOn: null })], '2026-07-20', [1, 1, 0, 0]],
    ['of an item closed after the day of the figures', [closed('2026-06-28', '2026-06-29')], '2026-06-20', [1, 0, 0, 0]],
    ['of an item dispatched after the day of the figures', [item()], '2026-05-31', [0, 0, 0, 0]],
  ])('%s', (_, items, asOf, expected) => {
    const { all, closed: done, due, onTime } = rates(items, asOf)
    expect([all, done, due, onTime]).toEqual(expected)
  })

  it('are percentages with one decimal', () => {
    const items = [closed('2026-06-10', '2026-06-11'), closed('2026-07-01', '2026-07-02'), item()]
    expect(rates(items, '2026-07-10')).toMatchObject({
      closingRate: { value: 66.7, done: 2, of: 3 },
      onTimeRate: { value: 33.3, done: 1, of: 3 },
    })
  })

  it('do not round the last open item away', () => {
    const many = Array.from({ length: 4999 }, () => closed('2026-06-10', '2026-06-11'))
    expect(rates([...many, item()], '2026-07-10').closingRate).toMatchObject({ value: 99.9 })
    expect(rates([...Array.from({ length: 4999 }, () => item()), many[0]!], '2026-07-10').closingRate).toMatchObject({ value: 0.1 })
  })

  it('are not computable over nothing, and say why', () => {
    expect(rates([], '2026-06-30')).toMatchObject({
      closingRate: { value: null, why: 'no-items' },
      onTimeRate: { value: null, why: 'no-items' },
    })
    expect(rates([item()], '2026-06-10')).toMatchObject({ closingRate: { value: 0 }, onTimeRate: { value: null, why: 'nothing-due' } })
  })
})

describe('the rates by unit', () => {
  it('are those of each lead unit and add up to the whole', () => {
    const items = [item(), closed('2026-06-10', '2026-06-11', { leadUnitId: 'nong' }), item({ leadUnitId: null }), item()]
    const lines = ratesByUnit(items, '2026-07-10')
    expect(lines.map(line => [line.unitId, line.all, line.closed])).toEqual([
      ['shui', 2, 0],
      ['nong', 1, 1],
      [null, 1, 0],
    ])
    expect(lines.reduce((sum, line) => sum + line.due, 0)).toBe(rates(items, '2026-07-10').due)
  })
})
