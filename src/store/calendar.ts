// The public holidays and made-up working days of the mainland, from the package that carries them; years it does not know follow the week.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Calendar } from '../core/day.ts'

const { holidays, workdays } = chineseDays as { holidays: Record<string, unknown>; workdays: Record<string, unknown> }

export const CALENDAR: Calendar = { holidays: new Set(Object.keys(holidays)), makeUps: new Set(Object.keys(workdays)) }
