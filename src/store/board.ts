// The scoreboard of units by indicators: read from the kept standings, as JSON from the database, and kept in memory while nothing it shows changes.
import type { BoardQuery } from '../core/contract/indicator.ts'
import type { Frame, PaceReason, Verdict } from '../core/indicator.ts'
import type { Day, Instant } from '../core/types.ts'
import { lastDayOf, makeDay } from '../reader/day.ts'
import { boardCommitments } from './boardcommitment.ts'
import { type BoardIndicator, type BoardUnit, boardJson, type Mark, type UnitStood, WHOLE_ROW } from './boardjson.ts'
import { readUnits, type TreeUnit } from './ground.ts'
import { listFrames } from './indicator.ts'
import type { Tx } from './tx.ts'

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

const INDICATORS = `select i.id, i.name, i.kind, i.direction, i.basis, i.unit, i.decimals, i.frequency, used_frame($1, i.frame_id) as frame_id, i.parent_id, i.topic from indicator i
  where i.jurisdiction_id = $1 order by i.position, i.id`
const boardIndicators = (tx: Tx): Promise<BoardIndicator[]> => tx.rows(INDICATORS, [tx.context.jurisdiction])

/** Each after the one it stands below, siblings in the order given. */
export function inTree(units: TreeUnit[]): BoardUnit[] {
  const below = Map.groupBy(units, u => u.parentId)
  const from = (parentId: string | null, depth: number): BoardUnit[] =>
    (below.get(parentId) ?? []).flatMap(({ id, name }) => [{ id, name, depth }, ...from(id, depth + 1)])
  return from(null, 1)
}

/** Indicators that hang from the frame or a frame below it, of the topics. */
export function chosen<One extends Pick<BoardIndicator, 'frameId' | 'topic'>>(
  indicators: One[],
  frames: Frame[],
  query: Pick<BoardQuery, 'frame' | 'topic'>,
): One[] {
  const parents = new Map(frames.map(f => [f.id, f.parentId]))
  const inFrame = (id: string | null): boolean => id !== null && (id === query.frame || inFrame(parents.get(id) ?? null))
  return indicators.filter(i => (!query.frame || inFrame(i.frameId)) && (!query.topic.length || query.topic.includes(i.topic)))
}

/**
 * A line for each standing: the place of its indicator among those asked for, then a Mark, then, of the board's month ($6), its cell. Of the
 * months before only what stood in the way of an honour. One row for each unit and month: ten thousand rows would cost more to tell than to find.
 * `is true` keeps to the key, by which whole months are read: by the index of series all months of the year would be.
 */
const STOOD = `select s.unit_id, s.month, max(s.changed_at) as newest,
    string_agg(array_position($4, s.indicator_id) || ' ' || s.verdict || ' ' || s.fresh || ' ' || coalesce(s.reason, '') || case when s.month = $6 then
      E'\\t{"verdict":"' || s.verdict || '","light":"' || s.light || '","value":' || coalesce(s.value::text, 'null')
      || ',"points":' || coalesce(s.points::text, 'null') || ',"share":' || coalesce(s.share::text, 'null') || '}' else '' end, E'\\n') as stood
  from standing s where s.jurisdiction_id = $1 and s.year = $2 and s.month = any($3) and (s.indicator_id = any($4::uuid[])) is true and ($5::uuid[] is null or s.unit_id = any($5))
    and (s.month = $6 or s.verdict in ('behind', 'unknown') or not s.fresh) group by s.month, s.unit_id`

interface StoodRow {
  unitId: string
  month: number
  newest: Instant
  stood: string
}

/** The months that the honours of this one are judged by, and itself. */
export const markMonths = (month: number): number[] => [...new Set([...[3, 6, 9, 12].filter(m => m <= month), month])]

/** A board as JSON. */
async function makeBoard(tx: Tx, query: BoardQuery, today: Day): Promise<string> {
  const place = tx.context.jurisdiction
  const [{ year, months }, indicators, units, frames] = await Promise.all([
    monthsOf(tx, query.year, Number(today.slice(0, 4))),
    boardIndicators(tx),
    readUnits(tx),
    listFrames(tx),
  ])
  const month = query.month ?? months.at(-1) ?? null
  const picked = chosen(indicators, frames, query)
  const head = { year, month, months, asOf: null, frames }
  if (month === null) return boardJson({ ...head, newest: null, commitments: [] }, [], [], new Map())
  const asked = { indicators: picked.map(i => i.id), units: query.unit.length ? query.unit : null }
  const [rows, commitments] = await Promise.all([
    tx.rows<StoodRow>(STOOD, [place, year, markMonths(month), asked.indicators, asked.units, month]),
    boardCommitments(tx, { year, month, until: judgedBy(year, month, months, today) }, picked, asked.units),
  ])
  const stood = Map.groupBy(rows, row => row.unitId)
  const newest = rows
    .filter(r => r.month === month)
    .reduce<Instant | null>((last, r) => (last === null || r.newest > last ? r.newest : last), null)
  const named = new Set(query.unit)
  return boardJson(
    { ...head, newest, commitments },
    picked,
    [WHOLE_ROW, ...inTree(units)],
    new Map([...stood].map(([unitId, rows]) => [unitId, { named: named.has(unitId), ...readStood(rows) }])),
  )
}

function readStood(rows: StoodRow[]): Pick<UnitStood, 'marks' | 'cells'> {
  const marks: Mark[][] = []
  const cells: string[] = []
  for (const { month, stood } of rows)
    for (const line of stood.split('\n')) {
      const [gap, tab] = [line.indexOf(' '), line.indexOf('\t')]
      const at = Number(line.slice(0, gap)) - 1
      ;(marks[at] ??= [])[month] = markOf(line.slice(gap + 1, tab < 0 ? undefined : tab))
      if (tab >= 0) cells[at] = line.slice(tab + 1)
    }
  return { marks, cells }
}

/** There are few different ones and thousands of each: every text is read once. */
const read = new Map<string, Mark>()
function markOf(text: string): Mark {
  const known = read.get(text)
  if (known) return known
  const [verdict, fresh, reason] = text.split(' ')
  const mark = { verdict: verdict as Verdict, reason: (reason || null) as PaceReason | null, fresh: fresh === 'true' }
  read.set(text, mark)
  return mark
}

/** The day by which pledges are judged: the end of a month that is looked back at, and today by the newest data. */
export function judgedBy(year: number, month: number, months: number[], today: Day): Day {
  const end = makeDay(year, month, lastDayOf(year, month))!
  return month < (months.at(-1) ?? 0) && end < today ? end : today
}

/** Kept texts by jurisdiction, sight and question; each good while nothing that boards show has changed. */
const kept = new Map<string, { version: string; json: string }>()
/** Characters of all kept texts together; a full county's board has a quarter of a million. */
const MOST_KEPT = 16_000_000

const VERSION = `select (select sum(touched) from indicator where jurisdiction_id = $1) || '.' || coalesce((select n from board_stamp where jurisdiction_id = $1), 0) as version`

/** The board of now as JSON; of an earlier day it is boardpast.ts's. */
export async function boardText(tx: Tx, query: BoardQuery, today: Day): Promise<string> {
  const { jurisdiction, figures, unitIds } = tx.context
  const [row] = await tx.rows<{ version: string }>(VERSION, [jurisdiction])
  const key = JSON.stringify([jurisdiction, figures, figures === 'party' ? unitIds : null, today, query])
  const known = kept.get(key)
  if (known?.version === row!.version) return known.json
  const json = await makeBoard(tx, query, today)
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
