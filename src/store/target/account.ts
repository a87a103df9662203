// An account as a target of `act`: added, renamed, disabled, given a new password, appointed. Passwords arrive hashed.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { appointFault, isAdmin, lastAdministratorFault } from '../../core/appoint.ts'
import { dayOf } from '../../core/day.ts'
import { refuse } from '../../core/refusal.ts'
import type { Appointment, Day, Instant, Role } from '../../core/types.ts'
import { unknownUnit } from '../unit.ts'
import type { Kind, Moment, Write } from '../write.ts'

interface AccountTarget {
  /** The person; null adds one. */
  id: string | null
}

export interface NewAccount {
  username: string
  name: string
  passwordHash: string
  /** Chosen by an administrator: the person chooses another at the first sign-in. */
  mustChange?: boolean
}

type AccountCommand =
  | ({ command: 'add' } & NewAccount)
  | { command: 'change'; name?: string; disabled?: boolean; passwordHash?: string; mustChange?: boolean }
  | { command: 'appoint'; appointments: Appointment[] }

interface Found {
  id: string
  userId: string | null
  name: string
  disabled: boolean
  appointments: Appointment[]
}

interface State {
  found: Found | null
  /** Somebody has the username already, here or in another jurisdiction. */
  taken: boolean
  /** Enabled holders of each administrator's role besides this person. */
  others: Partial<Record<Role, number>>
}

const FOUND = `select p.id, p.user_id, p.name, p.disabled,
    (select coalesce(json_agg(json_build_object('role', t.role, 'unitId', t.unit_id)), '[]') from appointment t
     where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and t.to_day is null) as appointments
  from person p where p.jurisdiction_id = $1 and p.id = $2 for update of p`

const OTHERS = `select t.role, count(distinct t.person_id) as people from appointment t
  join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id and not p.disabled
  where t.jurisdiction_id = $1 and t.person_id is distinct from $2 and t.to_day is null and t.role like '%_admin' group by 1`

export const account: Kind<AccountTarget, AccountCommand, State, { id: string }> = {
  async load(tx, target, command, { actor }) {
    const action = command.command === 'appoint' ? 'appointment.write' : 'account.write'
    if (!may(actor, action)) return refuse('not-allowed', { action })
    const place = actor.jurisdiction
    const units = command.command === 'appoint' ? command.appointments.flatMap(a => a.unitId ?? []) : []
    // One at a time, so that two administrators cannot each remove the other as the last but one.
    const [, [found], others, taken, bad] = await Promise.all([
      tx.rows('select id from jurisdiction where id = $1 for update', [place]),
      tx.rows<Found>(FOUND, [place, target.id]),
      tx.rows<{ role: Role; people: number }>(OTHERS, [place, target.id]),
      tx.rows('select 1 as one from auth."user" where username = $1', [command.command === 'add' ? command.username : '']),
      unknownUnit(tx, units),
    ])
    if (target.id !== null && !found) return refuse('not-found')
    return bad ?? { found: found ?? null, taken: taken.length > 0, others: Object.fromEntries(others.map(o => [o.role, o.people])) }
  },

  decide(state, _target, command, moment) {
    const place = moment.actor.jurisdiction
    if (command.command === 'add') {
      if (state.taken) return refuse('name-taken', { name: command.username })
      const made = newAccount(place, command, moment.now)
      return {
        value: { id: made.id },
        writes: made.writes,
        entries: [
          { action: 'account.add', target: `account:${made.id}`, summary: command.username, body: JSON.stringify({ name: command.name }) },
        ],
      }
    }
    const found = state.found!
    const record = (action: string, body: object) => ({
      action,
      target: `account:${found.id}`,
      summary: found.name,
      body: JSON.stringify(body),
    })
    if (command.command === 'appoint') {
      const fault =
        appointFault(command.appointments) ??
        (found.disabled ? null : lastAdministratorFault(found.appointments, command.appointments, state.others))
      if (fault) return fault
      return {
        value: { id: found.id },
        writes: appoint(place, found.id, command.appointments, moment),
        entries: [record('account.appoint', { was: found.appointments, now: command.appointments })],
      }
    }
    const fault = command.disabled ? lastAdministratorFault(found.appointments, [], state.others) : null
    if (fault) return fault
    return {
      value: { id: found.id },
      writes: changed(place, found, command, moment.now),
      entries: [record('account.change', { name: command.name, disabled: command.disabled, password: command.passwordHash !== undefined })],
    }
  },
}

/** A person who can sign in: the rows of better-auth and ours; `known` is there already and could not. The e-mail address is never used and cannot exist (RFC 2606). */
export function newAccount(place: string, a: NewAccount, now: Instant, known: string | null = null): { id: string; writes: Write[] } {
  const [id, userId] = [known ?? randomUUID(), randomUUID()]
  return {
    id,
    writes: [
      [
        'insert into auth."user" (id, name, email, username, "createdAt", "updatedAt") values ($1, $2, $3, $4, $5, $5)',
        [userId, a.name, `${a.username}@${place}.invalid`, a.username, now],
      ],
      [
        `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") values ($1, $2, 'credential', $2, $3, $4, $4)`,
        [randomUUID(), userId, a.passwordHash, now],
      ],
      [
        'insert into auth.login (user_id, jurisdiction_id, person_id, must_change) values ($1, $2, $3, $4)',
        [userId, place, id, a.mustChange ?? false],
      ],
      known
        ? ['update person set user_id = $3, username = $4 where jurisdiction_id = $1 and id = $2', [place, id, userId, a.username]]
        : [
            'insert into person (jurisdiction_id, id, user_id, username, name, created_at) values ($1, $2, $3, $4, $5, $6)',
            [place, id, userId, a.username, a.name, now],
          ],
    ],
  }
}

/** The old appointments end today and stay in the books; those that go on are not touched. */
export function appoint(place: string, personId: string, appointments: Appointment[], { now }: Pick<Moment, 'now'>): Write[] {
  const today = dayOf(now)
  const wanted = [...new Map(appointments.map(a => [`${a.role} ${a.unitId}`, a])).values()]
  const ended = [place, personId, today, wanted.map(a => `${a.role} ${a.unitId}`)]
  return [
    [LEAVE, ended],
    [END, ended],
    ...wanted.flatMap((a): Write[] => [
      ...(isAdmin(a.role) ? [] : held(place, personId, a, today)),
      [APPOINT, [place, randomUUID(), personId, a.role, a.unitId, today]],
    ]),
  ]
}

const UNWANTED = `to_day is null and concat_ws(' ', role, coalesce(unit_id::text, 'null')) <> all ($4)`
const END = `update appointment set to_day = $3 where jurisdiction_id = $1 and person_id = $2 and ${UNWANTED}`
/** A post that is nothing but its role is left with it; one with a name of its own is still held. */
const LEAVE = `update tenure t set to_day = $3 from post o where t.jurisdiction_id = $1 and t.person_id = $2 and t.to_day is null
  and o.jurisdiction_id = $1 and o.id = t.post_id and o.name = ''
  and t.id in (select tenure_id from appointment where jurisdiction_id = $1 and person_id = $2 and ${UNWANTED})`

/** The post that a role goes with: one that the person holds, or else one that is called by the role. */
const held = (place: string, personId: string, { role, unitId }: Appointment, today: Day): Write[] => [
  [
    `insert into post (jurisdiction_id, id, unit_id, name, role) select $1, $2, $4::uuid, '', $5::text where not exists (${HELD}) on conflict do nothing`,
    [place, randomUUID(), personId, unitId, role],
  ],
  [
    `insert into tenure (jurisdiction_id, id, post_id, person_id, from_day, decided)
     select $1, $2, id, $3, $6, true from post where jurisdiction_id = $1 and unit_id is not distinct from $4::uuid and role = $5::text and name = '' and not exists (${HELD})`,
    [place, randomUUID(), personId, unitId, role, today],
  ],
  [
    `update tenure t set decided = true from post o where t.jurisdiction_id = $1 and t.person_id = $2 and t.to_day is null
     and o.jurisdiction_id = $1 and o.id = t.post_id and o.unit_id is not distinct from $3::uuid and o.role = $4`,
    [place, personId, unitId, role],
  ],
]
const HELD = `select 1 from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
  where t.jurisdiction_id = $1 and t.person_id = $3 and t.to_day is null and o.unit_id is not distinct from $4::uuid and o.role = $5::text`

const APPOINT = `insert into appointment (jurisdiction_id, id, person_id, role, unit_id, from_day, tenure_id)
  select $1, $2, $3, $4, $5, $6, (select t.id from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
    where t.jurisdiction_id = $1 and t.person_id = $3 and t.to_day is null and o.unit_id is not distinct from $5 and o.role = $4 order by o.name desc limit 1)
  where not exists (select 1 from appointment where jurisdiction_id = $1 and person_id = $3 and role = $4 and unit_id is not distinct from $5 and to_day is null)`

function changed(place: string, found: Found, c: Extract<AccountCommand, { command: 'change' }>, now: Instant): Write[] {
  const writes: Write[] = [
    [
      'update person set name = $3, disabled = $4 where jurisdiction_id = $1 and id = $2',
      [place, found.id, c.name ?? found.name, c.disabled ?? found.disabled],
    ],
  ]
  if (!found.userId) return writes
  if (c.name !== undefined) writes.push(['update auth."user" set name = $2, "updatedAt" = $3 where id = $1', [found.userId, c.name, now]])
  if (c.passwordHash !== undefined)
    writes.push([
      `update auth.account set password = $2, "updatedAt" = $3 where "userId" = $1 and "providerId" = 'credential'`,
      [found.userId, c.passwordHash, now],
    ])
  if (c.passwordHash !== undefined)
    writes.push(['update auth.login set password_at = $2, must_change = $3 where user_id = $1', [found.userId, now, c.mustChange ?? false]])
  // Whoever was signed in with the old password, or is disabled now, is out at once.
  if (c.passwordHash !== undefined || c.disabled) writes.push(['delete from auth.session where "userId" = $1', [found.userId]])
  return writes
}
