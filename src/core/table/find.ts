// Finds the tables of a sheet: titles above, headers of one or several rows, the rows below; several tables may stand under one another. Pure; never throws.
import { readFigure } from './figure.ts'
import { cellName, type Grid, spread } from './grid.ts'
import { yearCell } from './period.ts'

/** What a cell is to an importer: a heading of its own, a name that it knows, or neither. */
export type Recognises = (text: string) => 'heading' | 'name' | null

export interface Table {
  /** Lines above that belong to it: title, unit of measure, date. */
  above: string[]
  /** The header's rows, from 0; none where figures stand beside names without any. */
  heads: number[]
  body: { row: number /** The line that stands alone above: 一、工业 */; section: string }[]
  columns: { column: number /** From the top down, merged ones once. */; parts: string[] }[]
  /** The first cell of it: A3. */
  at: string
}

const MOST_HEADS = 4
/** 单位：万元 · 填报单位：县统计局 stand above a header; 其中：工业 stands in it. */
const STATEMENT = /^(?!其中)[^:：]{1,10}[:：]\s*\S/
/** 注：本表为快报数 · 说明 · 制表：统计局 stand below. */
const BELOW = /^(?:注|备注|说明|附注|(?:数据|资料)来源|制表|填表|审核|联系)[^:：]{0,3}\s*[:：\d]/

export function findTables(grid: Grid, recognises: Recognises): Table[] {
  const cells = spread(grid)
  const width = cells[0]?.length ?? 0
  const own = (row: number, column: number) => (grid.rows[row]?.[column] ?? '').trim()
  const mergeAt = new Map(grid.merged.map(m => [`${m.top},${m.left}`, m]))
  const distinct = (row: number) => (grid.rows[row] ?? []).map(text => text.trim()).filter(text => text !== '')
  const kinds = new Map<string, ReturnType<Recognises>>()
  const kindOf = (text: string) => {
    if (!kinds.has(text)) kinds.set(text, recognises(text))
    return kinds.get(text)!
  }
  const figures = cells.map((_, row) => figuresIn(distinct(row)))
  const count = (row: number, kind: 'heading' | 'name') => distinct(row).filter(text => kindOf(text) === kind).length
  const hasFiguresSoon = (row: number) => figures.slice(row + 1, row + 1 + MOST_HEADS).some(n => n > 0)

  const isHead = (row: number, inBody: boolean): boolean => {
    const texts = distinct(row)
    if (texts.length < 2 || figures[row]! > 0 || texts.some(text => STATEMENT.test(text) || readFigure(text).is === 'missing')) return false
    const [headings, names] = [count(row, 'heading') + yearsAcross(texts, inBody), count(row, 'name')]
    if (inBody)
      return (
        headings >= 2 ||
        (headings >= 1 && headings + names >= 2 && distinct(row - 1).length === 0) ||
        (headings >= 1 && names >= 2 && distinct(row - 1).length === 1)
      )
    return headings + names >= 2 || (headings + names >= 1 && (headings + names) * 2 >= texts.length && hasFiguresSoon(row))
  }
  /** A row continues the header when all it says stands under something wider than itself, under nothing, or is a heading itself: 万元 | % | 人. */
  const continues = (row: number): boolean => {
    const texts = distinct(row)
    if (texts.length === 0 || figures[row]! > 0) return false
    const columns = [...Array(width).keys()].filter(column => own(row, column) !== '')
    const isUnderWider = (column: number): boolean => {
      const merge = mergeAt.get(`${row - 1},${column}`)
      if (merge) return merge.right > merge.left && merge.bottom < row
      return column + 1 < width && cells[row - 1]![column + 1] === '' && own(row, column + 1) !== ''
    }
    const isHeadingHere = (column: number) => texts.length >= 2 && kindOf(own(row, column)) === 'heading'
    return (
      columns.every(column => own(row - 1, column) === '' || isUnderWider(column) || isHeadingHere(column)) &&
      columns.some(column => own(row - 1, column) !== '' || cells[row - 1]![column] !== '')
    )
  }

  /** 二、工业 · 表2 固定资产投资 | 单位：亿元 */
  const isLone = (row: number): boolean => {
    const texts = distinct(row)
    return figures[row] === 0 && (texts.length === 1 || (texts.length <= 3 && texts.some(text => STATEMENT.test(text))))
  }

  const tables: Table[] = []
  let above: string[] = []
  let open: Table | null = null
  let section = ''
  /** Lines alone since the last row of figures: sections of what follows, or titles of the next table. */
  let alone: string[] = []
  for (let row = 0; row < cells.length; row++) {
    const texts = distinct(row)
    if (texts.length === 0) continue
    if (isHead(row, open !== null && open.body.length > 0) && !(open && open.body.length === 0)) {
      const heads = [row]
      while (heads.length < MOST_HEADS && row + 1 < cells.length && continues(row + 1)) heads.push(++row)
      // The lines right above a second table are its title, no sections of the first.
      if (open) above = alone.filter(text => !BELOW.test(text))
      const columns = columnsOf(heads)
      // A header printed again goes on with the table above.
      if (above.length === 0 && open && headOf(open.columns) === headOf(columns)) above = open.above
      open = { above, heads, body: [], columns, at: cellName(heads[0]!, firstOf(heads[0]!)) }
      tables.push(open)
      above = []
      alone = []
      section = ''
      continue
    }
    if (!open && figures[row]! > 0 && count(row, 'name') > 0) {
      open = { above, heads: [], body: [], columns: columnsOf([]), at: cellName(row, firstOf(row)) }
      tables.push(open)
      above = []
    }
    if (!open) above.push(...texts)
    else if (isLone(row)) {
      alone.push(...texts)
      if (texts.length === 1 && !BELOW.test(texts[0]!) && !STATEMENT.test(texts[0]!)) section = texts[0]!
    } else {
      open.body.push({ row, section })
      alone = []
    }
  }
  return tables.filter(table => table.body.length > 0)

  function firstOf(row: number): number {
    return Math.max(
      0,
      (grid.rows[row] ?? []).findIndex(text => text.trim() !== ''),
    )
  }

  function columnsOf(heads: number[]): Table['columns'] {
    const lower = (column: number, after: number) => heads.slice(after + 1).some(row => own(row, column) !== '')
    const said = heads.map((row, level) => {
      const line = [...cells[row]!]
      // 一般公共预算收入 | (nothing) over 累计 | 同比: not merged, but meant so.
      for (let column = 1; column < width; column++)
        if (line[column] === '' && line[column - 1] !== '' && lower(column, level) && lower(column - 1, level))
          line[column] = line[column - 1]!
      return line
    })
    return [...Array(width).keys()].map(column => ({
      column,
      parts: said.map(line => line[column]!).filter((text, level, all) => text !== '' && text !== all[level - 1]),
    }))
  }
}

/** 2023年 | 2024年 | 2025年 are headings; in a body 2024 | 2025 may be figures. */
function yearsAcross(texts: string[], inBody: boolean): number {
  const years = texts.flatMap(text => (inBody && /^\d+$/.test(text) ? [] : (yearCell(text) ?? [])))
  const step = (years[1] ?? 0) - (years[0] ?? 0)
  return Math.abs(step) === 1 && years.every((year, at) => at === 0 || year - years[at - 1]! === step) ? years.length : 0
}

const headOf = (columns: Table['columns']): string => columns.map(({ parts }) => parts.join('/')).join('|')

/** Numbers that are figures: not a row of months 1, 2, 3 … or of years. */
function figuresIn(texts: string[]): number {
  const numbers = texts.filter(text => readFigure(text).is === 'number')
  const months = numbers.map(Number)
  const counting =
    months.length >= 3 && months.every((n, at) => Number.isInteger(n) && n >= 1 && n <= 12 && (at === 0 || n === months[at - 1]! + 1))
  const others = texts.length - numbers.length
  if (counting && others <= 3) return 0
  return numbers.filter(text => yearCell(text) === null || others === 0).length
}
