// Early warning: rules on indicators, and which risk each crossing of a threshold has opened. Kept by whoever writes figures, whether or not he may see them.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table warning_rule (
  jurisdiction_id text not null, id uuid not null, indicator_id uuid not null,
  -- The nil unit is the jurisdiction itself; null: each unit that has figures of its own.
  unit_id uuid,
  measure text not null, side text not null, threshold numeric not null, periods int not null check (periods between 1 and 12), category text not null,
  lead_unit_id uuid, stopped boolean not null, version int not null, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, indicator_id) references indicator (jurisdiction_id, id),
  foreign key (jurisdiction_id, lead_unit_id) references unit (jurisdiction_id, id)
);
create index warning_of_indicator on warning_rule (jurisdiction_id, indicator_id) where not stopped;
-- The period by whose figure the risk was opened: a crossing opens one, and never a second.
create table warning_raised (
  jurisdiction_id text not null, rule_id uuid not null, unit_id uuid not null, year int not null, month int not null, item_id uuid not null,
  at timestamptz not null,
  primary key (jurisdiction_id, rule_id, unit_id, year, month),
  foreign key (jurisdiction_id, rule_id) references warning_rule (jurisdiction_id, id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
grant select, insert, update on warning_rule to luoshi_server;
grant select, insert on warning_raised to luoshi_server;
-- What is to be reviewed, and what is borne no longer, is looked for by its day.
create index item_detail_review on item_detail (jurisdiction_id, (fields ->> 'reviewOn')) where fields ->> 'reviewOn' is not null;
create index item_detail_borne on item_detail (jurisdiction_id, (fields ->> 'bearUntil')) where fields ->> 'bearUntil' is not null;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${setting('figures')} = 'all'`
/** While a write of figures is carried out, which was allowed before. */
const KEEPING = `${setting('keeping')} = 'on'`

const POLICIES: [table: string, command: 'select' | 'insert' | 'update', condition: string][] = [
  ['warning_rule', 'select', `${PLACE} and (${ALL} or ${KEEPING})`],
  ['warning_rule', 'insert', `${PLACE} and ${ALL}`],
  ['warning_rule', 'update', `${PLACE} and ${ALL}`],
  ['warning_raised', 'select', `${PLACE} and (${ALL} or ${KEEPING})`],
  ['warning_raised', 'insert', `${PLACE} and ${KEEPING}`],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const table of ['warning_rule', 'warning_raised'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const [at, [table, command, condition]] of POLICIES.entries()) {
    const using = command === 'insert' ? '' : `using (${condition})`
    const check = command === 'select' ? '' : `with check (${condition})`
    await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${using} ${check}`).execute(db)
  }
}
