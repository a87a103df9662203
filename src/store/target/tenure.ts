// Posts in people's hands as a target of `act`: handed over from one person to another in one act, and the roles of posts given or refused.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { appointFault } from '../../core/appoint.ts'
import { dayOf } from '../../core/day.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { type Held, handoverFault } from '../../core/tenure.ts'
import type { Appointment, Day, Role } from '../../core/types.ts'
import type { Tx } from '../tx.ts'
import type { Kind, Moment, Write } from '../write.ts'

export type TenureCommand =
  /** `toId` null: he leaves, and nobody has come yet. */
  { command: 'hand-over'; tenureIds: string[]; toId: string | null; day: Day } | { command: 'decide'; tenureIds: string[]; grant: boolean }

interface FoundTenure extends Held {
  id: string
  postId: string
  post: string
  decided: boolean
  personId: string
  person: string
  canSignIn: boolean
}

interface FoundPerson {
  id: string
  name: string
  canSignIn: boolean
  appointments: Appointment[]
}

interface State {
  held: FoundTenure[]
  /** Holders, and who takes over. */
  people: Map<string, FoundPerson>
}

const HELD = `select t.id, t.post_id, o.name as post, o.role, o.unit_id, t.from_day as from, t.to_day as to, t.decided, t.person_id, p.name as person,
    p.user_id is not null and not p.disabled as can_sign_in,
    exists (select 1 from appointment a where a.jurisdiction_id = t.jurisdiction_id and a.tenure_id = t.id and a.to_day is null) as granted
  from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
  join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id
  where t.jurisdiction_id = $1 and t.id = any ($2) and t.to_day is null`

const PEOPLE = `select p.id, p.name, p.user_id is not null and not p.disabled as can_sign_in,
    (select coalesce(json_agg(json_build_object('role', a.role, 'unitId', a.unit_id)), '[]') from appointment a
     where a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and a.to_day is null) as appointments
  from person p where p.jurisdiction_id = $1 and (p.id = $3 or p.id in (select person_id from tenure where jurisdiction_id = $1 and id = any ($2)))`

export const tenure: Kind<object, TenureCommand, State, { personIds: string[] }> = {
  async load(tx: Tx, _target, command, { actor }): Promise<State | Refusal> {
    if (!may(actor, 'appointment.write')) return refuse('not-allowed', { action: 'appointment.write' })
    const place = actor.jurisdiction
    const toId = command.command === 'hand-over' ? command.toId : null
    // With every other change of roles: one at a time.
    const [, held, people] = await Promise.all([
      tx.rows('select id from jurisdiction where id = $1 for update', [place]),
      tx.rows<FoundTenure>(HELD, [place, command.tenureIds]),
      tx.rows<FoundPerson>(PEOPLE, [place, command.tenureIds, toId]),
    ])
    const known = new Map(people.map(p => [p.id, p]))
    if (held.length < new Set(command.tenureIds).size || (toId !== null && !known.has(toId))) return refuse('not-found')
    return { held, people: known }
  },

  decide(state, _target, command, moment) {
    return command.command === 'hand-over' ? handOver(state, command, moment) : decideRoles(state, command, moment)
  },
}

function handOver({ held, people }: State, { toId, day }: TenureCommand & { command: 'hand-over' }, { actor, now }: Moment) {
  const place = actor.jurisdiction
  const today = dayOf(now)
  const to = toId === null ? null : people.get(toId)!
  if (held.some(h => h.personId === toId)) return refuse('invalid', { field: 'toId', rule: 'same-person' })
  const fault = handoverFault({ day, today, held, to })
  if (fault) return fault
  const writes = held.flatMap((h): Write[] => {
    const left: Write[] = [
      ['update tenure set to_day = $3 where jurisdiction_id = $1 and id = $2', [place, h.id, day]],
      ['update appointment set to_day = $3 where jurisdiction_id = $1 and tenure_id = $2 and to_day is null', [place, h.id, today]],
    ]
    const taken: Write[] = to ? [[TAKE, [place, randomUUID(), h.postId, toId, day]]] : []
    const granted: Write[] = to && h.granted ? [[GRANT, [place, randomUUID(), toId, h.postId, today]]] : []
    return [...left, ...taken, ...granted]
  })
  return {
    value: { personIds: [...people.keys()] },
    writes,
    entries: entriesOf(held, h => ({
      action: 'account.hand-over',
      summary: to ? `${h.person}→${to.name}` : h.person,
      body: { from: h.personId, to: toId, post: h.postId, role: h.granted ? h.role : null, day },
    })),
  }
}

/** A post that its new holder has already is not taken twice. */
const TAKE = `insert into tenure (jurisdiction_id, id, post_id, person_id, from_day, decided) values ($1, $2, $3, $4, $5, true)
  on conflict (jurisdiction_id, post_id, person_id) where to_day is null do update set decided = true`

/** The role of the post to who holds it, unless he has it already. */
const GRANT = `insert into appointment (jurisdiction_id, id, person_id, role, unit_id, from_day, tenure_id)
  select $1, $2, $3, o.role, o.unit_id, $5, t.id from post o
  join tenure t on t.jurisdiction_id = o.jurisdiction_id and t.post_id = o.id and t.person_id = $3 and t.to_day is null
  where o.jurisdiction_id = $1 and o.id = $4 and not exists (select 1 from appointment a where a.jurisdiction_id = $1 and a.person_id = $3
    and a.role = o.role and a.unit_id is not distinct from o.unit_id and a.to_day is null)`

function decideRoles({ held, people }: State, { grant }: TenureCommand & { command: 'decide' }, { actor, now }: Moment) {
  if (held.some(h => h.decided)) return refuse('not-found')
  const place = actor.jurisdiction
  const today = dayOf(now)
  if (grant)
    for (const person of people.values()) {
      const roles = held.flatMap(h => (h.personId === person.id && h.role ? [{ role: h.role as Role, unitId: h.unitId }] : []))
      const fault = person.canSignIn ? appointFault([...person.appointments, ...roles]) : refuse('no-account', { name: person.name })
      if (fault) return fault
    }
  const writes = held.flatMap((h): Write[] => [
    ['update tenure set decided = true where jurisdiction_id = $1 and id = $2', [place, h.id]],
    ...(grant && h.role ? [[GRANT, [place, randomUUID(), h.personId, h.postId, today]] satisfies Write] : []),
  ])
  return {
    value: { personIds: [...people.keys()] },
    writes,
    entries: entriesOf(held, h => ({
      action: grant ? 'account.grant' : 'account.decline',
      summary: h.person,
      body: { role: h.role, unitId: h.unitId, post: h.postId },
    })),
  }
}

type Said = { action: string; summary: string; body: object }
const entriesOf = (held: FoundTenure[], say: (h: FoundTenure) => Said) => {
  const [first, ...rest] = held.map(h => {
    const { body, ...said } = say(h)
    return { ...said, target: `account:${h.personId}`, body: JSON.stringify(body) }
  })
  return [first!, ...rest] as [NonNullable<typeof first>, ...typeof rest]
}
