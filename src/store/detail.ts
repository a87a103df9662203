// The facts of an item's kind, beside the item: read under the item's lock, written with it.
import type { Fields } from '../core/kind.ts'
import type { Item } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

export async function fieldsOf(tx: Tx, id: string): Promise<Fields> {
  const [row] = await tx.rows<{ fields: Fields }>('select fields from item_detail where jurisdiction_id = $1 and item_id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row?.fields ?? {}
}

const ADD = 'insert into item_detail (jurisdiction_id, item_id, fields) values ($1, $2, $3)'
const CHANGE = 'update item_detail set fields = $3 where jurisdiction_id = $1 and item_id = $2'

/** Two texts: a unit that amends a fact may add no facts to what has none. */
export const detailWrite = (next: Item, fields: Fields, fresh: boolean): Write => [
  fresh ? ADD : CHANGE,
  [next.jurisdiction, next.id, JSON.stringify(fields)],
]
