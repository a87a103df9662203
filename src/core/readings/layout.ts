// How each table of a workbook is read: the part every column plays, what the titles say, what the person or an earlier import said about it. Pure.
import { fingerprint } from '../fingerprint.ts'
import type { ReadingStatus } from '../indicator.ts'
import { findTables, type Table } from '../table/find.ts'
import { columnName, type Grid, placeOf, spread } from '../table/grid.ts'
import { sameKind } from '../table/measure.ts'
import { bareName, type Finder } from '../table/name.ts'
import { isCount, isHeading, type Left, roleOf, statusOf } from './column.ts'
import { findersOf, isTotal } from './finders.ts'
import { type Label, readLabel } from './label.ts'
import { periodOf, subjectOf, wholeSheetOf } from './title.ts'
import type { ColumnFix, ColumnRole, Fixes, ReadingsWorld, Remembered, TableFix } from './world.ts'

export interface Column {
  column: number
  letter: string
  /** As printed, from the top down. */
  head: string
  role: ColumnRole
  /** Why its figures are left, when they are. */
  left: Left | null
  indicatorId: string | null
  unitId: string | null
  /** Its name where nothing is known by it. */
  unknown: string
  measure: string | null
  year: number | null
  month: number | null
  span: Label['span']
  aside: Label['aside']
  /** 增速 beside 固定资产投资 without a name of its own: that indicator. */
  besideId: string | null
  /** 2024年 beside 2026年1—10月: not of that month. */
  undated: boolean
  /** 全年（预计） */
  status: ReadingStatus | null
  /** Changed by hand, now or in an earlier import. */
  fixed: boolean
}

export interface Layout {
  grid: Grid
  table: Table
  cells: string[][]
  /** 月报!A3 */
  at: string
  signature: string
  /** Of an earlier import with the same header, when that was followed. */
  remembered: Remembered | null
  columns: Column[]
  leave: boolean
  indicatorId: string | null
  /** Named in the title, but not as a whole: offered. */
  maybeIndicators: string[]
  unitId: string | null
  /** A sheet of 柳林镇 alone, which nothing here is called. */
  unknownUnit: string
  year: number | null
  month: number | null
  /** Where the month comes from: the title, the one month of the header, the sheet's or the file's name. */
  monthFrom: 'title' | 'header' | 'sheet' | 'file' | 'by-hand' | null
  measures: string[]
  status: ReadingStatus | null
  nearIndicators: (text: string) => string[]
  nearUnits: (text: string) => string[]
}

export function layoutsOf(grid: Grid, file: string, world: ReadingsWorld, fixes: Fixes): Layout[] {
  const plain = findersOf(world, fixes.names)
  const isIndicator = (text: string) => plain.indicator(text).id !== null
  const tables = findTables(grid, text => {
    if (isHeading(text)) return 'heading'
    const label = readLabel(text, isIndicator)
    if (label.name !== '') return isIndicator(label.name) || plain.unit(label.name).id !== null ? 'name' : null
    // 快报数 heads a column; 完成 may be the answer of a line.
    return /[数额值量]$/.test(text.trim()) ||
      label.month !== null ||
      label.span !== null ||
      label.aside !== null ||
      label.measures.length > 0
      ? 'heading'
      : null
  })
  const cells = spread(grid)
  return tables.map(table => layoutOf({ grid, table, heading: tables[0]!.above, cells, file, world, fixes }))
}

interface Sheet {
  grid: Grid
  table: Table
  /** Above the sheet's first table: says of those below, too, when it was. */
  heading: readonly string[]
  cells: string[][]
  file: string
  world: ReadingsWorld
  fixes: Fixes
}

function layoutOf({ grid, table, heading, cells, file, world, fixes }: Sheet): Layout {
  const at = grid.sheet === '' ? table.at : `${grid.sheet}!${table.at}`
  const signature = signatureOf(table)
  const remembered = world.remembered.get(signature) ?? null
  const fix: TableFix = { at, ...fixes.tables.find(t => t.at === at) }
  const find = findersOf(world, [...fixes.names, ...(remembered?.names ?? [])])
  const names = {
    isIndicator: (text: string) => find.indicator(text).id !== null,
    isUnit: (text: string) => find.unit(text).id !== null || isTotal(text),
  }
  const said = [...(remembered?.columns ?? []), ...(fix.columns ?? [])]

  const counted = table.columns.filter(({ parts }) => isCount(parts.at(-1) ?? ''))
  const read = table.columns.flatMap(({ column, parts }) => {
    const body = table.body.map(({ row }) => cells[row]![column] ?? '')
    // 1 | 2 | 3 across are months.
    const labels = parts.map((part, at) =>
      readLabel(counted.length >= MONTHS_ACROSS && at === parts.length - 1 && isCount(part) ? `${part}月` : part, names.isIndicator),
    )
    const guess = roleOf(parts, body, names, labels.length > 0 && labels.every(l => l.name === '' || names.isIndicator(l.name)))
    return guess ? [{ column, parts, guess, labels }] : []
  })
  const has = (role: ColumnRole) => read.some(r => (lastSaid(said, r.column)?.role ?? r.guess.role) === role)
  const headUnits = read.some(r => r.guess.role === 'value' && r.labels.some(l => l.name !== '' && find.unit(l.name).id !== null))

  const columns = read.map(({ column, parts, guess, labels }): Column => {
    const own = lastSaid(said, column)
    const last = <K extends 'year' | 'month' | 'span' | 'aside'>(key: K): Label[K] => labels.findLast(l => l[key] !== null)?.[key] ?? null
    const indicator = meant(labels, find.indicator)
    const unit = meant(labels, find.unit)
    const isOpen = (l: Label) => l.name !== '' && !isHeading(l.name) && find.indicator(l.name).id === null && find.unit(l.name).id === null
    const unnamed = labels.findLast(isOpen)?.name ?? ''
    const role = own?.role ?? guess.role
    const aside = own?.role === 'value' ? null : last('aside')
    const measured = labels.findLast(l => l.measures.length > 0)
    const said_ = <T>(value: T | undefined, other: T): T => (value === undefined ? other : value)
    return {
      column,
      letter: columnName(column),
      head: parts.join(' '),
      role,
      left: role !== 'leave' ? null : own?.role === 'leave' ? 'by-hand' : guess.left,
      indicatorId: said_(own?.indicatorId, indicator),
      unitId: said_(own?.unitId, unit),
      // A heading of neither names something only where the rows leave it open.
      unknown:
        role === 'value' && aside === null && unnamed !== '' && ((!has('indicator') && !indicator) || (headUnits && !unit)) ? unnamed : '',
      measure: said_(own?.measure, (aside === 'growth' ? measured?.measures.find(m => m === '%') : measured?.measures.at(-1)) ?? null),
      year: said_(own?.year, last('year')),
      month: said_(own?.month, last('month')),
      span: last('span'),
      aside,
      besideId: null,
      undated: false,
      status: parts.map(statusOf).find(s => s !== null) ?? null,
      fixed: own !== null,
    }
  })

  columns.forEach((column, at) => {
    const before = columns
      .slice(0, at)
      .findLast(c => c.role === 'unit' || c.role === 'indicator' || c.indicatorId !== null || c.unknown !== '')
    if (column.aside === 'growth' && column.indicatorId === null && before?.role === 'value') column.besideId = before.indicatorId
  })

  const titles = table.above.map(line => readLabel(line, names.isIndicator))
  const outer = heading.map(line => readLabel(line, names.isIndicator))
  const status = fixes.status ?? [...table.above, ...heading, grid.sheet, file].map(statusOf).find(s => s !== null) ?? null
  const only = onlyMonth(columns)
  const stated = periodOf(fix, [...titles, ...outer], grid.sheet, file)
  const period =
    only && stated.monthFrom !== 'by-hand' && stated.monthFrom !== 'title'
      ? { year: only.year ?? stated.year, month: only.month, monthFrom: 'header' as const }
      : stated
  for (const column of columns)
    column.undated = period.monthFrom === 'header' && column.year !== null && column.month === null && column.year !== period.year
  // 上年同期, when the person says that it is to be taken, is of the year before.
  for (const column of columns)
    if (
      column.role === 'value' &&
      column.aside === null &&
      read.find(r => r.column === column.column)!.labels.some(l => l.aside === 'last-year')
    )
      column.year ??= (period.year ?? Number(world.today.slice(0, 4))) - 1
  const whose = has('unit') || headUnits ? null : wholeSheetOf([grid.sheet, ...table.above, ...heading], find.unit, world)
  const subjects = world.indicators.flatMap(i => [i.name, ...i.aliases].map(name => bareName(name, world.place))).filter(n => n.length >= 3)
  const inTitle = titles.flatMap(t => subjectOf(t.name, find.indicator, subjects, world.place))
  return {
    grid,
    table,
    cells,
    at,
    signature,
    remembered,
    columns,
    leave: fix.leave ?? remembered?.leave ?? false,
    indicatorId: fix.indicatorId ?? remembered?.indicatorId ?? inTitle.find(s => s.id !== null)?.id ?? null,
    maybeIndicators: [...new Set(inTitle.flatMap(s => s.maybe))].slice(0, 3),
    unitId: fix.unitId ?? whose?.id ?? (whose ? null : (remembered?.unitId ?? null)),
    unknownUnit: fix.unitId || !whose || whose.id ? '' : whose.text,
    ...period,
    nearIndicators: text => find.indicator(text).maybe,
    nearUnits: text => find.unit(text).maybe,
    measures: fix.measure ? [fix.measure] : remembered?.measure ? [remembered.measure] : titles.flatMap(t => t.measures),
    status,
  }
}

/** 同比 beside 1—5月累计 is of that month, too, when the header names no other; of 2026年1—9月 beside 2025年1—9月 the later. */
function onlyMonth(columns: readonly Column[]): Column | null {
  const dated = columns.filter(c => c.role === 'value' && c.month !== null)
  const years = new Set(dated.map(c => c.year))
  if (dated.length === 0 || dated.some(c => c.month !== dated[0]!.month) || (years.size > 1 && years.has(null))) return null
  return dated.reduce((latest, c) => ((c.year ?? 0) > (latest.year ?? 0) ? c : latest))
}

const MONTHS_ACROSS = 3

/** What was said last of each of the column's parts. */
const lastSaid = (said: readonly ColumnFix[], column: number): ColumnFix | null => {
  const all = said.filter(s => s.column === column)
  const parts = all.flatMap(fix => Object.entries(fix).filter(([, value]) => value !== undefined))
  return all.length === 0 ? null : (Object.fromEntries(parts) as unknown as ColumnFix)
}

const meant = (labels: readonly Label[], find: Finder): string | null =>
  labels.flatMap(l => (l.name === '' ? [] : (find(l.name).id ?? [])))[0] ?? null

/** Of several measures in a title (亿元、%), the one that this indicator can be told in. */
export const fitting = (measures: readonly string[], unit: string): string | null =>
  measures.find(m => sameKind(m, unit)) ?? (measures.length === 1 ? measures[0]! : null)

/** The same next month: figures in headings (1—5月, 2026年) count as one. */
export function signatureOf(table: Table): string {
  const text = table.columns
    .map(c =>
      c.parts
        .map(part =>
          part
            .normalize('NFKC')
            .replace(/\s/g, '')
            .replace(/\d+/g, '#')
            .replace(/[一二三四五六七八九十]+(?=月)/g, '#'),
        )
        .join('/'),
    )
    .join('|')
  return fingerprint(text)
}

export const place = (layout: Layout, row: number, column: number): string => placeOf(layout.grid, row, column)
