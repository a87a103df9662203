// Who comes by an answer link: the token's signature, its end, whether it was revoked. Makes tokens, too; the key stays in the data directory.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type LinkClaims, linkActor, linkFault, openLink, sealLink } from '../core/answerlink.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { Actor, Item } from '../core/types.ts'
import type { Database } from '../store/db.ts'
import { findLink, type KnownLink } from '../store/link.ts'

export interface OpenLink {
  claims: LinkClaims
  known: KnownLink & { item: Item }
  actor: Actor
}

export class Links {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  seal(claims: LinkClaims): string {
    return sealLink(claims, this.#sign)
  }

  /** The open link of a request, or why it is none. The token travels in a header: addresses are written down on their way. */
  async of(request: Pick<FastifyRequest, 'headers'>): Promise<OpenLink | Refusal> {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const now = new Date().toISOString()
    const claims = openLink(token, now, this.#verify)
    if ('refused' in claims) {
      if (claims.refused !== 'expired') return refuse('link-unknown')
      // It was ours: who made it can be named, so that the reader knows whom to ask for another.
      const ended = openLink(token, new Date(Date.parse(claims.facts.until!)).toISOString(), this.#verify)
      const kept = 'refused' in ended ? null : await findLink(this.#db, ended)
      return kept ? over('expired', claims.facts.until!, kept) : refuse('link-unknown')
    }
    const known = await findLink(this.#db, claims)
    if (!known) return refuse('link-unknown')
    if (known.revokedAt) return over('revoked', known.revokedAt, known)
    const { item } = known
    if (!item || linkFault(claims, { revokedAt: null }, item, 'read')) return over('unit-left', now, known)
    return { claims, known: { ...known, item }, actor: linkActor(claims, known.forName) }
  }

  readonly #sign = (payload: string): string => createHmac('sha256', this.#db.secrets.answer).update(payload).digest('base64url')

  readonly #verify = (payload: string, signature: string): boolean => {
    const [ours, theirs] = [Buffer.from(this.#sign(payload)), Buffer.from(signature)]
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }
}

const over = (why: 'expired' | 'revoked' | 'unit-left', at: string, { office, officePhone, madeByName }: KnownLink): Refusal =>
  refuse('link-over', { why, at, office, phone: officePhone, by: madeByName })
