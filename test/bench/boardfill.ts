// Fills a database with counties of 60 units × 40 indicators × 12 months and 5,000 items each, with the standings that the write path keeps. In bulk, by the owner.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { WHOLE } from '../../src/core/indicator.ts'
import type { Held, HeldTarget, Kept, Member, TreeUnit } from '../../src/store/ground.ts'
import { bookOf, byMonth, shownOf } from '../../src/store/standing.ts'
import type { Address } from './raw.ts'

export const BOARD = { units: 60, indicators: 40, months: 12, items: 5000, year: 2026 }
const AT = '2026-12-20T02:00:00.000Z'
const BY = '00000000-0000-4000-8000-000000000001'

/** A small generator with a fixed seed: every run measures the same counties. */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export interface Filled {
  indicatorIds: string[]
  unitIds: string[]
}

/** Connects as the owner; triggers and references sleep, since what they would keep is written here. */
export async function ownerOf(address: Address): Promise<pg.Client> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query('set session_replication_role = replica; set synchronous_commit = off')
  return client
}

/** With its triggers: a place without its lanes of the audit log could record nothing. */
export async function addPlace(owner: pg.Client, id: string, name: string, upper: string | null): Promise<void> {
  await owner.query('set session_replication_role = origin')
  await owner.query(
    `insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, $2, $2, $2 || '人民政府督查室', now(), $3)`,
    [id, name, upper],
  )
  await owner.query('set session_replication_role = replica')
}

export async function fillBoard(owner: pg.Client, place: string, seed: number): Promise<Filled> {
  const chance = chances(seed)
  const units: TreeUnit[] = Array.from({ length: BOARD.units }, (_, n) => ({ id: randomUUID(), name: `县第${n}局`, parentId: null }))
  await rows(owner, 'unit', units, (u, n) => ({
    jurisdiction_id: place,
    id: u.id,
    name: u.name,
    aliases: [],
    kind: 'government',
    parent_id: u.parentId,
    duties: '',
    position: n,
  }))
  const family = Array.from({ length: BOARD.indicators }, (_, n) => indicator(n))
  await rows(owner, 'indicator', family, (i, n) => ({
    jurisdiction_id: place,
    id: i.id,
    code: `B${n}`,
    name: i.name,
    aliases: [],
    kind: i.kind,
    direction: i.direction,
    basis: i.basis,
    frequency: i.frequency,
    unit: i.unit,
    decimals: i.decimals,
    source_unit_id: units[0]!.id,
    topic: 'economy',
    combine: i.combine,
    weight: 1,
    published: true,
    position: n,
    version: 1,
    retired: false,
    touched: 1,
  }))
  const [targets, readings] = figures(family, [WHOLE, ...units.map(u => u.id)], chance)
  await rows(owner, 'target', targets, t => ({
    jurisdiction_id: place,
    indicator_id: t.indicatorId,
    year: t.year,
    unit_id: t.unitId,
    kind: t.kind,
    revision: 1,
    value: t.value,
    withdrawn: false,
    by_id: BY,
    by_name: '统计员',
    at: AT,
  }))
  await rows(owner, 'reading', readings, r => ({
    jurisdiction_id: place,
    indicator_id: r.indicatorId,
    year: r.year,
    unit_id: r.unitId,
    month: r.month,
    revision: 1,
    value: r.value,
    status: 'final',
    withdrawn: false,
    by_id: BY,
    by_name: '统计员',
    at: AT,
  }))
  await fillStandings(owner, place, family, units, targets, readings)
  await fillItems(owner, place, units)
  return { indicatorIds: family.map(i => i.id), unitIds: units.map(u => u.id) }
}

/** Three in four are sums of the year; the whole is reported, and held against the sum of the units. */
const indicator = (n: number): Member => ({
  id: randomUUID(),
  name: `指标${n}`,
  kind: n % 8 === 7 ? 'ceiling' : n % 8 === 3 ? 'level' : 'volume',
  direction: n % 8 === 7 ? 'down' : 'up',
  basis: n % 8 === 3 ? 'point' : 'cumulative',
  frequency: 'month',
  decimals: 2,
  unit: '万元',
  combine: n % 8 === 0 ? 'sum' : null,
  weight: 1,
  parentId: null,
  sourceUnitId: null,
  published: true,
  retired: false,
})

function figures(family: Member[], unitIds: string[], chance: () => number): [HeldTarget[], Held[]] {
  const targets: HeldTarget[] = []
  const readings: Held[] = []
  for (const i of family)
    for (const unitId of unitIds) {
      const goal = Math.round(1000 + chance() * 9000)
      const pace = 0.7 + chance() * 0.5
      const of = { indicatorId: i.id, unitId, year: BOARD.year, revision: 1, at: AT, byName: '统计员' }
      targets.push({ ...of, kind: 'target', value: goal, base: 0, phasing: null, dueOn: null, withdrawn: false, why: null })
      for (let month = 1; month <= BOARD.months; month++) {
        const value = Math.round(goal * pace * (month / 12) * 100) / 100
        readings.push({ ...of, month, value, status: 'final', importId: null })
      }
    }
  return [targets, readings]
}

async function fillStandings(
  owner: pg.Client,
  place: string,
  family: Member[],
  units: TreeUnit[],
  targets: HeldTarget[],
  readings: Held[],
): Promise<void> {
  const book = bookOf({ family, units, targets, readings })
  const kept: (Record<string, unknown> & Pick<Kept, 'year' | 'month'>)[] = []
  const tally = new Map<string, Record<string, unknown> & { n: number }>()
  for (const { id: indicator_id } of family)
    for (const unit_id of [WHOLE, ...units.map(u => u.id)])
      for (const [month, s] of book.standings(indicator_id, unit_id, BOARD.year) ?? []) {
        const { verdict, light, reason, value, points, share, fresh } = s
        const at = { jurisdiction_id: place, year: BOARD.year, month, unit_id }
        kept.push({ ...at, indicator_id, verdict, light, reason, value, points, share, fresh, changed_at: AT, shown: shownOf(s) })
        const key = `${month} ${unit_id} ${verdict} ${light}`
        const sum = tally.get(key) ?? { ...at, verdict, light, n: 0 }
        tally.set(key, { ...sum, n: sum.n + 1 })
      }
  await rows(owner, 'standing', kept.toSorted(byMonth), row => row)
  await rows(owner, 'standing_tally', [...tally.values()], row => row)
}

/** Not read by a board: they stand there as they would in a county at work. */
const fillItems = (owner: pg.Client, place: string, units: TreeUnit[]) =>
  owner.query(
    `insert into item (jurisdiction_id, id, number, title, topic, urgency, state, version, lead_unit_id, co_unit_ids, due_on, percent, light, reason, facts, overdue, waited, shown)
     select $1, gen_random_uuid(), '2026-' || n, '办理第' || n || '批事项', 'livelihood', 'ordinary', 'in_progress', 3, ($2::uuid[])[1 + n % ${BOARD.units}], '{}',
       date '2026-01-01' + n % 365, n % 100, 'green', 'on-pace', '{}', false, '{0,0,0,0,0}', '' from generate_series(1, ${BOARD.items}) n
     on conflict do nothing`,
    [place, units.map(u => u.id)],
  )

const AT_ONCE = 4000

async function rows<T>(owner: pg.Client, table: string, all: T[], rowOf: (one: T, n: number) => Record<string, unknown>): Promise<void> {
  const columns = Object.keys(rowOf(all[0]!, 0)).join(', ')
  for (let at = 0; at < all.length; at += AT_ONCE)
    await owner.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(all.slice(at, at + AT_ONCE).map((one, n) => rowOf(one, at + n))),
    ])
}
