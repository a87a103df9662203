// When a message may go out, and when a failed one is tried again. Computes instants only; sends nothing and forgets nothing.
import { addDays, type Calendar, dayOf, isWorkday } from './day.ts'
import type { Day, Instant } from './types.ts'

/** Minutes of the day in Beijing: quiet from `from` to `until`, over midnight when `from` is later; both the same: never. */
export interface QuietHours {
  from: number
  until: number
  /** Nothing on days off, by the calendar. */
  daysOff: boolean
}
/** 20:00–08:00 and days off (product choice). */
export const QUIET: QuietHours = { from: 20 * 60, until: 8 * 60, daysOff: true }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** Minutes after each failure; after the last the message is shown as failed, and a person may send it again (product choice). */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60]

/** The first instant not before `at` that is not quiet. */
export function mayGoOut(at: Instant, calendar: Calendar, quiet: QuietHours = QUIET): Instant {
  let now = Date.parse(at)
  // Two moves a day at most; a calendar with a year of holidays shall not keep a message for ever.
  for (let moves = 0; moves < 2 * 366; moves++) {
    const day = dayOf(now)
    const midnight = Date.parse(`${day}T00:00:00+08:00`)
    const minute = (now - midnight) / MINUTE_MS
    if (quiet.daysOff && !isWorkday(day, calendar)) now = Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)
    else if (isQuiet(minute, quiet)) now = midnight + (minute < quiet.until ? quiet.until : DAY_MINUTES) * MINUTE_MS
    else break
  }
  return new Date(now).toISOString()
}

function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  if (from === until) return false
  return from < until ? minute >= from && minute < until : minute >= from || minute < until
}

type NextTry = { state: 'retry'; at: Instant; failures: number } | { state: 'failed'; failures: number }

/** After the `failures`-th failure (1 for the first) at `failedAt`: when to try again, or that it is to be shown as failed. */
export function nextTry(failures: number, failedAt: Instant, minutes: readonly number[] = RETRY_MINUTES): NextTry {
  const wait = minutes[failures - 1]
  if (wait === undefined) return { state: 'failed', failures }
  return { state: 'retry', at: new Date(Date.parse(failedAt) + wait * MINUTE_MS).toISOString(), failures }
}

/** 1 Monday … 5 Friday; 0: no digest. Monday unless the person chose another day (product choice). */
export const DIGEST_DAY = 1
/** Minutes of the day in Beijing from which digests go out (product choice). */
const DIGEST_MINUTE = 8 * 60 + 30

/**
 * Whether the digest of a weekday is to go out now: on that day from 08:30, or, when it is a day off, on the first working day after it.
 * `last`: the day of the last one, so that a program which slept through the hour sends it later and never twice.
 */
export function digestDue(weekday: number, last: Day | null, at: Instant, calendar: Calendar): boolean {
  const today = dayOf(at)
  const minute = (Date.parse(at) - Date.parse(`${today}T00:00:00+08:00`)) / MINUTE_MS
  if (weekday === 0 || minute < DIGEST_MINUTE || !isWorkday(today, calendar)) return false
  let wanted = today
  while (new Date(`${wanted}T00:00:00Z`).getUTCDay() !== weekday) wanted = addDays(wanted, -1)
  if (last !== null) return last < wanted
  // Who never had one begins with a day of his own, not in the middle of a week.
  for (let day = wanted; day < today; day = addDays(day, 1)) if (isWorkday(day, calendar)) return false
  return true
}
