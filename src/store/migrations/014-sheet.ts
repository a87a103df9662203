// Answer sheets as they were issued: facts, words and the Word file itself, never changed by what comes later.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table sheet (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, kind text not null, year int not null, as_of date not null,
  title text not null, digest text not null, facts json not null, gongwen json not null, docx bytea not null, sha256 text not null,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, digest)
);
create index sheet_by_time on sheet (jurisdiction_id, at desc);
-- What was handed in stays what it was: neither update nor delete.
grant select, insert on sheet to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const ALL = `jurisdiction_id = ${setting('jurisdiction')} and ${setting('scope')} = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  await sql.raw('alter table sheet enable row level security; alter table sheet force row level security').execute(db)
  await sql.raw(`create policy sheet_1 on sheet for select to luoshi_server using (${ALL})`).execute(db)
  await sql.raw(`create policy sheet_2 on sheet for insert to luoshi_server with check (${ALL})`).execute(db)
}
