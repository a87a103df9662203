// Items of the other kinds than matters in which words stand: one statement. The ledger itself looks for matters.
import type { FoundItem, FoundList } from '../core/contract/item.ts'
import { LEDGER_KINDS } from '../core/kind.ts'
import type { Tx } from './tx.ts'

const MOST_FOUND = 30

export async function searchLedgers(tx: Tx, q: string): Promise<FoundList> {
  const values: unknown[] = [tx.context.jurisdiction, LEDGER_KINDS]
  const has = q
    .split(/\s+/)
    .filter(Boolean)
    .map(word => `i.id = any(array(select found_items($1, $${values.push(word)})))`)
  const rows = await tx.rows<FoundItem & { found: number }>(
    `select i.id, i.kind, i.number, i.title, i.light, i.reason, i.state, i.stage, count(*) over ()::int as found from item i
     where ${['i.jurisdiction_id = $1', `i.kind <> 'matter'`, ...has].join(' and ')}
     order by array_position($2::text[], i.kind), i.number desc nulls last, i.id limit ${MOST_FOUND}`,
    values,
  )
  return { items: rows.map(({ found: _, ...item }) => item), total: rows[0]?.found ?? 0 }
}
