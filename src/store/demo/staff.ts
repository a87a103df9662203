// The units and people of the fictional county, as the administrators would have entered them.
import { dayOf } from '../../core/day.ts'
import type { Actor, Unit } from '../../core/types.ts'
import { appoint, newAccount } from '../target/account.ts'
import { COUNTY } from './county.ts'
import type { Cast } from './history.ts'
import { insertRows } from './import.ts'
import { type CountyPerson, countyPeople } from './people.ts'
import { chanceFrom } from './random.ts'
import { carry, DEMO, program, record, SEED, type Story } from './story.ts'

export async function makeUnits(story: Story): Promise<(Unit & { works: string })[]> {
  const { tx, chance, today, began } = story
  await tx.rows('insert into jurisdiction (id, name, place, office, demo, lit_on, created_at) values ($1, $2, $2, $3, true, $4, $5)', [
    DEMO.id,
    DEMO.name,
    DEMO.office,
    today,
    began,
  ])
  const ids = new Map(COUNTY.map(u => [u.name, chance.id()]))
  const units = COUNTY.map(({ under, ...u }) => ({ ...u, id: ids.get(u.name)!, parentId: under && ids.get(under)! }))
  await insertRows(
    tx,
    'unit',
    units.map((u, position) => ({
      jurisdiction_id: DEMO.id,
      id: u.id,
      name: u.name,
      aliases: u.aliases,
      kind: u.kind,
      parent_id: u.parentId,
      duties: u.duties,
      position,
    })),
  )
  const above = (id: string | null): string[] => (id ? [id, ...above(units.find(u => u.id === id)!.parentId)] : [])
  await insertRows(
    tx,
    'unit_closure',
    units.flatMap(u => above(u.id).map((ancestor, depth) => ({ jurisdiction_id: DEMO.id, ancestor_id: ancestor, unit_id: u.id, depth }))),
  )
  for (const { id, works: _, ...unit } of units)
    record(
      story,
      { entries: [{ action: 'unit.add', target: `unit:${id}`, summary: unit.name, body: JSON.stringify(unit) }] },
      program,
      began,
    )
  return units
}

export async function makePeople(story: Story, units: (Unit & { works: string })[], passwordHash: string): Promise<Cast> {
  const { tx, chance, began } = story
  const unitId = (name: string | null) => units.find(u => u.name === name)?.id ?? null
  const people = countyPeople(chanceFrom(SEED))
  const actors = new Map<CountyPerson, Actor>()
  const silent: { person: Record<string, unknown>; appointment: Record<string, unknown> }[] = []
  for (const p of people) {
    const appointments = p.role ? [{ role: p.role, unitId: unitId(p.unit) }] : []
    let personId = chance.id()
    if (p.username) {
      const made = newAccount(DEMO.id, { username: p.username, name: p.name, passwordHash }, began)
      personId = made.id
      await carry(tx, [
        ...made.writes,
        ['update person set post = $3 where jurisdiction_id = $1 and id = $2', [DEMO.id, personId, p.post]],
        ...appoint(DEMO.id, personId, appointments, { now: began }),
      ])
    } else
      silent.push({
        person: { jurisdiction_id: DEMO.id, id: personId, name: p.name, post: p.post, disabled: false, created_at: began },
        appointment: {
          jurisdiction_id: DEMO.id,
          id: chance.id(),
          person_id: personId,
          role: p.role,
          unit_id: unitId(p.unit),
          from_day: dayOf(began),
        },
      })
    record(
      story,
      {
        entries: [
          { action: 'account.add', target: `account:${personId}`, summary: p.username ?? p.name, body: JSON.stringify({ name: p.name }) },
          {
            action: 'account.appoint',
            target: `account:${personId}`,
            summary: p.name,
            body: JSON.stringify({ was: [], now: appointments }),
          },
        ],
      },
      program,
      began,
    )
    actors.set(p, { personId, name: p.name, jurisdiction: DEMO.id, appointments, unitIds: appointments.flatMap(a => a.unitId ?? []) })
  }
  await insertRows(
    tx,
    'person',
    silent.map(s => s.person),
  )
  await insertRows(
    tx,
    'appointment',
    silent.map(s => s.appointment),
  )
  const holder = (role: CountyPerson['role'], unit: string) => actors.get(people.find(p => p.role === role && p.unit === unit)!)!
  return {
    officers: people.filter(p => p.role === 'officer').map(p => actors.get(p)!),
    towns: units.filter(u => u.kind === 'township').map(u => u.name),
    units: units
      .filter(u => u.works)
      .map(u => ({ id: u.id, works: u.works, kind: u.kind, liaison: holder('liaison', u.name), head: holder('head', u.name) })),
  }
}
