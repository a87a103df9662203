import { describe, expect, it } from 'vitest'
import type { Command, Decided } from './command.ts'
import { decide, URGE_COOLDOWN_HOURS } from './decide.ts'
import { LIFE } from './life.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import { PLAIN_BOOK } from './rules.ts'
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
  ...UNTOUCHED,
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
  // A closed one was closed, an archived one as well unless a test says otherwise.
  closedAt: state === 'closed' || state === 'archived' ? NOW : null,
  suspended: state === 'suspended' ? { from: 'returned', since: '2026-06-10', until: null } : null,
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
  'ask-extension': { command: 'ask-extension', dueOn: '2026-07-31', words: '连续降雨' },
  'grant-extension': { command: 'grant-extension', words: null },
  'refuse-extension': { command: 'refuse-extension', words: '汛前必须完成' },
  urge: { command: 'urge', words: null },
  archive: { command: 'archive' },
  'plan-recheck': { command: 'plan-recheck', on: '2026-09-01', words: '汛后再看' },
  recheck: { command: 'recheck', result: 'kept', words: '坝体完好', fileIds: [] },
  move: { command: 'move', to: 'screened', evidence: { verdict: '符合产业方向' }, words: null, fileIds: [] },
  amend: { command: 'amend', fields: { land: 120 }, words: null },
  link: { command: 'link', relation: 'found-on', to: 'v-new', words: null },
  unlink: { command: 'unlink', relation: 'found-on', to: 'v-old', words: null },
}
const ACTOR: Partial<Record<CommandName, Actor>> = { accept: lead, report: lead, submit: lead, 'ask-extension': lead }
const PROJECT = { kind: 'project', stage: 'lead', stageOn: '2026-06-01' } as const
/** Its stage asks for looks, whatever its state. */
const LESSON = { kind: 'lesson', stage: 'adapted', stageOn: '2026-06-01' } as const
/** What a command needs of the item beside its state. */
const NEEDS: Partial<Record<CommandName, Partial<Item>>> = {
  'grant-extension': { askedDue: '2026-07-31' },
  'refuse-extension': { askedDue: '2026-07-31' },
  move: PROJECT,
  amend: PROJECT,
  'plan-recheck': LESSON,
  recheck: LESSON,
  link: PROJECT,
  unlink: PROJECT,
}
const run = (state: State, name: CommandName, over: Partial<Item> = {}, by = ACTOR[name] ?? officer) =>
  decide(item(state, { ...NEEDS[name], ...over }), COMMAND[name], {
    actor: by,
    now: NOW,
    book: PLAIN_BOOK,
    id: 'new',
    number: '2026-0002',
    fields: { investor: '青禾装备公司' },
    others: {
      'v-new': { id: 'v-new', kind: 'visit', number: '2026-0003', title: '赴云川考察', stage: 'planned', by: [] },
      'v-old': { id: 'v-old', kind: 'visit', number: '2026-0004', title: '赴松原考察', stage: 'planned', by: ['found-on'] },
    },
  })

const looks = (state: State) => ({ 'plan-recheck': state, recheck: state })

/** The expected table, written out a second time by hand: state → command → next state. Everything else is refused. */
const EXPECTED: Record<State, Partial<Record<CommandName, State>>> = {
  proposed: { edit: 'proposed' },
  registered: {
    edit: 'registered',
    dispatch: 'dispatched',
    archive: 'archived',
    move: 'registered',
    amend: 'registered',
    ...looks('registered'),
    link: 'registered',
    unlink: 'registered',
  },
  dispatched: {
    edit: 'dispatched',
    withdraw: 'registered',
    accept: 'in_progress',
    suspend: 'suspended',
    extend: 'dispatched',
    'ask-extension': 'dispatched',
    'grant-extension': 'dispatched',
    'refuse-extension': 'dispatched',
    urge: 'dispatched',
    move: 'dispatched',
    amend: 'dispatched',
    ...looks('dispatched'),
    link: 'dispatched',
    unlink: 'dispatched',
  },
  in_progress: {
    edit: 'in_progress',
    report: 'in_progress',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'in_progress',
    'ask-extension': 'in_progress',
    'grant-extension': 'in_progress',
    'refuse-extension': 'in_progress',
    urge: 'in_progress',
    move: 'in_progress',
    amend: 'in_progress',
    ...looks('in_progress'),
    link: 'in_progress',
    unlink: 'in_progress',
  },
  pending_verification: {
    edit: 'pending_verification',
    close: 'closed',
    return: 'returned',
    suspend: 'suspended',
    move: 'pending_verification',
    amend: 'pending_verification',
    ...looks('pending_verification'),
    link: 'pending_verification',
    unlink: 'pending_verification',
  },
  returned: {
    edit: 'returned',
    report: 'in_progress',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'returned',
    'ask-extension': 'returned',
    'grant-extension': 'returned',
    'refuse-extension': 'returned',
    urge: 'returned',
    move: 'returned',
    amend: 'returned',
    ...looks('returned'),
    link: 'returned',
    unlink: 'returned',
  },
  closed: { archive: 'archived', ...looks('closed'), link: 'closed', unlink: 'closed' },
  archived: { ...looks('archived'), link: 'archived', unlink: 'archived' },
  suspended: { resume: 'returned', edit: 'suspended', amend: 'suspended', link: 'suspended', unlink: 'suspended' },
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
    decide(before, COMMAND.report, { actor: lead, now: NOW, book: PLAIN_BOOK })
    expect(before).toEqual(copy)
  })

  it('is not the stranger’s to make, and the co-unit may report but not accept, submit or set the percentage', () => {
    expect(run('in_progress', 'report', {}, stranger)).toMatchObject({ refused: 'not-allowed' })
    expect(run('dispatched', 'accept', {}, co)).toMatchObject({ refused: 'not-allowed' })
    expect(run('in_progress', 'submit', {}, co)).toMatchObject({ refused: 'not-allowed' })
    expect(run('in_progress', 'report', {}, co)).toMatchObject({ refused: 'not-allowed' })
    const words = decide(item('in_progress'), { ...COMMAND.report, percent: null } as Command, {
      actor: co,
      now: NOW,
      book: PLAIN_BOOK,
    }) as Decided
    expect(words.next.percent).toBe(40)
    const waits = decide(item('in_progress', { waitingFor: 'upper' }), { ...COMMAND.report, percent: null } as Command, {
      actor: co,
      now: NOW,
      book: PLAIN_BOOK,
    }) as Decided
    expect(waits.next.waitingFor).toBe('upper')
  })

  it('keeps the reporter from verifying his own report', () => {
    expect(run('pending_verification', 'close', { reportedBy: 'officer' })).toMatchObject({ refused: 'own-report' })
  })

  it('asks for words where something is undone', () => {
    for (const name of ['withdraw', 'return', 'suspend', 'extend'] as const) {
      const state = name === 'return' ? 'pending_verification' : 'dispatched'
      expect(
        decide(item(state), { ...COMMAND[name], words: '  ' } as Command, { actor: officer, now: NOW, book: PLAIN_BOOK }),
      ).toMatchObject({
        refused: 'reason-needed',
      })
    }
  })

  it('keeps the old deadline in the event of an extension, and refuses a day that has passed', () => {
    const out = run('in_progress', 'extend') as Decided
    expect(out.next.dueOn).toBe('2026-07-31')
    expect(out.events[0]!.facts).toEqual({ was: '2026-06-30', dueOn: '2026-07-31' })
    expect(
      decide(
        item('in_progress'),
        { command: 'extend', dueOn: '2026-06-14', words: '晚了' },
        { actor: officer, now: NOW, book: PLAIN_BOOK },
      ),
    ).toMatchObject({ refused: 'due-in-past' })
  })

  it('does not urge twice within the cool-down', () => {
    const hours = (h: number) => new Date(Date.parse(NOW) - h * 3_600_000).toISOString()
    expect(run('in_progress', 'urge', { urgedAt: hours(URGE_COOLDOWN_HOURS - 1) })).toMatchObject({ refused: 'urged-recently' })
    expect(isRefusal(run('in_progress', 'urge', { urgedAt: hours(URGE_COOLDOWN_HOURS) }))).toBe(false)
  })

  it('does not dispatch to nobody', () => {
    expect(run('registered', 'dispatch', { leadUnitId: null, dispatchedAt: null })).toMatchObject({ refused: 'no-lead-unit' })
    expect(
      decide(item('dispatched'), { command: 'edit', draft: { leadUnitId: null } }, { actor: officer, now: NOW, book: PLAIN_BOOK }),
    ).toMatchObject({
      refused: 'no-lead-unit',
    })
  })

  it('does not let a unit be lead and co-unit at once', () => {
    expect(
      decide(item('registered'), { command: 'edit', draft: { coUnitIds: ['u-lead'] } }, { actor: officer, now: NOW, book: PLAIN_BOOK }),
    ).toMatchObject({
      refused: 'lead-is-co',
    })
  })

  it('says in the event which fields an edit changed, with what they were', () => {
    const out = decide(
      item('registered'),
      { command: 'edit', draft: { title: '新标题', topic: 'safety' } },
      { actor: officer, now: NOW, book: PLAIN_BOOK },
    ) as Decided
    expect(out.events[0]!.facts).toEqual({ fields: ['title'], 'was.title': '完成水库除险加固', title: '新标题' })
  })

  it('registers with a number, and only by an officer', () => {
    const out = decide(null, COMMAND.register, { actor: officer, now: NOW, book: PLAIN_BOOK, id: 'new', number: '2026-0002' }) as Decided
    expect(out.next).toMatchObject({ id: 'new', number: '2026-0002', state: 'registered', version: 1 })
    expect(decide(null, COMMAND.register, { actor: lead, now: NOW, book: PLAIN_BOOK })).toMatchObject({ refused: 'not-allowed' })
  })

  it('says whether a closed item was on time by the day it was handed in, not the day it was verified', () => {
    const late = run('pending_verification', 'close', { submittedAt: '2026-06-30T15:00:00Z' }) as Decided
    expect(late.events[0]!.facts.onTime).toBe(true)
    const after = run('pending_verification', 'close', { submittedAt: '2026-06-30T16:30:00Z' }) as Decided
    expect(after.events[0]!.facts.onTime).toBe(false)
  })
})

describe('an extension', () => {
  const asked = { askedDue: '2026-07-31' }
  it('is asked for with a later date and a reason, once at a time', () => {
    const out = run('in_progress', 'ask-extension') as Decided
    expect(out.next).toMatchObject({ dueOn: '2026-06-30', askedDue: '2026-07-31' })
    expect(out.events[0]!.facts).toEqual({ was: '2026-06-30', dueOn: '2026-07-31' })
    expect(run('in_progress', 'ask-extension', asked)).toMatchObject({ refused: 'extension-pending' })
    expect(run('in_progress', 'ask-extension', { dueOn: null })).toMatchObject({ refused: 'no-deadline' })
    expect(run('in_progress', 'ask-extension', { dueOn: '2026-07-31' })).toMatchObject({ refused: 'due-not-later' })
    expect(run('in_progress', 'ask-extension', { dueOn: '2026-05-31' }, co)).toMatchObject({ refused: 'not-allowed' })
  })

  it('is granted as asked or to another day, and the old date stands in the event', () => {
    const out = run('in_progress', 'grant-extension') as Decided
    expect(out.next).toMatchObject({ dueOn: '2026-07-31', askedDue: null })
    expect(out.events[0]!.facts).toEqual({ was: '2026-06-30', asked: '2026-07-31', dueOn: '2026-07-31' })
    const shorter = decide(
      item('in_progress', asked),
      { command: 'grant-extension', dueOn: '2026-07-10', words: null },
      { actor: officer, now: NOW, book: PLAIN_BOOK },
    )
    expect(shorter).toMatchObject({ next: { dueOn: '2026-07-10' }, events: [{ facts: { asked: '2026-07-31', dueOn: '2026-07-10' } }] })
  })

  it('is refused with a reason, the date staying as it was', () => {
    const out = run('in_progress', 'refuse-extension') as Decided
    expect(out.next).toMatchObject({ dueOn: '2026-06-30', askedDue: null })
    expect(
      decide(item('in_progress', asked), { command: 'refuse-extension', words: ' ' }, { actor: officer, now: NOW, book: PLAIN_BOOK }),
    ).toMatchObject({ refused: 'reason-needed' })
  })

  it('is not decided when nobody asked, and not by who asked', () => {
    expect(run('in_progress', 'grant-extension', { askedDue: null })).toMatchObject({ refused: 'no-extension' })
    expect(run('in_progress', 'grant-extension', asked, lead)).toMatchObject({ refused: 'not-allowed' })
  })

  it('asked for is settled when the office sets a date itself or the unit hands the item in', () => {
    expect(run('in_progress', 'extend', asked)).toMatchObject({ next: { askedDue: null } })
    expect(run('in_progress', 'submit', asked)).toMatchObject({ next: { askedDue: null } })
  })
})

describe('the clock', () => {
  it('is that of the kind of document, gives the missing deadline and says so in the event', () => {
    const out = decide(
      item('registered', { dueOn: null }),
      { command: 'dispatch' },
      { actor: officer, now: NOW, book: PLAIN_BOOK, genre: 'minutes' },
    ) as Decided
    expect(out.next).toMatchObject({ dueOn: '2026-07-13', clock: { key: 'minutes', count: 'working', gave: true } })
    expect(out.events[0]!.facts).toMatchObject({ clock: 'minutes', days: 20, count: 'working', dueOn: '2026-07-13' })
  })

  it('may be chosen by hand, also none', () => {
    const by = (clock: 'note-hard' | null) =>
      decide(item('registered', { dueOn: null }), { command: 'dispatch', clock }, { actor: officer, now: NOW, book: PLAIN_BOOK })
    expect(by('note-hard')).toMatchObject({ next: { clock: { key: 'note-hard' }, dueOn: '2026-07-27' } })
    expect(by(null)).toMatchObject({ next: { clock: null, dueOn: null } })
  })

  it('takes its deadline back when the item is withdrawn', () => {
    const sent = run('registered', 'dispatch', { dueOn: null }) as Decided
    const back = decide(sent.next, COMMAND.withdraw, { actor: officer, now: NOW, book: PLAIN_BOOK })
    expect(back).toMatchObject({ next: { dueOn: null, clock: null, waitingFor: null } })
  })

  it('stands still while suspended: resuming moves the deadline by the days of the pause, and says so', () => {
    const out = run('suspended', 'resume') as Decided
    expect(out.next).toMatchObject({ suspended: null, dueOn: '2026-07-05' })
    expect(out.events[0]!.facts).toEqual({ days: 5, count: 'calendar', was: '2026-06-30', dueOn: '2026-07-05', since: '2026-06-10' })
  })

  it('counts the pause in working days where it counts in working days', () => {
    const clock = { key: 'document', count: 'working', acceptBy: '2026-06-17', reportBy: '2026-06-22', gave: true } as const
    // Wednesday 10 to Monday 15 June: three working days.
    expect(run('suspended', 'resume', { clock })).toMatchObject({
      next: { dueOn: '2026-07-03', clock: { acceptBy: '2026-06-22', reportBy: '2026-06-25' } },
    })
  })

  it('does not come back to life by a pause that began after it had run out', () => {
    expect(run('suspended', 'resume', { dueOn: '2026-06-05' })).toMatchObject({
      next: { dueOn: '2026-06-05' },
      events: [{ facts: { days: 0 } }],
    })
  })
})

describe('the look after closing', () => {
  const closing = (parts: object) =>
    decide(item('pending_verification'), { command: 'close', words: null, ...parts }, { actor: officer, now: NOW, book: PLAIN_BOOK })
  it('is set by rule, or by the officer with a reason', () => {
    expect(closing({})).toMatchObject({ next: { recheckOn: '2026-09-14' } })
    expect(closing({ recheckOn: null })).toMatchObject({ refused: 'reason-needed' })
    expect(closing({ recheckOn: null, words: '一次性事项' })).toMatchObject({ next: { recheckOn: null } })
    expect(closing({ recheckOn: '2026-07-01', words: '汛前先看' })).toMatchObject({ next: { recheckOn: '2026-07-01' } })
    expect(closing({ recheckOn: '2026-06-15', words: '今天' })).toMatchObject({ refused: 'due-in-past' })
  })

  it('that finds all well ends it, or sets the next by rule', () => {
    expect(run('closed', 'recheck', { recheckOn: '2026-06-15' })).toMatchObject({ next: { recheckOn: null, rechecks: 1 } })
    const twice = { ...PLAIN_BOOK, recheckAfter: [30, 60] }
    expect(decide(item('closed'), COMMAND.recheck, { actor: officer, now: NOW, book: twice })).toMatchObject({
      next: { recheckOn: '2026-08-14', rechecks: 1 },
    })
  })

  it('that finds a relapse leaves the item closed and registers a new one that follows it', () => {
    const out = decide(
      item('closed'),
      { command: 'recheck', result: 'relapsed', words: '坝体又渗水', fileIds: [] },
      { actor: officer, now: NOW, book: PLAIN_BOOK, id: 'new', number: '2026-0009' },
    ) as Decided
    expect(out.next).toMatchObject({ state: 'closed', recheckOn: null })
    expect(out.events[0]!.facts).toMatchObject({ result: 'relapsed', newId: 'new', newNumber: '2026-0009' })
    expect(out.born).toMatchObject({
      next: { id: 'new', number: '2026-0009', state: 'registered', followsId: 'i', leadUnitId: 'u-lead', dueOn: null },
      events: [{ kind: 'register', facts: { follows: '2026-0001' } }],
    })
  })

  it('is not taken at what was archived without being closed', () => {
    expect(run('archived', 'recheck', { closedAt: null })).toMatchObject({ refused: 'wrong-state' })
    expect(run('archived', 'plan-recheck', { closedAt: null })).toMatchObject({ refused: 'wrong-state' })
  })
})
