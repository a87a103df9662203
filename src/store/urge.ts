// Urging many items at once: each is urged by itself through `act`, and those that cannot be are left out and named.
import type { UrgesResult } from '../core/contract/slip.ts'
import { isRefusal } from '../core/refusal.ts'
import type { Actor, Instant } from '../core/types.ts'
import { act } from './act.ts'
import { type Database, read } from './db.ts'

type Skipped = UrgesResult['skipped'][number]
const CODES: readonly Skipped['code'][] = ['urged-recently', 'wrong-state', 'not-allowed', 'not-found']

export async function urgeMany(
  db: Pick<Database, 'pool'>,
  actor: Actor,
  { itemIds, words }: { itemIds: string[]; words: string | null },
  key: string,
): Promise<UrgesResult> {
  const ids = [...new Set(itemIds)]
  const found = await read(db, actor, tx =>
    tx.rows<{ id: string; number: string | null; title: string; unit: string | null; urgedAt: Instant | null }>(
      `select i.id, i.number, i.title, u.name as unit, i.urged_at from item i
       left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id where i.jurisdiction_id = $1 and i.id = any($2)`,
      [tx.context.jurisdiction, ids],
    ),
  )
  const byId = new Map(found.map(item => [item.id, item]))
  const result: UrgesResult = { urged: [], skipped: [] }
  for (const id of ids) {
    const { urgedAt = null, ...named } = byId.get(id) ?? { id, number: null, title: '', unit: null }
    // The key of the whole, with the item: sent again after a lost answer, nobody is urged twice and the same are named.
    const done = await act(db, actor, { kind: 'item', id }, { command: 'urge', words }, { key: `${key}.${id}` })
    if (!isRefusal(done)) result.urged.push(named)
    else {
      const code = CODES.find(c => c === done.refused)
      if (!code) throw new Error(`an urge was refused for ${done.refused}`)
      result.skipped.push({ ...named, code, urgedAt })
    }
  }
  return result
}
