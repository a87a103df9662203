// Lights of items that hang together, when the day turns: each in a transaction of its own, from the deepest up, locked as every other writer locks.
import type { PoolClient } from 'pg'
import { isOverdue } from '../core/light.ts'
import type { Rulebook } from '../core/rules.ts'
import type { Day } from '../core/types.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf, updateItem } from './row.ts'
import { type Counted, countedOf } from './tally.ts'
import type { Tx } from './tx.ts'
import { carried, follow, partsOf, shownPart, wholesAbove } from './whole.ts'

const DEEPEST_FIRST = `with recursive below as (
    select i.id, 0 as depth from item i where i.jurisdiction_id = $1 and i.open and i.hangs
    union all select p.child_id, below.depth + 1 from below join item_part p on p.jurisdiction_id = $1 and p.parent_id = below.id where below.depth < 20
  ) select id, max(depth) as depth from below group by id order by 2 desc, 1`

const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue, i.reason, i.facts::text as said from item i
  where i.jurisdiction_id = $1 and i.id = $2 and i.open for no key update of i`
type Row = ItemColumns & Pick<Counted, 'light' | 'overdue'> & { reason: string; said: string }

/** Returns how many items changed. */
export async function relightTrees(client: PoolClient, tx: Tx, today: Day, book: Rulebook): Promise<number> {
  const ids = await tx.rows<{ id: string }>(DEEPEST_FIRST, [tx.context.jurisdiction])
  let changed = 0
  for (const { id } of ids) {
    await client.query('begin')
    if (await relightOne(tx, id, today, book)) changed++
    await client.query('commit')
  }
  return changed
}

async function relightOne(tx: Tx, id: string, today: Day, book: Rulebook): Promise<boolean> {
  const place = tx.context.jurisdiction
  const [row] = await tx.rows<Row>(LOCK, [place, id])
  if (!row) return false
  const { light: was, overdue, reason, said, ...columns } = row
  const item = itemOf(columns)
  const { next, lit } = follow(item, await partsOf(tx, place, id), today, book)
  const late = isOverdue(next, today)
  if (lit.light === was && lit.reason === reason && JSON.stringify(lit.facts) === said && late === overdue) return false
  const wholes = await wholesAbove(tx, { id, documentId: columns.documentId })
  const move = { from: countedOf(item, was, overdue), to: countedOf(next, lit.light, late) }
  const writes = [
    updateItem(item, next, lit, today),
    ...carried(wholes, [shownPart(next, lit, today)], [move], tx.context, `${today}T00:00:00+08:00`),
  ]
  for (const [text, values] of writes) await tx.rows(text, values)
  return true
}
