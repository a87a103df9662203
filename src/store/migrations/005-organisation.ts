// Jurisdictions as a tree, in one installation: what stands above and below, and the one-time invitations by which lower ones are set up.
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

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [PLACES, SEEN]) await sql.raw(part).execute(db)
  // Forced policies hold for an owner that is no superuser, whose function reads this table.
  await sql.raw('create policy jurisdiction_kept on jurisdiction for select to current_user using (true)').execute(db)
}
