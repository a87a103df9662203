// The outbox, for the program alone: what is to go out by mail and robot, taken with a lease so that a killed program loses nothing and two send nothing twice.
import { randomUUID } from 'node:crypto'
import type { DeliveryFault } from '../core/contract/message.ts'
import { nextTry, RETRY_MINUTES } from '../core/delivery.ts'
import type { Letter } from '../core/letter.ts'
import type { Robot } from '../core/robot.ts'
import type { Day, Instant } from '../core/types.ts'
import type { Database } from './db.ts'
import { type Tx, tell, txOf, wholeOf } from './tx.ts'

/** Everything or nothing of `work`, in the name of the program. */
export async function asProgram<T>(db: Pick<Database, 'pool'>, jurisdiction: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  let fault: Error | undefined
  try {
    const context = wholeOf(jurisdiction)
    await tell(client, context)
    await client.query('begin')
    const value = await work(txOf(client, context))
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => {
      fault = error as Error
    })
    throw error
  } finally {
    client.release(fault)
  }
}

interface NewDelivery {
  kind: 'digest' | 'urgent'
  /** A person's mail, or a robot. */
  to: { personId: string; address: string } | { channelId: string }
  letter: Letter
  dueAt: Instant
}

const PUT = `insert into delivery (jurisdiction_id, id, kind, person_id, channel_id, address, at, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`

export async function putOut(tx: Tx, { kind, to, letter, dueAt }: NewDelivery, now: Instant): Promise<void> {
  const place = tx.context.jurisdiction
  const id = randomUUID()
  const [person, channel, address] = 'channelId' in to ? [null, to.channelId, null] : [to.personId, null, to.address]
  await tx.rows(PUT, [place, id, kind, person, channel, address, now, dueAt])
  await tx.rows('insert into letter (jurisdiction_id, delivery_id, letter) values ($1, $2, $3)', [place, id, JSON.stringify(letter)])
}

export interface Taken {
  id: string
  kind: string
  address: string | null
  failures: number
  robot: Robot | null
  sealed: string | null
  enabled: boolean | null
  letter: Letter
}

/** Longer than the slowest batch takes: what is not answered for by then was interrupted, and is taken again. */
const LEASE_MS = 10 * 60_000
const BATCH = 20
/** What the robots of all three take in a minute. */
const ROBOT_RATE = 20

const TAKE = `update delivery d set due_at = $3, tried_at = $2 where d.jurisdiction_id = $1 and d.state = 'waiting' and d.due_at <= $2 and d.id in (
    select w.id from (
      select id, channel_id, row_number() over (partition by channel_id order by at, id) as place,
        (select count(*) from delivery r where r.jurisdiction_id = $1 and r.channel_id = o.channel_id and r.tried_at > $4) as spent
      from delivery o where o.jurisdiction_id = $1 and o.state = 'waiting' and o.due_at <= $2 and (o.channel_id is not null or $5)) w
    where w.channel_id is null or w.place + w.spent <= ${ROBOT_RATE} order by w.place limit ${BATCH})
  returning d.id, d.kind, d.address, d.failures,
    (select c.robot from channel c where c.jurisdiction_id = $1 and c.id = d.channel_id) as robot,
    (select c.sealed from channel c where c.jurisdiction_id = $1 and c.id = d.channel_id) as sealed,
    (select c.enabled from channel c where c.jurisdiction_id = $1 and c.id = d.channel_id) as enabled,
    (select l.letter from letter l where l.jurisdiction_id = $1 and l.delivery_id = d.id) as letter`

/** Takes some of what is due, robots within their rate; mail only while there is a server for it. */
export function takeDue(db: Pick<Database, 'pool'>, jurisdiction: string, now: Instant, mail: boolean): Promise<Taken[]> {
  const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString()
  return asProgram(db, jurisdiction, tx => tx.rows<Taken>(TAKE, [jurisdiction, now, later(LEASE_MS), later(-60_000), mail]))
}

const SENT = `update delivery set state = 'sent', sent_at = $3, fault = null, said = null where jurisdiction_id = $1 and id = $2`
const FAILED = `update delivery set state = $3, due_at = $4, failures = $5, fault = $6, said = $7 where jurisdiction_id = $1 and id = $2`

/** What it said is forgotten once it was sent. */
export const markSent = (db: Pick<Database, 'pool'>, jurisdiction: string, id: string, now: Instant): Promise<void> =>
  asProgram(db, jurisdiction, async tx => {
    await tx.rows(SENT, [jurisdiction, id, now])
    await tx.rows('delete from letter where jurisdiction_id = $1 and delivery_id = $2', [jurisdiction, id])
  })

/** A code is of no use to anybody after half an hour. */
const CODE_RETRY_MINUTES = [1, 5, 15]

export const markFailed = (
  db: Pick<Database, 'pool'>,
  jurisdiction: string,
  one: Pick<Taken, 'id' | 'kind' | 'failures'>,
  why: { fault: DeliveryFault; said: string | null },
  now: Instant,
): Promise<void> =>
  asProgram(db, jurisdiction, async tx => {
    const next = nextTry(one.failures + 1, now, one.kind === 'code' ? CODE_RETRY_MINUTES : RETRY_MINUTES)
    const [state, due] = next.state === 'retry' ? ['waiting', next.at] : ['failed', now]
    await tx.rows(FAILED, [jurisdiction, one.id, state, due, next.failures, why.fault, why.said])
  })

/** Of a letter that was taken and not tried after all: it is due again at once, and nothing is counted. */
export const putBack = (db: Pick<Database, 'pool'>, jurisdiction: string, ids: string[], at: Instant): Promise<void> =>
  asProgram(db, jurisdiction, async tx => {
    await tx.rows('update delivery set due_at = $3, tried_at = null where jurisdiction_id = $1 and id = any($2)', [jurisdiction, ids, at])
  })

/** Days after which how something was delivered is forgotten (product choice). */
const KEPT_DAYS = 90

export async function forgetDeliveries(tx: Tx, now: number): Promise<void> {
  await tx.rows(`delete from delivery where jurisdiction_id = $1 and state in ('sent', 'dropped') and at < $2`, [
    tx.context.jurisdiction,
    new Date(now - KEPT_DAYS * 86_400_000).toISOString(),
  ])
}

/** Sets the day of the last digest; false when somebody else did so already. */
export async function digestedNow(tx: Tx, table: 'contact' | 'channel', id: string, today: Day): Promise<boolean> {
  const key = table === 'contact' ? 'person_id' : 'id'
  const rows = await tx.rows(
    `update ${table} set digested_on = $3 where jurisdiction_id = $1 and ${key} = $2 and digested_on is distinct from $3 returning 1 as one`,
    [tx.context.jurisdiction, id, today],
  )
  return rows.length > 0
}
