// Indicators, their targets and readings, which are only ever added to, and how each stands, kept current by whoever writes.
import { type Kysely, sql } from 'kysely'

const KEPT = `
create table frame (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, parent_id uuid, position int not null,
  primary key (jurisdiction_id, id), unique nulls not distinct (jurisdiction_id, parent_id, name),
  foreign key (jurisdiction_id, parent_id) references frame (jurisdiction_id, id)
);
create table indicator (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, code text, name text not null, aliases text[] not null, kind text not null,
  direction text not null, basis text not null, frequency text not null, unit text not null, decimals int not null, source_unit_id uuid, frame_id uuid,
  topic text not null, parent_id uuid, combine text, weight numeric not null check (weight > 0), published boolean not null,
  document_id uuid, document_title text, document_day date, span int[], sentence text, item_id uuid, position int not null, version int not null,
  retired boolean not null,
  -- Grows with everything that may change a board: what is kept in memory is true while the sum of these stands still.
  touched bigint not null default 1,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, code), check (parent_id <> id),
  foreign key (jurisdiction_id, source_unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, frame_id) references frame (jurisdiction_id, id),
  foreign key (jurisdiction_id, parent_id) references indicator (jurisdiction_id, id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
) with (fillfactor = 50);
create unique index indicator_name on indicator (jurisdiction_id, name) where not retired;
create index indicator_parts on indicator (jurisdiction_id, parent_id);
-- The nil unit is the jurisdiction itself, which stands in no table of units.
create table target (
  jurisdiction_id text not null, indicator_id uuid not null, year int not null, unit_id uuid not null, kind text not null, revision int not null,
  value numeric not null, base numeric, phasing numeric[], due_on date, why text, withdrawn boolean not null default false,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, indicator_id, year, unit_id, kind, revision),
  foreign key (jurisdiction_id, indicator_id) references indicator (jurisdiction_id, id)
);
create index target_of_unit on target (jurisdiction_id, unit_id, indicator_id);
create table reading_import (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, sha256 text not null, readings int not null,
  at timestamptz not null, by_id uuid not null, by_name text not null, undone_at timestamptz, undone_by text,
  primary key (jurisdiction_id, id)
);
create index reading_import_by_time on reading_import (jurisdiction_id, at desc);
create table import_mapping (
  jurisdiction_id text not null references jurisdiction (id), signature text not null, mapping json not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, signature)
);
create table reading (
  jurisdiction_id text not null, indicator_id uuid not null, year int not null, unit_id uuid not null, month int not null check (month between 1 and 12),
  revision int not null, value numeric, status text not null, withdrawn boolean not null default false, import_id uuid, origin text, words text, undoes uuid,
  by_id uuid not null, by_name text not null, by_unit text, at timestamptz not null,
  primary key (jurisdiction_id, indicator_id, year, unit_id, month, revision), check (withdrawn = (value is null)),
  foreign key (jurisdiction_id, indicator_id) references indicator (jurisdiction_id, id),
  foreign key (jurisdiction_id, import_id) references reading_import (jurisdiction_id, id)
);
create index reading_of_import on reading (jurisdiction_id, import_id) where import_id is not null;
create index reading_of_unit on reading (jurisdiction_id, unit_id, indicator_id);
`

/** One row for each month, also for those whose data are still to come: a board of any month is one range of the key. */
const DERIVED = `
create table standing (
  jurisdiction_id text not null, year int not null, month int not null, unit_id uuid not null, indicator_id uuid not null,
  verdict text not null, light text not null, reason text, value double precision, points double precision,
  -- The month itself has a figure; otherwise it is judged by the last one before it.
  fresh boolean not null,
  -- As the board shows it, from its third member on: the first two are the ids.
  shown text not null, changed_at timestamptz not null,
  primary key (jurisdiction_id, year, month, unit_id, indicator_id),
  foreign key (jurisdiction_id, indicator_id) references indicator (jurisdiction_id, id)
) with (fillfactor = 70);
create index standing_of_series on standing (jurisdiction_id, indicator_id, unit_id, year);
create index standing_fresh on standing (jurisdiction_id, year, month) where fresh;
create table standing_tally (
  jurisdiction_id text not null, year int not null, month int not null, unit_id uuid not null, verdict text not null, light text not null, n int not null,
  primary key (jurisdiction_id, year, month, unit_id, verdict, light)
) with (fillfactor = 50);
-- What a board shows besides its figures: names and places of units and frames.
create table board_stamp (jurisdiction_id text primary key references jurisdiction (id), n bigint not null) with (fillfactor = 50);
create function stamp_board() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into board_stamp values (new.jurisdiction_id, 1) on conflict (jurisdiction_id) do update set n = board_stamp.n + 1;
  return null;
end $$;
create trigger board_unit after update of name, parent_id, position on unit for each row execute function stamp_board();
create trigger board_frame after insert or update on frame for each row execute function stamp_board();
`

/** As in 001, and the tables that are read by many joins. */
const LOOK_AGAIN = `
create or replace function look_again() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze unit, unit_closure, person, appointment, document, draft, item, item_unit, item_event, item_search, tally, audit, audit_lane,
    indicator, target, reading, standing, standing_tally;
end $$;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
/** How far the person's sight of figures reaches; that of items is another one (core/access.ts). */
const ALL = `${setting('figures')} = 'all'`
const PARTY = `${setting('figures')} = 'party'`
const SOME = `${setting('figures')} in ('all', 'party')`
/** Only while a write, allowed before, keeps totals and boards current: they are made of figures that the writer may not all see. */
const KEEPING = `${setting('keeping')} = 'on'`
const UNITS = `(select nullif(current_setting('luoshi.units', true), '')::uuid[])`
/** In a function with the owner's rights: a policy of indicator that asked target, whose policy asks indicator, would never end. */
const SIGHT = `
create function indicators_about() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  place text := nullif(current_setting('luoshi.jurisdiction', true), '');
  mine uuid[] := nullif(current_setting('luoshi.units', true), '')::uuid[];
begin
  return query select t.indicator_id from target t where t.jurisdiction_id = place and t.unit_id = any (mine)
    union select r.indicator_id from reading r where r.jurisdiction_id = place and r.unit_id = any (mine);
end $$;
revoke all on function indicators_about() from public;
grant execute on function indicators_about() to luoshi_server;
`
/**
 * What an upper level sees: the wholes of those that stand below it, figures only, and only when it asks in its own name and may see all of its
 * own. The functions have the owner's rights, and take the asking jurisdiction from the connection, never as an argument.
 */
const BELOW = `
create function places_below() returns table (id text, name text, parent_id text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if coalesce(current_setting('luoshi.figures', true), '') <> 'all' then return; end if;
  return query with recursive down as (
    select j.id, j.name, j.parent_id from jurisdiction j where j.parent_id = nullif(current_setting('luoshi.jurisdiction', true), '')
    union all select j.id, j.name, j.parent_id from jurisdiction j join down on j.parent_id = down.id)
  select down.id, down.name, down.parent_id from down order by 1;
end $$;
create function months_below(for_year int) returns table (year int, month int) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select s.year, s.month from places_below() p cross join lateral (select s.year, s.month from standing s
    where s.jurisdiction_id = p.id and s.fresh and (for_year is null or s.year = for_year) order by s.year desc, s.month desc limit 1) s
  order by 1 desc, 2 desc limit 1;
end $$;
create function codes_below() returns table (code text, name text, unit text, decimals int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  -- Named as by the first that has it: one code is one indicator in every place.
  return query select c.code, c.name, c.unit, c.decimals from (select distinct on (i.code) i.* from places_below() p
    cross join lateral (select x.code, x.name, x.unit, x.decimals, x.position, p.id from indicator x
      where x.jurisdiction_id = p.id and x.code is not null and not x.retired offset 0) i
    order by i.code, i.id) c order by c.position, c.code;
end $$;
-- Summed up inside the lateral part, so that each place is found by its key and never the whole table read.
create function wholes_below(for_year int, for_month int) returns table (place text, cells text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.id, w.cells from places_below() p cross join lateral (
    select string_agg('{"code":' || to_json(i.code) || ',"value":' || coalesce(s.value::text, 'null') || ',"points":' || coalesce(s.points::text, 'null')
      || ',"verdict":"' || s.verdict || '","light":"' || s.light || '"}', ',' order by i.position, i.code) as cells from standing s
    join indicator i on i.jurisdiction_id = s.jurisdiction_id and i.id = s.indicator_id
    where s.jurisdiction_id = p.id and s.year = for_year and s.month = for_month and s.unit_id = '00000000-0000-0000-0000-000000000000'
      and i.code is not null) w;
end $$;
create function tallies_below(for_year int, for_month int) returns table (place text, verdict text, light text, n int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.id, t.verdict, t.light, t.n from places_below() p
    join standing_tally t on t.jurisdiction_id = p.id and t.year = for_year and t.month = for_month and t.unit_id = '00000000-0000-0000-0000-000000000000'
  where t.n <> 0;
end $$;
revoke all on function places_below(), months_below(int), codes_below(), wholes_below(int, int), tallies_below(int, int) from public;
grant execute on function places_below(), months_below(int), codes_below(), wholes_below(int, int), tallies_below(int, int) to luoshi_server;
`
/** Other units' figures: of published indicators, and of those that one's own unit reports for everybody. */
const OPEN = `indicator_id in (select i.id from indicator i where i.${PLACE} and (i.published or i.source_unit_id = any (${UNITS}::uuid[])))`
const SERIES = `${PLACE} and (${ALL} or ${KEEPING} or (${PARTY} and (unit_id = any (${UNITS}::uuid[]) or ${OPEN})))`
const SOURCE = `exists (select 1 from indicator i where i.jurisdiction_id = reading.jurisdiction_id and i.id = reading.indicator_id
  and i.source_unit_id = any (${UNITS}::uuid[]))`

const POLICIES: Record<string, [command: 'all' | 'select' | 'insert' | 'update' | 'delete', condition: string][]> = {
  frame: [
    ['select', `${PLACE} and ${SOME}`],
    ['insert', `${PLACE} and ${ALL}`],
    ['update', `${PLACE} and ${ALL}`],
  ],
  indicator: [
    [
      'select',
      `${PLACE} and (${ALL} or ${KEEPING} or (${PARTY} and (published or source_unit_id = any (${UNITS}::uuid[]) or id in (select indicators_about()))))`,
    ],
    ['insert', `${PLACE} and ${ALL}`],
    ['update', `${PLACE} and (${ALL} or ${KEEPING})`],
  ],
  target: [
    ['select', SERIES],
    ['insert', `${PLACE} and ${ALL}`],
  ],
  reading_import: [
    ['select', `${PLACE} and ${SOME}`],
    ['insert', `${PLACE} and ${SOME}`],
    ['update', `${PLACE} and ${SOME}`],
  ],
  import_mapping: [['all', `${PLACE} and ${SOME}`]],
  reading: [
    ['select', SERIES],
    ['insert', `${PLACE} and (${ALL} or (${PARTY} and ${SOURCE}))`],
  ],
  standing: [
    ['select', SERIES],
    ['insert', `${PLACE} and ${KEEPING}`],
    ['update', `${PLACE} and ${KEEPING}`],
    ['delete', `${PLACE} and ${KEEPING}`],
  ],
  standing_tally: [
    ['select', `${PLACE} and (${SOME} or ${KEEPING})`],
    ['insert', `${PLACE} and ${KEEPING}`],
    ['update', `${PLACE} and ${KEEPING}`],
  ],
  board_stamp: [['select', `${PLACE} and ${SOME}`]],
}

const GRANTS = `
grant select, insert, update on frame, indicator, standing_tally to luoshi_server;
grant select, insert on target, reading to luoshi_server;
grant select, insert, update (undone_at, undone_by) on reading_import to luoshi_server;
grant select, insert, update on import_mapping to luoshi_server;
grant select, insert, update, delete on standing to luoshi_server;
grant select on board_stamp to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [KEPT, DERIVED, SIGHT, BELOW, LOOK_AGAIN]) await sql.raw(part).execute(db)
  for (const [table, policies] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
    for (const [at, [command, condition]] of policies.entries()) {
      const using = command === 'insert' ? '' : `using (${condition})`
      const check = command === 'insert' || command === 'update' || command === 'all' ? `with check (${condition})` : ''
      await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${using} ${check}`).execute(db)
    }
  }
  // Forced policies hold for an owner that is no superuser, too; its functions read and keep these tables.
  for (const table of ['target', 'reading', 'board_stamp', 'standing', 'standing_tally', 'indicator'])
    await sql.raw(`create policy ${table}_kept on ${table} for all to current_user using (true) with check (true)`).execute(db)
  await sql.raw(GRANTS).execute(db)
}
