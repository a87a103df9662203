// The counts of matters by lead unit, state and light: kept current by every write, never counted anew except to check them.
import { type Outcome, outcomeOf } from '../core/rate.ts'
import type { Item, Light, State } from '../core/types.ts'
import { kindWrites } from './kindtally.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** An item's place in the tally. Items without a lead unit are counted under the nil id. */
export interface Counted extends Outcome, Pick<Item, 'kind' | 'stage' | 'sum'> {
  unitId: string | null
  state: State
  light: Light
  overdue: boolean
  percent: number
}

export const NO_UNIT = '00000000-0000-0000-0000-000000000000'

export const countedOf = (item: Item, light: Light, overdue: boolean): Counted => ({
  unitId: item.leadUnitId,
  state: item.state,
  light,
  overdue,
  percent: item.percent,
  kind: item.kind,
  stage: item.stage,
  sum: item.sum,
  ...outcomeOf(item),
})

const ADD = `insert into tally (jurisdiction_id, unit_id, state, light, overdue, items, percent_sum, closed, dated, on_time)
  values ($1, $2, $3, $4, $5, $6, (select sum(p) from unnest($7::numeric[]) p), $8, $9, $10)
  on conflict (jurisdiction_id, unit_id, state, light, overdue)
  do update set items = tally.items + excluded.items, percent_sum = tally.percent_sum + excluded.percent_sum, closed = tally.closed + excluded.closed,
    dated = tally.dated + excluded.dated, on_time = tally.on_time + excluded.on_time`

interface Sum {
  at: Counted
  items: number
  percents: number[]
  closed: number
  dated: number
  onTime: number
}

/** The changes that moving items from one place to another makes, in one order for all writers so that none waits in a ring. */
export function tallyWrites(jurisdiction: string, moves: { from: Counted | null; to: Counted | null }[]): Write[] {
  const sums = new Map<string, Sum>()
  const add = (at: Counted | null, sign: 1 | -1) => {
    // Of the other kinds there is a tally of their own: who asks for the open matters is not told of leads.
    if (at?.kind !== 'matter') return
    const key = `${at.unitId ?? NO_UNIT} ${at.state} ${at.light} ${at.overdue}`
    const sum = sums.get(key) ?? { at, items: 0, percents: [], closed: 0, dated: 0, onTime: 0 }
    sums.set(key, {
      at,
      items: sum.items + sign,
      percents: [...sum.percents, sign * at.percent],
      closed: sum.closed + sign * Number(at.closed),
      dated: sum.dated + sign * Number(at.dated),
      onTime: sum.onTime + sign * Number(at.onTime),
    })
  }
  for (const { from, to } of moves) {
    add(from, -1)
    add(to, 1)
  }
  const changes = ({ items, percents, closed, dated, onTime }: Sum): boolean =>
    [items, closed, dated, onTime, percents.reduce((a, b) => a + b, 0)].some(n => n !== 0)
  const matters = [...sums.entries()]
    .filter(([, sum]) => changes(sum))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // Summed by the database, exactly: 33.3 − 33.1 is 0.19999999999999574 in floats.
    .map(
      ([, { at, items, percents, closed, dated, onTime }]): Write => [
        ADD,
        [jurisdiction, at.unitId ?? NO_UNIT, at.state, at.light, at.overdue, items, percents, closed, dated, onTime],
      ],
    )
  return [...matters, ...kindWrites(jurisdiction, moves)]
}

/** Where the kept counts differ from counting the items: empty when all is well. */
export async function tallyFaults(
  tx: Tx,
): Promise<{ unitId: string; state: State; light: Light; overdue: boolean; items: number; counted: number }[]> {
  return tx.rows(
    `select unit_id, state, light, overdue, coalesce(t.items, 0) as items, coalesce(c.items, 0) as counted
     from (select unit_id, state, light, overdue, items, percent_sum, array[closed, dated, on_time] as ends from tally where jurisdiction_id = $1) t
     full join (select coalesce(lead_unit_id, $2) as unit_id, state, light, overdue, count(*) as items, sum(percent) as percent_sum,
                  array[count(*) filter (where closed_at is not null), count(*) filter (where closed_at is not null and due_on is not null),
                    count(*) filter (where closed_at is not null and (coalesce(submitted_at, closed_at) at time zone 'Asia/Shanghai')::date <= due_on)]::int[] as ends
                from item where jurisdiction_id = $1 and kind = 'matter' group by 1, 2, 3, 4) c using (unit_id, state, light, overdue)
     where coalesce(t.items, 0) <> coalesce(c.items, 0) or coalesce(t.percent_sum, 0) <> coalesce(c.percent_sum, 0)
       or coalesce(t.ends, '{0,0,0}') <> coalesce(c.ends, '{0,0,0}')
     order by 1, 2, 3, 4`,
    [tx.context.jurisdiction, NO_UNIT],
  )
}
