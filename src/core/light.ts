// The light of an item: derived from its facts and the day, never stored as a state; explains itself with figures.
import { addWorkdays, type Calendar, dayOf, daysBetween } from './day.ts'
import { type Day, type Item, type Light, OPEN_STATES } from './types.ts'

/** Thresholds; the first two are a published municipal rule (银川), the others product choices. All configurable. */
export interface LightRules {
  /** Points behind time from which an item is yellow. */
  yellowBehind: number
  /** Points behind time above which it is red. */
  redBehind: number
  /** Working days before the deadline in which it is yellow. */
  dueSoon: number
  /** Days without a report after which the last one is stale. */
  stale: number
  /** Days since dispatch after which an item without a deadline is yellow, and after which it is red. */
  undatedYellow: number
  undatedRed: number
}
export const LIGHT_RULES: LightRules = { yellowBehind: 10, redBehind: 30, dueSoon: 3, stale: 30, undatedYellow: 30, undatedRed: 90 }

export const LIGHT_REASONS = [
  'closed', // {}
  'not-dispatched', // {}
  'suspended', // { until }
  'no-deadline', // { days since dispatch, limit }
  'aged', // without a deadline, { days since dispatch, limit }
  'overdue', // { days, dueOn }
  'behind', // { points, percent, time }
  'due-soon', // { days, dueOn }
  'stale', // { days }
  'on-pace', // { points, percent, time }
  'awaiting-verification', // { days }
  'parts', // { red, yellow, of, title }: core/cascade.ts
] as const
export type LightReason = (typeof LIGHT_REASONS)[number]

export interface Lit {
  light: Light
  reason: LightReason
  facts: Record<string, string | number | null>
}

type LightItem = Pick<Item, 'state' | 'dueOn' | 'percent' | 'dispatchedAt' | 'lastReportAt' | 'suspended' | 'submittedAt'>

const isOpen = (state: Item['state']): boolean => (OPEN_STATES as readonly string[]).includes(state)

/**
 * The day up to which the unit is charged with time: today, or the day on which it handed the item in, while that waits for the office.
 * Waiting is charged to whoever is waited for (domain §3).
 */
export const chargedUntil = (item: Pick<Item, 'state' | 'submittedAt'>, today: Day): Day =>
  item.state === 'pending_verification' && item.submittedAt ? dayOf(item.submittedAt) : today

/** Overdue: still open (and not suspended) the day after the deadline, or handed in after it. May be true together with any other trouble. */
export const isOverdue = (item: Pick<Item, 'state' | 'dueOn' | 'submittedAt'>, today: Day): boolean =>
  isOpen(item.state) && item.state !== 'suspended' && item.dueOn !== null && item.dueOn < chargedUntil(item, today)

/** The light with its reason (domain §3). The first rule that holds decides, the worst first. */
export function light(item: LightItem, today: Day, calendar: Calendar, rules: LightRules = LIGHT_RULES): Lit {
  const say = (l: Light, reason: LightReason, facts: Lit['facts'] = {}): Lit => ({ light: l, reason, facts })
  if (item.state === 'closed' || item.state === 'archived') return say('green', 'closed')
  if (item.state === 'suspended') return say('grey', 'suspended', { until: item.suspended?.until ?? null })
  if (!isOpen(item.state) || !item.dispatchedAt) return say('grey', 'not-dispatched')

  const since = dayOf(item.dispatchedAt)
  if (isOverdue(item, today)) return say('red', 'overdue', { days: daysBetween(item.dueOn!, chargedUntil(item, today)), dueOn: item.dueOn })
  if (item.state === 'pending_verification')
    return say('green', 'awaiting-verification', { days: daysBetween(dayOf(item.submittedAt ?? item.dispatchedAt), today) })

  const lastWord = item.lastReportAt ? dayOf(item.lastReportAt) : since
  const silent = daysBetween(lastWord, today)
  const staleNow = silent > rules.stale
  if (!item.dueOn) {
    const days = daysBetween(since, today)
    if (days > rules.undatedRed) return say('red', 'aged', { days, limit: rules.undatedRed })
    if (days > rules.undatedYellow) return say('yellow', 'aged', { days, limit: rules.undatedYellow })
    return staleNow ? say('yellow', 'stale', { days: silent }) : say('grey', 'no-deadline', { days, limit: rules.undatedYellow })
  }

  const span = daysBetween(since, item.dueOn)
  // Due on the day of dispatch: no time has been given yet, so none has gone.
  const time = span <= 0 ? 0 : Math.min(100, Math.round((daysBetween(since, today) / span) * 1000) / 10)
  const points = Math.round((item.percent - time) * 10) / 10
  const pace = { points, percent: item.percent, time }
  if (-points > rules.redBehind) return say('red', 'behind', pace)
  if (addWorkdays(today, rules.dueSoon, calendar) >= item.dueOn)
    return say('yellow', 'due-soon', { days: daysBetween(today, item.dueOn), dueOn: item.dueOn })
  if (-points >= rules.yellowBehind) return say('yellow', 'behind', pace)
  if (staleNow) return say('yellow', 'stale', { days: silent })
  return say('green', 'on-pace', pace)
}
