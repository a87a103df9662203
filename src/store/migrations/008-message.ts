// Messages to persons, what of them goes out by mail and robot, and where to. Words that go out are the program's own to read.
import { type Kysely, sql } from 'kysely'

const TABLES = `
-- What a person is told inside the program. When he read it is not kept, only that he need not be shown it as new.
create table message (
  jurisdiction_id text not null, id uuid not null, person_id uuid not null, unit_id uuid, at timestamptz not null, kind text not null,
  item_id uuid, document_id uuid, number text, title text not null, by_name text not null, by_unit text, words text, facts json not null,
  urgent text, posted boolean not null default false, read boolean not null default false,
  primary key (jurisdiction_id, id)
);
create index message_of_person on message (jurisdiction_id, person_id, at desc);
create index message_unread on message (jurisdiction_id, person_id) where not read;
create index message_to_post on message (jurisdiction_id, at) where urgent is not null and not posted;
-- Whoever holds a role in a unit is found with each message.
create index appointment_by_role on appointment (jurisdiction_id, role, unit_id) where to_day is null;

-- A leader is told what becomes of his note by the document that it became.
create index note_by_document on note (jurisdiction_id, document_id) where document_id is not null;

-- How a person is reached outside the program, and when not. A row that is not there stands for the defaults.
create table contact (
  jurisdiction_id text not null, person_id uuid not null, address text, pending text, code_hash text, code_at timestamptz, code_tries int not null default 0,
  quiet_from int not null default 1200, quiet_until int not null default 480, days_off boolean not null default true,
  digest_day int not null default 1, digested_on date,
  primary key (jurisdiction_id, person_id)
);
-- A robot in a group. Its address holds a key, so it is sealed together with the secret.
create table channel (
  jurisdiction_id text not null, id uuid not null, robot text not null, name text not null, unit_id uuid, host text not null, sealed text not null,
  enabled boolean not null default true, created_at timestamptz not null, digested_on date,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
-- One sending to one person's mail or one robot. How it stands, without a word of what it says.
create table delivery (
  jurisdiction_id text not null, id uuid not null, kind text not null, person_id uuid, channel_id uuid, address text, at timestamptz not null,
  due_at timestamptz not null, state text not null default 'waiting', failures int not null default 0, fault text, said text, tried_at timestamptz,
  sent_at timestamptz,
  primary key (jurisdiction_id, id),
  check (state in ('waiting', 'sent', 'failed', 'dropped')), check ((channel_id is null) <> (address is null))
);
create index delivery_due on delivery (jurisdiction_id, due_at) where state = 'waiting';
create index delivery_failed on delivery (jurisdiction_id, at) where state = 'failed';
create index delivery_rate on delivery (jurisdiction_id, channel_id, tried_at) where channel_id is not null;
-- What a delivery says; gone as soon as it has been sent.
create table letter (
  jurisdiction_id text not null, delivery_id uuid not null, letter json not null, primary key (jurisdiction_id, delivery_id),
  foreign key (jurisdiction_id, delivery_id) references delivery (jurisdiction_id, id) on delete cascade
);
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const BUSINESS = `${setting('scope')} in ('all', 'party')`
const PERSON = `(select nullif(current_setting('luoshi.person', true), '')::uuid)`
/** The program's own jobs: everything, in nobody's name. */
const PROGRAM = `${setting('scope')} = 'all' and ${PERSON} is null`
const SYSTEM = `${setting('system')} = 'on'`

const POLICIES: Record<string, [command: 'all' | 'select' | 'insert' | 'update' | 'delete', condition: string][]> = {
  message: [
    ['select', `${PLACE} and (person_id = ${PERSON} or (${PROGRAM}))`],
    ['insert', `${PLACE} and ${BUSINESS}`],
    ['update', `${PLACE} and (person_id = ${PERSON} or (${PROGRAM}))`],
    ['delete', `${PLACE} and ${PROGRAM}`],
  ],
  contact: [['all', `${PLACE} and (person_id = ${PERSON} or ${SYSTEM} or (${PROGRAM}))`]],
  channel: [['all', `${PLACE} and (${SYSTEM} or (${PROGRAM}))`]],
  delivery: [
    ['all', `${PLACE} and (${SYSTEM} or (${PROGRAM}))`],
    ['insert', `${PLACE} and person_id = ${PERSON}`],
  ],
  letter: [
    ['all', `${PLACE} and ${PROGRAM}`],
    ['insert', `${PLACE} and ${PERSON} is not null`],
  ],
}

const GRANTS = `
grant select, insert, delete, update (posted, read) on message to luoshi_server;
grant select, insert, update on contact to luoshi_server;
grant select, insert, update, delete on channel, delivery to luoshi_server;
grant select, insert, delete on letter to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const [table, policies] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
    for (const [at, [command, condition]] of policies.entries()) {
      const seen = command === 'insert' ? '' : `using (${condition})`
      const written = command === 'insert' || command === 'update' || command === 'all' ? `with check (${condition})` : ''
      await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${command} to luoshi_server ${seen} ${written}`).execute(db)
    }
  }
  await sql.raw(GRANTS).execute(db)
}
