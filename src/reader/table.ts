// Reads the rows of a task table flattened to text (1｜task｜unit｜time; tabs; runs of blanks); never joins rows and never guesses a column's name.

import type { Values } from './action.ts'
import { openingVerb } from './clause.ts'
import type { RawDate } from './context.ts'
import type { Ordinal } from './ordinal.ts'
import type { Span } from './reading.ts'

export interface Row {
  ordinal: Ordinal
  cells: Span[]
}

// ｜ | │ and tabs with the blanks around them, or two blanks and more
const GAP = /[ \u3000]*[｜|│\t][ \u3000]*|[ \u3000]{2,}/g
const NUMBERED = /^[｜|│]?[ \u3000]*(\d{1,3})[.．、]?[ \u3000]*(?=[｜|│\t]|[ \u3000]{2})/
const ROW_START = new Uint8Array(65536)
for (const c of '｜|│0123456789') ROW_START[c.charCodeAt(0)] = 1
const LONGEST_ROW = 600

/** The row that a line is, or null: a number and at least two more cells. */
export function readRow(text: string, start: number, end: number): Row | null {
  if (!ROW_START[text.charCodeAt(start)] || end - start > LONGEST_ROW) return null
  const s = text.slice(start, end)
  const m = NUMBERED.exec(s)
  if (!m) return null
  const cells: Span[] = []
  let from = m[0].length
  GAP.lastIndex = from
  for (let gap = GAP.exec(s); gap; gap = GAP.exec(s)) {
    if (gap.index > from) cells.push([start + from, start + gap.index])
    from = gap.index + gap[0].length
  }
  if (from < s.length) cells.push([start + from, end])
  const first = cells[0]
  if (cells.length < 2 || !first) return null
  return { ordinal: { kind: 'row', number: Number(m[1]), name: m[1]!, length: first[0] - start }, cells }
}

export interface RowTask {
  task: Span
  lead: string | null
  co: string[]
  deadline: RawDate | null
}

// 县水利局、县财政局  各乡镇（街道）
export const BODY =
  /(?:局|委|办|部|厅|院|处|科|站|所|队|中心|公司|集团|政府|单位|部门|乡镇|街道|银行|学校|校|协会|工会|妇联|残联|联社|工商联|团委|联合会|指挥部|专班|领导小组|支行|管委会|委员会|[县市区镇乡村])(?:[（(][^）)]*[）)])?$/

/** What a row says is to be done, by whom and when; null when no cell names a body or a time, or none a task. */
export function readRowTask(text: string, row: Row, values: Values): RowTask | null {
  let deadline: RawDate | null = null
  const bodies: string[] = []
  const rest: Span[] = []
  for (const cell of row.cells) {
    const date = values.dates.find(d => d.span[0] >= cell[0] && d.span[1] <= cell[1])
    if (date && (date.span[1] - date.span[0]) * 2 > cell[1] - cell[0]) deadline ??= date
    else if (names(text, cell).length > 0) bodies.push(...names(text, cell))
    else rest.push(cell)
  }
  const said = rest.filter(([from, to]) => to - from > 3 && /[\u4e00-\u9fff]{2}/.test(text.slice(from, to)))
  // 工程名称 before 建设内容: the cell with a verb says what is to be done
  const task = said.find(([from, to]) => openingVerb(text.slice(from, to)).length > 1) ?? said[0]
  if (!task || (!deadline && !bodies.length)) return null
  return { task, lead: bodies[0] ?? null, co: bodies.slice(1), deadline }
}

// 牵头单位：县水利局 in a cell
const LABELLED = /^(?:牵头|责任|配合|主办|协办|主责|承办)(?:单位|部门)\s*[：:]/

/** The bodies that a cell lists; none when it holds anything else. */
function names(text: string, [from, to]: Span): string[] {
  const all = text
    .slice(from, to)
    .replace(LABELLED, '')
    .split(/[、，,；; \u3000]/)
    .filter(Boolean)
  return all.length > 0 && all.every(n => n.length < 26 && BODY.test(n)) ? all : []
}
