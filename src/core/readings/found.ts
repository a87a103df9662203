// Every figure of a table with all that is said about it by its column, its row, its section and the titles: what of, whose, when, in what. Pure.
import { type ReadingStatus, WHOLE } from '../indicator.ts'
import { type Figure, readFigure } from '../table/figure.ts'
import { cellName } from '../table/grid.ts'
import { isMeasure } from '../table/measure.ts'
import { bareName } from '../table/name.ts'
import { monthCell, yearCell } from '../table/period.ts'
import { type Left, statusOf } from './column.ts'
import { readLabel } from './label.ts'
import { type Column, type Finders, findersOf, fitting, isTotal, type Layout, place } from './layout.ts'
import type { Fixes, KnownIndicator, ReadingsWorld } from './world.ts'

export interface Called {
  /** As printed; empty where nothing says it. */
  text: string
  id: string | null
  maybe: string[]
}

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
  why: Left | 'outside' | 'table-left'
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
  let above = ''
  for (const { row, section } of table.body) {
    const line = rowOf(layout, row, section, find, above)
    above = line.lead
    for (const column of layout.columns) {
      const cell = (grid.rows[row]?.[column.column] ?? '').trim()
      const figure = readFigure(cell)
      if (figure.is === 'none' || figure.is === 'missing') continue
      const counts = figure.is === 'number'
      if (layout.leave || column.role === 'leave') {
        if (counts) leave(row, column, layout.leave ? 'table-left' : (column.left ?? 'unknown-column'))
        continue
      }
      if (column.role !== 'value') continue
      const called = whatOf(layout, column, line)
      const aside = line.aside ?? column.aside
      const indicator = aside === 'growth' ? growthOf(called, byId, find) : called
      const known = indicator?.id ? byId.get(indicator.id) : undefined
      if (aside !== null && (aside !== 'growth' || indicator === null)) {
        if (counts) leave(row, column, aside)
        continue
      }
      const own = known?.kind === 'milestone' && figure.is === 'words' ? doneIn(cell) : figure
      if (own.is === 'words' && !own.digits && (line.bare || known === undefined)) continue
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
        year: column.year ?? line.year ?? layout.year,
        month: column.month ?? line.month ?? layout.month,
        single: known?.basis === 'cumulative' && column.span === 'single' && (column.month ?? layout.month) !== 1,
        measure: measureIn(own, column, line, layout, known),
        status: line.status ?? layout.status ?? 'final',
      })
    }
  }
  return { found, left: [...left.values()] }
}

interface Row {
  indicator: Called | null
  unit: Called | null
  measure: string | null
  year: number | null
  month: number | null
  status: ReadingStatus | null
  aside: Column['aside']
  total: boolean
  section: Called
  /** What the leftmost name says: it holds for the lines below that leave it empty. */
  lead: string
  /** Nothing in it names anything. */
  bare: boolean
}

function rowOf(layout: Layout, row: number, section: string, find: Finders, above: string): Row {
  const line: Row = {
    indicator: null,
    unit: null,
    measure: null,
    year: null,
    month: null,
    status: null,
    aside: null,
    total: false,
    section: { text: section, ...find.indicator(readLabel(section).name || section) },
    lead: '',
    bare: true,
  }
  const labels = layout.columns.filter(c => c.role === 'indicator' || c.role === 'unit')
  for (const column of layout.columns) {
    let text = layout.cells[row]![column.column] ?? ''
    if (column === labels[0]) {
      if (text === '' && labels.length > 1) text = above
      line.lead = text
    }
    if (text === '') continue
    if (column.role === 'indicator' && (line.indicator === null || line.indicator.id === null)) {
      const label = readLabel(text, name => find.indicator(name).id !== null)
      const whole = find.indicator(text)
      line.indicator = whole.id ? { text, ...whole } : { text, ...find.indicator(label.name || text) }
      if (!whole.id) line.aside = label.aside
      line.measure ??= label.measures[0] ?? null
      line.month ??= label.month
      if (isTotal(text)) line.total = true
      line.bare = false
    } else if (column.role === 'unit') {
      line.total = isTotal(text)
      line.unit = { text, ...find.unit(text) }
      line.bare = false
    } else if (column.role === 'measure') line.measure = isMeasure(text) ? text : line.measure
    else if (column.role === 'month') {
      const said = monthCell(text)
      line.month = said?.month ?? line.month
      line.year = said?.year ?? line.year
      if (said) line.bare = false
    } else if (column.role === 'year') line.year = yearCell(text) ?? line.year
    else if (column.role === 'status') line.status = statusOf(text)
  }
  return line
}

const NOBODY: Called = { text: '', id: null, maybe: [] }

function whatOf(layout: Layout, column: Column, line: Row): Called {
  if (column.indicatorId) return { text: column.head, id: column.indicatorId, maybe: [] }
  if (line.indicator) return line.indicator
  if (column.unknown !== '' && !layout.columns.some(c => c.unitId))
    return { text: column.unknown, id: null, maybe: layout.nearIndicators(column.unknown) }
  if (line.section.id) return line.section
  return layout.indicatorId ? { text: '', id: layout.indicatorId, maybe: [] } : { ...NOBODY, maybe: layout.maybeIndicators }
}

function whoseOf(layout: Layout, column: Column, line: Row): Called {
  if (column.unitId) return { text: column.head, id: column.unitId, maybe: [] }
  if (line.unit) return line.unit
  if (column.unknown !== '' && layout.columns.some(c => c.unitId))
    return { text: column.unknown, id: null, maybe: layout.nearUnits(column.unknown) }
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
  return column.measure ?? line.measure ?? (layout.measures.length > 0 ? fitting(layout.measures, known?.unit ?? '') : null)
}
