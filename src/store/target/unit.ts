// A unit of the tree as a target of `act`: added, changed, moved; the closure table follows.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Instant, UnitKind } from '../../core/types.ts'
import { type Ground, lockAll, type TreeUnit } from '../ground.ts'
import { standingWrites } from '../standing.ts'
import type { Kind, Write } from '../write.ts'

interface UnitTarget {
  /** null adds one. */
  id: string | null
}

export interface UnitDraft {
  name: string
  aliases: string[]
  kind: UnitKind
  parentId: string | null
  duties: string
}

type UnitCommand = { command: 'add'; unit: UnitDraft } | { command: 'change'; unit: Partial<UnitDraft> }

interface State {
  found: UnitDraft | null
  /** Another unit has the name already. */
  taken: boolean
  /** The parent exists. */
  parented: boolean
  /** The parent is the unit itself or stands below it. */
  ring: boolean
  position: number
  /** When the unit moves: every total of figures may change with the tree. */
  ground: Ground | null
}

const LOAD = `select
    exists (select 1 from unit where jurisdiction_id = $1 and name = $2 and id is distinct from $3) as taken,
    $4::uuid is null or exists (select 1 from unit where jurisdiction_id = $1 and id = $4) as parented,
    exists (select 1 from unit_closure where jurisdiction_id = $1 and ancestor_id = $3 and unit_id = $4) as ring,
    (select coalesce(max(position), 0) + 1 from unit where jurisdiction_id = $1) as position`

export const unit: Kind<UnitTarget, UnitCommand, State, { id: string }> = {
  async load(tx, target, command, { actor }) {
    if (!may(actor, 'unit.write')) return refuse('not-allowed', { action: 'unit.write' })
    const place = actor.jurisdiction
    // The tree is changed by one hand at a time: two moves at once could close a ring.
    const [, [found]] = await Promise.all([
      tx.rows('select id from jurisdiction where id = $1 for update', [place]),
      tx.rows<UnitDraft>('select name, aliases, kind, parent_id, duties from unit where jurisdiction_id = $1 and id = $2', [
        place,
        target.id,
      ]),
    ])
    if (target.id !== null && !found) return refuse('not-found')
    const { name, parentId } = { ...found, ...command.unit }
    const moves = found !== undefined && found.parentId !== parentId
    const [[state], ground] = await Promise.all([
      tx.rows<Omit<State, 'found' | 'ground'>>(LOAD, [place, name, target.id, parentId]),
      moves ? lockAll(tx) : null,
    ])
    return { found: found ?? null, ...state!, ground }
  },

  decide(state, target, command, { actor, now }) {
    const place = actor.jurisdiction
    const next = { ...state.found, ...command.unit } as UnitDraft
    if (state.taken) return refuse('name-taken', { name: next.name })
    if (!state.parented) return refuse('unknown-unit', { unitId: next.parentId })
    if (state.ring) return refuse('invalid', { field: 'parentId', rule: 'below-itself' })
    const id = target.id ?? randomUUID()
    const writes = state.found ? changeUnit(place, { id, ...next }, state.found.parentId) : addUnit(place, { id, ...next }, state.position)
    return {
      value: { id },
      writes: [...writes, ...totalsMoved(place, now, state.ground, [{ id, name: next.name, parentId: next.parentId }])],
      entries: [{ action: `unit.${command.command}`, target: `unit:${id}`, summary: next.name, body: JSON.stringify(next) }],
    }
  },
}

/** The standings as they are when these units stand where they are now said to stand. */
export function totalsMoved(place: string, now: Instant, ground: Ground | null, changed: TreeUnit[]): Write[] {
  if (!ground) return []
  const ids = new Set(changed.map(u => u.id))
  return standingWrites(place, now, { ...ground, units: [...ground.units.filter(u => !ids.has(u.id)), ...changed] }, {})
}

/** A new unit below its parent, at this place among its siblings. */
export const addUnit = (place: string, u: UnitDraft & { id: string }, position: number): Write[] => [
  [
    'insert into unit (jurisdiction_id, id, name, aliases, kind, parent_id, duties, position) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [place, u.id, u.name, u.aliases, u.kind, u.parentId, u.duties, position],
  ],
  ['insert into unit_closure (jurisdiction_id, ancestor_id, unit_id, depth) values ($1, $2, $2, 0)', [place, u.id]],
  [HANG, [place, u.id, u.parentId]],
]

export const changeUnit = (place: string, u: UnitDraft & { id: string }, from: string | null): Write[] => [
  [
    'update unit set name = $3, aliases = $4, kind = $5, parent_id = $6, duties = $7 where jurisdiction_id = $1 and id = $2',
    [place, u.id, u.name, u.aliases, u.kind, u.parentId, u.duties],
  ],
  ...moved(place, u.id, from, u.parentId),
]

/** Joins the subtree of $2 to every unit from $3 up. */
const HANG = `insert into unit_closure (jurisdiction_id, ancestor_id, unit_id, depth)
  select $1, up.ancestor_id, down.unit_id, up.depth + down.depth + 1 from unit_closure up, unit_closure down
  where up.jurisdiction_id = $1 and up.unit_id = $3 and down.jurisdiction_id = $1 and down.ancestor_id = $2`

/** Cuts the subtree of $2 from everything above it. */
const CUT = `delete from unit_closure where jurisdiction_id = $1
  and unit_id in (select unit_id from unit_closure where jurisdiction_id = $1 and ancestor_id = $2)
  and ancestor_id not in (select unit_id from unit_closure where jurisdiction_id = $1 and ancestor_id = $2)`

const moved = (place: string, id: string, from: string | null, to: string | null): Write[] =>
  from === to
    ? []
    : [
        [CUT, [place, id]],
        [HANG, [place, id, to]],
      ]
