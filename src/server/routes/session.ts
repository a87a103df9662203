// Signing in and out, one's own password, and who one is.
import { ACTIONS, type Action, type Reach, reach } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import type { Actor } from '../../core/types.ts'
import { findByUsername } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import { clearWrong, countWrong, lockedFor, passwordChosen, passwordsOf } from '../../store/login.ts'
import type { SessionCommand } from '../../store/target/session.ts'
import { ask } from '../auth.ts'
import type { Handlers, House } from '../call.ts'
import { sessionCookie } from '../cookie.ts'
import { isOneOf, passwordFaults } from '../password.ts'
import { problem } from '../problem.ts'

const done = { ok: true as const }

export const sessionRoutes = {
  async getSession({ session, actor, house }) {
    const permissions: Partial<Record<Action, Reach>> = {}
    for (const action of ACTIONS) {
      const far = reach(actor, action)
      if (far) permissions[action] = far
    }
    return {
      person: { id: actor.personId, name: actor.name, username: session.username },
      jurisdiction: { id: actor.jurisdiction, name: session.jurisdictionName },
      appointments: actor.appointments,
      unitIds: actor.unitIds,
      permissions,
      today: dayOf(Date.now()),
      idleMinutes: house.config.sessionMinutes,
      passwordDue: session.passwordDue,
      demo: house.config.demo.length > 0,
    }
  },

  async signIn({ house, body, request, reply }) {
    const minutes = await lockedFor(house.db, body.username, Date.now())
    if (minutes) return problem('account-locked', { minutes })
    const person = await findByUsername(house.db, body.username)
    const { status, json, cookies } = await ask(house.auth, house.config, request, '/sign-in/username', body)
    if (status === 200) {
      await clearWrong(house.db, body.username)
      reply.header('set-cookie', cookies)
      if (json.twoFactorRedirect) return { ...done, next: 'second-step' as const }
      await record(house, person?.actor, 'sign-in', request.ip)
      return { ...done, next: 'in' as const }
    }
    if (status >= 500) throw new Error(`sign-in answered ${status}`)
    if (json.code === 'ACCOUNT_DISABLED') return problem('account-disabled')
    await failed(house, person?.actor, body.username, request.ip)
    return problem('wrong-password')
  },

  async signOut({ house, actor, request, reply }) {
    const { cookies } = await ask(house.auth, house.config, request, '/sign-out', {})
    house.sessions.drop(sessionCookie(request.headers.cookie)!)
    await record(house, actor, 'sign-out', request.ip)
    reply.header('set-cookie', cookies)
    return done
  },

  async changePassword({ house, actor, session, body, request, reply }) {
    const minutes = await lockedFor(house.db, session.username, Date.now())
    if (minutes) return problem('account-locked', { minutes })
    const faults = passwordFaults('newPassword', body.newPassword, session.username)
    if (faults.length) return problem('invalid', {}, faults)
    const before = await passwordsOf(house.db, session.userId)
    // Only to who knows the present one: else old passwords could be tried out here.
    const known = await isOneOf(body.currentPassword, before.slice(0, 1))
    if (known && (await isOneOf(body.newPassword, before))) return problem('invalid', {}, [{ path: 'newPassword', rule: 'password-used' }])
    const { status, cookies } = await ask(house.auth, house.config, request, '/change-password', { ...body, revokeOtherSessions: true })
    if (status >= 500) throw new Error(`change-password answered ${status}`)
    if (status >= 400) {
      await failed(house, actor, session.username, request.ip)
      return problem('wrong-password')
    }
    await passwordChosen(house.db, session.userId, before[0]!)
    house.sessions.forget(actor.personId)
    await record(house, actor, 'change-password', request.ip)
    reply.header('set-cookie', cookies)
    return done
  },
} satisfies Pick<Handlers, 'getSession' | 'signIn' | 'signOut' | 'changePassword'>

/** One more wrong password, and the lock that may come of it. */
async function failed(house: House, actor: Actor | undefined, username: string, address: string): Promise<void> {
  const minutes = await countWrong(house.db, username, Date.now())
  await record(house, actor, 'sign-in-failed', address)
  if (minutes) await record(house, actor, 'lock', address)
}

type Deed = Exclude<SessionCommand['command'], 'revoke-session' | 'second-step-reset'>

/** A name that nobody has belongs to no jurisdiction, so there is no log to write it in. */
export async function record({ db }: Pick<House, 'db'>, actor: Actor | undefined, command: Deed, address: string): Promise<void> {
  if (actor) await act(db, actor, { kind: 'session', personId: actor.personId }, { command, address })
}
