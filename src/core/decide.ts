// What a command does to an item: the next state of it and the events that say so, or a refusal. Pure; the clock comes as an argument.
import { may } from './access.ts'
import { close, recheck } from './closing.ts'
import type { Command, DecideContext, Decided, ItemEvent } from './command.ts'
import { dayOf } from './day.ts'
import { dispatch, extended, resume } from './deadline.ts'
import { detailed } from './detail.ts'
import { LIFE } from './life.ts'
import { isLookedAt } from './look.ts'
import { isDrafted, permissionFor } from './permission.ts'
import { type Refusal, refuse } from './refusal.ts'
import { edit, register } from './register.ts'
import { related } from './relation.ts'
import type { Item, State } from './types.ts'
import { pauseWait, waitFor } from './waiting.ts'

/** Hours that must pass before the same item can be urged again (product choice). */
export const URGE_COOLDOWN_HOURS = 24

const words = (w: string | null | undefined): string | null => w?.trim() || null

/** Decides one command on one item. `item` is null only for `register`. Returns a Refusal, never throws. */
export function decide(item: Item | null, c: Command, ctx: DecideContext): Decided | Refusal {
  if (c.command === 'register') return register(item, c, ctx)
  if (!item) return refuse('not-found')
  const action = permissionFor(item, c.command, c.command === 'move' ? c.to : undefined)
  if (!may(ctx.actor, action, item)) return refuse('not-allowed', { action })
  if (c.command === 'dispatch' && isDrafted(item.kind)) return refuse('wrong-kind', { kind: item.kind })
  const to = LIFE[item.state][c.command]
  if (!to) return refuse('wrong-state', { state: item.state, command: c.command })
  const state: State = to === 'same' ? item.state : to === 'before' ? item.suspended!.from : to

  const base: Item = { ...item, state, version: item.version + 1 }
  const today = dayOf(ctx.now)
  const said = (changes: Partial<Item>, event: Partial<ItemEvent> = {}): Decided => ({
    next: { ...base, ...changes },
    events: [
      { kind: c.command, words: 'words' in c ? words(c.words) : null, fileIds: 'fileIds' in c ? c.fileIds : [], facts: {}, ...event },
    ],
  })

  switch (c.command) {
    case 'edit':
      return edit(item, c.draft, said)
    case 'dispatch':
      return dispatch(item, c.clock, ctx, said)
    case 'withdraw':
      if (!words(c.words)) return refuse('reason-needed')
      return said({
        dispatchedAt: null,
        clock: null,
        askedDue: null,
        ...(item.clock?.gave ? { dueOn: null } : {}),
        ...waitFor(item, null, today),
      })
    case 'accept':
      return said({ acceptedAt: ctx.now })
    case 'report': {
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      const percent = c.percent ?? item.percent
      const byLead = may(ctx.actor, 'item.submit', item)
      // Only the lead unit answers for the whole; a co-unit adds words and evidence (domain §2).
      const moves = (c.percent !== null && c.percent !== item.percent) || (c.value ?? null) !== null
      if (!byLead && moves) return refuse('not-allowed', { action: 'item.submit' })
      // What nobody said does not change: a co-unit's words alone do not turn the waiting back to the lead unit.
      const waitingFor = c.waitingFor ?? (byLead ? 'lead' : item.waitingFor)
      return said(
        {
          percent,
          lastReportAt: ctx.now,
          reportedBy: ctx.actor.personId,
          ...waitFor(item, waitingFor, today),
        },
        { facts: { was: item.percent, percent, waitingFor, ...(byLead ? {} : { co: true }) } },
      )
    }
    case 'submit':
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      return said(
        {
          percent: 100,
          submittedAt: ctx.now,
          lastReportAt: ctx.now,
          reportedBy: ctx.actor.personId,
          askedDue: null,
          ...waitFor(item, 'office', today),
        },
        { facts: { was: item.percent, percent: 100 } },
      )
    case 'close':
      if (item.reportedBy === ctx.actor.personId) return refuse('own-report')
      return close(item, c, ctx, said)
    case 'return':
      if (!words(c.words)) return refuse('reason-needed')
      return said({ submittedAt: null, ...waitFor(item, 'lead', today) })
    case 'suspend':
      if (!words(c.words)) return refuse('reason-needed')
      if (c.until && c.until < today) return refuse('due-in-past', { dueOn: c.until, today })
      return said(
        { suspended: { from: item.state, since: today, until: c.until }, ...pauseWait(item, today) },
        { facts: { until: c.until } },
      )
    case 'resume':
      return resume(item, ctx, said)
    case 'extend':
      if (!words(c.words)) return refuse('reason-needed')
      if (c.dueOn < today) return refuse('due-in-past', { dueOn: c.dueOn, today })
      return said(extended(item, c.dueOn), { facts: { was: item.dueOn, dueOn: c.dueOn } })
    case 'ask-extension':
      if (item.askedDue) return refuse('extension-pending', { dueOn: item.askedDue })
      if (!item.dueOn) return refuse('no-deadline')
      if (!words(c.words)) return refuse('reason-needed')
      if (c.dueOn < today) return refuse('due-in-past', { dueOn: c.dueOn, today })
      if (c.dueOn <= item.dueOn) return refuse('due-not-later', { dueOn: item.dueOn })
      return said({ askedDue: c.dueOn }, { facts: { was: item.dueOn, dueOn: c.dueOn } })
    case 'grant-extension': {
      if (!item.askedDue) return refuse('no-extension')
      const dueOn = c.dueOn ?? item.askedDue
      if (dueOn < today) return refuse('due-in-past', { dueOn, today })
      return said(extended(item, dueOn), { facts: { was: item.dueOn, asked: item.askedDue, dueOn } })
    }
    case 'refuse-extension':
      if (!item.askedDue) return refuse('no-extension')
      if (!words(c.words)) return refuse('reason-needed')
      return said({ askedDue: null }, { facts: { asked: item.askedDue, dueOn: item.dueOn } })
    case 'urge': {
      const hours = item.urgedAt ? (Date.parse(ctx.now) - Date.parse(item.urgedAt)) / 3_600_000 : Number.POSITIVE_INFINITY
      if (hours < URGE_COOLDOWN_HOURS) return refuse('urged-recently', { urgedAt: item.urgedAt, hours: URGE_COOLDOWN_HOURS })
      return said({ urgedAt: ctx.now }, { facts: { leadUnitId: item.leadUnitId } })
    }
    case 'archive':
      return said({})
    case 'plan-recheck':
      if (!isLookedAt(item)) return refuse('wrong-state', { state: item.state, command: c.command })
      if (!words(c.words)) return refuse('reason-needed')
      if (c.on && c.on <= today) return refuse('due-in-past', { dueOn: c.on, today })
      return said({ recheckOn: c.on }, { facts: { was: item.recheckOn, on: c.on } })
    case 'recheck':
      if (!isLookedAt(item)) return refuse('wrong-state', { state: item.state, command: c.command })
      if (item.reportedBy === ctx.actor.personId) return refuse('own-report')
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      return recheck(item, c.result, ctx, said)
    case 'move':
    case 'amend':
      return detailed(item, c, ctx, said)
    case 'link':
    case 'unlink':
      return related(item, c, ctx, said)
  }
}
