// Units of the organisation tree: reads. Writing goes through `act`.
import type { PostView } from '../core/contract/unit.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { Unit, UnitKind } from '../core/types.ts'
import type { Tx } from './tx.ts'

interface ListedUnit extends Unit {
  /** Names from the root to the unit. */
  path: string[]
  liaisons: string[]
}

/** All units, parents before children, in the order the office gave them. */
export async function listUnits(tx: Tx): Promise<ListedUnit[]> {
  return tx.rows<ListedUnit>(
    `select u.id, u.name, u.aliases, u.kind, u.parent_id, u.duties,
       (select array_agg(a.name order by c.depth desc) from unit_closure c
        join unit a on a.jurisdiction_id = c.jurisdiction_id and a.id = c.ancestor_id
        where c.jurisdiction_id = u.jurisdiction_id and c.unit_id = u.id) as path,
       (select coalesce(array_agg(p.name order by p.name), '{}') from appointment t
        join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id and not p.disabled
        where t.jurisdiction_id = u.jurisdiction_id and t.unit_id = u.id and t.role = 'liaison' and t.to_day is null) as liaisons
     from unit u where u.jurisdiction_id = $1
     order by (select max(c.depth) from unit_closure c where c.jurisdiction_id = u.jurisdiction_id and c.unit_id = u.id), u.position`,
    [tx.context.jurisdiction],
  )
}

/** The units as the rules of core want them. */
export const unitsForRules = async (tx: Tx): Promise<Unit[]> =>
  tx.rows<{ id: string; name: string; aliases: string[]; kind: UnitKind; parentId: string | null; duties: string }>(
    'select id, name, aliases, kind, parent_id, duties from unit where jurisdiction_id = $1 order by position',
    [tx.context.jurisdiction],
  )

/** A refusal that names the first id that is no unit of the jurisdiction. */
export async function unknownUnit(tx: Tx, ids: string[]): Promise<Refusal | null> {
  if (!ids.length) return null
  const rows = await tx.rows<{ id: string }>('select id from unit where jurisdiction_id = $1 and id = any($2)', [
    tx.context.jurisdiction,
    ids,
  ])
  const known = new Set(rows.map(row => row.id))
  const unknown = ids.find(id => !known.has(id))
  return unknown ? refuse('unknown-unit', { unitId: unknown }) : null
}

/** A unit's posts, the first-responsible one first, each with who held it when. */
export const listPosts = (tx: Tx, unitId: string): Promise<PostView[]> =>
  tx.rows(
    `select o.id, o.name, o.role,
       (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'from', t.from_day, 'to', t.to_day)
          order by t.to_day desc nulls first, t.from_day desc, p.name), '[]')
        from tenure t join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id
        where t.jurisdiction_id = o.jurisdiction_id and t.post_id = o.id) as held
     from post o where o.jurisdiction_id = $1 and o.unit_id = $2 order by o.role = 'head' desc nulls last, o.role = 'liaison' desc nulls last, o.name, o.id`,
    [tx.context.jurisdiction, unitId],
  )
