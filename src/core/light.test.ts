import { describe, expect, it } from 'vitest'
import { WEEK_ONLY } from './day.ts'
import { isOverdue, light } from './light.ts'
import { STATES } from './types.ts'

type LightItem = Parameters<typeof light>[0]
/** Dispatched on 1 June 2026 (a Monday), due on 30 June: after n days the time share is n / 29. */
const item = (over: Partial<LightItem> = {}): LightItem => ({
  state: 'in_progress',
  dueOn: '2026-06-30',
  percent: 50,
  dispatchedAt: '2026-06-01T02:00:00Z',
  lastReportAt: null,
  suspended: null,
  submittedAt: null,
  ...over,
})

describe('the light', () => {
  it.each<[string, Partial<LightItem>, string, string, string]>([
    ['on the plan line', { percent: 50 }, '2026-06-15', 'green', 'on-pace'],
    ['less than 10 points behind', { percent: 39 }, '2026-06-15', 'green', 'on-pace'],
    ['more than 10 points behind', { percent: 38 }, '2026-06-15', 'yellow', 'behind'],
    ['30 points behind', { percent: 18.3 }, '2026-06-15', 'yellow', 'behind'],
    ['more than 30 points behind', { percent: 18.2 }, '2026-06-15', 'red', 'behind'],
    ['due within three working days', { percent: 99 }, '2026-06-25', 'yellow', 'due-soon'],
    ['due in four working days', { percent: 99 }, '2026-06-24', 'green', 'on-pace'],
    ['due today', { percent: 99 }, '2026-06-30', 'yellow', 'due-soon'],
    ['the day after the deadline', { percent: 99 }, '2026-07-01', 'red', 'overdue'],
    [
      'handed in late and awaiting verification',
      { state: 'pending_verification', submittedAt: '2026-07-01T00:00:00Z' },
      '2026-07-05',
      'red',
      'overdue',
    ],
    [
      'handed in on the last day, verified late',
      { state: 'pending_verification', submittedAt: '2026-06-30T00:00:00Z' },
      '2026-07-05',
      'green',
      'awaiting-verification',
    ],
    [
      'awaiting verification',
      { state: 'pending_verification', submittedAt: '2026-06-10T00:00:00Z' },
      '2026-06-15',
      'green',
      'awaiting-verification',
    ],
    [
      'suspended after the deadline',
      { state: 'suspended', suspended: { from: 'in_progress', since: '2026-06-20', until: null } },
      '2026-07-20',
      'grey',
      'suspended',
    ],
    ['without a deadline', { dueOn: null }, '2026-06-15', 'grey', 'no-deadline'],
    ['without a deadline for 30 days', { dueOn: null }, '2026-07-01', 'grey', 'no-deadline'],
    [
      'without a deadline for 31 days, whatever was reported',
      { dueOn: null, lastReportAt: '2026-07-01T02:00:00Z' },
      '2026-07-02',
      'yellow',
      'aged',
    ],
    ['without a deadline for 91 days', { dueOn: null, lastReportAt: '2026-08-30T02:00:00Z' }, '2026-08-31', 'red', 'aged'],
    ['silent for 31 days though on pace', { dueOn: '2026-12-31', percent: 90 }, '2026-07-02', 'yellow', 'stale'],
    ['closed', { state: 'closed' }, '2026-08-01', 'green', 'closed'],
    ['not yet dispatched', { state: 'registered', dispatchedAt: null }, '2026-06-15', 'grey', 'not-dispatched'],
    ['due on the day of dispatch', { dueOn: '2026-06-01', percent: 0 }, '2026-06-01', 'yellow', 'due-soon'],
  ])('of an item %s', (_, over, today, colour, reason) => {
    const lit = light(item(over), today, WEEK_ONLY)
    expect([lit.light, lit.reason]).toEqual([colour, reason])
  })

  it('says its figures', () => {
    expect(light(item({ percent: 20 }), '2026-06-15', WEEK_ONLY).facts).toEqual({ points: -28.3, percent: 20, time: 48.3 })
    expect(light(item(), '2026-07-03', WEEK_ONLY).facts).toEqual({ days: 3, dueOn: '2026-06-30' })
  })

  it('answers for every state', () => {
    for (const state of STATES) expect(light(item({ state }), '2026-06-15', WEEK_ONLY).light).toBeTruthy()
  })
})

describe('overdue', () => {
  it('is derived beside the state and does not replace it', () => {
    const overdue = (over: Partial<LightItem>) => isOverdue(item(over), '2026-07-01')
    expect(overdue({ state: 'returned' })).toBe(true)
    expect(overdue({ state: 'closed' })).toBe(false)
    expect(overdue({ state: 'suspended' })).toBe(false)
    expect(overdue({ dueOn: null })).toBe(false)
  })
})
