// What is the matter with an item: every trouble that holds on a day, each with its figures. Derived beside the state and never instead of it.
import type { DueDays } from './clock.ts'
import { dayOf, daysBetween } from './day.ts'
import { chargedUntil, isOverdue, LIGHT_RULES } from './light.ts'
import { type Day, type Item, OPEN_STATES, type Waiting } from './types.ts'
import { type WaitSpan, waitingDays } from './waiting.ts'

/** 逾期 未按时签收 未按时反馈 受阻 久无反馈 等待 无期限 无责任单位 无衡量标准 */
export const TROUBLES = ['overdue', 'unaccepted', 'unreported', 'blocked', 'stale', 'waiting', 'undated', 'unowned', 'unmeasured'] as const
export type TroubleKind = (typeof TROUBLES)[number]

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

export interface TroubleRules {
  /** Days of waiting for another party after which an item is blocked (product choice). */
  blocked: number
  /** Days without a report after which the last one is stale; as the light has it. */
  stale: number
}
export const TROUBLE_RULES: TroubleRules = { blocked: 3, stale: LIGHT_RULES.stale }

export type TroubleItem = Pick<
  Item,
  'state' | 'dueOn' | 'measure' | 'leadUnitId' | 'registeredAt' | 'dispatchedAt' | 'acceptedAt' | 'lastReportAt' | 'submittedAt'
>

/** Parties whose delay the lead unit cannot end by itself. */
const OTHERS: readonly Waiting[] = ['co', 'upper', 'other']

/** All troubles that hold today, in the order of `TROUBLES`. `due` are the template's days, `spans` the item's waiting spans. */
export function troubles(
  item: TroubleItem,
  due: DueDays | null,
  spans: readonly WaitSpan[],
  today: Day,
  rules: TroubleRules = TROUBLE_RULES,
): Trouble[] {
  const registered = item.state === 'registered'
  const open = (OPEN_STATES as readonly string[]).includes(item.state)
  if (!open && !registered) return []
  const running = open && item.state !== 'suspended'
  const found: Trouble[] = []
  const since = (day: Day): number => daysBetween(day, today)

  if (isOverdue(item, today)) found.push({ kind: 'overdue', days: daysBetween(item.dueOn!, chargedUntil(item, today)), dueOn: item.dueOn! })
  if (running && due && !item.acceptedAt && due.acceptBy < today)
    found.push({ kind: 'unaccepted', days: since(due.acceptBy), acceptBy: due.acceptBy })
  if (running && due?.reportBy && !item.lastReportAt && due.reportBy < today)
    found.push({ kind: 'unreported', days: since(due.reportBy), reportBy: due.reportBy })

  const waits = running ? spans.find(span => span.until === null) : undefined
  if (waits && OTHERS.includes(waits.who) && since(waits.since) > rules.blocked)
    found.push({ kind: 'blocked', who: waits.who, since: waits.since, days: since(waits.since), limit: rules.blocked })

  // While the office verifies, silence of the unit is not its fault.
  if (running && item.state !== 'pending_verification' && item.dispatchedAt) {
    const lastWordOn = dayOf(item.lastReportAt ?? item.dispatchedAt)
    if (since(lastWordOn) > rules.stale) found.push({ kind: 'stale', days: since(lastWordOn), lastWordOn, limit: rules.stale })
  }
  if (waits)
    found.push({
      kind: 'waiting',
      who: waits.who,
      since: waits.since,
      days: since(waits.since),
      charged: waitingDays(spans, today)[waits.who],
    })

  const begun = item.dispatchedAt ?? item.registeredAt
  const age = begun ? since(dayOf(begun)) : 0
  if (item.dueOn === null) found.push({ kind: 'undated', days: age })
  if (item.leadUnitId === null) found.push({ kind: 'unowned', days: age })
  if (item.measure === null) found.push({ kind: 'unmeasured', days: age })
  return found
}
