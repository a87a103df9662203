// Finds ruled tables on a printed page and puts the text into their cells; a frame around one text is no table.

import { type Piece, pageLines } from './column.ts'
import type { Row } from './grid.ts'
import type { Rule } from './rule.ts'

export interface RuledTable {
  /** Upper and lower edge, y upwards. */
  top: number
  bottom: number
  rows: Row[]
  /** The pieces that stand in it. */
  pieces: ReadonlySet<Piece>
}

/** Lines this near are one: a drawn line has two edges. */
const NEAR = 3
/** A page with more is a map or a drawing; a table with more lines is squared paper. */
const MOST_RULES = 4_000
const MOST_LINES = 300

/** Tables from the top of the page down. One beside which other text stands is left to the columns. */
export function ruledTables(rules: readonly Rule[], pieces: readonly Piece[]): RuledTable[] {
  if (rules.length > MOST_RULES) return []
  return groups(rules)
    .flatMap(group => table(group, pieces))
    .sort((a, b) => b.top - a.top)
}

/** Rules that touch each other. */
function groups(rules: readonly Rule[]): Rule[][] {
  const found: Rule[][] = []
  for (const rule of rules) {
    const touching = found.filter(group => group.some(other => touch(rule, other)))
    const merged = [rule, ...touching.flat()]
    for (const group of touching) found.splice(found.indexOf(group), 1)
    found.push(merged)
  }
  return found
}

function touch(a: Rule, b: Rule): boolean {
  if (a.level === b.level) return Math.abs(a.at - b.at) < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR
  return a.at > b.from - NEAR && a.at < b.to + NEAR && b.at > a.from - NEAR && b.at < a.to + NEAR
}

function table(rules: Rule[], pieces: readonly Piece[]): RuledTable[] {
  const xs = distinct(rules.filter(rule => !rule.level).map(rule => rule.at))
  const ys = distinct(rules.filter(rule => rule.level).map(rule => rule.at)).reverse()
  if (xs.length < 3 || ys.length < 3 || xs.length > MOST_LINES || ys.length > MOST_LINES) return []
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!]
  const middle = (piece: Piece) => [piece.x + piece.width / 2, piece.y + piece.size / 3] as const
  const level = pieces.filter(piece => middle(piece)[1] < top && middle(piece)[1] > bottom && piece.text.trim() !== '')
  if (level.some(piece => middle(piece)[0] < left || middle(piece)[0] > right)) return []

  const cells = ys.slice(1).map(() => xs.slice(1).map((): Piece[] => []))
  for (const piece of level) {
    const [x, y] = middle(piece)
    cells[ys.findIndex(edge => edge < y) - 1]?.[xs.findIndex(edge => edge > x) - 1]?.push(piece)
  }
  const parted = (at: number, isLevel: boolean, through: number) =>
    rules.some(rule => rule.level === isLevel && Math.abs(rule.at - at) < NEAR && rule.from < through && rule.to > through)
  // Merged cells share one list of pieces, so that a third one reaches the first; the text is the upper left one's.
  const rows: Row[] = cells.map(row => row.map(() => ''))
  for (let down = 0; down < rows.length; down++)
    for (let across = 0; across < xs.length - 1; across++) {
      const [x, y] = [(xs[across]! + xs[across + 1]!) / 2, (ys[down]! + ys[down + 1]!) / 2]
      const own = cells[down]![across]!
      if (down > 0 && !parted(ys[down]!, true, x)) {
        cells[down - 1]![across]!.push(...own)
        cells[down]![across] = cells[down - 1]![across]!
        rows[down]![across] = null
      } else if (across > 0 && !parted(xs[across]!, false, y)) {
        cells[down]![across - 1]!.push(...own)
        cells[down]![across] = cells[down]![across - 1]!
        rows[down]![across] = ''
      }
    }
  for (const [down, row] of rows.entries()) {
    const seen = new Set<Piece[]>()
    row.forEach((cell, across) => {
      const own = cells[down]![across]!
      if (cell !== null && !seen.has(own))
        row[across] = pageLines(own)
          .map(line => line.trim())
          .join('\n')
      seen.add(own)
    })
  }
  return [{ top, bottom, rows, pieces: new Set(level) }]
}

function distinct(numbers: number[]): number[] {
  const found: number[] = []
  for (const number of numbers.sort((a, b) => a - b)) if (found.length === 0 || number - found.at(-1)! > NEAR) found.push(number)
  return found
}
