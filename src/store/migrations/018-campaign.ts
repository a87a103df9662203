// What was and was not done when a campaign or programme ended: its facts, its report and the Word file, never changed by what comes later.
import { type Kysely, sql } from 'kysely'

const TABLE = `
create table item_ending (
  jurisdiction_id text not null, item_id uuid not null, ended_on date not null,
  facts json not null, gongwen json not null, docx bytea not null, sha256 text not null,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, item_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
-- What was reported stays what it was: neither update nor delete.
grant select, insert on item_ending to luoshi_server;
alter table item_ending enable row level security;
alter table item_ending force row level security;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${PLACE} and ${setting('scope')} = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
  // It names every unit's open work: whoever sees all of the jurisdiction reads it.
  await sql.raw(`create policy item_ending_1 on item_ending for select to luoshi_server using (${ALL})`).execute(db)
  await sql.raw(`create policy item_ending_2 on item_ending for insert to luoshi_server with check (${ALL})`).execute(db)
}
