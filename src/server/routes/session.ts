// Signing in and out, one's own password, and who one is.
import { ACTIONS, type Action, type Reach, reach } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import type { Actor } from '../../core/types.ts'
import { findByUsername } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import type { SessionCommand } from '../../store/target/session.ts'
import { ask } from '../auth.ts'
import type { Handlers, House } from '../call.ts'
import { sessionCookie } from '../cookie.ts'
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
      demo: house.config.demo.length > 0,
    }
  },

  async signIn({ house, body, request, reply }) {
    const { lockout } = house
    const minutes = lockout.minutesLeft(body.username, Date.now())
    if (minutes) return problem('account-locked', { minutes })
    const person = await findByUsername(house.db, body.username)
    const { status, json, cookies } = await ask(house.auth, house.config, request, '/sign-in/username', body)
    if (status === 200) {
      lockout.right(body.username)
      await record(house, person?.actor, 'sign-in', request.ip)
      reply.header('set-cookie', cookies)
      return done
    }
    if (status >= 500) throw new Error(`sign-in answered ${status}`)
    if (json.code === 'ACCOUNT_DISABLED') return problem('account-disabled')
    lockout.wrong(body.username, Date.now())
    await record(house, person?.actor, 'sign-in-failed', request.ip)
    return problem('wrong-password')
  },

  async signOut({ house, actor, request, reply }) {
    const { cookies } = await ask(house.auth, house.config, request, '/sign-out', {})
    house.sessions.drop(sessionCookie(request.headers.cookie)!)
    await record(house, actor, 'sign-out', request.ip)
    reply.header('set-cookie', cookies)
    return done
  },

  async changePassword({ house, actor, body, request, reply }) {
    const { status, cookies } = await ask(house.auth, house.config, request, '/change-password', { ...body, revokeOtherSessions: true })
    if (status >= 500) throw new Error(`change-password answered ${status}`)
    if (status >= 400) return problem('wrong-password')
    house.sessions.forget(actor.personId)
    await record(house, actor, 'change-password', request.ip)
    reply.header('set-cookie', cookies)
    return done
  },
} satisfies Pick<Handlers, 'getSession' | 'signIn' | 'signOut' | 'changePassword'>

/** A name that nobody has belongs to no jurisdiction, so there is no log to write it in. */
async function record({ db }: House, actor: Actor | undefined, command: SessionCommand['command'], address: string): Promise<void> {
  if (actor) await act(db, actor, { kind: 'session', personId: actor.personId }, { command, address })
}
