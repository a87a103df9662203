// Each time that peers' figures come in together is kept with its workbook, so that it can be taken back as one step; figures stay only ever added to.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table peer_import (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, readings int not null,
  -- Of a sheet: the workbook; of a document's figures: the document.
  file_id uuid, document_id uuid,
  -- Which places it added, and of which it told another population.
  peers json not null,
  at timestamptz not null, by_id uuid not null, by_name text not null, undone_at timestamptz, undone_by text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, file_id) references file (jurisdiction_id, id)
);
create index peer_import_by_time on peer_import (jurisdiction_id, at desc);
alter table peer_figure add column import_id uuid, add column undoes uuid,
  add foreign key (jurisdiction_id, import_id) references peer_import (jurisdiction_id, id);
create index peer_figure_of_import on peer_figure (jurisdiction_id, import_id) where import_id is not null;
-- The import that added the place.
alter table peer add column import_id uuid, add foreign key (jurisdiction_id, import_id) references peer_import (jurisdiction_id, id);
grant select, insert, update (undone_at, undone_by) on peer_import to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${PLACE} and ${setting('figures')} = 'all'`

/** Only who writes peers' figures sees how they came in; everybody sees the figures with their sources. */
const POLICIES: [table: string, policy: string][] = [
  ['peer_import', `for select to luoshi_server using (${ALL})`],
  ['peer_import', `for insert to luoshi_server with check (${ALL})`],
  ['peer_import', `for update to luoshi_server using (${ALL}) with check (${ALL})`],
  ['file', `for select to luoshi_server using (${ALL} and id in (select i.file_id from peer_import i where i.${PLACE}))`],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  await sql.raw('alter table peer_import enable row level security; alter table peer_import force row level security').execute(db)
  for (const [at, [table, policy]] of POLICIES.entries())
    await sql.raw(`create policy ${table}_peers_${at + 1} on ${table} ${policy}`).execute(db)
}
