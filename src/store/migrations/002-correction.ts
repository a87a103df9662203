// Corrections of readings by hand. Only ever added to: a later one replaces an earlier one when the reading is shown.
import { type Kysely, sql } from 'kysely'

const TABLE = `
create table correction (
  jurisdiction_id text not null, document_id uuid not null, seq int not null, of text not null, index int not null, value json,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, document_id, seq),
  foreign key (jurisdiction_id, document_id) references document (jurisdiction_id, id) on delete cascade
);
alter table correction enable row level security;
alter table correction force row level security;
grant select, insert on correction to luoshi_server;
`
/** The document's own policies say who sees it; corrections are the office's to make. */
const SEEN = `exists (select 1 from document d where d.jurisdiction_id = correction.jurisdiction_id and d.id = correction.document_id)`
const OFFICE = `jurisdiction_id = (select current_setting('luoshi.jurisdiction', true)) and (select current_setting('luoshi.scope', true)) = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
  await sql.raw(`create policy correction_1 on correction for select to luoshi_server using (${SEEN})`).execute(db)
  await sql.raw(`create policy correction_2 on correction for insert to luoshi_server with check (${OFFICE})`).execute(db)
}
