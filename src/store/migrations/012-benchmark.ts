// Peers to be measured against, and their figures, which are only ever added to: a revision keeps what was told before.
import { type Kysely, sql } from 'kysely'

const TABLES = `
create table peer (
  jurisdiction_id text not null references jurisdiction (id), id uuid not null, name text not null, code text, population bigint check (population > 0),
  exemplar text check (exemplar in ('domestic', 'province')), note text, retired boolean not null, version int not null,
  by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, id), unique (jurisdiction_id, name)
);
create table peer_figure (
  jurisdiction_id text not null, indicator_id uuid not null, year int not null, month int not null check (month between 1 and 12), peer_id uuid not null,
  revision int not null, value numeric, status text not null, withdrawn boolean not null,
  -- Where it was told: a paper's or sheet's words, an address, or the sentence of a document of our own.
  origin text not null, address text, document_id uuid, document_title text, document_day date, span int[], sentence text,
  by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, indicator_id, year, month, peer_id, revision), check (withdrawn = (value is null)),
  foreign key (jurisdiction_id, indicator_id) references indicator (jurisdiction_id, id),
  foreign key (jurisdiction_id, peer_id) references peer (jurisdiction_id, id)
);
create index peer_figure_of_peer on peer_figure (jurisdiction_id, peer_id);
-- By what rule peers are chosen; one row for each jurisdiction, once somebody chose.
create table benchmark (
  jurisdiction_id text primary key references jurisdiction (id), population bigint check (population > 0), by_hand boolean not null, peer_ids uuid[] not null,
  version int not null, by_name text not null, at timestamptz not null
);
grant select, insert, update on peer, benchmark to luoshi_server;
grant select, insert on peer_figure to luoshi_server;
`

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`
const PLACE = `jurisdiction_id = ${setting('jurisdiction')}`
const ALL = `${PLACE} and ${setting('figures')} = 'all'`
const SOME = `${PLACE} and ${setting('figures')} in ('all', 'party')`

/** Who our peers are is no secret within the county; their figures are seen with the indicator that they belong to, whose own policy says by whom. */
const POLICIES: Record<string, string[]> = {
  peer: [`select to luoshi_server using (${SOME})`, ...writes(ALL)],
  benchmark: [`select to luoshi_server using (${SOME})`, ...writes(ALL)],
  peer_figure: [
    `select to luoshi_server using (${SOME} and indicator_id in (select i.id from indicator i where i.${PLACE}))`,
    `insert to luoshi_server with check (${ALL})`,
  ],
}

function writes(who: string): string[] {
  return [`insert to luoshi_server with check (${who})`, `update to luoshi_server using (${who}) with check (${who})`]
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
  for (const [table, policies] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security; alter table ${table} force row level security`).execute(db)
    for (const [at, policy] of policies.entries()) await sql.raw(`create policy ${table}_${at + 1} on ${table} for ${policy}`).execute(db)
  }
}
