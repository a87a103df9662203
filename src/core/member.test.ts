import { describe, expect, it } from 'vitest'
import { type MemberFacts, memberStand } from './member.ts'

const matter = (parts: Partial<MemberFacts> = {}): MemberFacts => ({
  kind: 'matter',
  state: 'in_progress',
  closedAt: null,
  stage: null,
  stageOn: null,
  fields: {},
  ...parts,
})
const project = (stage: string, fields: MemberFacts['fields'] = {}, parts: Partial<MemberFacts> = {}) =>
  matter({ kind: 'project', stage, stageOn: '2026-06-01', fields, ...parts })

describe('a matter', () => {
  it.each<[string, Partial<MemberFacts>, object]>([
    ['under way is open', {}, { stand: 'open', on: null }],
    ['suspended is open', { state: 'suspended' }, { stand: 'open', on: null }],
    ['waiting to be verified is open', { state: 'pending_verification' }, { stand: 'open', on: null }],
    // 2026-05-31 16:30 UTC is the first of June in Beijing.
    ['struck off is done since that day', { state: 'closed', closedAt: '2026-05-31T16:30:00.000Z' }, { stand: 'done', on: '2026-06-01' }],
    ['archived after that is done', { state: 'archived', closedAt: '2026-05-31T02:00:00.000Z' }, { stand: 'done', on: '2026-05-31' }],
    ['archived without having been done is gone', { state: 'archived' }, { stand: 'gone', on: null }],
  ])('%s', (_, parts, stand) => expect(memberStand(matter(parts))).toEqual(stand))
})

describe('a project', () => {
  it('is open until it has started', () => {
    expect(memberStand(project('landed', { signedOn: '2026-03-01', landedOn: '2026-04-01' }))).toEqual({ stand: 'open', on: null })
  })
  it('is done on the day on which it started', () => {
    expect(memberStand(project('started', { startedOn: '2026-05-20' }))).toEqual({ stand: 'done', on: '2026-05-20' })
  })
  it('is done on that day also when it has gone on since', () => {
    expect(memberStand(project('completed', { startedOn: '2026-05-20', completedOn: '2026-06-01' })).on).toBe('2026-05-20')
  })
  it('is done when it reaches what the campaign asks for', () => {
    expect(memberStand(project('signed', { signedOn: '2026-04-02' }), { project: 'signed' })).toEqual({ stand: 'done', on: '2026-04-02' })
    expect(memberStand(project('started', { startedOn: '2026-05-20' }), { project: 'producing' }).stand).toBe('open')
  })
  it('that passed the stage over is done since the next that has a day', () => {
    expect(memberStand(project('started', { startedOn: '2026-05-20' }), { project: 'landed' }).on).toBe('2026-05-20')
  })
  it('whose stage has no day is done since it stands there', () => {
    expect(memberStand(project('capacity'), { project: 'capacity' })).toEqual({ stand: 'done', on: '2026-06-01' })
  })
  it('that was dropped is gone', () => {
    expect(memberStand(project('dropped', { startedOn: '2026-05-20' }))).toEqual({ stand: 'gone', on: '2026-06-01' })
  })
  it('struck off before it started is done all the same, on the earlier of the two days', () => {
    const struck = { state: 'closed', closedAt: '2026-05-01T02:00:00.000Z' } as const
    expect(memberStand(project('signed', {}, struck))).toEqual({ stand: 'done', on: '2026-05-01' })
    expect(memberStand(project('started', { startedOn: '2026-04-20' }, struck)).on).toBe('2026-04-20')
  })
})

it('a reform is done with its product, a risk when it is over, borne or not', () => {
  const at = (kind: 'reform' | 'risk', stage: string) => memberStand(matter({ kind, stage, stageOn: '2026-06-01' })).stand
  expect([at('reform', 'piloting'), at('reform', 'settled'), at('reform', 'spread'), at('reform', 'ended')]).toEqual([
    'open',
    'done',
    'done',
    'gone',
  ])
  expect([at('risk', 'watched'), at('risk', 'over'), at('risk', 'borne')]).toEqual(['open', 'done', 'gone'])
})
