// What a sheet of units or people is checked against: the units, the people with their posts, and login names that are taken elsewhere. Reads only.
import type { RosterPerson, RosterWorld } from '../core/roster.ts'
import type { Day } from '../core/types.ts'
import type { Tx } from './tx.ts'
import { unitsForRules } from './unit.ts'

const PEOPLE = `select p.id, p.name, p.username,
    exists (select 1 from appointment a where a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and a.to_day is null and a.role like '%\\_admin') as admin,
    (select coalesce(json_agg(json_build_object('id', t.id, 'unitId', o.unit_id, 'post', o.name, 'role', o.role, 'from', t.from_day, 'to', t.to_day,
        'granted', exists (select 1 from appointment a where a.jurisdiction_id = t.jurisdiction_id and a.tenure_id = t.id and a.to_day is null))
        order by t.to_day desc nulls first), '[]')
     from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
     where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id) as tenures
  from person p where p.jurisdiction_id = $1`

/** `rows`: whatever in them looks like a login name is looked up among those of other jurisdictions, and nothing else of them is seen. */
export async function rosterWorld(tx: Tx, rows: readonly (readonly string[])[], today: Day): Promise<RosterWorld> {
  const place = tx.context.jurisdiction
  const names = [...new Set(rows.flat().map(cell => cell.trim().toLowerCase()))].filter(cell => /^[a-z][a-z0-9_.]{2,31}$/.test(cell))
  const [units, people, taken, [here]] = await Promise.all([
    unitsForRules(tx),
    tx.rows<RosterPerson>(PEOPLE, [place]),
    tx.rows<{ username: string }>(
      `select u.username from auth."user" u join auth.login l on l.user_id = u.id where u.username = any ($2) and l.jurisdiction_id <> $1`,
      [place, names],
    ),
    tx.rows<{ name: string }>('select name from jurisdiction where id = $1', [place]),
  ])
  return { units, people, taken: taken.map(t => t.username), place: here!.name, today }
}
