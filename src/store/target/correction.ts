// A reading's corrections as a target of `act`: added one by one, each with who and when; the reader's own words are never written over.
import { may } from '../../core/access.ts'
import { type Correctable, type Correction, correctionFault, nextIndex, wholeEntry } from '../../core/correction.ts'
import { refuse } from '../../core/refusal.ts'
import type { Reading } from '../../reader/reading.ts'
import { correctionsOf } from '../document.ts'
import type { Kind } from '../write.ts'

export interface CorrectionTarget {
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
  made: Correction[]
}

export const correction: Kind<CorrectionTarget, CorrectionCommand, State, { index: number }> = {
  async load(tx, { documentId }, _command, { actor }) {
    if (!may(actor, 'document.write')) return refuse('not-allowed', { action: 'document.write' })
    const [[found], made] = await Promise.all([
      tx.rows<{ reading: Reading }>('select reading from document where jurisdiction_id = $1 and id = $2 for update', [
        actor.jurisdiction,
        documentId,
      ]),
      correctionsOf(tx, documentId),
    ])
    return found ? { reading: found.reading, made } : refuse('not-found')
  },

  decide({ reading, made }, { documentId }, { of, index, value }, { actor, now }) {
    const fault = correctionFault(reading, made, { of, index, value })
    if (fault) return refuse('invalid', fault)
    const at = index ?? nextIndex(reading, made, of)
    // What a person added has no reader's words to lie over, so each of its corrections says all of it.
    const added =
      index === null ? wholeEntry(of, value!) : value && at >= reading[of].length ? { ...lastOf(made, of, at), ...value } : value
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
      ],
      entries: [
        {
          action: 'reading.correct',
          target: `document:${documentId}`,
          summary: `${of} ${at}`,
          body: JSON.stringify({ of, index: at, fields: value && Object.keys(value) }),
        },
      ],
    }
  },
}

const lastOf = (made: Correction[], of: Correctable, index: number): Correction['value'] =>
  made.findLast(c => c.of === of && c.index === index && c.value !== null)?.value ?? null
