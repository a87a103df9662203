// What an upper jurisdiction relayed, as a target of `act` of the lower one: taken in as a document of its own, to be registered and dispatched here.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Unit } from '../../core/types.ts'
import type { Reading } from '../../reader/reading.ts'
import { unitsForRules } from '../unit.ts'
import type { Kind } from '../write.ts'
import { type DocumentResult, takeIn } from './document.ts'

interface RelayTarget {
  id: string
}

interface RelayCommand {
  command: 'receive'
  name: string
  text: string
  reading: Reading
}

interface State {
  upper: string
  documentId: string | null
  units: Unit[]
  place: string
}

export const relay: Kind<RelayTarget, RelayCommand, State, DocumentResult> = {
  async load(tx, target, _command, { actor }) {
    if (!may(actor, 'relay.receive')) return refuse('not-allowed', { action: 'relay.receive' })
    const [[row], units, [home]] = await Promise.all([
      tx.rows<{ upper: string; documentId: string | null }>(
        `select jurisdiction_id as upper, document_id from relay where lower_id = $1 and id = $2 and recalled_at is null for no key update`,
        [actor.jurisdiction, target.id],
      ),
      unitsForRules(tx),
      tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [actor.jurisdiction]),
    ])
    return row ? { ...row, units, place: home?.place ?? '' } : refuse('not-found')
  },

  decide(state, target, { name, text, reading }, moment) {
    if (state.documentId) return refuse('already-received')
    const taken = takeIn(state, { command: 'take-in', name, text, reading }, moment)
    const record = {
      action: 'relay.receive',
      target: `relay:${target.id}`,
      summary: state.upper,
      body: JSON.stringify({ document: taken.value.id }),
    }
    return {
      value: taken.value,
      writes: [
        ...taken.writes,
        [
          'update relay set document_id = $3, received_at = $4 where jurisdiction_id = $1 and id = $2',
          [state.upper, target.id, taken.value.id, moment.now],
        ],
      ],
      entries: [...taken.entries, record],
    }
  },
}
