// An answer sheet as a target of `act`: issued once for the same facts, then frozen.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { SheetFacts } from '../../core/answersheet.ts'
import type { Gongwen } from '../../core/gongwen.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind } from '../write.ts'

export type SheetTarget = Record<never, never>

export interface SheetCommand {
  command: 'issue'
  facts: SheetFacts
  gongwen: Gongwen
  docx: Uint8Array
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/** Of the facts: the same facts give the same sheet. */
export const digestOfFacts = (facts: SheetFacts): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

export const sheet: Kind<SheetTarget, SheetCommand, { id: string | null }, { id: string }> = {
  async load(tx, _target, { facts }, { actor }) {
    if (!may(actor, 'sheet.issue')) return refuse('not-allowed', { action: 'sheet.issue' })
    // Two who issue the same at once issue one.
    await tx.rows(LOCK, [`sheet ${tx.context.jurisdiction}`])
    const [same] = await tx.rows<{ id: string }>('select id from sheet where jurisdiction_id = $1 and digest = $2', [
      tx.context.jurisdiction,
      digestOfFacts(facts),
    ])
    return { id: same?.id ?? null }
  },

  decide({ id: same }, _target, { facts, gongwen, docx }, { actor, now }) {
    const id = same ?? randomUUID()
    const digest = digestOfFacts(facts)
    const sha256 = createHash('sha256').update(docx).digest('hex')
    return {
      value: { id },
      writes: same
        ? []
        : [
            [
              `insert into sheet (jurisdiction_id, id, kind, year, as_of, title, digest, facts, gongwen, docx, sha256, by_id, by_name, at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
              [
                actor.jurisdiction,
                id,
                facts.kind,
                facts.year,
                facts.asOf,
                gongwen.title,
                digest,
                JSON.stringify(facts),
                JSON.stringify(gongwen),
                Buffer.from(docx),
                sha256,
                actor.personId,
                actor.name,
                now,
              ],
            ],
          ],
      entries: [
        {
          action: same ? 'sheet.issue-again' : 'sheet.issue',
          target: `sheet:${id}`,
          summary: gongwen.title,
          body: JSON.stringify({ digest, sha256: same ? null : sha256 }),
        },
      ],
    }
  },
}
