import { describe, expect, it } from 'vitest'
import { type Digest, digest, digestMessage, type MessageItem, waitsFor } from './message.ts'
import { type Actor, ROLES, type Role, STATES, type State } from './types.ts'

const actor = (role: Role, ...unitIds: string[]): Actor => ({
  personId: role,
  name: role,
  jurisdiction: '990124',
  appointments: [{ role, unitId: unitIds[0] ?? null }],
  unitIds,
})
const item = (state: State, over: Partial<MessageItem> = {}): MessageItem => ({
  id: 'i',
  number: '2026-0001',
  title: '北渠清淤',
  state,
  dueOn: '2026-06-30',
  leadUnitId: 'shui',
  coUnitIds: ['cai'],
  waitingFor: 'lead',
  ...over,
})

/** Everything that waits for someone; what is not named waits for nobody. */
const TABLE: Partial<Record<State, Partial<Record<'officer' | 'lead' | 'co', string>>>> = {
  registered: { officer: 'to-dispatch' },
  dispatched: { lead: 'to-accept' },
  in_progress: { lead: 'to-report' },
  returned: { lead: 'returned' },
  pending_verification: { officer: 'to-verify' },
}

describe('who waits for what', () => {
  const people = { officer: actor('officer'), lead: actor('liaison', 'shui'), co: actor('liaison', 'cai') }
  const cases = STATES.flatMap(state => (['officer', 'lead', 'co'] as const).map(who => [state, who, TABLE[state]?.[who] ?? null] as const))
  it.each(cases)('an item %s asks of the %s: %s', (state, who, expected) => expect(waitsFor(people[who], item(state))).toBe(expected))

  it('asks the co-unit to report when the lead unit waits for it', () => {
    expect(waitsFor(people.co, item('in_progress', { waitingFor: 'co' }))).toBe('to-report')
    expect(waitsFor(actor('liaison', 'nong'), item('in_progress', { waitingFor: 'co' }))).toBeNull()
  })

  it('asks nothing of leaders, upper levels and the three administrators', () => {
    const asked = ROLES.filter(role => STATES.some(state => waitsFor(actor(role, 'shui'), item(state)) !== null))
    expect(asked).toEqual(['officer', 'liaison', 'head'])
  })
})

describe('the weekly digest', () => {
  const items = [
    item('in_progress', { id: 'd', number: '2026-0004', dueOn: null }),
    item('in_progress', { id: 'c', number: '2026-0003', dueOn: '2026-06-27' }),
    item('dispatched', { id: 'b', number: '2026-0002', dueOn: '2026-06-20' }),
    item('returned', { id: 'a', number: '2026-0001', dueOn: '2026-06-17' }),
    item('in_progress', { id: 'e', number: '2026-0005', dueOn: '2026-06-26' }),
    item('in_progress', { id: 'other', leadUnitId: 'nong' }),
    item('closed', { id: 'closed' }),
  ]
  const one = digest(actor('liaison', 'shui'), items, '2026-06-20') as Digest

  it('holds what waits for the person and nothing else, by what is due', () => {
    expect(one.lines.map(line => [line.itemId, line.why, line.days])).toEqual([
      ['a', 'returned', -3],
      ['b', 'to-accept', 0],
      ['e', 'to-report', 6],
      ['c', 'to-report', 7],
      ['d', 'to-report', null],
    ])
    expect(one.counts).toEqual({ overdue: 1, thisWeek: 2, later: 1, undated: 1 })
  })

  it('is not sent when nothing waits', () => {
    expect(digest(actor('liaison', 'nobody'), items, '2026-06-20')).toBeNull()
    expect(digest(actor('audit_admin'), items, '2026-06-20')).toBeNull()
  })

  it('says it in words, with a link for each line', () => {
    const message = digestMessage(one, id => `https://luoshi.example/items/${id}`, 4)
    expect(message.title).toBe('落实待办：5项待办，1项已逾期，2项7天内到期')
    expect(message.lines).toEqual([
      { text: '【退回待改】2026-0001 北渠清淤（已逾期3天）', url: 'https://luoshi.example/items/a' },
      { text: '【待签收】2026-0002 北渠清淤（今天到期）', url: 'https://luoshi.example/items/b' },
      { text: '【待反馈】2026-0005 北渠清淤（6月26日到期）', url: 'https://luoshi.example/items/e' },
      { text: '【待反馈】2026-0003 北渠清淤（6月27日到期）', url: 'https://luoshi.example/items/c' },
      { text: '另有1项，请登录查看。', url: null },
    ])
  })
})
