// Links between items: the other items of an item, found for a decision, and the writes of a link.
import type { Command } from '../core/command.ts'
import type { Other } from '../core/relation.ts'
import type { Actor, Instant } from '../core/types.ts'
import type { Tx } from './tx.ts'
import type { Write } from './write.ts'

const RELATIVE = (
  way: 'to' | 'from',
) => `select l.relation, '${way}' as way, o.id, o.kind, o.number, o.title, o.light, o.reason, o.state, o.stage, l.at
  from item_link l join item o on o.jurisdiction_id = l.jurisdiction_id and o.id = l.${way}_id
  where l.jurisdiction_id = i.jurisdiction_id and l.${way === 'to' ? 'from' : 'to'}_id = i.id`
/** Of `item i`, as JSON: both ways, as in the contract. Who does not see the other item does not see the link. */
export const RELATIVES = `(select coalesce(json_agg(json_build_object('relation', r.relation, 'way', r.way, 'id', r.id, 'kind', r.kind, 'number', r.number,
    'title', r.title, 'light', r.light, 'reason', r.reason, 'state', r.state, 'stage', r.stage) order by r.way desc, r.relation, r.at, r.id), '[]')
  from (${RELATIVE('to')} union all ${RELATIVE('from')}) r)`

/** Locked against its ending, which says of all that belongs to it where it goes. */
const OTHERS = `select o.id, o.kind, o.number, o.title, o.stage,
    (select coalesce(array_agg(l.relation), '{}') from item_link l where l.jurisdiction_id = o.jurisdiction_id and l.from_id = $3 and l.to_id = o.id) as by
  from item o where o.jurisdiction_id = $1 and o.id = any($2) order by o.id for key share of o`

/** The items with these ids that the actor sees, and how the item `from` (null: a new one) stands to them. */
export async function othersOf(tx: Tx, from: string | null, ids: readonly string[]): Promise<Record<string, Other>> {
  if (!ids.length) return {}
  const rows = await tx.rows<Other>(OTHERS, [tx.context.jurisdiction, ids, from])
  return Object.fromEntries(rows.map(row => [row.id, row]))
}

const LINK = 'insert into item_link (jurisdiction_id, from_id, relation, to_id, at, by_id, by_name) values ($1, $2, $3, $4, $5, $6, $7)'
const UNLINK = 'delete from item_link where jurisdiction_id = $1 and from_id = $2 and relation = $3 and to_id = $4'

/** What the commands that were carried out on the item do to its links. */
export const linkWrites = (id: string, steps: readonly Command[], { actor, now }: { actor: Actor; now: Instant }): Write[] =>
  steps.flatMap((step): Write[] => {
    if (step.command !== 'link' && step.command !== 'unlink') return []
    const key = [actor.jurisdiction, id, step.relation, step.to]
    return [step.command === 'link' ? [LINK, [...key, now, actor.personId, actor.name]] : [UNLINK, key]]
  })
