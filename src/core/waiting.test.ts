import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { addDays, daysBetween } from './day.ts'
import { decide } from './decide.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import { PLAIN_BOOK } from './rules.ts'
import type { Actor, Item, Waiting } from './types.ts'
import { charged, NO_WAIT, waitedLongest } from './waiting.ts'

const actor: Actor = {
  personId: 'p',
  name: '',
  jurisdiction: '990124',
  appointments: [
    { role: 'officer', unitId: null },
    { role: 'liaison', unitId: 'u' },
  ],
  unitIds: ['u'],
}
const registered: Item = {
  ...UNTOUCHED,
  id: 'i',
  jurisdiction: '990124',
  number: null,
  title: '北渠清淤',
  topic: 'agriculture',
  urgency: 'ordinary',
  state: 'registered',
  version: 1,
  leadUnitId: 'u',
  coUnitIds: [],
  dueOn: '2026-12-31',
  measure: null,
  source: null,
  registeredAt: '2026-05-31T04:00:00Z',
}
const COMMANDS = {
  dispatch: () => ({ command: 'dispatch' }),
  accept: () => ({ command: 'accept', words: null }),
  report: waitingFor => ({ command: 'report', percent: null, words: '进展', fileIds: [], waitingFor }),
  submit: () => ({ command: 'submit', words: '办成', fileIds: [] }),
  return: () => ({ command: 'return', words: '补' }),
  suspend: () => ({ command: 'suspend', words: '汛期', until: null }),
  resume: () => ({ command: 'resume', words: null }),
  urge: () => ({ command: 'urge', words: null }),
} satisfies Record<string, (who: Waiting | null) => Command>
type Name = keyof typeof COMMANDS
type Step = [name: Name, day: string, who?: Waiting | null]

/** The item after the steps, each at noon in Beijing; what is refused is left out. */
function itemAfter(steps: Step[]): Item {
  let item = registered
  for (const [name, day, who = null] of steps) {
    const decided = decide(item, COMMANDS[name](who), { actor, now: `${day}T04:00:00Z`, book: PLAIN_BOOK })
    if (!isRefusal(decided)) item = decided.next
  }
  return item
}
const begun: Step[] = [
  ['dispatch', '2026-06-01'],
  ['accept', '2026-06-02'],
]

describe('waiting days', () => {
  it.each<[string, Step[], string, Partial<Record<Waiting, number>>]>([
    ['are nobody’s before dispatch', [], '2026-06-09', {}],
    ['are the lead unit’s from dispatch, accepting changes nothing', begun, '2026-06-09', { lead: 8 }],
    [
      'are the party’s that the report names, and the lead unit’s again when the next names nobody',
      [...begun, ['report', '2026-06-04', 'upper'], ['report', '2026-06-10', null]],
      '2026-06-12',
      { lead: 5, upper: 6 },
    ],
    [
      'are the office’s from submission to its answer',
      [...begun, ['submit', '2026-06-08'], ['return', '2026-06-12'], ['submit', '2026-06-15']],
      '2026-06-16',
      { lead: 10, office: 5 },
    ],
    [
      'are nobody’s while suspended, and the same party’s afterwards',
      [...begun, ['report', '2026-06-03', 'co'], ['suspend', '2026-06-05'], ['resume', '2026-06-20']],
      '2026-06-23',
      { lead: 2, co: 5 },
    ],
    ['of one day are none', [...begun, ['report', '2026-06-05', 'co'], ['report', '2026-06-05', 'lead']], '2026-06-05', { lead: 4 }],
  ])('%s', (_, steps, today, expected) => expect(charged(itemAfter(steps), today)).toEqual({ ...NO_WAIT, ...expected }))

  it('turn with the day in Beijing, not in London', () => {
    const decided = decide(registered, { command: 'dispatch' }, { actor, now: '2026-06-01T16:30:00Z', book: PLAIN_BOOK })
    expect(decided).toMatchObject({ next: { waitingFor: 'lead', waitingSince: '2026-06-02' } })
  })

  it('of a whole history add up to the days since dispatch, less the pauses', () => {
    const names = fc.constantFrom<Name>('report', 'submit', 'return', 'urge', 'suspend', 'resume')
    const who = fc.option(fc.constantFrom<Waiting>('co', 'upper', 'other'), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.integer({ min: 1, max: 99 }), who), { maxLength: 20 }), drawn => {
        const steps: Step[] = [...drawn].sort((a, b) => a[1] - b[1]).map(([name, day, w]) => [name, addDays('2026-06-02', day), w])
        const today = '2026-10-01'
        let paused = 0
        let since: string | null = null
        for (const at of steps.keys()) {
          const { suspended } = itemAfter([...begun, ...steps.slice(0, at + 1)])
          if (suspended && !since) since = suspended.since
          if (!suspended && since) {
            paused += daysBetween(since, steps[at]![1])
            since = null
          }
        }
        if (since) paused += daysBetween(since, today)
        const sum = Object.values(charged(itemAfter([...begun, ...steps]), today)).reduce((a, b) => a + b, 0)
        expect(sum).toBe(daysBetween('2026-06-01', today) - paused)
      }),
      { numRuns: 60 },
    )
  })
})

it('the parties are told with the longest waited for first, and none that was not', () => {
  expect(waitedLongest({ ...NO_WAIT, lead: 3, upper: 9 })).toEqual([
    { who: 'upper', days: 9 },
    { who: 'lead', days: 3 },
  ])
})
