// Says which days a point of time is, given what the article tells: its day, its year, the dates said before; reads no text.

import type { ArticleFacts, RawDate, Sentence } from './context.ts'
import { addDays, addMonths, daysBetween, lastDayOf, makeDay, monthOf, weekdayOf, yearOf } from './day.ts'
import { festivalDay } from './festival.ts'
import type { Point } from './point.ts'
import type { Allowance } from './recurrence.ts'

type Part = 'year' | 'month' | 'day'

/** What earlier dates of the same article tell of later ones. */
export interface Memory {
  article: number
  /** The sentence that `year` belongs to. */
  sentence: Sentence | null
  /** The year said last in this sentence together with a month. */
  year: number | null
  /** The year that the title of the section names (二、2027年工作安排); null where it names none. */
  section: number | null
  /** The month and year said last in this article. */
  month: number | null
  monthYear: number | null
  /** The last period, for 去年同期. */
  period: RawDate | null
  /** The last full day with its year said: 收文日期 is the day from which 24小时内 counts where nothing is signed. */
  day: string | null
}

/** What an article tells of dates that leave parts out. */
export interface Basis {
  article: ArticleFacts | null
  /** The day that 今天 and 即日 are. */
  base: string | null
  memory: Memory
}

export interface Resolved {
  from: string | null
  to: string | null
  year: number | null
  implied: Part[]
  reason?: string
}

/** The days of a point, with the year and month that the text leaves out; `past`: the text says that the time is over. */
export function resolve(basis: Basis, p: Point, deadline: boolean, past = false): Resolved {
  const { base } = basis
  if (p.kind === 'offset')
    return { ...(base ? both(addDays(base, p.a)) : nothing), implied: ['year', 'month', 'day'], year: base ? yearOf(base) : null }
  if (p.kind === 'week') return resolveWeek(base, p)
  const implied: Part[] = p.year === null ? ['year'] : []
  let { year, reason } = yearFor(basis, p)
  if (p.kind === 'festival') {
    const day = year === null ? null : festivalDay(p.name!, year)
    let on = day && makeDay(year!, day[0], day[1])
    // 春节前 in a paper of May is the next one
    if (on && p.year === null && p.shift === null && base && on < base) {
      const next = festivalDay(p.name!, ++year!)
      on = next && makeDay(year!, next[0], next[1])
    }
    return { ...(on ? both(addDays(on, -1)) : nothing), year, implied: ['year', 'month', 'day'], ...(reason ? { reason } : {}) }
  }
  let { a, b } = p
  if (a <= 0) {
    implied.push('month')
    const at = monthFor(basis, p, deadline)
    if (!at) return { ...nothing, year, implied }
    year = p.year ?? at.year ?? year
    a = p.kind === 'months' ? Math.floor((at.month - 1) / 3) * 3 + 1 : at.month
    b = p.kind === 'months' ? a + 2 : a
  } else if (year !== null && reason && p.year === null && p.shift === null) year = nearYear(basis, year, a, b, p, deadline, past)
  if (year === null) return { ...nothing, year, implied }
  const lastYear = year + Math.floor((b - 1) / 12)
  const lastMonth = ((b - 1) % 12) + 1
  const from = makeDay(year, a, p.from)
  const to = makeDay(lastYear, lastMonth, p.to || lastDayOf(lastYear, lastMonth))
  return { from: to && from, to: from && to, year, implied, ...(reason ? { reason } : {}) }
}

const nothing = { from: null, to: null }

function both(day: string) {
  return { from: day, to: day }
}

function resolveWeek(base: string | null, p: Point): Resolved {
  const implied: Part[] = ['year', 'month', 'day']
  if (!base) return { ...nothing, year: null, implied }
  const monday = addDays(base, 1 - weekdayOf(base) + p.a * 7)
  const from = addDays(monday, p.from ? p.from - 1 : 0)
  return { from, to: p.from ? from : addDays(monday, 6), year: yearOf(base), implied }
}

/** Said > said before in the sentence > the article's. */
function yearFor(basis: Basis, p: Point): { year: number | null; reason?: string } {
  if (p.year !== null) return { year: p.year }
  const source = basis.article?.year ?? null
  const year = basis.base ? yearOf(basis.base) : (source?.year ?? null)
  // 全年 and 今年 under 二、2027年工作安排
  if (basis.memory.section !== null && (p.shift === null || (p.shift === 0 && p.kind === 'year')) && basis.memory.year === null)
    return { year: basis.memory.section, reason: 'title' }
  if (p.shift !== null) return { year: year === null ? null : year + p.shift, ...(source ? { reason: source.reason } : {}) }
  if (basis.memory.year !== null && p.kind !== 'year') return { year: basis.memory.year, reason: 'sentence' }
  return { year, ...(source ? { reason: source.reason } : {}) }
}

/** The month of a bare 22日, 月底 or 本月: said before in the article, else that of the document. */
function monthFor(basis: Basis, p: Point, deadline: boolean): { month: number; year: number | null } | null {
  const { base, memory } = basis
  if (p.monthShift !== null && base) {
    const at = addMonths(`${base.slice(0, 7)}-01`, p.monthShift)
    return { month: monthOf(at), year: yearOf(at) }
  }
  if (p.monthShift === null && p.kind === 'day' && memory.month !== null) return { month: memory.month, year: memory.monthYear }
  if (!base) return memory.month === null ? null : { month: memory.month, year: memory.monthYear }
  // 15日前 in a paper of the 20th is next month's; 28日 in a paper of the 3rd is last month's
  const day = Number(base.slice(8))
  const shift = p.kind !== 'day' ? 0 : deadline && p.to < day ? 1 : !deadline && p.from > day + 3 ? -1 : 0
  const at = addMonths(`${base.slice(0, 7)}-01`, shift)
  return { month: monthOf(at), year: yearOf(at) }
}

/** 1月10日前 in a paper of December is next year's; 12月28日 in one of January is last year's, unless the paper is a plan. */
function nearYear(basis: Basis, year: number, a: number, b: number, p: Point, deadline: boolean, past: boolean): number {
  const { base } = basis
  if (past || (!deadline && basis.article?.genre === 'plan')) return year
  if (!base || yearOf(base) !== year) return year
  const to = makeDay(year, b, p.to || lastDayOf(year, b))
  const from = makeDay(year, a, p.from)
  if (deadline && to && monthOf(base) >= 10 && daysBetween(to, base) > 60) return year + 1
  if (!deadline && from && monthOf(base) === 1 && a >= 11 && p.kind === 'day' && daysBetween(base, from) > 60) return year - 1
  return year
}

/** The end of a range: what it leaves out is taken from the beginning. */
export function resolveSecond(basis: Basis, second: Point, first: Point, a: Resolved): Resolved {
  const p = { ...second }
  if (p.kind === 'day' && p.a === 0 && p.monthShift === null) {
    p.a = first.a > 0 ? first.a : a.from ? monthOf(a.from) : 0
    p.b = p.a
  }
  if (p.year === null && a.year !== null) {
    p.year = p.shift === null ? a.year : a.year + (second.shift === 1 ? 1 : 0)
    p.shift = null
    if (a.from && p.a > 0 && p.a < monthOf(a.from) && second.shift === null && p.kind !== 'year') p.year++
  }
  return resolve(basis, p, false)
}

/** Working days need the holidays, which the text does not tell. */
export function lastAllowed(base: string, a: Allowance): string | null {
  if (a.unit === 'workday') return null
  if (a.unit === 'minute') return base
  if (a.unit === 'hour') return addDays(base, Math.ceil(a.amount / 24))
  if (a.unit === 'day') return addDays(base, a.amount)
  if (a.unit === 'week') return addDays(base, a.amount * 7)
  return addMonths(base, a.unit === 'month' ? a.amount : a.amount * 12)
}
