// Items broken down to parts, relayed to lower jurisdictions, and prescribed to units; and which document conveys which.
import { type Kysely, sql } from 'kysely'

/**
 * What the whole shows of a part stands in the part's own row, kept current by whoever writes the part: the lead unit of the whole sees it
 * without seeing the part's item, and the unit of the part sees the name of the whole without seeing the whole.
 */
const PARTS = `
create table item_action (
  jurisdiction_id text not null, whole_id uuid not null, id uuid not null, position int not null, title text not null, due_on date,
  primary key (jurisdiction_id, whole_id, id),
  foreign key (jurisdiction_id, whole_id) references item (jurisdiction_id, id)
);
create table item_part (
  jurisdiction_id text not null, child_id uuid not null, parent_id uuid not null, parent_number text, parent_title text not null,
  position int not null, weight numeric not null check (weight >= 0), action_id uuid, self_chosen boolean not null default false,
  number text, title text not null, lead_unit_id uuid, state text not null, percent numeric not null, light text not null, reason text not null,
  facts json not null, overdue boolean not null, due_on date, measure text,
  primary key (jurisdiction_id, child_id), check (child_id <> parent_id),
  foreign key (jurisdiction_id, child_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, parent_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, parent_id, action_id) references item_action (jurisdiction_id, whole_id, id)
) with (fillfactor = 70);
create index item_part_of on item_part (jurisdiction_id, parent_id, position);
`

/** The one row that two jurisdictions share: the upper writes what it asks, the lower how it stands, and neither the other's half. */
const RELAY = `
create table relay (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, item_id uuid not null, lower_id text not null references jurisdiction (id),
  upper_name text not null, lower_name text not null, position int not null, weight numeric not null check (weight >= 0),
  title text not null, sentence text not null, source_title text, source_day date, due_on date, measure text,
  sent_at timestamptz not null, sent_by text not null, recalled_at timestamptz,
  document_id uuid, received_at timestamptz, items int not null default 0, state text not null default 'registered', percent numeric not null default 0,
  light text not null default 'grey', reason text not null default 'not-dispatched', facts json not null default '{}', overdue boolean not null default false,
  words text, reported_at timestamptz,
  primary key (jurisdiction_id, id), check (jurisdiction_id <> lower_id),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id)
);
create index relay_of_item on relay (jurisdiction_id, item_id);
create index relay_below on relay (lower_id, document_id);
create function guard_relay() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  here text := current_setting('luoshi.jurisdiction', true);
begin
  if here = old.lower_id and (new.weight, new.recalled_at) is distinct from (old.weight, old.recalled_at)
    or here = old.jurisdiction_id and (new.document_id, new.received_at, new.items, new.state, new.percent, new.light, new.reason, new.overdue, new.words, new.reported_at)
      is distinct from (old.document_id, old.received_at, old.items, old.state, old.percent, old.light, old.reason, old.overdue, old.words, old.reported_at)
  then raise insufficient_privilege using message = 'the other half of this relay is not yours to write';
  end if;
  return new;
end $$;
create trigger relay_guarded before update on relay for each row execute function guard_relay();
`

const CONVEYANCE = `
create table conveyance (
  jurisdiction_id text not null, document_id uuid not null, of_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, document_id), check (document_id <> of_id),
  foreign key (jurisdiction_id, document_id) references document (jurisdiction_id, id) on delete cascade,
  foreign key (jurisdiction_id, of_id) references document (jurisdiction_id, id) on delete cascade
);
`

/** What a unit proposed gets its number later than its name. */
const SEARCH = `
drop trigger item_search_changed on item;
create trigger item_search_changed after update of title, measure, number on item for each row
  when (old.title is distinct from new.title or old.measure is distinct from new.measure or old.number is distinct from new.number)
  execute function keep_item_search();
create index item_proposed on item (jurisdiction_id, id) where state = 'proposed';
`

const HERE = `(select nullif(current_setting('luoshi.jurisdiction', true), ''))`
const SCOPE = `(select nullif(current_setting('luoshi.scope', true), ''))`
const ALL = `${SCOPE} = 'all'`
const PARTY = `${SCOPE} = 'party'`
const item = (table: string, column: string): string =>
  `exists (select 1 from item i where i.jurisdiction_id = ${table}.jurisdiction_id and i.id = ${table}.${column})`
const own = (condition: string): string => `jurisdiction_id = ${HERE} and ${condition}`
const ARRIVED = `exists (select 1 from item i where i.jurisdiction_id = relay.lower_id and i.document_id = relay.document_id)`

const POLICIES: [table: string, command: 'select' | 'insert' | 'update' | 'delete', condition: string][] = [
  [
    'item_action',
    'select',
    own(`(${ALL} or (${PARTY} and (${item('item_action', 'whole_id')} or exists (select 1 from item_part p
    where p.jurisdiction_id = item_action.jurisdiction_id and p.parent_id = item_action.whole_id and p.action_id = item_action.id))))`),
  ],
  ['item_action', 'insert', own(ALL)],
  ['item_part', 'select', own(`(${ALL} or (${PARTY} and (${item('item_part', 'child_id')} or ${item('item_part', 'parent_id')})))`)],
  // A unit adds what it chose itself, and nothing else.
  ['item_part', 'insert', own(`(${ALL} or (${PARTY} and self_chosen and ${item('item_part', 'child_id')}))`)],
  ['item_part', 'update', own(ALL)],
  ['item_part', 'delete', own(ALL)],
  [
    'relay',
    'select',
    `(${own(`(${ALL} or (${PARTY} and ${item('relay', 'item_id')}))`)}) or (lower_id = ${HERE} and (${ALL} or (${PARTY} and ${ARRIVED})))`,
  ],
  // Only to a jurisdiction directly below.
  [
    'relay',
    'insert',
    own(`${ALL} and exists (select 1 from jurisdiction j where j.id = relay.lower_id and j.parent_id = relay.jurisdiction_id)`),
  ],
  ['relay', 'update', `(jurisdiction_id = ${HERE} or lower_id = ${HERE}) and ${ALL}`],
  [
    'conveyance',
    'select',
    own(
      `(${ALL} or exists (select 1 from document d where d.jurisdiction_id = conveyance.jurisdiction_id and d.id = conveyance.document_id))`,
    ),
  ],
  ['conveyance', 'insert', own(ALL)],
  ['conveyance', 'update', own(ALL)],
  ['conveyance', 'delete', own(ALL)],
]

const GRANTS = `
grant select, insert on item_action to luoshi_server;
grant select, insert, update, delete on item_part, conveyance to luoshi_server;
grant select, insert, update (weight, recalled_at, document_id, received_at, items, state, percent, light, reason, facts, overdue, words, reported_at) on relay to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [PARTS, RELAY, CONVEYANCE, SEARCH, GRANTS]) await sql.raw(part).execute(db)
  for (const table of ['item_action', 'item_part', 'relay', 'conveyance'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const [at, [table, command, condition]] of POLICIES.entries()) {
    const using = command === 'insert' ? '' : `using (${condition})`
    const check = command === 'insert' || command === 'update' ? `with check (${condition})` : ''
    await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${using} ${check}`).execute(db)
  }
}
