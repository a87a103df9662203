// The numbers of items: 2026-0012, one row of a year after the other without a gap; a number drawn in vain is given back.
import { dayOf } from '../core/day.ts'
import type { Instant } from '../core/types.ts'
import type { Tx } from './tx.ts'

export const numberOf = (year: number, n: number): string => `${year}-${String(n).padStart(4, '0')}`

/** Draws `count` numbers of the year in Beijing. The counter stays locked until the transaction ends. */
export async function drawNumbers(tx: Tx, now: Instant, count: number): Promise<string[]> {
  const year = Number(dayOf(now).slice(0, 4))
  const [row] = await tx.rows<{ last: number }>(
    `insert into counter (jurisdiction_id, year, last) values ($1, $2, $3)
     on conflict (jurisdiction_id, year) do update set last = counter.last + excluded.last returning last`,
    [tx.context.jurisdiction, year, count],
  )
  return Array.from({ length: count }, (_, at) => numberOf(year, row!.last - count + 1 + at))
}
