// An item registered from its draft, and its draft edited: what must be said of it, and what it is before anything was done. Pure.
import { may } from './access.ts'
import type { Command, DecideContext, Decided, ItemDraft, Say } from './command.ts'
import { dayOf } from './day.ts'
import { stood } from './detail.ts'
import { lookedAt } from './look.ts'
import { registerAction } from './permission.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { startDetail } from './stage.ts'
import type { Item } from './types.ts'
import { NO_WAIT } from './waiting.ts'

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
  kind: 'matter',
  stage: null,
  stageOn: null,
  sum: null,
} as const satisfies Partial<Item>

type Registering = Extract<Command, { command: 'register' }> & { follows?: Item }

export function register(item: Item | null, c: Registering, ctx: DecideContext): Decided | Refusal {
  const kind = c.detail?.kind ?? 'matter'
  const action = registerAction(kind)
  if (!may(ctx.actor, action, { ...c.draft, kind })) return refuse('not-allowed', { action })
  if (item) return refuse('wrong-state', { state: item.state, command: 'register' })
  const wrong = draftFault(c.draft)
  if (wrong) return wrong
  const started = c.detail ? startDetail(c.detail.kind, c.detail.stage, c.detail.fields, dayOf(ctx.now), ctx.named, ctx.book) : null
  if (isRefusal(started)) return started
  const same = ctx.alike?.find(other => other.sure && other.held)
  const why = c.why?.trim() || null
  if (c.detail && same && !why)
    return refuse('likely-duplicate', { id: same.id, number: same.number, title: same.title, kind: c.detail.kind, stage: same.stage })
  const next: Item = {
    ...UNTOUCHED,
    ...(started && { ...stood(started), ...lookedAt(null, started.next, dayOf(ctx.now), ctx.book.calendar) }),
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
    ...started?.facts,
    ...(same && why ? { beside: same.number, besideTitle: same.title } : {}),
  }
  return { next, events: [{ kind: 'register', words: why, fileIds: [], facts }], ...(started ? { fields: started.next.fields } : {}) }
}

export function edit(item: Item, draft: Partial<ItemDraft>, said: Say): Decided | Refusal {
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
