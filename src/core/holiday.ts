// 节假日: the days that do not follow the week, as an office publishes them each year; checked line by line before they are loaded. Pure.
import { type Calendar, parseDay } from './day.ts'
import type { Day } from './types.ts'

/** 休 班 */
export const DAY_KINDS = ['off', 'work'] as const
export interface SpecialDay {
  day: Day
  kind: (typeof DAY_KINDS)[number]
  /** 春节 */
  name: string
}

export const calendarOf = (days: readonly SpecialDay[]): Calendar => ({
  holidays: new Set(days.filter(d => d.kind === 'off').map(d => d.day)),
  makeUps: new Set(days.filter(d => d.kind === 'work').map(d => d.day)),
})

export const HOLIDAY_RULES = ['no-day', 'no-kind', 'repeated', 'worked-anyway', 'too-far'] as const
interface HolidayFault {
  /** 1 for the first row of the file. */
  line: number
  rule: (typeof HOLIDAY_RULES)[number]
  /** What stands there. */
  text: string
}

interface HolidayFile {
  days: SpecialDay[]
  faults: HolidayFault[]
}

/** 2027-02-05 2027/2/5 2027.2.5 2027年2月5日 20270205 */
const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]0{1,2}:00(?::00)?)?$/
/** 休 放假 休息日 节假日 · 班 上班 补班 调休上班 工作日 */
const KINDS: [RegExp, SpecialDay['kind']][] = [
  [/^(?:班|上班|补班|调休上班|调休补班|工作日|work)$/i, 'work'],
  [/^(?:休|放假|休假|休息|休息日|节假日|假日|假|调休|off)$/i, 'off'],
]
const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/** The rows of a file: one cell is a day, one says 休 or 班, what else is written is the name. A first row of headings is passed over. */
export function readHolidays(rows: readonly (readonly string[])[]): HolidayFile {
  const days: SpecialDay[] = []
  const faults: HolidayFault[] = []
  const seen = new Set<Day>()
  for (const [at, row] of rows.entries()) {
    const cells = row.map(cell => cell.trim()).filter(cell => cell !== '')
    if (!cells.length) continue
    const text = cells.join(' ').slice(0, 80)
    const wrong = (rule: HolidayFault['rule']) => faults.push({ line: at + 1, rule, text })
    const written = cells.find(cell => /^\d{4}/.test(cell))
    // 日期 类型 名称
    if (!written && days.length + faults.length === 0) continue
    const day = written ? dayIn(written) : null
    const kind = cells.flatMap(cell => KINDS.find(([words]) => words.test(cell))?.[1] ?? [])[0]
    if (!day) wrong('no-day')
    else if (Number(day.slice(0, 4)) < FIRST_YEAR || Number(day.slice(0, 4)) > LAST_YEAR) wrong('too-far')
    else if (!kind) wrong('no-kind')
    else if (seen.has(day)) wrong('repeated')
    else if (kind === 'work' && !isWeekend(day)) wrong('worked-anyway')
    else {
      seen.add(day)
      const name = cells.find(cell => cell !== written && !KINDS.some(([words]) => words.test(cell))) ?? ''
      days.push({ day, kind, name: name.slice(0, 40) })
    }
  }
  return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), faults }
}

function dayIn(text: string): Day | null {
  const [, year, m, d, mm, dd] = DAY.exec(text) ?? []
  return year ? parseDay(`${year}-${(m ?? mm)!.padStart(2, '0')}-${(d ?? dd)!.padStart(2, '0')}`) : null
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** What loading a file changes in a year, which it replaces as a whole. */
interface YearChange {
  year: number
  off: number
  work: number
  added: SpecialDay[]
  removed: SpecialDay[]
}

export function yearChanges(before: readonly SpecialDay[], loaded: readonly SpecialDay[]): YearChange[] {
  const same = (a: SpecialDay, b: SpecialDay) => a.day === b.day && a.kind === b.kind
  return [...new Set(loaded.map(d => yearOf(d.day)))].sort().map(year => {
    const of = (days: readonly SpecialDay[]) => days.filter(d => yearOf(d.day) === year)
    const [old, fresh] = [of(before), of(loaded)]
    return {
      year,
      off: fresh.filter(d => d.kind === 'off').length,
      work: fresh.filter(d => d.kind === 'work').length,
      added: fresh.filter(d => !old.some(o => same(o, d))),
      removed: old.filter(d => !fresh.some(f => same(f, d))),
    }
  })
}
