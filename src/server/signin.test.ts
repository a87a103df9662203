// The second step, one's own sessions, single sign-on against a real OpenID Connect server, locks that outlive the process, and passwords that are due.
import { createOTP } from '@better-auth/utils/otp'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson } from '../../test/build.ts'
import { aServer, type Client, nobody, PASSWORD, signedIn, signIn, withCookies } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { type OidcServer, passThrough, startOidc } from '../../test/oidc.ts'
import type { Oidc } from './config.ts'

let db: TestDatabase
let app: FastifyInstance
let oidc: OidcServer
const clients: Record<string, Client> = {}
const ids: Record<string, string> = {}
const BACK = 'http://127.0.0.1:8787/sign-in/back'

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  app = await aServer(db)
  oidc = await startOidc(BACK)
  for (const [name, role] of [
    ['system', 'system_admin'],
    ['security', 'security_admin'],
    ['audit', 'audit_admin'],
    ['wang', 'officer'],
    ['liu', 'officer'],
    ['chen', 'officer'],
    ['zhao', 'officer'],
  ] as const) {
    const person = await aPerson(db, [{ role, unitId: null }], { username: name })
    ids[name] = person.personId
    clients[name] = await signedIn(app, db, person, name)
  }
})
afterAll(() => oidc?.stop())

const enter = (username: string, password = PASSWORD, at = app) => nobody(at).ask('signIn', { body: { username, password } })
const actionsOf = async (name: string): Promise<string[]> => {
  const rows = await asOwner<{ action: string }>(db, 'select action from audit where target = $1 order by at, seq', [
    `account:${ids[name]}`,
  ])
  return rows.map(row => row.action)
}
const codeOf = (secret: string) => createOTP(new TextDecoder().decode(base32(secret))).totp()
function base32(text: string): Uint8Array {
  const bits = [...text.replace(/=+$/, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g)!.map(b => Number.parseInt(b, 2)))
}

describe('a lock', () => {
  test('holds for another server on the same database, grows, is recorded, and goes with a new password', async () => {
    for (let n = 0; n < 5; n++) await enter('liu', 'Wrong-2026!!')
    const other = await aServer(db)
    expect((await enter('liu', PASSWORD, other)).body).toMatchObject({ code: 'account-locked', facts: { minutes: 15 } })
    await asOwner(db, `update auth.lockout set until = now() - interval '1 second'`)
    expect((await enter('liu', 'Wrong-2026!!')).body.code).toBe('wrong-password')
    expect((await enter('liu')).body).toMatchObject({ code: 'account-locked', facts: { minutes: 30 } })
    expect((await actionsOf('liu')).slice(-3)).toEqual(['session.lock', 'session.sign-in-failed', 'session.lock'])
    await clients.system!.ask('patchAccount', { params: { id: ids.liu! }, body: { password: 'Chuntian-2026' } })
    expect((await enter('liu', 'Chuntian-2026')).status).toBe(200)
  })

  test('keeps no name that was typed', async () => {
    await enter('my-password-by-mistake', 'x')
    expect(JSON.stringify(await asOwner(db, 'select * from auth.lockout'))).not.toContain('mistake')
  })
})

describe('a password', () => {
  test('given by an administrator is changed before anything else, and none of the last three comes back', async () => {
    const set = (password: string) => clients.system!.ask('patchAccount', { params: { id: ids.chen! }, body: { password } })
    expect((await set('Chen-2026-abc')).body.fields).toEqual([{ path: 'password', rule: 'password-name' }])
    expect((await set('Password2026!')).body.fields).toEqual([{ path: 'password', rule: 'password-common' }])
    expect((await set('Diyi-2026-jia')).status).toBe(200)
    const chen = await signIn(app, 'chen', 'Diyi-2026-jia')
    expect((await chen.ask('getSession')).body.passwordDue).toBe('first')
    expect((await chen.ask('listItems')).body).toMatchObject({ code: 'password-due', facts: { why: 'first' } })

    let now = chen
    let current = 'Diyi-2026-jia'
    const change = async (fresh: string) => {
      const answer = await now.ask('changePassword', { body: { currentPassword: current, newPassword: fresh } })
      if (answer.status === 200) {
        current = fresh
        now = withCookies(app, answer.headers)
      }
      return answer
    }
    expect((await change('Diyi-2026-jia')).body.fields).toEqual([{ path: 'newPassword', rule: 'password-used' }])
    expect((await change('Dier-2026-yi')).status).toBe(200)
    expect((await now.ask('listItems')).status).toBe(200)
    expect((await change('Disan-2026-bing')).status).toBe(200)
    expect((await change('Diyi-2026-jia')).body.fields).toEqual([{ path: 'newPassword', rule: 'password-used' }])
    expect((await change('Disi-2026-ding')).status).toBe(200)
    expect((await change('Diyi-2026-jia')).status).toBe(200)
  })

  test('that has grown old is changed, too', async () => {
    await asOwner(db, `update auth.login set password_at = now() - interval '91 days' where person_id = $1`, [ids.wang])
    expect((await (await signIn(app, 'wang')).ask('listItems')).body).toMatchObject({ code: 'password-due', facts: { why: 'age' } })
    const never = await aServer(db, { passwordDays: 0 })
    expect((await (await signIn(never, 'wang')).ask('listItems')).status).toBe(200)
    await asOwner(db, 'update auth.login set password_at = now()')
  })
})

describe('the sessions of a person', () => {
  test('are listed with device and place, and one of them is ended from another', async () => {
    const phone = await signIn(app, 'zhao')
    const desk = await signIn(app, 'zhao')
    const { sessions } = (await desk.ask('getSignIn')).body
    expect(sessions.filter(s => s.current)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ place: 'here', address: '127.0.0.1' })
    expect((await phone.ask('getSession')).status).toBe(200)
    for (const { id } of sessions.filter(s => !s.current)) expect((await desk.ask('revokeSession', { params: { id } })).status).toBe(200)
    expect((await phone.ask('getSession')).status).toBe(401)
    expect((await desk.ask('getSession')).status).toBe(200)
    expect((await actionsOf('zhao')).at(-1)).toBe('session.revoke-session')
    const others = (await (await signIn(app, 'wang')).ask('getSignIn')).body.sessions
    expect((await desk.ask('revokeSession', { params: { id: others[0]!.id } })).status).toBe(404)
  })
})

describe('a second step', () => {
  test('is asked for once it was confirmed, takes each recovery code once, and is taken off by the security administrator', async () => {
    let zhao = await signIn(app, 'zhao')
    expect((await zhao.ask('beginSecondStep', { body: { password: 'Wrong-2026!!' } })).body.code).toBe('wrong-password')
    const begun = (await zhao.ask('beginSecondStep', { body: { password: PASSWORD } })).body
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/%E8%90%BD%E5%AE%9E:zhao\?/)
    // Not yet confirmed: signing in asks for nothing more.
    expect((await enter('zhao')).body.next).toBe('in')
    expect((await zhao.ask('confirmSecondStep', { body: { code: '000000' } })).body.code).toBe('wrong-code')
    const on = await zhao.ask('confirmSecondStep', { body: { code: await codeOf(begun.secret) } })
    expect(on.status).toBe(200)
    zhao = withCookies(app, on.headers)
    expect((await zhao.ask('getSignIn')).body.secondStep).toBe(true)

    const half = async () => {
      const answer = await enter('zhao')
      expect(answer.body.next).toBe('second-step')
      return withCookies(app, answer.headers)
    }
    const first = await half()
    expect((await first.ask('getSession')).status).toBe(401)
    expect((await first.ask('secondStep', { body: { code: '000000' } })).body.code).toBe('wrong-code')
    const whole = await first.ask('secondStep', { body: { code: await codeOf(begun.secret) } })
    expect((await withCookies(app, whole.headers).ask('getSession')).status).toBe(200)
    expect((await (await half()).ask('secondStep', { body: { code: begun.codes[0] } })).status).toBe(200)
    expect((await (await half()).ask('secondStep', { body: { code: begun.codes[0] } })).body.code).toBe('wrong-code')
    expect(await actionsOf('zhao')).toEqual(expect.arrayContaining(['session.second-step-on', 'session.second-step-failed']))

    expect((await clients.system!.ask('resetSecondStep', { params: { id: ids.zhao! } })).status).toBe(403)
    expect((await clients.security!.ask('resetSecondStep', { params: { id: ids.zhao! } })).status).toBe(200)
    expect((await zhao.ask('getSession')).status).toBe(401)
    expect((await enter('zhao')).body.next).toBe('in')
    expect((await actionsOf('zhao')).at(-2)).toBe('session.second-step-reset')
  })
})

describe('single sign-on', () => {
  const settings = (more: Partial<Oidc> = {}): Oidc => ({
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    name: '云川统一身份',
    claim: 'preferred_username',
    match: 'username',
    ...more,
  })

  async function through(at: FastifyInstance, name: string, from = nobody(at), route: 'startSso' | 'linkSso' = 'startSso') {
    const start = await from.ask(route)
    expect(start.status).toBe(200)
    const back = await passThrough(start.body.url, name, BACK)
    const cookies = withCookies(at, start.headers, from.cookie)
    return cookies.ask('finishSso', { body: Object.fromEntries(back.searchParams) })
  }

  test('signs in who has an account by that name, again by the link made then, and records it', async () => {
    const at = await aServer(db, { oidc: settings() })
    expect((await nobody(at).ask('getSetup')).body.sso).toBe('云川统一身份')
    for (let n = 0; n < 2; n++) {
      const answer = await through(at, 'wang')
      expect([answer.status, answer.body.linked]).toEqual([200, false])
      expect((await withCookies(at, answer.headers).ask('getSession')).body.person?.username).toBe('wang')
    }
    expect((await actionsOf('wang')).at(-1)).toBe('session.sign-in')
    const kept = await asOwner(db, `select "accountId", "accessToken", "idToken" from auth.account where "providerId" = 'oidc'`)
    expect(kept).toEqual([{ accountId: 'wang', accessToken: null, idToken: null }])
  })

  test('makes no account for somebody who has none, nor lets in one that is disabled', async () => {
    const at = await aServer(db, { oidc: settings() })
    const before = await asOwner(db, 'select count(*) from auth."user"')
    expect((await through(at, 'nobody.here')).body.code).toBe('sso-unknown')
    expect(await asOwner(db, 'select count(*) from auth."user"')).toEqual(before)
    await clients.system!.ask('patchAccount', { params: { id: ids.chen! }, body: { disabled: true } })
    expect([403, 502]).toContain((await through(at, 'chen')).status)
    await clients.system!.ask('patchAccount', { params: { id: ids.chen! }, body: { disabled: false } })
  })

  test('by link only lets in nobody before he linked his account himself', async () => {
    const at = await aServer(db, { oidc: settings({ match: 'link' }) })
    expect((await through(at, 'zhao')).body.code).toBe('sso-unknown')
    const zhao = await signIn(at, 'zhao')
    expect((await through(at, 'other-name-there', zhao, 'linkSso')).body.linked).toBe(true)
    expect((await zhao.ask('getSignIn')).body.sso).toEqual({ name: '云川统一身份', linked: true })
    const answer = await through(at, 'other-name-there')
    expect((await withCookies(at, answer.headers).ask('getSession')).body.person?.username).toBe('zhao')
  })

  test('with a state that nobody was given is refused', async () => {
    const at = await aServer(db, { oidc: settings() })
    expect((await nobody(at).ask('finishSso', { body: { state: 'forged', code: 'x' } })).status).toBeGreaterThanOrEqual(400)
    expect((await nobody(at).ask('finishSso', { body: { state: 'forged', code: 'x' } })).body.code).toBe('sso-failed')
  })
})
