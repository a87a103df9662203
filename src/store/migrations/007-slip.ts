// Slips with their numbers, and leaders' notes. A slip's words and number are never changed: only how it ended is written beside them.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table slip_counter (
  jurisdiction_id text not null references jurisdiction (id), colour text not null, year int not null, last int not null,
  primary key (jurisdiction_id, colour, year)
);
create table slip (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, item_id uuid not null, item_number text, item_title text not null,
  unit_id uuid not null, unit text not null, colour text not null, year int not null, n int not null, number text not null,
  issued_at timestamptz not null, issued_on date not null, limit_on date not null, by_id uuid not null, by_name text not null,
  why text not null, days int not null, after_number text, words text, gongwen json not null,
  settled_at timestamptz, settled_by text, settled_words text, withdrawn_at timestamptz, withdrawn_by text, withdrawn_words text,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, colour, year, n),
  foreign key (jurisdiction_id, item_id) references item (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index slip_of_item on slip (jurisdiction_id, item_id);
create index slip_by_day on slip (jurisdiction_id, issued_on desc);
create table note (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, document_id uuid not null, leader_id uuid not null, leader text not null,
  post text, by_id uuid not null, by_name text not null, at timestamptz not null, words text not null, urgency text not null,
  on_kind text not null, on_id uuid, on_title text, address text not null, read_at timestamptz, read_by text, read_words text,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, document_id),
  foreign key (jurisdiction_id, document_id) references document (jurisdiction_id, id),
  foreign key (jurisdiction_id, leader_id) references person (jurisdiction_id, id)
);
create index note_by_time on note (jurisdiction_id, at desc);
grant select, insert, update on slip_counter to luoshi_server;
grant select, insert, update (settled_at, settled_by, settled_words, withdrawn_at, withdrawn_by, withdrawn_words) on slip to luoshi_server;
grant select, insert, update (read_at, read_by, read_words) on note to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${PLACE} and ${setting('scope')} = 'all'`
const PARTY = `${PLACE} and ${setting('scope')} = 'party'`
const UNITS = `(select nullif(current_setting('luoshi.units', true), '')::uuid[])`

/** A slip is seen by the unit that it is addressed to; a note by whoever was given an item that came of it. */
const POLICIES = [
  `create policy slip_counter_1 on slip_counter for all to luoshi_server using (${ALL}) with check (${ALL})`,
  `create policy slip_1 on slip for select to luoshi_server using (${ALL})`,
  `create policy slip_2 on slip for select to luoshi_server using (${PARTY} and unit_id = any (${UNITS}::uuid[]))`,
  `create policy slip_3 on slip for insert to luoshi_server with check (${ALL})`,
  `create policy slip_4 on slip for update to luoshi_server using (${ALL}) with check (${ALL})`,
  `create policy note_1 on note for select to luoshi_server using (${ALL})`,
  `create policy note_2 on note for select to luoshi_server using (${PARTY}
     and exists (select 1 from item i where i.jurisdiction_id = note.jurisdiction_id and i.document_id = note.document_id))`,
  `create policy note_3 on note for insert to luoshi_server with check (${ALL})`,
  `create policy note_4 on note for update to luoshi_server using (${ALL}) with check (${ALL})`,
]
/** Who comes by an answer link sees nothing that hangs on another item; see 009-answer. */
const LINK = [
  `create policy slip_link on slip as restrictive for all to luoshi_server
     using (case when ${setting('item')} is null then true else item_id = ${setting('item')}::uuid end)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const table of ['slip_counter', 'slip', 'note'])
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
  for (const policy of [...POLICIES, ...LINK]) await sql.raw(policy).execute(db)
}
