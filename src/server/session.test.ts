// Signing in, staying in, and being put out: passwords, locks, cookies, and what is recorded of it.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson } from '../../test/build.ts'
import { aServer, type Client, nobody, PASSWORD, signedIn, signIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { SetupLink } from './setup.ts'

let db: TestDatabase
let app: FastifyInstance
const clients: Record<string, Client> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  app = await aServer(db)
  for (const [name, role] of [
    ['system', 'system_admin'],
    ['security', 'security_admin'],
    ['audit', 'audit_admin'],
    ['wang', 'officer'],
    ['liu', 'officer'],
  ] as const) {
    const person = await aPerson(db, [{ role, unitId: null }], { username: name })
    ids[name] = person.personId
    clients[name] = await signedIn(app, db, person, name)
  }
})

const enter = (username: string, password: string) => nobody(app).ask('signIn', { body: { username, password } })

describe('signing in', () => {
  test('gives a cookie that scripts and other sites cannot have', async () => {
    const { status, body, headers } = await enter('wang', PASSWORD)
    expect([status, body]).toEqual([200, { ok: true, next: 'in' }])
    const cookie = [headers['set-cookie']].flat().join('\n')
    expect(cookie).toMatch(/^luoshi\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
  })

  test('gives a secure one when people come by https', async () => {
    const behind = await aServer(db, { publicUrl: 'https://du.example.gov.cn' })
    const { headers } = await nobody(behind).ask('signIn', { body: { username: 'wang', password: PASSWORD } })
    expect([headers['set-cookie']].flat().join('\n')).toMatch(/^__Secure-luoshi\.session_token=.*Secure/i)
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    const cookie = [headers['set-cookie']].flat().map(c => String(c).split(';')[0])
    expect((await behind.inject({ url: '/api/session', headers: { cookie: cookie.join('; ') } })).statusCode).toBe(200)
  })

  test('says the same of a wrong password and of a name that nobody has', async () => {
    const [wrong, unknown] = [await enter('liu', 'Wrong-2026!!'), await enter('nobody.here', 'Wrong-2026!!')]
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-password'])
    expect(unknown.body).toEqual(wrong.body)
  })

  test('is closed for a while after five wrong passwords, even for the right one, and for that account only', async () => {
    const other = await aServer(db)
    const knock = (username: string, password: string) => nobody(other).ask('signIn', { body: { username, password } })
    // The first was the one before: it is kept for all servers.
    for (let n = 1; n < 5; n++) expect((await knock('liu', 'Wrong-2026!!')).body.code).toBe('wrong-password')
    const locked = await knock('liu', PASSWORD)
    expect([locked.status, locked.body.code, locked.body.facts]).toEqual([429, 'account-locked', { minutes: 15 }])
    expect((await knock('wang', PASSWORD)).status).toBe(200)
  })

  test('is not possible by any other address of the library', async () => {
    const closed: [method: 'GET' | 'POST', path: string][] = [
      ['POST', '/api/auth/sign-up/email'],
      ['POST', '/api/auth/sign-in/email'],
      ['POST', '/api/auth/update-user'],
      ['POST', '/api/auth/delete-user'],
      ['POST', '/api/auth/request-password-reset'],
      ['POST', '/api/auth/is-username-available'],
      ['GET', '/api/auth/get-session'],
      ['GET', '/api/auth/list-sessions'],
      ['GET', '/api/auth/ok'],
    ]
    for (const [method, url] of closed) {
      const answer = await app.inject({
        method,
        url,
        headers: { cookie: clients.wang!.cookie },
        ...(method === 'POST' ? { payload: {} } : {}),
      })
      expect([url, answer.statusCode]).toEqual([url, 404])
    }
  })

  test('with a forged or cut cookie is no session', async () => {
    const [name, value] = clients.wang!.cookie.split('=') as [string, string]
    for (const cookie of [`${name}=abc.def`, `${name}=${value.slice(0, -4)}AAAA`, `${name}=${value.split('.')[0]}`, `${name}=`])
      expect((await app.inject({ url: '/api/session', headers: { cookie } })).statusCode, cookie).toBe(401)
  })
})

describe('an account', () => {
  test('that is disabled is out at once, and cannot come back until it is enabled', async () => {
    const wang = await signIn(app, 'wang')
    await clients.system!.ask('patchAccount', { params: { id: ids.wang! }, body: { disabled: true } })
    expect((await wang.ask('getSession')).status).toBe(401)
    expect((await enter('wang', PASSWORD)).body.code).toBe('account-disabled')
    await clients.system!.ask('patchAccount', { params: { id: ids.wang! }, body: { disabled: false } })
    expect((await enter('wang', PASSWORD)).status).toBe(200)
  })

  test('with other appointments may other things from the next request on', async () => {
    const wang = await signIn(app, 'wang')
    expect((await wang.ask('listItems')).status).toBe(200)
    await clients.security!.ask('putAppointments', { params: { id: ids.wang! }, body: { appointments: [] } })
    expect((await wang.ask('listItems')).status).toBe(403)
    const back = { appointments: [{ role: 'officer', unitId: null }] }
    await clients.security!.ask('putAppointments', { params: { id: ids.wang! }, body: back })
    expect((await wang.ask('listItems')).status).toBe(200)
  })

  test('is never two administrators, nor one with business beside it (三员分立)', async () => {
    for (const roles of [
      ['system_admin', 'audit_admin'],
      ['security_admin', 'officer'],
      ['system_admin', 'security_admin', 'audit_admin'],
    ]) {
      const appointments = roles.map(role => ({ role, unitId: null }))
      const { status, body } = await clients.security!.ask('putAppointments', { params: { id: ids.liu! }, body: { appointments } })
      expect([roles, status, body.code]).toEqual([roles, 409, 'exclusive-roles'])
    }
  })

  test.each([
    ['too short', 'Ab1-56789', 'min:10'],
    ['of small letters only', 'abcdefghijkl', 'password-kinds'],
    ['of two kinds only', 'abcdefgh1234', 'password-kinds'],
  ])('with a password %s is not made', async (_title, password, rule) => {
    const { status, body } = await clients.system!.ask('postAccount', { body: { username: 'zhao', name: '赵某', password } })
    expect([status, body.fields]).toEqual([422, [{ path: 'password', rule }]])
  })

  test('whose name somebody has is not made twice', async () => {
    const body = { username: 'wang', name: '王某', password: PASSWORD }
    expect((await clients.system!.ask('postAccount', { body })).body.code).toBe('name-taken')
  })

  test('changes its own password, and its other sessions end', async () => {
    const [here, elsewhere] = [await signIn(app, 'wang'), await signIn(app, 'wang')]
    const weak = await here.ask('changePassword', { body: { currentPassword: PASSWORD, newPassword: 'aaaaaaaaaaaa' } })
    expect(weak.body.fields).toEqual([{ path: 'newPassword', rule: 'password-kinds' }])
    expect((await here.ask('changePassword', { body: { currentPassword: PASSWORD, newPassword: 'Beiling-2026' } })).status).toBe(200)
    expect((await elsewhere.ask('getSession')).status).toBe(401)
    expect((await enter('wang', PASSWORD)).status).toBe(401)
    expect((await enter('wang', 'Beiling-2026')).status).toBe(200)
  })
})

describe('the audit log', () => {
  test('names who came, who failed to, and who left, and its chain is whole', async () => {
    await (await signIn(app, 'security')).ask('signOut')
    const { body } = await clients.audit!.ask('listAudit', { query: { size: '200' } })
    const actions = new Set(body.entries.map(e => e.action))
    for (const action of ['session.sign-in', 'session.sign-in-failed', 'session.sign-out', 'session.change-password', 'account.appoint'])
      expect(actions).toContain(action)
    expect(JSON.stringify(body)).not.toContain(PASSWORD)
    expect((await clients.audit!.ask('verifyAudit')).body).toMatchObject({ whole: true, broken: null })
  })
})

describe('the audit log, filtered and taken out', () => {
  const all = { size: '200' }
  test('by person, deed, thing, day and words', async () => {
    const list = async (query: Record<string, string>) =>
      (await clients.audit!.ask('listAudit', { query: { ...all, ...query } })).body.entries
    const { actors, actions } = (await clients.audit!.ask('getAuditChoices')).body
    expect(actions).toEqual(expect.arrayContaining(['session.sign-in', 'account.appoint']))
    const [one] = await list({ action: 'session.sign-in' })
    expect(actors).toContain(one!.actor)
    for (const [query, holds] of [
      [{ actor: one!.actor }, (e: typeof one) => e!.actor === one!.actor],
      [{ action: 'account.appoint' }, (e: typeof one) => e!.action === 'account.appoint'],
      [{ target: 'account' }, (e: typeof one) => e!.target.startsWith('account:')],
      [{ target: one!.target }, (e: typeof one) => e!.target === one!.target],
      [{ q: '127.0.0.1' }, (e: typeof one) => e!.summary.includes('127.0.0.1')],
    ] as const) {
      const found = await list(query)
      expect([query, found.length > 0, found.every(holds)]).toEqual([query, true, true])
    }
    expect(await list({ target: 'acc_unt' })).toEqual([])
    expect(await list({ to: '2020-01-01' })).toEqual([])
  })

  test('as workbook and as text, with the filter, and the taking out is recorded', async () => {
    const query = { action: 'account.appoint' }
    const csv = await clients.audit!.ask('exportAuditCsv', { query })
    expect([csv.status, String(csv.headers['content-type'])]).toEqual([200, 'text/csv; charset=utf-8'])
    const lines = csv.bytes.toString('utf8').trim().split('\r\n')
    expect(lines[0]).toMatch(/^时间（北京）,操作人/)
    expect(lines.slice(1).every(line => line.includes('account.appoint'))).toBe(true)
    const sheet = await clients.audit!.ask('exportAudit', { query })
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK')
    const { body } = await clients.audit!.ask('listAudit', { query: { action: 'session.export-audit' } })
    expect(body.total).toBe(2)
  })

  test('is kept: nothing in the database deletes from it', async () => {
    const functions = await asOwner(
      db,
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
       where prosrc ~* '(deletes+from|truncate|update)s+(onlys+)?(public.)?auditM'`,
    )
    expect(functions).toEqual([])
    const grants = await asOwner<{ type: string }>(
      db,
      `select privilege_type as type from information_schema.role_table_grants where table_name = 'audit' and grantee = 'luoshi_server' order by 1`,
    )
    expect(grants.map(g => g.type)).toEqual(['INSERT', 'SELECT'])
  })
})

describe('the first set-up', () => {
  const admin = (username: string) => ({ username, name: '管理员', password: PASSWORD })
  const administrators = { system: admin('sys.one'), security: admin('sec.one'), audit: admin('aud.one') }

  test('makes the jurisdiction and three administrators by the link, once', async () => {
    const empty = await aDatabase()
    const setup = new SetupLink()
    const token = setup.issue()
    const fresh = await aServer(empty, {}, { setup })
    const ask = (token: string, more: object = {}) =>
      nobody(fresh).ask('postSetup', { body: { token, jurisdiction: { id: '990124', name: '青禾县' }, administrators, ...more } })
    expect((await nobody(fresh).ask('getSetup')).body).toEqual({ needed: true, sso: null, demo: [], invited: null })
    expect((await ask('x'.repeat(43))).body.code).toBe('token-used')
    const twice = { ...administrators, audit: admin('sys.one') }
    expect((await ask(token, { administrators: twice })).body.code).toBe('name-taken')
    expect((await ask(token)).status).toBe(201)
    expect((await ask(token)).body.code).toBe('token-used')
    expect((await nobody(fresh).ask('getSetup')).body.needed).toBe(false)
    const { body } = await (await signIn(fresh, 'sec.one')).ask('getSession')
    expect(body).toMatchObject({ jurisdiction: { id: '990124', name: '青禾县' }, appointments: [{ role: 'security_admin', unitId: null }] })
  })
})
