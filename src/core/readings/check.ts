// A workbook of readings against what is there: figure by figure new, a revision, the same, to be decided, or refused with the reason; none is passed over unsaid. Changes nothing.
import { fingerprint } from '../fingerprint.ts'
import { type IndicatorReading, type ReadingStatus, WHOLE } from '../indicator.ts'
import type { Facts } from '../refusal.ts'
import { addedUp, addedWords } from '../singlemonth.ts'
import { readFigure } from '../table/figure.ts'
import { cellName, type Grid } from '../table/grid.ts'
import { converted } from '../table/measure.ts'
import { yearCell } from '../table/period.ts'
import { type Doubt, doubtsOf } from './doubt.ts'
import { type Found, foundIn, type LeftCells } from './found.ts'
import { type Layout, layoutsOf } from './layout.ts'
import type { CellFix, Fixes, KnownIndicator, ReadingsWorld } from './world.ts'

export const LINE_STATES = ['new', 'revision', 'same', 'decide', 'refused'] as const
type LineState = (typeof LINE_STATES)[number]

export const LINE_REASONS = [
  // to be decided
  'unknown-indicator', // facts { text }
  'unknown-unit', // facts { text }
  'no-month',
  'unreadable', // facts { cell }
  'measure-differs', // facts { found, wanted }
  'duplicate', // facts { cells }: the same month of the same figure, with other values
  'doubtful', // the flags say why
  'less-sure', // facts { was, now }: a flash figure over a final one
  // refused
  'left-out', // by hand
  'total-row', // facts { text }
  'not-mine', // facts { unitId }: another unit reports it
  'future', // facts { year, month }
  'single-month', // facts { cell }: the year so far stands there; { missing }: the month without which it cannot be added up
  'too-long',
  'repeated', // facts { cell }: stands there, too, with the same value
  'not-chosen', // facts { cell }: the other was taken
] as const
type LineReason = (typeof LINE_REASONS)[number]

interface ReadingLine {
  /** 月报!C7 */
  at: string
  /** 月报!A3, its table, and the column, from 0. */
  table: string
  column: number
  cell: string
  indicator: { text: string; id: string | null; maybe: string[] }
  unit: { text: string; id: string | null; maybe: string[] }
  head: string
  year: number | null
  month: number | null
  /** In the indicator's unit, as a plain decimal; null where none can be read. */
  value: string | null
  /** Told in another measure: 万元. */
  from: string | null
  status: ReadingStatus
  state: LineState
  reason: LineReason | null
  facts: Facts
  flags: Doubt[]
  was: { value: number; status: ReadingStatus } | null
  /** Something was said about this cell by hand. */
  fixed: boolean
}

export interface ReadingsCheck {
  layouts: Layout[]
  lines: ReadingLine[]
  left: LeftCells[]
  counts: Record<LineState, number>
  /** Of what would be written: a later check with another one writes other things. */
  mark: string
}

/** `words`: how a figure came that does not stand in its cell. */
export type Writable = IndicatorReading & { indicatorId: string; unitId: string; at: string; words: string | null }

/** What would change or be decided: more is no month's table (product choice). */
const MOST_CHANGES = 5_000

/** Whether so much would change that nobody looks it through. */
export const isTooMuch = ({ lines, counts }: Pick<ReadingsCheck, 'lines' | 'counts'>): boolean => lines.length - counts.same > MOST_CHANGES

/** Fifteen digits are exact in the database's answers. */
const MOST_DIGITS = 15

export function checkReadings(grids: readonly Grid[], file: string, world: ReadingsWorld, fixes: Fixes): ReadingsCheck {
  const layouts = grids.flatMap(grid => layoutsOf(grid, file, world, fixes))
  const parts = layouts.map(layout => foundIn(layout, world, fixes))
  const found = parts.flatMap(p => p.found)
  const fixAt = new Map(fixes.cells.map(fix => [fix.at, fix]))
  const leftNames = new Set(fixes.names.filter(n => n.id === null).map(n => `${n.as} ${n.text}`))
  const byId = new Map(world.indicators.map(i => [i.id, i]))
  const lines = found.map(f => lineOf(f, { fix: fixAt.get(f.at), indicator: byId.get(f.indicator.id ?? ''), leftNames, world }))
  addUp(lines, { byId, world })
  settleRepeats(lines, fixAt)
  compare(lines, { byId, fixAt, world })
  totals(found, lines)
  const counts = Object.fromEntries(
    LINE_STATES.map(state => [state, lines.filter(l => l.state === state).length]),
  ) as ReadingsCheck['counts']
  return { layouts, lines, left: [...parts.flatMap(p => p.left), ...outside(grids, layouts)], counts, mark: markOf(lines) }
}

/** The indicators and years that the sheets speak of: what has to be known before they can be checked. */
export function subjectsOf(grids: readonly Grid[], file: string, world: ReadingsWorld, fixes: Fixes): { ids: string[]; years: number[] } {
  const found = grids.flatMap(grid => layoutsOf(grid, file, world, fixes)).flatMap(layout => foundIn(layout, world, fixes).found)
  const ids = new Set(found.flatMap(f => f.indicator.id ?? []))
  const years = new Set(found.flatMap(f => dated(f, world).year ?? []))
  return { ids: [...ids], years: [...years] }
}

/** What is written when it is carried out. */
export function writable(lines: readonly ReadingLine[]): Writable[] {
  return lines.flatMap(({ state, indicator, unit, year, month, value, status, at, facts }) =>
    state === 'new' || state === 'revision'
      ? [
          {
            indicatorId: indicator.id!,
            unitId: unit.id!,
            year: year!,
            month: month!,
            value: Number(value),
            status,
            at,
            words: wordsOf(facts),
          },
        ]
      : [],
  )
}

interface Beside {
  fix: CellFix | undefined
  indicator: KnownIndicator | undefined
  leftNames: ReadonlySet<string>
  world: ReadingsWorld
}

function lineOf(found: Found, { fix, indicator, leftNames, world }: Beside): ReadingLine {
  const said = fix?.value === undefined ? found.figure : readFigure(fix.value)
  const { year, month } = dated(found, world)
  const line: ReadingLine = {
    at: found.at,
    table: found.layout.at,
    column: found.column.column,
    cell: found.cell,
    indicator: found.indicator,
    unit: found.unit,
    head: found.column.head,
    year,
    month,
    value: null,
    from: null,
    status: found.status,
    state: 'new',
    reason: null,
    facts: {},
    flags: [],
    was: null,
    fixed: fix !== undefined,
  }
  const stop = (state: 'decide' | 'refused', reason: LineReason, facts: Facts = {}): ReadingLine => ({ ...line, state, reason, facts })
  if (fix?.leave || leftNames.has(`indicator ${found.indicator.text}`) || leftNames.has(`unit ${found.unit.text}`))
    return stop('refused', 'left-out')
  const { id: indicatorId, text, maybe } = found.indicator
  if (found.total && found.unit.id === null) return stop('refused', 'total-row', { text: found.unit.text || text })
  if (!indicatorId || !indicator) return stop(maybe.length > 0 || text === '' ? 'decide' : 'refused', 'unknown-indicator', { text })
  if (found.unit.id === null) return stop(found.unit.maybe.length > 0 ? 'decide' : 'refused', 'unknown-unit', { text: found.unit.text })
  if (world.mine && !world.mine.has(indicatorId)) return stop('refused', 'not-mine', { unitId: indicator.sourceUnitId })
  if (said.is !== 'number') return stop('decide', 'unreadable', { cell: found.cell.slice(0, 40) })
  if (month === null) return stop('decide', 'no-month')
  if (`${year}-${String(month).padStart(2, '0')}` > world.today.slice(0, 7)) return stop('refused', 'future', { year, month })
  const measure = said.measure !== '' ? said.measure : found.measure
  const wanted = indicator.unit
  const value = measure === null || measure === wanted ? said.digits : converted(said.digits, measure, wanted)
  if (value === null) return stop('decide', 'measure-differs', { found: measure, wanted })
  if (value.replace(/^-?0*\.?0*|\./g, '').length > MOST_DIGITS) return stop('refused', 'too-long')
  return {
    ...line,
    value,
    from: measure !== null && value !== said.digits ? measure : null,
    facts: found.single ? { single: Number(value) } : {},
  }
}

/** Without a year it is the last time that this month was over or running. */
function dated({ year, month }: Found, { today }: ReadingsWorld): { year: number | null; month: number | null } {
  if (month === null || year !== null) return { year, month }
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return { year: month <= thisMonth ? thisYear : thisYear - 1, month }
}

const keyOf = (l: Pick<ReadingLine, 'indicator' | 'unit' | 'year' | 'month'>): string =>
  [l.indicator.id, l.unit.id, l.year, l.month].join('/')

/** How an added figure came: facts { single, before, upTo }. */
const wordsOf = ({ single, before, upTo }: Facts): string | null =>
  typeof single === 'number' && typeof before === 'number' && typeof upTo === 'number' ? addedWords({ single, before, upTo }) : null

/** 当月数, month after month: added to what this sheet or an earlier report says of the months before. */
function addUp(lines: ReadingLine[], { byId, world }: { byId: ReadonlyMap<string, KnownIndicator>; world: ReadingsWorld }): void {
  const open = lines.filter(line => line.state === 'new')
  const singles = open.filter(line => 'single' in line.facts).sort((a, b) => a.month! - b.month!)
  if (singles.length === 0) return
  const told = new Map(open.filter(line => !('single' in line.facts)).map(line => [keyOf(line), line]))
  const values = new Map(world.readings.map(r => [[r.indicatorId, r.unitId, r.year, r.month].join('/'), r.value]))
  for (const [key, line] of told) values.set(key, Number(line.value))
  for (const line of singles) {
    const cumulative = told.get(keyOf(line))
    const valueAt = (month: number) => values.get(keyOf({ ...line, month })) ?? null
    const added = cumulative ? null : addedUp(line.value!, line.month!, byId.get(line.indicator.id!)!.frequency, valueAt)
    if (!added) Object.assign(line, { state: 'refused', reason: 'single-month', facts: { cell: cumulative!.at } })
    else if ('missing' in added) Object.assign(line, { state: 'refused', reason: 'single-month', facts: { missing: added.missing } })
    else {
      const { value, ...how } = added
      Object.assign(line, { value: String(value), facts: how })
      values.set(keyOf(line), value)
    }
  }
}

/** Two cells for one month: the same value counts once; of different ones the person says which holds. */
function settleRepeats(lines: ReadingLine[], fixAt: ReadonlyMap<string, CellFix>): void {
  const open = lines.filter(line => line.state === 'new')
  for (const all of Map.groupBy(open, keyOf).values()) {
    if (all.length < 2) continue
    const taken = all.filter(line => fixAt.get(line.at)?.take)
    const surest = surestOf(all)
    const holds =
      taken.length === 1 ? taken[0]! : (surest ?? (all.every(line => Number(line.value) === Number(all[0]!.value)) ? all[0]! : null))
    for (const line of all) {
      if (line === holds) continue
      const others = all.filter(other => other !== line).map(other => other.at)
      if (holds && (taken.length === 1 || Number(line.value) !== Number(holds.value)))
        Object.assign(line, { state: 'refused', reason: 'not-chosen', facts: { cell: holds.at } })
      else if (holds) Object.assign(line, { state: 'refused', reason: 'repeated', facts: { cell: holds.at } })
      else Object.assign(line, { state: 'decide', reason: 'duplicate', facts: { cells: others.join('、') } })
    }
  }
}

const SURE: Record<ReadingStatus, number> = { estimate: 0, flash: 1, final: 2 }

/** 核定数 beside 快报数 in one table. */
function surestOf(all: readonly ReadingLine[]): ReadingLine | null {
  const most = Math.max(...all.map(line => SURE[line.status]))
  const sure = all.filter(line => SURE[line.status] === most)
  return sure.length === 1 && all.every(line => line.table === all[0]!.table) ? sure[0]! : null
}

function compare(
  lines: ReadingLine[],
  { byId, fixAt, world }: { byId: ReadonlyMap<string, KnownIndicator>; fixAt: ReadonlyMap<string, CellFix>; world: ReadingsWorld },
): void {
  const known = new Map(world.readings.map(r => [[r.indicatorId, r.unitId, r.year, r.month].join('/'), r]))
  const open = lines.filter(line => line.state === 'new')
  const coming = new Map(open.map(line => [keyOf(line), Number(line.value)]))
  const valueAt = (key: string): number | null => coming.get(key) ?? known.get(key)?.value ?? null
  for (const line of open) {
    const was = known.get(keyOf(line))
    const taken = fixAt.get(line.at)?.take === true
    if (was && was.value !== null) {
      line.was = { value: was.value, status: was.status }
      const same = was.value === Number(line.value)
      const lessSure = SURE[line.status] < SURE[was.status]
      if (same && (lessSure || line.status === was.status)) {
        line.state = 'same'
        continue
      }
      line.state = 'revision'
      if (lessSure && !taken) Object.assign(line, { state: 'decide', reason: 'less-sure', facts: { was: was.status, now: line.status } })
    }
    const at = (year: number, month: number) => valueAt([line.indicator.id, line.unit.id, year, month].join('/'))
    line.flags = doubtsOf(byId.get(line.indicator.id!)!, { year: line.year!, month: line.month!, value: Number(line.value) }, at)
    if (line.flags.some(flag => flag.stops) && !taken && line.state !== 'decide')
      Object.assign(line, { state: 'decide', reason: 'doubtful' })
  }
}

/** A printed total is compared with what is listed above it. */
function totals(found: readonly Found[], lines: ReadingLine[]): void {
  for (const [at, total] of found.entries()) {
    if (!total.total || total.figure.is !== 'number') continue
    const parts = found.filter(
      f =>
        f.layout === total.layout &&
        f.column === total.column &&
        f.row < total.row &&
        !f.total &&
        f.unit.id !== WHOLE &&
        f.figure.is === 'number' &&
        f.indicator.id === (total.indicator.id ?? f.indicator.id),
    )
    if (parts.length < 2) continue
    const sum = parts.reduce((all, f) => all + (f.figure.is === 'number' ? Number(f.figure.digits) : 0), 0)
    const printed = Number(total.figure.digits)
    if (Math.abs(sum - printed) > Math.max(1e-9, 0.005 * parts.length))
      lines[at]!.flags = [
        ...lines[at]!.flags,
        { code: 'total-differs', facts: { sum: Number(sum.toPrecision(12)), total: printed }, stops: false },
      ]
  }
}

/** Figures that stand in no table, or in one that could not be read. */
function outside(grids: readonly Grid[], layouts: readonly Layout[]): LeftCells[] {
  return grids.flatMap(grid => {
    const mine = layouts.filter(l => l.grid === grid)
    const heads = new Set(mine.flatMap(l => l.table.heads))
    const body = new Set(mine.flatMap(l => l.table.body.map(line => line.row)))
    const cells = grid.rows.flatMap((row, at) =>
      heads.has(at) || body.has(at)
        ? []
        : row.flatMap((cell, column) => (readFigure(cell).is === 'number' && yearCell(cell) === null ? [cellName(at, column)] : [])),
    )
    const [from, to] = [cells[0], cells.at(-1)]
    return from && to ? [{ sheet: grid.sheet, from, to, n: cells.length, why: 'outside' as const, head: '' }] : []
  })
}

const markOf = (lines: readonly ReadingLine[]): string => fingerprint(JSON.stringify(writable(lines)))
