// Who is told of what: one table from what happens to an item to the people it concerns, and what of it may leave the program at once.
// What a lead unit reports tells nobody: it stands in the item, and whoever it waits for finds it in his list and in the weekly digest.
import { may } from './access.ts'
import type { ItemEvent } from './command.ts'
import { addWorkdays, type Calendar } from './day.ts'
import type { Actor, Day, Item, Role } from './types.ts'

/** Those who hold the role in the unit now; in any unit when it is null. */
export interface Audience {
  role: Role
  unitId: string | null
  urgent: Urgent | null
}

/** What is told beside the events of items: 督查单 督查单了结 督查单撤销 批示 批示已阅 批示已交办. */
export const OTHER_MESSAGES = ['slip', 'slip-settled', 'slip-withdrawn', 'note', 'note-read', 'note-dispatched'] as const
export type MessageKind = ItemEvent['kind'] | (typeof OTHER_MESSAGES)[number]

/** 特急交办 红色督查单 退回且时限将到 */
export const URGENTS = ['urgent-dispatch', 'red-slip', 'returned-due'] as const
export type Urgent = (typeof URGENTS)[number]

/**
 * Whether what goes out at once also breaks into quiet hours (product choice). Only 特急 does: it is given to be begun the same day. A slip and
 * a return ask for work that nobody can do at night.
 */
export const BREAKS_QUIET: Record<Urgent, boolean> = { 'urgent-dispatch': true, 'red-slip': false, 'returned-due': false }

/** 牵头单位（联络员、一把手） 配合单位（联络员） 督查室 */
type Party = 'lead' | 'co' | 'office'

/** What happens to an item → who is told, besides whoever did it. The rest goes out in the weekly digest only. */
export const TOLD: Record<ItemEvent['kind'], readonly Party[]> = {
  register: [],
  edit: ['lead', 'co'],
  dispatch: ['lead', 'co'],
  withdraw: ['lead', 'co'],
  accept: [],
  report: [],
  submit: ['office'],
  close: ['lead', 'co'],
  return: ['lead'],
  suspend: ['lead', 'co'],
  resume: ['lead', 'co'],
  extend: ['lead', 'co'],
  'ask-extension': ['office'],
  'grant-extension': ['lead', 'co'],
  'refuse-extension': ['lead'],
  urge: ['lead'],
  archive: [],
  'plan-recheck': [],
  recheck: ['lead'],
  // Each stands in the item and in its ledger; nobody is to do anything about it.
  move: [],
  amend: [],
  link: [],
  unlink: [],
  // Each part tells its own unit when it is dispatched.
  'break-down': [],
  prescribe: [],
  weigh: [],
  attach: [],
  detach: [],
  relay: [],
  recall: [],
  propose: ['office'],
  adopt: ['lead'],
  decline: ['lead'],
}

/** Working days before the deadline at which a return can no longer wait for the digest (product choice). */
const SOON = 1

export interface Happening {
  event: Pick<ItemEvent, 'kind' | 'facts'>
  before: Item | null
  next: Item
  actor: Actor
  today: Day
  calendar: Calendar
}

/** Whom to tell of an event; nobody for most of them. */
export function audiencesOf(one: Happening): Audience[] {
  const { event, before, next } = one
  // Before the dispatch an item is the office's own paper.
  if (event.kind === 'edit' && next.state === 'registered') return []
  const parties = event.kind === 'report' ? askedBy(one) : TOLD[event.kind]
  const urgent = urgentOf(one)
  const told: Audience[] = []
  const add = (role: Role, unitId: string | null, now: Urgent | null): void => {
    if (!told.some(t => t.role === role && t.unitId === unitId)) told.push({ role, unitId, urgent: now })
  }
  if (parties.includes('office')) add('officer', null, null)
  // Who loses an item by an edit is told, too.
  for (const item of [next, ...(event.kind === 'edit' && before ? [before] : [])]) {
    if (parties.includes('lead') && item.leadUnitId) {
      add('liaison', item.leadUnitId, urgent)
      add('head', item.leadUnitId, null)
    }
    if (parties.includes('co')) for (const unitId of item.coUnitIds) add('liaison', unitId, null)
  }
  return told
}

/** A slip and its end are for the unit to which it is addressed; a red one does not wait for the digest. */
export const slipAudiences = (unitId: string, red: boolean): Audience[] => [
  { role: 'liaison', unitId, urgent: red ? 'red-slip' : null },
  { role: 'head', unitId, urgent: null },
]

/** A leader's note is for the office to make something of. */
export const NOTE_AUDIENCES: readonly Audience[] = [{ role: 'officer', unitId: null, urgent: null }]

/** A report tells only those whom it hands the matter to: a co-unit's answer the lead unit, 在等督查室 the office, 在等配合单位 the co-units. */
function askedBy({ event, next, actor }: Happening): Party[] {
  if (!may(actor, 'item.submit', next)) return ['lead']
  if (event.facts.waitingFor === 'office') return ['office']
  return event.facts.waitingFor === 'co' ? ['co'] : []
}

function urgentOf({ event, next, today, calendar }: Happening): Urgent | null {
  if (event.kind === 'dispatch' && next.urgency === 'urgent') return 'urgent-dispatch'
  if (event.kind === 'return' && next.dueOn && next.dueOn <= addWorkdays(today, SOON, calendar)) return 'returned-due'
  return null
}
