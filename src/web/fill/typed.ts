// What is typed into a sheet of figures before it is sent: text by row, kept with the revision that was seen. No React here.
import { numberOf } from '../indicator/targetdraft.ts'
import type { FillRow } from './rows.ts'

/** By row; a row that says again what is held is not among them. */
export type Typed = Record<string, { text: string; seen: number }>

export const rowKey = (row: FillRow): string => `${row.indicator.id} ${row.unitId}`

/** The sheet after a person has typed; what was sent meanwhile by another shows as another revision. */
export function type(typed: Typed, row: FillRow, text: string): Typed {
  const { [rowKey(row)]: _, ...rest } = typed
  const value = numberOf(text)
  const held = row.held?.value ?? null
  if (value === held && value !== undefined) return rest
  return { ...rest, [rowKey(row)]: { text, seen: row.held?.revision ?? 0 } }
}

/** A column pasted from a spreadsheet goes downwards from the row where it was pasted. */
export function paste(typed: Typed, rows: FillRow[], from: number, text: string): Typed {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.reduce((all, line, i) => {
    const row = rows[from + i]
    return row ? type(all, row, line.split('\t', 1)[0]!.trim()) : all
  }, typed)
}

export interface Sent {
  row: FillRow
  /** null takes back what is held. */
  value: number | null
  seen: number
}

/** What can be sent, what is no number, and where another was first. */
export function sort(typed: Typed, rows: FillRow[]): { ready: Sent[]; wrong: FillRow[]; overtaken: FillRow[] } {
  const ready: Sent[] = []
  const wrong: FillRow[] = []
  const overtaken: FillRow[] = []
  for (const row of rows) {
    const own = typed[rowKey(row)]
    if (!own) continue
    const value = numberOf(own.text)
    if (own.seen !== (row.held?.revision ?? 0)) overtaken.push(row)
    else if (value === undefined || (value === null && !row.held)) wrong.push(row)
    else ready.push({ row, value, seen: own.seen })
  }
  return { ready, wrong, overtaken }
}
