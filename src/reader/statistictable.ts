// Reads one row of a table of figures flattened to text (指标｜绝对量｜增速): the statistic stands in the row's head, or in the column's; joins no rows.

import type { RawQuantity, ReadContext, Sentence } from './context.ts'
import { letters } from './letters.ts'
import type { Span } from './reading.ts'
import { sign, signsOf } from './signs.ts'
import { type Named, nameEnding } from './statistic.ts'

export const BARS = '｜|│\t'
const BAR = sign(BARS)
const isBar = letters(BARS)
export const LONGEST = 300
const MOST_LINES = 60

/** The figures of a row with the statistic that each is of; null when the sentence is no such row. */
export function readStatistics(ctx: ReadContext, sentence: Sentence): { name: Named; quantity: RawQuantity }[] | null {
  const { text } = ctx
  if (sentence.end - sentence.start > LONGEST || (signsOf(ctx, sentence).all & BAR) === 0) return null
  const cells = cellsOf(text, [sentence.start, sentence.end])
  if (cells.length < 2) return null
  const head = headOf(ctx, sentence.line)
  const own = cells.slice(0, 2).find(cell => /[\u4e00-\u9fff]{2}/.test(text.slice(...cell)))
  if (!own || sentence.quantities.some(q => q.span[0] >= own[0] && q.span[1] <= own[1])) return null
  const whole = nameOfCell(text, own) ?? (head && isClue(text, head[0]!) ? plain(text, own) : null)
  const found: { name: Named; quantity: RawQuantity }[] = []
  for (const [k, cell] of cells.entries()) {
    const quantity = sentence.quantities.find(q => q.span[0] >= cell[0] && q.span[1] <= cell[1])
    if (!quantity || (quantity.span[1] - quantity.span[0]) * 2 < cell[1] - cell[0]) continue
    const column = head?.[k] ? nameOfCell(text, head[k]) : null
    const name = whole ?? column
    if (name) found.push({ name: { name: name.name, span: whole ? name.span : quantity.span }, quantity })
  }
  return found.length > 0 ? found : null
}

/** The stretches between the bars of a line. */
export function cellsOf(text: string, [start, end]: Span): Span[] {
  const cells: Span[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !isBar(text, i)) continue
    const cell = trimmed(text, from, i)
    if (cell[1] > cell[0]) cells.push(cell)
    from = i + 1
  }
  return from > start + 1 && cells.length > 1 ? cells : []
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return [start, end]
}

/** The first line of the table that a line belongs to; null when the line is the first itself. */
export function headOf(ctx: ReadContext, line: number): Span[] | null {
  let head: Span[] | null = null
  for (let i = line - 1; i >= 0 && i > line - MOST_LINES; i--) {
    const { start, end } = ctx.lines[i]!
    const cells = end - start > LONGEST ? [] : cellsOf(ctx.text, [start, end])
    if (cells.length < 2) break
    head = cells
  }
  return head
}

const CLUE = /指标|项目|名称|品种|产品|类别|行业/

function isClue(text: string, cell: Span): boolean {
  return CLUE.test(text.slice(...cell))
}

/** 固定资产投资（亿元）: the statistic without its unit. */
function nameOfCell(text: string, [start, end]: Span): Named | null {
  const bracket = text.slice(start, end).search(/[（(]/)
  return nameEnding(text, start, bracket > 0 ? start + bracket : end)
}

// 松岗镇, 县水利局 in the first column are places and bodies, and no statistics
const WHO = /[县市区旗镇乡村局委办部厅院队站所]$|街道|公司|中心/

function plain(text: string, cell: Span): Named | null {
  const name = text.slice(...cell).replace(/[（(].*$/, '')
  return name.length > 1 && name.length < 20 && !WHO.test(name) && !/\d/.test(name) ? { name, span: cell } : null
}
