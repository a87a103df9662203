// Calendar days as `YYYY-MM-DD`: arithmetic and working days. Pure; "today" always comes as an argument.
import type { Day, Instant } from './types.ts'

/** Local governments of the mainland all keep Beijing time (UTC+8, no summer time). */
const BEIJING_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

const ms = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** The day in Beijing at an instant. */
export const dayOf = (at: Instant | number): Day =>
  new Date((typeof at === 'number' ? at : Date.parse(at)) + BEIJING_MS).toISOString().slice(0, 10)

export const addDays = (day: Day, n: number): Day => new Date(ms(day) + n * DAY_MS).toISOString().slice(0, 10)

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((ms(b) - ms(a)) / DAY_MS)

/** Whether the text is a real calendar day: 2026-02-30 is not. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const t = ms(text)
  return Number.isNaN(t) || new Date(t).toISOString().slice(0, 10) !== text ? null : text
}

/** Public holidays and made-up working days, as published each year; what is not listed follows the week. */
export interface Calendar {
  /** Weekdays that are days off. */
  holidays: ReadonlySet<Day>
  /** Saturdays and Sundays that are worked. */
  makeUps: ReadonlySet<Day>
}

export const WEEK_ONLY: Calendar = { holidays: new Set(), makeUps: new Set() }

const weekdayOf = (day: Day): number => new Date(ms(day)).getUTCDay()
const isWeekend = (weekday: number): boolean => weekday === 0 || weekday === 6

export function isWorkday(day: Day, calendar: Calendar): boolean {
  return calendar.makeUps.has(day) || (!isWeekend(weekdayOf(day)) && !calendar.holidays.has(day))
}

/** The day `n` working days after `day` (n ≥ 0; 0 is the day itself). */
export function addWorkdays(day: Day, n: number, calendar: Calendar): Day {
  let at = day
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkday(at, calendar)) left--
  }
  return at
}

/** Working days from `from` up to, not including, `until`: whole weeks at once, then what the calendar lists; the same as asking each day. */
export function workdaysIn(from: Day, until: Day, calendar: Calendar): number {
  if (from >= until) return 0
  const days = daysBetween(from, until)
  const first = weekdayOf(from)
  let n = Math.floor(days / 7) * 5
  for (let at = 0; at < days % 7; at++) if (!isWeekend((first + at) % 7)) n++
  const within = (day: Day): boolean => day >= from && day < until
  for (const day of calendar.holidays) if (within(day) && !isWeekend(weekdayOf(day)) && !calendar.makeUps.has(day)) n--
  for (const day of calendar.makeUps) if (within(day) && isWeekend(weekdayOf(day))) n++
  return n
}
