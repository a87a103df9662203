// A whole saved with its parts: what the parts' target holds while it decides, the row that hangs a part below its whole, and the whole's own event.
import type { Link, PartEvent } from '../../core/cascade.ts'
import type { ItemEvent } from '../../core/command.ts'
import type { PartView } from '../../core/contract/cascade.ts'
import { dayOf } from '../../core/day.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Day, Item } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import type { Counted } from '../tally.ts'
import { contextOf } from '../tx.ts'
import { carried, type Move, partValues, type Shown, shownPart, type Whole } from '../whole.ts'
import type { Done, Moment, Write } from '../write.ts'
import { saveItem } from './item.ts'

export interface Held {
  item: Item
  counted: Counted
}

export interface Locked extends Held {
  /** What it is a part of already. */
  of: string | null
  documentId: string | null
}

export interface State extends Held {
  parts: PartView[]
  wholes: Whole[]
  numbers: string[]
  byUnit: string | null
  /** The item that is added or taken out. */
  child: Locked | null
  childParts: PartView[]
  links: Link[]
  book: Rulebook
  lower: { id: string; name: string }[]
  here: string
}

export const dueFault = (dueOn: Day | null, whole: Item, allowLater: boolean, now: string, index: number): Refusal | null => {
  const today = dayOf(now)
  if (dueOn && dueOn < today) return refuse('due-in-past', { dueOn, today, index })
  return dueOn && whole.dueOn && dueOn > whole.dueOn && !allowLater ? refuse('due-after-whole', { dueOn, whole: whole.dueOn, index }) : null
}

const INSERT = `insert into item_part (jurisdiction_id, child_id, number, title, lead_unit_id, state, percent, light, reason, facts, overdue, due_on, measure,
    parent_id, parent_number, parent_title, position, weight, action_id, self_chosen)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`

/** The row that hangs a part below its whole. */
export const hang = (
  shown: Shown,
  whole: { jurisdiction: string; id: string; number: string | null; title: string },
  place: { position: number; weight: number; actionId: string | null; selfChosen: boolean },
): Write => [
  INSERT,
  [
    whole.jurisdiction,
    shown.id,
    ...partValues(shown),
    whole.id,
    whole.number,
    whole.title,
    place.position,
    place.weight,
    place.actionId,
    place.selfChosen,
  ],
]

export const asPart = (shown: Shown, weight: number): PartView => ({
  ...shown,
  kind: 'item',
  unitId: shown.leadUnitId,
  unit: null,
  weight,
  actionId: null,
  selfChosen: false,
  received: true,
  words: null,
  visible: true,
})

export interface Told {
  kind: PartEvent
  facts: ItemEvent['facts']
  words?: string | null
}

/** The whole with its new parts, its event, and everything above it. */
export function saved(
  state: State,
  parts: PartView[],
  told: Told,
  more: { writes: Write[]; moves: Move[]; entries: Entry[] },
  moment: Moment,
): Done<{ id: string; version: number }> {
  const before = state.item
  const hand = { ...moment, byUnit: state.byUnit, book: state.book }
  const version = before.version + 1
  const decided = { ...before, version }
  // What the parts make of it stands in the event: the history shows why the figure moved.
  const percent = saveItem(decided, before, [], hand, parts).next.percent
  const event: ItemEvent = { words: null, fileIds: [], ...told, facts: { ...told.facts, was: before.percent, percent } }
  const whole = saveItem(decided, before, [{ event, version }], hand, parts)
  const shown = shownPart(whole.next, whole.lit, dayOf(moment.now))
  return {
    value: { id: before.id, version },
    writes: [
      ...more.writes,
      ...whole.writes,
      ...carried(state.wholes, [shown], [...more.moves, { from: state.counted, to: whole.counted }], contextOf(moment.actor), moment.now),
    ],
    entries: [...whole.entries, ...more.entries] as [Entry, ...Entry[]],
  }
}
