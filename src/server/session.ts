// Who is asking: resolves the session cookie to an actor, with a small cache in this process. Never makes or ends a session.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../core/types.ts'
import { findActor } from '../store/account.ts'
import type { Database } from '../store/db.ts'
import { type Auth, headersOf } from './auth.ts'
import { sessionCookie } from './cookie.ts'

export interface Session {
  actor: Actor
  username: string
  jurisdictionName: string
  /** Of the sign-in. */
  userId: string
  passwordDue: 'first' | 'age' | null
}

/** A disabled account or a changed appointment is felt in this process at once, in another within this time. */
const KEPT_MS = 15_000
const MOST_KEPT = 20_000

export class Sessions {
  readonly #db: Database
  readonly #auth: Auth
  readonly #passwordDays: number
  readonly #kept = new Map<string, { session: Session; until: number }>()

  constructor(db: Database, auth: Auth, passwordDays: number) {
    this.#db = db
    this.#auth = auth
    this.#passwordDays = passwordDays
  }

  /** The session of a request, or null; a renewed cookie is put on the reply. */
  async of(request: FastifyRequest, reply: FastifyReply, { unasked = false } = {}): Promise<Session | null> {
    const cookie = sessionCookie(request.headers.cookie)
    if (!cookie) return null
    const kept = this.#kept.get(cookie)
    if (kept && kept.until > Date.now()) return kept.session
    this.#kept.delete(cookie)

    const { response, headers } = await (await this.#auth()).api.getSession({
      headers: headersOf(request),
      // What the page asks of itself must not keep a session alive for ever.
      query: { disableRefresh: unasked },
      returnHeaders: true,
    })
    if (!response) return null
    for (const renewed of headers.getSetCookie()) reply.header('set-cookie', renewed)
    const person = await findActor(this.#db, response.user.id)
    if (!person) return null
    const aged = this.#passwordDays > 0 && Date.parse(person.passwordAt) + this.#passwordDays * 86_400_000 < Date.now()
    const session: Session = { ...person, passwordDue: person.mustChange ? 'first' : aged ? 'age' : null }
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(cookie, { session, until: Date.now() + KEPT_MS })
    return session
  }

  /** After signing out. */
  drop(cookie: string): void {
    this.#kept.delete(cookie)
  }

  /** After a person was disabled or given other appointments. */
  forget(personId: string): void {
    for (const [cookie, { session }] of this.#kept) if (session.actor.personId === personId) this.#kept.delete(cookie)
  }

  /** After the tree of units changed: a head sees the units below his own. */
  forgetAll(): void {
    this.#kept.clear()
  }
}
