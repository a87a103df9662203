// Puts the pieces of text of a printed page into reading order: columns one after another, lines from top to bottom. It knows places, not words.

/** A piece of text and its place: x to the right, y UP from the foot of the page, as in a PDF. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  /** Size of the type. */
  size: number
}

/** Pieces that stand side by side without a wide gap. */
interface Run {
  text: string
  left: number
  right: number
  y: number
  size: number
}

/** Lines of the page, as printed; a paragraph's first line keeps its indent as two full-width spaces. */
export function pageLines(pieces: readonly Piece[]): string[] {
  const runs = runsOf(pieces.filter(piece => piece.text.trim() !== '' && piece.size > 0))
  return runs.length === 0 ? [] : ordered(runs).flatMap(linesOf)
}

/** Gaps in sizes of the type: from here a space; from here another run, which may be another column; from here another cell. */
const SPACE = 0.6
const RUN = 0.9
const CELL = 1.6

function runsOf(pieces: Piece[]): Run[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - piece.y) < 0.4 * Math.max(row[0]!.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap(row => {
    const runs: Run[] = []
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const run = runs.at(-1)
      const gap = run ? (piece.x - run.right) / piece.size : Number.POSITIVE_INFINITY
      if (!run || gap > RUN) runs.push({ text: piece.text, left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size })
      else {
        const latin = /\w$/.test(run.text) && /^\w/.test(piece.text)
        run.text += (gap > (latin ? 0.15 : SPACE) && !run.text.endsWith(' ') ? ' ' : '') + piece.text
        run.right = Math.max(run.right, piece.x + piece.width)
        run.size = Math.max(run.size, piece.size)
      }
    }
    return runs.map(run => ({ ...run, text: unspread(run.text) }))
  })
}

/** 县 住 房 和 城 乡 建 设 局: a line spread to fill its width, or a spaced title; 市长 龚 正 keeps its spaces. */
function unspread(text: string): string {
  const gaps = text.match(BETWEEN_HAN)?.length ?? 0
  return gaps >= 4 && gaps * 2.5 > text.replace(/\s/g, '').length ? text.replace(BETWEEN_HAN, '') : text
}

const BETWEEN_HAN = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]) +(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”])/gu

/** Blocks in reading order (a recursive cut along white space, as in Nagy's XY-cut): columns where there are some, else upper part before lower part. */
function ordered(runs: Run[]): Run[][] {
  const parts = cutHeadline(runs)
  if (parts) return parts.flatMap(ordered)
  const columns = cutColumns(runs)
  if (columns) return columns.flatMap(ordered)
  const halves = cutRows(runs)
  return halves ? halves.flatMap(ordered) : [runs]
}

/** A headline belongs to all columns below it, even where it is short enough to stand above the middle one alone. */
const LARGER = 1.2

function cutHeadline(runs: Run[]): Run[][] | null {
  if (!sideBySide(runs)) return null
  const usual = middle(runs.map(run => run.size))
  const [left, right] = [Math.min(...runs.map(run => run.left)), Math.max(...runs.map(run => run.right))]
  const headline = runs.find(run => {
    const centred = Math.abs((run.left + run.right) / 2 - (left + right) / 2) < (right - left) * 0.04
    return run.size >= usual * LARGER && centred && runs.every(other => other === run || Math.abs(other.y - run.y) > 0.7 * run.size)
  })
  if (!headline) return null
  return [runs.filter(run => run.y > headline.y), [headline], runs.filter(run => run.y < headline.y)].filter(part => part.length > 0)
}

/** Lines that a column must have, and characters that its usual line must have: a table's cells have neither. */
const COLUMN_LINES = 4
const COLUMN_CHARACTERS = 7

function cutColumns(runs: Run[]): Run[][] | null {
  const byLeft = [...runs].sort((a, b) => a.left - b.left)
  const columns: Run[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of byLeft) {
    if (run.left > right) columns.push([])
    columns.at(-1)!.push(run)
    right = Math.max(right, run.right)
  }
  if (columns.length < 2) return null
  const full = columns.every(
    column => column.length >= COLUMN_LINES && middle(column.map(run => (run.right - run.left) / run.size)) >= COLUMN_CHARACTERS,
  )
  return full ? columns : null
}

/** At the widest horizontal white space, but only where a part of the page may have columns that the whole has not. */
function cutRows(runs: Run[]): [Run[], Run[]] | null {
  if (!sideBySide(runs)) return null
  const byTop = [...runs].sort((a, b) => b.y - a.y)
  let best = 0
  let bestGap = 0
  for (let at = 1; at < byTop.length; at++) {
    const [above, below] = [byTop[at - 1]!, byTop[at]!]
    // A change of the size of type separates as well as space does.
    const gap = (above.y - below.y - below.size) / Math.min(above.size, below.size) + Math.abs(Math.log(above.size / below.size))
    if (gap > bestGap + 1e-6) [best, bestGap] = [at, gap]
  }
  if (best === 0 || bestGap < 0.3) return null
  return [byTop.slice(0, best), byTop.slice(best)]
}

function sideBySide(runs: Run[]): boolean {
  const byTop = [...runs].sort((a, b) => b.y - a.y)
  return byTop.some((run, at) => at > 0 && byTop[at - 1]!.y - run.y < 0.4 * run.size)
}

function linesOf(runs: Run[]): string[] {
  const lefts = runs.map(run => run.left)
  const left = Math.min(...lefts)
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1)
    if (row && row[0]!.y - run.y < 0.4 * run.size) row.push(run)
    else rows.push([run])
  }
  return rows.map(row => {
    const cells = row.sort((a, b) => a.left - b.left)
    const indent = (cells[0]!.left - left) / cells[0]!.size
    const oneText = cells.every((run, at) => at === 0 || run.left - cells[at - 1]!.right <= CELL * run.size)
    return (indent > 1.5 && indent < 2.6 && oneText ? '　　' : '') + joined(cells)
  })
}

/** Names set apart keep a space, cells of a table get a tab. */
function joined(cells: Run[]): string {
  return cells.map((run, at) => (at === 0 ? '' : run.left - cells[at - 1]!.right > CELL * run.size ? '\t' : ' ') + run.text.trim()).join('')
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1]!
}
