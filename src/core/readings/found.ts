// Every figure of a table with all that is said about it by its column, its row, its section and the titles: what of, whose, when, in what. Pure.
import { type ReadingStatus, WHOLE } from '../indicator.ts'
import { type Figure, readFigure } from '../table/figure.ts'
import { cellName } from '../table/grid.ts'
import { sameKind } from '../table/measure.ts'
import { bareName } from '../table/name.ts'
import { monthCell, yearCell } from '../table/period.ts'
import type { Left } from './column.ts'
import { type Finders, findersOf } from './finders.ts'
import { type Column, fitting, type Layout, place } from './layout.ts'
import { type Called, linesOf, panelsOf, type Row } from './row.ts'
import type { Fixes, KnownIndicator, ReadingsWorld } from './world.ts'

export interface Found {
  layout: Layout
  row: number
  column: Column
  /** 月报!C7 */
  at: string
  cell: string
  figure: Figure
  indicator: Called
  unit: Called
  /** 合计: the sum of what is listed, or the whole. */
  total: boolean
  year: number | null
  month: number | null
  /** One month alone, of what is told as all of the year so far. */
  single: boolean
  /** As said in the cell, above it or beside it; null where nothing says it. */
  measure: string | null
  status: ReadingStatus
}

/** Figures that are no readings, together: D4:D20 同比±%. */
export interface LeftCells {
  sheet: string
  from: string
  to: string
  n: number
  why: Left | 'outside' | 'table-left' | 'hidden'
  head: string
}

const YES = /^(?:是|已?完成|已办结|√|✓|✔|已印发|达成)$/
const NO = /^(?:否|未完成|未|×|✗|✘)$/
/** GDP 增长% beside GDP belongs to the indicator of that growth. */
const GROWTHS = ['增速', '增长', '增长率', '同比增速', '同比增长', '增幅']

export function foundIn(layout: Layout, world: ReadingsWorld, fixes: Fixes): { found: Found[]; left: LeftCells[] } {
  const { grid, table } = layout
  const byId = new Map(world.indicators.map(i => [i.id, i]))
  const find = findersOf(world, [...fixes.names, ...(layout.remembered?.names ?? [])])
  const found: Found[] = []
  const left = new Map<string, LeftCells>()
  const leave = (row: number, column: Column, why: LeftCells['why']) => {
    const cell = cellName(row, column.column)
    const key = `${column.column} ${why}`
    const before = left.get(key)
    left.set(
      key,
      before ? { ...before, to: cell, n: before.n + 1 } : { sheet: grid.sheet, from: cell, to: cell, n: 1, why, head: column.head },
    )
  }
  const series = new Set(world.readings.map(r => `${r.indicatorId} ${r.unitId}`))
  const hidden = { rows: new Set(grid.hiddenRows), columns: new Set(grid.hiddenColumns) }
  for (const panel of panelsOf(layout.columns)) {
    const lines = linesOf(layout, panel, find, (i, u) => series.has(`${i} ${u}`))
    for (const [at, { row }] of table.body.entries()) for (const column of panel) takeCell(row, column, lines[at]!)
  }
  return { found, left: [...left.values()] }

  function takeCell(row: number, column: Column, line: Row): void {
    const cell = (grid.rows[row]?.[column.column] ?? '').trim()
    const figure = readFigure(cell)
    if (figure.is === 'none' || figure.is === 'missing') return
    const counts = figure.is === 'number' || (column.role === 'value' && figure.digits)
    if (layout.leave || column.role === 'leave') {
      if (counts) leave(row, column, layout.leave ? 'table-left' : (column.left ?? 'unknown-column'))
      return
    }
    if (column.role !== 'value') {
      const isOther = (column.role === 'month' && !monthCell(cell)) || (column.role === 'year' && yearCell(cell) === null)
      if (figure.is === 'number' && (isOther || column.role === 'measure' || column.role === 'status')) leave(row, column, 'unknown-column')
      return
    }
    const aside = line.aside ?? column.aside
    const called = whatOf(layout, column, line, aside)
    const indicator = aside === 'growth' ? growthOf(called, byId, find) : called
    const known = indicator?.id ? byId.get(indicator.id) : undefined
    if (aside !== null && (aside !== 'growth' || indicator === null)) {
      if (counts) leave(row, column, aside)
      return
    }
    if (hidden.rows.has(row) || hidden.columns.has(column.column)) {
      if (counts) leave(row, column, 'hidden')
      return
    }
    const own = known?.kind === 'milestone' && figure.is === 'words' ? doneIn(cell) : figure
    if (own.is === 'words' && !own.digits && (line.bare || known === undefined)) return
    found.push({
      layout,
      row,
      column,
      at: place(layout, row, column.column),
      cell,
      figure: own,
      indicator: indicator ?? called,
      unit: whoseOf(layout, column, line),
      total: line.total,
      year: line.undated ? null : (column.year ?? line.year ?? layout.year),
      month: line.undated ? null : (column.month ?? line.month ?? (column.undated ? null : layout.month)),
      single: known?.basis === 'cumulative' && column.span === 'single' && (column.month ?? layout.month) !== 1,
      measure: measureIn(own, column, line, layout, known),
      status: line.status ?? column.status ?? layout.status ?? 'final',
    })
  }
}

const NOBODY: Called = { text: '', id: null, maybe: [] }

function whatOf(layout: Layout, column: Column, line: Row, aside: Column['aside']): Called {
  if (column.indicatorId) return { text: column.head, id: column.indicatorId, maybe: [] }
  if (line.indicator) return line.indicator
  if (column.unknown !== '' && !layout.columns.some(c => c.unitId))
    return { text: column.unknown, id: null, maybe: layout.nearIndicators(column.unknown) }
  if (aside === 'growth' && column.besideId) return { text: column.head, id: column.besideId, maybe: [] }
  if (line.section.id) return line.section
  return layout.indicatorId ? { text: '', id: layout.indicatorId, maybe: [] } : { ...NOBODY, maybe: layout.maybeIndicators }
}

function whoseOf(layout: Layout, column: Column, line: Row): Called {
  if (column.unitId) return { text: column.head, id: column.unitId, maybe: [] }
  if (line.unit) return line.unit
  if (column.unknown !== '' && layout.columns.some(c => c.unitId))
    return { text: column.unknown, id: null, maybe: layout.nearUnits(column.unknown) }
  if (line.place) return line.place
  if (layout.unknownUnit !== '') return { text: layout.unknownUnit, id: null, maybe: layout.nearUnits(layout.unknownUnit) }
  return { text: '', id: layout.unitId ?? WHOLE, maybe: [] }
}

/** Null: nothing is kept of that growth, it is computed. */
function growthOf(called: Called, byId: ReadonlyMap<string, KnownIndicator>, find: Finders): Called | null {
  const own = called.id ? byId.get(called.id) : undefined
  if (own?.kind === 'growth') return called
  const name = own?.name ?? bareName(called.text)
  for (const word of GROWTHS) {
    const { id } = name === '' ? { id: null } : find.indicator(name + word)
    if (id && byId.get(id)?.kind === 'growth') return { text: called.text, id, maybe: [] }
  }
  return null
}

function doneIn(cell: string): Figure {
  return YES.test(cell)
    ? { is: 'number', digits: '1', measure: '' }
    : NO.test(cell)
      ? { is: 'number', digits: '0', measure: '' }
      : { is: 'words', digits: false }
}

function measureIn(figure: Figure, column: Column, line: Row, layout: Layout, known: KnownIndicator | undefined): string | null {
  if (figure.is === 'number' && figure.measure !== '') return figure.measure
  const wanted = known?.unit ?? ''
  if (column.measure) return column.measure
  // 亿元 beside the name is not that of 同比.
  const beside = column.aside === 'growth' && !line.measures.some(m => sameKind(m, wanted)) ? [] : line.measures
  return fitting(beside, wanted) ?? beside[0] ?? (layout.measures.length > 0 ? fitting(layout.measures, wanted) : null)
}
