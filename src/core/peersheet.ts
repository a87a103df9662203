// 同类地区数据表: a sheet of other places' figures against what is known, row by row and figure by figure; what cannot be taken says why. Changes nothing.
import type { ReadingStatus } from './indicator.ts'
import { type Flagged, oddities } from './outlier.ts'
import { figureKey, indicatorNamed, type Measured, type Peer, type PeerWorld, peerNamed } from './peer.ts'
import { isCount, MISSING, monthOf, numberOf, unitOf, yearOf } from './peercell.ts'
import { findHead, type Headings } from './sheethead.ts'

export const PEER_HEADINGS = {
  name: ['地区', '县区', '县市区', '县(市、区)', '名称', '地方'],
  year: ['年份', '年度', '年'],
  month: ['月份', '月', '期间'],
  population: ['常住人口', '人口', '人口数', '年末常住人口'],
  indicator: ['指标', '指标名称'],
  value: ['数值', '指标值', '数据'],
  unit: ['单位', '计量单位'],
  status: ['状态', '数据状态'],
  origin: ['来源', '数据来源', '出处'],
} as const satisfies Headings<string>
type Key = keyof typeof PEER_HEADINGS

export const PEER_ROW_REASONS = [
  'no-name',
  'own-place', // its figures come from readings
  'year-unreadable', // { cell }
  'month-unreadable', // { cell }
  'unknown-indicator', // { cell }
  'population-unreadable', // { cell }
  'status-unreadable', // { cell }
  'no-figure', // no figure in the whole row
] as const
export const PEER_CELL_REASONS = [
  'not-a-number', // { cell }
  'unit-unknown', // { unit, expected }
  'twice', // { line }: the sheet says something else on another line
  'future', // the month is not over
] as const
/** What can be odd about another place's figure. */
export const PEER_FLAGS = ['sign', 'falls', 'above-later', 'scale-slip', 'absurd-growth', 'off-beat'] as const
export type PeerFlag = (typeof PEER_FLAGS)[number]
export type PeerRowReason = (typeof PEER_ROW_REASONS)[number]
export type PeerCellReason = (typeof PEER_CELL_REASONS)[number]
export type PeerVerdict = 'new' | 'changed' | 'same' | 'refused'

export interface PeerCell {
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

export interface PeerLine {
  line: number
  name: string
  year: number | null
  month: number | null
  /** Nobody of that name is known: it is added. */
  newPeer: boolean
  verdict: PeerVerdict
  reason: PeerRowReason | null
  facts: Record<string, string | number>
  cells: PeerCell[]
}

export interface PlannedFigure {
  peer: string
  indicatorId: string
  year: number
  month: number
  value: number
  status: ReadingStatus
  origin: string | null
}

export type PeerCheck =
  | { fault: 'no-header' | 'empty' | 'no-indicator'; headers: string[] }
  | {
      fault: null
      /** Which column was taken for which indicator, and in what unit; null: none was written, so the indicator's own is meant. */
      columns: { header: string; indicatorId: string; unit: string | null }[]
      ignored: string[]
      lines: PeerLine[]
      /** New ones, and those whose population the sheet tells anew; in persons. */
      peers: { id: string | null; name: string; population: number | null }[]
      figures: PlannedFigure[]
    }

const STATUS_WORDS: Record<string, ReadingStatus> = {
  预计: 'estimate',
  快报: 'flash',
  核定: 'final',
  年报: 'final',
  公报: 'final',
  '': 'final',
}

type Rows = readonly (readonly string[])[]
interface Column {
  at: number
  header: string
  measured: Measured
  unit: string | null
}

/** Wide (one column an indicator) or long (columns 指标 and 数值), as the header says. */
export function checkPeers(rows: Rows, world: PeerWorld): PeerCheck {
  const head = findHead<Key>(rows, PEER_HEADINGS)
  if (!head?.at.has('name') || !head.at.has('year')) return { fault: 'no-header', headers: ['地区', '年份', '月份'] }
  const long = head.at.has('indicator') && head.at.has('value')
  const top = rows[head.row]!
  const taken = new Set(head.at.values())
  const columns = long ? [] : top.flatMap((header, at) => (taken.has(at) ? [] : columnOf(header, at, world.indicators)))
  if (!long && columns.length === 0) return { fault: 'no-indicator', headers: head.ignored }
  const below = rows.flatMap((cells, at) => (at > head.row && cells.some(c => c.trim() !== '') ? [{ cells, line: at + 1 }] : []))
  if (below.length === 0) return { fault: 'empty', headers: [] }

  const populationUnit = unitOf(top[head.at.get('population') ?? -1] ?? '') ?? '人'
  const sheet = new Sheet(world)
  for (const { cells, line } of below) {
    const get = (key: Key) => (cells[head.at.get(key) ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    const figures = long
      ? [
          {
            name: get('indicator'),
            measured: indicatorNamed(get('indicator'), world.indicators),
            cell: get('value'),
            unit: get('unit') || unitOf(get('indicator')),
          },
        ]
      : columns.map(c => ({ name: c.header, measured: c.measured, cell: (cells[c.at] ?? '').trim(), unit: c.unit }))
    sheet.add({ line, get, figures, populationUnit })
  }
  return {
    fault: null,
    columns: columns.map(({ header, measured, unit }) => ({ header, indicatorId: measured.id, unit })),
    ignored: long ? [] : head.ignored.filter(header => !columns.some(c => c.header.startsWith(header))),
    ...sheet.done(),
  }
}

function columnOf(header: string, at: number, indicators: readonly Measured[]): Column[] {
  const measured = indicatorNamed(header, indicators)
  return measured ? [{ at, header: header.trim(), measured, unit: unitOf(header) }] : []
}

interface Row {
  line: number
  get: (key: Key) => string
  figures: { name: string; measured: Measured | null; cell: string; unit: string | null }[]
  populationUnit: string
}

/** The rows so far: what one says is held against those above it. */
class Sheet {
  readonly #world: PeerWorld
  readonly #lines: PeerLine[] = []
  readonly #peers = new Map<string, { id: string | null; name: string; population: number | null }>()
  /** By figureKey: the cell, its line and what is planned. */
  readonly #said = new Map<string, { line: number; cell: PeerCell; plan: PlannedFigure }>()

  constructor(world: PeerWorld) {
    this.#world = world
  }

  add({ line, get, figures, populationUnit }: Row): void {
    const name = get('name')
    const year = yearOf(get('year'))
    const month = monthOf(get('month'))
    const status = STATUS_WORDS[get('status')]
    const people = get('population')
    const population = people === '' ? null : numberOf(people, populationUnit, '人')
    const known = peerNamed(name, this.#world.peers)
    const made: PeerLine = { line, name, year, month, newPeer: !known, verdict: 'refused', reason: null, facts: {}, cells: [] }
    this.#lines.push(made)
    const unknown = figures.find(f => !f.measured)
    const given = figures.filter(f => !MISSING.test(f.cell))
    const faults: [boolean, PeerRowReason, string?][] = [
      [name === '', 'no-name'],
      [name === this.#world.place, 'own-place'],
      [year === null, 'year-unreadable', get('year')],
      [month === null, 'month-unreadable', get('month')],
      [!status, 'status-unreadable', get('status')],
      [population !== null && !isCount(population), 'population-unreadable', people],
      [unknown !== undefined, 'unknown-indicator', unknown?.name],
      [given.length === 0, 'no-figure'],
    ]
    const wrong = faults.find(([is]) => is)
    if (wrong || year === null || month === null || !status) {
      const [, reason, cell] = wrong!
      Object.assign(made, { reason, facts: cell === undefined ? {} : { cell } })
      return
    }
    for (const { measured, cell, unit } of given) {
      const plan = { peer: name, indicatorId: measured!.id, year, month, value: 0, status, origin: get('origin') || null }
      made.cells.push(this.#cell(line, known, measured!, cell, unit, plan))
    }
    const verdicts: PeerVerdict[] = ['new', 'changed', 'same']
    made.verdict = verdicts.find(v => made.cells.some(c => c.verdict === v)) ?? 'refused'
    if (made.verdict !== 'refused' && (!known || (isCount(population) && population !== known.population)))
      this.#peers.set(name, {
        id: known?.id ?? null,
        name,
        population: isCount(population) ? population : (this.#peers.get(name)?.population ?? null),
      })
  }

  #cell(line: number, known: Peer | null, measured: Measured, text: string, unit: string | null, plan: PlannedFigure): PeerCell {
    const cell: PeerCell = { indicatorId: measured.id, now: null, was: null, verdict: 'refused', reason: null, facts: {}, flags: [] }
    const refuse = (reason: PeerCellReason, facts: PeerCell['facts']) => Object.assign(cell, { reason, facts })
    const value = numberOf(text, unit, measured.unit)
    if (value === 'unit') return refuse('unit-unknown', { unit: unit ?? text, expected: measured.unit })
    if (value === 'number') return refuse('not-a-number', { cell: text })
    if (plan.year * 12 + plan.month - 1 >= this.#world.now) return refuse('future', {})
    const key = figureKey({ ...plan, peerId: plan.peer })
    const before = this.#said.get(key)
    if (before && before.plan.value !== value) {
      // Nobody knows which of the two is right: neither is taken.
      Object.assign(before.cell, { verdict: 'refused', reason: 'twice', facts: { line } })
      return refuse('twice', { line: before.line })
    }
    const held = known && this.#world.held.get(figureKey({ ...plan, peerId: known.id }))
    Object.assign(cell, { now: value, was: held?.value ?? null })
    cell.verdict = cell.was === null ? 'new' : held?.value === value && held.status === plan.status ? 'same' : 'changed'
    cell.flags = this.#odd(known, measured, plan, value)
    if (!before) this.#said.set(key, { line, cell, plan: { ...plan, value } })
    return cell
  }

  #odd(known: Peer | null, measured: Measured, { year, month }: PlannedFigure, value: number): PeerCell['flags'] {
    if (!known) return []
    const months = (of: number) =>
      Array.from({ length: 12 }, (_, at) => {
        const held = this.#world.held.get(figureKey({ peerId: known.id, indicatorId: measured.id, year: of, month: at + 1 }))
        return held?.value ?? null
      })
    const series = { indicator: measured, year, target: null, values: months(year), lastYear: months(year - 1) }
    return oddities({ month, value, unit: null }, series, 12).flatMap(({ flag, facts }) =>
      PEER_FLAGS.includes(flag as PeerFlag) ? [{ flag: flag as PeerFlag, facts }] : [],
    )
  }

  done(): { lines: PeerLine[]; peers: { id: string | null; name: string; population: number | null }[]; figures: PlannedFigure[] } {
    for (const line of this.#lines)
      if (line.verdict !== 'refused' && line.cells.every(c => c.verdict === 'refused')) line.verdict = 'refused'
    const figures = [...this.#said.values()].filter(s => s.cell.verdict === 'new' || s.cell.verdict === 'changed').map(s => s.plan)
    const used = new Set(this.#lines.filter(l => l.verdict !== 'refused').map(l => l.name))
    return { lines: this.#lines, peers: [...this.#peers.values()].filter(p => used.has(p.name)), figures }
  }
}
