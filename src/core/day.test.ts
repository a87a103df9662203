import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkdays, type Calendar, dayOf, daysBetween, isWorkday, parseDay, WEEK_ONLY, workdaysIn } from './day.ts'

// 2026: the Labour Day holiday is 1–5 May, Saturday 9 May is worked for it.
const may: Calendar = { holidays: new Set(['2026-05-01', '2026-05-04', '2026-05-05']), makeUps: new Set(['2026-05-09']) }

describe('a day', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('is the one in Beijing at %s', (at, day) => expect(dayOf(at)).toBe(day))

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-02-30', null],
    ['2026-2-3', null],
    ['2026-13-01', null],
    ['昨天', null],
  ])('is read from %s as %s', (text, day) => expect(parseDay(text)).toBe(day))

  it('comes back after any number of days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), n => {
        const there = addDays('2026-05-20', n)
        expect(daysBetween('2026-05-20', there)).toBe(n)
        expect(addDays(there, -n)).toBe('2026-05-20')
      }),
    )
  })
})

describe('working days', () => {
  it.each([
    ['2026-04-30', true],
    ['2026-05-01', false],
    ['2026-05-02', false],
    ['2026-05-06', true],
    ['2026-05-09', true],
    ['2026-05-10', false],
  ])('know that %s is worked: %s', (day, worked) => expect(isWorkday(day, may)).toBe(worked))

  it('pass over the holiday and count the made-up Saturday', () => {
    expect(addWorkdays('2026-04-30', 1, may)).toBe('2026-05-06')
    expect(addWorkdays('2026-05-08', 1, may)).toBe('2026-05-09')
    expect(addWorkdays('2026-05-08', 1, WEEK_ONLY)).toBe('2026-05-11')
    expect(addWorkdays('2026-05-08', 0, may)).toBe('2026-05-08')
  })

  it('are as many, counted by weeks, as when each day is asked', () => {
    const day = fc.integer({ min: 0, max: 60 }).map(n => addDays('2026-04-20', n))
    const days = fc.uniqueArray(day, { maxLength: 12 }).map(listed => new Set(listed))
    fc.assert(
      fc.property(day, day, days, days, (from, until, holidays, makeUps) => {
        const calendar = { holidays, makeUps }
        let n = 0
        for (let at = from; at < until; at = addDays(at, 1)) if (isWorkday(at, calendar)) n++
        expect(workdaysIn(from, until, calendar)).toBe(n)
      }),
    )
  })
})
