// The draft of one directive as a target of `act`: corrected by an officer until it becomes an item.
import { may } from '../../core/access.ts'
import type { Draft } from '../../core/draft.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Day } from '../../core/types.ts'
import type { Topic } from '../../reader/reading.ts'
import { unknownUnit } from '../unit.ts'
import type { Kind, Write } from '../write.ts'

interface DraftTarget {
  documentId: string
  index: number
  /** The version the person saw. */
  seen: number
}

interface DraftCommand {
  command: 'correct'
  changes: Partial<{
    chosen: boolean
    title: string
    topic: Topic
    leadUnitId: string | null
    coUnitIds: string[]
    dueOn: Day | null
    measure: string | null
  }>
}

interface Found {
  version: number
  chosen: boolean
  title: string
  topic: Topic
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  measure: string | null
  editedBy: string | null
  itemId: string | null
}

export const draft: Kind<DraftTarget, DraftCommand, Found, { version: number }> = {
  async load(tx, target, command, { actor }) {
    if (!may(actor, 'document.write')) return refuse('not-allowed', { action: 'document.write' })
    const { leadUnitId, coUnitIds } = command.changes
    const [[found], bad] = await Promise.all([
      tx.rows<Found>(
        `select version, chosen, title, topic, lead_unit_id, co_unit_ids, due_on, measure, edited_by, item_id from draft
         where jurisdiction_id = $1 and document_id = $2 and index = $3 for update`,
        [actor.jurisdiction, target.documentId, target.index],
      ),
      unknownUnit(tx, [...(leadUnitId ? [leadUnitId] : []), ...(coUnitIds ?? [])]),
    ])
    return found ? (bad ?? found) : refuse('not-found')
  },

  decide(found, target, { changes }, { actor }) {
    const fault = faultOf(found, target.seen)
    if (fault) return fault
    const next = { ...found, ...changes }
    if (!next.title.trim()) return refuse('invalid', { field: 'title', rule: 'required' })
    if (next.leadUnitId && next.coUnitIds.includes(next.leadUnitId)) return refuse('lead-is-co', { unitId: next.leadUnitId })
    const version = found.version + 1
    return {
      value: { version },
      writes: [
        [
          `update draft set version = $4, chosen = $5, title = $6, topic = $7, lead_unit_id = $8, co_unit_ids = $9, due_on = $10, measure = $11, edited_by = $12
           where jurisdiction_id = $1 and document_id = $2 and index = $3`,
          [
            actor.jurisdiction,
            target.documentId,
            target.index,
            version,
            next.chosen,
            next.title,
            next.topic,
            next.leadUnitId,
            next.coUnitIds,
            next.dueOn,
            next.measure,
            actor.name,
          ],
        ],
      ],
      entries: [
        {
          action: 'draft.correct',
          target: `document:${target.documentId}`,
          summary: `draft:${target.index + 1}`,
          body: JSON.stringify({ index: target.index, version, fields: Object.keys(changes) }),
        },
      ],
    }
  },
}

const LONGEST_SENTENCE = 2000

/** A new draft; `span` is where its directive stands in the text. */
export const insertDraft = (jurisdiction: string, documentId: string, d: Draft, span: [number, number], text: string): Write => [
  `insert into draft (jurisdiction_id, document_id, index, version, chosen, slogan, title, topic, lead_unit_id, co_unit_ids, due_on, measure,
     suggestions, span, sentence) values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  [
    jurisdiction,
    documentId,
    d.index,
    d.chosen,
    d.slogan,
    d.title,
    d.topic,
    d.leadUnitId,
    d.coUnitIds,
    d.dueOn,
    d.measure,
    JSON.stringify(d.suggestions),
    span,
    sentenceOf(text, span),
  ],
]

/** The directive's words on one line; the span still leads to the exact place. */
const sentenceOf = (text: string, span: [number, number]): string =>
  text
    .slice(...span)
    .replace(/\s*\n\s*/g, '')
    .slice(0, LONGEST_SENTENCE)

function faultOf(found: Found, seen: number): Refusal | null {
  if (found.itemId) return refuse('already-dispatched', {})
  return found.version === seen ? null : refuse('stale-version', { seen, now: found.version, by: found.editedBy })
}
