// How each table of a workbook is read: the part every column plays, what the titles say, what the person or an earlier import said about it. Pure.
import { fingerprint } from '../fingerprint.ts'
import type { ReadingStatus } from '../indicator.ts'
import { WHOLE } from '../indicator.ts'
import { findTables, type Table } from '../table/find.ts'
import { columnName, type Grid, placeOf, spread } from '../table/grid.ts'
import { sameKind } from '../table/measure.ts'
import { bareName, type Finder, nameFinder } from '../table/name.ts'
import { readPeriod } from '../table/period.ts'
import { isTerritory, territoryIn, unitFinder } from '../table/unitname.ts'
import { isHeading, type Left, roleOf, statusOf } from './column.ts'
import { type Label, readLabel } from './label.ts'
import type { ColumnFix, ColumnRole, Fixes, NameFix, ReadingsWorld, Remembered, TableFix } from './world.ts'

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

export interface Finders {
  indicator: Finder
  unit: Finder
}

/** 全县 青禾县 and, in a column of units, 本级 stand for the jurisdiction itself. */
const WHOLES = ['全县', '全市', '全区', '全省', '全州', '全旗', '县本级', '市本级', '本级']
/** 全县合计 is the whole; 合计 alone may be only the sum of what is listed. */
const OF_WHOLE = /(?<=.)(?:合计|总计|汇总|总数)$/

export function findersOf(world: ReadingsWorld, fixes: readonly NameFix[]): Finders {
  const fixed = (as: NameFix['as'], find: Finder, place: string): Finder => {
    const said = new Map(fixes.filter(fix => fix.as === as).map(fix => [bareName(fix.text, place), fix.id]))
    return text => {
      const id = said.get(bareName(text, place))
      return id === undefined || id === null ? find(text) : { id, maybe: [] }
    }
  }
  const indicators = world.indicators.map(i => ({ id: i.id, names: [i.name, ...i.aliases, ...(i.code ? [i.code] : [])] }))
  const units = world.units.map(u => ({ id: u.id, names: [u.name, ...u.aliases] }))
  const whole = new Set([...WHOLES, world.place, ...(world.place ? [`${world.place}本级`] : [])].map(w => w.replace(/\s/g, '')))
  const isWhole = (text: string) => whole.has(text.normalize('NFKC').replace(/\s/g, '').replace(OF_WHOLE, ''))
  const unit = unitFinder(units, world.place)
  return {
    indicator: fixed('indicator', nameFinder(indicators, world.place), world.place),
    unit: fixed('unit', text => (isWhole(text) ? { id: WHOLE, maybe: [] } : unit(text)), world.place),
  }
}

export function layoutsOf(grid: Grid, file: string, world: ReadingsWorld, fixes: Fixes): Layout[] {
  const plain = findersOf(world, fixes.names)
  const isIndicator = (text: string) => plain.indicator(text).id !== null
  const tables = findTables(grid, text => {
    if (isHeading(text)) return 'heading'
    const label = readLabel(text, isIndicator)
    if (label.name !== '') return isIndicator(label.name) || plain.unit(label.name).id !== null ? 'name' : null
    return label.month !== null || label.span !== null || label.aside !== null || label.measures.length > 0 ? 'heading' : null
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

  const read = table.columns.flatMap(({ column, parts }) => {
    const body = table.body.map(({ row }) => cells[row]![column] ?? '')
    const labels = parts.map(part => readLabel(part, names.isIndicator))
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
    const unnamed = labels.findLast(l => l.name !== '' && find.indicator(l.name).id === null && find.unit(l.name).id === null)?.name ?? ''
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
  // 上年同期, when the person says that it is to be taken, is of the year before.
  for (const column of columns)
    if (
      column.role === 'value' &&
      column.aside === null &&
      read.find(r => r.column === column.column)!.labels.some(l => l.aside === 'last-year')
    )
      column.year ??= (period.year ?? Number(world.today.slice(0, 4))) - 1
  const whose = has('unit') || headUnits ? null : wholeSheetOf([grid.sheet, ...table.above, ...heading], find.unit, world)
  const inTitle = titles.flatMap(t => subjectOf(t.name, find.indicator))
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

/** A sheet called 禾丰镇, or with such a title, is that unit's. */
function wholeSheetOf(lines: readonly string[], find: Finder, { place }: ReadingsWorld): { text: string; id: string | null } | null {
  const named = lines.flatMap((line, at) => {
    const text = readPeriod(line).rest
    return at === 0 && isTerritory(text) ? [text] : (territoryIn(text, place) ?? [])
  })
  const known = named.map(text => ({ text, id: find(text).id })).sort((a, b) => Number(a.id === null) - Number(b.id === null))
  return known[0] ?? null
}

/** What was said last of each of the column's parts. */
const lastSaid = (said: readonly ColumnFix[], column: number): ColumnFix | null => {
  const all = said.filter(s => s.column === column)
  const parts = all.flatMap(fix => Object.entries(fix).filter(([, value]) => value !== undefined))
  return all.length === 0 ? null : (Object.fromEntries(parts) as unknown as ColumnFix)
}

const meant = (labels: readonly Label[], find: Finder): string | null =>
  labels.flatMap(l => (l.name === '' ? [] : (find(l.name).id ?? [])))[0] ?? null

/** 合计 and 总计 may be the whole or only the sum of what is listed: never taken unasked. */
export const isTotal = (text: string): boolean => /^(?:.{0,6}小计|合计|总计|全部合计|累计)$/.test(text.normalize('NFKC').replace(/\s/g, ''))

/** 表1 · 附表二： */
const NUMBERED = /^附?表(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[-.]\d{1,2})?[:：、.]?/

/** 各乡镇固定资产投资完成情况表 → 固定资产投资 */
function subjectOf(title: string, find: Finder): { id: string | null; maybe: string[] }[] {
  const subject = bareName(bareName(title).replace(NUMBERED, ''))
    .replace(/^.{0,8}?各(?:乡镇街道|乡镇|镇街|县区|单位|部门|镇|乡)?(?:\(.*?\))?/, '')
    .replace(
      /(?:完成|主要|分乡镇|分单位|推进)?(?:情况|进度|进展)?(?:统计|汇总|通报|一览|分解|调度|监测)?(?:月报|快报|台账)?表?(?:\(.*\))?$/,
      '',
    )
  return subject.length < 2 ? [] : [find(subject)]
}

function periodOf(fix: TableFix, titles: readonly Label[], sheet: string, file: string): Pick<Layout, 'year' | 'month' | 'monthFrom'> {
  const [inSheet, inFile] = [readPeriod(sheet), readPeriod(file.replace(/\.\w{1,5}$/, ''))]
  const year = fix.year ?? titles.find(t => t.year !== null)?.year ?? inSheet.year ?? inFile.year
  if (fix.month) return { year, month: fix.month, monthFrom: 'by-hand' }
  const month = titles.find(t => t.month !== null && t.aside !== 'target')?.month ?? null
  if (month !== null) return { year, month, monthFrom: 'title' }
  if (inSheet.month !== null) return { year, month: inSheet.month, monthFrom: 'sheet' }
  return { year, month: inFile.month, monthFrom: inFile.month === null ? null : 'file' }
}

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
