// The second step of signing in, single sign-on, and a person's own sessions. Codes, keys and tokens are better-auth's business.
import { deviceOf, placeOf } from '../../core/device.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { findActor } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import { halfSignedIn, sessionsOf, stepsOf } from '../../store/login.ts'
import { ask, askSession, OIDC } from '../auth.ts'
import type { Handlers, House } from '../call.ts'
import { cookieNamed, sessionCookie } from '../cookie.ts'
import { problem } from '../problem.ts'
import { record } from './session.ts'

const done = { ok: true as const }

export const signInRoutes = {
  async secondStep({ house, body, request, reply }) {
    const half = cookieNamed(request.headers.cookie, 'two_factor')
    const userId = half && (await halfSignedIn(house.db, decodeURIComponent(half).split('.')[0]!))
    const person = userId ? await findActor(house.db, userId) : null
    if (!person) return problem('unauthenticated')
    const path = /^\d{6}$/.test(body.code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
    const { status, json, cookies } = await ask(house.auth, house.config, request, path, { code: body.code })
    if (status >= 500) throw new Error(`second step answered ${status}`)
    if (status >= 400) {
      await record(house, person.actor, 'second-step-failed', request.ip)
      // After a few wrong codes the library wants the password again.
      return problem(/TOO_MANY|LOCKED|EXPIRED|INVALID_TWO_FACTOR_COOKIE/.test(String(json.code)) ? 'unauthenticated' : 'wrong-code')
    }
    reply.header('set-cookie', cookies)
    await record(house, person.actor, 'sign-in', request.ip)
    return done
  },

  async startSso({ house, request, reply }) {
    return goTo(house, request, reply, '/sign-in/social')
  },

  async linkSso({ house, request, reply }) {
    return goTo(house, request, reply, '/link-social')
  },

  async finishSso({ house, body, request, reply }) {
    if (!house.config.oidc) return refuse('not-found')
    const query = new URLSearchParams(Object.entries(body).filter((e): e is [string, string] => e[1] !== undefined))
    const { status, json, cookies, location } = await ask(house.auth, house.config, request, `/callback/${OIDC}?${query}`, null)
    if (status >= 500) throw new Error(`single sign-on answered ${status}`)
    if (json.code === 'ACCOUNT_DISABLED') return problem('account-disabled')
    const error = location ? new URL(location, 'http://x').searchParams.get('error') : 'none'
    if (error) return problem(/signup|not_linked|user_not_found|link/i.test(error) ? 'sso-unknown' : 'sso-failed', { why: error })
    // A new session: somebody signed in. None: a person who is signed in linked his account.
    const fresh = cookies.map(cookie => sessionCookie(cookie.split(';')[0])).find(Boolean)
    reply.header('set-cookie', cookies)
    const cookie = fresh ? cookies.map(c => c.split(';')[0]).join('; ') : request.headers.cookie
    const user = await askSession(house.auth, request, cookie ?? '')
    const person = user && (await findActor(house.db, user))
    if (!person) return problem('sso-failed', { why: 'no-session' })
    await record(house, person.actor, fresh ? 'sign-in' : 'link-sso', request.ip)
    return { ...done, linked: !fresh }
  },

  async getSignIn({ house, session, request }) {
    const token = decodeURIComponent(sessionCookie(request.headers.cookie) ?? '').split('.')[0]
    const [{ secondStep, sso }, rows] = await Promise.all([stepsOf(house.db, session.userId), sessionsOf(house.db, session.userId)])
    const { oidc } = house.config
    return {
      secondStep,
      sso: oidc && { name: oidc.name, linked: sso },
      sessions: rows.map(({ id, address, userAgent, startedAt, usedAt, ...row }) => ({
        id,
        current: row.token === token,
        ...deviceOf(userAgent),
        place: placeOf(address),
        address,
        startedAt,
        usedAt,
      })),
    }
  },

  async revokeSession({ house, actor, session, params, request }) {
    const own = await sessionsOf(house.db, session.userId)
    if (!own.some(row => row.id === params.id)) return refuse('not-found')
    const command = { command: 'revoke-session' as const, address: request.ip, sessionId: params.id, userId: session.userId }
    await act(house.db, actor, { kind: 'session', personId: actor.personId }, command)
    house.sessions.forget(actor.personId)
    return done
  },

  async beginSecondStep({ house, session, body, request }) {
    const { status, json } = await ask(house.auth, house.config, request, '/two-factor/enable', body)
    if (status >= 500) throw new Error(`second step answered ${status}`)
    if (status >= 400) return problem(/ALREADY/.test(String(json.code)) ? 'wrong-state' : 'wrong-password', {})
    // The library names the account by its e-mail, which is none.
    const { searchParams } = new URL(String(json.totpURI))
    const secret = searchParams.get('secret')!
    const label = `${encodeURIComponent('落实')}:${encodeURIComponent(session.username)}`
    searchParams.set('issuer', '落实')
    return { uri: `otpauth://totp/${label}?${searchParams}`, secret, codes: json.backupCodes as string[] }
  },

  async confirmSecondStep({ house, actor, body, request, reply }) {
    const { status, cookies } = await ask(house.auth, house.config, request, '/two-factor/verify-totp', { code: body.code })
    if (status >= 500) throw new Error(`second step answered ${status}`)
    if (status >= 400) return problem('wrong-code')
    return changed(house, actor, request, reply, cookies, 'second-step-on')
  },

  async endSecondStep({ house, actor, body, request, reply }) {
    const { status, cookies } = await ask(house.auth, house.config, request, '/two-factor/disable', body)
    if (status >= 500) throw new Error(`second step answered ${status}`)
    if (status >= 400) return problem('wrong-password')
    return changed(house, actor, request, reply, cookies, 'second-step-off')
  },

  async resetSecondStep({ house, actor, params, request }) {
    const command = { command: 'second-step-reset' as const, address: request.ip }
    const reset = await act(house.db, actor, { kind: 'session', personId: params.id }, command)
    if (isRefusal(reset)) return reset
    house.sessions.forget(params.id)
    return done
  },
} satisfies Pick<
  Handlers,
  | 'secondStep'
  | 'startSso'
  | 'linkSso'
  | 'finishSso'
  | 'getSignIn'
  | 'revokeSession'
  | 'beginSecondStep'
  | 'confirmSecondStep'
  | 'endSecondStep'
  | 'resetSecondStep'
>

type Actor = Parameters<typeof record>[1]
type Request = Parameters<typeof ask>[2]
type Reply = { header(name: string, value: string[]): unknown }

/** The library makes a fresh session with each change. */
async function changed(
  house: House,
  actor: Actor,
  request: Request,
  reply: Reply,
  cookies: string[],
  deed: 'second-step-on' | 'second-step-off',
) {
  house.sessions.forget(actor!.personId)
  await record(house, actor, deed, request.ip)
  if (cookies.length) reply.header('set-cookie', cookies)
  return done
}

async function goTo(house: House, request: Request, reply: Reply, path: '/sign-in/social' | '/link-social') {
  if (!house.config.oidc) return refuse('not-found')
  const body = { provider: OIDC, callbackURL: '/', errorCallbackURL: '/', disableRedirect: true }
  const { status, json, cookies } = await ask(house.auth, house.config, request, path, body)
  if (status !== 200 || typeof json.url !== 'string') return problem('sso-failed', { why: String(json.code ?? status) })
  reply.header('set-cookie', cookies)
  return { url: json.url }
}
