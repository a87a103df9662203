import { describe, expect, it } from 'vitest'
import { PART_EVENTS } from './cascade.ts'
import { type Calendar, WEEK_ONLY } from './day.ts'
import { audiencesOf, type Happening, TOLD } from './message.ts'
import { UNTOUCHED } from './register.ts'
import { type Actor, COMMANDS, type Item, type Role } from './types.ts'

const actor = (role: Role, ...unitIds: string[]): Actor => ({
  personId: role,
  name: role,
  jurisdiction: '990124',
  appointments: [{ role, unitId: unitIds[0] ?? null }],
  unitIds,
})
const item = (parts: Partial<Item> = {}): Item => ({
  ...UNTOUCHED,
  id: 'i',
  jurisdiction: '990124',
  number: '2026-0001',
  title: '北渠清淤',
  topic: 'agriculture',
  urgency: 'ordinary',
  state: 'in_progress',
  version: 2,
  leadUnitId: 'shui',
  coUnitIds: ['cai'],
  dueOn: '2026-06-30',
  measure: null,
  source: null,
  registeredAt: null,
  waitingFor: 'lead',
  ...parts,
})
const told = (kind: Happening['event']['kind'], parts: Partial<Happening> = {}): string[] =>
  audiencesOf({
    event: { kind, facts: {} },
    before: item(),
    next: item(),
    actor: actor('officer'),
    today: '2026-06-01',
    calendar: WEEK_ONLY,
    ...parts,
  }).map(a => [a.role, a.unitId, a.urgent].filter(Boolean).join(' '))

const LEAD = ['liaison shui', 'head shui']
const CO = ['liaison cai']

describe('who is told of what', () => {
  it.each<[Happening['event']['kind'], string[]]>([
    ['register', []],
    ['edit', [...LEAD, ...CO]],
    ['dispatch', [...LEAD, ...CO]],
    ['withdraw', [...LEAD, ...CO]],
    ['accept', []],
    ['submit', ['officer']],
    ['close', [...LEAD, ...CO]],
    ['return', LEAD],
    ['suspend', [...LEAD, ...CO]],
    ['resume', [...LEAD, ...CO]],
    ['extend', [...LEAD, ...CO]],
    ['urge', LEAD],
    ['archive', []],
  ])('%s tells %j', (kind, expected) => expect(told(kind)).toEqual(expected))

  it('says it of everything that can be done to an item', () =>
    expect(Object.keys(TOLD).sort()).toEqual([...COMMANDS, ...PART_EVENTS].sort()))

  it('tells nobody of a lead unit’s report, unless it hands the matter on', () => {
    const lead = { actor: actor('liaison', 'shui') }
    expect(told('report', lead)).toEqual([])
    expect(told('report', { ...lead, event: { kind: 'report', facts: { waitingFor: 'upper' } } })).toEqual([])
    expect(told('report', { ...lead, event: { kind: 'report', facts: { waitingFor: 'office' } } })).toEqual(['officer'])
    expect(told('report', { ...lead, event: { kind: 'report', facts: { waitingFor: 'co' } } })).toEqual(CO)
  })

  it('tells the lead unit what a co-unit answered', () => expect(told('report', { actor: actor('liaison', 'cai') })).toEqual(LEAD))

  it('tells no unit of a change before the dispatch', () => expect(told('edit', { next: item({ state: 'registered' }) })).toEqual([]))

  it('tells a unit that lost an item by a change, once', () => {
    expect(told('edit', { next: item({ leadUnitId: 'nong' }) })).toEqual(['liaison nong', 'head nong', 'liaison cai', ...LEAD])
  })
})

describe('what does not wait for the digest', () => {
  it('is 特急 when it is dispatched, to the lead unit’s liaison', () => {
    expect(told('dispatch', { next: item({ urgency: 'urgent' }) })).toEqual(['liaison shui urgent-dispatch', 'head shui', ...CO])
    expect(told('urge', { next: item({ urgency: 'urgent' }) })).toEqual(LEAD)
  })

  // 2026-06-05 is a Friday; the 8th made a day off, so the next working day is the 9th.
  const calendar: Calendar = { holidays: new Set(['2026-06-08']), makeUps: new Set() }
  it.each([
    ['2026-06-01', true],
    ['2026-06-05', true],
    ['2026-06-09', true],
    ['2026-06-10', false],
    [null, false],
  ])('is a return on Friday of what is due on %s: %s', (dueOn, urgent) => {
    const [first] = told('return', { next: item({ dueOn }), today: '2026-06-05', calendar })
    expect(first).toBe(urgent ? 'liaison shui returned-due' : 'liaison shui')
  })
})
