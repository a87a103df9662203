// What stands behind a cell of the board of the places below: the year of one whole, figures only, as 011 gives the wholes themselves.
import { type Kysely, sql } from 'kysely'

const SERIES = `
create function series_below(of_place text, of_code text, of_year int)
returns table (place text, name text, kind text, direction text, basis text, frequency text, unit text, decimals int,
  target numeric, base numeric, phasing float8[], due_on date, year int, month int, fresh boolean, shown text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.name, i.name, i.kind, i.direction, i.basis, i.frequency, i.unit, i.decimals,
      case when t.withdrawn then null else t.value end, t.base, t.phasing::float8[], t.due_on, s.year, s.month, s.fresh, s.shown
    from places_below() p join indicator i on i.jurisdiction_id = p.id and i.code = of_code
    left join lateral (select * from target x where x.jurisdiction_id = p.id and x.indicator_id = i.id and x.year = of_year and x.kind = 'target'
      and x.unit_id = '00000000-0000-0000-0000-000000000000' order by x.revision desc limit 1) t on true
    join standing s on s.jurisdiction_id = p.id and s.indicator_id = i.id and s.year between of_year - 1 and of_year
      and s.unit_id = '00000000-0000-0000-0000-000000000000'
  where p.id = of_place order by s.year, s.month;
end $$;
revoke all on function series_below(text, text, int) from public;
grant execute on function series_below(text, text, int) to luoshi_server;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(SERIES).execute(db)
}
