// The only write path: one transaction that locks the target, asks the pure rules, and saves state, events and audit record together.
import type { PoolClient } from 'pg'
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts'
import type { Actor, Instant } from '../core/types.ts'
import { appends } from './audit.ts'
import type { Database } from './db.ts'
import { firstResult, keepResult, type Once, onceOf } from './once.ts'
import { account } from './target/account.ts'
import { boundary } from './target/boundary.ts'
import { budget } from './target/budget.ts'
import { calendar } from './target/calendar.ts'
import { channel } from './target/channel.ts'
import { contact } from './target/contact.ts'
import { conveyance } from './target/conveyance.ts'
import { correction } from './target/correction.ts'
import { delivery } from './target/delivery.ts'
import { document } from './target/document.ts'
import { draft } from './target/draft.ts'
import { ending } from './target/ending.ts'
import { file } from './target/file.ts'
import { frame } from './target/frame.ts'
import { indicator } from './target/indicator.ts'
import { indicatorSheet } from './target/indicatorsheet.ts'
import { item } from './target/item.ts'
import { jurisdiction } from './target/jurisdiction.ts'
import { kindSheet } from './target/kindsheet.ts'
import { kindSheetUndo } from './target/kindsheetundo.ts'
import { lesson } from './target/lesson.ts'
import { link } from './target/link.ts'
import { note } from './target/note.ts'
import { parts } from './target/parts.ts'
import { peer } from './target/peer.ts'
import { peerFigure } from './target/peerfigure.ts'
import { peerImport } from './target/peerimport.ts'
import { proposal } from './target/proposal.ts'
import { rate } from './target/rate.ts'
import { reading } from './target/reading.ts'
import { relay } from './target/relay.ts'
import { requestAnswer } from './target/requestanswer.ts'
import { roster } from './target/roster.ts'
import { rules } from './target/rules.ts'
import { scheme } from './target/scheme.ts'
import { schemeResult } from './target/schemeresult.ts'
import { session } from './target/session.ts'
import { sheet } from './target/sheet.ts'
import { slip } from './target/slip.ts'
import { target } from './target/target.ts'
import { tenure } from './target/tenure.ts'
import { unit } from './target/unit.ts'
import { visit } from './target/visit.ts'
import { visitUndo } from './target/visitundo.ts'
import { warning } from './target/warning.ts'
import { atOnce, contextOf, type Tx, tell, txOf } from './tx.ts'
import type { Done, Kind } from './write.ts'

const KINDS = {
  item,
  document,
  draft,
  correction,
  unit,
  account,
  file,
  jurisdiction,
  session,
  link,
  contact,
  channel,
  delivery,
  parts,
  proposal,
  relay,
  conveyance,
  tenure,
  sheet,
  slip,
  note,
  roster,
  rules,
  calendar,
  frame,
  indicator,
  indicatorSheet,
  target,
  reading,
  peer,
  peerFigure,
  peerImport,
  scheme,
  schemeResult,
  rate,
  boundary,
  visit,
  visitUndo,
  lesson,
  kindSheet,
  kindSheetUndo,
  ending,
  requestAnswer,
  budget,
  warning,
}
type Kinds = typeof KINDS
export type KindName = keyof Kinds
type PartOf<K extends KindName, N extends 0 | 1 | 3> =
  Kinds[K] extends Kind<infer T, infer C, infer _S, infer V> ? [T, C, never, V][N] : never
export type TargetOf<K extends KindName> = PartOf<K, 0> & { kind: K }
export type CommandOf<K extends KindName> = PartOf<K, 1>
export type ValueOf<K extends KindName> = PartOf<K, 3>

export interface ActOptions<Value, Answer> {
  /** The client's key of one intended write: carried out once, however often it arrives. */
  key?: string | null
  now?: Instant
  /** Reads what is to be answered instead of the value. It travels with the commit, so it sends its queries before it first awaits. */
  answer?: (tx: Tx, value: Value) => Promise<Answer>
}

/** Carries out one command, or says why not. Throws only when the machine fails; then nothing was changed. */
export async function act<K extends KindName, Answer = ValueOf<K>>(
  db: Pick<Database, 'pool'>,
  actor: Actor,
  target: TargetOf<K>,
  command: CommandOf<K>,
  options: ActOptions<ValueOf<K>, Answer> = {},
): Promise<NoInfer<Answer> | Refusal> {
  for (let tried = 1; ; tried++)
    try {
      return await attempt(db, actor, target, command, options)
    } catch (error) {
      // Two waited for each other, and the database let the other one through: nothing of this was done.
      if ((error as { code?: string }).code !== DEADLOCK || tried === TRIES) throw error
    }
}

/** deadlock_detected */
const DEADLOCK = '40P01'
const TRIES = 4

async function attempt<K extends KindName, Answer>(
  db: Pick<Database, 'pool'>,
  actor: Actor,
  target: TargetOf<K>,
  command: CommandOf<K>,
  { key = null, now = new Date().toISOString(), answer = async (_tx, value) => value as unknown as Answer }: ActOptions<ValueOf<K>, Answer>,
): Promise<NoInfer<Answer> | Refusal> {
  const kind = KINDS[target.kind] as unknown as Kind<TargetOf<K>, CommandOf<K>, unknown, ValueOf<K>>
  const moment = { actor, now }
  const client = await db.pool.connect()
  let fault: Error | undefined
  const tx = txOf(client, contextOf(actor))
  const once = onceOf(key, target, command)
  /** What was answered when the same command came first; null when it did not. */
  const again = async (): Promise<Answer | Refusal | null> => {
    const first = once && (await firstResult(tx, once))
    return first === null || isRefusal(first) ? first : answer(tx, first as ValueOf<K>)
  }
  try {
    // The connection is pipelined: context, begin and the first reads go to the database together.
    const [, , state] = await together(
      atOnce(client, () => [tell(client, tx.context), client.query('begin'), kind.load(tx, target, command, moment)]),
    )
    const done = isRefusal(state) ? state : kind.decide(state, target, command, moment)
    if (!isRefusal(done)) return await save(client, tx, done, { actor, now, once }, answer)
    await client.query('rollback')
    // A command that was carried out is mostly refused the second time; then its key is known by now.
    return (await again()) ?? done
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    await client.query('rollback').catch(() => {
      fault = error as Error
    })
    // Otherwise the second writing of the key fails, and nothing of it was carried out.
    if (code === UNIQUE && constraint === 'once_pkey') return (await again())!
    if (code === UNIQUE && NAMES.has(constraint ?? '')) return refuse('name-taken', {})
    throw error
  } finally {
    client.release(fault)
  }
}

/** unique_violation */
const UNIQUE = '23505'
/** Unique names that two people may choose at the same moment; found earlier in all other cases. */
const NAMES = new Set([
  'unit_jurisdiction_id_name_key',
  'person_jurisdiction_id_username_key',
  'user_username_key',
  'user_email_key',
  'indicator_name',
  'indicator_jurisdiction_id_code_key',
  'frame_jurisdiction_id_parent_id_name_key',
])

async function save<V, A>(
  client: PoolClient,
  tx: Tx,
  done: Done<V>,
  by: { actor: Actor; now: Instant; once: Once | null },
  answer: (tx: Tx, value: V) => Promise<A>,
): Promise<A> {
  const signed = done.entries.map(entry => ({
    ...entry,
    at: by.now,
    actorId: by.actor.personId,
    actor: by.actor.onlyItem ? `${by.actor.name}（经链接）` : by.actor.name,
  }))
  const writes = [
    ...(by.once ? [keepResult(tx, by.once, done.value, by.now)] : []),
    ...done.writes,
    ...appends(tx.context.jurisdiction, signed),
  ]
  // After a failed statement the database answers the commit with ROLLBACK, and `together` throws the statement's error.
  const sent = atOnce(client, () => [
    ...writes.map(([text, values]): Promise<unknown> => tx.rows(text, values)),
    client.query('commit'),
    answer(tx, done.value),
  ])
  return (await together(sent)).at(-1) as A
}

/** Waits for all of them even when one fails, so that a connection is never given back with answers still to come. */
async function together<T extends readonly unknown[]>(sent: readonly [...T]): Promise<{ [I in keyof T]: Awaited<T[I]> }> {
  const answers = await Promise.allSettled(sent)
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
  return answers.map(answer => (answer as PromiseFulfilledResult<unknown>).value) as { [I in keyof T]: Awaited<T[I]> }
}
