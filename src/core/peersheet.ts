// 同类地区数据表: a workbook of other places' figures against what is known, place by place and figure by figure; what cannot be taken says why. Changes nothing.
import type { ReadingStatus } from './indicator.ts'
import { type Flagged, oddities } from './outlier.ts'
import { figureKey, type Measured, type Peer, type PeerWorld } from './peer.ts'
import { type PeerRow, peerRows } from './peerrows.ts'
import { readFigure } from './table/figure.ts'
import type { Grid } from './table/grid.ts'
import { converted } from './table/measure.ts'

export const PEER_ROW_REASONS = [
  'no-name',
  'total-row', // { cell }: 合计 is no place
  'own-place', // its figures come from readings
  'year-unreadable', // { cell }
  'month-unreadable', // { cell }
  'unknown-indicator', // { cell }
  'population-unreadable', // { cell }
  'status-unreadable', // { cell }
  'no-figure', // nothing but its people
] as const
export const PEER_CELL_REASONS = [
  'not-a-number', // { cell }
  'unit-unknown', // { unit, expected }
  'single-month', // kept as all of the year so far
  'twice', // { cell }: the sheet says something else there
  'future', // the month is not over
] as const
/** What can be odd about another place's figure. */
export const PEER_FLAGS = ['sign', 'falls', 'above-later', 'scale-slip', 'absurd-growth', 'off-beat'] as const
type PeerFlag = (typeof PEER_FLAGS)[number]
type PeerRowReason = (typeof PEER_ROW_REASONS)[number]
type PeerCellReason = (typeof PEER_CELL_REASONS)[number]
type PeerVerdict = 'new' | 'changed' | 'same' | 'refused'

interface PeerCell {
  /** 数据!C7 */
  at: string
  indicatorId: string
  /** As converted to the indicator's unit; null when refused. */
  now: number | null
  was: number | null
  verdict: PeerVerdict
  reason: PeerCellReason | null
  facts: Record<string, string | number>
  /** What is odd about it, though it can be taken. */
  flags: { flag: PeerFlag; facts: Flagged['facts'] }[]
}

interface PeerLine {
  /** The first of its cells: 数据!C7 */
  at: string
  name: string
  year: number | null
  month: number | null
  /** Nobody of that name is known: it is added. */
  newPeer: boolean
  /** Known places with nearly that name: it may be one of them. */
  near: string[]
  verdict: PeerVerdict
  reason: PeerRowReason | null
  facts: Record<string, string | number>
  cells: PeerCell[]
}

interface PlannedFigure {
  peer: string
  indicatorId: string
  year: number
  month: number
  value: number
  status: ReadingStatus
  origin: string | null
  at: string
}

interface PlannedPeer {
  /** Null: it is added. */
  id: string | null
  name: string
  population: number | null
}

export type PeerCheck =
  | { fault: 'no-table' | 'no-indicator'; headers: string[] }
  | {
      fault: null
      /** Which column was taken for which indicator, and in what unit; null: none was written, so the indicator's own is meant. */
      columns: { header: string; indicatorId: string; unit: string | null }[]
      ignored: string[]
      lines: PeerLine[]
      /** New ones, and those whose population the sheet tells anew; in persons. */
      peers: PlannedPeer[]
      figures: PlannedFigure[]
    }

/** Read as every sheet of figures is: places down or across, indicators across or down, titles above, several tables and sheets. */
export function checkPeers(grids: readonly Grid[], file: string, world: PeerWorld): PeerCheck {
  const found = peerRows(grids, file, world)
  if (!found) return { fault: 'no-table', headers: [] }
  const { rows, columns, ignored } = found
  if (columns.length === 0 && rows.every(row => row.cells.length === 0 && row.unknown === null))
    return { fault: ignored.length > 0 ? 'no-indicator' : 'no-table', headers: ignored }
  const sheet = new Sheet(world)
  for (const row of rows) sheet.add(row)
  return { fault: null, columns, ignored, ...sheet.done() }
}

/** The rows so far: what one says is held against those above it. */
class Sheet {
  readonly #world: PeerWorld
  readonly #lines: PeerLine[] = []
  readonly #peers = new Map<string, PlannedPeer>()
  /** By figureKey: the cell and what is planned. */
  readonly #said = new Map<string, { cell: PeerCell; plan: PlannedFigure }>()

  constructor(world: PeerWorld) {
    this.#world = world
  }

  add(row: PeerRow): void {
    const { at, name, known, year, month, status } = row
    const people = row.population === null ? null : persons(row.population)
    const made: PeerLine = {
      at,
      name,
      year,
      month,
      newPeer: !known,
      near: row.near,
      verdict: 'refused',
      reason: null,
      facts: {},
      cells: [],
    }
    this.#lines.push(made)
    const faults: [boolean, PeerRowReason, string?][] = [
      [row.total, 'total-row', name],
      [name.length < 2 || name.length > 40, 'no-name'],
      [row.own, 'own-place'],
      [row.unknown !== null, 'unknown-indicator', row.unknown ?? ''],
      [year === null, 'year-unreadable', row.yearText],
      [month === null, 'month-unreadable', row.monthText],
      [status === null, 'status-unreadable', row.statusText],
      [row.population !== null && people === null, 'population-unreadable', row.population?.cell],
      [row.cells.length === 0, 'no-figure'],
    ]
    const wrong = faults.find(([is]) => is)
    if (wrong || year === null || month === null || status === null) {
      const [, reason, cell] = wrong!
      Object.assign(made, { reason, facts: cell === undefined ? {} : { cell } })
      return
    }
    for (const cell of row.cells)
      made.cells.push(
        this.#cell(known, cell, {
          peer: name,
          indicatorId: cell.measured.id,
          year,
          month,
          value: 0,
          status,
          origin: row.origin,
          at: cell.at,
        }),
      )
    const verdicts: PeerVerdict[] = ['new', 'changed', 'same']
    made.verdict = verdicts.find(v => made.cells.some(c => c.verdict === v)) ?? 'refused'
    if (made.verdict !== 'refused' && (!known || (people !== null && people !== known.population)))
      this.#peers.set(name, { id: known?.id ?? null, name, population: people ?? this.#peers.get(name)?.population ?? null })
  }

  #cell(known: Peer | null, told: PeerRow['cells'][number], plan: PlannedFigure): PeerCell {
    const { measured, at } = told
    const cell: PeerCell = { at, indicatorId: measured.id, now: null, was: null, verdict: 'refused', reason: null, facts: {}, flags: [] }
    const refuse = (reason: PeerCellReason, facts: PeerCell['facts']) => Object.assign(cell, { reason, facts })
    if (told.single) return refuse('single-month', {})
    const value = numberOf(told, measured.unit)
    if (value === 'unit') return refuse('unit-unknown', { unit: told.measure ?? '', expected: measured.unit })
    if (value === 'number') return refuse('not-a-number', { cell: told.cell.slice(0, 40) })
    if (plan.year * 12 + plan.month - 1 >= this.#world.now) return refuse('future', {})
    const key = figureKey({ ...plan, peerId: plan.peer })
    const before = this.#said.get(key)
    if (before && before.plan.value !== value) {
      // Nobody knows which of the two is right: neither is taken.
      Object.assign(before.cell, { verdict: 'refused', reason: 'twice', facts: { cell: at } })
      return refuse('twice', { cell: before.cell.at })
    }
    const held = known && this.#world.held.get(figureKey({ ...plan, peerId: known.id }))
    Object.assign(cell, { now: value, was: held?.value ?? null })
    cell.verdict = cell.was === null ? 'new' : held?.value === value && held.status === plan.status ? 'same' : 'changed'
    cell.flags = this.#odd(known, measured, plan, value)
    if (!before) this.#said.set(key, { cell, plan: { ...plan, value } })
    return cell
  }

  #odd(known: Peer | null, measured: Measured, { year, month }: PlannedFigure, value: number): PeerCell['flags'] {
    const months = (of: number) =>
      Array.from({ length: 12 }, (_, at) => {
        const held = known && this.#world.held.get(figureKey({ peerId: known.id, indicatorId: measured.id, year: of, month: at + 1 }))
        return held?.value ?? null
      })
    const series = { indicator: measured, year, target: null, values: months(year), lastYear: months(year - 1) }
    return oddities({ month, value, unit: null }, series, 12).flatMap(({ flag, facts }) =>
      PEER_FLAGS.includes(flag as PeerFlag) ? [{ flag: flag as PeerFlag, facts }] : [],
    )
  }

  done(): { lines: PeerLine[]; peers: PlannedPeer[]; figures: PlannedFigure[] } {
    for (const line of this.#lines)
      if (line.verdict !== 'refused' && line.cells.every(c => c.verdict === 'refused')) line.verdict = 'refused'
    const figures = [...this.#said.values()].filter(s => s.cell.verdict === 'new' || s.cell.verdict === 'changed').map(s => s.plan)
    const used = new Set(this.#lines.filter(l => l.verdict !== 'refused').map(l => l.name))
    return { lines: this.#lines, peers: [...this.#peers.values()].filter(p => used.has(p.name)), figures }
  }
}

interface Told {
  cell: string
  measure: string | null
}

function numberOf({ cell, measure }: Told, wanted: string): number | 'number' | 'unit' {
  const figure = readFigure(cell)
  if (figure.is !== 'number') return 'number'
  const from = figure.measure || measure
  const digits = from === null || from === wanted ? figure.digits : converted(figure.digits, from, wanted)
  if (digits === null) return 'unit'
  return Math.abs(Number(digits)) < 1e15 ? Number(digits) : 'number'
}

/** 38.6万人 are 386,000 persons; null: no such thing. */
function persons(told: Told): number | null {
  const people = numberOf(told, '人')
  return typeof people === 'number' && people >= 1 ? Math.round(people) : null
}
