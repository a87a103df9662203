// What a jurisdiction goes by: its rules and calendar, kept in memory by their version, so that a write asks for them only after a change.
import { calendarOf, type SpecialDay } from '../core/holiday.ts'
import { RULES, type Rulebook, type Rules } from '../core/rules.ts'
import type { Instant } from '../core/types.ts'
import { CALENDAR, SHIPPED } from './calendar.ts'
import type { Tx } from './tx.ts'

/** The shipped rules with the shipped calendar. */
export const SHIPPED_BOOK: Rulebook = { ...RULES, calendar: CALENDAR }

/** A year's days, and who loaded them; shipped ones nobody. */
interface LoadedYear {
  year: number
  days: SpecialDay[]
  by: string | null
  at: Instant | null
  published: boolean
}

/** The version as a column of a statement on `i`; 1 while nothing was changed. */
export const RULES_VERSION = `coalesce((select v.version from rule_version v where v.jurisdiction_id = i.jurisdiction_id), 1) as rules_version`

interface Row {
  version: number
  rules: Partial<Rules> | null
}

const kept = new Map<string, { version: number; book: Rulebook }>()

/** The rulebook as of `version`, which other statements bring along (`rule_version`); without it, as of now. */
export async function bookOf(tx: Tx, version?: number): Promise<Rulebook> {
  const { jurisdiction } = tx.context
  const known = kept.get(jurisdiction)
  if (known && known.version === version) return known.book
  const [[row], years] = await Promise.all([ruleRow(tx), loadedYears(tx)])
  const now = row?.version ?? 1
  if (known && known.version === now) return known.book
  const calendar = years.some(year => year.by !== null) ? calendarOf(years.flatMap(year => year.days)) : CALENDAR
  const book = { ...RULES, ...row?.rules, calendar }
  kept.set(jurisdiction, { version: now, book })
  return book
}

const ruleRow = (tx: Tx): Promise<Row[]> =>
  tx.rows<Row>(
    `select v.version, r.rules from rule_version v left join rule r on r.jurisdiction_id = v.jurisdiction_id where v.jurisdiction_id = $1`,
    [tx.context.jurisdiction],
  )

export async function rulesNow(tx: Tx): Promise<{ version: number; rules: Rules; by: string | null; at: Instant | null }> {
  const [row] = await tx.rows<Row & { by: string | null; at: Instant | null }>(
    `select v.version, r.rules, r.by_name as by, r.at from rule_version v left join rule r on r.jurisdiction_id = v.jurisdiction_id
     where v.jurisdiction_id = $1`,
    [tx.context.jurisdiction],
  )
  return { version: row?.version ?? 1, rules: { ...RULES, ...row?.rules }, by: row?.by ?? null, at: row?.at ?? null }
}

/** Each year whole: loaded, or else as shipped. */
export async function loadedYears(tx: Tx): Promise<LoadedYear[]> {
  const rows = await tx.rows<{ year: number; days: SpecialDay[]; by: string; at: Instant }>(
    'select year, days, by_name as by, at from calendar_year where jurisdiction_id = $1',
    [tx.context.jurisdiction],
  )
  const loaded = rows.map((row): LoadedYear => ({ ...row, published: true }))
  const shipped = SHIPPED.filter(year => !loaded.some(l => l.year === year.year)).map(year => ({ ...year, by: null, at: null }))
  return [...loaded, ...shipped].sort((a, b) => a.year - b.year)
}
