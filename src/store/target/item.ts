// An item as a target of `act`: locked, decided by core/decide.ts, saved with its events, its light and the tally.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { followsParts, lightOver, rollUp } from '../../core/cascade.ts'
import type { Command, Decided, ItemEvent } from '../../core/command.ts'
import type { PartView } from '../../core/contract/cascade.ts'
import { dayOf } from '../../core/day.ts'

import { decide } from '../../core/decide.ts'

import type { Duplicate } from '../../core/duplicate.ts'
import type { Fields, Named } from '../../core/kind.ts'

import { isOverdue, light } from '../../core/light.ts'
import { registerAction } from '../../core/permission.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Other, RelationName } from '../../core/relation.ts'
import { askingAt, type RequestGround, requestFault } from '../../core/request.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Actor, ClockKey, Instant, Item } from '../../core/types.ts'
import { alikeOf } from '../alike.ts'
import { digestOf, type Entry } from '../audit.ts'
import { burdenWrites } from '../burden.ts'
import { detailWrite, fieldsOf } from '../detail.ts'
import { figureOf } from '../held.ts'
import { messageWrites } from '../message.ts'
import { namedOf } from '../named.ts'
import { drawNumbers } from '../number.ts'
import { linkWrites, othersOf } from '../relation.ts'
import { requestGround, touchesRequest } from '../requestground.ts'
import { ITEM_COLUMNS, type ItemColumns, insertItem, itemOf, updateItem } from '../row.ts'
import { bookOf, RULES_VERSION } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import { contextOf, type Tx } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { carried, partsOf, shownPart, type Whole, wholesAbove } from '../whole.ts'
import type { Kind, Write } from '../write.ts'

/** `id` null registers a new one; `seen` is the version the person saw. */
interface ItemTarget {
  id: string | null
  seen?: number
}
/** A new item may be dispatched in the same stroke. */
export type ItemCommand =
  | Command
  | (Extract<Command, { command: 'register' }> & {
      dispatch: boolean
      clock?: ClockKey | null
      links?: { relation: RelationName; to: string }[]
    })

interface State {
  item: Item | null
  counted: Counted | null
  byUnit: string | null
  /** Drawn for a new item. */
  id: string
  number: string | null
  book: Rulebook
  /** Of the document that it came from. */
  genre: string | null
  /** Directly below it. */
  parts: PartView[]
  /** Above it, locked. */
  wholes: Whole[]
  /** The value of the item's figure that a report gives. */
  given: Given | null
  /** Of its kind; a matter has none. */
  fields: Fields
  named: Named
  others: Record<string, Other>
  alike: Duplicate[]
  /** Of a request for figures that changes. */
  request: RequestGround | null
}

type Loaded = ItemColumns & Pick<Counted, 'light' | 'overdue'> & { hangs: boolean; byUnit: string | null; rulesVersion: number }

const GENRE = `select d.reading -> 'articles' -> 0 ->> 'genre' as genre from document d join item i on i.jurisdiction_id = d.jurisdiction_id and i.document_id = d.id
  where i.jurisdiction_id = $1 and i.id = $2`
/** The unit in whose name the person acts: of his units the one that has a part in the item, else the first. */
const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue, i.hangs, ${RULES_VERSION},
    (select u.name from unit u where u.jurisdiction_id = i.jurisdiction_id and u.id = any($3) order by u.id = any(i.party_unit_ids) desc limit 1) as by_unit
  from item i where i.jurisdiction_id = $1 and i.id = $2 for no key update of i`

export const item: Kind<ItemTarget, ItemCommand, State, { id: string; version: number; number: string | null }> = {
  async load(tx, target, command, { actor, now }) {
    const place = actor.jurisdiction
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    if (target.id === null || command.command === 'register') {
      if (command.command !== 'register') return refuse('not-found')
      // Before a number is drawn: only the office may touch the counter.
      const { draft, detail } = command
      const kind = detail?.kind ?? 'matter'
      const action = registerAction(kind)
      if (!may(actor, action, { ...draft, kind })) return refuse('not-allowed', { action })
      const links = 'links' in command ? (command.links ?? []) : []
      const [bad, byUnit, book, named, others, alike, request] = await Promise.all([
        unknownUnit(tx, unitsOf(draft)),
        nameOf(tx, own),
        bookOf(tx),
        detail ? namedOf(tx, detail.kind, [detail.fields]) : {},
        othersOf(
          tx,
          null,
          links.map(link => link.to),
        ),
        detail ? alikeOf(tx, detail.kind, { title: draft.title, fields: detail.fields }) : [],
        kind === 'request' ? requestGround(tx, null, detail!.fields, command) : null,
      ])
      if (bad) return bad
      // What a unit drafts gets its number when the office has checked it.
      const [number = null] = may(actor, 'item.register', { ...draft, kind }) ? await drawNumbers(tx, now, 1) : []
      return {
        item: null,
        counted: null,
        byUnit,
        id: randomUUID(),
        number,
        book,
        genre: null,
        parts: [],
        wholes: [],
        given: null,
        fields: {},
        named,
        others,
        alike,
        request,
      }
    }
    const units = command.command === 'edit' ? unitsOf(command.draft) : []
    const files = 'fileIds' in command ? [...new Set(command.fileIds)] : []
    const relapse = command.command === 'recheck' && command.result === 'relapsed'
    // Before a number is drawn, as above.
    if (relapse && !may(actor, 'item.recheck')) return refuse('not-allowed', { action: 'item.recheck' })
    const [[row], [from], bad, lost] = await Promise.all([
      tx.rows<Loaded>(LOCK, [place, target.id, own]),
      command.command === 'dispatch' ? tx.rows<{ genre: string | null }>(GENRE, [place, target.id]) : [],
      units.length ? unknownUnit(tx, units) : null,
      files.length ? unusable(tx, files) : null,
    ])
    if (!row) return refuse('not-found')
    if (target.seen !== undefined && row.version !== target.seen)
      return refuse('stale-version', { seen: target.seen, now: row.version, by: await lastBy(tx, row.id) })
    if (bad ?? lost) return (bad ?? lost)!
    const { light: lit, overdue, byUnit, rulesVersion, hangs, ...columns } = row
    const found = itemOf(columns)
    const book = await bookOf(tx, rulesVersion)
    const parts = hangs ? await partsOf(tx, place, found.id) : []
    const wholes = hangs ? await wholesAbove(tx, { id: found.id, documentId: columns.documentId }) : []
    const unnumbered = found.kind === 'request' && !found.number && command.command === 'move' && may(actor, 'request.check')
    const [number = null] = relapse || unnumbered ? await drawNumbers(tx, now, 1) : []
    const counted = countedOf(found, lit, overdue)
    const given = await givenBy(found, command)
    const detailed = found.kind !== 'matter' && (command.command === 'move' || command.command === 'amend')
    const asked = found.kind === 'request' && touchesRequest(command)
    const fields = detailed || asked ? await fieldsOf(tx, found.id) : {}
    const request = asked ? await requestGround(tx, found, fields, command) : null
    const told = command.command === 'move' ? command.evidence : command.command === 'amend' ? command.fields : {}
    const named = detailed && found.kind !== 'matter' ? await namedOf(tx, found.kind, [fields, told]) : {}
    const others = command.command === 'link' || command.command === 'unlink' ? await othersOf(tx, found.id, [command.to]) : {}
    const genre = from?.genre ?? null
    const around = { parts, wholes, given, fields, named, others, alike: [], request }
    return { item: found, counted, byUnit, id: randomUUID(), number, book, genre, ...around }
  },

  decide(state, _target, command, moment) {
    const held = heldByParts(state, command)
    if (held) return held
    const register = command.command === 'register'
    const steps: Command[] = [command]
    if (register && 'links' in command)
      steps.push(...(command.links ?? []).map(link => ({ command: 'link' as const, ...link, words: null })))
    if (register && 'dispatch' in command && command.dispatch) steps.push({ command: 'dispatch', clock: command.clock })
    const { byUnit, id, number, book, genre, given, fields, named, others, alike } = state
    const hand = { ...moment, byUnit, book }
    let at = state.item
    let born: Decided['born']
    let told: Decided['fields']
    const events: { event: ItemEvent; version: number }[] = []
    for (const step of steps) {
      const decided = decide(at, step, { ...moment, id, number, book, genre, fields, named, others, alike })
      if (isRefusal(decided)) return decided
      at = decided.next
      born = decided.born
      told = decided.fields ?? told
      events.push(...decided.events.map(event => ({ event: byLink(withValue(event, given), moment.actor), version: decided.next.version })))
    }
    const drawn = state.item?.number === null && at!.kind === 'request' && number !== null
    if (drawn) at = { ...at!, number }
    const asked = state.request && { before: state.item && { item: state.item, fields }, next: { item: at!, fields: told ?? fields } }
    const wrong = asked && requestFault(asked.before, asked.next, state.request!, moment.actor)
    if (wrong) return wrong
    const saved = saveItem(at!, state.item, events, hand, state.parts)
    const { next } = saved
    const words = command.command === 'report' || command.command === 'submit' ? command.words : null
    const shown = shownPart(next, saved.lit, dayOf(moment.now), words)
    const bornEvents = born?.events.map(event => ({ event, version: 1 })) ?? []
    const child = born && saveItem(born.next, null, bornEvents, hand)
    const moves = [{ from: state.counted, to: saved.counted }, ...(child ? [{ from: null, to: child.counted }] : [])]
    return {
      value: { id: next.id, version: next.version, number: next.number },
      writes: [
        ...saved.writes,
        ...(told ? [detailWrite(next, told, state.item === null)] : []),
        ...(drawn ? [numbered(next)] : []),
        ...(asked ? burdenWrites(next.jurisdiction, asked.before && askingAt(asked.before), askingAt(asked.next)) : []),
        ...linkWrites(next.id, steps, moment),
        ...(given ? [keepValue(next, given, hand)] : []),
        ...(state.parts.length && next.title !== state.item?.title ? [renamed(next)] : []),
        ...(child?.writes ?? []),
        ...carried(state.wholes, [shown], moves, contextOf(moment.actor), moment.now),
      ],
      entries: [...saved.entries, ...(child?.entries ?? [])] as [Entry, ...Entry[]],
    }
  },
}

const numbered = (next: Item): Write => [
  'update item set number = $3 where jurisdiction_id = $1 and id = $2',
  [next.jurisdiction, next.id, next.number],
]

interface Given {
  value: number
  unit: string
}

/** An item without a figure has none. */
async function givenBy({ measure }: Item, command: ItemCommand): Promise<Given | null> {
  if ((command.command !== 'report' && command.command !== 'submit') || command.value === undefined || command.value === null) return null
  const figure = await figureOf(measure)
  return figure && { value: command.value, unit: figure.unit }
}

const withValue = (event: ItemEvent, given: Given | null): ItemEvent => (given ? { ...event, facts: { ...event.facts, ...given } } : event)

const keepValue = (next: Item, { value, unit }: Given, { actor, now, byUnit }: Hand): Write => [
  `insert into item_value (jurisdiction_id, item_id, version, at, value, unit, status, by_name, by_unit) values ($1, $2, $3, $4, $5, $6, 'reported', $7, $8)`,
  [next.jurisdiction, next.id, next.version, now, value, unit, actor.name, byUnit],
]

/** What came by an answer link says so for good: it is the unit's word, never the office's own. */
const byLink = (event: ItemEvent, actor: Actor): ItemEvent =>
  actor.onlyItem ? { ...event, facts: { ...event.facts, byLink: actor.personId } } : event

/** A whole is as far as its parts, and done when they are: no word of its own makes it so. */
function heldByParts({ item, parts }: State, command: ItemCommand): Refusal | null {
  const rolled = rollUp(parts)
  if (!item || !rolled) return null
  if (command.command === 'report' && command.percent !== null && command.percent !== item.percent)
    return refuse('has-parts', { parts: rolled.parts })
  if ((command.command === 'submit' || command.command === 'close') && rolled.open > 0)
    return refuse('parts-open', { open: rolled.open, parts: rolled.parts })
  return null
}

/** The parts carry the name of their whole. */
const renamed = (next: Item): Write => [
  'update item_part set parent_title = $3 where jurisdiction_id = $1 and parent_id = $2',
  [next.jurisdiction, next.id, next.title],
]

export interface Hand {
  actor: Actor
  now: Instant
  byUnit: string | null
  book: Rulebook
}

/** The writes of one decided item without the tally (which is shared by many), where it is then counted, and the records. */
export function saveItem(
  decided: Item,
  before: Item | null,
  events: { event: ItemEvent; version: number }[],
  hand: Hand,
  parts: PartView[] = [],
) {
  const today = dayOf(hand.now)
  const rolled = rollUp(parts)
  const next = rolled && followsParts(decided.state) ? { ...decided, percent: rolled.percent } : decided
  const lit = lightOver(light(next, today, hand.book.calendar, hand.book.light), rolled)
  const counted = countedOf(next, lit.light, isOverdue(next, today))
  const writes: Write[] = [before ? updateItem(before, next, lit, today) : insertItem(next, lit, today)]
  const entries: Entry[] = []
  for (const [ordinal, { event, version }] of events.entries()) {
    writes.push(eventWrite(next, event, version, ordinal, hand), ...messageWrites(next, before, event, hand))
    if (event.fileIds.length) writes.push([ATTACH, [next.jurisdiction, event.fileIds, next.id]])
    entries.push(entryOf(next, event, version, hand))
  }
  return { next, lit, writes, counted, entries }
}

const ATTACH = 'update file set item_id = $3 where jurisdiction_id = $1 and id = any($2)'
const EVENT = `insert into item_event (jurisdiction_id, item_id, version, ordinal, id, kind, at, by_id, by_name, by_unit, words, file_ids, facts)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`

const eventWrite = (next: Item, e: ItemEvent, version: number, ordinal: number, by: Hand): Write => [
  EVENT,
  [
    next.jurisdiction,
    next.id,
    version,
    ordinal,
    randomUUID(),
    e.kind,
    by.now,
    by.actor.personId,
    by.actor.name,
    by.byUnit,
    e.words,
    e.fileIds,
    JSON.stringify(e.facts),
  ],
]

/** The record of an event names the item and its state, and carries a digest of the words instead of the words. */
export function entryOf(next: Item, e: ItemEvent, version: number, by: Pick<Hand, 'actor' | 'now'>): Entry {
  return {
    action: `item.${e.kind}`,
    target: `item:${next.id}`,
    summary: `${next.number ?? ''} ${next.state}`.trim(),
    body: JSON.stringify({ version, state: next.state, percent: next.percent, digest: digestOf(e, by.now, by.actor.personId) }),
  }
}

const unitsOf = (draft: { leadUnitId?: string | null; coUnitIds?: string[] }): string[] => [
  ...(draft.leadUnitId ? [draft.leadUnitId] : []),
  ...(draft.coUnitIds ?? []),
]

async function unusable(tx: Tx, fileIds: string[]): Promise<Refusal | null> {
  const rows = await tx.rows(
    'select id from file where jurisdiction_id = $1 and id = any($2) and by_id = $3 and item_id is null for update',
    [tx.context.jurisdiction, fileIds, tx.context.personId],
  )
  return rows.length === fileIds.length ? null : refuse('invalid', { field: 'fileIds', rule: 'own-new-files' })
}

export async function lastBy(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.rows<{ byName: string }>(
    'select by_name from item_event where jurisdiction_id = $1 and item_id = $2 order by version desc, ordinal desc limit 1',
    [tx.context.jurisdiction, id],
  )
  return row?.byName ?? null
}

export async function nameOf(tx: Tx, unitIds: string[]): Promise<string | null> {
  if (!unitIds.length) return null
  const [row] = await tx.rows<{ name: string }>('select name from unit where jurisdiction_id = $1 and id = any($2) limit 1', [
    tx.context.jurisdiction,
    unitIds,
  ])
  return row?.name ?? null
}
