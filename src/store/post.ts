// Fills the outbox: what of the messages may not wait, and the weekly digests, each read with the eyes of whoever gets it. Sends nothing.
import type { ContactView } from '../core/contract/message.ts'
import { dayOf } from '../core/day.ts'
import { DIGEST_DAY, digestDue, mayGoOut, QUIET, type QuietHours } from '../core/delivery.ts'
import { type Change, digestLetter, type Letter, urgentLetter } from '../core/letter.ts'
import { BREAKS_QUIET, type Urgent } from '../core/message.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import { readActor } from './account.ts'
import { type Database, read } from './db.ts'
import { asProgram, digestedNow, putOut } from './outbox.ts'
import { bookOf } from './rules.ts'
import { listTodo } from './todo.ts'
import { type Tx, wholeOf } from './tx.ts'

interface PostOptions {
  now: Instant
  /** The address of a page. */
  link: (path: string) => string
  /** Whether there is a mail server; without one nothing is put out for mail. */
  mail: boolean
}

type Quiet = Pick<ContactView, 'quietFrom' | 'quietUntil' | 'daysOff'>
const quietOf = ({ quietFrom, quietUntil, daysOff }: Quiet): QuietHours => ({ from: quietFrom, until: quietUntil, daysOff })

interface Pressing extends Quiet {
  id: string
  personId: string
  unitId: string | null
  urgent: Urgent
  itemId: string
  number: string | null
  title: string
  words: string | null
  kind: string
  at: Instant
  /** null: he gets no mail. */
  address: string | null
}

const PRESSING = `select m.id, m.person_id, m.unit_id, m.urgent, m.item_id, m.number, m.title, m.words, m.kind, m.at, c.address,
    c.quiet_from, c.quiet_until, c.days_off
  from message m left join contact c on c.jurisdiction_id = m.jurisdiction_id and c.person_id = m.person_id
  where m.jurisdiction_id = $1 and m.urgent is not null and not m.posted order by m.at, m.id limit 200 for update of m skip locked`

/** Puts out what may not wait for the digest: to each person's mail, and once to each robot of the units that are told. */
export function postUrgent(db: Pick<Database, 'pool'>, place: string, { now, link, mail }: PostOptions): Promise<number> {
  return asProgram(db, place, async tx => {
    const pressing = await tx.rows<Pressing>(PRESSING, [place])
    if (pressing.length === 0) return 0
    const units = [...new Set(pressing.flatMap(one => one.unitId ?? []))]
    const robots = await tx.rows<{ id: string; unitId: string }>(
      'select id, unit_id from channel where jurisdiction_id = $1 and enabled and unit_id = any($2)',
      [place, units],
    )
    const { calendar } = await bookOf(tx)
    const told = new Set<string>()
    for (const one of pressing) {
      const letter = urgentLetter(one.urgent, one, link(`/items/${one.itemId}`))
      const dueAt = (quiet: QuietHours) => (BREAKS_QUIET[one.urgent] ? now : mayGoOut(now, calendar, quiet))
      if (mail && one.address) {
        const to = { personId: one.personId, address: one.address }
        await putOut(tx, { kind: 'urgent', to, letter, dueAt: dueAt(quietOf(one)) }, now)
      }
      for (const robot of robots.filter(r => r.unitId === one.unitId)) {
        // Several people of a unit are told of one thing; their group hears it once.
        const key = [robot.id, one.itemId, one.kind, one.at].join(' ')
        if (told.has(key)) continue
        told.add(key)
        await putOut(tx, { kind: 'urgent', to: { channelId: robot.id }, letter, dueAt: dueAt(QUIET) }, now)
      }
    }
    await tx.rows('update message set posted = true where jurisdiction_id = $1 and id = any($2)', [place, pressing.map(one => one.id)])
    return pressing.length
  })
}

interface Reader extends Quiet {
  table: 'contact' | 'channel'
  id: string
  unitId: string | null
  address: string | null
  digestDay: number
  digestedOn: Day | null
}

const READERS = `select 'contact' as "table", c.person_id as id, null::uuid as unit_id, c.address, c.digest_day, c.digested_on, c.quiet_from, c.quiet_until, c.days_off
    from contact c join person p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.person_id and not p.disabled
    where c.jurisdiction_id = $1 and c.address is not null and c.digest_day > 0 and $2
  union all
  select 'channel', id, unit_id, null, ${DIGEST_DAY}, digested_on, ${QUIET.from}, ${QUIET.until}, ${QUIET.daysOff} from channel where jurisdiction_id = $1 and enabled`

export interface DigestOptions extends PostOptions {
  /** Whatever the day and hour, and not held back by quiet hours: somebody asked for it. */
  asked?: boolean
}

/** Puts out the digests that are due; who has nothing waiting gets none. Returns how many were put out. */
export async function postDigests(db: Pick<Database, 'pool'>, place: string, options: DigestOptions): Promise<number> {
  const { now, link, mail, asked = false } = options
  const today = dayOf(now)
  const [readers, { calendar }] = await read(db, wholeOf(place), tx => Promise.all([tx.rows<Reader>(READERS, [place, mail]), bookOf(tx)]))
  let put = 0
  for (const reader of readers) {
    if (!asked && !digestDue(reader.digestDay, reader.digestedOn, now, calendar)) continue
    const actor = await eyesOf(db, place, reader)
    const letter = actor && (await digestFor(db, actor, reader, { today, link }))
    put += await asProgram(db, place, async tx => {
      if (!(await digestedNow(tx, reader.table, reader.id, today)) && !asked) return 0
      if (!letter) return 0
      const to = reader.address ? { personId: reader.id, address: reader.address } : { channelId: reader.id }
      await putOut(tx, { kind: 'digest', to, letter, dueAt: asked ? now : mayGoOut(now, calendar, quietOf(reader)) }, now)
      return 1
    })
  }
  return put
}

/** A person is himself; the robot of a unit sees what its liaison does, that of the office what an officer does. */
async function eyesOf(db: Pick<Database, 'pool'>, place: string, { table, id, unitId }: Reader): Promise<Actor | null> {
  if (table === 'contact') return (await readActor(db, place, id))?.actor ?? null
  const role = unitId ? 'liaison' : 'officer'
  return { personId: NOBODY, name: '', jurisdiction: place, appointments: [{ role, unitId }], unitIds: unitId ? [unitId] : [] }
}
const NOBODY = '00000000-0000-0000-0000-000000000000'

const CHANGES = `select distinct on (coalesce(item_id, id)) kind, number, title, at from message
  where jurisdiction_id = $1 and person_id = $2 and not read and at >= $3::date - interval '7 days' order by coalesce(item_id, id), at desc`

function digestFor(
  db: Pick<Database, 'pool'>,
  actor: Actor,
  { digestedOn }: Reader,
  { today, link }: { today: Day; link: (path: string) => string },
): Promise<Letter | null> {
  return read(db, actor, async tx => {
    const [todo, changes] = await Promise.all([listTodo(tx, actor), changesOf(tx, digestedOn ?? today)])
    return digestLetter({ entries: todo.entries, changes, today, link })
  })
}

async function changesOf(tx: Tx, since: Day): Promise<Change[]> {
  const rows = await tx.rows<Change & { at: Instant }>(CHANGES, [tx.context.jurisdiction, tx.context.personId, since])
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1))
}
