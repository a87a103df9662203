// The cells of a bulk report as people fill them in: a percentage and a value of the item's figure, read or said why not. Pure.
import type { LineVerdict } from './workbook.ts'

/** A cell as shown: text, or the number in it; a cell formatted as a percentage is best given as text (`60%`). */
export type WorkbookCell = string | number | null

/** Why a cell cannot be read. */
interface Unread {
  verdict: LineVerdict
  facts: Record<string, string | number>
}

export const textOf = (cell: WorkbookCell): string => (cell === null ? '' : String(cell).trim())

/** 60 · 60% · ６０％; a share of one (0.6, or 1, which Excel makes of 60% and 100%) is not guessed at, unless it is what the sheet was filled with. */
export function readPercent(cell: WorkbookCell, filled: number): number | null | Unread {
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '')
  if (text === '') return null
  const found = /^([+-]?\d+(?:\.\d+)?)(%?)$/.exec(text)
  if (!found) return { verdict: 'percent-unreadable', facts: { cell: text.slice(0, 40) } }
  const value = Number(found[1])
  if (value === filled) return value
  if (!found[2] && value > 0 && value <= 1)
    return { verdict: 'percent-unclear', facts: { cell: text, maybe: Math.round(value * 1000) / 10 } }
  if (value < 0 || value > 100) return { verdict: 'percent-out-of-range', facts: { cell: text.slice(0, 40) } }
  return value
}

/** 3 · 3公里 · １２,０００; null when it is what the sheet was filled with, or empty. */
export function readValue(cell: WorkbookCell, held: { unit: string } | null, stamp: string): number | null | Unread {
  const text = textOf(cell).normalize('NFKC').replace(/[\s,]/g, '')
  // The fourth part of the stamp: what the figure was when the sheet was made.
  if (text === '' || text === stamp.split('/')[3]) return null
  const shown = { cell: text.slice(0, 40) }
  if (!held) return { verdict: 'value-no-figure', facts: shown }
  const number = text.endsWith(held.unit) ? text.slice(0, -held.unit.length) : text
  if (!/^\d{1,12}(\.\d+)?$/.test(number)) return { verdict: 'value-unreadable', facts: { ...shown, unit: held.unit } }
  return Number(number)
}
