// Answer links: what the store knows of one, what its page shows, and the links of an item. Reads; writing goes through `act`.
import type { LinkClaims } from '../core/answerlink.ts'
import type { AnswerView, LinkView } from '../core/contract/link.ts'
import type { Actor, Instant, Item } from '../core/types.ts'
import type { Database } from './db.ts'
import { read } from './db.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from './row.ts'
import type { Context, Tx } from './tx.ts'

export interface KnownLink {
  revokedAt: Instant | null
  usedAt: Instant | null
  forName: string
  officePhone: string
  madeByName: string
  office: string
  unit: string
  item: Item | null
}

/** The database lets whoever comes by a link see that link and its item, and nothing beside them. */
const contextOfLink = (claims: LinkClaims): Context => ({
  jurisdiction: claims.jurisdiction,
  scope: 'party',
  unitIds: [claims.unitId],
  personId: claims.id,
  audit: false,
  system: false,
  itemId: claims.itemId,
})

/** What is kept of a signed link; null: there is none. */
export function findLink(db: Pick<Database, 'pool'>, claims: LinkClaims): Promise<KnownLink | null> {
  return read(db, contextOfLink(claims), async tx => {
    const [[kept], [row]] = await Promise.all([
      tx.rows<Omit<KnownLink, 'item'>>(
        `select l.revoked_at, l.used_at, l.for_name, l.office_phone, l.made_by_name, u.name as unit,
           (select j.office from jurisdiction j where j.id = l.jurisdiction_id) as office
         from answer_link l join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id
         where l.jurisdiction_id = $1 and l.id = $2 and l.item_id = $3`,
        [claims.jurisdiction, claims.id, claims.itemId],
      ),
      tx.rows<ItemColumns>(`select ${ITEM_COLUMNS} from item i where i.jurisdiction_id = $1 and i.id = $2`, [
        claims.jurisdiction,
        claims.itemId,
      ]),
    ])
    return kept ? { ...kept, item: row ? itemOf(row) : null } : null
  })
}

/** What was answered by this link, newest first. */
export const answersBy = (tx: Tx, actor: Actor): Promise<AnswerView['answers']> =>
  tx.rows(
    `select e.kind, e.at, e.words, (e.facts ->> 'percent')::numeric as percent,
       (e.facts ->> 'value')::numeric as value, e.facts ->> 'unit' as unit from item_event e
     where e.jurisdiction_id = $1 and e.item_id = $2 and e.by_id = $3 order by e.version desc, e.ordinal desc limit 20`,
    [tx.context.jurisdiction, actor.onlyItem, actor.personId],
  )

/** The value that was last reported of the item's figure. */
export async function lastValue(tx: Tx, itemId: string): Promise<number | null> {
  const [row] = await tx.rows<{ value: number }>(
    'select value from item_value where jurisdiction_id = $1 and item_id = $2 order by version desc limit 1',
    [tx.context.jurisdiction, itemId],
  )
  return row?.value ?? null
}

/** The links of one item, newest first. */
export const listLinks = (tx: Tx, itemId: string): Promise<LinkView[]> =>
  tx.rows(
    `select l.id, l.for_name, l.for_phone, u.name as unit, l.from_at as "from", l.until, l.made_by_name, l.revoked_at, l.revoked_by_name, l.used_at
     from answer_link l join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id
     where l.jurisdiction_id = $1 and l.item_id = $2 order by l.from_at desc, l.id`,
    [tx.context.jurisdiction, itemId],
  )
