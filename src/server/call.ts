// The types that tie a handler to its route in the contract: what it is given and what it must answer. No code.
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RouteName } from '../core/contract/paths.ts'
import type { Problem } from '../core/contract/problem.ts'
import type { Routes } from '../core/contract/routes.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Actor } from '../core/types.ts'
import type { Database } from '../store/db.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type { Courier } from './deliver.ts'
import type { Desk } from './desk.ts'
import type { Links, OpenLink } from './link.ts'
import type { Session, Sessions } from './session.ts'
import type { SetupLink } from './setup.ts'

/** What every handler may reach; made once by `build`. */
export interface House {
  db: Database
  config: Config
  auth: Auth
  setup: SetupLink
  sessions: Sessions
  links: Links
  desk: Desk
  courier: Courier
  /** A fault that nobody waits for the end of. */
  log(error: unknown): void
}

/** A file that came as the part `file` of multipart/form-data. */
export interface Upload {
  name: string
  bytes: Buffer
  /** The part `body`, as it came. */
  beside?: string | null
}

/** An answer that is a file; `name` is what it is saved as. */
export interface Sent {
  media: string
  name: string
  bytes: Uint8Array | Readable
  size?: number
  /** Shown in the page: only for pictures whose bytes were looked at. */
  inline?: true
}

type Part<N extends RouteName, K extends 'params' | 'query' | 'body' | 'beside'> =
  Routes[N] extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined
type Uploads<N extends RouteName> = Routes[N] extends { upload: true } ? true : false

export interface Call<N extends RouteName> {
  house: House
  session: Routes[N]['access'] extends 'public' | 'link' ? Session | null : Session
  actor: Routes[N]['access'] extends 'public' ? null : Actor
  link: Routes[N]['access'] extends 'link' ? OpenLink : null
  params: Part<N, 'params'>
  query: Part<N, 'query'>
  /** null when an upload came instead. */
  body: Uploads<N> extends true ? Part<N, 'body'> | null : Part<N, 'body'>
  /** What came with the upload; null without one. */
  beside: Part<N, 'beside'> | null
  upload: Uploads<N> extends true ? Upload | null : null
  /** The Idempotency-Key; present where the contract asks for one. */
  key: Routes[N] extends { once: true } ? string : null
  request: FastifyRequest
  reply: FastifyReply
}

/** `json`: the answer as text already, made by the database. */
export type Answer<N extends RouteName> = Routes[N]['response'] extends z.ZodType
  ? z.output<Routes[N]['response']> | { json: string }
  : Sent

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Answer<N> | Refusal | Problem>
export type Handlers = { [N in RouteName]: Handler<N> }
