// Requests for reports and figures: who sees and drafts them, the answers, what each unit is asked by month, and what it may be asked.
import { type Kysely, sql } from 'kysely'

const TABLES = `
-- One answer of one unit for one day; said anew, the old one stays.
create table request_answer (
  jurisdiction_id text not null, item_id uuid not null, unit_id uuid not null, due_on date not null, revision int not null, cells json not null,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, item_id, unit_id, due_on, revision),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
create index request_answer_of_unit on request_answer (jurisdiction_id, unit_id, at desc);
-- The first day stands for the month.
create table burden_tally (
  jurisdiction_id text not null references jurisdiction (id), unit_id uuid not null, month date not null, minutes numeric not null, requests int not null,
  saved numeric not null,
  primary key (jurisdiction_id, unit_id, month)
) with (fillfactor = 70);
-- The nil unit stands for every unit that has none of its own.
create table burden_budget (
  jurisdiction_id text not null references jurisdiction (id), unit_id uuid not null, from_month date not null, revision int not null,
  minutes numeric not null check (minutes >= 0), why text, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, unit_id, from_month, revision)
);
create index item_request on item (jurisdiction_id, stage) where kind = 'request';
`

const read = (name: string): string => `nullif(current_setting('luoshi.${name}', true), '')`
const setting = (name: string): string => `(select ${read(name)})`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${setting('scope')} = 'all'`
const PARTY = `${setting('scope')} = 'party'`
const SOME = `${setting('scope')} in ('all', 'party')`
const KEEPING = `${setting('keeping')} = 'on'`
const UNITS = `(select ${read('units')}::uuid[])`
const ofItem = (table: string, more = ''): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.id = ${table}.item_id${more})`
const sender = (table: string): string => ofItem(table, ` and i.kind = 'request' and i.lead_unit_id = any (${UNITS}::uuid[])`)

/** Requests that are out, or were, stand in a register that every unit may read; a draft is its sender's and the office's. */
const OUT = `(kind = 'request' and stage in ('out', 'merged', 'dropped', 'ended'))`
const MINE = `(kind = 'request' and lead_unit_id = any (${UNITS}::uuid[]))`
/** As in 016: CASE and not OR, which the planner takes for a filter that nothing passes. */
const item = (
  more: string,
): string => `jurisdiction_id = ${read('jurisdiction')} and case ${setting('scope')} when 'all' then true when 'party' then
  (state <> 'registered' and party_unit_ids && ${UNITS}) or coalesce(kind = any(${setting('kinds')}::text[]), false) or ${more} else false end`
/** Who reads a request in the register does not write its history or its facts. */
const ONLY_SENDER = (table: string): string =>
  `case ${setting('scope')} when 'party' then not ${ofItem(table, ` and i.kind = 'request' and i.lead_unit_id <> all (${UNITS}::uuid[])`)} else true end`
const ITEM = [
  'drop policy item_1 on item',
  `create policy item_1 on item for select to luoshi_server using (${item(`${MINE} or ${OUT}`)})`,
  `create policy item_2 on item for insert to luoshi_server with check (${item(MINE)})`,
  `create policy item_3 on item for update to luoshi_server using (${item(MINE)}) with check (${item(MINE)})`,
  `create policy item_event_request on item_event as restrictive for insert to luoshi_server with check (${ONLY_SENDER('item_event')})`,
  `create policy item_detail_request on item_detail as restrictive for update to luoshi_server using (${ONLY_SENDER('item_detail')})`,
]

const POLICIES: [table: string, command: 'select' | 'insert' | 'update' | 'delete', condition: string][] = [
  ['item_detail', 'insert', `${PLACE} and ${PARTY} and ${sender('item_detail')}`],
  // Whoever asked reads the answers, and each unit its own.
  ['request_answer', 'select', `${PLACE} and (${ALL} or (${PARTY} and (unit_id = any (${UNITS}::uuid[]) or ${sender('request_answer')})))`],
  ['request_answer', 'insert', `${PLACE} and ${PARTY} and unit_id = any (${UNITS}::uuid[]) and ${ofItem('request_answer')}`],
  ['burden_tally', 'select', `${PLACE} and (${ALL} or (${SOME} and ${KEEPING}) or (${PARTY} and unit_id = any (${UNITS}::uuid[])))`],
  ['burden_tally', 'insert', `${PLACE} and ${SOME} and ${KEEPING}`],
  ['burden_tally', 'update', `${PLACE} and ${SOME} and ${KEEPING}`],
  ['burden_budget', 'select', `${PLACE} and ${SOME}`],
  ['burden_budget', 'insert', `${PLACE} and ${ALL}`],
]

/** Who wants to ask learns what the units that he names are asked already; with the owner's rights, within the jurisdiction of the connection. */
const ASKED = `
create function burden_asked(units uuid[]) returns table (unit_id uuid, month date, minutes numeric)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if coalesce(current_setting('luoshi.scope', true), '') not in ('all', 'party') then return; end if;
  return query select t.unit_id, t.month, t.minutes from burden_tally t
    where t.jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '') and t.unit_id = any (units) and t.minutes <> 0;
end $$;
revoke all on function burden_asked(uuid[]) from public;
grant execute on function burden_asked(uuid[]) to luoshi_server;
`

const GRANTS = `
grant select, insert on request_answer, burden_budget to luoshi_server;
grant select, insert, update on burden_tally to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [TABLES, ...ITEM]) await sql.raw(part).execute(db)
  for (const table of ['request_answer', 'burden_tally', 'burden_budget'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const [at, [table, command, condition]] of POLICIES.entries()) {
    const using = command === 'insert' ? '' : `using (${condition})`
    const check = command === 'insert' || command === 'update' ? `with check (${condition})` : ''
    await sql.raw(`create policy ${table}_burden_${at + 1} on ${table} for ${command} to luoshi_server ${using} ${check}`).execute(db)
  }
  await sql.raw(ASKED).execute(db)
  // Forced policies hold for an owner that is no superuser, too.
  await sql.raw('create policy burden_tally_kept on burden_tally for all to current_user using (true) with check (true)').execute(db)
  await sql.raw(GRANTS).execute(db)
}
