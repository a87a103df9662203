// What a command does to an item: the next state of it and the events that say so, or a refusal. Pure; the clock comes as an argument.

import type { Topic } from '../reader/reading.ts'
import { actionOf, may } from './access.ts'
import type { PartEvent } from './cascade.ts'
import { clockFor, movedDue, startClock } from './clock.ts'
import { dayOf } from './day.ts'
import { LIFE } from './life.ts'
import { nextRecheck, relapseDraft } from './recheck.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import type { Rulebook } from './rules.ts'
import type { Actor, ClockKey, CommandName, Day, Instant, Item, RecheckResult, Source, State, Urgency, Waiting } from './types.ts'
import { NO_WAIT, pauseWait, waitFor } from './waiting.ts'

/** What an item is made of when it is registered or edited. */
export interface ItemDraft {
  title: string
  topic: Topic
  urgency: Urgency
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  measure: string | null
}

export type Command =
  | { command: 'register'; draft: ItemDraft; source: Source | null }
  | { command: 'edit'; draft: Partial<ItemDraft> }
  /** `clock`: the template by which its days are counted; null: none, so that it has no deadline but what it says; left out: by its kind of document. */
  | { command: 'dispatch'; clock?: ClockKey | null }
  | { command: 'withdraw'; words: string }
  | { command: 'accept'; words: string | null }
  | {
      command: 'report'
      percent: number | null
      words: string
      fileIds: string[]
      waitingFor: Waiting | null
      /** Of the item's figure, in its unit. */
      value?: number | null
    }
  | { command: 'submit'; words: string; fileIds: string[]; value?: number | null }
  /** `recheckOn`: the day to look again; null: never; left out: by rule. Anything but the rule needs words. */
  | { command: 'close'; words: string | null; recheckOn?: Day | null }
  | { command: 'return'; words: string }
  | { command: 'suspend'; words: string; until: Day | null }
  | { command: 'resume'; words: string | null }
  | { command: 'extend'; dueOn: Day; words: string }
  | { command: 'ask-extension'; dueOn: Day; words: string }
  /** `dueOn`: another day than was asked for. */
  | { command: 'grant-extension'; dueOn?: Day | null; words: string | null }
  | { command: 'refuse-extension'; words: string }
  | { command: 'urge'; words: string | null }
  | { command: 'archive' }
  | { command: 'plan-recheck'; on: Day | null; words: string }
  | { command: 'recheck'; result: RecheckResult; words: string; fileIds: string[] }

/** One dated, signed sentence of an item's history; `facts` are what the sentence needs, worded in web/words. */
export interface ItemEvent {
  kind: CommandName | PartEvent
  words: string | null
  fileIds: string[]
  facts: Record<string, string | number | boolean | null | string[]>
}

export interface DecideContext {
  actor: Actor
  now: Instant
  /** What the jurisdiction goes by. */
  book: Rulebook
  /** A new item's id and number, drawn by the store before the decision; a relapse needs them, too. */
  id?: string
  number?: string | null
  /** The kind of document that the item came from; decides which clock is proposed. */
  genre?: string | null
}

export interface Decided {
  next: Item
  events: ItemEvent[]
  /** A new item that this one gave rise to. */
  born?: { next: Item; events: ItemEvent[] }
}

/** Hours that must pass before the same item can be urged again (product choice). */
export const URGE_COOLDOWN_HOURS = 24

const words = (w: string | null | undefined): string | null => w?.trim() || null

/** Decides one command on one item. `item` is null only for `register`. Returns a Refusal, never throws. */
export function decide(item: Item | null, c: Command, ctx: DecideContext): Decided | Refusal {
  if (c.command === 'register') return register(item, c, ctx)
  if (!item) return refuse('not-found')
  if (!may(ctx.actor, actionOf(c.command), item)) return refuse('not-allowed', { action: actionOf(c.command) })
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
      if (!item.closedAt) return refuse('wrong-state', { state: item.state, command: c.command })
      if (!words(c.words)) return refuse('reason-needed')
      if (c.on && c.on <= today) return refuse('due-in-past', { dueOn: c.on, today })
      return said({ recheckOn: c.on }, { facts: { was: item.recheckOn, on: c.on } })
    case 'recheck':
      if (!item.closedAt) return refuse('wrong-state', { state: item.state, command: c.command })
      if (item.reportedBy === ctx.actor.personId) return refuse('own-report')
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      return recheck(item, c.result, ctx, said)
  }
}

type Say = (changes: Partial<Item>, event?: Partial<ItemEvent>) => Decided

/** A new deadline settles what was asked for; it no longer is the template's. */
const extended = (item: Item, dueOn: Day): Partial<Item> => ({
  dueOn,
  askedDue: null,
  clock: item.clock && { ...item.clock, gave: false },
})

function dispatch(item: Item, wished: ClockKey | null | undefined, ctx: DecideContext, said: Say): Decided | Refusal {
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

function close(item: Item, c: Extract<Command, { command: 'close' }>, ctx: DecideContext, said: Say): Decided | Refusal {
  const today = dayOf(ctx.now)
  const byRule = nextRecheck(today, 0, ctx.book.recheckAfter, ctx.book.calendar)
  const recheckOn = c.recheckOn === undefined ? byRule : c.recheckOn
  if (recheckOn !== byRule && !words(c.words)) return refuse('reason-needed')
  if (recheckOn && recheckOn <= today) return refuse('due-in-past', { dueOn: recheckOn, today })
  return said(
    { closedAt: ctx.now, recheckOn, ...waitFor(item, null, today) },
    { facts: { onTime: item.dueOn === null ? null : dayOf(item.submittedAt ?? ctx.now) <= item.dueOn, recheckOn } },
  )
}

/** The clock stood still: what had not run out moves by the days of the pause, in the clock's own counting. */
function resume(item: Item, { now, book }: DecideContext, said: Say): Decided {
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

function recheck(item: Item, result: RecheckResult, ctx: DecideContext, said: Say): Decided | Refusal {
  const { book, now } = ctx
  const rechecks = item.rechecks + 1
  if (result === 'kept') {
    const recheckOn = nextRecheck(dayOf(now), rechecks, book.recheckAfter, book.calendar)
    return said({ rechecks, recheckOn }, { facts: { result, round: rechecks, recheckOn } })
  }
  const born = register(null, { command: 'register', draft: relapseDraft(item), source: item.source, follows: item }, ctx)
  if (isRefusal(born)) return born
  const facts = { result, round: rechecks, newId: born.next.id, newNumber: born.next.number }
  return { ...said({ rechecks, recheckOn: null }, { facts }), born }
}

/** Of an item with which nothing was done yet. */
export const UNTOUCHED = {
  percent: 0,
  dispatchedAt: null,
  acceptedAt: null,
  lastReportAt: null,
  submittedAt: null,
  closedAt: null,
  reportedBy: null,
  suspended: null,
  waitingFor: null,
  waitingSince: null,
  waited: NO_WAIT,
  urgedAt: null,
  clock: null,
  askedDue: null,
  recheckOn: null,
  rechecks: 0,
  followsId: null,
} as const satisfies Partial<Item>

type Registering = Extract<Command, { command: 'register' }> & { follows?: Item }

function register(item: Item | null, c: Registering, ctx: DecideContext): Decided | Refusal {
  if (!may(ctx.actor, 'item.register')) return refuse('not-allowed', { action: 'item.register' })
  if (item) return refuse('wrong-state', { state: item.state, command: 'register' })
  const wrong = draftFault(c.draft)
  if (wrong) return wrong
  const next: Item = {
    ...UNTOUCHED,
    ...c.draft,
    id: ctx.id!,
    jurisdiction: ctx.actor.jurisdiction,
    number: ctx.number ?? null,
    state: 'registered',
    version: 1,
    source: c.source,
    registeredAt: ctx.now,
    followsId: c.follows?.id ?? null,
  }
  const facts = {
    number: next.number,
    title: next.title,
    fromDocument: c.source !== null,
    ...(c.follows ? { follows: c.follows.number } : {}),
  }
  return { next, events: [{ kind: 'register', words: null, fileIds: [], facts }] }
}

function edit(item: Item, draft: Partial<ItemDraft>, said: Say): Decided | Refusal {
  const whole = { ...item, ...draft }
  const wrong = draftFault(whole)
  if (wrong) return wrong
  const fields = (Object.keys(draft) as (keyof ItemDraft)[]).filter(k => JSON.stringify(draft[k]) !== JSON.stringify(item[k]))
  if (item.dispatchedAt && !whole.leadUnitId) return refuse('no-lead-unit')
  const dated = fields.includes('dueOn') && item.clock?.gave ? { clock: { ...item.clock, gave: false } } : {}
  return said(
    { ...draft, ...dated },
    {
      facts: Object.fromEntries([
        ['fields', fields],
        ...fields.flatMap(f => [
          [`was.${f}`, item[f]],
          [f, draft[f]],
        ]),
      ]),
    },
  )
}

function draftFault(d: ItemDraft): Refusal | null {
  if (!d.title.trim()) return refuse('invalid', { field: 'title', rule: 'required' })
  if (d.leadUnitId && d.coUnitIds.includes(d.leadUnitId)) return refuse('lead-is-co', { unitId: d.leadUnitId })
  return null
}
