// Writes a made-up history in bulk, to the byte as `act` would have left it: rows, tally, counters and the audit chain. For the demonstration only.
import { dayOf } from '../../core/day.ts'
import { isOverdue, light } from '../../core/light.ts'
import { outcomeOf } from '../../core/rate.ts'
import type { Day } from '../../core/types.ts'
import { hashOf, LANES, laneOf, type Signed, seedOf, wordsOf } from '../audit.ts'
import { CALENDAR } from '../calendar.ts'
import { valuesOf, WRITTEN_COLUMNS } from '../row.ts'
import { NO_UNIT } from '../tally.ts'
import { entryOf } from '../target/item.ts'
import type { Tx } from '../tx.ts'
import type { Life } from './history.ts'
import type { Chance } from './random.ts'

const AT_ONCE = 1000

type Row = Record<string, unknown>

/** Inserts rows by the names of their columns. */
export async function insertRows(tx: Tx, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx.rows(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows.slice(at, at + AT_ONCE)),
    ])
}

/** The items, events, tally and counters of the lives. `unitNames` are the names in which people act. */
export async function insertLives(tx: Tx, lives: Life[], today: Day, unitNames: Map<string, string>, chance: Chance): Promise<void> {
  const place = tx.context.jurisdiction
  const tally = new Map<string, Row & { items: number; percent_sum: number; closed: number; dated: number; on_time: number }>()
  const counters = new Map<number, number>()
  const items = lives.map(({ item }): Row => {
    const lit = light(item, today, CALENDAR)
    const at = {
      jurisdiction_id: place,
      unit_id: item.leadUnitId ?? NO_UNIT,
      state: item.state,
      light: lit.light,
      overdue: isOverdue(item, today),
    }
    const key = JSON.stringify(at)
    const sum = tally.get(key) ?? { ...at, items: 0, percent_sum: 0, closed: 0, dated: 0, on_time: 0 }
    const { closed, dated, onTime } = outcomeOf(item)
    // Whole percentages here, so that adding them is exact.
    tally.set(key, {
      ...sum,
      items: sum.items + 1,
      percent_sum: sum.percent_sum + item.percent,
      closed: sum.closed + Number(closed),
      dated: sum.dated + Number(dated),
      on_time: sum.on_time + Number(onTime),
    })
    const year = Number(dayOf(item.registeredAt!).slice(0, 4))
    counters.set(year, (counters.get(year) ?? 0) + 1)
    return {
      ...Object.fromEntries(valuesOf(item, lit, today).map((value, n) => [WRITTEN_COLUMNS[n]!, value])),
      facts: lit.facts,
      clock: item.clock,
    }
  })
  const events = lives.flatMap(({ item, steps }) =>
    steps.map(
      ({ at, actor, version, event }): Row => ({
        jurisdiction_id: place,
        item_id: item.id,
        version,
        ordinal: 0,
        id: chance.id(),
        kind: event.kind,
        at,
        by_id: actor.personId,
        by_name: actor.name,
        by_unit: unitNames.get(actor.appointments[0]?.unitId ?? '') ?? null,
        words: event.words,
        file_ids: [],
        facts: event.facts,
      }),
    ),
  )
  await insertRows(tx, 'item', items)
  await insertRows(tx, 'item_event', events)
  await insertRows(tx, 'tally', [...tally.values()])
  await insertRows(
    tx,
    'counter',
    [...counters].map(([year, last]) => ({ jurisdiction_id: place, year, last })),
  )
}

/** The records of the lives, as each act would have left them. */
export const recordsOf = (lives: Life[]): Signed[] =>
  lives.flatMap(({ steps }) =>
    steps.map(({ at, actor, version, event, next }) => ({
      ...entryOf(next, event, version, { actor, now: at }),
      at,
      actorId: actor.personId,
      actor: actor.name,
    })),
  )

interface Head {
  lane: number
  seq: number
  prev: Buffer
  hash: Buffer
}

/** Chains the records in the order of their moments and sets the heads of the lanes, which must be new. */
export async function insertRecords(tx: Tx, records: Signed[]): Promise<void> {
  const place = tx.context.jurisdiction
  const heads = Array.from({ length: LANES }, (_, lane): Head => ({ lane, seq: 0, prev: Buffer.alloc(0), hash: seedOf(place, lane) }))
  const rows = [...records]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((record): Row => {
      const head = heads[laneOf(record.target)]!
      head.seq++
      head.prev = head.hash
      head.hash = hashOf(head.prev, head.lane, head.seq, wordsOf(record))
      const { actorId, ...rest } = record
      return {
        jurisdiction_id: place,
        lane: head.lane,
        seq: head.seq,
        ...rest,
        actor_id: actorId,
        prev_hash: bytea(head.prev),
        hash: bytea(head.hash),
      }
    })
  await insertRows(tx, 'audit', rows)
  await tx.rows(
    `update audit_lane a set seq = h.seq, prev_hash = h.prev, hash = h.hash from unnest($2::smallint[], $3::bigint[], $4::bytea[], $5::bytea[]) as h (lane, seq, prev, hash)
     where a.jurisdiction_id = $1 and a.lane = h.lane and a.seq = 0`,
    [place, heads.map(h => h.lane), heads.map(h => h.seq), heads.map(h => h.prev), heads.map(h => h.hash)],
  )
}

const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
