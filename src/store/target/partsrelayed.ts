// A part carried out by lower jurisdictions: relayed to each of them, and a part of the whole until they answer.
import { randomUUID } from 'node:crypto'
import type { PartsCommand, PartView } from '../../core/contract/cascade.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Tx } from '../tx.ts'
import type { Done, Moment, Write } from '../write.ts'
import { dueFault, type State, saved } from './wholesave.ts'

export const lowerPlaces = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.rows('select id, name from jurisdiction where parent_id = $1 order by id', [tx.context.jurisdiction])

const RELAY = `insert into relay (jurisdiction_id, id, item_id, lower_id, upper_name, lower_name, position, weight, title, sentence, source_title, source_day, due_on,
    measure, sent_at, sent_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`

export function relayed(
  state: State,
  c: Extract<PartsCommand, { command: 'relay' }>,
  moment: Moment,
): Done<{ id: string; version: number }> | Refusal {
  const { item: whole } = state
  const late = dueFault(c.dueOn, whole, c.allowLater, moment.now, 0)
  if (late) return late
  const parts = [...state.parts]
  const writes: Write[] = []
  const names: string[] = []
  for (const to of new Set(c.to)) {
    const lower = state.lower.find(one => one.id === to)
    if (!lower) return refuse('not-lower', { to })
    const id = randomUUID()
    const { source } = whole
    writes.push([
      RELAY,
      [
        whole.jurisdiction,
        id,
        whole.id,
        to,
        state.here,
        lower.name,
        parts.length,
        c.weight,
        c.title,
        source?.sentence ?? c.title,
        source?.documentTitle ?? null,
        source?.documentDay ?? null,
        c.dueOn,
        c.measure,
        moment.now,
        moment.actor.name,
      ],
    ])
    names.push(lower.name)
    parts.push({
      ...{
        kind: 'relay',
        id,
        number: null,
        title: c.title,
        unitId: null,
        unit: lower.name,
        weight: c.weight,
        percent: 0,
        state: 'registered',
      },
      ...{ light: 'grey', reason: 'not-dispatched', facts: {}, overdue: false, dueOn: c.dueOn, measure: c.measure, actionId: null },
      ...{ selfChosen: false, received: false, words: null, visible: false },
    } as PartView)
  }
  return saved(state, parts, { kind: 'relay', facts: { to: names, dueOn: c.dueOn } }, { writes, moves: [], entries: [] }, moment)
}
