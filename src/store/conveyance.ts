// Which document conveys which: reads, with the readings as people corrected them. The comparing is core/relay.ts's.
import { corrected } from '../core/correction.ts'
import type { Day } from '../core/types.ts'
import type { Reading } from '../reader/reading.ts'
import { correctionsOf } from './document.ts'
import type { Tx } from './tx.ts'

export interface Compared {
  id: string
  title: string
  day: Day | null
  text: string
  reading: Reading
}

/** The document that this one conveys; null when nobody has said. */
export async function conveyedBy(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.rows<{ ofId: string }>('select of_id from conveyance where jurisdiction_id = $1 and document_id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row?.ofId ?? null
}

export async function getCompared(tx: Tx, id: string): Promise<Compared | null> {
  const [row] = await tx.rows<Compared>('select id, title, day, text, reading from document where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row ? { ...row, reading: corrected(row.reading, await correctionsOf(tx, id)) } : null
}

/** Longer ago, nobody conveys a document any more (product choice). */
const MOST_CANDIDATES = 60

/** What this document may convey: the newest others that are not later than it, by the sentences of their drafts. */
export const candidatesFor = (tx: Tx, id: string): Promise<{ id: string; title: string; day: Day | null; sentences: string[] }[]> =>
  tx.rows(
    `select d.id, d.title, d.day, (select coalesce(array_agg(f.sentence order by f.index), '{}') from draft f
        where f.jurisdiction_id = d.jurisdiction_id and f.document_id = d.id) as sentences
     from document d, document m where m.jurisdiction_id = $1 and m.id = $2 and d.jurisdiction_id = $1 and d.id <> m.id
       and (d.day is null or m.day is null or d.day <= m.day) and d.directives > 0
     order by d.created_at desc limit ${MOST_CANDIDATES}`,
    [tx.context.jurisdiction, id],
  )
