// Parts made below a whole: broken down to units, or prescribed to many, each registered and dispatched in the same stroke.
import { randomUUID } from 'node:crypto'
import type { PartDraft, PartsCommand } from '../../core/contract/cascade.ts'
import { dayOf } from '../../core/day.ts'
import { decide } from '../../core/decide.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { Entry } from '../audit.ts'
import { type Move, shownPart } from '../whole.ts'
import type { Done, Moment, Write } from '../write.ts'
import { saveItem } from './item.ts'
import { asPart, dueFault, hang, type State, saved, type Told } from './wholesave.ts'

/** Registers and dispatches a part for each draft. */
export function made(
  state: State,
  drafts: { draft: PartDraft; action: string | null }[],
  told: Told,
  first: Write[],
  allowLater: boolean,
  moment: Moment,
): Done<{ id: string; version: number }> | Refusal {
  const { item: whole } = state
  const more: { writes: Write[]; moves: Move[]; entries: Entry[] } = { writes: [...first], moves: [], entries: [] }
  const parts = [...state.parts]
  for (const [at, { draft, action }] of drafts.entries()) {
    const late = dueFault(draft.dueOn, whole, allowLater, moment.now, at)
    if (late) return late
    const { weight, ...rest } = draft
    const fields = { ...rest, topic: whole.topic, urgency: whole.urgency, coUnitIds: [] }
    const ids = { ...moment, book: state.book, id: randomUUID(), number: state.numbers[at]! }
    const registered = decide(null, { command: 'register', draft: fields, source: whole.source }, ids)
    if (isRefusal(registered)) return { ...registered, facts: { ...registered.facts, index: at } }
    const sent = decide(registered.next, { command: 'dispatch', clock: whole.clock?.key ?? null }, ids)
    if (isRefusal(sent)) return sent
    const events = [...registered.events.map(event => ({ event, version: 1 })), ...sent.events.map(event => ({ event, version: 2 }))]
    const child = saveItem(sent.next, null, events, { ...moment, byUnit: state.byUnit, book: state.book })
    const shown = shownPart(child.next, child.lit, dayOf(moment.now))
    more.writes.push(...child.writes, hang(shown, whole, { position: parts.length, weight, actionId: action, selfChosen: false }))
    more.moves.push({ from: null, to: child.counted })
    more.entries.push(...child.entries)
    parts.push({ ...asPart(shown, weight), actionId: action })
  }
  return saved(state, parts, told, more, moment)
}

export function prescribed(state: State, command: Extract<PartsCommand, { command: 'prescribe' }>, moment: Moment) {
  const { item: whole } = state
  const actions = command.actions.map(action => ({ ...action, id: randomUUID() }))
  const writes = actions.map(
    (action): Write => [
      `insert into item_action (jurisdiction_id, whole_id, id, position, title, due_on)
     select $1, $2, $3, coalesce(max(position), -1) + 1, $4, $5 from item_action where jurisdiction_id = $1 and whole_id = $2`,
      [whole.jurisdiction, whole.id, action.id, action.title, action.dueOn],
    ],
  )
  const drafts = actions.flatMap(action =>
    [...new Set(command.unitIds)].map(leadUnitId => ({
      draft: { leadUnitId, title: action.title, dueOn: action.dueOn ?? whole.dueOn, measure: null, weight: 1 },
      action: action.id,
    })),
  )
  const facts = { n: actions.length, unitIds: command.unitIds, actions: actions.map(action => action.title) }
  return made(state, drafts, { kind: 'prescribe', facts }, writes, command.allowLater, moment)
}
