import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, dayOf, isWorkday, WEEK_ONLY } from './day.ts'
import { digestDue, mayGoOut, nextTry, QUIET, RETRY_MINUTES } from './delivery.ts'

const may: Calendar = { holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']), makeUps: new Set(['2026-05-09']) }
const beijing = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()

describe('a message may go out', () => {
  it.each([
    ['by day at once', '2026-06-15 10:00', '2026-06-15 10:00'],
    ['at eight', '2026-06-15 08:00', '2026-06-15 08:00'],
    ['at eight when written before', '2026-06-15 07:59', '2026-06-15 08:00'],
    ['up to eight in the evening', '2026-06-15 19:59', '2026-06-15 19:59'],
    ['the next morning when written later', '2026-06-15 20:00', '2026-06-16 08:00'],
    ['the same morning when written after midnight', '2026-06-16 00:30', '2026-06-16 08:00'],
    ['on Monday when written on Friday night', '2026-06-12 21:00', '2026-06-15 08:00'],
    ['on Monday when written on Sunday noon', '2026-06-14 12:00', '2026-06-15 08:00'],
    ['after the holiday', '2026-05-01 10:00', '2026-05-06 08:00'],
    ['on a Saturday that is worked', '2026-05-09 10:00', '2026-05-09 10:00'],
  ])('%s', (_, at, out) => expect(mayGoOut(beijing(at), may)).toBe(beijing(out)))

  it('at any hour when no hours are quiet', () => {
    const never = { from: 0, until: 0, daysOff: false }
    expect(mayGoOut(beijing('2026-06-14 03:00'), may, never)).toBe(beijing('2026-06-14 03:00'))
  })

  it('after a quiet noon', () => {
    const noon = { from: 12 * 60, until: 14 * 60, daysOff: false }
    expect(mayGoOut(beijing('2026-06-15 12:30'), may, noon)).toBe(beijing('2026-06-15 14:00'))
    expect(mayGoOut(beijing('2026-06-15 23:00'), may, noon)).toBe(beijing('2026-06-15 23:00'))
  })

  it('some day, even if the calendar knows no working day', () => {
    const holidays = new Set(Array.from({ length: 800 }, (_, at) => dayOf(Date.parse('2026-01-01T04:00:00Z') + at * 86_400_000)))
    expect(Date.parse(mayGoOut('2026-01-01T04:00:00Z', { holidays, makeUps: new Set() }))).toBeGreaterThan(0)
  })

  it('never earlier than it was written, never in quiet hours, and not later than need be', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true }), date => {
        const at = date.toISOString()
        const out = mayGoOut(at, WEEK_ONLY)
        const hour = new Date(Date.parse(out) + 8 * 3_600_000).getUTCHours()
        expect(Date.parse(out)).toBeGreaterThanOrEqual(Date.parse(at))
        expect(hour >= 8 && hour < 20).toBe(true)
        expect(isWorkday(dayOf(out), WEEK_ONLY)).toBe(true)
        expect(mayGoOut(out, WEEK_ONLY, QUIET)).toBe(out)
        // From Friday evening to Monday morning is the longest.
        expect(Date.parse(out) - Date.parse(at)).toBeLessThanOrEqual(60 * 3_600_000)
      }),
    )
  })
})

describe('a failed message', () => {
  it.each([
    [1, '2026-06-15T02:01:00.000Z'],
    [2, '2026-06-15T02:05:00.000Z'],
    [3, '2026-06-15T02:30:00.000Z'],
    [4, '2026-06-15T04:00:00.000Z'],
    [5, '2026-06-15T08:00:00.000Z'],
    [6, '2026-06-16T02:00:00.000Z'],
  ])('is tried again after failure %i at %s', (failures, at) =>
    expect(nextTry(failures, '2026-06-15T02:00:00Z')).toEqual({ state: 'retry', at, failures }),
  )

  it('is shown as failed after the last', () => {
    expect(nextTry(RETRY_MINUTES.length + 1, '2026-06-15T02:00:00Z')).toEqual({ state: 'failed', failures: 7 })
    expect(nextTry(1, '2026-06-15T02:00:00Z', [])).toEqual({ state: 'failed', failures: 1 })
  })
})

describe('the weekly digest is due', () => {
  // 2026-06-15 is a Monday. In May, Monday the 4th and Tuesday the 5th are days off.
  it.each<[string, number, string | null, string, boolean]>([
    ['on Monday at half past eight', 1, '2026-06-08', '2026-06-15 08:30', true],
    ['not before', 1, '2026-06-08', '2026-06-15 08:29', false],
    ['once', 1, '2026-06-15', '2026-06-15 09:30', false],
    ['not again before the next Monday', 1, '2026-06-15', '2026-06-19 10:00', false],
    ['later when the program slept through Monday', 1, '2026-06-08', '2026-06-17 08:30', true],
    ['on another day for who chose one', 4, '2026-06-11', '2026-06-18 08:30', true],
    ['not on Monday for him', 4, '2026-06-11', '2026-06-15 08:30', false],
    ['on Wednesday when Monday and Tuesday are days off', 1, '2026-04-27', '2026-05-06 08:30', true],
    ['not on a day off', 1, '2026-04-27', '2026-05-04 08:30', false],
    ['for the first time on the first working day of his week', 1, null, '2026-05-06 08:30', true],
    ['not in the middle of his first week', 1, null, '2026-06-17 08:30', false],
    ['never for who wants none', 0, null, '2026-06-15 08:30', false],
  ])('%s', (_, weekday, last, at, due) => expect(digestDue(weekday, last, beijing(at), may)).toBe(due))
})
