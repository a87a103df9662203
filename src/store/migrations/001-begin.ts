// The first tables. `jurisdiction_id` leads every primary and unique key of business data, so that the tables can be sharded by it.
import { type Kysely, sql } from 'kysely'

/** Sign-in tables as better-auth 1.7 with its username plugin wants them; they hold no business data. */
const AUTH = `
create schema auth;
create table auth."user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false, image text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  username text unique, "displayUsername" text
);
create table auth.session (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" (id) on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
  id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);
-- Whose sign-in it is: read before the jurisdiction is known, so it stands outside row-level security and holds ids only.
create table auth.login (
  user_id text primary key references auth."user" (id) on delete cascade, jurisdiction_id text not null, person_id uuid not null
);
`

const PEOPLE = `
create table jurisdiction (
  id text primary key, name text not null, place text not null, office text not null, demo boolean not null default false,
  lit_on date, created_at timestamptz not null
);
create table unit (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, aliases text[] not null default '{}',
  kind text not null, parent_id uuid, duties text not null default '', position int not null,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, name),
  foreign key (jurisdiction_id, parent_id) references unit (jurisdiction_id, id)
);
create table unit_closure (
  jurisdiction_id text not null, ancestor_id uuid not null, unit_id uuid not null, depth int not null,
  primary key (jurisdiction_id, ancestor_id, unit_id),
  foreign key (jurisdiction_id, ancestor_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index on unit_closure (jurisdiction_id, unit_id, depth);
create table person (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, user_id text, username text, name text not null, post text,
  disabled boolean not null default false, created_at timestamptz not null,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, username)
);
create table appointment (
  jurisdiction_id text not null, id uuid not null, person_id uuid not null, role text not null, unit_id uuid, from_day date not null, to_day date,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index on appointment (jurisdiction_id, person_id) where to_day is null;
`

const BUSINESS = `
create table document (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, title text not null, number text, day date,
  state text not null, version int not null, name text not null, text text not null, reading json not null,
  directives int not null, items int not null default 0, created_by uuid not null, created_by_name text not null, created_at timestamptz not null,
  primary key (jurisdiction_id, id)
);
create index on document (jurisdiction_id, created_at desc);
create table draft (
  jurisdiction_id text not null, document_id uuid not null, index int not null, version int not null, chosen boolean not null,
  slogan boolean not null, title text not null, topic text not null, lead_unit_id uuid, co_unit_ids uuid[] not null, due_on date, measure text,
  suggestions json not null, span int[] not null, sentence text not null, edited_by text, item_id uuid,
  primary key (jurisdiction_id, document_id, index),
  foreign key (jurisdiction_id, document_id) references document (jurisdiction_id, id) on delete cascade,
  foreign key (jurisdiction_id, lead_unit_id) references unit (jurisdiction_id, id)
);
create table item (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, number text, title text not null, topic text not null,
  urgency text not null, state text not null, version int not null, lead_unit_id uuid, co_unit_ids uuid[] not null,
  due_on date, measure text, percent numeric not null,
  document_id uuid, document_title text, document_day date, span int[], sentence text,
  registered_at timestamptz, dispatched_at timestamptz, accepted_at timestamptz, last_report_at timestamptz, submitted_at timestamptz,
  closed_at timestamptz, urged_at timestamptz, reported_by uuid, suspended_from text, suspended_until date, waiting_for text,
  light text not null, reason text not null, facts json not null, overdue boolean not null,
  -- The row as the ledger shows it, without its unit's name: made when it is written, since it is read a thousand times as often.
  shown text not null default '{}',
  open boolean not null generated always as (state in ('dispatched', 'in_progress', 'pending_verification', 'returned', 'suspended')) stored,
  party_unit_ids uuid[] not null generated always as (array_remove(array_prepend(lead_unit_id, co_unit_ids), null)) stored,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, number),
  foreign key (jurisdiction_id, lead_unit_id) references unit (jurisdiction_id, id)
) with (fillfactor = 70);
-- Columns that a report changes stand in no index: the new version of a row then stays on its page (HOT).
create index item_by_due on item (jurisdiction_id, due_on, id) where open;
create index item_by_lead on item (jurisdiction_id, lead_unit_id, due_on, id);
create index item_by_document on item (jurisdiction_id, document_id) where document_id is not null;
create index item_waiting on item (jurisdiction_id, state, due_on) where state in ('registered', 'pending_verification');

/* Which units have a part in which items, kept by a trigger. Row-level security lets an index be asked only with leakproof operators:
   uuid = is one, array && is not, so a unit's own list starts here. */
create table item_unit (
  jurisdiction_id text not null, unit_id uuid not null, item_id uuid not null, part text not null, open boolean not null, due_on date,
  primary key (jurisdiction_id, unit_id, item_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index item_unit_by_due on item_unit (jurisdiction_id, unit_id, open, due_on);
create index item_unit_of_item on item_unit (jurisdiction_id, item_id);
create function keep_item_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from item_unit where jurisdiction_id = new.jurisdiction_id and item_id = new.id and unit_id <> all (new.party_unit_ids);
  insert into item_unit
    select new.jurisdiction_id, u, new.id, case when u = new.lead_unit_id then 'lead' else 'co' end, new.open, new.due_on from unnest(new.party_unit_ids) u
    on conflict (jurisdiction_id, unit_id, item_id) do update set part = excluded.part, open = excluded.open, due_on = excluded.due_on;
  return null;
end $$;
create trigger item_unit_new after insert on item for each row execute function keep_item_unit();
create trigger item_unit_changed after update of lead_unit_id, co_unit_ids, state, due_on on item for each row
  when (old.party_unit_ids is distinct from new.party_unit_ids or old.lead_unit_id is distinct from new.lead_unit_id or old.open is distinct from new.open
        or old.due_on is distinct from new.due_on) execute function keep_item_unit();

create table item_event (
  jurisdiction_id text not null, item_id uuid not null, version int not null, ordinal int not null, id uuid not null, kind text not null,
  at timestamptz not null, by_id uuid not null, by_name text not null, by_unit text, words text, file_ids uuid[] not null, facts json not null,
  primary key (jurisdiction_id, item_id, version, ordinal),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
create index item_event_by_time on item_event (jurisdiction_id, at desc);
create table file (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, sha256 text not null, name text not null, type text not null, size int not null,
  by_id uuid not null, at timestamptz not null, item_id uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
create index on file (jurisdiction_id, item_id) where item_id is not null;
create table counter (
  jurisdiction_id text not null references jurisdiction (id), year int not null, last int not null, primary key (jurisdiction_id, year)
);
create table tally (
  jurisdiction_id text not null references jurisdiction (id), unit_id uuid not null, state text not null, light text not null, overdue boolean not null,
  items int not null, percent_sum numeric not null,
  primary key (jurisdiction_id, unit_id, state, light, overdue)
) with (fillfactor = 50);
create table once (
  jurisdiction_id text not null references jurisdiction (id), person_id uuid not null, key text not null, digest text not null,
  result json not null, at timestamptz not null,
  primary key (jurisdiction_id, person_id, key)
);
create index on once (at);
create function forget_keys(before timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten int;
begin
  delete from once where at < before;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
`

const AUDIT = `
create table audit_lane (
  jurisdiction_id text not null references jurisdiction (id), lane smallint not null, seq bigint not null, prev_hash bytea not null, hash bytea not null,
  primary key (jurisdiction_id, lane)
) with (fillfactor = 50);
create table audit (
  jurisdiction_id text not null references jurisdiction (id), lane smallint not null, seq bigint not null, at timestamptz not null, actor_id uuid,
  actor text not null, action text not null, target text not null, summary text not null, body text not null, prev_hash bytea not null, hash bytea not null,
  primary key (jurisdiction_id, lane, seq)
);
create index on audit (jurisdiction_id, at desc);
-- A jurisdiction is never without its lanes: an entry without one would be lost without a word.
create function make_audit_lanes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_lane select new.id, lane, 0, '\\x', sha256(convert_to('luoshi ' || new.id || ' ' || lane, 'UTF8')) from generate_series(0, 31) lane;
  return null;
end $$;
create trigger audit_lanes after insert on jurisdiction for each row execute function make_audit_lanes();
`

/**
 * Search by pairs of characters: Chinese has no blanks, and words of two characters must be found. The words stand in a table of their own,
 * so that a report does not touch the inverted index. Row-level security keeps an index from being asked with an operator that is not
 * leakproof, so the candidates come from a function with the owner's rights; it gives ids only, and the rows pass the policies after it.
 */
const SEARCH = `
create function pairs(words text) returns text[] language sql immutable parallel safe
  return (select coalesce(array_agg(distinct substr(w, i, 2)), '{}')
          from (select regexp_replace(lower(words), '\\s+', '', 'g') as w) t, generate_series(1, greatest(length(w) - 1, 0)) i);
create table item_search (
  jurisdiction_id text not null, item_id uuid not null, pairs text[] not null, primary key (jurisdiction_id, item_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
-- Without a list of what is still to be sorted in: it would be read through at each search, and titles change seldom.
create index item_search_pairs on item_search using gin (pairs) with (fastupdate = off);
create function keep_item_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into item_search values (new.jurisdiction_id, new.id,
    pairs(concat_ws(E'\\n', new.number, new.title, new.measure, new.sentence)))
  on conflict (jurisdiction_id, item_id) do update set pairs = excluded.pairs;
  return null;
end $$;
create trigger item_search_new after insert on item for each row execute function keep_item_search();
create trigger item_search_changed after update of title, measure on item for each row
  when (old.title is distinct from new.title or old.measure is distinct from new.measure) execute function keep_item_search();
-- In plpgsql because its plans are kept for the session; before PostgreSQL 18 those of SQL functions are not.
create function found_items(place text, wanted text) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
declare
  these text[] := pairs(wanted);
begin
  return query select s.item_id from item_search s where s.jurisdiction_id = place and s.pairs @> these;
end $$;
-- After much was written at once the planner must look again; the serving role may not analyze tables that it does not own.
create function look_again() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze unit, unit_closure, person, appointment, document, draft, item, item_unit, item_event, item_search, tally, audit, audit_lane;
end $$;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${setting('scope')} = 'all'`
const PARTY = `${setting('scope')} = 'party'`
const SOME = `${setting('scope')} in ('all', 'party')`
const UNITS = `(select nullif(current_setting('luoshi.units', true), '')::uuid[])`
const PERSON = `(select nullif(current_setting('luoshi.person', true), '')::uuid)`
const ofItem = (table: string, column: string): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.id = ${table}.${column})`
/** Items that are not dispatched yet are the supervision office's own paper. */
const ITEM = `${PLACE} and (${ALL} or (${PARTY} and state <> 'registered' and party_unit_ids && ${UNITS}))`

/** Table → policies as [command, condition]; a condition both filters what is seen and checks what is written. */
const POLICIES: Record<string, [command: 'all' | 'select' | 'insert' | 'update' | 'delete', condition: string][]> = {
  jurisdiction: [['all', `id = ${setting('jurisdiction')}`]],
  unit: [['all', PLACE]],
  unit_closure: [['all', PLACE]],
  person: [['all', PLACE]],
  appointment: [['all', PLACE]],
  document: [
    ['all', `${PLACE} and ${ALL}`],
    [
      'select',
      `${PLACE} and ${PARTY} and exists (select 1 from item i where i.jurisdiction_id = document.jurisdiction_id and i.document_id = document.id)`,
    ],
  ],
  draft: [['all', `${PLACE} and ${ALL}`]],
  item: [['all', ITEM]],
  item_unit: [['select', `${PLACE} and (${ALL} or (${PARTY} and unit_id = any (${UNITS}::uuid[])))`]],
  item_event: [
    ['select', `${PLACE} and (${ALL} or ${ofItem('item_event', 'item_id')})`],
    ['insert', `${PLACE} and (${ALL} or ${ofItem('item_event', 'item_id')})`],
  ],
  file: [['all', `${PLACE} and ${SOME} and (by_id = ${PERSON} or ${ofItem('file', 'item_id')})`]],
  counter: [['all', `${PLACE} and ${ALL}`]],
  // A co-unit's report may change the light of an item that another unit leads, so the counts (no words) are written by every party.
  tally: [['all', `${PLACE} and ${SOME}`]],
  once: [['all', `${PLACE} and person_id = ${PERSON}`]],
  audit_lane: [['all', PLACE]],
  audit: [
    ['insert', PLACE],
    ['select', `${PLACE} and ${setting('audit')} = 'on'`],
  ],
}

const GRANTS = `
-- The queue of jobs makes its own tables, as the role that serves.
create schema pgboss;
grant usage, create on schema pgboss to luoshi_server;
grant usage on schema auth to luoshi_server;
grant select, insert, update, delete on all tables in schema auth to luoshi_server;
grant select, insert, update on jurisdiction, unit, person, appointment, counter, tally, audit_lane to luoshi_server;
grant select, insert, update, delete on unit_closure, document, draft, once to luoshi_server;
grant select, insert, update on item to luoshi_server;
grant select, insert, update (item_id) on file to luoshi_server;
-- What happened, happened: these two are only ever added to.
grant select, insert on item_event, audit to luoshi_server;
grant select on item_unit to luoshi_server;
revoke all on function found_items (text, text), look_again (), forget_keys (timestamptz) from public;
grant execute on function found_items (text, text), pairs (text), look_again (), forget_keys (timestamptz) to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [AUTH, PEOPLE, BUSINESS, AUDIT, SEARCH]) await sql.raw(part).execute(db)
  for (const [table, policies] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
    for (const [at, [command, condition]] of policies.entries()) {
      const clause =
        command === 'insert'
          ? `with check (${condition})`
          : command === 'select'
            ? `using (${condition})`
            : `using (${condition}) with check (${condition})`
      await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${clause}`).execute(db)
    }
  }
  // Forced policies hold for an owner that is no superuser, too; its triggers and functions keep these tables.
  for (const table of ['item_unit', 'audit_lane', 'once'])
    await sql.raw(`create policy ${table}_kept on ${table} for all to current_user using (true) with check (true)`).execute(db)
  await sql.raw(GRANTS).execute(db)
}
