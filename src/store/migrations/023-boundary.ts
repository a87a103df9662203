// 乡镇边界: the shapes of a jurisdiction's townships, one file of them, read by all who see items and loaded by its office.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table boundary (
  jurisdiction_id text primary key references jurisdiction (id), name text not null, sha256 text not null, shape json not null,
  by_id uuid not null, by_name text not null, at timestamptz not null
);
grant select, insert, update, delete on boundary to luoshi_server;
alter table boundary enable row level security;
alter table boundary force row level security;
`

const read = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${read('jurisdiction')}`
const SOME = `${PLACE} and ${read('scope')} in ('all', 'party')`
const ALL = `${PLACE} and ${read('scope')} = 'all'`

const POLICIES = [
  `create policy boundary_1 on boundary for select to luoshi_server using (${SOME})`,
  `create policy boundary_2 on boundary for insert to luoshi_server with check (${ALL})`,
  `create policy boundary_3 on boundary for update to luoshi_server using (${ALL}) with check (${ALL})`,
  `create policy boundary_4 on boundary for delete to luoshi_server using (${ALL})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const policy of POLICIES) await sql.raw(policy).execute(db)
}
