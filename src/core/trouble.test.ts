import { describe, expect, it } from 'vitest'
import { CLOCKS, startClock } from './clock.ts'
import { WEEK_ONLY } from './day.ts'
import { RULES } from './rules.ts'
import { type TroubleItem, type TroubleKind, troubles } from './trouble.ts'
import { STATES, type Waiting } from './types.ts'
import { NO_WAIT } from './waiting.ts'

/** Dispatched on Monday 1 June 2026, due on the 8th (13710, an ordinary matter): to accept by the 2nd, to report by the 4th. */
const item = (over: Partial<TroubleItem> = {}): TroubleItem => ({
  state: 'in_progress',
  measure: '12座水库',
  leadUnitId: 'u-lead',
  registeredAt: '2026-05-31T02:00:00Z',
  dispatchedAt: '2026-06-01T02:00:00Z',
  acceptedAt: '2026-06-01T03:00:00Z',
  lastReportAt: '2026-06-03T02:00:00Z',
  submittedAt: null,
  ...startClock('13710-ordinary', CLOCKS['13710-ordinary'], '2026-06-08', '2026-06-01', WEEK_ONLY),
  waitingFor: null,
  waitingSince: null,
  waited: NO_WAIT,
  ...over,
})
type Waits = Pick<TroubleItem, 'waitingFor' | 'waitingSince'>
const NOBODY: Waits = { waitingFor: null, waitingSince: null }
const waits = (waitingFor: Waiting, waitingSince: string): Waits => ({ waitingFor, waitingSince })
const kinds = (over: Partial<TroubleItem>, waiting: Waits, today: string): TroubleKind[] =>
  troubles(item({ ...over, ...waiting }), today, RULES).map(trouble => trouble.kind)

describe('the troubles of an item', () => {
  it.each<[string, Partial<TroubleItem>, Waits, string, TroubleKind[]]>([
    ['in time', {}, NOBODY, '2026-06-05', []],
    [
      'of another kind, without deadline and measure',
      { kind: 'visit', state: 'registered', dueOn: null, measure: null },
      NOBODY,
      '2026-06-05',
      [],
    ],
    ['on its last day', {}, NOBODY, '2026-06-08', []],
    ['after its last day', {}, NOBODY, '2026-06-09', ['overdue']],
    ['not accepted on the last day for it', { state: 'dispatched', acceptedAt: null, lastReportAt: null }, NOBODY, '2026-06-02', []],
    ['not accepted after it', { state: 'dispatched', acceptedAt: null, lastReportAt: null }, NOBODY, '2026-06-03', ['unaccepted']],
    [
      'neither accepted nor reported',
      { state: 'dispatched', acceptedAt: null, lastReportAt: null },
      NOBODY,
      '2026-06-05',
      ['unaccepted', 'unreported'],
    ],
    ['accepted and not reported', { lastReportAt: null }, NOBODY, '2026-06-05', ['unreported']],
    ['waiting for a co-unit three days', {}, waits('co', '2026-06-03'), '2026-06-06', ['waiting']],
    ['waiting for a co-unit four days', {}, waits('co', '2026-06-03'), '2026-06-07', ['blocked', 'waiting']],
    ['overdue and blocked at once', {}, waits('upper', '2026-06-03'), '2026-06-12', ['overdue', 'blocked', 'waiting']],
    ['waiting for its own lead unit is not blocked', {}, waits('lead', '2026-06-02'), '2026-06-08', ['waiting']],
    ['silent for 30 days', { dueOn: '2026-12-31' }, NOBODY, '2026-07-03', []],
    ['silent for 31 days', { dueOn: '2026-12-31' }, NOBODY, '2026-07-04', ['stale']],
    [
      'silent while the office verifies',
      { state: 'pending_verification', dueOn: '2026-12-31' },
      waits('office', '2026-06-03'),
      '2026-07-10',
      ['waiting'],
    ],
    ['suspended past its deadline', { state: 'suspended' }, waits('upper', '2026-06-03'), '2026-07-10', []],
    [
      'registered without anything',
      { state: 'registered', dueOn: null, measure: null, leadUnitId: null, dispatchedAt: null },
      NOBODY,
      '2026-06-05',
      ['undated', 'unowned', 'unmeasured'],
    ],
    ['closed', { state: 'closed', dueOn: null, measure: null }, NOBODY, '2026-07-10', []],
    ['only proposed', { state: 'proposed', dueOn: null, dispatchedAt: null }, NOBODY, '2026-07-10', []],
  ])('%s', (_, over, waiting, today, expected) => expect(kinds(over, waiting, today)).toEqual(expected))

  it('say their figures', () => {
    expect(troubles(item({ measure: null, ...waits('co', '2026-06-04') }), '2026-06-10', RULES)).toEqual([
      { kind: 'overdue', days: 2, dueOn: '2026-06-08' },
      { kind: 'blocked', who: 'co', since: '2026-06-04', days: 6, limit: 3 },
      { kind: 'waiting', who: 'co', since: '2026-06-04', days: 6, charged: 6 },
      { kind: 'unmeasured', days: 9 },
    ])
  })

  it('age an item without a date from its dispatch, and before that from its registration', () => {
    expect(troubles(item({ dueOn: null, clock: null }), '2026-06-11', RULES)).toEqual([{ kind: 'undated', days: 10 }])
    expect(troubles(item({ dueOn: null, clock: null, state: 'registered', dispatchedAt: null }), '2026-06-11', RULES)).toEqual([
      { kind: 'undated', days: 11 },
    ])
  })

  it('never change the state, whatever it is', () => {
    for (const state of STATES) {
      const one = Object.freeze(item({ state }))
      expect(() => troubles(one, '2026-07-01', RULES)).not.toThrow()
    }
  })
})
