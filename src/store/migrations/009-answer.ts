// Answers without pain and a stricter sign-in: values that reports gave, links by which a unit without accounts answers, locks and second steps.
import { type Kysely, sql } from 'kysely'

const TABLES = `
-- What a report said of the item's figure; the last one is shown in the next report instead of being asked for again.
create table item_value (
  jurisdiction_id text not null, item_id uuid not null, version int not null, at timestamptz not null, value numeric not null, unit text not null,
  status text not null, by_name text not null, by_unit text,
  primary key (jurisdiction_id, item_id, version),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
-- The secret part of a link is never kept: only what it was made for, and whether it still holds.
create table answer_link (
  jurisdiction_id text not null, id uuid not null, item_id uuid not null, unit_id uuid not null, for_name text not null, for_phone text not null,
  office_phone text not null, from_at timestamptz not null, until timestamptz not null, made_by uuid not null, made_by_name text not null,
  revoked_at timestamptz, revoked_by_name text, used_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index on answer_link (jurisdiction_id, item_id);
grant select, insert on item_value to luoshi_server;
grant select, insert, update (revoked_at, revoked_by_name, used_at) on answer_link to luoshi_server;
`

/**
 * Sign-in, beside better-auth's own tables; read before a jurisdiction is known, so outside row-level security and without business data.
 * The second step's table and column are as its two-factor plugin (1.7) wants them.
 */
const AUTH = `
alter table auth."user" add "twoFactorEnabled" boolean not null default false;
create table auth."twoFactor" (
  id text primary key, secret text not null, "backupCodes" text not null, "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean not null default true, "failedVerificationCount" int not null default 0, "lockedUntil" timestamptz
);
create index on auth."twoFactor" ("userId");
create index on auth."twoFactor" (secret);
alter table auth.login add password_at timestamptz not null default now(), add must_change boolean not null default false;
create table auth.password_past (
  user_id text not null references auth."user" (id) on delete cascade, at timestamptz not null default now(), hash text not null
);
create index on auth.password_past (user_id, at desc);
-- By a digest of the name: what people type there by mistake may be a password.
create table auth.lockout (name_digest text primary key, wrong int not null, last timestamptz not null, until timestamptz);
create index on auth.lockout (last);
grant select, insert, update, delete on auth."twoFactor", auth.password_past, auth.lockout to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${setting('scope')} = 'all'`
const ITEM = setting('item')
const ofItem = (table: string): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.id = ${table}.item_id)`
/** CASE and not OR: the planner takes OR for a filter that nothing passes, and would choose other plans for every list. */
const onlyItem = (otherwise: string): string => `case when ${ITEM} is null then true else ${otherwise} end`

/** Who comes by a link sees its one item and what hangs on it; said to the database by `luoshi.item`, whatever the program forgets. */
const POLICIES = [
  `create policy item_link on item as restrictive for all to luoshi_server using (${onlyItem(`id = ${ITEM}::uuid`)})`,
  `create policy document_link on document as restrictive for all to luoshi_server using (${onlyItem('false')})`,
  `create policy draft_link on draft as restrictive for all to luoshi_server using (${onlyItem('false')})`,
  `create policy item_value_1 on item_value for select to luoshi_server using (${PLACE} and ${ofItem('item_value')})`,
  `create policy item_value_2 on item_value for insert to luoshi_server with check (${PLACE} and ${ofItem('item_value')})`,
  `create policy answer_link_1 on answer_link for all to luoshi_server using (${PLACE} and ${ALL}) with check (${PLACE} and ${ALL})`,
  `create policy answer_link_2 on answer_link for select to luoshi_server using (${PLACE} and id::text = ${setting('person')} and ${ITEM} is not null)`,
  `create policy answer_link_3 on answer_link for update to luoshi_server using (${PLACE} and id::text = ${setting('person')} and ${ITEM} is not null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [TABLES, AUTH]) await sql.raw(part).execute(db)
  for (const table of ['item_value', 'answer_link'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const policy of POLICIES) await sql.raw(policy).execute(db)
}
