// Scores of a scheme as they were settled: kept whole, so that later figures and later versions change nothing; a new settling stands beside the ones before.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table scheme_result (
  jurisdiction_id text not null, scheme_id uuid not null, id uuid not null, year int not null, month int not null, version int not null,
  -- As they were shown.
  scores json not null, digest text not null, why text, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, id), foreign key (jurisdiction_id, scheme_id, version) references scheme_version (jurisdiction_id, scheme_id, version)
);
create index scheme_result_of on scheme_result (jurisdiction_id, scheme_id, at desc);
grant select, insert on scheme_result to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
/** As the schemes themselves. */
const ALL = `jurisdiction_id = ${setting('jurisdiction')} and ${setting('figures')} = 'all'`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  await sql.raw('alter table scheme_result enable row level security; alter table scheme_result force row level security').execute(db)
  await sql.raw(`create policy scheme_result_1 on scheme_result for all to luoshi_server using (${ALL}) with check (${ALL})`).execute(db)
}
