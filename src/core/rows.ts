// A fact that is a table of its own: phases with their dates, milestones, places of reuse. What each row must be; pure, and of no kind in particular.
import { parseDay } from './day.ts'
import type { Day } from './types.ts'

interface ColumnSpec {
  type: 'text' | 'lines' | 'day' | 'choice'
  choices?: readonly string[]
  needed?: true
  /** Of a day: not before the day in that column. */
  from?: string
  /** Of a day: what is due on it is done once that column says something. */
  done?: string
}
export type Columns = Record<string, ColumnSpec>
export type Row = Record<string, string>

export const MOST_ROWS = 100
const LENGTH = { text: 200, lines: 2000 }

/** The rule that is broken, or null. A cell that says nothing is left out. */
export function rowsFault(value: unknown, columns: Columns): string | null {
  if (!Array.isArray(value) || value.length > MOST_ROWS) return 'rows'
  for (const row of value as unknown[]) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'rows'
    const fault = rowFault(row as Record<string, unknown>, columns)
    if (fault) return fault
  }
  return null
}

function rowFault(row: Record<string, unknown>, columns: Columns): string | null {
  for (const [name, cell] of Object.entries(row)) {
    const column = columns[name]
    if (!column || typeof cell !== 'string' || !cell.trim()) return 'rows'
    if (column.type === 'choice') {
      if (!column.choices!.includes(cell)) return 'choice'
      continue
    }
    if (column.type === 'day' ? parseDay(cell) === null : cell.length > LENGTH[column.type]) return column.type === 'day' ? 'day' : 'text'
    if (column.type === 'text' && /[\r\n]/.test(cell)) return 'text'
    const since = column.from && row[column.from]
    if (typeof since === 'string' && cell < since) return 'span'
  }
  return Object.entries(columns).some(([name, { needed }]) => needed && !row[name]) ? 'row-needs' : null
}

/** The day is over, and what was due on it is not done. */
export const isLate = (row: Row, name: string, columns: Columns, today: Day): boolean => {
  const { done } = columns[name]!
  return done !== undefined && row[name] !== undefined && row[name] < today && !row[done]
}

/** The same rows with their cells in the order of the columns. */
export const inOrder = (rows: readonly Row[], columns: Columns): Row[] =>
  rows.map(row => Object.fromEntries(Object.keys(columns).flatMap(name => (row[name] ? [[name, row[name]]] : []))))

/** As an event keeps it: 学习教育 2026-09-01 2026-10-15 */
export const rowText = (row: Row): string => Object.values(row).join(' ')
