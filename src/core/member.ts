// How a member of a campaign or programme stands: done, still open, or dropped; and since when. Pure.
import { dayOf } from './day.ts'
import { type Fields, type ItemKind, KIND, rowOf } from './kind.ts'
import type { Day, Instant, State } from './types.ts'

/** 已完成 未完成 已终止 */
export const MEMBER_STANDS = ['done', 'open', 'gone'] as const
export type MemberStand = (typeof MEMBER_STANDS)[number]

export interface MemberFacts {
  kind: ItemKind
  state: State
  closedAt: Instant | null
  stage: string | null
  stageOn: Day | null
  fields: Fields
}

/** The stage at which an item counts as done although nobody has struck it off yet: a project that has started has done what a campaign asks for. */
const DONE_AT: Partial<Record<ItemKind, string>> = { project: 'started', reform: 'settled', risk: 'over' }

/** `goals`: stages that the campaign itself asks for, by kind. */
export function memberStand(member: MemberFacts, goals: Partial<Record<ItemKind, string>> = {}): { stand: MemberStand; on: Day | null } {
  const reached = reachedOn(member, goals[member.kind] ?? DONE_AT[member.kind])
  const closed = member.closedAt ? dayOf(member.closedAt) : null
  const on = reached && closed ? (reached < closed ? reached : closed) : (reached ?? closed)
  if (on) return { stand: 'done', on }
  if (member.kind !== 'matter' && KIND[member.kind].stages[member.stage!]!.back) return { stand: 'gone', on: member.stageOn }
  // Put away without having been carried out.
  return member.state === 'archived' ? { stand: 'gone', on: null } : { stand: 'open', on: null }
}

/** Since when it is at the stage or beyond: the first of their facts that names a day, else since it stands where it is. */
function reachedOn({ kind, stage, stageOn, fields }: MemberFacts, goal: string | undefined): Day | null {
  if (kind === 'matter' || !goal) return null
  const row = rowOf(kind)
  const [from, to] = [row.indexOf(goal), row.indexOf(stage!)]
  if (from < 0 || to < from) return null
  for (const name of row.slice(from, to + 1)) {
    const { day } = KIND[kind].stages[name]!
    const said = day ? fields[day] : null
    if (typeof said === 'string') return said
  }
  return stageOn
}
