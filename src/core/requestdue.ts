// Which day of a request a unit is to answer now, and of which month its figures are. Pure.
import { type Asking, daysAsked, type Month } from './burden.ts'
import { addDays } from './day.ts'
import type { Day } from './types.ts'

/** An answer is shown so many days before it is due (product choice). */
const DAYS_AHEAD = 20

/** Days that were asked so far or soon will be, newest first. */
export function daysOpen(asking: Asking, today: Day): Day[] {
  if (asking.stage !== 'out' || !asking.outOn) return []
  return daysAsked(asking)
    .filter(day => day >= asking.outOn! && day <= addDays(today, DAYS_AHEAD))
    .reverse()
}

/** The last day that is past if it has no answer, else the next one that has none; null: nothing is owed. */
export function dueNow(asking: Asking, answered: ReadonlySet<Day>, today: Day): Day | null {
  const days = daysOpen(asking, today)
  const past = days.find(day => day <= today)
  if (past && !answered.has(past)) return past
  return days.findLast(day => day > today && !answered.has(day)) ?? null
}

/** Figures due in a month are those of the month before. */
export function dataMonth(due: Day): Month {
  const [year, month] = due.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
