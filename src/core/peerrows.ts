// A workbook of other places' figures as rows of one place and one month each, by the recogniser that reads every sheet of figures: places stand where units would. Decides nothing.
import { type ReadingStatus, WHOLE } from './indicator.ts'
import { type Measured, type Peer, type PeerWorld, peerNamed } from './peer.ts'
import { isHeading, statusOf } from './readings/column.ts'
import { type Found, foundIn } from './readings/found.ts'
import { fitting, type Layout, layoutsOf } from './readings/layout.ts'
import { NO_FIXES, type ReadingsWorld } from './readings/world.ts'
import type { Grid } from './table/grid.ts'
import { type Finder, nameFinder } from './table/name.ts'
import { monthCell, yearCell } from './table/period.ts'

/** What a column of people is called, where the county counts nothing by that name itself. */
export const POPULATION = ['常住人口', '人口', '人口数', '年末常住人口', '总人口']
export const ORIGIN = ['来源', '数据来源', '出处']

export interface PeerRow {
  /** The first of its cells: 数据!C7 */
  at: string
  name: string
  known: Peer | null
  /** Known places with nearly that name. */
  near: string[]
  /** One's own place, or the whole of a sum. */
  own: boolean
  total: boolean
  /** What the sheet says where it cannot be read as one. */
  year: number | null
  yearText: string
  month: number | null
  monthText: string
  status: ReadingStatus | null
  statusText: string
  population: { cell: string; measure: string | null } | null
  origin: string | null
  /** The name of an indicator that is not known. */
  unknown: string | null
  cells: { at: string; cell: string; measure: string | null; measured: Measured; single: boolean }[]
}

interface PeerRows {
  rows: PeerRow[]
  columns: { header: string; indicatorId: string; unit: string | null }[]
  /** Headers of columns that mean nothing here. */
  ignored: string[]
}

const PEOPLE = 'population'

/** Null: there is no table of figures. */
export function peerRows(grids: readonly Grid[], file: string, world: PeerWorld): PeerRows | null {
  const indicators = new Map(world.indicators.filter(i => !i.retired).map(i => [i.id, i]))
  const known = knownBy(world, [...indicators.values()], strangers(grids, world))
  const nearTo = nameFinder(
    world.peers.map(({ id, name }) => ({ id, names: [name] })),
    world.place,
  )
  const layouts = grids.flatMap(grid => layoutsOf(grid, file, known, NO_FIXES))
  if (layouts.length === 0) return null
  const rows = new Map<string, PeerRow>()
  const columns: PeerRows['columns'] = []
  const ignored = new Set<string>()
  for (const layout of layouts) {
    const long = layout.columns.some(c => c.role === 'indicator')
    const { found, left } = foundIn(layout, known, NO_FIXES)
    for (const { head } of left) ignored.add(head)
    for (const c of layout.columns) {
      const own = indicators.get(c.indicatorId ?? '')
      // 2023年 | 2024年 under a title that names the indicator.
      const meant = own ?? (c.unitId === null && c.unknown === '' ? indicators.get(layout.indicatorId ?? '') : undefined)
      if (c.role === 'leave' ? !isOrigin(c.head) : c.role === 'value' && !long && !meant && c.unitId === null) ignored.add(c.head)
      if (c.role === 'value' && meant && !long && c.aside === null)
        columns.push({ header: c.head, indicatorId: meant.id, unit: c.measure ?? fitting(layout.measures, meant.unit) })
    }
    for (const figure of found) {
      const measured = indicators.get(figure.indicator.id ?? '') ?? null
      if (!measured && figure.indicator.id !== PEOPLE && !long) continue
      const unknown = !measured && figure.indicator.id !== PEOPLE ? figure.indicator.text : null
      const row = rowOf(rows, figure, unknown, world, nearTo)
      if (figure.indicator.id === PEOPLE || (measured && POPULATION.includes(measured.name)))
        row.population ??= { cell: figure.cell, measure: figure.measure }
      if (measured) row.cells.push({ at: figure.at, cell: figure.cell, measure: figure.measure, measured, single: figure.single })
    }
  }
  return { rows: [...rows.values()], columns, ignored: [...ignored].filter(head => head !== '') }
}

/** 禾川县 柳湾区: what is called like a place is one, though nobody has told of it; never 全市 or 县市区. */
const PLACE = /^\p{Script=Han}{1,10}[县市区旗州盟]$/u
const NO_PLACE = /^(?:全|本|各|所辖|合计|总计|其中)|^(?:地区|园区|辖区|城区|[县市区旗州盟]+)$/

function strangers(grids: readonly Grid[], world: PeerWorld): string[] {
  const taken = new Set([world.place, ...world.peers.map(p => p.name)])
  const cells = grids.flatMap(grid => grid.rows.flat()).map(plainName)
  return [...new Set(cells)].filter(cell => PLACE.test(cell) && !NO_PLACE.test(cell) && !isHeading(cell) && !taken.has(cell))
}

/** 石湾县* and 柳 湾 县: a note's mark and the blanks that fill a column are no part of a name. */
const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[*※#△▲★]+$/u, '')
    .trim()

/** 全县合计 各县平均 全市总计: sums and means of places are no place. */
const NO_SINGLE = /(?:合计|总计|小计|平均(?:值|数|水平)?|均值|中位数)$/

function knownBy(world: PeerWorld, indicators: Measured[], others: readonly string[]): ReadingsWorld {
  const taken = new Set(indicators.flatMap(i => [i.name, ...i.aliases]))
  const free = POPULATION.filter(name => !taken.has(name))
  const people = {
    id: PEOPLE,
    code: null,
    name: free[0] ?? '',
    aliases: free.slice(1),
    kind: 'level',
    direction: 'up',
    basis: 'point',
  } as const
  const year = Math.floor(world.now / 12)
  return {
    indicators: [
      ...indicators.map(i => ({ ...i, sourceUnitId: null })),
      ...(free.length > 0
        ? [{ ...people, aliases: [...people.aliases], frequency: 'year' as const, unit: '人', decimals: 0, sourceUnitId: null }]
        : []),
    ],
    units: [...world.peers, ...others.map(name => ({ id: name, name }))].map(({ id, name }) => ({ id, name, aliases: [] })),
    place: world.place,
    readings: [],
    mine: null,
    today: `${year}-${String((world.now % 12) + 1).padStart(2, '0')}-01`,
    remembered: new Map(),
  }
}

/** One place and one month of a table are one row, wherever they stand in it. */
function rowOf(rows: Map<string, PeerRow>, figure: Found, unknown: string | null, world: PeerWorld, nearTo: Finder): PeerRow {
  const { layout, row, column, unit, total } = figure
  const name = plainName(unit.text)
  const [yearText, monthText, statusText, origin] = [
    textOf(layout, row, 'year'),
    textOf(layout, row, 'month'),
    textOf(layout, row, 'status'),
    originOf(layout, row),
  ]
  const year = yearText ? yearCell(yearText) : (column.year ?? (monthText ? monthCell(monthText)?.year : null) ?? layout.year)
  // An empty cell in a column of months means the whole year, whatever a title says.
  const month = monthText
    ? (monthCell(wholeYear(monthText))?.month ?? null)
    : (column.month ?? (layout.columns.some(c => c.role === 'month') ? null : layout.month) ?? 12)
  const key = [layout.at, name, year, month, unknown, ...(year === null || month === null || name === '' ? [row] : [])].join('\n')
  const before = rows.get(key)
  if (before) return before
  const known = world.peers.find(p => p.id === unit.id) ?? peerNamed(name, world.peers)
  const made: PeerRow = {
    at: figure.at,
    name: known?.name ?? name,
    known,
    near: known ? [] : [...new Set([...unit.maybe, ...nearTo(name).maybe])].flatMap(id => world.peers.find(p => p.id === id)?.name ?? []),
    own: unit.id === WHOLE && name !== '',
    total: (total || NO_SINGLE.test(name)) && !known,
    year,
    yearText: yearText ?? '',
    month,
    monthText: monthText ?? '',
    status: statusText ? statusOf(statusText) : (layout.status ?? 'final'),
    statusText: statusText ?? '',
    population: null,
    origin,
    unknown,
    cells: [],
  }
  rows.set(key, made)
  return made
}

/** 年度 in a column of months is all of the year. */
const wholeYear = (text: string): string => (/^(?:全?年度?)$/.test(text) ? '全年' : text)

const isOrigin = (head: string): boolean => ORIGIN.includes(head.replace(/[\s()（）]/g, ''))

/** Null: there is no such column, or nothing in it. */
function textOf({ columns, cells }: Layout, row: number, role: 'year' | 'month' | 'status'): string | null {
  const column = columns.find(c => c.role === role)
  return (column && cells[row]![column.column]?.trim()) || null
}

function originOf({ columns, cells }: Layout, row: number): string | null {
  const column = columns.find(c => c.role === 'leave' && isOrigin(c.head))
  return (column && cells[row]![column.column]?.replace(/\s+/g, ' ').trim().slice(0, 200)) || null
}
