// The counts and sums of items of other kinds than matters, by stage, light and currency: kept current by every write, as the tally is.
import type { Item, Light } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

type Placed = Pick<Item, 'kind' | 'stage' | 'sum'> & { light: Light }

const ADD = `insert into kind_tally (jurisdiction_id, kind, stage, light, currency, items, amount)
  values ($1, $2, $3, $4, $5, $6, (select sum(a) from unnest($7::numeric[]) a))
  on conflict (jurisdiction_id, kind, stage, light, currency)
  do update set items = kind_tally.items + excluded.items, amount = kind_tally.amount + excluded.amount`

/** What moving items from one place to another changes, in one order for all writers; nothing for matters. */
export function kindWrites(jurisdiction: string, moves: { from: Placed | null; to: Placed | null }[]): Write[] {
  const sums = new Map<string, { items: number; amounts: string[] }>()
  const add = (at: Placed | null, sign: 1 | -1) => {
    if (!at || at.kind === 'matter') return
    const key = [at.kind, at.stage, at.light, at.sum?.currency ?? ''].join(' ')
    const sum = sums.get(key) ?? { items: 0, amounts: [] }
    const amount = at.sum?.amount ?? '0'
    sums.set(key, { items: sum.items + sign, amounts: [...sum.amounts, sign < 0 ? `-${amount}` : amount] })
  }
  for (const { from, to } of moves) {
    add(from, -1)
    add(to, 1)
  }
  return [...sums.entries()]
    .filter(([, { items, amounts }]) => items !== 0 || new Set(amounts.map(a => a.replace('-', ''))).size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { items, amounts }]) => [ADD, [jurisdiction, ...key.split(' '), items, amounts]])
}

/** Where the kept counts differ from counting the items: empty when all is well. */
export const kindTallyFaults = (tx: Tx): Promise<{ kind: string; stage: string; light: Light; currency: string }[]> =>
  tx.rows(
    `select kind, stage, light, currency from (select * from kind_tally where jurisdiction_id = $1) t
     full join (select kind, stage, light, coalesce(sum_currency, '') as currency, count(*) as counted, coalesce(sum(sum_amount), 0) as summed
       from item where jurisdiction_id = $1 and kind <> 'matter' group by 1, 2, 3, 4) c using (kind, stage, light, currency)
     where coalesce(t.items, 0) <> coalesce(c.counted, 0) or coalesce(t.amount, 0) <> coalesce(c.summed, 0) order by 1, 2, 3, 4`,
    [tx.context.jurisdiction],
  )
