// Messages to persons: written beside the event they tell of, in its transaction; read and marked as read by the person alone.

import type { ItemEvent } from '../core/command.ts'
import type { MessageView } from '../core/contract/message.ts'
import { dayOf } from '../core/day.ts'
import { type Audience, audiencesOf, type MessageKind } from '../core/message.ts'
import type { Item } from '../core/types.ts'
import type { Hand } from './target/item.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** What is told; the rest of the row is who and when. */
export interface Told {
  kind: MessageKind
  itemId: string | null
  documentId: string | null
  number: string | null
  title: string
  words: string | null
  facts: object
}

type By = Pick<Hand, 'actor' | 'now'> & { byUnit?: string | null }

const ROW =
  '(jurisdiction_id, id, person_id, unit_id, urgent, at, kind, item_id, document_id, number, title, by_name, by_unit, words, facts)'

/** One row for each person who holds one of the roles now, whoever did it left out. */
const TELL = `insert into message ${ROW}
  select $1, gen_random_uuid(), w.person_id, w.unit_id, w.urgent, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from (
    select distinct on (t.person_id) t.person_id, a.unit_id, a.urgent from unnest($13::text[], $14::uuid[], $15::text[]) a (role, unit_id, urgent)
    join appointment t on t.jurisdiction_id = $1 and t.role = a.role and t.to_day is null and (a.unit_id is null or t.unit_id = a.unit_id)
    join person p on p.jurisdiction_id = $1 and p.id = t.person_id and not p.disabled
    where t.person_id <> $2 order by t.person_id, a.urgent nulls last) w`
/** The leader whose note it is, unless he did it himself. */
const TELL_LEADER = `insert into message ${ROW}
  select $1, gen_random_uuid(), n.leader_id, null, null, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from note n
  where n.jurisdiction_id = $1 and n.leader_id <> $2`

const MOST_WORDS = 300

const valuesOf = (told: Told, { actor, now, byUnit = null }: By): unknown[] => [
  actor.jurisdiction,
  actor.personId,
  now,
  told.kind,
  told.itemId,
  told.documentId,
  told.number,
  told.title,
  actor.name,
  byUnit,
  told.words === null ? null : [...told.words].slice(0, MOST_WORDS).join(''),
  JSON.stringify(told.facts),
]

export function tellWrites(audiences: readonly Audience[], told: Told, by: By): Write[] {
  if (audiences.length === 0) return []
  return [[TELL, [...valuesOf(told, by), audiences.map(a => a.role), audiences.map(a => a.unitId), audiences.map(a => a.urgent)]]]
}

/** Tells the leader what became of his note; nobody when there is none. */
export const tellLeader = (note: { id: string } | { documentId: string }, told: Told, by: By): Write =>
  'id' in note
    ? [`${TELL_LEADER} and n.id = $13`, [...valuesOf(told, by), note.id]]
    : [`${TELL_LEADER} and n.document_id = $13`, [...valuesOf(told, by), note.documentId]]

/** The messages of one event of an item; none for most. */
export function messageWrites(next: Item, before: Item | null, event: ItemEvent, hand: Hand): Write[] {
  const told: Told = {
    kind: event.kind,
    itemId: next.id,
    documentId: null,
    number: next.number,
    title: next.title,
    words: event.words,
    facts: event.facts,
  }
  const audiences = audiencesOf({ event, before, next, actor: hand.actor, today: dayOf(hand.now), calendar: hand.book.calendar })
  const answered = event.kind === 'close' && next.source ? [tellLeader({ documentId: next.source.documentId }, told, hand)] : []
  return [...tellWrites(audiences, told, hand), ...answered]
}

const LIST = `select m.id, m.kind, m.at, m.read, m.urgent is not null as urgent, i.id as item_id, d.id as document_id,
    m.number, m.title, m.by_name as by, m.by_unit, m.words, m.facts
  from message m left join item i on i.jurisdiction_id = m.jurisdiction_id and i.id = m.item_id
  left join document d on d.jurisdiction_id = m.jurisdiction_id and d.id = m.document_id
  where m.jurisdiction_id = $1 and m.person_id = $2 order by m.at desc, m.id limit $3 offset $4`
const UNREAD = 'select count(*) as n from message where jurisdiction_id = $1 and person_id = $2 and not read'

export async function unreadOf(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(UNREAD, [tx.context.jurisdiction, tx.context.personId])
  return row!.n
}

export async function listMessages(tx: Tx, { page, size }: { page: number; size: number }) {
  const whose = [tx.context.jurisdiction, tx.context.personId]
  const [messages, [all], unread] = await Promise.all([
    tx.rows<MessageView>(LIST, [...whose, size, (page - 1) * size]),
    tx.rows<{ n: number }>('select count(*) as n from message where jurisdiction_id = $1 and person_id = $2', whose),
    unreadOf(tx),
  ])
  return { messages, total: all!.n, unread }
}

/** No record and no time of it is kept: who read what when is nobody's business (decision 010). */
export async function markRead(tx: Tx, which: { ids: string[] } | { until: string }): Promise<void> {
  const whose = [tx.context.jurisdiction, tx.context.personId]
  const READ = 'update message set read = true where jurisdiction_id = $1 and person_id = $2 and not read'
  if ('ids' in which) await tx.rows(`${READ} and id = any($3)`, [...whose, which.ids])
  // Instants are shown to the millisecond, and kept finer.
  else await tx.rows(`${READ} and at < $3::timestamptz + interval '1 millisecond'`, [...whose, which.until])
}

/** Days after which a message that was read, and one that was not, is forgotten (product choice); what it told stands in the item. */
const [READ_DAYS, UNREAD_DAYS] = [90, 365]

export async function forgetMessages(tx: Tx, now: number): Promise<void> {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString()
  await tx.rows('delete from message where jurisdiction_id = $1 and at < case when read then $2::timestamptz else $3::timestamptz end', [
    tx.context.jurisdiction,
    before(READ_DAYS),
    before(UNREAD_DAYS),
  ])
}
