// Jurisdictions as a tree in one installation, with invitations for lower ones; posts, who holds them from when to when; three administrators held apart.
import { type Kysely, sql } from 'kysely'

const HERE = `(select nullif(current_setting('luoshi.jurisdiction', true), ''))`

/** The level follows from the code (GB/T 2260), and the code says below which other it may stand; core/jurisdiction.ts has the same two rules. */
const PLACES = `
alter table jurisdiction
  add level text not null generated always as (case when length(id) = 9 then 'township' when id like '%0000' then 'province' when id like '%00' then 'city' else 'county' end) stored,
  add parent_id text references jurisdiction (id),
  add constraint jurisdiction_below check (parent_id is null or (id <> parent_id and length(parent_id) = 6 and starts_with(id, regexp_replace(parent_id, '(00)+$', ''))));
create index on jurisdiction (parent_id) where parent_id is not null;
create table invitation (
  jurisdiction_id text not null references jurisdiction (id), code text not null, name text not null, hash text not null,
  issued_at timestamptz not null, expires_at timestamptz not null,
  primary key (jurisdiction_id, code)
);
alter table invitation enable row level security;
alter table invitation force row level security;
`

/** Names of one's own upper and lower jurisdictions are known; nothing else of them is. A policy that asked its own table would never end. */
const SEEN = `
create function upper_jurisdiction() returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select parent_id from jurisdiction where id = nullif(current_setting('luoshi.jurisdiction', true), '') $$;
revoke all on function upper_jurisdiction() from public;
grant execute on function upper_jurisdiction() to luoshi_server;
drop policy jurisdiction_1 on jurisdiction;
create policy jurisdiction_seen on jurisdiction for select to luoshi_server
  using (id = ${HERE} or parent_id = ${HERE} or id = (select upper_jurisdiction()));
create policy jurisdiction_changed on jurisdiction for update to luoshi_server using (id = ${HERE}) with check (id = ${HERE});
-- Below another only with its invitation, which whoever holds the link gives back.
create policy jurisdiction_made on jurisdiction for insert to luoshi_server with check (id = ${HERE} and (parent_id is null or exists
  (select 1 from invitation i where i.jurisdiction_id = jurisdiction.parent_id and i.code = jurisdiction.id and i.expires_at > jurisdiction.created_at)));
-- Where it stands is said once, when it is made.
revoke update on jurisdiction from luoshi_server;
grant update (name, place, office, lit_on) on jurisdiction to luoshi_server;
create policy invitation_own on invitation for all to luoshi_server using (jurisdiction_id = ${HERE}) with check (jurisdiction_id = ${HERE});
create policy invitation_taken on invitation for select to luoshi_server using (code = ${HERE});
create policy invitation_spent on invitation for delete to luoshi_server using (code = ${HERE});
grant select, insert, update, delete on invitation to luoshi_server;
`

/**
 * A post belongs to a unit and may carry a role; without a name it is called by its role. People hold posts from a day to a day, which is the
 * day the next one begins. An appointment is the permission that the security administrator gives, mostly for a post.
 */
const POSTS = `
create table post (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, unit_id uuid, name text not null, role text,
  primary key (jurisdiction_id, id), unique nulls not distinct (jurisdiction_id, unit_id, name, role),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id), check (name <> '' or role is not null)
);
create table tenure (
  jurisdiction_id text not null, id uuid not null, post_id uuid not null, person_id uuid not null, from_day date not null, to_day date,
  -- Whether the security administrator has said yes or no to the post's role.
  decided boolean not null,
  primary key (jurisdiction_id, id), check (to_day >= from_day),
  foreign key (jurisdiction_id, post_id) references post (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create unique index tenure_open on tenure (jurisdiction_id, post_id, person_id) where to_day is null;
create index on tenure (jurisdiction_id, person_id);
alter table appointment add tenure_id uuid, add foreign key (jurisdiction_id, tenure_id) references tenure (jurisdiction_id, id);
insert into post select jurisdiction_id, gen_random_uuid(), unit_id, name, role
  from (select distinct a.jurisdiction_id, a.unit_id, coalesce(p.post, '') as name, a.role
    from appointment a join person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id where a.role not like '%\\_admin') x;
insert into tenure select a.jurisdiction_id, a.id, o.id, a.person_id, a.from_day, case when a.to_day is not null then greatest(a.to_day, a.from_day) end, true
  from appointment a join person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id
  join post o on o.jurisdiction_id = a.jurisdiction_id and o.unit_id is not distinct from a.unit_id and o.name = coalesce(p.post, '') and o.role = a.role;
update appointment set tenure_id = id where role not like '%\\_admin';
alter table person drop post;
alter table post enable row level security;
alter table post force row level security;
alter table tenure enable row level security;
alter table tenure force row level security;
create policy post_1 on post for all to luoshi_server using (jurisdiction_id = ${HERE}) with check (jurisdiction_id = ${HERE});
create policy tenure_1 on tenure for all to luoshi_server using (jurisdiction_id = ${HERE}) with check (jurisdiction_id = ${HERE});
grant select, insert, update on post, tenure to luoshi_server;
`

/** The second guard of core/appoint.ts, for whatever writes past it: an administrator has one role, and no other (三员分立). */
const APART = `
create function keep_administrators_apart() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- One at a time for each person, or two of them would not see each other.
  perform 1 from person where jurisdiction_id = new.jurisdiction_id and id = new.person_id for update;
  if exists (select 1 from appointment a where a.jurisdiction_id = new.jurisdiction_id and a.person_id = new.person_id and a.to_day is null
      and a.id <> new.id and a.role <> new.role and (a.role like '%\\_admin' or new.role like '%\\_admin')) then
    raise exception 'an administrator has no other role' using errcode = '23514', constraint = 'administrators_apart';
  end if;
  return new;
end $$;
create trigger administrators_apart before insert or update on appointment for each row when (new.to_day is null) execute function keep_administrators_apart();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  // Forced policies hide the people from an owner that is no superuser.
  const kept = ['person', 'appointment', 'unit']
  for (const table of kept) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const part of [PLACES, SEEN, POSTS, APART]) await sql.raw(part).execute(db)
  for (const table of kept) await sql.raw(`alter table ${table} force row level security`).execute(db)
  // Forced policies hold for an owner that is no superuser, whose function reads this table.
  await sql.raw('create policy jurisdiction_kept on jurisdiction for select to current_user using (true)').execute(db)
}
