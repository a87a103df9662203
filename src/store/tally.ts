// The counts of items by lead unit, state and light: kept current by every write, never counted anew except to check them.
import type { Light, State } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** An item's place in the tally. Items without a lead unit are counted under the nil id. */
export interface Counted {
  unitId: string | null
  state: State
  light: Light
  overdue: boolean
  percent: number
}

export const NO_UNIT = '00000000-0000-0000-0000-000000000000'

const ADD = `insert into tally (jurisdiction_id, unit_id, state, light, overdue, items, percent_sum) 
  values ($1, $2, $3, $4, $5, $6, (select sum(p) from unnest($7::numeric[]) p))
  on conflict (jurisdiction_id, unit_id, state, light, overdue)
  do update set items = tally.items + excluded.items, percent_sum = tally.percent_sum + excluded.percent_sum`

/** The changes that moving items from one place to another makes, in one order for all writers so that none waits in a ring. */
export function tallyWrites(jurisdiction: string, moves: { from: Counted | null; to: Counted | null }[]): Write[] {
  const sums = new Map<string, { at: Counted; items: number; percents: number[] }>()
  const add = (at: Counted | null, sign: 1 | -1) => {
    if (!at) return
    const key = `${at.unitId ?? NO_UNIT} ${at.state} ${at.light} ${at.overdue}`
    const sum = sums.get(key) ?? { at, items: 0, percents: [] }
    sums.set(key, { at, items: sum.items + sign, percents: [...sum.percents, sign * at.percent] })
  }
  for (const { from, to } of moves) {
    add(from, -1)
    add(to, 1)
  }
  return (
    [...sums.entries()]
      .filter(([, sum]) => sum.items !== 0 || sum.percents.reduce((a, b) => a + b, 0) !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // Summed by the database, exactly: 33.3 − 33.1 is 0.19999999999999574 in floats.
      .map(([, { at, items, percents }]) => [ADD, [jurisdiction, at.unitId ?? NO_UNIT, at.state, at.light, at.overdue, items, percents]])
  )
}

/** Where the kept counts differ from counting the items: empty when all is well. */
export async function tallyFaults(
  tx: Tx,
): Promise<{ unitId: string; state: State; light: Light; overdue: boolean; items: number; counted: number }[]> {
  return tx.rows(
    `select unit_id, state, light, overdue, coalesce(t.items, 0) as items, coalesce(c.items, 0) as counted
     from (select unit_id, state, light, overdue, items, percent_sum from tally where jurisdiction_id = $1) t
     full join (select coalesce(lead_unit_id, $2) as unit_id, state, light, overdue, count(*) as items, sum(percent) as percent_sum
                from item where jurisdiction_id = $1 group by 1, 2, 3, 4) c using (unit_id, state, light, overdue)
     where coalesce(t.items, 0) <> coalesce(c.items, 0) or coalesce(t.percent_sum, 0) <> coalesce(c.percent_sum, 0)
     order by 1, 2, 3, 4`,
    [tx.context.jurisdiction, NO_UNIT],
  )
}
