// Less work for each statement: an item says itself whether anything ever hung on it, and policies are put in fewer and simpler words. Nobody sees more or less.
import { type Kysely, sql } from 'kysely'

/**
 * Most items are neither broken down nor part of another nor relayed; looking each time cost a report as much as its writing. Set once and
 * never taken back: it says where to look, not what is there.
 */
const HANGS = `
alter table item add hangs boolean not null default false;
update item i set hangs = true where exists (select 1 from item_part p where p.jurisdiction_id = i.jurisdiction_id and i.id in (p.child_id, p.parent_id))
  or exists (select 1 from relay r where r.jurisdiction_id = i.jurisdiction_id and r.item_id = i.id)
  or exists (select 1 from relay r where r.lower_id = i.jurisdiction_id and r.document_id = i.document_id);
create function say_that_it_hangs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'item_part' then
    update item set hangs = true where jurisdiction_id = new.jurisdiction_id and id in (new.child_id, new.parent_id) and not hangs;
  elsif tg_op = 'INSERT' then
    update item set hangs = true where jurisdiction_id = new.jurisdiction_id and id = new.item_id and not hangs;
  else
    update item set hangs = true where jurisdiction_id = new.lower_id and document_id = new.document_id and not hangs;
  end if;
  return null;
end $$;
create trigger item_part_hangs after insert on item_part for each row execute function say_that_it_hangs();
create trigger relay_hangs after insert on relay for each row execute function say_that_it_hangs();
create trigger relay_received after update of document_id on relay for each row
  when (new.document_id is distinct from old.document_id) execute function say_that_it_hangs();
create function hang_where_relayed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.hangs := new.hangs or exists (select 1 from relay r where r.lower_id = new.jurisdiction_id and r.document_id = new.document_id);
  return new;
end $$;
create trigger item_relayed before insert on item for each row when (new.document_id is not null) execute function hang_where_relayed();
`
/** Forced policies hold for an owner that is no superuser, too; its triggers keep the items. */
const KEPT = ['item', 'relay'].map(
  table => `create policy ${table}_kept on ${table} for all to current_user using (true) with check (true)`,
)

/**
 * Each sub-select of a policy is looked through, locked and made ready in every statement that names the table, as often as its text stands there.
 * So it is asked for once, and only where a statement may look at many rows; else the setting is read as it is. CASE and not OR: the
 * planner takes OR for a filter that nothing passes.
 */
const read = (name: string): string => `nullif(current_setting('luoshi.${name}', true), '')`
const once = (expression: string): string => `(select ${expression})`
const PLACE = `jurisdiction_id = ${read('jurisdiction')}`
const PERSON = `${read('person')}::uuid`
const scoped = (party: string): string => `case ${once(read('scope'))} when 'all' then true when 'party' then ${party} else false end`
const ofItem = (table: string, key = 'id', column = 'item_id'): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.${key} = ${table}.${column})`

const ITEM = `${PLACE} and ${scoped(`state <> 'registered' and party_unit_ids && ${once(`${read('units')}::uuid[]`)}`)}`
const EVENT = `${PLACE} and case ${once(read('scope'))} when 'all' then true else ${ofItem('item_event')} end`
const FILE = `${PLACE} and ${read('scope')} in ('all', 'party') and (by_id = ${PERSON} or ${ofItem('file')})`
const TALLY = `${PLACE} and ${once(read('scope'))} in ('all', 'party')`
const OWN = `${PLACE} and person_id = ${PERSON}`

const both = (policy: string, condition: string): string => `alter policy ${policy} using (${condition}) with check (${condition})`
const POLICIES = [
  both('item_1 on item', ITEM),
  `alter policy item_link on item using (coalesce(id = ${once(`${read('item')}::uuid`)}, true))`,
  `alter policy item_event_1 on item_event using (${EVENT})`,
  `alter policy item_event_2 on item_event with check (${EVENT})`,
  both('file_1 on file', FILE),
  both('unit_1 on unit', PLACE),
  both('tally_1 on tally', TALLY),
  both('once_1 on once', OWN),
  both('audit_lane_1 on audit_lane', PLACE),
  `alter policy audit_1 on audit with check (${PLACE})`,
  `alter policy rule_version_1 on rule_version using (${PLACE})`,
  `alter policy note_1 on note using (${PLACE} and ${scoped(ofItem('note', 'document_id', 'document_id'))})`,
  'drop policy note_2 on note',
  `alter policy item_value_1 on item_value using (${PLACE} and ${ofItem('item_value')})`,
  `alter policy item_value_2 on item_value with check (${PLACE} and ${ofItem('item_value')})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // Forced policies hide the rows from an owner that is no superuser.
  const tables = ['item', 'item_part', 'relay']
  for (const table of tables) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const part of [HANGS, ...KEPT, ...POLICIES]) await sql.raw(part).execute(db)
  for (const table of tables) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
