import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './day.ts'
import { WAITING, type Waiting } from './types.ts'
import { pausesOf, type Step, type WaitSpan, waitingDays, waitSpans } from './waiting.ts'

/** At noon in Beijing. */
const on = (day: string): string => `${day}T04:00:00Z`
const step = (kind: Step['kind'], day: string, waitingFor?: Waiting | null): Step => ({ kind, at: on(day), waitingFor })

describe('whom an item waited for', () => {
  it.each<[string, Step[], [Waiting, string, string | null][]]>([
    ['is nobody before dispatch', [step('register', '2026-06-01')], []],
    [
      'is the lead unit after dispatch, accepting changes nothing',
      [step('dispatch', '2026-06-01'), step('accept', '2026-06-02')],
      [['lead', '2026-06-01', null]],
    ],
    [
      'is whom the report named, and the lead unit again when the next one names nobody',
      [step('dispatch', '2026-06-01'), step('report', '2026-06-04', 'upper'), step('report', '2026-06-10', null)],
      [
        ['lead', '2026-06-01', '2026-06-04'],
        ['upper', '2026-06-04', '2026-06-10'],
        ['lead', '2026-06-10', null],
      ],
    ],
    [
      'is the office from submission to its answer',
      [
        step('dispatch', '2026-06-01'),
        step('submit', '2026-06-08'),
        step('return', '2026-06-12'),
        step('submit', '2026-06-15'),
        step('close', '2026-06-16'),
      ],
      [
        ['lead', '2026-06-01', '2026-06-08'],
        ['office', '2026-06-08', '2026-06-12'],
        ['lead', '2026-06-12', '2026-06-15'],
        ['office', '2026-06-15', '2026-06-16'],
      ],
    ],
    [
      'is nobody while suspended, and the same as before afterwards',
      [step('dispatch', '2026-06-01'), step('report', '2026-06-03', 'co'), step('suspend', '2026-06-05'), step('resume', '2026-06-20')],
      [
        ['lead', '2026-06-01', '2026-06-03'],
        ['co', '2026-06-03', '2026-06-05'],
        ['co', '2026-06-20', null],
      ],
    ],
    [
      'does not break when the same party is named twice, or on one day',
      [
        step('dispatch', '2026-06-01'),
        step('report', '2026-06-02', 'co'),
        step('report', '2026-06-05', 'co'),
        step('report', '2026-06-05', 'lead'),
      ],
      [
        ['lead', '2026-06-01', '2026-06-02'],
        ['co', '2026-06-02', '2026-06-05'],
        ['lead', '2026-06-05', null],
      ],
    ],
  ])('%s', (_, history, expected) => expect(waitSpans(history).map(span => [span.who, span.since, span.until])).toEqual(expected))

  it('turns with the day in Beijing, not in London', () => {
    expect(waitSpans([{ kind: 'dispatch', at: '2026-06-01T16:30:00Z' }])).toEqual([{ who: 'lead', since: '2026-06-02', until: null }])
  })
})

describe('waiting days', () => {
  it('are charged to whoever was waited for', () => {
    const spans = waitSpans([step('dispatch', '2026-06-01'), step('report', '2026-06-04', 'co'), step('submit', '2026-06-10')])
    expect(waitingDays(spans, '2026-06-12')).toEqual({ lead: 3, co: 6, upper: 0, office: 2, other: 0 })
  })

  it('count a day once for one party, however often it is written down', () => {
    const spans: WaitSpan[] = [
      { who: 'co', since: '2026-06-01', until: '2026-06-10' },
      { who: 'co', since: '2026-06-03', until: '2026-06-05' },
      { who: 'co', since: '2026-06-08', until: '2026-06-12' },
    ]
    expect(waitingDays(spans, '2026-06-30').co).toBe(11)
  })

  it('of a whole history add up to the days since dispatch, less the pauses', () => {
    const kinds = fc.constantFrom<Step['kind']>('accept', 'report', 'submit', 'return', 'urge', 'extend', 'suspend', 'resume')
    const steps = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 99 }), fc.option(fc.constantFrom(...WAITING), { nil: null })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(steps, drawn => {
        let suspended = false
        const history: Step[] = [step('dispatch', '2026-01-01')]
        for (const [kind, after, who] of [...drawn].sort((a, b) => a[1] - b[1])) {
          // As the table of the item's life has it: a suspended item can only be resumed.
          if (suspended !== (kind === 'resume')) continue
          suspended = kind === 'suspend'
          history.push(step(kind, addDays('2026-01-01', after), who))
        }
        const today = '2026-05-01'
        const charged = Object.values(waitingDays(waitSpans(history), today)).reduce((a, b) => a + b, 0)
        const paused = pausesOf(history).reduce((sum, pause) => sum + daysBetween(pause.from, pause.until ?? today), 0)
        expect(charged).toBe(daysBetween('2026-01-01', today) - paused)
      }),
    )
  })
})

describe('the pauses of a history', () => {
  it('run from each suspension to the resumption after it', () => {
    expect(
      pausesOf([
        step('dispatch', '2026-06-01'),
        step('suspend', '2026-06-05'),
        step('resume', '2026-06-09'),
        step('suspend', '2026-06-20'),
      ]),
    ).toEqual([
      { from: '2026-06-05', until: '2026-06-09' },
      { from: '2026-06-20', until: null },
    ])
  })
})
