// Ledgers that came in from an office's own sheet: what came, from which workbook, in which columns, and what stood before, so that it goes out the same and can be taken back.
import { type Kysely, sql } from 'kysely'

const TABLES = `
-- What of a sheet's row no fact takes, by the words over its column.
alter table item_detail add column extra json;
create table kind_import (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, kind text not null, name text not null, sha256 text not null,
  file_id uuid not null,
  -- Each table's columns and names as they were understood, by the fingerprint of its header.
  tables json not null,
  -- The items that it made and changed, with what stood before.
  items json not null, added int not null, changed int not null,
  at timestamptz not null, by_id uuid not null, by_name text not null, undone_at timestamptz, undone_by text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, file_id) references file (jurisdiction_id, id)
);
create index kind_import_by_time on kind_import (jurisdiction_id, kind, at desc);
grant select, insert, update (undone_at, undone_by) on kind_import to luoshi_server;
`

const read = (name: string): string => `nullif(current_setting('luoshi.${name}', true), '')`
const PLACE = `jurisdiction_id = ${read('jurisdiction')}`
/** Who registers items of the kind. */
const SEEN = `${PLACE} and (select ${read('scope')} = 'all' or coalesce(kind = any((select ${read('kinds')})::text[]), false))`

const POLICIES = [
  `create policy kind_import_1 on kind_import for select to luoshi_server using (${SEEN})`,
  `create policy kind_import_2 on kind_import for insert to luoshi_server with check (${SEEN})`,
  `create policy kind_import_3 on kind_import for update to luoshi_server using (${SEEN}) with check (${SEEN})`,
  `create policy file_kind_import on file for select to luoshi_server using (${PLACE} and id in (select i.file_id from kind_import i where i.${PLACE}))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  await sql.raw('alter table kind_import enable row level security; alter table kind_import force row level security').execute(db)
  for (const policy of POLICIES) await sql.raw(policy).execute(db)
}
