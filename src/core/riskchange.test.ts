import { describe, expect, it } from 'vitest'
import { changedSince, type RiskEvent } from './riskchange.ts'

const event = (more: Partial<RiskEvent> = {}): RiskEvent => ({ at: '2026-11-03T02:00:00Z', by: '陈立', registered: false, ...more })

describe('since a day a risk', () => {
  it('is new when it was registered, or judged for the first time', () => {
    expect(changedSince([event({ registered: true })], null, 'raised')?.changes).toEqual(['new'])
    const judged = event({ was: null, now: 'high', from: 'raised', to: 'assessed' })
    expect(changedSince([judged], 'high', 'assessed')).toMatchObject({ changes: ['new'], was: null, now: 'high' })
  })
  it('is raised or lowered by its first level against its last', () => {
    const steps = [event({ was: 'low', now: 'extreme' }), event({ was: 'extreme', now: 'high' })]
    expect(changedSince(steps, 'high', 'treated')).toMatchObject({ changes: ['raised'], was: 'low', now: 'high', by: '陈立' })
    expect(changedSince([event({ was: 'extreme', now: 'high' })], 'high', 'treated')?.changes).toEqual(['lowered'])
  })
  it('is not changed when it stands as it stood', () => {
    expect(changedSince([event({ was: 'low', now: 'high' }), event({ was: 'high', now: 'low' })], 'low', 'treated')).toBeNull()
    expect(changedSince([event()], 'low', 'treated')).toBeNull()
    expect(changedSince([], 'low', 'treated')).toBeNull()
  })
  it('is accepted, closed, dismissed or open again', () => {
    expect(changedSince([event({ from: 'treated', to: 'borne' })], 'high', 'borne')?.changes).toEqual(['borne'])
    expect(changedSince([event({ from: 'watched', to: 'over' })], 'low', 'over')?.changes).toEqual(['closed'])
    expect(changedSince([event({ from: 'borne', to: 'assessed' })], 'high', 'assessed')?.changes).toEqual(['reopened'])
    expect(changedSince([event({ registered: true }), event({ from: 'raised', to: 'dismissed' })], null, 'dismissed')?.changes).toEqual([
      'new',
      'dismissed',
    ])
  })
})
