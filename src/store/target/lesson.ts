// A lesson turned into an action of one's own, as a target of `act`: a matter with its owner and deadline, sent at once, and the lesson that says so.
import { randomUUID } from 'node:crypto'
import { may, newOf } from '../../core/access.ts'
import type { Command, ItemEvent } from '../../core/command.ts'
import type { AdaptBody, Adapted } from '../../core/contract/visit.ts'
import { decide } from '../../core/decide.ts'
import type { Fields } from '../../core/kind.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Other } from '../../core/relation.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Item } from '../../core/types.ts'
import { detailWrite, fieldsOf } from '../detail.ts'
import { drawNumbers } from '../number.ts'
import { linkWrites } from '../relation.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import { contextOf } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { carried, type Move } from '../whole.ts'
import type { Kind, Write } from '../write.ts'
import { lastBy, nameOf, saveItem } from './item.ts'

type LessonCommand = { command: 'adapt' } & Omit<AdaptBody, 'version'>

interface State {
  lesson: Item
  counted: Counted
  fields: Fields
  number: string
  byUnit: string | null
  book: Rulebook
}

const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue from item i
  where i.jurisdiction_id = $1 and i.id = $2 and i.kind = 'lesson' for no key update of i`

export const lesson: Kind<{ id: string; seen: number }, LessonCommand, State, Adapted> = {
  async load(tx, { id, seen }, { leadUnitId }, { actor, now }) {
    for (const action of ['item.register', 'item.dispatch'] as const)
      if (!may(actor, action, newOf('matter'))) return refuse('not-allowed', { action })
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const [[row], fields, bad, byUnit, book] = await Promise.all([
      tx.rows<ItemColumns & Pick<Counted, 'light' | 'overdue'>>(LOCK, [actor.jurisdiction, id]),
      fieldsOf(tx, id),
      unknownUnit(tx, [leadUnitId]),
      nameOf(tx, own),
      bookOf(tx),
    ])
    if (!row) return refuse('not-found')
    if (bad) return bad
    const { light, overdue, ...columns } = row
    const found = itemOf(columns)
    if (found.version !== seen) return refuse('stale-version', { seen, now: found.version, by: await lastBy(tx, id) })
    const [number] = await drawNumbers(tx, now, 1)
    return { lesson: found, counted: countedOf(found, light, overdue), fields, number: number!, byUnit, book }
  },

  decide({ lesson: from, counted, fields, number, byUnit, book }, _target, { title, leadUnitId, dueOn, measure }, moment) {
    const hand = { ...moment, byUnit, book }
    const id = randomUUID()
    const learned: Other = { id: from.id, kind: 'lesson', number: from.number, title: from.title, by: [] }
    const draft = { title, topic: from.topic, urgency: 'ordinary' as const, leadUnitId, coUnitIds: [], dueOn, measure }
    const steps: Command[] = [
      { command: 'register', draft, source: from.source },
      { command: 'link', relation: 'adapted-from', to: from.id, words: null },
      // Its deadline is what was said, not what a template gives.
      { command: 'dispatch', clock: null },
    ]
    let at: Item | null = null
    const events: { event: ItemEvent; version: number }[] = []
    for (const step of steps) {
      const decided = decide(at, step, { ...moment, book, id, number, others: { [from.id]: learned } })
      if (isRefusal(decided)) return decided
      at = decided.next
      events.push(...decided.events.map(event => ({ event, version: decided.next.version })))
    }
    const made = saveItem(at!, null, events, hand)
    const writes: Write[] = [...made.writes, ...linkWrites(id, steps, moment)]
    const entries = [...made.entries]
    const moves: Move[] = [{ from: null, to: made.counted }]
    // A second action of a lesson adds to the first; its looks go on.
    const action = `${number} ${title}`.slice(0, 200)
    const told: Command =
      from.stage === 'adapted'
        ? { command: 'amend', fields: { action: `${fields.action ?? ''}；${action}`.slice(0, 200) }, words: null }
        : { command: 'move', to: 'adapted', evidence: { action }, words: null, fileIds: [] }
    const decided = decide(from, told, { ...moment, book, fields })
    if (isRefusal(decided)) return decided
    const saved = saveItem(
      decided.next,
      from,
      decided.events.map(event => ({ event, version: decided.next.version })),
      hand,
    )
    writes.push(
      ...saved.writes,
      detailWrite(saved.next, decided.fields ?? fields, false),
      ...carried([], [], [...moves, { from: counted, to: saved.counted }], contextOf(moment.actor), moment.now),
    )
    const [first, ...rest] = [...entries, ...saved.entries]
    return { value: { id, number }, writes, entries: [first!, ...rest] }
  },
}
