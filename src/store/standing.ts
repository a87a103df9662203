// Keeps standings and tallies current: what a write must lock and read first, and what it must write besides. The rules are core/standing.ts's.

import { addsUp } from '../core/hierarchy.ts'
import type { ReadingStatus, Target, Verdict } from '../core/indicator.ts'
import { WHOLE } from '../core/indicator.ts'
import { Book, type Figures, type Ruled, type Standing, seriesKey } from '../core/standing.ts'
import type { Instant, Light } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** An indicator of the family that a write touches. */
export interface Member extends Ruled {
  name: string
  sourceUnitId: string | null
  published: boolean
  retired: boolean
}

export interface TreeUnit {
  id: string
  name: string
  parentId: string | null
}

/** The reading of one month that holds. */
export interface Held {
  indicatorId: string
  unitId: string
  year: number
  month: number
  revision: number
  value: number | null
  status: ReadingStatus
  importId: string | null
  at: Instant
  byName: string
}

export interface HeldTarget extends Target {
  indicatorId: string
  unitId: string
  revision: number
  withdrawn: boolean
  why: string | null
  at: Instant
  byName: string
}

/** A standing as it was kept before the write. */
interface Kept {
  year: number
  month: number
  unitId: string
  indicatorId: string
  verdict: Verdict
  light: Light
}

/** Locked, and read after the lock: nobody else changes these indicators' figures until the transaction ends. */
export interface Ground {
  /** Every indicator that shares a total with those written. */
  family: Member[]
  units: TreeUnit[]
  readings: Held[]
  targets: HeldTarget[]
  kept: Kept[]
  /** Whose standings the write may change: those written and every total above them. */
  indicatorIds: string[]
  unitIds: string[]
  span: Span
  /** No standing of an earlier month changes. */
  fromMonth: number
}

const FAMILY = `with recursive up as (
    select i.id, i.parent_id from indicator i where i.jurisdiction_id = $1 and i.id = any($2)
    union select i.id, i.parent_id from indicator i join up on i.id = up.parent_id where i.jurisdiction_id = $1),
  down as (
    select up.id from up
    union select i.id from indicator i join down on i.parent_id = down.id where i.jurisdiction_id = $1)
  select i.id, i.name, i.kind, i.direction, i.basis, i.frequency, i.decimals, i.unit, i.combine, i.weight, i.parent_id, i.source_unit_id, i.published, i.retired
  from indicator i where i.jurisdiction_id = $1 and i.id in (select down.id from down) order by i.id for no key update`

const READINGS = `select distinct on (r.indicator_id, r.year, r.unit_id, r.month) r.indicator_id, r.year, r.unit_id, r.month, r.revision, r.value, r.status,
    r.import_id, r.at, r.by_name from reading r
  where r.jurisdiction_id = $1 and r.indicator_id = any($2) and r.year between $3 and $4 and ($5::uuid[] is null or r.unit_id = any($5))
  order by r.indicator_id, r.year, r.unit_id, r.month, r.revision desc`

export const HELD_TARGET = `t.indicator_id, t.year, t.unit_id, t.kind, t.revision, t.value, t.base, t.phasing::float8[] as phasing, t.due_on, t.withdrawn, t.why, t.at, t.by_name`
const TARGETS = `select distinct on (t.indicator_id, t.year, t.unit_id, t.kind) ${HELD_TARGET} from target t
  where t.jurisdiction_id = $1 and t.indicator_id = any($2) and t.year between $3 and $4 and ($5::uuid[] is null or t.unit_id = any($5))
  order by t.indicator_id, t.year, t.unit_id, t.kind, t.revision desc`

const KEPT = `select s.year, s.month, s.unit_id, s.indicator_id, s.verdict, s.light from standing s
  where s.jurisdiction_id = $1 and s.indicator_id = any($2) and s.unit_id = any($3) and s.year between $4 and $5 and s.month >= $6`

export interface Span {
  from: number
  to: number
}

export const readUnits = (tx: Tx): Promise<TreeUnit[]> =>
  tx.rows<TreeUnit>('select id, name, parent_id from unit where jurisdiction_id = $1 order by position', [tx.context.jurisdiction])

/** The figures of the indicators in the years and the one before; `units` null: every unit's. */
export async function readFigures(
  tx: Tx,
  ids: string[],
  { from, to }: Span,
  units: string[] | null,
): Promise<Pick<Ground, 'readings' | 'targets'>> {
  const values = [tx.context.jurisdiction, ids, from - 1, to, units]
  const [readings, targets] = await Promise.all([tx.rows<Held>(READINGS, values), tx.rows<HeldTarget>(TARGETS, values)])
  return { readings, targets }
}

/** One series that is written, from this month of the year on. */
export interface Touch {
  indicatorId: string
  unitId: string
  year: number
  month: number
}

/** Locks the indicators of the series with all that share a total with them, and reads what their standings are made of. */
export async function lockSeries(tx: Tx, touches: Touch[]): Promise<Ground> {
  const years = touches.map(t => t.year)
  // Next year's growth stands on this year's figures.
  const span = { from: Math.min(...years), to: Math.max(...years) + 1 }
  return lockGround(tx, [...new Set(touches.map(t => t.indicatorId))], span, touches)
}

/** `written` null: every unit's, all months. */
export async function lockGround(tx: Tx, ids: string[], span: Span, written: Touch[] | null): Promise<Ground> {
  const place = tx.context.jurisdiction
  const [, family, units] = await Promise.all([
    // Until the transaction ends: totals are made of figures that the writer may not all see, and nothing of them is answered.
    tx.rows(`select set_config('luoshi.keeping', 'on', true)`),
    tx.rows<Member>(FAMILY, [place, ids]),
    readUnits(tx),
  ])
  const parent = new Map(family.map(i => [i.id, i.parentId]))
  const above = new Map(units.map(u => [u.id, u.parentId]))
  const totals = family.some(i => i.combine !== null || addsUp(i))
  const indicatorIds = upFrom(
    ids.filter(id => parent.has(id)),
    parent,
  )
  const touched = [...new Set(written?.map(t => t.unitId))]
  const unitIds = !written ? [WHOLE, ...above.keys()] : totals ? [...new Set([WHOLE, ...upFrom(touched, above)])] : touched
  const all = family.map(i => i.id)
  const figures = await readFigures(tx, all, span, totals ? null : unitIds)
  const fromMonth = written ? earliest(written, figures) : 1
  const kept = await tx.rows<Kept>(KEPT, [place, indicatorIds, unitIds, span.from, span.to, fromMonth])
  return { family, units, ...figures, kept, indicatorIds, unitIds, span, fromMonth }
}

/** A series that is new in its year was lacking in the totals of all its months; last December is looked at from every month of the next year. */
function earliest(written: Touch[], { readings, targets }: Pick<Ground, 'readings' | 'targets'>): number {
  const known = new Set<string>()
  for (const r of readings) if (r.value !== null) known.add(seriesKey(r.indicatorId, r.unitId, r.year))
  for (const t of targets) if (t.kind === 'target' && !t.withdrawn) known.add(seriesKey(t.indicatorId, t.unitId, t.year))
  const all = written.some(t => t.month === 12 || !known.has(seriesKey(t.indicatorId, t.unitId, t.year)))
  return all ? 1 : written.reduce((least, t) => Math.min(least, t.month), 12)
}

/** These and all above them. */
function upFrom(ids: string[], above: Map<string, string | null>): string[] {
  const found = new Set<string>()
  for (const id of ids) for (let at: string | null = id; at && !found.has(at); at = above.get(at) ?? null) found.add(at)
  return [...found]
}

export function bookOf({ family, units, readings, targets }: Pick<Ground, 'units' | 'readings' | 'targets'> & { family: Ruled[] }): Book {
  const figures = new Map<string, Figures>()
  const at = (indicatorId: string, unitId: string, year: number): Figures => {
    const key = seriesKey(indicatorId, unitId, year)
    const found = figures.get(key) ?? { target: null, values: Array(12).fill(null), statuses: Array(12).fill(null) }
    figures.set(key, found)
    return found
  }
  for (const r of readings) {
    if (r.value === null) continue
    const series = at(r.indicatorId, r.unitId, r.year)
    series.values[r.month - 1] = r.value
    series.statuses[r.month - 1] = r.status
  }
  for (const t of targets) if (t.kind === 'target' && !t.withdrawn) at(t.indicatorId, t.unitId, t.year).target = t
  return new Book(family, units, figures)
}

/** A StandingView of the contract as JSON from its third member on: the ids are columns. */
export const shownOf = ({ fresh: _, ...s }: Standing): string => `,${JSON.stringify(s).slice(1)}`

/** What has to be written so that the standings are those of `after`. */
export function standingWrites(
  place: string,
  now: Instant,
  before: Ground,
  after: Partial<Pick<Ground, 'family' | 'readings' | 'targets'>>,
): Write[] {
  const book = bookOf({ ...before, ...after })
  const kept = new Map(before.kept.map(k => [`${seriesKey(k.indicatorId, k.unitId, k.year)} ${k.month}`, k]))
  const months = Array.from({ length: 13 - before.fromMonth }, (_, at) => before.fromMonth + at)
  const changed: (Kept & { reason: string | null; fresh: boolean; shown: string })[] = []
  const moves: { from: Kept | null; to: Kept | null }[] = []
  for (const indicatorId of before.indicatorIds)
    for (const unitId of before.unitIds)
      for (let year = before.span.from; year <= before.span.to; year++) {
        const standings = book.standings(indicatorId, unitId, year, months)
        for (const [month, standing] of standings ?? []) {
          const key = `${seriesKey(indicatorId, unitId, year)} ${month}`
          const was = kept.get(key) ?? null
          kept.delete(key)
          const { verdict, light, reason, fresh } = standing
          const row = { year, month, unitId, indicatorId, verdict, light, reason, fresh, shown: shownOf(standing) }
          changed.push(row)
          moves.push({ from: was, to: row })
        }
      }
  const gone = [...kept.values()]
  moves.push(...gone.map(from => ({ from, to: null })))
  const writes: Write[] = []
  if (changed.length) {
    const columns = columnsOf(changed, ['year', 'month', 'unitId', 'indicatorId', 'verdict', 'light', 'reason', 'fresh', 'shown'])
    writes.push([UPSERT, [place, ...columns, now]])
  }
  if (gone.length) writes.push([REMOVE, [place, ...columnsOf(gone, ['year', 'month', 'unitId', 'indicatorId'])]])
  return [...writes, ...tallyWrites(place, moves)]
}

const columnsOf = <Row extends object>(rows: Row[], keys: (keyof Row)[]): unknown[][] => keys.map(key => rows.map(row => row[key]))

const UPSERT = `insert into standing (jurisdiction_id, year, month, unit_id, indicator_id, verdict, light, reason, fresh, shown, changed_at)
  select $1, s.*, $11 from unnest($2::int[], $3::int[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[]) s
  on conflict (jurisdiction_id, year, month, unit_id, indicator_id)
  do update set verdict = excluded.verdict, light = excluded.light, reason = excluded.reason, fresh = excluded.fresh,
    shown = excluded.shown, changed_at = excluded.changed_at
  where standing.shown <> excluded.shown or standing.fresh <> excluded.fresh`
const REMOVE = `delete from standing s using unnest($2::int[], $3::int[], $4::uuid[], $5::uuid[]) as g (year, month, unit_id, indicator_id)
  where s.jurisdiction_id = $1 and s.year = g.year and s.month = g.month and s.unit_id = g.unit_id and s.indicator_id = g.indicator_id`
const TALLY = `insert into standing_tally (jurisdiction_id, year, month, unit_id, verdict, light, n)
  select $1, * from unnest($2::int[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[])
  on conflict (jurisdiction_id, year, month, unit_id, verdict, light) do update set n = standing_tally.n + excluded.n`

/** In one order for all writers, so that none waits in a ring. */
function tallyWrites(place: string, moves: { from: Kept | null; to: Kept | null }[]): Write[] {
  const sums = new Map<string, { at: Kept; n: number }>()
  const add = (at: Kept | null, n: number) => {
    if (!at) return
    const key = [at.year, 10 + at.month, at.unitId, at.verdict, at.light].join(' ')
    sums.set(key, { at, n: (sums.get(key)?.n ?? 0) + n })
  }
  for (const { from, to } of moves) {
    add(from, -1)
    add(to, 1)
  }
  const rows = [...sums]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { at, n }]) => ({ ...at, n }))
  return rows.length ? [[TALLY, [place, ...columnsOf(rows, ['year', 'month', 'unitId', 'verdict', 'light', 'n'])]]] : []
}

/** Boards kept in memory are old from now on. */
export const touched = (place: string, ids: string[]): Write => [
  'update indicator set touched = touched + 1 where jurisdiction_id = $1 and id = any($2)',
  [place, [...new Set(ids)]],
]
