// What a write of figures locks and reads before it decides: the indicators that share totals, their figures, and how they were kept to stand.
import { addsUp } from '../core/hierarchy.ts'
import { type ReadingStatus, type Target, type Verdict, WHOLE } from '../core/indicator.ts'
import { type Ruled, seriesKey } from '../core/standing.ts'
import type { Instant, Light } from '../core/types.ts'
import type { Tx } from './tx.ts'

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
export interface Kept {
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
  tx.rows<TreeUnit>('select id, name, parent_id from unit where jurisdiction_id = $1 order by position, id', [tx.context.jurisdiction])

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

/** Until the transaction ends: totals are made of figures that the writer may not all see, and nothing of them is answered. */
const KEEP = `select set_config('luoshi.keeping', 'on', true)`

/** `written` null: every unit's, all months. */
export async function lockGround(tx: Tx, ids: string[], span: Span, written: Touch[] | null): Promise<Ground> {
  const place = tx.context.jurisdiction
  // A part that another hung here while this waited for the lock is seen only by a statement that begins after it.
  const [, , family, units] = await Promise.all([
    tx.rows(KEEP),
    tx.rows(FAMILY, [place, ids]),
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

/** Everything there is, for what changes every total: the tree of units. null: there are no figures. */
export async function lockAll(tx: Tx): Promise<Ground | null> {
  const place = tx.context.jurisdiction
  const [, ids, [years]] = await Promise.all([
    tx.rows(KEEP),
    tx.rows<{ id: string }>('select id from indicator where jurisdiction_id = $1', [place]),
    tx.rows<{ from: number | null; to: number }>('select min(year) as from, max(year) as to from standing where jurisdiction_id = $1', [
      place,
    ]),
  ])
  if (!years || years.from === null) return null
  return lockGround(
    tx,
    ids.map(i => i.id),
    { from: years.from, to: years.to },
    null,
  )
}
