import { describe, expect, it } from 'vitest'
import { type Command, type Decided, decide, URGE_COOLDOWN_HOURS } from './decide.ts'
import { LIFE } from './life.ts'
import { isRefusal } from './refusal.ts'
import { type Actor, COMMANDS, type CommandName, type Item, type Role, STATES, type State } from './types.ts'

const NOW = '2026-06-15T02:00:00Z'
const actor = (role: Role, unitId: string | null, personId = role): Actor => ({
  personId,
  name: role,
  jurisdiction: '990124',
  appointments: [{ role, unitId }],
  unitIds: unitId ? [unitId] : [],
})
const officer = actor('officer', null)
const lead = actor('liaison', 'u-lead')
const co = actor('liaison', 'u-co')
const stranger = actor('liaison', 'u-other')

const item = (state: State, over: Partial<Item> = {}): Item => ({
  id: 'i',
  jurisdiction: '990124',
  number: '2026-0001',
  title: '完成水库除险加固',
  topic: 'safety',
  urgency: 'ordinary',
  state,
  version: 7,
  leadUnitId: 'u-lead',
  coUnitIds: ['u-co'],
  dueOn: '2026-06-30',
  measure: null,
  percent: 40,
  source: null,
  registeredAt: NOW,
  dispatchedAt: NOW,
  acceptedAt: null,
  lastReportAt: null,
  submittedAt: null,
  closedAt: null,
  reportedBy: null,
  suspended: state === 'suspended' ? { from: 'returned', until: null } : null,
  waitingFor: null,
  urgedAt: null,
  ...over,
})

const draft = {
  title: '完成水库除险加固',
  topic: 'safety',
  urgency: 'ordinary',
  leadUnitId: 'u-lead',
  coUnitIds: [],
  dueOn: null,
  measure: null,
} as const
const COMMAND: Record<CommandName, Command> = {
  register: { command: 'register', draft: { ...draft, coUnitIds: [] }, source: null },
  edit: { command: 'edit', draft: { title: '另一标题' } },
  dispatch: { command: 'dispatch' },
  withdraw: { command: 'withdraw', words: '交办有误' },
  accept: { command: 'accept', words: null },
  report: { command: 'report', percent: 60, words: '已完成坝体加固', fileIds: [], waitingFor: null },
  submit: { command: 'submit', words: '全部完成', fileIds: [] },
  close: { command: 'close', words: null },
  return: { command: 'return', words: '缺少验收材料' },
  suspend: { command: 'suspend', words: '汛期停工', until: null },
  resume: { command: 'resume', words: null },
  extend: { command: 'extend', dueOn: '2026-07-31', words: '连续降雨' },
  urge: { command: 'urge', words: null },
  archive: { command: 'archive' },
}
const ACTOR: Partial<Record<CommandName, Actor>> = { accept: lead, report: lead, submit: lead }
const run = (state: State, name: CommandName, over: Partial<Item> = {}, by = ACTOR[name] ?? officer) =>
  decide(item(state, over), COMMAND[name], { actor: by, now: NOW })

/** The expected table, written out a second time by hand: state → command → next state. Everything else is refused. */
const EXPECTED: Record<State, Partial<Record<CommandName, State>>> = {
  proposed: { edit: 'proposed' },
  registered: { edit: 'registered', dispatch: 'dispatched', archive: 'archived' },
  dispatched: {
    edit: 'dispatched',
    withdraw: 'registered',
    accept: 'in_progress',
    suspend: 'suspended',
    extend: 'dispatched',
    urge: 'dispatched',
  },
  in_progress: {
    edit: 'in_progress',
    report: 'in_progress',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'in_progress',
    urge: 'in_progress',
  },
  pending_verification: { edit: 'pending_verification', close: 'closed', return: 'returned', suspend: 'suspended' },
  returned: {
    edit: 'returned',
    report: 'in_progress',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'returned',
    urge: 'returned',
  },
  closed: { archive: 'archived' },
  archived: {},
  suspended: { resume: 'returned', edit: 'suspended' },
}

describe('state × command', () => {
  for (const state of STATES)
    for (const name of COMMANDS) {
      const to = EXPECTED[state][name]
      it(`${state} × ${name} ${to ? `leads to ${to}` : 'is refused'}`, () => {
        const out = run(state, name)
        if (to) {
          expect(isRefusal(out)).toBe(false)
          const { next, events } = out as Decided
          expect(next.state).toBe(to)
          expect(next.version).toBe(8)
          expect(events.map(e => e.kind)).toEqual([name])
        } else expect(out).toMatchObject({ refused: 'wrong-state', facts: { state, command: name } })
      })
    }

  it('is wholly said by the table of life', () => {
    for (const state of STATES)
      for (const name of Object.keys(LIFE[state])) if (name !== 'register') expect(EXPECTED[state]).toHaveProperty(name)
  })
})

describe('a decision', () => {
  it('leaves the item it was given untouched', () => {
    const before = item('in_progress')
    const copy = structuredClone(before)
    decide(before, COMMAND.report, { actor: lead, now: NOW })
    expect(before).toEqual(copy)
  })

  it('is not the stranger’s to make, and the co-unit may report but not accept, submit or set the percentage', () => {
    expect(run('in_progress', 'report', {}, stranger)).toMatchObject({ refused: 'not-allowed' })
    expect(run('dispatched', 'accept', {}, co)).toMatchObject({ refused: 'not-allowed' })
    expect(run('in_progress', 'submit', {}, co)).toMatchObject({ refused: 'not-allowed' })
    expect(run('in_progress', 'report', {}, co)).toMatchObject({ refused: 'not-allowed' })
    const words = decide(item('in_progress'), { ...COMMAND.report, percent: null } as Command, { actor: co, now: NOW }) as Decided
    expect(words.next.percent).toBe(40)
    const waits = decide(item('in_progress', { waitingFor: 'upper' }), { ...COMMAND.report, percent: null } as Command, {
      actor: co,
      now: NOW,
    }) as Decided
    expect(waits.next.waitingFor).toBe('upper')
  })

  it('keeps the reporter from verifying his own report', () => {
    expect(run('pending_verification', 'close', { reportedBy: 'officer' })).toMatchObject({ refused: 'own-report' })
  })

  it('asks for words where something is undone', () => {
    for (const name of ['withdraw', 'return', 'suspend', 'extend'] as const) {
      const state = name === 'return' ? 'pending_verification' : 'dispatched'
      expect(decide(item(state), { ...COMMAND[name], words: '  ' } as Command, { actor: officer, now: NOW })).toMatchObject({
        refused: 'reason-needed',
      })
    }
  })

  it('keeps the old deadline in the event of an extension, and refuses a day that has passed', () => {
    const out = run('in_progress', 'extend') as Decided
    expect(out.next.dueOn).toBe('2026-07-31')
    expect(out.events[0]!.facts).toEqual({ was: '2026-06-30', dueOn: '2026-07-31' })
    expect(
      decide(item('in_progress'), { command: 'extend', dueOn: '2026-06-14', words: '晚了' }, { actor: officer, now: NOW }),
    ).toMatchObject({ refused: 'due-in-past' })
  })

  it('does not urge twice within the cool-down', () => {
    const hours = (h: number) => new Date(Date.parse(NOW) - h * 3_600_000).toISOString()
    expect(run('in_progress', 'urge', { urgedAt: hours(URGE_COOLDOWN_HOURS - 1) })).toMatchObject({ refused: 'urged-recently' })
    expect(isRefusal(run('in_progress', 'urge', { urgedAt: hours(URGE_COOLDOWN_HOURS) }))).toBe(false)
  })

  it('does not dispatch to nobody', () => {
    expect(run('registered', 'dispatch', { leadUnitId: null, dispatchedAt: null })).toMatchObject({ refused: 'no-lead-unit' })
    expect(decide(item('dispatched'), { command: 'edit', draft: { leadUnitId: null } }, { actor: officer, now: NOW })).toMatchObject({
      refused: 'no-lead-unit',
    })
  })

  it('does not let a unit be lead and co-unit at once', () => {
    expect(decide(item('registered'), { command: 'edit', draft: { coUnitIds: ['u-lead'] } }, { actor: officer, now: NOW })).toMatchObject({
      refused: 'lead-is-co',
    })
  })

  it('says in the event which fields an edit changed, with what they were', () => {
    const out = decide(
      item('registered'),
      { command: 'edit', draft: { title: '新标题', topic: 'safety' } },
      { actor: officer, now: NOW },
    ) as Decided
    expect(out.events[0]!.facts).toEqual({ fields: ['title'], 'was.title': '完成水库除险加固', title: '新标题' })
  })

  it('registers with a number, and only by an officer', () => {
    const out = decide(null, COMMAND.register, { actor: officer, now: NOW, id: 'new', number: '2026-0002' }) as Decided
    expect(out.next).toMatchObject({ id: 'new', number: '2026-0002', state: 'registered', version: 1 })
    expect(decide(null, COMMAND.register, { actor: lead, now: NOW })).toMatchObject({ refused: 'not-allowed' })
  })

  it('says whether a closed item was on time by the day it was handed in, not the day it was verified', () => {
    const late = run('pending_verification', 'close', { submittedAt: '2026-06-30T15:00:00Z' }) as Decided
    expect(late.events[0]!.facts.onTime).toBe(true)
    const after = run('pending_verification', 'close', { submittedAt: '2026-06-30T16:30:00Z' }) as Decided
    expect(after.events[0]!.facts.onTime).toBe(false)
  })
})
