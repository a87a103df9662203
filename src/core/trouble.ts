// What is the matter with an item: every trouble that holds on a day, each with its figures. Derived beside the state and never instead of it.
import { dayOf, daysBetween } from './day.ts'
import { chargedUntil, isOverdue } from './light.ts'
import type { Rules } from './rules.ts'
import { type Day, type Item, OPEN_STATES, type Waiting } from './types.ts'
import { charged } from './waiting.ts'

/** 逾期 未按时签收 未按时反馈 受阻 久无反馈 等待 无期限 无责任单位 无衡量标准 */
export const TROUBLES = ['overdue', 'unaccepted', 'unreported', 'blocked', 'stale', 'waiting', 'undated', 'unowned', 'unmeasured'] as const
export type TroubleKind = (typeof TROUBLES)[number]

/** Troubles with a list of their own in the ledger. */
export const LISTED_TROUBLES = ['undated', 'unowned', 'unmeasured', 'stale', 'blocked'] as const satisfies readonly TroubleKind[]

/** One trouble with what its sentence needs; worded in web/words. An item may have several at once. */
export type Trouble =
  | { kind: 'overdue'; days: number; dueOn: Day }
  /** Not accepted after the template's day. */
  | { kind: 'unaccepted'; days: number; acceptBy: Day }
  /** No first report after the template's day. */
  | { kind: 'unreported'; days: number; reportBy: Day }
  /** The lead unit says that it waits for someone else, for longer than the limit. */
  | { kind: 'blocked'; who: Waiting; since: Day; days: number; limit: number }
  | { kind: 'stale'; days: number; lastWordOn: Day; limit: number }
  /** Whom it waits for now, and the days charged to that party in all. */
  | { kind: 'waiting'; who: Waiting; since: Day; days: number; charged: number }
  /** It has no deadline and ages all the same. */
  | { kind: 'undated'; days: number }
  | { kind: 'unowned'; days: number }
  | { kind: 'unmeasured'; days: number }

export type TroubleItem = Pick<
  Item,
  | 'state'
  | 'dueOn'
  | 'measure'
  | 'leadUnitId'
  | 'registeredAt'
  | 'dispatchedAt'
  | 'acceptedAt'
  | 'lastReportAt'
  | 'submittedAt'
  | 'clock'
  | 'waitingFor'
  | 'waitingSince'
  | 'waited'
> &
  Partial<Pick<Item, 'kind'>>

/** Parties whose delay the lead unit cannot end by itself. */
export const OTHERS: readonly Waiting[] = ['co', 'upper', 'other']

/** All troubles that hold today, in the order of `TROUBLES`. */
export function troubles(item: TroubleItem, today: Day, rules: Rules): Trouble[] {
  const registered = item.state === 'registered'
  const open = (OPEN_STATES as readonly string[]).includes(item.state)
  if (!open && !registered) return []
  const running = open && item.state !== 'suspended'
  const found: Trouble[] = []
  const since = (day: Day): number => daysBetween(day, today)

  if (isOverdue(item, today)) found.push({ kind: 'overdue', days: daysBetween(item.dueOn!, chargedUntil(item, today)), dueOn: item.dueOn! })
  const { clock, waitingFor, waitingSince } = item
  if (running && clock && !item.acceptedAt && clock.acceptBy < today)
    found.push({ kind: 'unaccepted', days: since(clock.acceptBy), acceptBy: clock.acceptBy })
  if (running && clock?.reportBy && !item.lastReportAt && clock.reportBy < today)
    found.push({ kind: 'unreported', days: since(clock.reportBy), reportBy: clock.reportBy })

  const waits = running && waitingFor && waitingSince ? { who: waitingFor, since: waitingSince } : null
  if (waits && OTHERS.includes(waits.who) && since(waits.since) > rules.blocked)
    found.push({ kind: 'blocked', who: waits.who, since: waits.since, days: since(waits.since), limit: rules.blocked })

  // While the office verifies, silence of the unit is not its fault.
  if (running && item.state !== 'pending_verification' && item.dispatchedAt) {
    const lastWordOn = dayOf(item.lastReportAt ?? item.dispatchedAt)
    if (since(lastWordOn) > rules.light.stale) found.push({ kind: 'stale', days: since(lastWordOn), lastWordOn, limit: rules.light.stale })
  }
  if (waits) found.push({ kind: 'waiting', ...waits, days: since(waits.since), charged: charged(item, today)[waits.who] })

  const begun = item.dispatchedAt ?? item.registeredAt
  const age = begun ? since(dayOf(begun)) : 0
  // Of what goes by stages each stage says what it wants.
  const matter = (item.kind ?? 'matter') === 'matter'
  if (matter && item.dueOn === null) found.push({ kind: 'undated', days: age })
  if (item.leadUnitId === null) found.push({ kind: 'unowned', days: age })
  if (matter && item.measure === null) found.push({ kind: 'unmeasured', days: age })
  return found
}
