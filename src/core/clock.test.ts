import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOCKS, clockFaces, clockFor, dueDays, movedDue, type Pause, startClock } from './clock.ts'
import { addDays, type Calendar, daysBetween, isWorkday, WEEK_ONLY } from './day.ts'
import { CLOCK_KEYS, type ClockKey, type Urgency } from './types.ts'

// 2026: the Labour Day holiday is 1–5 May, Saturday 9 May is worked for it.
const may: Calendar = { holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']), makeUps: new Set(['2026-05-09']) }

describe('the days of a template', () => {
  it.each<[ClockKey, string, string, string, string]>([
    // Dispatched on Thursday 30 April, before the holiday.
    ['13710-ordinary', '2026-04-30', '2026-05-01', '2026-05-03', '2026-05-07'],
    ['13710-complex', '2026-04-30', '2026-05-01', '2026-05-03', '2026-05-30'],
    ['note-urgent', '2026-04-30', '2026-05-06', '2026-05-07', '2026-05-11'],
    ['note-ordinary', '2026-04-30', '2026-05-06', '2026-05-13', '2026-05-25'],
    ['minutes', '2026-06-01', '2026-06-03', '2026-06-15', '2026-06-29'],
    ['document', '2026-06-01', '2026-06-03', '2026-06-22', '2026-07-13'],
    ['note-hard', '2026-06-01', '2026-06-02', '2026-06-22', '2026-07-13'],
  ])('%s dispatched on %s runs out on %s, %s and %s', (key, on, acceptBy, reportBy, closeBy) =>
    expect(dueDays(CLOCKS[key], on, may)).toEqual({ acceptBy, reportBy, closeBy }),
  )

  it('may move an end on a day off to the next working day', () => {
    const moved = { ...CLOCKS['13710-ordinary'], dayOff: 'moved' as const }
    expect(dueDays(moved, '2026-04-30', may)).toEqual({ acceptBy: '2026-05-06', reportBy: '2026-05-06', closeBy: '2026-05-07' })
  })

  it('may ask for no report before closing', () => {
    expect(dueDays({ ...CLOCKS.document, report: null }, '2026-06-01', WEEK_ONLY).reportBy).toBeNull()
  })

  it('are accepted before they are reported and reported before they are closed, in every shipped template', () => {
    for (const key of CLOCK_KEYS) {
      const due = dueDays(CLOCKS[key], '2026-06-01', may)
      expect(due.acceptBy < due.reportBy! && due.reportBy! < due.closeBy).toBe(true)
    }
  })
})

describe('the template proposed', () => {
  it.each<[string | null, Urgency, ClockKey]>([
    ['leader-note', 'urgent', 'note-urgent'],
    ['leader-note', 'ordinary', 'note-ordinary'],
    ['minutes', 'ordinary', 'minutes'],
    ['notice', 'ordinary', 'document'],
    ['notice', 'urgent', '13710-ordinary'],
    ['meeting-readout', 'ordinary', '13710-ordinary'],
    [null, 'ordinary', '13710-ordinary'],
  ])('for %s, %s is %s', (genre, urgency, key) => expect(clockFor(genre, urgency)).toBe(key))
})

describe('a pause', () => {
  it.each<[string, Pause[], string, string, number]>([
    ['moves the deadline by its days', [{ from: '2026-06-10', until: '2026-06-15' }], '2026-06-20', '2026-07-05', 5],
    ['still open counts up to today', [{ from: '2026-06-10', until: null }], '2026-06-13', '2026-07-03', 3],
    ['of no day moves nothing', [{ from: '2026-06-10', until: '2026-06-10' }], '2026-06-20', '2026-06-30', 0],
    ['after the deadline moves nothing', [{ from: '2026-07-01', until: '2026-07-09' }], '2026-07-20', '2026-06-30', 0],
    ['begun on the last day still moves it', [{ from: '2026-06-30', until: '2026-07-04' }], '2026-07-20', '2026-07-04', 4],
    [
      'inside the time that an earlier one won moves it again',
      [
        { from: '2026-07-03', until: '2026-07-05' },
        { from: '2026-06-10', until: '2026-06-15' },
      ],
      '2026-07-20',
      '2026-07-07',
      7,
    ],
    [
      'that overlaps another counts once',
      [
        { from: '2026-06-10', until: '2026-06-15' },
        { from: '2026-06-12', until: '2026-06-16' },
        { from: '2026-06-11', until: '2026-06-12' },
      ],
      '2026-07-20',
      '2026-07-06',
      6,
    ],
  ])('%s', (_, pauses, today, dueOn, days) => expect(movedDue('2026-06-30', pauses, today, WEEK_ONLY, 'calendar')).toEqual({ dueOn, days }))

  it('of a working-day clock counts only the working days it took', () => {
    // Thursday 30 April to Wednesday 6 May: one working day.
    expect(movedDue('2026-05-08', [{ from: '2026-04-30', until: '2026-05-06' }], '2026-05-10', may, 'working')).toEqual({
      dueOn: '2026-05-09',
      days: 1,
    })
  })

  it('never brings a deadline forward, and moves it by exactly the days it says', () => {
    const pause = fc
      .tuple(fc.integer({ min: -40, max: 80 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }))
      .map(([from, length]) => ({
        from: addDays('2026-06-01', from),
        until: length === null ? null : addDays('2026-06-01', from + length),
      }))
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), fc.constantFrom('calendar' as const, 'working' as const), (pauses, count) => {
        const moved = movedDue('2026-06-30', pauses, '2026-07-15', may, count)
        expect(moved.days).toBeGreaterThanOrEqual(0)
        if (count === 'calendar') expect(daysBetween('2026-06-30', moved.dueOn)).toBe(moved.days)
        else if (moved.days > 0) expect(isWorkday(moved.dueOn, may)).toBe(true)
        // The order in which pauses are written down does not matter.
        expect(movedDue('2026-06-30', [...pauses].reverse(), '2026-07-15', may, count)).toEqual(moved)
      }),
    )
  })
})

describe('the clock that is started at dispatch', () => {
  it('gives the deadline where the document names none, and says so', () => {
    expect(startClock('minutes', CLOCKS.minutes, null, '2026-06-01', WEEK_ONLY)).toEqual({
      dueOn: '2026-06-29',
      clock: { key: 'minutes', count: 'working', acceptBy: '2026-06-03', reportBy: '2026-06-15', gave: true },
    })
  })

  it('keeps the deadline that the document names, and lets no step end after it', () => {
    expect(startClock('minutes', CLOCKS.minutes, '2026-06-10', '2026-06-01', WEEK_ONLY)).toEqual({
      dueOn: '2026-06-10',
      clock: { key: 'minutes', count: 'working', acceptBy: '2026-06-03', reportBy: '2026-06-10', gave: false },
    })
  })

  it('does not end before it begins when the deadline is past already', () => {
    expect(startClock('minutes', CLOCKS.minutes, '2026-05-10', '2026-06-01', WEEK_ONLY).clock).toMatchObject({ acceptBy: '2026-06-03' })
  })
})

describe('the clocks of an item', () => {
  const { clock, dueOn } = startClock('note-ordinary', CLOCKS['note-ordinary'], null, '2026-04-30', may)
  const item = {
    clock,
    dueOn,
    dispatchedAt: '2026-04-30T02:00:00Z',
    acceptedAt: '2026-05-07T02:00:00Z',
    lastReportAt: null,
    submittedAt: null,
    closedAt: null,
    suspended: null,
  }

  it('count working days over a holiday, and say what is late and what is still running', () => {
    expect(clockFaces(item, null, '2026-05-11', may)).toEqual([
      { step: 'accept', by: '2026-05-06', doneOn: '2026-05-07', count: 'working', used: 2, allowed: 1, late: 1 },
      { step: 'report', by: '2026-05-13', doneOn: null, count: 'working', used: 5, allowed: 7, late: 0 },
      { step: 'close', by: '2026-05-25', doneOn: null, count: 'working', used: 5, allowed: 15, late: 0 },
    ])
  })

  it('stand still from the day of a suspension', () => {
    const paused = { ...item, suspended: { from: 'in_progress' as const, since: '2026-05-08', until: null } }
    expect(clockFaces(paused, null, '2026-07-01', may).map(face => face.used)).toEqual([2, 3, 3])
  })

  it('only count days where there is no template and no deadline', () => {
    expect(clockFaces({ ...item, clock: null, dueOn: null }, null, '2026-05-10', may)).toEqual([
      { step: 'close', by: null, doneOn: null, count: 'calendar', used: 10, allowed: null, late: 0 },
    ])
  })

  it('are none before dispatch', () => expect(clockFaces({ ...item, dispatchedAt: null }, null, '2026-05-10', may)).toEqual([]))
})
