// Less work for each row that is shown, found or written; nothing new is kept but the words that a search looks through.
import { type Kysely, sql } from 'kysely'

/** A row's JSON without its beginning `{"leadUnit":…`, which the list writes: cutting off a character would walk through all of them. */
const SHOWN = `
alter table item alter shown drop default;
update item set shown = ',' || substr(shown, 2);
`

/**
 * The words stand beside their pairs, in lower case: what the pairs find is looked through here, and only what is really there is fetched
 * from the items. ILIKE would fold each row's words at every search.
 */
const SEARCH = `
alter table item_search add words text;
update item_search s set words = lower(concat_ws(E'\\n', i.number, i.title, i.measure, i.sentence))
  from item i where i.jurisdiction_id = s.jurisdiction_id and i.id = s.item_id;
alter table item_search alter words set not null;
create or replace function keep_item_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  these text := lower(concat_ws(E'\\n', new.number, new.title, new.measure, new.sentence));
begin
  insert into item_search values (new.jurisdiction_id, new.id, pairs(these), these)
  on conflict (jurisdiction_id, item_id) do update set pairs = excluded.pairs, words = excluded.words;
  return null;
end $$;
create or replace function found_items(place text, wanted text) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
declare
  these text[] := pairs(wanted);
  this text := lower(wanted);
begin
  -- A single character has no pair: every row is looked through.
  if these = '{}' then
    return query select s.item_id from item_search s where s.jurisdiction_id = place and position(this in s.words) > 0;
  else
    return query select s.item_id from item_search s where s.jurisdiction_id = place and s.pairs @> these and position(this in s.words) > 0;
  end if;
end $$;
`

/** Each write locked the one row of its jurisdiction for these, with all other writers; a jurisdiction is never deleted. */
const KEYS = `
alter table once drop constraint once_jurisdiction_id_fkey;
alter table audit drop constraint audit_jurisdiction_id_fkey;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  // Forced policies hide the items from an owner that is no superuser.
  await sql.raw('alter table item no force row level security').execute(db)
  for (const part of [SHOWN, SEARCH, KEYS]) await sql.raw(part).execute(db)
  await sql.raw('alter table item force row level security').execute(db)
}
