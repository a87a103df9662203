// The units and people of the fictional county, as the administrators would have entered them.
import { isAdmin } from '../../core/appoint.ts'
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
  const silent: { person: Record<string, unknown>; tenure: Record<string, unknown> | null; appointment: Record<string, unknown> }[] = []
  const posts = postsOf(story)
  for (const p of people) {
    const appointments = p.role ? [{ role: p.role, unitId: unitId(p.unit) }] : []
    let personId = chance.id()
    if (p.username) {
      const made = newAccount(DEMO.id, { username: p.username, name: p.name, passwordHash }, began)
      personId = made.id
      await carry(tx, made.writes)
      const tenure = await posts.held(p, unitId(p.unit), personId)
      if (tenure) await insertRows(tx, 'tenure', [tenure])
      await carry(tx, appoint(DEMO.id, personId, appointments, { now: began }))
    } else {
      const tenure = await posts.held(p, unitId(p.unit), personId)
      silent.push({
        person: { jurisdiction_id: DEMO.id, id: personId, name: p.name, disabled: false, created_at: began },
        tenure,
        appointment: {
          jurisdiction_id: DEMO.id,
          id: chance.id(),
          person_id: personId,
          role: p.role,
          unit_id: unitId(p.unit),
          from_day: dayOf(began),
          tenure_id: tenure?.id ?? null,
        },
      })
    }
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
    'tenure',
    silent.flatMap(s => (s.tenure ? [s.tenure] : [])),
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

/** Each person's post, made when its first holder comes. Ids by a chance of its own, so that the story does not change with them. */
function postsOf({ tx, began }: Story) {
  const chance = chanceFrom(SEED + 1)
  const made = new Map<string, string>()
  return {
    async held(p: CountyPerson, unit_id: string | null, person_id: string): Promise<Record<string, unknown> | null> {
      if (!p.role || isAdmin(p.role)) return null
      const key = `${unit_id} ${p.post} ${p.role}`
      const id = made.get(key) ?? chance.id()
      if (!made.has(key)) await insertRows(tx, 'post', [{ jurisdiction_id: DEMO.id, id, unit_id, name: p.post, role: p.role }])
      made.set(key, id)
      return { jurisdiction_id: DEMO.id, id: chance.id(), post_id: id, person_id, from_day: dayOf(began), to_day: null, decided: true }
    },
  }
}
