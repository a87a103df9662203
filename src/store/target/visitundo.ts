// A visit that was registered from a document, taken back as one step as a target of `act`; refused once anybody has worked on any of it.
import { may } from '../../core/access.ts'
import type { Command } from '../../core/command.ts'
import type { Fields, LedgerKind } from '../../core/kind.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Other } from '../../core/relation.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Item } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import { contextOf } from '../tx.ts'
import { carried, type Move } from '../whole.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'
import { nameOf } from './item.ts'
import { peerImport } from './peerimport.ts'
import { type Stepped, stepped } from './steps.ts'

interface Held {
  item: Item
  counted: Counted
  fields: Fields
  worked: boolean
}

interface State {
  /** The visit first. */
  held: Held[]
  byUnit: string | null
  book: Rulebook
  figures: Done<{ figures: number }> | null
}

/** Of what was registered with it: linked to it, and at the same moment. */
const WITH = `select l.from_id from item_link l join item n on n.jurisdiction_id = l.jurisdiction_id and n.id = l.from_id
  where l.jurisdiction_id = $1 and l.to_id = v.id and n.registered_at = v.registered_at`
const HELD = `select ${ITEM_COLUMNS}, i.light, i.overdue, d.fields,
    exists (select 1 from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.at > i.registered_at)
      or exists (select 1 from item_link o where o.jurisdiction_id = i.jurisdiction_id and o.to_id = i.id and o.at > v.registered_at) as worked
  from item v join item i on i.jurisdiction_id = v.jurisdiction_id and (i.id = v.id or i.id in (${WITH}))
  join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where v.jurisdiction_id = $1 and v.id = $2 and v.kind = 'visit' and v.document_id is not null order by i.number for no key update of i`
const IMPORT = `select p.id from peer_import p join item v on v.jurisdiction_id = p.jurisdiction_id and v.document_id = p.document_id and v.registered_at = p.at
  where v.jurisdiction_id = $1 and v.id = $2 and p.undone_at is null`

type Row = ItemColumns & Pick<Counted, 'light' | 'overdue'> & { fields: Fields; worked: boolean }

export const visitUndo: Kind<{ id: string }, { command: 'undo' }, State, { items: number }> = {
  async load(tx, { id }, _command, moment) {
    const { actor } = moment
    if (!may(actor, 'item.archive')) return refuse('not-allowed', { action: 'item.archive' })
    const rows = await tx.rows<Row>(HELD, [actor.jurisdiction, id])
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const [byUnit, book, [told]] = await Promise.all([
      nameOf(tx, own),
      bookOf(tx),
      tx.rows<{ id: string }>(IMPORT, [actor.jurisdiction, id]),
    ])
    const held = rows.map(({ light, overdue, fields, worked, ...columns }): Held => {
      const item = itemOf(columns)
      return { item, counted: countedOf(item, light, overdue), fields, worked }
    })
    held.sort((a, b) => Number(b.item.id === id) - Number(a.item.id === id))
    const [visit] = held
    if (!visit) return refuse('not-found')
    const worked = held.filter(h => h.worked || (h.item.state !== 'registered' && h.item.state !== 'dispatched'))
    if (worked.length) return refuse('worked-on', { numbers: worked.map(h => h.item.number).join(','), n: worked.length })
    const state = told ? await peerImport.load(tx, told, { command: 'undo' }, moment) : null
    const figures = state && !isRefusal(state) ? peerImport.decide(state, told!, { command: 'undo' }, moment) : state
    return figures && isRefusal(figures) ? figures : { held, byUnit, book, figures: figures as State['figures'] }
  },

  decide(state, { id }, _command, moment) {
    const [visit] = state.held as [Held, ...Held[]]
    const writes: Write[] = []
    const entries: Entry[] = []
    const moves: Move[] = []
    for (const held of state.held) {
      const done = takenBack(held, visit.item, state, moment)
      if (isRefusal(done)) return done
      writes.push(...done.writes)
      entries.push(...done.entries)
      moves.push(done.move)
    }
    const record: Entry = {
      action: 'visit.undo',
      target: `item:${id}`,
      summary: visit.item.number ?? '',
      body: JSON.stringify({ items: state.held.map(h => h.item.number) }),
    }
    return {
      value: { items: state.held.length },
      writes: [...writes, ...carried([], [], moves, contextOf(moment.actor), moment.now), ...(state.figures?.writes ?? [])],
      entries: [record, ...entries, ...(state.figures?.entries ?? [])],
    }
  },
}

/** Read as what a person wrote; a number that was given stays given, so the item stays with its history. */
const UNDONE = '撤销从文件登记'
const OVER: Partial<Record<LedgerKind, { to: string; why: string; relation: 'found-on' | 'learned-on' | null }>> = {
  visit: { to: 'cancelled', why: 'cancelReason', relation: null },
  project: { to: 'dropped', why: 'dropReason', relation: 'found-on' },
  lesson: { to: 'dropped', why: 'dropReason', relation: 'learned-on' },
}

function takenBack({ item, counted, fields }: Held, visit: Item, { byUnit, book }: State, moment: Moment): Stepped | Refusal {
  const { to, why, relation } = OVER[item.kind as LedgerKind]!
  const other: Other = { id: visit.id, kind: 'visit', number: visit.number, title: visit.title, by: relation ? [relation] : [] }
  const steps: Command[] = [
    ...(item.state === 'dispatched' ? [{ command: 'withdraw' as const, words: UNDONE }] : []),
    ...(relation ? [{ command: 'unlink' as const, relation, to: visit.id, words: null }] : []),
    { command: 'move', to, evidence: { [why]: UNDONE }, words: UNDONE, fileIds: [] },
    { command: 'archive' },
  ]
  const hand = { ...moment, byUnit, book }
  return stepped({ item, counted, fields }, steps, hand, { ...hand, others: { [visit.id]: other } })
}
