// Keys of intended writes: the same key again gives the first result and carries nothing out, however often a bad line repeats it.
import { createHash } from 'node:crypto'
import { refuse } from '../core/refusal.ts'
import type { Instant } from '../core/types.ts'
import type { Database } from './db.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

export interface Once {
  key: string
  /** Of the target and the command: a key stands for one write only. */
  digest: string
}

export const onceOf = (key: string | null, target: unknown, command: unknown): Once | null =>
  key === null
    ? null
    : {
        key,
        digest: createHash('sha256')
          .update(JSON.stringify([target, command]))
          .digest('base64url'),
      }

/** The first write of a transaction: a twin of it waits here, and then fails. */
export const keepResult = (tx: Tx, once: Once, result: unknown, now: Instant): Write => [
  'insert into once (jurisdiction_id, person_id, key, digest, result, at) values ($1, $2, $3, $4, $5, $6)',
  [tx.context.jurisdiction, tx.context.personId, once.key, once.digest, JSON.stringify(result), now],
]

/** The result of the first time, `invalid` when the key was used for another command, null when it is new. */
export async function firstResult(tx: Tx, once: Once): Promise<unknown> {
  const [row] = await tx.rows<{ digest: string; result: unknown }>(
    'select digest, result from once where jurisdiction_id = $1 and person_id = $2 and key = $3',
    [tx.context.jurisdiction, tx.context.personId, once.key],
  )
  if (!row) return null
  return row.digest === once.digest ? row.result : refuse('invalid', { field: 'Idempotency-Key', rule: 'used-for-another' })
}

/** Days after which nobody sends the same write again (product choice). */
const KEPT_DAYS = 7

/** Forgets old keys of all jurisdictions; a daily job. Returns how many. */
export async function forgetKeys(db: Pick<Database, 'pool'>, now = Date.now()): Promise<number> {
  const before = new Date(now - KEPT_DAYS * 86_400_000).toISOString()
  const { rows } = await db.pool.query<{ forgotten: number }>('select forget_keys($1) as forgotten', [before])
  return rows[0]!.forgotten
}
