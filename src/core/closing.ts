// Closing an item and looking again: the day of the next look by rule, and the new item that answers a relapse. Pure.
import type { Command, DecideContext, Decided, Say } from './command.ts'
import { dayOf } from './day.ts'
import { looksOf, nextLook } from './look.ts'
import { nextRecheck, relapseDraft } from './recheck.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { register } from './register.ts'
import type { Item, RecheckResult } from './types.ts'
import { waitFor } from './waiting.ts'

export function close(item: Item, c: Extract<Command, { command: 'close' }>, ctx: DecideContext, said: Say): Decided | Refusal {
  const today = dayOf(ctx.now)
  const byRule = nextRecheck(today, 0, ctx.book.recheckAfter, ctx.book.calendar)
  const recheckOn = c.recheckOn === undefined ? byRule : c.recheckOn
  if (recheckOn !== byRule && !c.words?.trim()) return refuse('reason-needed')
  if (recheckOn && recheckOn <= today) return refuse('due-in-past', { dueOn: recheckOn, today })
  return said(
    { closedAt: ctx.now, recheckOn, ...waitFor(item, null, today) },
    { facts: { onTime: item.dueOn === null ? null : dayOf(item.submittedAt ?? ctx.now) <= item.dueOn, recheckOn } },
  )
}

export function recheck(item: Item, result: RecheckResult, ctx: DecideContext, said: Say): Decided | Refusal {
  const { book, now } = ctx
  const today = dayOf(now)
  const rechecks = item.rechecks + 1
  const open = looksOf(item) && !item.closedAt
  const byStage = open ? nextLook(item, rechecks, today, book.calendar) : null
  if (result === 'kept') {
    const recheckOn = open ? byStage : nextRecheck(today, rechecks, book.recheckAfter, book.calendar)
    return said({ rechecks, recheckOn }, { facts: { result, round: rechecks, recheckOn } })
  }
  const born = register(null, { command: 'register', draft: relapseDraft(item), source: item.source, follows: item }, ctx)
  if (isRefusal(born)) return born
  const facts = { result, round: rechecks, newId: born.next.id, newNumber: born.next.number }
  return { ...said({ rechecks, recheckOn: byStage }, { facts }), born }
}
