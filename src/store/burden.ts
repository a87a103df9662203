// What units are asked by month, kept current by every write of a request; budgets; and the check that the counts are right.
import { type Asking, askingOf, chargesMoved, type Month } from '../core/burden.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Fields } from '../core/kind.ts'
import type { Day } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** 2026-03 ↔ 2026-03-01 */
export const firstOf = (month: Month): Day => `${month}-01`

const KEEP = `select set_config('luoshi.keeping', 'on', true)`
const ADD = `insert into burden_tally (jurisdiction_id, unit_id, month, minutes, requests, saved)
  select $1, r.* from unnest($2::uuid[], $3::date[], $4::numeric[], $5::int[], $6::numeric[]) r
  on conflict (jurisdiction_id, unit_id, month) do update set minutes = burden_tally.minutes + excluded.minutes,
    requests = burden_tally.requests + excluded.requests, saved = burden_tally.saved + excluded.saved`

/** What a change of one request does to the counts of the units that it asks; nothing while it is not out. */
export function burdenWrites(jurisdiction: string, before: Asking | null, after: Asking | null): Write[] {
  const moved = chargesMoved(before, after)
  if (!moved.length) return []
  const values = [
    jurisdiction,
    moved.map(m => m.unitId),
    moved.map(m => firstOf(m.month)),
    moved.map(m => m.minutes),
    moved.map(m => m.requests),
    moved.map(m => m.saved),
  ]
  return [
    [KEEP, []],
    [ADD, values],
  ]
}

/** Minutes that the units are asked, by unit and month. */
export async function askedOf(tx: Tx, unitIds: readonly string[]): Promise<(unitId: string, month: Month) => number> {
  const rows = await tx.rows<{ unitId: string; month: Day; minutes: number }>('select * from burden_asked($1)', [unitIds])
  const by = new Map(rows.map(r => [`${r.unitId} ${r.month.slice(0, 7)}`, r.minutes]))
  return (unitId, month) => by.get(`${unitId} ${month}`) ?? 0
}

interface Budget {
  /** WHOLE: every unit without one of its own. */
  unitId: string
  from: Month
  minutes: number
  why: string | null
  by: string
  at: string
}

/** Eight hours of one month: a working day (product choice). */
const BUDGET_MINUTES = 480

export async function budgetsOf(tx: Tx): Promise<Budget[]> {
  const rows = await tx.rows<Omit<Budget, 'from'> & { fromMonth: Day }>(
    `select distinct on (unit_id, from_month) unit_id, from_month, minutes, why, by_name as by, at from burden_budget
     where jurisdiction_id = $1 order by unit_id, from_month desc, revision desc`,
    [tx.context.jurisdiction],
  )
  return rows.map(({ fromMonth, ...row }) => ({ ...row, from: fromMonth.slice(0, 7) }))
}

/** The unit's own, else that of all units, else the shipped one; the newest that has begun by the month. */
export const budgetIn =
  (budgets: readonly Budget[]) =>
  (unitId: string, month: Month): number => {
    const of = (id: string) => budgets.filter(b => b.unitId === id && b.from <= month).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    return (of(unitId) ?? of(WHOLE))?.minutes ?? BUDGET_MINUTES
  }

/** Where the kept counts differ from what the requests say: empty when all is well. */
export async function burdenFaults(tx: Tx): Promise<{ unitId: string; month: Month }[]> {
  const place = tx.context.jurisdiction
  const [kept, requests] = await Promise.all([
    tx.rows<{ unitId: string; month: Day; minutes: number; requests: number; saved: number }>(
      'select unit_id, month, minutes, requests, saved from burden_tally where jurisdiction_id = $1',
      [place],
    ),
    tx.rows<{ stage: string; stageOn: Day; unitIds: string[]; fields: Fields }>(
      `select i.stage, i.stage_on, i.co_unit_ids as unit_ids, d.fields from item i
       join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id where i.jurisdiction_id = $1 and i.kind = 'request'`,
      [place],
    ),
  ])
  const sums = new Map<string, [number, number, number]>()
  const add = (unitId: string, month: Month, by: readonly [number, number, number], sign: 1 | -1) => {
    const was = sums.get(`${unitId} ${month}`) ?? [0, 0, 0]
    sums.set(`${unitId} ${month}`, [was[0] + sign * by[0], was[1] + sign * by[1], was[2] + sign * by[2]])
  }
  for (const r of kept) add(r.unitId, r.month.slice(0, 7), [r.minutes, r.requests, r.saved], 1)
  for (const { fields, ...at } of requests)
    for (const m of chargesMoved(null, askingOf(at, fields))) add(m.unitId, m.month, [m.minutes, m.requests, m.saved], -1)
  return [...sums].filter(([, sum]) => sum.some(n => n !== 0)).map(([key]) => ({ unitId: key.slice(0, 36), month: key.slice(37) }))
}
