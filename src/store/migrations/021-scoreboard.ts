// What a board reads at once: the share of a standing as a column, a way to the year's pledges; and what units, frames and indicators were before they were changed.
import { type Kysely, sql } from 'kysely'

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`

const READ = `
alter table standing add share double precision;
update standing set share = (shown::json ->> 'share')::double precision where shown not like '%"share":null%';
create index target_commitment on target (jurisdiction_id, year, indicator_id, unit_id) where kind = 'commitment';
`

/** Kept by triggers, for the board of an earlier day: the row as it stood until then. Two changes in one transaction leave the first. */
const PAST: Record<string, { columns: string; kept: string; seen: string }> = {
  unit: {
    columns: 'name text not null, parent_id uuid, position int not null',
    kept: 'name, parent_id, position',
    seen: 'true',
  },
  frame: {
    columns: 'name text not null, parent_id uuid, position int not null',
    kept: 'name, parent_id, position',
    seen: `${setting('figures')} in ('all', 'party')`,
  },
  indicator: {
    columns: `name text not null, kind text not null, direction text not null, basis text not null, frequency text not null, unit text not null,
      decimals int not null, frame_id uuid, topic text not null, parent_id uuid, combine text, weight numeric not null, retired boolean not null`,
    kept: 'name, kind, direction, basis, frequency, unit, decimals, frame_id, topic, parent_id, combine, weight, retired',
    seen: 'exists (select 1 from indicator i where i.jurisdiction_id = indicator_past.jurisdiction_id and i.id = indicator_past.id)',
  },
}

const beforeEach = (row: 'old' | 'new', columns: string): string =>
  columns
    .split(', ')
    .map(column => `${row}.${column}`)
    .join(', ')

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(READ).execute(db)
  for (const [table, { columns, kept, seen }] of Object.entries(PAST)) {
    const past = `${table}_past`
    const parts = [
      `create table ${past} (jurisdiction_id text not null references jurisdiction (id), id uuid not null, until timestamptz not null, ${columns},
        primary key (jurisdiction_id, id, until))`,
      `alter table ${past} enable row level security; alter table ${past} force row level security`,
      `create policy ${past}_1 on ${past} for select to luoshi_server using (jurisdiction_id = ${setting('jurisdiction')} and ${seen})`,
      // Forced policies hold for an owner that is no superuser, whose function writes here.
      `create policy ${past}_kept on ${past} for all to current_user using (true) with check (true)`,
      `grant select on ${past} to luoshi_server`,
      `create function keep_${past}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into ${past} (jurisdiction_id, id, until, ${kept}) values (old.jurisdiction_id, old.id, now(), ${beforeEach('old', kept)}) on conflict do nothing;
          return null;
        end $$`,
      `create trigger ${table}_was after update on ${table} for each row
        when ((${beforeEach('old', kept)}) is distinct from (${beforeEach('new', kept)})) execute function keep_${past}()`,
    ]
    for (const part of parts) await sql.raw(part).execute(db)
  }
}
