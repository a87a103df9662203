// What entries of a ledger are alike by: the pairs of characters of a project's name, investor and site, so that a duplicate is found while typing.
import { type Kysely, sql } from 'kysely'

/**
 * Of which facts the pairs are taken is said here and in core/kinds/project.ts (`alike`). Not pg_trgm: it takes Chinese for blanks in a
 * database with locale C, and a pair of two characters is a word already. The whole of a name is one more gram, with = before it.
 * Row-level security keeps an index from being asked with what is not leakproof, so ids come from a function with the owner's rights; their
 * rows pass the policies after it.
 */
const TABLE = `
create table item_gram (
  jurisdiction_id text not null, kind text not null, gram text not null, item_id uuid not null,
  primary key (jurisdiction_id, kind, gram, item_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
create index item_gram_of_item on item_gram (jurisdiction_id, item_id);
alter table item_gram enable row level security;
alter table item_gram force row level security;
-- Forced policies hold for an owner that is no superuser, too; its triggers keep this table.
create policy item_gram_kept on item_gram for all to current_user using (true) with check (true);

create function grams(words text[]) returns text[] language sql immutable parallel safe
  return (select coalesce(array_agg(distinct g), '{}') from unnest(words) w
          cross join lateral (select unnest(pairs(w)) as g union all select '=' || regexp_replace(lower(w), '\\s+', '', 'g')) each
          where w <> '' and g <> '');
create function keep_grams(place text, id uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ledger text;
  these text[];
begin
  select i.kind, grams(array[i.title, d.fields ->> 'investor', d.fields ->> 'site']) into ledger, these
    from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
    where i.jurisdiction_id = place and i.id = keep_grams.id and i.kind = 'project';
  if ledger is null then return; end if;
  delete from item_gram x where x.jurisdiction_id = place and x.item_id = keep_grams.id and x.gram <> all (these);
  insert into item_gram select place, ledger, g, keep_grams.id from unnest(these) g on conflict do nothing;
end $$;
create function keep_detail_grams() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' or (new.fields ->> 'investor', new.fields ->> 'site') is distinct from (old.fields ->> 'investor', old.fields ->> 'site') then
    perform keep_grams(new.jurisdiction_id, new.item_id);
  end if;
  return null;
end $$;
create function keep_title_grams() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_grams(new.jurisdiction_id, new.id);
  return null;
end $$;
create trigger item_detail_grams after insert or update on item_detail for each row execute function keep_detail_grams();
create trigger item_title_grams after update of title on item for each row
  when (new.kind <> 'matter' and old.title is distinct from new.title) execute function keep_title_grams();

-- A gram that stands in more entries than 1000 tells nothing; its list is not read to the end.
create function alike_items(place text, ledger text, words text[], most int) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp rows 60 as $$
begin
  return query
    select each.item_id from unnest(grams(words)) g cross join lateral (
      select few.item_id from (
        select list.item_id, count(*) over () as many from (
          select x.item_id from item_gram x where x.jurisdiction_id = place and x.kind = ledger and x.gram = g limit 1001) list) few
      where few.many <= 1000 or left(g, 1) = '=') each
    group by each.item_id order by count(*) desc, each.item_id limit most;
end $$;
select keep_grams(d.jurisdiction_id, d.item_id) from item_detail d;
revoke all on function alike_items (text, text, text[], int), keep_grams (text, uuid) from public;
grant execute on function alike_items (text, text, text[], int) to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
}
