// Small builders for tests: a jurisdiction, units, people, items; each through `act`, the way the program makes them.
import { randomUUID } from 'node:crypto'
import type { ItemDraft } from '../src/core/command.ts'
import type { Board } from '../src/core/contract/indicator.ts'
import { isRefusal, type Refusal } from '../src/core/refusal.ts'
import type { Actor, Appointment, Instant, Item, Role } from '../src/core/types.ts'
import { readActor, setupActor } from '../src/store/account.ts'
import { act } from '../src/store/act.ts'
import type { Database } from '../src/store/db.ts'
import type { IndicatorDraft } from '../src/store/target/indicator.ts'
import type { UnitDraft } from '../src/store/target/unit.ts'

type Store = Pick<Database, 'pool'>

/** The value; a refusal is a fault of the test. */
export function ok<T>(value: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused} ${JSON.stringify(value.facts)}`)
  return value as Exclude<T, Refusal>
}

/** The cells of a board, each with where it stands. */
export const cellsOf = ({ indicators, rows }: Pick<Board, 'indicators' | 'rows'>) =>
  rows.flatMap(({ unitId, cells }) => indicators.flatMap(({ id }, at) => (cells[at] ? [{ unitId, indicatorId: id, ...cells[at] }] : [])))

/** Somebody with the role whom the database does not know; for acts in which no person's row is needed. */
export const anActor = (role: Role, parts: Partial<Actor> = {}): Actor => ({
  personId: randomUUID(),
  name: `测试${role}`,
  jurisdiction: '990124',
  appointments: [{ role, unitId: parts.unitIds?.[0] ?? null }],
  unitIds: [],
  ...parts,
})

/** A jurisdiction; with another code, another one. It does not go through the one-time set-up. Below `upper`, with its invitation. */
export async function aJurisdiction(db: Store, id = '990124', name = '青禾县', upper: string | null = null): Promise<string> {
  const invited = { command: 'invite' as const, code: id, name, hash: id, expiresAt: '2999-01-01T00:00:00.000Z' }
  if (upper) ok(await act(db, anActor('system_admin', { jurisdiction: upper }), { kind: 'jurisdiction' }, invited))
  const client = await db.pool.connect()
  try {
    await client.query(`select set_config('luoshi.jurisdiction', $1, false)`, [id])
    await client.query('insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, $2, $2, $3, now(), $4)', [
      id,
      name,
      `${name}人民政府督查室`,
      upper,
    ])
    await client.query('delete from invitation where code = $1', [id])
  } finally {
    // The connection's context was changed behind the store's back.
    client.release(true)
  }
  return id
}

/** The first set-up as the server does it. */
export const aSetup = (db: Store, id = '990124', name = '青禾县') =>
  act(
    db,
    setupActor(id),
    { kind: 'jurisdiction' },
    {
      command: 'setup',
      name,
      invitation: null,
      administrators: {
        system: { username: `system.${id}`, name: '系统员', passwordHash: 'x' },
        security: { username: `security.${id}`, name: '安全员', passwordHash: 'x' },
        audit: { username: `audit.${id}`, name: '审计员', passwordHash: 'x' },
      },
    },
  )

let units = 0
export async function aUnit(db: Store, parts: Partial<UnitDraft> & { jurisdiction?: string } = {}): Promise<string> {
  const { jurisdiction = '990124', ...unit } = parts
  const admin = anActor('system_admin', { jurisdiction })
  const draft: UnitDraft = { name: `县第${++units}局`, aliases: [], kind: 'government', parentId: null, duties: '', ...unit }
  return ok(await act(db, admin, { kind: 'unit', id: null }, { command: 'add', unit: draft })).id
}

let people = 0
/** A person with an account and appointments, as he is when he signs in. */
export async function aPerson(
  db: Store,
  appointments: Appointment[],
  parts: { jurisdiction?: string; username?: string; name?: string } = {},
): Promise<Actor> {
  const { jurisdiction = '990124', username = `person${++people}.${jurisdiction}`, name = `某${people}` } = parts
  const [system, security] = (['system_admin', 'security_admin'] as const).map(role => anActor(role, { jurisdiction }))
  const { id } = ok(await act(db, system!, { kind: 'account', id: null }, { command: 'add', username, name, passwordHash: 'x' }))
  ok(await act(db, security!, { kind: 'account', id }, { command: 'appoint', appointments }))
  return (await readActor(db, jurisdiction, id))!.actor
}

/** A draft of an item with everything filled in. */
export const aDraft = (parts: Partial<ItemDraft> = {}): ItemDraft => ({
  title: '完成北渠清淤十二公里',
  topic: 'agriculture',
  urgency: 'ordinary',
  leadUnitId: null,
  coUnitIds: [],
  dueOn: '2026-12-31',
  measure: '十二公里',
  ...parts,
})

/** A registered item, or one already dispatched when it has a lead unit and `dispatch`. */
export async function anItem(
  db: Store,
  officer: Actor,
  draft: Partial<ItemDraft> = {},
  { dispatch = draft.leadUnitId !== undefined, now }: { dispatch?: boolean; now?: Instant } = {},
): Promise<Pick<Item, 'id' | 'version' | 'number'>> {
  return ok(
    await act(
      db,
      officer,
      { kind: 'item', id: null },
      { command: 'register', draft: aDraft(draft), source: null, dispatch, ...(draft.dueOn === null ? { clock: null } : {}) },
      { now },
    ),
  )
}

let indicators = 0
/** 亿元, cumulative, by months; seen by everybody. */
export async function anIndicator(db: Store, officer: Actor, parts: Partial<IndicatorDraft> = {}): Promise<string> {
  const draft: IndicatorDraft = {
    code: null,
    name: `指标${++indicators}`,
    aliases: [],
    kind: 'volume',
    direction: 'up',
    basis: 'cumulative',
    frequency: 'month',
    unit: '亿元',
    decimals: 2,
    sourceUnitId: null,
    frameId: null,
    topic: 'economy',
    parentId: null,
    combine: null,
    weight: 1,
    published: true,
    source: null,
    itemId: null,
    ...parts,
  }
  return ok(await act(db, officer, { kind: 'indicator', id: null }, { command: 'add', indicator: draft })).id
}
