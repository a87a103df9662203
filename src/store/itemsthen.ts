// Items of a kind as they stood at the end of a day, their later history taken back. Reads only; counts nothing.
import { type ItemDone, type ItemStand, itemThen, TELLING } from '../core/itemthen.ts'
import type { ItemKind } from '../core/kind.ts'
import type { Day } from '../core/types.ts'
import { BY_END_OF } from './asof.ts'
import type { Tx } from './tx.ts'

/** The day in Beijing. */
export const local = (instant: string): string => `((${instant}) at time zone 'Asia/Shanghai')::date`

export interface ItemThen {
  id: string
  number: string
  stand: ItemStand
  /** False: its history does not tell all of it. */
  sure: boolean
}

interface Row extends ItemStand {
  id: string
  number: string
  done: ItemDone[] | null
}

/** Registered by $2 and not struck off before $4. The history is read only of what was not struck off by the day and was touched later. */
const ITEMS = `with touched as (select distinct e.item_id from item_event e where e.jurisdiction_id = $1 and not ${BY_END_OF('e.at', '$2')} and e.kind = any($5))
  select i.id, i.number, i.title, i.lead_unit_id, i.due_on, ${local('i.dispatched_at')} as sent_on, ${local('i.submitted_at')} as submitted_on,
    ${local('i.closed_at')} as closed_on, i.state = 'suspended' as suspended,
    case when t.item_id is not null then (
      select json_agg(json_build_object('kind', e.kind, 'day', ${local('e.at')}, 'facts', e.facts) order by e.version, e.ordinal)
      from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.kind = any($5)) end as done
  from item i left join touched t on t.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = $3 and i.number is not null and ${BY_END_OF('i.registered_at', '$2')}
    and (i.closed_at is null or ${local('i.closed_at')} >= $4::date)
  order by i.number collate "C"`

/** `from`: what was struck off before that day is left out. By their numbers. */
export async function itemsThen(tx: Tx, kind: ItemKind, until: Day, from: Day = '1900-01-01'): Promise<ItemThen[]> {
  const rows = await tx.rows<Row>(ITEMS, [tx.context.jurisdiction, until, kind, from, TELLING])
  return rows.map(({ id, number, done, ...now }) => {
    const { stand, sure } = itemThen(now, done ?? [], until)
    return { id, number, stand, sure }
  })
}
