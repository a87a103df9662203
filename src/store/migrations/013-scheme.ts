// Assessment schemes: what is to be scored is data; every version stays with who made it and when.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table scheme (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, year int not null, version int not null,
  retired boolean not null, primary key (jurisdiction_id, id)
);
create table scheme_version (
  jurisdiction_id text not null, scheme_id uuid not null, version int not null, name text not null, year int not null, items json not null, why text,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, scheme_id, version), foreign key (jurisdiction_id, scheme_id) references scheme (jurisdiction_id, id)
);
grant select, insert, update on scheme to luoshi_server;
grant select, insert on scheme_version to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
/** The office's and the indicator officers' paper, as scheme.read has it: who sees all figures. */
const ALL = `jurisdiction_id = ${setting('jurisdiction')} and ${setting('figures')} = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const table of ['scheme', 'scheme_version']) {
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
    await sql.raw(`create policy ${table}_1 on ${table} for all to luoshi_server using (${ALL}) with check (${ALL})`).execute(db)
  }
}
