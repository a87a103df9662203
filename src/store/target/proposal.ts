// 自选动作: what a unit adds of its own to a prescribed programme, as a target of `act`. Proposed by the unit, taken in or declined by the office.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { ItemEvent } from '../../core/command.ts'
import { dayOf } from '../../core/day.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { UNTOUCHED } from '../../core/register.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Day, Item } from '../../core/types.ts'
import { waitFor } from '../../core/waiting.ts'
import type { Entry } from '../audit.ts'
import { drawNumbers } from '../number.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf, tallyWrites } from '../tally.ts'
import { contextOf } from '../tx.ts'
import { carried, shownPart, type Whole, wholesAbove } from '../whole.ts'
import type { Done, Kind, Moment } from '../write.ts'
import { lastBy, nameOf, saveItem } from './item.ts'
import { hang } from './wholesave.ts'

interface ProposalTarget {
  /** A part of the programme that the unit carries out; or the proposal itself, to answer it. */
  id: string
  seen?: number
}

type ProposalCommand =
  | { command: 'propose'; title: string; dueOn: Day | null; measure: string | null }
  | { command: 'adopt' }
  | { command: 'decline'; words: string }

interface Programme {
  id: string
  number: string | null
  title: string
}

interface State {
  item: Item
  counted: Counted
  programme: Programme | null
  number: string | null
  wholes: Whole[]
  byUnit: string | null
  book: Rulebook
}

/** After every part that was asked for. */
const LAST = 1_000_000

const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue, p.parent_id, p.parent_number, p.parent_title, p.action_id is not null or p.self_chosen as programme
  from item i left join item_part p on p.jurisdiction_id = i.jurisdiction_id and p.child_id = i.id
  where i.jurisdiction_id = $1 and i.id = $2 for no key update of i`
type Row = ItemColumns &
  Pick<Counted, 'light' | 'overdue'> & { parentId: string | null; parentNumber: string | null; parentTitle: string; programme: boolean }

export const proposal: Kind<ProposalTarget, ProposalCommand, State, { id: string }> = {
  async load(tx, target, { command }, { actor, now }) {
    const action = command === 'propose' ? 'item.propose' : 'item.break-down'
    if (!may(actor, action)) return refuse('not-allowed', { action })
    const [row] = await tx.rows<Row>(LOCK, [actor.jurisdiction, target.id])
    if (!row) return refuse('not-found')
    const { light, overdue, parentId, parentNumber, parentTitle, programme, ...columns } = row
    const item = itemOf(columns)
    if (!may(actor, action, item)) return refuse('not-allowed', { action })
    if (target.seen !== undefined && item.version !== target.seen)
      return refuse('stale-version', { seen: target.seen, now: item.version, by: await lastBy(tx, item.id) })
    const answers = command !== 'propose'
    const wholes = answers ? await wholesAbove(tx, { id: item.id, documentId: columns.documentId }) : []
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    return {
      item,
      counted: countedOf(item, light, overdue),
      book: await bookOf(tx),
      programme: programme ? { id: parentId!, number: parentNumber, title: parentTitle } : null,
      wholes,
      byUnit: await nameOf(tx, own),
      number: command === 'adopt' && item.state === 'proposed' ? (await drawNumbers(tx, now, 1))[0]! : null,
    }
  },

  decide(state, _target, command, moment) {
    if (command.command === 'propose') return proposed(state, command, moment)
    if (state.item.state !== 'proposed') return refuse('wrong-state', { state: state.item.state, command: command.command })
    const { now } = moment
    const version = state.item.version + 1
    if (command.command === 'adopt') {
      const next: Item = {
        ...state.item,
        ...{ version, state: 'dispatched', number: state.number, registeredAt: now, dispatchedAt: now },
        ...waitFor(state.item, 'lead', dayOf(now)),
      }
      return answered(state, next, { kind: 'adopt', words: null, fileIds: [], facts: { number: state.number } }, moment)
    }
    const next: Item = { ...state.item, version, state: 'archived' }
    return answered(state, next, { kind: 'decline', words: command.words, fileIds: [], facts: {} }, moment)
  },
}

function proposed(state: State, c: Extract<ProposalCommand, { command: 'propose' }>, moment: Moment): Done<{ id: string }> | Refusal {
  const { programme, item: own } = state
  if (!programme) return refuse('not-prescribed')
  const today = dayOf(moment.now)
  if (c.dueOn && c.dueOn < today) return refuse('due-in-past', { dueOn: c.dueOn, today })
  const next: Item = {
    ...own,
    ...UNTOUCHED,
    id: randomUUID(),
    number: null,
    title: c.title,
    urgency: 'ordinary',
    state: 'proposed',
    version: 1,
    coUnitIds: [],
    dueOn: c.dueOn,
    measure: c.measure,
    registeredAt: null,
  }
  const event: ItemEvent = { kind: 'propose', words: null, fileIds: [], facts: { of: programme.title } }
  const saved = saveItem(next, null, [{ event, version: 1 }], { ...moment, byUnit: state.byUnit, book: state.book })
  const shown = shownPart(next, saved.lit, today)
  const whole = { ...programme, jurisdiction: next.jurisdiction }
  return {
    value: { id: next.id },
    writes: [
      ...saved.writes,
      hang(shown, whole, { position: LAST, weight: 0, actionId: null, selfChosen: true }),
      ...tallyWrites(next.jurisdiction, [{ from: null, to: saved.counted }]),
    ],
    entries: saved.entries as [Entry, ...Entry[]],
  }
}

/** Otherwise given once, when an item is registered. */
const NUMBER = 'update item set number = $3, registered_at = $4 where jurisdiction_id = $1 and id = $2'

function answered(state: State, next: Item, event: ItemEvent, moment: Moment): Done<{ id: string }> {
  const saved = saveItem(next, state.item, [{ event, version: next.version }], { ...moment, byUnit: state.byUnit, book: state.book })
  const shown = shownPart(next, saved.lit, dayOf(moment.now))
  return {
    value: { id: next.id },
    writes: [
      ...saved.writes,
      [NUMBER, [next.jurisdiction, next.id, next.number, next.registeredAt]],
      ...carried(state.wholes, [shown], [{ from: state.counted, to: saved.counted }], contextOf(moment.actor), moment.now),
    ],
    entries: saved.entries as [Entry, ...Entry[]],
  }
}
