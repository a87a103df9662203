// Leaders' notes with what became of them: reads only.
import type { NoteList, NoteQuery, NoteView } from '../core/contract/note.ts'
import type { NotePage, NoteUrgency } from '../core/note.ts'
import type { Day, Instant } from '../core/types.ts'
import { LEADERS } from './target/note.ts'
import type { Tx } from './tx.ts'

export const listLeaders = (tx: Tx, today: Day) =>
  tx.rows<{ id: string; name: string; post: string | null }>(`${LEADERS} order by p.name`, [tx.context.jurisdiction, today])

interface Row {
  id: string
  at: Instant
  leader: string
  post: string | null
  leaderId: string
  byId: string
  byName: string
  words: string
  urgency: NoteUrgency
  onKind: NotePage
  onTitle: string | null
  address: string
  documentId: string
  readAt: Instant | null
  readBy: string | null
  readWords: string | null
  stand: NoteView['stand']
  items: NoteView['items']
}

const ROWS = `select n.id, n.at, n.leader, n.post, n.leader_id, n.by_id, n.by_name, n.words, n.urgency, n.on_kind, n.on_title, n.address, n.document_id,
    n.read_at, n.read_by, n.read_words,
    case when n.read_at is not null then 'read' when exists (select 1 from item i where i.jurisdiction_id = n.jurisdiction_id
      and i.document_id = n.document_id) then 'dispatched' else 'waiting' end as stand,
    (select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'title', i.title, 'state', i.state, 'light', i.light, 'reason', i.reason,
        'facts', i.facts, 'unit', u.name) order by i.number), '[]') from item i
      left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
      where i.jurisdiction_id = n.jurisdiction_id and i.document_id = n.document_id) as items
  from note n where n.jurisdiction_id = $1`

/** Newest first; a leader sees his own, the office sees all. `leaderId` null: everyone's. */
export async function listNotes(tx: Tx, query: NoteQuery, leaderId: string | null): Promise<NoteList> {
  const values: unknown[] = [tx.context.jurisdiction]
  const where: string[] = []
  const and = (condition: (n: string) => string, value: unknown) => where.push(condition(`$${values.push(value)}`))
  if (leaderId) and(n => `t.leader_id = ${n}`, leaderId)
  if (query.stand.length) and(n => `t.stand = any(${n})`, query.stand)
  if (query.address) and(n => `t.address = ${n}`, query.address)
  if (query.q) and(n => `(t.words ilike ${n} or t.on_title ilike ${n} or t.leader ilike ${n})`, `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const found = `select * from (${ROWS}) t${where.length ? ` where ${where.join(' and ')}` : ''}`
  const [rows, [count]] = await Promise.all([
    tx.rows<Row>(`${found} order by t.at desc, t.id limit ${query.size} offset ${(query.page - 1) * query.size}`, values),
    tx.rows<{ total: number }>(`select count(*) as total from (${found}) c`, values),
  ])
  return { notes: rows.map(viewOf), total: count!.total }
}

/** One note; null when it is not there or not to be seen. */
export async function getNote(tx: Tx, id: string): Promise<NoteView | null> {
  const [row] = await tx.rows<Row>(`${ROWS} and n.id = $2`, [tx.context.jurisdiction, id])
  return row ? viewOf(row) : null
}

const viewOf = (r: Row): NoteView => ({
  id: r.id,
  at: r.at,
  leader: r.leader,
  post: r.post,
  recordedBy: r.byId === r.leaderId ? null : r.byName,
  words: r.words,
  urgency: r.urgency,
  on: { kind: r.onKind, title: r.onTitle, address: r.address },
  documentId: r.documentId,
  stand: r.stand,
  read: r.readAt ? { at: r.readAt, by: r.readBy!, words: r.readWords } : null,
  items: r.items,
})
