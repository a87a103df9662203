// What a command does to an item: the next state of it and the events that say so, or a refusal. Pure; the clock comes as an argument.

import type { Topic } from '../reader/reading.ts'
import { actionOf, may } from './access.ts'
import type { PartEvent } from './cascade.ts'
import { dayOf } from './day.ts'
import { LIFE } from './life.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Actor, CommandName, Day, Instant, Item, Source, State, Urgency, Waiting } from './types.ts'

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
  | { command: 'dispatch' }
  | { command: 'withdraw'; words: string }
  | { command: 'accept'; words: string | null }
  | { command: 'report'; percent: number | null; words: string; fileIds: string[]; waitingFor: Waiting | null }
  | { command: 'submit'; words: string; fileIds: string[] }
  | { command: 'close'; words: string | null }
  | { command: 'return'; words: string }
  | { command: 'suspend'; words: string; until: Day | null }
  | { command: 'resume'; words: string | null }
  | { command: 'extend'; dueOn: Day; words: string }
  | { command: 'urge'; words: string | null }
  | { command: 'archive' }

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
  /** A new item's id and number, drawn by the store before the decision. */
  id?: string
  number?: string | null
}

export interface Decided {
  next: Item
  events: ItemEvent[]
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
      if (!item.leadUnitId) return refuse('no-lead-unit')
      return said(
        { dispatchedAt: ctx.now, waitingFor: 'lead' },
        { facts: { leadUnitId: item.leadUnitId, coUnitIds: item.coUnitIds, dueOn: item.dueOn } },
      )
    case 'withdraw':
      if (!words(c.words)) return refuse('reason-needed')
      return said({ dispatchedAt: null, waitingFor: null })
    case 'accept':
      return said({ acceptedAt: ctx.now })
    case 'report': {
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      const percent = c.percent ?? item.percent
      const byLead = may(ctx.actor, 'item.submit', item)
      // Only the lead unit answers for the whole; a co-unit adds words and evidence (domain §2).
      if (!byLead && c.percent !== null && c.percent !== item.percent) return refuse('not-allowed', { action: 'item.submit' })
      return said(
        {
          percent,
          lastReportAt: ctx.now,
          reportedBy: ctx.actor.personId,
          // What nobody said does not change: a co-unit's words alone do not turn the waiting back to the lead unit.
          waitingFor: c.waitingFor ?? (byLead ? 'lead' : item.waitingFor),
        },
        { facts: { was: item.percent, percent, waitingFor: c.waitingFor } },
      )
    }
    case 'submit':
      if (!words(c.words)) return refuse('invalid', { field: 'words', rule: 'required' })
      return said(
        { percent: 100, submittedAt: ctx.now, lastReportAt: ctx.now, reportedBy: ctx.actor.personId, waitingFor: 'office' },
        { facts: { was: item.percent, percent: 100 } },
      )
    case 'close':
      if (item.reportedBy === ctx.actor.personId) return refuse('own-report')
      return said(
        { closedAt: ctx.now, waitingFor: null },
        { facts: { onTime: item.dueOn === null ? null : dayOf(item.submittedAt ?? ctx.now) <= item.dueOn } },
      )
    case 'return':
      if (!words(c.words)) return refuse('reason-needed')
      return said({ submittedAt: null, waitingFor: 'lead' })
    case 'suspend':
      if (!words(c.words)) return refuse('reason-needed')
      if (c.until && c.until < today) return refuse('due-in-past', { dueOn: c.until, today })
      return said({ suspended: { from: item.state, until: c.until } }, { facts: { until: c.until } })
    case 'resume':
      return said({ suspended: null })
    case 'extend':
      if (!words(c.words)) return refuse('reason-needed')
      if (c.dueOn < today) return refuse('due-in-past', { dueOn: c.dueOn, today })
      return said({ dueOn: c.dueOn }, { facts: { was: item.dueOn, dueOn: c.dueOn } })
    case 'urge': {
      const hours = item.urgedAt ? (Date.parse(ctx.now) - Date.parse(item.urgedAt)) / 3_600_000 : Number.POSITIVE_INFINITY
      if (hours < URGE_COOLDOWN_HOURS) return refuse('urged-recently', { urgedAt: item.urgedAt, hours: URGE_COOLDOWN_HOURS })
      return said({ urgedAt: ctx.now }, { facts: { leadUnitId: item.leadUnitId } })
    }
    case 'archive':
      return said({})
  }
}

function register(item: Item | null, c: Extract<Command, { command: 'register' }>, ctx: DecideContext): Decided | Refusal {
  if (!may(ctx.actor, 'item.register')) return refuse('not-allowed', { action: 'item.register' })
  if (item) return refuse('wrong-state', { state: item.state, command: 'register' })
  const wrong = draftFault(c.draft)
  if (wrong) return wrong
  const next: Item = {
    ...c.draft,
    id: ctx.id!,
    jurisdiction: ctx.actor.jurisdiction,
    number: ctx.number ?? null,
    state: 'registered',
    version: 1,
    percent: 0,
    source: c.source,
    registeredAt: ctx.now,
    dispatchedAt: null,
    acceptedAt: null,
    lastReportAt: null,
    submittedAt: null,
    closedAt: null,
    reportedBy: null,
    suspended: null,
    waitingFor: null,
    urgedAt: null,
  }
  return {
    next,
    events: [
      { kind: 'register', words: null, fileIds: [], facts: { number: next.number, title: next.title, fromDocument: c.source !== null } },
    ],
  }
}

function edit(
  item: Item,
  draft: Partial<ItemDraft>,
  said: (changes: Partial<Item>, event?: Partial<ItemEvent>) => Decided,
): Decided | Refusal {
  const whole = { ...item, ...draft }
  const wrong = draftFault(whole)
  if (wrong) return wrong
  const fields = (Object.keys(draft) as (keyof ItemDraft)[]).filter(k => JSON.stringify(draft[k]) !== JSON.stringify(item[k]))
  if (item.dispatchedAt && !whole.leadUnitId) return refuse('no-lead-unit')
  return said(draft, {
    facts: Object.fromEntries([
      ['fields', fields],
      ...fields.flatMap(f => [
        [`was.${f}`, item[f]],
        [f, draft[f]],
      ]),
    ]),
  })
}

function draftFault(d: ItemDraft): Refusal | null {
  if (!d.title.trim()) return refuse('invalid', { field: 'title', rule: 'required' })
  if (d.leadUnitId && d.coUnitIds.includes(d.leadUnitId)) return refuse('lead-is-co', { unitId: d.leadUnitId })
  return null
}
