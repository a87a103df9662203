// The scoreboard of units by indicators: read from the kept standings, as JSON from the database, and kept in memory while nothing it shows changes.
import type { Board, BoardQuery, HonourView } from '../core/contract/indicator.ts'
import { type Frame, type Indicator, type PaceReason, type Verdict, WHOLE } from '../core/indicator.ts'
import type { Instant } from '../core/types.ts'
import { type Honour, honoursOf, type Stood } from '../core/verdict.ts'
import { listFrames } from './indicator.ts'
import type { Tx } from './tx.ts'

export type BoardIndicator = Pick<Indicator, 'id' | 'name' | 'kind' | 'unit' | 'decimals' | 'frequency' | 'frameId' | 'parentId' | 'topic'>

export interface BoardUnit {
  id: string
  name: string
  depth: number
}

/** A standing as far as counts and honours ask for it. */
export interface Mark {
  unitId: string
  indicatorId: string
  month: number
  verdict: Verdict
  reason: PaceReason | null
  fresh: boolean
}

/** The head of a board: everything but its cells. */
export interface Head {
  year: number
  month: number | null
  months: number[]
  newest: Instant | null
}

const LATEST = `select s.year from standing s where s.jurisdiction_id = $1 and s.fresh order by s.year desc, s.month desc limit 1`
const MONTHS = `select m::int as month from generate_series(1, 12) m
  where exists (select 1 from standing s where s.jurisdiction_id = $1 and s.year = $2 and s.month = m and s.fresh)`

/** The year asked for, or the last one with data, or this one; and which of its months have data. */
export async function monthsOf(tx: Tx, year: number | undefined, thisYear: number): Promise<{ year: number; months: number[] }> {
  const place = tx.context.jurisdiction
  const [latest] = year === undefined ? await tx.rows<{ year: number }>(LATEST, [place]) : []
  const at = year ?? latest?.year ?? thisYear
  return { year: at, months: (await tx.rows<{ month: number }>(MONTHS, [place, at])).map(row => row.month) }
}

const INDICATORS = `select i.id, i.name, i.kind, i.unit, i.decimals, i.frequency, i.frame_id, i.parent_id, i.topic from indicator i
  where i.jurisdiction_id = $1 order by i.position, i.id`
/** In the order of the tree: a path of positions from the root. */
const UNITS = `with recursive tree as (
    select u.id, u.name, 1 as depth, array[u.position] as path from unit u where u.jurisdiction_id = $1 and u.parent_id is null
    union all select u.id, u.name, t.depth + 1, t.path || u.position from unit u join tree t on u.parent_id = t.id where u.jurisdiction_id = $1)
  select id, name, depth from tree order by path, id`

export const boardIndicators = (tx: Tx): Promise<BoardIndicator[]> => tx.rows(INDICATORS, [tx.context.jurisdiction])
export const boardUnits = (tx: Tx): Promise<BoardUnit[]> => tx.rows(UNITS, [tx.context.jurisdiction])

/** Indicators that hang from the frame or a frame below it, of the topics. */
export function chosen(indicators: BoardIndicator[], frames: Frame[], query: Pick<BoardQuery, 'frame' | 'topic'>): BoardIndicator[] {
  const parents = new Map(frames.map(f => [f.id, f.parentId]))
  const inFrame = (id: string | null): boolean => id !== null && (id === query.frame || inFrame(parents.get(id) ?? null))
  return indicators.filter(i => (!query.frame || inFrame(i.frameId)) && (!query.topic.length || query.topic.includes(i.topic)))
}

const CELLS = `select coalesce(string_agg('{"unitId":"' || s.unit_id || '","indicatorId":"' || s.indicator_id || '"' || s.shown, ','), '') as cells,
    max(s.changed_at) as newest
  from standing s where s.jurisdiction_id = $1 and s.year = $2 and s.month = $3 and s.indicator_id = any($4) and ($5::uuid[] is null or s.unit_id = any($5))`
/** Of the months before only what stood in the way of an honour; $6 is the board's month. */
const MARKS = `select s.unit_id, s.indicator_id, s.month, s.verdict, s.reason, s.fresh from standing s
  where s.jurisdiction_id = $1 and s.year = $2 and s.month = any($3) and s.indicator_id = any($4) and ($5::uuid[] is null or s.unit_id = any($5))
    and (s.month = $6 or s.verdict in ('behind', 'unknown') or not s.fresh)`

/** The months that the honours of this one are judged by, and itself. */
export const markMonths = (month: number): number[] => [...new Set([...[3, 6, 9, 12].filter(m => m <= month), month])]

/** A board as JSON. */
export async function makeBoard(tx: Tx, query: BoardQuery, thisYear: number): Promise<string> {
  const place = tx.context.jurisdiction
  const [{ year, months }, indicators, units, frames] = await Promise.all([
    monthsOf(tx, query.year, thisYear),
    boardIndicators(tx),
    boardUnits(tx),
    listFrames(tx),
  ])
  const month = query.month ?? months.at(-1) ?? null
  const picked = chosen(indicators, frames, query)
  if (month === null) return boardJson({ year, month, months, newest: null }, query, { indicators: [], units, frames }, [], '')
  const values = [picked.map(i => i.id), query.unit.length ? query.unit : null]
  const [[found], marks] = await Promise.all([
    tx.rows<{ cells: string; newest: Instant | null }>(CELLS, [place, year, month, ...values]),
    tx.rows<Mark>(MARKS, [place, year, markMonths(month), ...values, month]),
  ])
  return boardJson({ year, month, months, newest: found!.newest }, query, { indicators: picked, units, frames }, marks, found!.cells)
}

interface Parts {
  indicators: BoardIndicator[]
  units: BoardUnit[]
  frames: Frame[]
}

/** `cells`: StandingViews as JSON, joined by commas. */
export function boardJson(head: Head, query: Pick<BoardQuery, 'asOf'>, parts: Parts, marks: Mark[], cells: string): string {
  const { indicators, units, frames } = parts
  const shown = new Set(marks.filter(m => m.month === head.month).map(m => m.indicatorId))
  const board: Omit<Board, 'cells'> = {
    year: head.year,
    month: head.month,
    months: head.months,
    asOf: query.asOf ?? null,
    newest: head.newest,
    indicators: indicators
      .filter(i => shown.has(i.id))
      .map(({ id, name, kind, unit, decimals, frameId, parentId }) => ({ id, name, kind, unit, decimals, frameId, parentId })),
    frames,
    rows: head.month === null ? [] : rowsOf(head.month, indicators, units, marks),
  }
  return `${JSON.stringify(board).slice(0, -1)},"cells":[${cells}]}`
}

/** What is not told of an earlier month: every month of a series is kept, and only those in the way are asked for. */
const FINE = { verdict: 'on', reason: null, fresh: true } as const

function rowsOf(month: number, indicators: BoardIndicator[], units: BoardUnit[], marks: Mark[]): Board['rows'] {
  const byUnit = new Map<string, Map<string, Mark[]>>()
  for (const mark of marks) {
    let unit = byUnit.get(mark.unitId)
    if (!unit) byUnit.set(mark.unitId, (unit = new Map()))
    const series = unit.get(mark.indicatorId)
    if (series) series.push(mark)
    else unit.set(mark.indicatorId, [mark])
  }
  const known = new Map(indicators.map(i => [i.id, i]))
  return [{ id: WHOLE, name: '', depth: 0 }, ...units].flatMap(({ id, name, depth }) => {
    const series = byUnit.get(id)
    if (!series) return []
    const counts = { reached: 0, on: 0, behind: 0, unknown: 0 }
    const scope = [...series].map(([indicatorId, months]): Stood => {
      const now = months.find(m => m.month === month)
      if (now) counts[now.verdict]++
      return { indicatorId, unitId: id, indicator: known.get(indicatorId)!, at: m => months.find(mark => mark.month === m) ?? FINE }
    })
    const said = honoursOf(scope, month)
    const honours = {
      strongQuarter: viewOf(said.strongQuarter),
      doubleHalf: viewOf(said.doubleHalf),
      allYear: viewOf(said.allYear),
      allRound: viewOf(said.allRound),
    }
    return [{ unitId: id, unit: name, depth, counts, honours }]
  })
}

const viewOf = ({ missing, ...honour }: Honour): HonourView => ({
  ...honour,
  missing: missing.map(({ indicatorId, verdict, month }) => ({ indicatorId, verdict, month })),
})

/** Kept texts by jurisdiction, sight and question; each good while nothing that boards show has changed. */
const kept = new Map<string, { version: string; json: string }>()
/** Characters of all kept texts together; a full county's board has a million and a half. */
const MOST_KEPT = 16_000_000

const VERSION = `select (select sum(touched) from indicator where jurisdiction_id = $1) || '.' || coalesce((select n from board_stamp where jurisdiction_id = $1), 0) as version`

/** The board of now as JSON; of an earlier day it is boardpast.ts's. */
export async function boardText(tx: Tx, query: BoardQuery, thisYear: number): Promise<string> {
  const { jurisdiction, figures, unitIds } = tx.context
  const [row] = await tx.rows<{ version: string }>(VERSION, [jurisdiction])
  const key = JSON.stringify([jurisdiction, figures, figures === 'party' ? unitIds : null, thisYear, query])
  const known = kept.get(key)
  if (known?.version === row!.version) return known.json
  const json = await makeBoard(tx, query, thisYear)
  kept.delete(key)
  kept.set(key, { version: row!.version, json })
  let size = 0
  for (const one of kept.values()) size += one.json.length
  // The one that was made first goes first.
  for (const [old, { json: text }] of kept) {
    if (size <= MOST_KEPT || old === key) break
    kept.delete(old)
    size -= text.length
  }
  return json
}
