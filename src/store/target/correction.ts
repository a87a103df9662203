// A reading's corrections as a target of `act`: added one by one, each with who and when; the reader's own words are never written over, and drafts follow.
import { may } from '../../core/access.ts'
import { type Correctable, type Correction, correctionFault, nextIndex, wholeEntry } from '../../core/correction.ts'
import { DRAFTED, type Held, redraft } from '../../core/redraft.ts'
import { refuse } from '../../core/refusal.ts'
import type { Unit } from '../../core/types.ts'
import type { Reading, Span } from '../../reader/reading.ts'
import { correctionsOf } from '../document.ts'
import { unitsForRules } from '../unit.ts'
import type { Kind, Write } from '../write.ts'
import { insertDraft } from './draft.ts'

interface CorrectionTarget {
  documentId: string
}

export interface CorrectionCommand {
  command: 'correct'
  of: Correctable
  /** null adds an entry. */
  index: number | null
  value: Correction['value']
}

interface State {
  reading: Reading
  text: string
  made: Correction[]
  /** Null where no drafts follow: after dispatch, or when nothing that they are made from changes. */
  drafts: { held: Held[]; units: Unit[]; place: string } | null
}

const HELD = `select index, chosen, title, topic, lead_unit_id, co_unit_ids, due_on, measure, item_id from draft
  where jurisdiction_id = $1 and document_id = $2 order by index for update`

export const correction: Kind<CorrectionTarget, CorrectionCommand, State, { index: number }> = {
  async load(tx, { documentId }, { of }, { actor }) {
    if (!may(actor, 'document.write')) return refuse('not-allowed', { action: 'document.write' })
    const [[found], made] = await Promise.all([
      tx.rows<{ reading: Reading; text: string; state: string }>(
        'select reading, text, state from document where jurisdiction_id = $1 and id = $2 for update',
        [actor.jurisdiction, documentId],
      ),
      correctionsOf(tx, documentId),
    ])
    if (!found) return refuse('not-found')
    const { reading, text } = found
    if (found.state !== 'read' || !DRAFTED.includes(of)) return { reading, text, made, drafts: null }
    const [held, units, [home]] = await Promise.all([
      tx.rows<Held>(HELD, [actor.jurisdiction, documentId]),
      unitsForRules(tx),
      tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [actor.jurisdiction]),
    ])
    return { reading, text, made, drafts: { held, units, place: home?.place ?? '' } }
  },

  decide({ reading, text, made, drafts }, { documentId }, { of, index, value }, { actor, now }) {
    const fault = correctionFault(reading, made, { of, index, value })
    if (fault) return refuse('invalid', fault)
    const at = index ?? nextIndex(reading, made, of)
    // What a person added has no reader's words to lie over, so each of its corrections says all of it.
    const added =
      index === null ? wholeEntry(of, value!) : value && at >= reading[of].length ? { ...lastOf(made, of, at), ...value } : value
    const follows = drafts ? redraft(drafts.held, made, { of, index: at, value: added }, { reading, text, ...drafts }) : []
    return {
      value: { index: at },
      writes: [
        [
          'insert into correction (jurisdiction_id, document_id, seq, of, index, value, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
          [
            actor.jurisdiction,
            documentId,
            made.length + 1,
            of,
            at,
            added === null ? null : JSON.stringify(added),
            actor.personId,
            actor.name,
            now,
          ],
        ],
        ...follows.map(
          ({ index, fresh, changes }): Write =>
            fresh
              ? insertDraft(actor.jurisdiction, documentId, fresh, added!.span as Span, text)
              : updateDraft(actor.jurisdiction, documentId, { ...drafts!.held.find(d => d.index === index)!, ...changes }),
        ),
      ],
      entries: [
        {
          action: 'reading.correct',
          target: `document:${documentId}`,
          summary: `${of}:${at + 1}`,
          body: JSON.stringify({ of, index: at, fields: value && Object.keys(value) }),
        },
      ],
    }
  },
}

const updateDraft = (jurisdiction: string, documentId: string, d: Held): Write => [
  `update draft set version = version + 1, chosen = $4, title = $5, topic = $6, lead_unit_id = $7, co_unit_ids = $8, due_on = $9, measure = $10
   where jurisdiction_id = $1 and document_id = $2 and index = $3`,
  [jurisdiction, documentId, d.index, d.chosen, d.title, d.topic, d.leadUnitId, d.coUnitIds, d.dueOn, d.measure],
]

const lastOf = (made: Correction[], of: Correctable, index: number): Correction['value'] =>
  made.findLast(c => c.of === of && c.index === index && c.value !== null)?.value ?? null
