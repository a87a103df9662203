// What is typed into a sheet of figures before it is sent: text by row, kept with the revision that was seen. No React here.
import type { ReadingStatus } from '../../core/indicator.ts'
import { type Added, addedUp, addedWords } from '../../core/singlemonth.ts'
import { numberOf } from '../indicator/targetdraft.ts'
import type { FillRow } from './rows.ts'

/** By row; a row that says again what is held is not among them. */
export type Typed = Record<string, { text: string; seen: number }>

export const rowKey = (row: FillRow): string => `${row.indicator.id} ${row.unitId}`

export interface Read {
  /** null: nothing; undefined: no number. */
  value: number | null | undefined
  added: Added | null
  /** +12.3 cannot be added up without this month; null inside: not told by months. */
  missing: { month: number | null } | null
}

/** +12.3 is the month alone of what is told as the year so far. */
export function readTyped({ indicator, month, values }: FillRow, text: string): Read {
  const plain = text.normalize('NFKC').trim()
  if (!plain.startsWith('+') || indicator.basis !== 'cumulative')
    return { value: numberOf(plain, indicator.unit), added: null, missing: null }
  const single = numberOf(plain.slice(1), indicator.unit)
  if (single == null) return { value: undefined, added: null, missing: null }
  const added = addedUp(single, month, indicator.frequency, m => values[m - 1] ?? null)
  return 'missing' in added
    ? { value: undefined, added: null, missing: { month: added.missing } }
    : { value: added.value, added, missing: null }
}

/** The sheet after a person has typed; what was sent meanwhile by another shows as another revision. */
export function type(typed: Typed, row: FillRow, text: string): Typed {
  const { [rowKey(row)]: _, ...rest } = typed
  const { value } = readTyped(row, text)
  const held = row.held?.value ?? null
  if (!text.startsWith('+') && value === held && value !== undefined) return rest
  return { ...rest, [rowKey(row)]: { text, seen: row.held?.revision ?? 0 } }
}

/** What was typed into a row, taken back: what is held stands again. */
export function untype(typed: Typed, row: FillRow): Typed {
  const { [rowKey(row)]: _, ...rest } = typed
  return rest
}

interface Pasted {
  typed: Typed
  /** Figures of lines for which there was no row. */
  left: number
}

/** A column pasted from a spreadsheet goes downwards from the row where it was pasted; an empty cell of it says nothing and takes nothing back. */
export function paste(typed: Typed, rows: FillRow[], from: number, text: string): Pasted {
  const pasted: Pasted = { typed, left: 0 }
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const cell = line.split('\t', 1)[0]!.trim()
    const row = rows[from + i]
    if (cell && row) pasted.typed = type(pasted.typed, row, cell)
    else if (cell) pasted.left++
  }
  return pasted
}

export interface Sent {
  row: FillRow
  /** null takes back what is held. */
  value: number | null
  seen: number
  /** How it came, when it was added up. */
  words: string | null
}

/** What can be sent, what is no number, and where another was first. */
export function sort(typed: Typed, rows: FillRow[]): { ready: Sent[]; wrong: FillRow[]; overtaken: FillRow[] } {
  const ready: Sent[] = []
  const wrong: FillRow[] = []
  const overtaken: FillRow[] = []
  for (const row of rows) {
    const own = typed[rowKey(row)]
    if (!own) continue
    const { value, added } = readTyped(row, own.text)
    if (own.seen !== (row.held?.revision ?? 0)) overtaken.push(row)
    else if (value === undefined || (value === null && !row.held)) wrong.push(row)
    else ready.push({ row, value, seen: own.seen, words: added && addedWords(added) })
  }
  return { ready, wrong, overtaken }
}

export interface Undone {
  indicatorId: string
  unitId: string
  /** What stood before; null: nothing did. */
  value: number | null
  status: ReadingStatus
  seen: number
  words: string
}

/** What takes back what is being sent, as one step: each figure as it stood before, on the revision that is being written now. */
export const undoing = (ready: Sent[], status: ReadingStatus, words: string): Undone[] =>
  ready.flatMap(({ row: { indicator, unitId, held }, value, seen }) =>
    held && held.value === value && held.status === status
      ? []
      : [{ indicatorId: indicator.id, unitId, value: held?.value ?? null, status: held?.status ?? status, seen: seen + 1, words }],
  )
