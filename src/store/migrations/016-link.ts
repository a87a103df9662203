// Links between items; and whoever follows the items of a kind sees all of them, by the setting luoshi.kinds beside luoshi.scope.
import { type Kysely, sql } from 'kysely'

const TABLE = `
create table item_link (
  jurisdiction_id text not null, from_id uuid not null, relation text not null, to_id uuid not null,
  at timestamptz not null, by_id uuid not null, by_name text not null,
  primary key (jurisdiction_id, from_id, relation, to_id),
  foreign key (jurisdiction_id, from_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, to_id) references item (jurisdiction_id, id),
  check (from_id <> to_id)
);
create index item_link_to on item_link (jurisdiction_id, to_id, relation);
-- What was linked and unlinked stands in the history of the item.
grant select, insert, delete on item_link to luoshi_server;
alter table item_link enable row level security;
alter table item_link force row level security;
`

const read = (name: string): string => `nullif(current_setting('luoshi.${name}', true), '')`
const once = (expression: string): string => `(select ${expression})`
const PLACE = `jurisdiction_id = ${read('jurisdiction')}`
const ALL = `${once(read('scope'))} = 'all'`
const KINDS = once(read('kinds'))
const OF_KIND = `coalesce(kind = any(${KINDS}::text[]), false)`
const seen = (table: string, column: string): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.id = ${table}.${column})`
/** CASE and not OR: the planner takes OR for a filter that nothing passes. Of a link both items must be seen. */
const LINK = `${PLACE} and case ${once(read('scope'))} when 'all' then true else ${seen('item_link', 'from_id')} and ${seen('item_link', 'to_id')} end`
const ITEM = `${PLACE} and case ${once(read('scope'))} when 'all' then true when 'party' then
  (state <> 'registered' and party_unit_ids && ${once(`${read('units')}::uuid[]`)}) or ${OF_KIND} else false end`
const DETAIL = `${PLACE} and (${ALL} or ${seen('item_detail', 'item_id')})`
/** Who registers items draws their numbers. */
const COUNTER = `${PLACE} and (${ALL} or ${KINDS} is not null)`

const POLICIES = [
  `create policy item_link_1 on item_link for select to luoshi_server using (${LINK})`,
  `create policy item_link_2 on item_link for insert to luoshi_server with check (${LINK})`,
  `create policy item_link_3 on item_link for delete to luoshi_server using (${LINK})`,
  `alter policy item_1 on item using (${ITEM}) with check (${ITEM})`,
  `alter policy item_detail_2 on item_detail with check (${DETAIL} and (${ALL} or ${KINDS} is not null))`,
  `alter policy counter_1 on counter using (${COUNTER}) with check (${COUNTER})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
  for (const policy of POLICIES) await sql.raw(policy).execute(db)
}
