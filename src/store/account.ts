// People, their accounts and appointments: reads. Writing goes through `act`.
import type { AccountView } from '../core/contract/account.ts'
import type { Actor, Appointment, Instant } from '../core/types.ts'
import { type Database, read } from './db.ts'
import type { Context, Tx } from './tx.ts'

/** Before it is known who asks, or for the program itself where no business row is needed. */
export const nobodyIn = (jurisdiction: string): Context => ({
  jurisdiction,
  scope: 'none',
  unitIds: [],
  personId: null,
  audit: false,
  system: false,
})

/** The actor of the first set-up, when there are no people yet. */
export const setupActor = (jurisdiction: string): Actor => ({
  personId: '00000000-0000-0000-0000-000000000000',
  name: 'luoshi',
  jurisdiction,
  appointments: [],
  unitIds: [],
})

interface SignedIn {
  actor: Actor
  /** Of the sign-in. */
  userId: string
  passwordAt: Instant
  /** The password was given by an administrator. */
  mustChange: boolean
  username: string
  jurisdictionName: string
  demo: boolean
}

const SIGNED_IN = `select p.name, p.username, j.name as jurisdiction_name, j.demo,
    (select coalesce(json_agg(json_build_object('role', t.role, 'unitId', t.unit_id) order by t.from_day, t.id), '[]') from appointment t
     where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and t.to_day is null) as appointments,
    (select coalesce(array_agg(distinct c.unit_id), '{}') from appointment t
     join unit_closure c on c.jurisdiction_id = t.jurisdiction_id and c.ancestor_id = t.unit_id and (t.role = 'head' or c.depth = 0)
     where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and t.to_day is null) as unit_ids
  from person p join jurisdiction j on j.id = p.jurisdiction_id
  where p.jurisdiction_id = $1 and p.id = $2 and not p.disabled`

/** Who a sign-in is, with his units (a head's and those below it); null when the account is disabled or unknown. */
export async function findActor(db: Pick<Database, 'pool'>, userId: string): Promise<SignedIn | null> {
  const { rows } = await db.pool.query<{ jurisdiction_id: string; person_id: string; password_at: Instant; must_change: boolean }>(
    'select jurisdiction_id, person_id, password_at, must_change from auth.login where user_id = $1',
    [userId],
  )
  const login = rows[0]
  const person = login && (await readActor(db, login.jurisdiction_id, login.person_id))
  return person ? { ...person, userId, passwordAt: login.password_at, mustChange: login.must_change } : null
}

/** As findActor, by the name a person signs in with. */
export async function findByUsername(db: Pick<Database, 'pool'>, username: string): Promise<SignedIn | null> {
  const { rows } = await db.pool.query<{ id: string }>('select id from auth."user" where username = $1', [username.toLowerCase()])
  return rows[0] ? findActor(db, rows[0].id) : null
}

export async function readActor(
  db: Pick<Database, 'pool'>,
  jurisdiction: string,
  personId: string,
): Promise<Omit<SignedIn, 'userId' | 'passwordAt' | 'mustChange'> | null> {
  const [row] = await read(db, nobodyIn(jurisdiction), tx =>
    tx.rows<{
      name: string
      username: string | null
      jurisdictionName: string
      demo: boolean
      appointments: Appointment[]
      unitIds: string[]
    }>(SIGNED_IN, [jurisdiction, personId]),
  )
  if (!row) return null
  const { name, username, jurisdictionName, demo, appointments, unitIds } = row
  return { actor: { personId, name, jurisdiction, appointments, unitIds }, username: username ?? '', jurisdictionName, demo }
}

/** The posts a person holds and held, the latest first. */
const HELD = `select coalesce(json_agg(json_build_object('id', t.id, 'post', o.name, 'role', o.role, 'unitId', o.unit_id, 'from', t.from_day, 'to', t.to_day,
      'state', case when t.to_day is not null then 'ended' when o.role is null then 'plain'
        when exists (select 1 from appointment a where a.jurisdiction_id = t.jurisdiction_id and a.tenure_id = t.id and a.to_day is null) then 'granted'
        when t.decided then 'declined' else 'proposed' end) order by t.to_day desc nulls first, t.from_day desc, t.id), '[]')
    from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
    where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id`

const ACCOUNTS = `select p.id, p.username, p.name, p.disabled, p.created_at, (${HELD}) as posts,
    (select coalesce(json_agg(json_build_object('role', t.role, 'unitId', t.unit_id) order by t.from_day, t.id), '[]') from appointment t
     where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and t.to_day is null) as appointments
  from person p where p.jurisdiction_id = $1`

/** All people, those who can sign in first. */
export const listAccounts = (tx: Tx): Promise<AccountView[]> =>
  tx.rows(`${ACCOUNTS} order by p.username is null, p.created_at, p.username, p.name, p.id`, [tx.context.jurisdiction])

export async function getAccount(tx: Tx, id: string): Promise<AccountView | null> {
  const [row] = await tx.rows<AccountView>(`${ACCOUNTS} and p.id = $2`, [tx.context.jurisdiction, id])
  return row ?? null
}

/** Whether nobody can sign in yet. */
export async function setupNeeded(db: Pick<Database, 'pool'>): Promise<boolean> {
  const { rows } = await db.pool.query('select 1 from auth.login limit 1')
  return rows.length === 0
}
