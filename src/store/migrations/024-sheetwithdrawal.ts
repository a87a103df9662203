// That an answer sheet was taken back, by whom and why; the sheet itself stays what it was.
import { type Kysely, sql } from 'kysely'

const TABLE = `
create table sheet_withdrawal (
  jurisdiction_id text not null, sheet_id uuid not null, why text not null, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, sheet_id),
  foreign key (jurisdiction_id, sheet_id) references sheet (jurisdiction_id, id)
);
-- Taken back once and for good.
grant select, insert on sheet_withdrawal to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const ALL = `jurisdiction_id = ${setting('jurisdiction')} and ${setting('scope')} = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
  await sql.raw('alter table sheet_withdrawal enable row level security; alter table sheet_withdrawal force row level security').execute(db)
  await sql.raw(`create policy sheet_withdrawal_1 on sheet_withdrawal for select to luoshi_server using (${ALL})`).execute(db)
  await sql.raw(`create policy sheet_withdrawal_2 on sheet_withdrawal for insert to luoshi_server with check (${ALL})`).execute(db)
}
