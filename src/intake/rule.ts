// The straight lines that a PDF page draws, upright and level, in the page's own units: what tables are ruled with.

import { getResolvedPDFJS } from 'unpdf'
import type { PdfPage } from './pdf.ts'

/** A level line at `at` = y from x `from` to `to`, or an upright one at `at` = x from y `from` to `to`. */
export interface Rule {
  level: boolean
  at: number
  from: number
  to: number
}

type Matrix = [number, number, number, number, number, number]

/** Steps of a path as the reader of PDFs packs them: a number for the kind, then its coordinates. */
const STEPS: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }
const SHORTEST = 6
const SLANT = 1.5

export async function rulesOf(page: PdfPage): Promise<Rule[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawn = new Set([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [at, op] of fnArray.entries()) {
    if (op === OPS.save) saved.push(matrix)
    else if (op === OPS.restore) matrix = saved.pop() ?? matrix
    else if (op === OPS.transform) matrix = times(matrix, argsArray[at] as Matrix)
    else if (op === OPS.constructPath && drawn.has(argsArray[at][0]))
      for (const path of argsArray[at][1]) if (path) trace(path as ArrayLike<number>, matrix, rules)
  }
  return rules
}

function trace(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix, rules: Rule[]): void {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number) => {
    const [width, height] = [Math.abs(toX - x), Math.abs(toY - y)]
    if (height < SLANT && width > SHORTEST) rules.push({ level: true, at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) })
    else if (width < SLANT && height > SHORTEST)
      rules.push({ level: false, at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) })
    ;[x, y] = [toX, toY]
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]!
    const length = STEPS[step]
    if (length === undefined) return
    const [px, py] = [path[at + length - 1]!, path[at + length]!]
    const [toX, toY] = [a * px + c * py + e, b * px + d * py + f]
    if (step === 0) [x, y, startX, startY] = [toX, toY, toX, toY]
    else if (step === 1) lineTo(toX, toY)
    else if (step === 4) lineTo(startX, startY)
    else [x, y] = [toX, toY]
    at += 1 + length
  }
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
