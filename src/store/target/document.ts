// A document as a target of `act`: taken in with its reading and drafts, dispatched as items, or removed while nothing came of it.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { Command as ItemCommand } from '../../core/command.ts'
import { dayOf } from '../../core/day.ts'
import { decide } from '../../core/decide.ts'
import { draftItems } from '../../core/draft.ts'
import type { Note } from '../../core/intakenote.ts'
import { clockOfNote, type NoteUrgency } from '../../core/note.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { ClockKey, Day, Item, Unit } from '../../core/types.ts'
import type { Reading, Topic } from '../../reader/reading.ts'
import type { Entry } from '../audit.ts'
import { tellLeader } from '../message.ts'
import { drawNumbers } from '../number.ts'
import { bookOf, SHIPPED_BOOK } from '../rules.ts'
import { contextOf } from '../tx.ts'
import { unitsForRules } from '../unit.ts'
import { carried, type Move, type Shown, shownPart, type Whole, wholesAboveDocument } from '../whole.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'
import { insertDraft } from './draft.ts'
import { nameOf, saveItem } from './item.ts'

interface DocumentTarget {
  /** null takes a new one in. */
  id: string | null
}

type DocumentCommand =
  | { command: 'take-in'; name: string; text: string; notes?: Note[]; reading: Reading }
  /** `clock`: for all of them, as in core/decide.ts. */
  | { command: 'dispatch'; allowPast: boolean; clock?: ClockKey | null }
  | { command: 'delete' }

export interface DocumentResult {
  id: string
  items: { id: string; number: string; title: string; leadUnitId: string }[]
  units: number
}

interface Found {
  id: string
  title: string
  number: string | null
  day: Day | null
  state: 'read' | 'dispatched'
  items: number
  genre: string | null
  /** Of a leader's note; null: another document. */
  noteUrgency: NoteUrgency | null
}

interface Chosen {
  index: number
  title: string
  topic: Topic
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  measure: string | null
  span: [number, number]
  sentence: string
}

interface State {
  found: Found | null
  units: Unit[]
  place: string
  chosen: Chosen[]
  numbers: string[]
  byUnit: string | null
  /** Above the document, when an upper level relayed it. */
  wholes: Whole[]
  book: Rulebook
}

const CHOSEN = `select index, title, topic, lead_unit_id, co_unit_ids, due_on, measure, span, sentence from draft
  where jurisdiction_id = $1 and document_id = $2 and chosen and item_id is null order by index for update`

export const document: Kind<DocumentTarget, DocumentCommand, State, DocumentResult> = {
  async load(tx, target, command, { actor, now }) {
    const action = command.command === 'dispatch' ? 'item.dispatch' : 'document.write'
    if (!may(actor, action)) return refuse('not-allowed', { action })
    const none = { found: null, units: [], place: '', chosen: [], numbers: [], byUnit: null, wholes: [], book: SHIPPED_BOOK }
    if (command.command === 'take-in') {
      const [units, [home]] = await Promise.all([
        unitsForRules(tx),
        tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [actor.jurisdiction]),
      ])
      return { ...none, units, place: home?.place ?? '' }
    }
    const [found] = await tx.rows<Found>(
      `select id, title, number, day, state, items, reading -> 'articles' -> 0 ->> 'genre' as genre,
         (select n.urgency from note n where n.jurisdiction_id = d.jurisdiction_id and n.document_id = d.id) as note_urgency from document d
       where jurisdiction_id = $1 and id = $2 for update`,
      [actor.jurisdiction, target.id],
    )
    if (!found) return refuse('not-found')
    if (command.command === 'delete') return found.noteUrgency ? refuse('note-kept') : { ...none, found }
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const [chosen, byUnit, book] = await Promise.all([
      tx.rows<Chosen>(CHOSEN, [actor.jurisdiction, target.id]),
      nameOf(tx, own),
      bookOf(tx),
    ])
    const wholes = await wholesAboveDocument(tx, found.id)
    const numbers = chosen.length ? await drawNumbers(tx, now, chosen.length) : []
    return { ...none, found, chosen, numbers, byUnit, book, wholes }
  },

  decide(state, _target, command, moment) {
    if (command.command === 'take-in') return takeIn(state, command, moment)
    return command.command === 'dispatch' ? dispatch(state, command, moment) : remove(state.found!, moment)
  },
}

/** By its number and how much: the titles of documents are business, which the audit administrator does not see. */
export const summaryOf = (number: string | null, what: 'read' | 'sent', n: number): string => `${number ?? ''} ${what}:${n}`.trim()

const entry = (action: string, id: string, summary: string, body: object): Entry => ({
  action: `document.${action}`,
  target: `document:${id}`,
  summary,
  body: JSON.stringify(body),
})

export function takeIn(
  state: Pick<State, 'units' | 'place'>,
  c: Extract<DocumentCommand, { command: 'take-in' }>,
  { actor, now }: Moment,
): Done<DocumentResult> {
  const id = randomUUID()
  const [article] = c.reading.articles
  const drafts = draftItems(c.reading, c.text, state.units, state.place)
  const writes: Write[] = [
    [
      `insert into document (jurisdiction_id, id, title, number, day, state, version, name, text, reading, directives, created_by, created_by_name, created_at, notes)
       values ($1, $2, $3, $4, $5, 'read', 1, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        actor.jurisdiction,
        id,
        titleOf(c),
        article?.number ?? null,
        article?.date ?? null,
        c.name,
        c.text,
        JSON.stringify(c.reading),
        c.reading.directives.length,
        actor.personId,
        actor.name,
        now,
        JSON.stringify(c.notes ?? []),
      ],
    ],
    ...drafts.map(d => insertDraft(actor.jurisdiction, id, d, c.reading.directives[d.index]!.span, c.text)),
  ]
  const record = entry('take-in', id, summaryOf(article?.number ?? null, 'read', c.reading.directives.length), {
    sha256: c.reading.source.sha256,
    length: c.text.length,
  })
  return { value: { id, items: [], units: 0 }, writes, entries: [record] }
}

const LONGEST_TITLE = 120

const titleOf = (c: { name: string; text: string; reading: Reading }): string =>
  (c.reading.articles[0]?.title || c.name.trim() || c.text.trim().split('\n')[0] || '—').replace(/\s+/g, ' ').slice(0, LONGEST_TITLE)

function dispatch(
  state: State,
  { allowPast, clock: wished }: Extract<DocumentCommand, { command: 'dispatch' }>,
  moment: Moment,
): Done<DocumentResult> | Refusal {
  const found = state.found!
  const { jurisdiction } = moment.actor
  const context = { ...moment, book: state.book, genre: found.genre }
  if (!state.chosen.length) return refuse(found.state === 'dispatched' ? 'already-dispatched' : 'nothing-to-dispatch')
  const today = dayOf(moment.now)
  // A leader's note has a clock of its own, unless the office takes another.
  const clock = wished === undefined && found.noteUrgency ? clockOfNote(found.noteUrgency) : wished
  const items: Item[] = []
  const writes: Write[] = []
  const entries: Entry[] = []
  const moves: Move[] = []
  const shown: Shown[] = []
  for (const [at, c] of state.chosen.entries()) {
    if (!c.leadUnitId) return refuse('no-lead-unit', { index: c.index })
    if (c.dueOn && c.dueOn < today && !allowPast) return refuse('due-in-past', { index: c.index, dueOn: c.dueOn, today })
    const { index, span, sentence, ...rest } = c
    const source = { documentId: found.id, documentTitle: found.title, documentDay: found.day, span, sentence }
    const first: ItemCommand = {
      command: 'register',
      draft: { ...rest, urgency: found.noteUrgency === 'urgent' ? 'urgent' : 'ordinary' },
      source,
    }
    const registered = decide(null, first, { ...context, id: randomUUID(), number: state.numbers[at]! })
    if (isRefusal(registered)) return { ...registered, facts: { ...registered.facts, index } }
    const sent = decide(registered.next, { command: 'dispatch', ...(clock === undefined ? {} : { clock }) }, context)
    if (isRefusal(sent)) return sent
    const events = [...registered.events.map(event => ({ event, version: 1 })), ...sent.events.map(event => ({ event, version: 2 }))]
    const saved = saveItem(sent.next, null, events, { ...moment, byUnit: state.byUnit, book: state.book })
    items.push(sent.next)
    shown.push(shownPart(saved.next, saved.lit, today))
    moves.push({ from: null, to: saved.counted })
    entries.push(...saved.entries)
    writes.push(...saved.writes, [
      'update draft set item_id = $4, version = version + 1 where jurisdiction_id = $1 and document_id = $2 and index = $3',
      [jurisdiction, found.id, index, sent.next.id],
    ])
  }
  writes.push(
    [
      `update document set state = 'dispatched', items = items + $3, version = version + 1 where jurisdiction_id = $1 and id = $2`,
      [jurisdiction, found.id, items.length],
    ],
    tellLeader(
      { documentId: found.id },
      {
        kind: 'note-dispatched',
        itemId: items.length === 1 ? items[0]!.id : null,
        documentId: found.id,
        number: null,
        title: found.title,
        words: null,
        facts: { items: items.length },
      },
      { ...moment, byUnit: state.byUnit },
    ),
    ...carried(state.wholes, shown, moves, contextOf(moment.actor), moment.now),
  )
  const record = entry('dispatch', found.id, summaryOf(found.number, 'sent', items.length), { items: items.map(i => i.number) })
  return {
    value: {
      id: found.id,
      items: items.map(i => ({ id: i.id, number: i.number!, title: i.title, leadUnitId: i.leadUnitId! })),
      units: new Set(items.flatMap(i => [i.leadUnitId, ...i.coUnitIds])).size,
    },
    writes,
    entries: [record, ...entries],
  }
}

function remove(found: Found, { actor }: Moment): Done<DocumentResult> | Refusal {
  if (found.items > 0) return refuse('already-dispatched', { items: found.items })
  return {
    value: { id: found.id, items: [], units: 0 },
    writes: [['delete from document where jurisdiction_id = $1 and id = $2', [actor.jurisdiction, found.id]]],
    entries: [entry('delete', found.id, found.number ?? '', {})],
  }
}
