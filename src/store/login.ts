// What is kept beside better-auth's own tables of a sign-in: locks, passwords of before, the sessions of one person. Outside row-level security, no business data.
import { createHash } from 'node:crypto'
import { LOCKOUT, lockMinutes } from '../core/lockout.ts'
import { PASSWORDS_REMEMBERED } from '../core/password.ts'
import type { Instant } from '../core/types.ts'
import type { Database } from './db.ts'

type Store = Pick<Database, 'pool'>

/** Names that nobody has are counted too, or the lock would tell which exist. */
const digestOf = (username: string): string => createHash('sha256').update(username.trim().toLowerCase()).digest('base64url')

/** Whole minutes until the name may be tried again; 0 when it may now. Kept in the database: it holds for all servers, and after a restart. */
export async function lockedFor(db: Store, username: string, now: number): Promise<number> {
  const { rows } = await db.pool.query<{ until: Instant | null }>('select until from auth.lockout where name_digest = $1', [
    digestOf(username),
  ])
  const until = rows[0]?.until
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000)) : 0
}

const WRONG = `insert into auth.lockout (name_digest, wrong, last) values ($1, 1, $2)
  on conflict (name_digest) do update set last = $2,
    wrong = case when auth.lockout.last < $2::timestamptz - make_interval(hours => ${LOCKOUT.forgottenHours}) then 1 else auth.lockout.wrong + 1 end
  returning wrong`

/** Counts a wrong password; returns the minutes for which the account is closed by it. */
export async function countWrong(db: Store, username: string, now: number): Promise<number> {
  const at = new Date(now).toISOString()
  const { rows } = await db.pool.query<{ wrong: number }>(WRONG, [digestOf(username), at])
  const minutes = lockMinutes(rows[0]!.wrong)
  if (minutes > 0)
    await db.pool.query('update auth.lockout set until = $2 where name_digest = $1', [
      digestOf(username),
      new Date(now + minutes * 60_000).toISOString(),
    ])
  return minutes
}

/** After the right password, or a new one by the administrator. */
export async function clearWrong(db: Store, username: string): Promise<void> {
  await db.pool.query('delete from auth.lockout where name_digest = $1', [digestOf(username)])
}

/** A daily job: what is forgotten anyway need not be kept. */
export async function forgetLocks(db: Store, now = Date.now()): Promise<void> {
  await db.pool.query('delete from auth.lockout where last < $1', [new Date(now - LOCKOUT.forgottenHours * 3_600_000).toISOString()])
}

/** The password of now and those before it that may not come back, as hashes, the newest first. */
export async function passwordsOf(db: Store, userId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>(
    `(select password as hash, now() as at from auth.account where "userId" = $1 and "providerId" = 'credential' and password is not null)
     union all (select hash, at from auth.password_past where user_id = $1 order by at desc limit ${PASSWORDS_REMEMBERED - 1}) order by at desc`,
    [userId],
  )
  return rows.map(row => row.hash)
}

/** After a person chose a new password: the old one is remembered, and nothing is due any more. */
export async function passwordChosen(db: Store, userId: string, old: string): Promise<void> {
  await db.pool.query('insert into auth.password_past (user_id, hash) values ($1, $2)', [userId, old])
  await db.pool.query('update auth.login set password_at = now(), must_change = false where user_id = $1', [userId])
}

interface SessionRow {
  id: string
  token: string
  address: string | null
  userAgent: string | null
  startedAt: Instant
  usedAt: Instant
}

/** The open sessions of one person, the last used first. */
export async function sessionsOf(db: Store, userId: string): Promise<SessionRow[]> {
  const { rows } = await db.pool.query<SessionRow>(
    `select id, token, "ipAddress" as address, "userAgent", "createdAt" as "startedAt", "updatedAt" as "usedAt" from auth.session
     where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc`,
    [userId],
  )
  return rows
}

/** Whose second step is being asked for: better-auth keeps the first step's result under a random name. */
export async function halfSignedIn(db: Store, identifier: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ value: string }>(
    `select value from auth.verification where identifier = $1 and identifier like '2fa-%' and "expiresAt" > now()`,
    [identifier],
  )
  return rows[0]?.value ?? null
}

/** Whether a second step, and single sign-on, belong to the account. */
export async function stepsOf(db: Store, userId: string): Promise<{ secondStep: boolean; sso: boolean }> {
  const { rows } = await db.pool.query<{ secondStep: boolean; sso: boolean }>(
    `select u."twoFactorEnabled" as "secondStep",
       exists (select 1 from auth.account a where a."userId" = u.id and a."providerId" <> 'credential') as sso
     from auth."user" u where u.id = $1`,
    [userId],
  )
  return rows[0] ?? { secondStep: false, sso: false }
}

/** The e-mail that stands for an account and is never used: by it better-auth finds whom a single sign-on means. */
export async function addressOf(db: Store, username: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ email: string }>('select email from auth."user" where username = $1', [
    username.trim().toLowerCase(),
  ])
  return rows[0]?.email ?? null
}
