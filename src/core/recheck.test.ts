import { describe, expect, it } from 'vitest'
import { type Calendar, WEEK_ONLY } from './day.ts'
import { nextRecheck, type Recheck, rechecksDue, reopenDraft } from './recheck.ts'
import type { Item } from './types.ts'

const closed = (id: string, on: string, state: Item['state'] = 'closed') => ({ id, state, closedAt: `${on}T02:00:00Z` })
const look = (round: number, result: Recheck['result'] = 'kept', itemId = 'a'): Recheck => ({ itemId, round, on: '2026-05-01', result })
const twice = { after: [30, 90] }

describe('the next look at a closed item', () => {
  it.each<[string, Pick<Item, 'id' | 'state' | 'closedAt'>, Recheck[], string | null]>([
    ['is 90 days after closing', closed('a', '2026-03-02'), [], '2026-06-01'],
    // 1 March + 90 days is Saturday 30 May.
    ['is on a working day', closed('a', '2026-03-01'), [], '2026-06-01'],
    ['stays due when the item is archived', closed('a', '2026-03-04', 'archived'), [], '2026-06-02'],
    ['is none once it was taken', closed('a', '2026-03-02'), [look(1)], null],
    ['does not mind looks at other items', closed('a', '2026-03-02'), [look(1, 'kept', 'b')], '2026-06-01'],
    ['is none for an open item', closed('a', '2026-03-02', 'in_progress'), [], null],
    ['is none for an item archived without closing', { id: 'a', state: 'archived', closedAt: null }, [], null],
  ])('%s', (_, item, taken, dueOn) => expect(nextRecheck(item, taken, '2026-05-01', WEEK_ONLY)?.dueOn ?? null).toBe(dueOn))

  it('follows a template of several looks, and ends with a relapse', () => {
    const item = closed('a', '2026-03-02')
    expect(nextRecheck(item, [], '2026-03-05', WEEK_ONLY, twice)).toEqual({ itemId: 'a', round: 1, dueOn: '2026-04-01', late: 0 })
    expect(nextRecheck(item, [look(1)], '2026-06-04', WEEK_ONLY, twice)).toEqual({ itemId: 'a', round: 2, dueOn: '2026-06-01', late: 3 })
    expect(nextRecheck(item, [look(1), look(2)], '2026-06-04', WEEK_ONLY, twice)).toBeNull()
    expect(nextRecheck(item, [look(1, 'relapsed')], '2026-06-04', WEEK_ONLY, twice)).toBeNull()
  })

  it('passes over public holidays', () => {
    const may: Calendar = { holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']), makeUps: new Set() }
    expect(nextRecheck(closed('a', '2026-04-01'), [], '2026-04-02', may, { after: [30] })?.dueOn).toBe('2026-05-06')
  })
})

describe('the looks due', () => {
  it('come with the longest due first, and no later than asked', () => {
    const items = [closed('b', '2026-03-10'), closed('a', '2026-03-02'), closed('c', '2026-05-20'), closed('d', '2026-03-02')]
    expect(rechecksDue(items, [look(1, 'kept', 'd')], '2026-06-10', '2026-06-30', WEEK_ONLY).map(one => [one.itemId, one.late])).toEqual([
      ['a', 9],
      ['b', 2],
    ])
  })
})

describe('a relapse', () => {
  const item = {
    title: '北渠清淤',
    topic: 'agriculture',
    urgency: 'ordinary',
    leadUnitId: 'shui',
    coUnitIds: ['cai'],
    measure: '18公里',
  } as const
  it('suggests a new item with the same units, to be dated by a person', () => {
    expect(reopenDraft({ ...item, coUnitIds: [...item.coUnitIds] })).toEqual({
      title: '回头看整改：北渠清淤',
      topic: 'agriculture',
      urgency: 'ordinary',
      leadUnitId: 'shui',
      coUnitIds: ['cai'],
      dueOn: null,
      measure: '18公里',
    })
  })
  it('of an item with the longest title still has one that can be kept', () => {
    expect(reopenDraft({ ...item, coUnitIds: [], title: '渠'.repeat(120) }).title).toHaveLength(120)
  })
  it('of what already was one does not repeat the word', () => {
    expect(reopenDraft({ ...item, coUnitIds: [], title: '回头看整改：北渠清淤' }).title).toBe('回头看整改：北渠清淤')
  })
})
