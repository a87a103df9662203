// That one document conveys another, as a target of `act`: said by the office, and taken back.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind, Write } from '../write.ts'

interface ConveyanceTarget {
  documentId: string
}

/** `ofId` null: it conveys none. */
interface ConveyanceCommand {
  command: 'convey'
  ofId: string | null
}

export const conveyance: Kind<ConveyanceTarget, ConveyanceCommand, { number: string | null }, { id: string }> = {
  async load(tx, target, { ofId }, { actor }) {
    if (!may(actor, 'document.write')) return refuse('not-allowed', { action: 'document.write' })
    const ids = [...new Set([target.documentId, ...(ofId ? [ofId] : [])])]
    const rows = await tx.rows<{ id: string; number: string | null }>(
      'select id, number from document where jurisdiction_id = $1 and id = any($2) order by id for update',
      [actor.jurisdiction, ids],
    )
    return rows.length === ids.length ? { number: rows.find(row => row.id === ofId)?.number ?? null } : refuse('not-found')
  },

  decide({ number }, { documentId }, { ofId }, { actor, now }) {
    if (ofId === documentId) return refuse('invalid', { field: 'of', rule: 'itself' })
    const write: Write = ofId
      ? [
          `insert into conveyance (jurisdiction_id, document_id, of_id, by_name, at) values ($1, $2, $3, $4, $5)
           on conflict (jurisdiction_id, document_id) do update set of_id = excluded.of_id, by_name = excluded.by_name, at = excluded.at`,
          [actor.jurisdiction, documentId, ofId, actor.name, now],
        ]
      : ['delete from conveyance where jurisdiction_id = $1 and document_id = $2', [actor.jurisdiction, documentId]]
    const record = {
      action: 'document.convey',
      target: `document:${documentId}`,
      summary: number ?? '',
      body: JSON.stringify({ of: ofId }),
    }
    return { value: { id: documentId }, writes: [write], entries: [record] }
  },
}
