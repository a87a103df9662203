// Calendar arithmetic on days written YYYY-MM-DD; knows no text, no clock and no holidays.

const DAY = 86_400_000

/** The day, or null when the month has no such day (2月30日). */
export function makeDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** How many days the month has. */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The day `months` later; the last day of the month when it has no such day. */
export function addMonths(day: string, months: number): string {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return makeDay(year, month, Math.min(dateOf(day), lastDayOf(year, month)))!
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Days from `a` to `b`. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY)
}

export function yearOf(day: string): number {
  return digits(day, 0) * 100 + digits(day, 2)
}

export function monthOf(day: string): number {
  return digits(day, 5)
}

export function dateOf(day: string): number {
  return digits(day, 8)
}

/** The number of the two digits at `at`. */
function digits(day: string, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
