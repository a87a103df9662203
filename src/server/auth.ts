// The sign-in instance of better-auth: passwords, session tokens and cookies are its business. No cryptography of our own, no public sign-up.
import type { FastifyRequest } from 'fastify'
import { findActor } from '../store/account.ts'
import type { Database } from '../store/db.ts'
import type { Config } from './config.ts'
import { PREFIX } from './cookie.ts'

/** Loaded when first needed: its quarter of a second is not added to the start. */
export type Auth = () => ReturnType<typeof makeAuth>

export function lazyAuth(db: Database, config: Config): Auth {
  let made: ReturnType<typeof makeAuth> | undefined
  return () => (made ??= makeAuth(db, config))
}

async function makeAuth(db: Database, config: Config) {
  const [{ betterAuth }, { username }, { APIError }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
    import('better-auth/api'),
  ])
  return betterAuth({
    secret: db.secrets.session,
    baseURL: baseOf(config),
    database: { db: db.auth as never, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [username({ displayUsername: false, maxUsernameLength: 32 })],
    session: { expiresIn: config.sessionMinutes * 60, updateAge: Math.min(300, config.sessionMinutes * 6) },
    // Requests are counted and origins compared once, in app.ts, for every route alike.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: PREFIX,
      useSecureCookies: baseOf(config).startsWith('https:'),
      disableCSRFCheck: true,
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    databaseHooks: {
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

const baseOf = (config: Config): string => config.publicUrl ?? `http://${config.host}:${config.port}`

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  return headers
}

/** Hands one request to better-auth and gives its answer: the JSON and the cookies. */
export async function ask(auth: Auth, config: Config, request: FastifyRequest, path: string, body: unknown) {
  const headers = headersOf(request)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  const answer = await (await auth()).handler(
    new Request(`${baseOf(config)}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
  const text = await answer.text()
  return { status: answer.status, json: text ? (JSON.parse(text) as Record<string, unknown>) : {}, cookies: answer.headers.getSetCookie() }
}
