// What becomes of the work of a campaign or programme that ends: each open member is handed on or explicitly left with its unit; none is lost. Pure.
import type { MemberStand } from './member.ts'
import { type Refusal, refuse } from './refusal.ts'

export interface Ending {
  itemId: string
  /** The campaign or programme that goes on with it; null: it stays with its unit. */
  to: string | null
}

export interface EndingMember {
  id: string
  number: string | null
  stand: MemberStand
}

/** Who may take work over: a campaign or programme that has not ended itself. */
interface Taker {
  id: string
  ended: boolean
}

/** For each open member where it goes, in the members' order; or why it cannot end. What was said of members that are done meanwhile is not needed. */
export function endings(
  id: string,
  members: readonly EndingMember[],
  said: readonly Ending[],
  takers: readonly Taker[],
): Ending[] | Refusal {
  const twice = said.find(({ itemId }, at) => said.findIndex(one => one.itemId === itemId) !== at)
  if (twice) return refuse('invalid', { field: 'endings', rule: 'twice' })
  const bySaid = new Map(said.map(one => [one.itemId, one]))
  const byTaker = new Map(takers.map(one => [one.id, one]))
  const open = members.filter(member => member.stand === 'open')
  const unsaid = open.filter(member => !bySaid.has(member.id))
  if (unsaid.length) return refuse('members-open', { open: unsaid.length, first: unsaid[0]!.number })
  const all = open.map(member => bySaid.get(member.id)!)
  for (const { to } of all) {
    if (to === null) continue
    const taker = byTaker.get(to)
    if (!taker || to === id) return refuse('invalid', { field: 'to', rule: 'id' })
    if (taker.ended) return refuse('taker-ended')
  }
  return all
}
