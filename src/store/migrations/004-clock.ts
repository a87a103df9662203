// Clocks, extensions, waiting days, looks after closing; the rules and the calendar of a jurisdiction; and how closed items ended, in the tally.
import { type Kysely, sql } from 'kysely'

const ITEM = `
alter table item add suspended_since date, add waiting_since date, add waited int[] not null default '{0,0,0,0,0}', add clock json,
  add asked_due date, add recheck_on date, add rechecks int not null default 0, add follows_id uuid;
create index item_asked on item (jurisdiction_id, due_on) where asked_due is not null;
create index item_recheck on item (jurisdiction_id, recheck_on) where recheck_on is not null;
`

/**
 * What the history says of items that were there before. Whom they waited for is charged from the events, as the commands do from now on;
 * the order of the five is that of core/types.ts. Times of pauses before are not charged either.
 */
const BEFORE = `
with step as (
  select jurisdiction_id, item_id, version, ordinal, (at at time zone 'Asia/Shanghai')::date as day,
    case when kind in ('dispatch', 'return', 'resume') then 'lead' when kind = 'submit' then 'office'
      when kind = 'report' then coalesce(facts ->> 'waitingFor', 'lead') end as who
  from item_event where kind in ('dispatch', 'return', 'resume', 'submit', 'report', 'withdraw', 'suspend', 'close', 'archive')
), changed as (
  select *, lag(who) over life is distinct from who as new from step window life as (partition by jurisdiction_id, item_id order by version, ordinal)
), span as (
  select jurisdiction_id, item_id, who, day, lead(day) over (partition by jurisdiction_id, item_id order by version, ordinal) as until from changed where new
), charged as (
  select jurisdiction_id, item_id, array(select coalesce(sum(s.until - s.day) filter (where s.who = w.who), 0)::int
      from unnest(array['lead', 'co', 'upper', 'office', 'other']) with ordinality as w (who, n) left join span s
        on s.jurisdiction_id = t.jurisdiction_id and s.item_id = t.item_id and s.who = w.who and s.until is not null group by w.n order by w.n) as waited,
    (select s.day from span s where s.jurisdiction_id = t.jurisdiction_id and s.item_id = t.item_id and s.until is null and s.who is not null) as since
  from (select distinct jurisdiction_id, item_id from step) t
)
update item i set waited = c.waited, waiting_since = case when i.waiting_for is not null and i.state <> 'suspended' then c.since end
  from charged c where c.jurisdiction_id = i.jurisdiction_id and c.item_id = i.id;
update item i set suspended_since = coalesce((select max((e.at at time zone 'Asia/Shanghai')::date) from item_event e
  where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.kind = 'suspend'), i.dispatched_at::date) where i.suspended_from is not null;
update item set shown = substr(shown, 1, length(shown) - 1) || ',"askedDue":null,"recheckOn":null}';
`

const TALLY = `
alter table tally add closed int not null default 0, add dated int not null default 0, add on_time int not null default 0;
update tally t set closed = c.closed, dated = c.dated, on_time = c.on_time
  from (select jurisdiction_id, coalesce(lead_unit_id, '00000000-0000-0000-0000-000000000000') as unit_id, state, light, overdue,
      count(*) filter (where closed_at is not null) as closed, count(*) filter (where closed_at is not null and due_on is not null) as dated,
      count(*) filter (where closed_at is not null and (coalesce(submitted_at, closed_at) at time zone 'Asia/Shanghai')::date <= due_on) as on_time
    from item group by 1, 2, 3, 4, 5) c
  where t.jurisdiction_id = c.jurisdiction_id and t.unit_id = c.unit_id and t.state = c.state and t.light = c.light and t.overdue = c.overdue;
`

/** The version grows with the rules and with the calendar, so that what is kept in memory is known to be old. */
const RULES = `
create table rule_version (jurisdiction_id text primary key references jurisdiction (id), version int not null);
create table rule (
  jurisdiction_id text primary key references jurisdiction (id), rules json not null, by_id uuid not null, by_name text not null, at timestamptz not null
);
create table calendar_year (
  jurisdiction_id text not null references jurisdiction (id), year int not null, days json not null, by_id uuid not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction_id, year)
);
alter table rule_version enable row level security;
alter table rule_version force row level security;
alter table rule enable row level security;
alter table rule force row level security;
alter table calendar_year enable row level security;
alter table calendar_year force row level security;
grant select, insert, update on rule_version, rule, calendar_year to luoshi_server;
`
const PLACE = `jurisdiction_id = (select nullif(current_setting('luoshi.jurisdiction', true), ''))`
const OFFICE = `${PLACE} and (select nullif(current_setting('luoshi.scope', true), '')) = 'all'`
/** 三员: who loads the calendar has no business data, and who has it does not load the calendar. */
const SYSTEM = `${PLACE} and (select nullif(current_setting('luoshi.scope', true), '')) = 'none'`
const EITHER = `${PLACE} and (select nullif(current_setting('luoshi.scope', true), '')) in ('all', 'none')`

const POLICIES = [
  `create policy rule_version_1 on rule_version for select to luoshi_server using (${PLACE})`,
  `create policy rule_version_2 on rule_version for insert to luoshi_server with check (${EITHER})`,
  `create policy rule_version_3 on rule_version for update to luoshi_server using (${EITHER}) with check (${EITHER})`,
  `create policy rule_1 on rule for select to luoshi_server using (${PLACE})`,
  `create policy rule_2 on rule for insert to luoshi_server with check (${OFFICE})`,
  `create policy rule_3 on rule for update to luoshi_server using (${OFFICE}) with check (${OFFICE})`,
  `create policy calendar_year_1 on calendar_year for select to luoshi_server using (${PLACE})`,
  `create policy calendar_year_2 on calendar_year for insert to luoshi_server with check (${SYSTEM})`,
  `create policy calendar_year_3 on calendar_year for update to luoshi_server using (${SYSTEM}) with check (${SYSTEM})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // Forced policies hide the rows from an owner that is no superuser.
  const tables = ['item', 'item_event', 'tally']
  for (const table of tables) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const part of [ITEM, BEFORE, TALLY, RULES, ...POLICIES]) await sql.raw(part).execute(db)
  for (const table of tables) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
