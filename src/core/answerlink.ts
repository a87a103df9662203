// 免登录反馈链接: a signed link to one item, for a unit without accounts, with an end. Says what it contains and what it allows; the key is the caller's.
import { addDays } from './day.ts'
import type { Actor, CommandName, Day, Instant } from './types.ts'

/** What a link can allow: to answer. Never to verify, close, edit or move a deadline. */
export const LINK_COMMANDS = ['accept', 'report', 'submit'] as const satisfies readonly CommandName[]
export type LinkCommand = (typeof LINK_COMMANDS)[number]

export interface LinkClaims {
  /** Drawn at random by the caller (UUID); kept by the store, so that a link can be revoked. */
  id: string
  jurisdiction: string
  itemId: string
  /** The unit that answers by it: the item's lead unit or a co-unit. */
  unitId: string
  allows: LinkCommand[]
  /** In whole seconds. */
  from: Instant
  until: Instant
}

const LINK_REFUSALS = [
  'malformed', // not a link of ours, or cut short on its way
  'bad-signature',
  'not-yet', // facts { from }
  'expired', // facts { until }
  'unknown', // signed, but the store has no such link
  'revoked', // facts { revokedAt }
  'other-item', // facts { itemId }: good for another item
  'not-allowed', // facts { command }
  'unit-left', // the unit has no part in the item any more
] as const
type LinkRefusal = { refused: (typeof LINK_REFUSALS)[number]; facts: Record<string, string> }

/** HMAC of the payload, in Base64 URL form without padding. */
export type Sign = (payload: string) => string
/** Whether the signature is the payload's; the texts are to be compared, in constant time (decoded, several texts are one signature). */
type Verify = (payload: string, signature: string) => boolean

/** Days that a link is good for unless the officer says otherwise, and at most (product choices). */
export const LINK_DAYS = { usual: 7, most: 30 }

/** The end of a link: the last second of the day in Beijing, `days` after today. */
export function linkUntil(today: Day, days: number = LINK_DAYS.usual): Instant {
  if (!Number.isInteger(days) || days < 1 || days > LINK_DAYS.most) throw new RangeError(`a link is good for 1 to ${LINK_DAYS.most} days`)
  return new Date(Date.parse(`${addDays(today, days)}T23:59:59+08:00`)).toISOString()
}

const VERSION = 'a1'
const PART = /^[A-Za-z0-9_-]{1,64}$/
const SIGNATURE = /^[A-Za-z0-9_-]{16,128}$/
/** Longer than any link of ours; nothing longer is looked at. */
const MOST_LENGTH = 600

/** The text of the link: dotted, and safe in an address as it is. */
export function sealLink(claims: LinkClaims, sign: Sign): string {
  const payload = write(claims)
  return `${payload}.${sign(payload)}`
}

function write({ id, jurisdiction, itemId, unitId, allows, from, until }: LinkClaims): string {
  const parts = [
    VERSION,
    id,
    jurisdiction,
    itemId,
    unitId,
    LINK_COMMANDS.filter(one => allows.includes(one)).join('-'),
    seconds(from),
    seconds(until),
  ]
  if (parts.some(part => !PART.test(part))) throw new RangeError('a link holds ids, commands and instants only')
  if (Date.parse(until) <= Date.parse(from)) throw new RangeError('a link cannot end before it begins')
  return parts.join('.')
}

/** What the store knows of a link; null: no such link. */
type KeptLink = { revokedAt: Instant | null } | null

/** The claims of a link that is good now, or why it is not. Nothing in it is looked at before its signature. */
export function openLink(token: string, now: Instant, verify: Verify): LinkClaims | LinkRefusal {
  const parts = token.length > MOST_LENGTH ? [] : token.split('.')
  const signature = parts.pop() ?? ''
  if (parts.length !== 8 || !parts.every(part => PART.test(part)) || !SIGNATURE.test(signature)) return refuse('malformed')
  if (!verify(parts.join('.'), signature)) return refuse('bad-signature')
  const [version, id, jurisdiction, itemId, unitId, commands, from, until] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const allows = commands.split('-').filter((one): one is LinkCommand => (LINK_COMMANDS as readonly string[]).includes(one))
  // A signed link of another make: of a version to come, say.
  if (version !== VERSION || allows.join('-') !== commands) return refuse('malformed')
  const claims: LinkClaims = { id, jurisdiction, itemId, unitId, allows, from: instant(from), until: instant(until) }
  if (Date.parse(now) < Date.parse(claims.from)) return refuse('not-yet', { from: claims.from })
  if (Date.parse(now) > Date.parse(claims.until)) return refuse('expired', { until: claims.until })
  return claims
}

/** Why an open link does not allow this; null: it does. The item's own life still decides whether the command fits its state. */
export function linkFault(
  claims: LinkClaims,
  kept: KeptLink,
  item: { id: string; leadUnitId: string | null; coUnitIds: readonly string[] },
  command: CommandName | 'read',
): LinkRefusal | null {
  if (!kept) return refuse('unknown')
  if (kept.revokedAt) return refuse('revoked', { revokedAt: kept.revokedAt })
  if (item.id !== claims.itemId) return refuse('other-item', { itemId: claims.itemId })
  if (item.leadUnitId !== claims.unitId && !item.coUnitIds.includes(claims.unitId)) return refuse('unit-left')
  if (command !== 'read' && !(claims.allows as readonly CommandName[]).includes(command)) return refuse('not-allowed', { command })
  return null
}

/** Who acts by the link: the unit's liaison, under the link's own id, so that the record says which link it was and a verifier is never the same. */
export const linkActor = (claims: LinkClaims, name: string): Actor => ({
  personId: claims.id,
  name,
  jurisdiction: claims.jurisdiction,
  appointments: [{ role: 'liaison', unitId: claims.unitId }],
  unitIds: [claims.unitId],
  onlyItem: claims.itemId,
})

const refuse = (refused: LinkRefusal['refused'], facts: LinkRefusal['facts'] = {}): LinkRefusal => ({ refused, facts })
const seconds = (at: Instant): string => Math.floor(Date.parse(at) / 1000).toString(36)
const instant = (text: string): Instant => {
  const ms = Number.parseInt(text, 36) * 1000
  return Number.isFinite(ms) && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : new Date(0).toISOString()
}
