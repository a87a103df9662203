// The public holidays and made-up working days that are shipped: 2025 and 2026 as the State Council published them; other years follow the week until loaded.
import { calendarOf, type SpecialDay } from '../core/holiday.ts'
import holidays from './holidays.json' with { type: 'json' }

interface ShippedYear {
  year: number
  /** False: by law only (全国年节及纪念日放假办法), the days that are moved being unknown when this was shipped. */
  published: boolean
  days: SpecialDay[]
}

export const SHIPPED: readonly ShippedYear[] = Object.entries(holidays).map(([year, { published, off, work }]) => ({
  year: Number(year),
  published,
  days: [...named(off, 'off'), ...named(work, 'work')].sort((a, b) => (a.day < b.day ? -1 : 1)),
}))

function named(days: object, kind: SpecialDay['kind']): SpecialDay[] {
  return Object.entries(days).map(([day, name]) => ({ day, kind, name: String(name) }))
}

export const CALENDAR = calendarOf(SHIPPED.flatMap(year => year.days))
