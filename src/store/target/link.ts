// An answer link as a target of `act`: made and revoked by the office, opened by whoever was sent it; each of these is recorded.
import { may } from '../../core/access.ts'
import { LINK_DAYS, linkUntil } from '../../core/answerlink.ts'
import { dayOf } from '../../core/day.ts'
import { LIFE } from '../../core/life.ts'
import { refuse } from '../../core/refusal.ts'
import type { Instant, State } from '../../core/types.ts'
import type { Kind } from '../write.ts'

interface LinkTarget {
  /** Drawn by the caller for a new one. */
  id: string
}

export type LinkCommand =
  | { command: 'make'; itemId: string; unitId: string; forName: string; forPhone: string; officePhone: string; days: number }
  | { command: 'revoke' }
  | { command: 'open'; address: string }

interface Found {
  itemId: string
  revokedAt: Instant | null
  usedAt: Instant | null
}

interface ItemFacts {
  state: State
  leadUnitId: string | null
  coUnitIds: string[]
}

interface Loaded {
  link: Found | null
  item: ItemFacts | null
}

interface LinkDone {
  id: string
  itemId: string
  from: Instant
  until: Instant
}

/** Several requests of one page are one use. */
const ONE_USE_MS = 10 * 60_000

export const link: Kind<LinkTarget, LinkCommand, Loaded, LinkDone> = {
  async load(tx, target, command, { actor }) {
    if (command.command !== 'open' && !may(actor, 'link.write')) return refuse('not-allowed', { action: 'link.write' })
    const values = [tx.context.jurisdiction, command.command === 'make' ? command.itemId : target.id]
    if (command.command === 'make') {
      const [item] = await tx.rows<ItemFacts>(
        'select state, lead_unit_id, co_unit_ids from item where jurisdiction_id = $1 and id = $2',
        values,
      )
      return item ? { link: null, item } : refuse('not-found')
    }
    const [found] = await tx.rows<Found>(
      'select item_id, revoked_at, used_at from answer_link where jurisdiction_id = $1 and id = $2 for update',
      values,
    )
    return found ? { link: found, item: null } : refuse('not-found')
  },

  decide({ link: found, item }, { id }, command, { actor, now }) {
    const place = actor.jurisdiction
    const from = new Date(Math.floor(Date.parse(now) / 1000) * 1000).toISOString()
    switch (command.command) {
      case 'make': {
        const { itemId, unitId, days } = command
        if (item!.leadUnitId !== unitId && !item!.coUnitIds.includes(unitId)) return refuse('unknown-unit', { unitId })
        // Of an item that is not dispatched a unit knows nothing, and of a closed one it owes nothing.
        if (!LIFE[item!.state].report && !LIFE[item!.state].accept) return refuse('wrong-state', { state: item!.state, command: 'report' })
        const until = linkUntil(dayOf(now), Math.min(days, LINK_DAYS.most))
        return {
          value: { id, itemId, from, until },
          writes: [
            [
              `insert into answer_link (jurisdiction_id, id, item_id, unit_id, for_name, for_phone, office_phone, from_at, until, made_by, made_by_name)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
              [place, id, itemId, unitId, command.forName, command.forPhone, command.officePhone, from, until, actor.personId, actor.name],
            ],
          ],
          entries: [record('make', id, command.forName, { itemId, unitId, until })],
        }
      }
      case 'revoke':
        if (found!.revokedAt) return refuse('link-over', { why: 'revoked', at: found!.revokedAt })
        return {
          value: { id, itemId: found!.itemId, from, until: now },
          writes: [
            [
              'update answer_link set revoked_at = $3, revoked_by_name = $4 where jurisdiction_id = $1 and id = $2',
              [place, id, now, actor.name],
            ],
          ],
          entries: [record('revoke', id, '', { itemId: found!.itemId })],
        }
      case 'open':
        return {
          value: { id, itemId: found!.itemId, from, until: now },
          writes: [['update answer_link set used_at = $3 where jurisdiction_id = $1 and id = $2', [place, id, now]]],
          entries: [record('open', id, command.address, { itemId: found!.itemId })],
        }
    }
  },
}

/** Whether the opening at this moment is a use of its own. */
export const isNewUse = (usedAt: Instant | null, now: Instant): boolean =>
  usedAt === null || Date.parse(now) - Date.parse(usedAt) > ONE_USE_MS

const record = (deed: string, id: string, summary: string, body: object) => ({
  action: `link.${deed}`,
  target: `link:${id}`,
  summary,
  body: JSON.stringify(body),
})
