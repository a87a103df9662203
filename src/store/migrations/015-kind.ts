// Items of other kinds than matters: their stage and sum with the item, their facts beside it, their counts by stage, and rates of exchange.
import { type Kysely, sql } from 'kysely'

const ITEM = `
alter table item add kind text not null default 'matter', add stage text, add stage_on date, add sum_amount numeric, add sum_currency text,
  add constraint item_staged check ((kind = 'matter') = (stage is null) and (stage is null) = (stage_on is null)
    and (sum_amount is null) = (sum_currency is null));
create index item_of_kind on item (jurisdiction_id, kind, stage, stage_on desc, id) where kind <> 'matter';
`

const TABLES = `
create table item_detail (
  jurisdiction_id text not null, item_id uuid not null, fields json not null,
  primary key (jurisdiction_id, item_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
-- Without a sum the currency is ''.
create table kind_tally (
  jurisdiction_id text not null references jurisdiction (id), kind text not null, stage text not null, light text not null, currency text not null,
  items int not null, amount numeric not null,
  primary key (jurisdiction_id, kind, stage, light, currency)
) with (fillfactor = 50);
create table exchange_rate (
  jurisdiction_id text not null references jurisdiction (id), currency text not null, on_day date not null, rate numeric not null check (rate > 0),
  source text, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, currency, on_day)
);
grant select, insert, update on item_detail, kind_tally, exchange_rate to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${setting('scope')} = 'all'`
const SOME = `${setting('scope')} in ('all', 'party')`
const SEEN = `${PLACE} and (${ALL} or exists (select 1 from item i where i.jurisdiction_id = item_detail.jurisdiction_id and i.id = item_detail.item_id))`

const POLICIES: [table: string, command: 'select' | 'insert' | 'update', condition: string][] = [
  ['item_detail', 'select', SEEN],
  ['item_detail', 'insert', `${PLACE} and ${ALL}`],
  ['item_detail', 'update', SEEN],
  // As the tally of matters: who moves his own project changes the counts of all.
  ['kind_tally', 'select', `${PLACE} and ${SOME}`],
  ['kind_tally', 'insert', `${PLACE} and ${SOME}`],
  ['kind_tally', 'update', `${PLACE} and ${SOME}`],
  ['exchange_rate', 'select', `${PLACE} and ${SOME}`],
  ['exchange_rate', 'insert', `${PLACE} and ${SOME}`],
  ['exchange_rate', 'update', `${PLACE} and ${SOME}`],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [ITEM, TABLES]) await sql.raw(part).execute(db)
  for (const table of ['item_detail', 'kind_tally', 'exchange_rate'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const [at, [table, command, condition]] of POLICIES.entries()) {
    const using = command === 'insert' ? '' : `using (${condition})`
    const check = command === 'select' ? '' : `with check (${condition})`
    await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${using} ${check}`).execute(db)
  }
}
