// An item's deadline as commands move it: given at dispatch by a clock, moved by an extension and by the days of a pause. Pure.
import { clockFor, movedDue, startClock } from './clock.ts'
import type { DecideContext, Decided, Say } from './command.ts'
import { dayOf } from './day.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { ClockKey, Day, Item } from './types.ts'
import { waitFor } from './waiting.ts'

/** A new deadline settles what was asked for; it no longer is the template's. */
export const extended = (item: Item, dueOn: Day): Partial<Item> => ({
  dueOn,
  askedDue: null,
  clock: item.clock && { ...item.clock, gave: false },
})

export function dispatch(item: Item, wished: ClockKey | null | undefined, ctx: DecideContext, said: Say): Decided | Refusal {
  if (!item.leadUnitId) return refuse('no-lead-unit')
  const today = dayOf(ctx.now)
  const key = wished === undefined ? clockFor(ctx.genre ?? null, item.urgency) : wished
  const { clock, dueOn } = key
    ? startClock(key, ctx.book.clocks[key], item.dueOn, today, ctx.book.calendar)
    : { clock: null, dueOn: item.dueOn }
  return said(
    { dispatchedAt: ctx.now, clock, dueOn, ...waitFor(item, 'lead', today) },
    {
      facts: {
        leadUnitId: item.leadUnitId,
        coUnitIds: item.coUnitIds,
        dueOn,
        clock: key,
        ...(clock?.gave ? { days: ctx.book.clocks[key!].close, count: clock.count } : {}),
      },
    },
  )
}

/** The clock stood still: what had not run out moves by the days of the pause, in the clock's own counting. */
export function resume(item: Item, { now, book }: DecideContext, said: Say): Decided {
  const today = dayOf(now)
  const { since, from } = item.suspended!
  const pauses = [{ from: since, until: today }]
  const count = item.clock?.count ?? 'calendar'
  const move = (day: Day): Day => movedDue(day, pauses, today, book.calendar, count).dueOn
  const moved = item.dueOn ? movedDue(item.dueOn, pauses, today, book.calendar, count) : null
  const clock = item.clock && {
    ...item.clock,
    acceptBy: item.acceptedAt ? item.clock.acceptBy : move(item.clock.acceptBy),
    reportBy: item.lastReportAt ? item.clock.reportBy : item.clock.reportBy && move(item.clock.reportBy),
  }
  return said(
    {
      suspended: null,
      clock,
      dueOn: moved?.dueOn ?? null,
      // The days of verification are not the unit's, before the pause or after it.
      ...waitFor(item, from === 'pending_verification' ? 'office' : item.waitingFor, today),
    },
    { facts: { days: moved?.days ?? 0, count, was: item.dueOn, dueOn: moved?.dueOn ?? null, since } },
  )
}
