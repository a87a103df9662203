// The clocks of an item: how many days a template gives, when each of them runs out, and how pauses move a deadline. Pure; derives, never stores.
import { addDays, addWorkdays, type Calendar, dayOf, daysBetween, isWorkday, workdaysIn } from './day.ts'
import type { ClockKey, Count, Day, Item, ItemClock, Urgency } from './types.ts'

/** Days from dispatch; the day of dispatch does not count (民法典第二百零一条). */
export interface ClockTemplate {
  accept: number
  /** To the first report; null: none is asked for before closing. */
  report: number | null
  close: number
  count: Count
  /** A calendar-day clock that ends on a day off: `kept`, or moved to the next working day as 民法典第二百零三条 does for periods in law. */
  dayOff: 'kept' | 'moved'
}

/**
 * 13710 is Shanxi's rule (晋政办, 2016): 1 day to plan, 3 to report back, 7 for an ordinary and a month (30) for a complex matter, calendar days.
 * Of the others the days to close are common practice (domain §3); working days, and their days to accept and to report, are product choices.
 */
export const CLOCKS: Record<ClockKey, ClockTemplate> = {
  '13710-ordinary': { accept: 1, report: 3, close: 7, count: 'calendar', dayOff: 'kept' },
  '13710-complex': { accept: 1, report: 3, close: 30, count: 'calendar', dayOff: 'kept' },
  document: { accept: 2, report: 15, close: 30, count: 'working', dayOff: 'kept' },
  minutes: { accept: 2, report: 10, close: 20, count: 'working', dayOff: 'kept' },
  'note-urgent': { accept: 1, report: 2, close: 5, count: 'working', dayOff: 'kept' },
  'note-ordinary': { accept: 1, report: 7, close: 15, count: 'working', dayOff: 'kept' },
  'note-hard': { accept: 1, report: 15, close: 30, count: 'working', dayOff: 'kept' },
}

/** The template proposed for an item: by the kind of document it came from, else the incumbent 13710. Product choice; a person may take another. */
export function clockFor(genre: string | null, urgency: Urgency): ClockKey {
  if (genre === 'leader-note') return urgency === 'urgent' ? 'note-urgent' : 'note-ordinary'
  if (genre === 'minutes') return 'minutes'
  if (genre === 'letter' || genre === 'notice') return urgency === 'urgent' ? '13710-ordinary' : 'document'
  return '13710-ordinary'
}

interface DueDays {
  acceptBy: Day
  reportBy: Day | null
  closeBy: Day
}

/** The last day of each clock, that day included. `closeBy` is a proposal: a deadline that the document names comes first. */
export function dueDays(template: ClockTemplate, dispatchedOn: Day, calendar: Calendar): DueDays {
  const after = (days: number): Day => {
    if (template.count === 'working') return addWorkdays(dispatchedOn, days, calendar)
    const day = addDays(dispatchedOn, days)
    return template.dayOff === 'moved' && !isWorkday(day, calendar) ? addWorkdays(day, 1, calendar) : day
  }
  return {
    acceptBy: after(template.accept),
    reportBy: template.report === null ? null : after(template.report),
    closeBy: after(template.close),
  }
}

/** The clock of an item dispatched on a day. Where the document names a deadline, no step ends after it. */
export function startClock(
  key: ClockKey,
  template: ClockTemplate,
  given: Day | null,
  on: Day,
  calendar: Calendar,
): { clock: ItemClock; dueOn: Day } {
  const { acceptBy, reportBy, closeBy } = dueDays(template, on, calendar)
  const dueOn = given ?? closeBy
  const within = (day: Day): Day => (dueOn >= on && day > dueOn ? dueOn : day)
  return {
    clock: { key, count: template.count, acceptBy: within(acceptBy), reportBy: reportBy && within(reportBy), gave: given === null },
    dueOn,
  }
}

/** 签收 首次反馈 办结 */
export const STEPS = ['accept', 'report', 'close'] as const

/** One clock of an item as it stands: days of `count` used since dispatch and allowed; `late` beyond the last day. */
interface ClockFace {
  step: (typeof STEPS)[number]
  by: Day | null
  doneOn: Day | null
  count: Count
  used: number
  allowed: number | null
  late: number
}

type Clocked = Pick<Item, 'clock' | 'dueOn' | 'dispatchedAt' | 'acceptedAt' | 'lastReportAt' | 'submittedAt' | 'closedAt' | 'suspended'>

/**
 * The clocks of a dispatched item. Pauses that are over have moved its days and so are in `allowed` as in `used`; in a running one nothing runs.
 * `firstReportOn`: the day of the first report, which the item itself does not keep.
 */
export function clockFaces(item: Clocked, firstReportOn: Day | null, today: Day, calendar: Calendar): ClockFace[] {
  if (!item.dispatchedAt) return []
  const since = dayOf(item.dispatchedAt)
  const count = item.clock?.count ?? 'calendar'
  const now = item.suspended ? item.suspended.since : today
  const days = (until: Day): number => (until <= since ? 0 : daysIn(addDays(since, 1), addDays(until, 1), calendar, count))
  const face = (step: ClockFace['step'], by: Day | null, doneOn: Day | null): ClockFace => {
    const until = doneOn ?? now
    const [used, allowed] = [days(until), by === null ? null : days(by)]
    return { step, by, doneOn, count, used, allowed, late: allowed === null || until <= by! ? 0 : Math.max(0, used - allowed) }
  }
  const closedOn = item.closedAt ? dayOf(item.submittedAt ?? item.closedAt) : null
  return [
    ...(item.clock ? [face('accept', item.clock.acceptBy, item.acceptedAt ? dayOf(item.acceptedAt) : null)] : []),
    ...(item.clock?.reportBy ? [face('report', item.clock.reportBy, firstReportOn)] : []),
    face('close', item.dueOn, closedOn ?? (item.submittedAt ? dayOf(item.submittedAt) : null)),
  ]
}

/** 中止 to 恢复: the clock stands still from `from` up to, not including, `until`; null: it still does. */
export interface Pause {
  from: Day
  until: Day | null
}

export interface Moved {
  dueOn: Day
  /** Days by which it moved, in the template's own counting. */
  days: number
}

/**
 * The deadline after its pauses: each moves it by the days that it stopped. A pause that begins after the deadline has passed moves nothing,
 * for a clock that has run out cannot be stopped. An open pause counts up to `today`. Overlapping pauses count once.
 */
export function movedDue(dueOn: Day, pauses: readonly Pause[], today: Day, calendar: Calendar, count: Count): Moved {
  const spans = pauses
    .map(pause => ({ from: pause.from, until: pause.until ?? today }))
    .filter(span => span.from < span.until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let due = dueOn
  let days = 0
  let counted = ''
  for (const span of spans) {
    if (span.from > due) continue
    const from = span.from > counted ? span.from : counted
    if (from >= span.until) continue
    const stopped = daysIn(from, span.until, calendar, count)
    due = count === 'working' ? addWorkdays(due, stopped, calendar) : addDays(due, stopped)
    days += stopped
    counted = span.until
  }
  return { dueOn: due, days }
}

function daysIn(from: Day, until: Day, calendar: Calendar, count: Count): number {
  return count === 'calendar' ? Math.max(0, daysBetween(from, until)) : workdaysIn(from, until, calendar)
}
