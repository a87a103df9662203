// The sign-in instance of better-auth: passwords, session tokens and cookies are its business. No cryptography of our own, no public sign-up.
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import type { FastifyRequest } from 'fastify'
import { findActor } from '../store/account.ts'
import type { Database } from '../store/db.ts'
import { addressOf } from '../store/login.ts'
import type { Config, Oidc } from './config.ts'
import { PREFIX } from './cookie.ts'

/** The one provider of single sign-on. */
export const OIDC = 'oidc'
/** The address that a request came from, as Fastify has found it; nobody outside can set it. */
const ADDRESS = 'x-luoshi-address'

/** Loaded when first needed: its quarter of a second is not added to the start. */
export type Auth = () => ReturnType<typeof makeAuth>

export function lazyAuth(db: Database, config: Config): Auth {
  let made: ReturnType<typeof makeAuth> | undefined
  return () => (made ??= makeAuth(db, config))
}

async function makeAuth(db: Database, config: Config) {
  const [{ betterAuth }, { username }, { twoFactor }, { APIError }, oauth] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/api'),
    config.oidc ? import('better-auth/plugins/generic-oauth') : null,
  ])
  return betterAuth({
    secret: db.secrets.session,
    baseURL: baseOf(config),
    database: { db: db.auth as never, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [
      username({ displayUsername: false, maxUsernameLength: 32 }),
      twoFactor({ issuer: '落实' }),
      ...(oauth && config.oidc ? [oauth.genericOAuth({ config: [providerOf(db, config, config.oidc)] })] : []),
    ],
    // Renewed each minute in which it is used, so that it ends when it says it does.
    session: { expiresIn: config.sessionMinutes * 60, updateAge: 60 },
    account: {
      accountLinking: {
        trustedProviders: [OIDC],
        // The addresses are ours and stand for accounts; nobody reads mail there.
        requireLocalEmailVerified: false,
        allowDifferentEmails: true,
        disableImplicitLinking: config.oidc?.match === 'link',
      },
    },
    // Requests are counted and origins compared once, in app.ts, for every route alike.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: PREFIX,
      useSecureCookies: baseOf(config).startsWith('https:'),
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [ADDRESS] },
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    databaseHooks: {
      // Who somebody is was all that was asked of the other server: its tokens are not kept.
      account: {
        create: { before: async account => ({ data: withoutTokens(account) }) },
        update: { before: async account => ({ data: withoutTokens(account) }) },
      },
      session: {
        create: {
          before: async (session: { userId: string }) => {
            if (!(await findActor(db, session.userId))) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
          },
        },
      },
    },
  })
}

const withoutTokens = <A extends object>(account: A) => ({ ...account, accessToken: null, refreshToken: null, idToken: null })

/** A person is known by the user name that the other server says, or by an account linked before; accounts are never made here. */
const providerOf = (db: Database, config: Config, oidc: Oidc): GenericOAuthConfig => ({
  providerId: OIDC,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
  redirectURI: `${baseOf(config)}/sign-in/back`,
  scopes: ['openid', 'profile'],
  requireIdTokenVerification: true,
  disableSignUp: true,
  mapProfileToUser: async profile => {
    const said = (profile as Record<string, unknown>)[oidc.claim]
    const address = typeof said === 'string' && oidc.match === 'username' ? await addressOf(db, said) : null
    return { email: address ?? 'nobody@sso.invalid', emailVerified: true, name: String(said ?? '') }
  },
})

const baseOf = (config: Config): string => config.publicUrl ?? `http://${config.host}:${config.port}`

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  headers.set(ADDRESS, request.ip)
  return headers
}

/** Hands one request to better-auth and gives its answer; without a body it is a GET. */
export async function ask(auth: Auth, config: Config, request: FastifyRequest, path: string, body: object | null) {
  const headers = headersOf(request)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  const answer = await (await auth()).handler(
    new Request(`${baseOf(config)}/api/auth${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }),
  )
  const text = await answer.text()
  return {
    status: answer.status,
    json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookies: answer.headers.getSetCookie(),
    location: answer.headers.get('location'),
  }
}

/** Whose session the cookies are, as the id of the sign-in; null when there is none. */
export async function askSession(auth: Auth, request: FastifyRequest, cookie: string): Promise<string | null> {
  const headers = headersOf(request)
  headers.set('cookie', cookie)
  const found = await (await auth()).api.getSession({ headers })
  return found?.user.id ?? null
}
