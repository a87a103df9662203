import { describe, expect, it } from 'vitest'
import { type Calendar, WEEK_ONLY } from './day.ts'
import { nextRecheck, RECHECK_AFTER, relapseDraft } from './recheck.ts'

describe('the next look at a closed item', () => {
  it.each<[string, string, number, readonly number[], string | null]>([
    ['is 90 days after closing', '2026-03-02', 0, RECHECK_AFTER, '2026-06-01'],
    // 1 March + 90 days is Saturday 30 May.
    ['is on a working day', '2026-03-01', 0, RECHECK_AFTER, '2026-06-01'],
    ['is none once all were taken', '2026-06-01', 1, RECHECK_AFTER, null],
    ['is counted from the look before', '2026-06-01', 1, [30, 60], '2026-07-31'],
    ['is none where the rules ask for none', '2026-03-02', 0, [], null],
  ])('%s', (_, from, taken, rule, on) => expect(nextRecheck(from, taken, rule, WEEK_ONLY)).toBe(on))

  it('passes over public holidays', () => {
    const may: Calendar = { holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']), makeUps: new Set() }
    expect(nextRecheck('2026-04-01', 0, [30], may)).toBe('2026-05-06')
  })
})

describe('a relapse', () => {
  const item = {
    title: '北渠清淤',
    topic: 'agriculture',
    urgency: 'ordinary',
    leadUnitId: 'shui',
    coUnitIds: [],
    measure: '18公里',
  } as const
  const one = { ...item, coUnitIds: ['cai'] }
  it('asks for a new item with the same units, to be dated by a person', () => {
    expect(relapseDraft(one)).toEqual({ ...one, title: '回头看整改：北渠清淤', dueOn: null })
  })
  it('of an item with the longest title still has one that can be kept', () => {
    expect(relapseDraft({ ...one, title: '渠'.repeat(120) }).title).toHaveLength(120)
  })
  it('of what already was one does not repeat the word', () => {
    expect(relapseDraft({ ...one, title: '回头看整改：北渠清淤' }).title).toBe('回头看整改：北渠清淤')
  })
})
