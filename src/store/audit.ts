// The audit log: appended in the transaction of the change it records, chained by hashes in 32 lanes, checked by `verifyAudit`.
import { createHash } from 'node:crypto'
import type { ItemEvent } from '../core/command.ts'
import type { Instant } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

/** Lanes of one jurisdiction: a target's whole history lies in one, and 32 writers need not queue behind one commit (decision 003). */
export const LANES = 32

/** What is recorded of one change; `body` is JSON without the words of business data. */
export interface Entry {
  action: string
  target: string
  summary: string
  body: string
}

export interface Signed extends Entry {
  at: Instant
  actorId: string | null
  actor: string
}

/** Binds an event's content to the chain without its words: the parts in this order, as JSON. */
export const digestOf = (e: ItemEvent, at: Instant, personId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([e.kind, at, personId, e.words, e.fileIds, e.facts]))
    .digest('hex')

export const laneOf = (target: string): number => createHash('sha256').update(target).digest()[0]! % LANES

/** Everything of an entry but its place in the chain, in the bytes that are hashed. `body` comes last: no other part holds a line break. */
export const wordsOf = (e: Signed): string =>
  [e.at, e.actorId ?? '', e.actor, e.action, e.target, e.summary, e.body]
    .map((part, at) => (at < 6 ? part.replaceAll('\n', ' ') : part))
    .join('\n')

export const hashOf = (previous: Buffer, lane: number, seq: number, words: string): Buffer =>
  createHash('sha256').update(previous).update(`${lane}\n${seq}\n${words}`).digest()

/** The first link of a lane; the same is made by the database when the jurisdiction is. */
export const seedOf = (jurisdiction: string, lane: number): Buffer => createHash('sha256').update(`luoshi ${jurisdiction} ${lane}`).digest()

const APPEND = `with head as (
    update audit_lane set seq = seq + 1, prev_hash = hash, hash = sha256(hash || convert_to(lane || E'\\n' || (seq + 1) || E'\\n' || $3, 'UTF8'))
    where jurisdiction_id = $1 and lane = $2 returning jurisdiction_id, lane, seq, prev_hash, hash)
  insert into audit (jurisdiction_id, lane, seq, at, actor_id, actor, action, target, summary, body, prev_hash, hash)
  select jurisdiction_id, lane, seq, $4, $5, $6, $7, $8, $9, $10, prev_hash, hash from head`

/** The last writes of a transaction, in the order of their lanes so that two transactions never wait for each other. */
export function appends(jurisdiction: string, entries: Signed[]): Write[] {
  return entries
    .map(entry => ({ entry, lane: laneOf(entry.target) }))
    .sort((a, b) => a.lane - b.lane)
    .map(({ entry: e, lane }) => [
      APPEND,
      [jurisdiction, lane, wordsOf(e), e.at, e.actorId, e.actor, e.action, e.target, e.summary, e.body],
    ])
}

export interface Proof {
  whole: boolean
  entries: number
  broken: { lane: number; seq: number; why: 'missing' | 'changed' | 'cut-off' | 'event-changed' } | null
}

interface Row extends Signed {
  seq: number
  hash: Buffer
}

const PAGE = `select seq, at, actor_id, actor, action, target, summary, body, hash from audit
  where jurisdiction_id = $1 and lane = $2 and seq > $3 order by seq limit 5000`

/**
 * Walks every lane from its seed to its head, computing each hash anew outside the database, and compares the events of items with what
 * their records say of them. Names the first broken entry.
 */
export async function verifyAudit(tx: Tx): Promise<Proof> {
  const place = tx.context.jurisdiction
  const heads = await tx.rows<{ lane: number; seq: number; hash: Buffer }>(
    'select lane, seq, hash from audit_lane where jurisdiction_id = $1 order by lane',
    [place],
  )
  let entries = 0
  for (const { lane, ...head } of heads) {
    let seq = 0
    let hash = seedOf(place, lane)
    const broken = (why: NonNullable<Proof['broken']>['why']): Proof => ({ whole: false, entries, broken: { lane, seq: seq + 1, why } })
    for (let page = await tx.rows<Row>(PAGE, [place, lane, 0]); page.length; page = await tx.rows<Row>(PAGE, [place, lane, seq])) {
      for (const row of page) {
        if (row.seq !== seq + 1) return broken('missing')
        hash = hashOf(hash, lane, row.seq, wordsOf(row))
        if (!hash.equals(row.hash)) return broken('changed')
        seq = row.seq
        entries++
      }
      const altered = await alteredEvent(tx, page)
      if (altered) return { whole: false, entries, broken: { lane, seq: altered.seq, why: 'event-changed' } }
    }
    if (seq !== head.seq || !hash.equals(head.hash)) return broken('cut-off')
  }
  return { whole: true, entries, broken: null }
}

type StoredEvent = ItemEvent & { itemId: string; version: number; at: Instant; byId: string }

const EVENTS = `select item_id, version, kind, at, by_id, words, file_ids, facts from item_event
  where jurisdiction_id = $1 and (item_id, version) in (select * from unnest($2::uuid[], $3::int[]))`

/** The first record whose event is gone or says something else by now. */
async function alteredEvent(tx: Tx, page: Row[]): Promise<Row | null> {
  const records = page.flatMap(row => {
    // Of what else was done to an item (visit.undo, request.answer) no event is kept.
    if (!row.target.startsWith('item:') || !row.action.startsWith('item.')) return []
    return [{ row, id: row.target.slice('item:'.length), ...(JSON.parse(row.body) as { version: number; digest: string }) }]
  })
  if (!records.length) return null
  const events = await tx.rows<StoredEvent>(EVENTS, [tx.context.jurisdiction, records.map(r => r.id), records.map(r => r.version)])
  const digests = new Map(events.map(e => [`${e.itemId} ${e.version} item.${e.kind}`, digestOf(e, e.at, e.byId)]))
  return records.find(r => digests.get(`${r.id} ${r.version} ${r.row.action}`) !== r.digest)?.row ?? null
}

export interface AuditQuery {
  page: number
  size: number
  q?: string
  from?: string
  to?: string
  /** The person's name, whole. */
  actor?: string
  action?: string
  /** A kind (`item`), or one thing (`item:9f8f…`). */
  target?: string
}

interface AuditRow {
  lane: number
  seq: number
  at: Instant
  actor: string
  action: string
  target: string
  summary: string
  hash: string
}

/** The condition of a query and its values. */
function auditClause(place: string, query: Omit<AuditQuery, 'page' | 'size'>): { from: string; values: unknown[] } {
  const values: unknown[] = [place]
  const where = ['jurisdiction_id = $1']
  const and = (condition: (n: string) => string, value: unknown) => where.push(condition(`$${values.push(value)}`))
  const like = (text: string) => text.replace(/[\\%_]/g, '\\$&')
  // Days are those of Beijing.
  if (query.from) and(n => `at >= (${n}::date)::timestamp at time zone 'Asia/Shanghai'`, query.from)
  if (query.to) and(n => `at < (${n}::date + 1)::timestamp at time zone 'Asia/Shanghai'`, query.to)
  if (query.actor) and(n => `actor = ${n}`, query.actor)
  if (query.action) and(n => `action = ${n}`, query.action)
  if (query.target) and(n => `target like ${n}`, query.target.includes(':') ? like(query.target) : `${like(query.target)}:%`)
  if (query.q) and(n => `(actor ilike ${n} or target ilike ${n} or summary ilike ${n})`, `%${like(query.q)}%`)
  return { from: `from audit where ${where.join(' and ')}`, values }
}

const AUDIT_ROW = `select lane, seq, at, actor, action, target, summary, encode(hash, 'hex') as hash`
const NEWEST = 'order by at desc, lane, seq desc'

/** Newest first; seen in the context of an audit administrator only. */
export async function listAudit(tx: Tx, query: AuditQuery): Promise<{ entries: AuditRow[]; total: number }> {
  const { from, values } = auditClause(tx.context.jurisdiction, query)
  const [entries, total] = await Promise.all([
    tx.rows<AuditRow>(`${AUDIT_ROW} ${from} ${NEWEST} limit ${query.size} offset ${(query.page - 1) * query.size}`, values),
    tx.rows<{ total: number }>(`select count(*) as total ${from}`, values),
  ])
  return { entries, total: total[0]!.total }
}

/** More than a workbook holds well is taken month by month. */
export const MOST_EXPORTED = 100_000

/** All entries of a filter, for a file. */
export const exportAudit = (tx: Tx, query: Omit<AuditQuery, 'page' | 'size'>): Promise<AuditRow[]> => {
  const { from, values } = auditClause(tx.context.jurisdiction, query)
  return tx.rows<AuditRow>(`${AUDIT_ROW} ${from} ${NEWEST} limit ${MOST_EXPORTED}`, values)
}

/** What the filters can be set to: who acted, and what was done. */
export async function auditChoices(tx: Tx): Promise<{ actors: string[]; actions: string[] }> {
  const column = (name: 'actor' | 'action') =>
    tx.rows<{ name: string }>(`select distinct ${name} as name from audit where jurisdiction_id = $1 order by 1 limit 500`, [
      tx.context.jurisdiction,
    ])
  const [actors, actions] = await Promise.all([column('actor'), column('action')])
  return { actors: actors.map(row => row.name), actions: actions.map(row => row.name) }
}
