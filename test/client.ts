// A server on a test's own database, and people who sign in to it: requests in-process, cookies and all.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import type { z } from 'zod'
import { paths, type RouteName } from '../src/core/contract/paths.ts'
import type { Problem } from '../src/core/contract/problem.ts'
import type { Routes } from '../src/core/contract/routes.ts'
import type { Actor } from '../src/core/types.ts'
import { build, type Parts } from '../src/server/app.ts'
import { type Config, readConfig } from '../src/server/config.ts'
import { hashPassword } from '../src/server/password.ts'
import { act } from '../src/store/act.ts'
import { anActor, ok } from './build.ts'
import type { TestDatabase } from './database.ts'

export const PASSWORD = 'Qinghe-2026'
let hash: Promise<string> | undefined

export async function aServer(db: TestDatabase, settings: Partial<Config> = {}, parts: Partial<Parts> = {}): Promise<FastifyInstance> {
  const config: Config = { ...readConfig({}), dataDir: db.dataDir, requestsPerMinute: 100_000, logLevel: 'silent', ...settings }
  const app = await build({ db, config, ...parts })
  afterAll(() => app.close())
  return app
}

export interface Ask {
  params?: Record<string, string | number>
  query?: Record<string, string | string[]>
  body?: unknown
  /** Sent as the part `file` of multipart/form-data. */
  file?: { name: string; bytes: Buffer | string }
  /** Goes with the file, as the part `body`. */
  beside?: unknown
  headers?: Record<string, string>
  /** The Idempotency-Key; a new one unless given, none when null. */
  key?: string | null
}

/** What the contract says the answer is, and what a problem has beside it. */
export type BodyOf<N extends RouteName> = (Routes[N]['response'] extends z.ZodType ? z.output<Routes[N]['response']> : unknown) &
  Partial<Problem>

export interface Answered<N extends RouteName> {
  status: number
  body: BodyOf<N>
  bytes: Buffer
  headers: Record<string, string | string[] | number | undefined>
}

export interface Client {
  cookie: string
  ask<N extends RouteName>(route: N, ask?: Ask): Promise<Answered<N>>
}

/** Somebody without a session. */
export const nobody = (app: FastifyInstance): Client => clientWith(app, '')

/** Gives the person a password and signs him in. */
export async function signedIn(app: FastifyInstance, db: TestDatabase, person: Actor, username: string): Promise<Client> {
  const admin = anActor('system_admin', { jurisdiction: person.jurisdiction })
  const passwordHash = await (hash ??= hashPassword(PASSWORD))
  ok(await act(db, admin, { kind: 'account', id: person.personId }, { command: 'change', passwordHash }))
  return signIn(app, username)
}

export async function signIn(app: FastifyInstance, username: string, password = PASSWORD): Promise<Client> {
  const { status, headers, body } = await nobody(app).ask('signIn', { body: { username, password } })
  if (status !== 200) throw new Error(`${username} could not sign in: ${status} ${body.code}`)
  return clientWith(
    app,
    [headers['set-cookie']]
      .flat()
      .map(c => String(c).split(';')[0])
      .join('; '),
  )
}

/** Somebody with the cookies of an answer, beside those he had. */
export function withCookies(app: FastifyInstance, headers: Answered<'getSession'>['headers'], before = ''): Client {
  const fresh = [headers['set-cookie']].flat().map(c => String(c).split(';')[0]!)
  const names = fresh.map(c => c.split('=')[0])
  const kept = before.split('; ').filter(c => c && !names.includes(c.split('=')[0]))
  return clientWith(app, [...kept, ...fresh].join('; '))
}

function clientWith(app: FastifyInstance, cookie: string): Client {
  return {
    cookie,
    async ask<N extends RouteName>(route: N, { params = {}, query, body, file, beside, headers = {}, key = randomUUID() }: Ask = {}) {
      const [method, path] = paths[route]
      const options: InjectOptions = {
        method,
        url: path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]))),
        query,
        headers: { ...(cookie ? { cookie } : {}), ...(key && method !== 'GET' ? { 'idempotency-key': key } : {}), ...headers },
      }
      if (file) withFile(options, file, beside)
      else if (body !== undefined) options.payload = body as object
      const answer = await app.inject(options)
      const json = String(answer.headers['content-type']).includes('json')
      return {
        status: answer.statusCode,
        body: (json ? answer.json() : {}) as BodyOf<N>,
        bytes: answer.rawPayload,
        headers: answer.headers,
      }
    },
  }
}

function withFile(options: InjectOptions, file: { name: string; bytes: Buffer | string }, beside?: unknown): void {
  const boundary = 'luoshi-test'
  const said =
    beside === undefined ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="body"\r\n\r\n${JSON.stringify(beside)}\r\n`
  options.payload = Buffer.concat([
    Buffer.from(said),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(file.bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  options.headers = { ...options.headers, 'content-type': `multipart/form-data; boundary=${boundary}` }
}
