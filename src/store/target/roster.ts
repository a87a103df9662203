// A sheet of units or people as a target of `act`: checked again as things are now, and carried out in one act. Roles stay proposals.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import { refuse } from '../../core/refusal.ts'
import { checkRoster, type RosterCheck } from '../../core/roster.ts'
import type { PersonPlan } from '../../core/rosterperson.ts'
import type { UnitPlan } from '../../core/rosterunit.ts'
import type { Entry } from '../audit.ts'
import { type Ground, lockAll } from '../ground.ts'
import { rosterWorld } from '../roster.ts'
import type { Kind, Moment, Write } from '../write.ts'
import { newAccount } from './account.ts'
import { addUnit, changeUnit, totalsMoved } from './unit.ts'

interface RosterCommand {
  command: 'import'
  /** The file's name, for the record. */
  file: string
  rows: string[][]
  /** What the first run drew. It is no part of what an Idempotency-Key stands for: the same import sent again would draw others. */
  drawn: Drawn
}

/** First passwords, hashed, by login name, and a mark by which the run knows its own result. */
export class Drawn {
  readonly run = randomUUID()
  readonly hashes: ReadonlyMap<string, string>
  constructor(hashes: ReadonlyMap<string, string>) {
    this.hashes = hashes
  }
  toJSON(): null {
    return null
  }
}

export interface Imported {
  run: string
  kind: 'units' | 'people'
  added: number
  changed: number
  accounts: number
  proposed: number
}

interface State {
  check: RosterCheck & { fault: null }
  parents: Map<string, string | null>
  position: number
  /** When a unit moves: every total of figures may change with the tree. */
  ground: Ground | null
}

export const roster: Kind<object, RosterCommand, State, Imported> = {
  async load(tx, _target, command, { actor, now }) {
    if (!may(actor, 'unit.write') || !may(actor, 'account.write')) return refuse('not-allowed', { action: 'account.write' })
    const place = actor.jurisdiction
    const [, world, [last]] = await Promise.all([
      // With every other change of the tree and of accounts: one at a time.
      tx.rows('select id from jurisdiction where id = $1 for update', [place]),
      rosterWorld(tx, command.rows, dayOf(now)),
      tx.rows<{ position: number }>('select coalesce(max(position), 0) as position from unit where jurisdiction_id = $1', [place]),
    ])
    const check = checkRoster(command.rows, world)
    if (check.fault !== null || check.units.length + check.people.length === 0) return refuse('nothing-to-import')
    const parents = new Map(world.units.map(u => [u.id, u.parentId]))
    const moves = check.units.some(u => u.id && (u.parent && 'id' in u.parent ? u.parent.id : u.parent) !== parents.get(u.id))
    return { check, parents, position: last!.position, ground: moves ? await lockAll(tx) : null }
  },

  decide(state, _target, command, moment) {
    const { check } = state
    const done = check.kind === 'units' ? importUnits(state, moment) : importPeople(check.people, command.drawn, moment)
    if (!done) return refuse('nothing-to-import')
    const { writes, entries, ...counts } = done
    const added = check.lines.filter(line => line.verdict === 'new').length
    const changed = check.lines.filter(line => line.verdict === 'changed').length
    const value: Imported = { run: command.drawn.run, kind: check.kind, added, changed, accounts: 0, proposed: 0, ...counts }
    const { run: _, ...body } = value
    const lines = check.lines.filter(line => line.verdict === 'new' || line.verdict === 'changed')
    const entry = {
      action: 'roster.import',
      target: `roster:${check.kind}`,
      summary: command.file,
      body: JSON.stringify({ ...body, lines }),
    }
    return { value, writes, entries: [entry, ...entries] }
  },
}

interface Part {
  writes: Write[]
  entries: Entry[]
  accounts?: number
  proposed?: number
}

function importUnits({ check, parents, position, ground }: State, { actor, now }: Moment): Part {
  const place = actor.jurisdiction
  const ids = new Map(check.units.map(u => [u.name, u.id ?? randomUUID()]))
  const draft = ({ parent, ...u }: UnitPlan) => ({
    ...u,
    id: ids.get(u.name)!,
    parentId: parent === null ? null : 'id' in parent ? parent.id : ids.get(parent.name)!,
  })
  const writes = check.units.flatMap((plan, at) => {
    const unit = draft(plan)
    return plan.id ? changeUnit(place, unit, parents.get(plan.id) ?? null) : addUnit(place, unit, position + at + 1)
  })
  const entries = check.units.map((plan): Entry => {
    const { id, ...unit } = draft(plan)
    return { action: plan.id ? 'unit.change' : 'unit.add', target: `unit:${id}`, summary: unit.name, body: JSON.stringify(unit) }
  })
  return { writes: [...writes, ...totalsMoved(place, now, ground, check.units.map(draft))], entries }
}

/** Null when somebody else made an account in between, for which no password was drawn. */
function importPeople(plans: PersonPlan[], drawn: Drawn, { actor, now }: Moment): Part | null {
  const place = actor.jurisdiction
  const part = { writes: [] as Write[], entries: [] as Entry[], accounts: 0, proposed: 0 }
  const ids = new Map<string, string>()
  const withAccount = new Map(plans.flatMap(p => (p.username ? [[p.key, p.username] as const] : [])))
  for (const plan of plans) {
    const known = ids.get(plan.key) ?? plan.id
    const username = ids.has(plan.key) ? null : (withAccount.get(plan.key) ?? null)
    const passwordHash = username && drawn.hashes.get(username)
    if (username && !passwordHash) return null
    let id = known
    if (username && passwordHash) {
      const made = newAccount(place, { username, name: plan.name, passwordHash, mustChange: true }, now, known)
      id = made.id
      part.writes.push(...made.writes)
      part.entries.push({ action: 'account.add', target: `account:${id}`, summary: username, body: JSON.stringify({ name: plan.name }) })
      part.accounts++
    } else if (id === null) {
      id = randomUUID()
      part.writes.push(['insert into person (jurisdiction_id, id, name, created_at) values ($1, $2, $3, $4)', [place, id, plan.name, now]])
      part.entries.push({ action: 'account.add', target: `account:${id}`, summary: plan.name, body: JSON.stringify({ name: plan.name }) })
    }
    ids.set(plan.key, id!)
    if (!plan.tenure) continue
    part.writes.push(...hold(place, id!, plan.tenure))
    if (plan.tenure.role && plan.tenure.to === null && plan.tenure.id === null) part.proposed++
    part.entries.push({ action: 'account.post', target: `account:${id}`, summary: plan.name, body: JSON.stringify(plan.tenure) })
  }
  return part
}

const hold = (place: string, personId: string, t: NonNullable<PersonPlan['tenure']>): Write[] =>
  t.id
    ? [['update tenure set from_day = $3, to_day = $4 where jurisdiction_id = $1 and id = $2', [place, t.id, t.from, t.to]]]
    : [
        [
          'insert into post (jurisdiction_id, id, unit_id, name, role) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [place, randomUUID(), t.unitId, t.post, t.role],
        ],
        [
          `insert into tenure (jurisdiction_id, id, post_id, person_id, from_day, to_day, decided)
           select $1, $2, id, $3, $4, $5::date, $5::date is not null or role is null from post
           where jurisdiction_id = $1 and unit_id is not distinct from $6 and name = $7 and role is not distinct from $8`,
          [place, randomUUID(), personId, t.from, t.to, t.unitId, t.post, t.role],
        ],
      ]
