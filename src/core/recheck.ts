// 回头看: when a closed item is to be looked at again, and what follows from what is found. It suggests; what was closed stays closed in the record.
import { addDays, addWorkdays, type Calendar, dayOf, daysBetween, isWorkday } from './day.ts'
import type { ItemDraft } from './decide.ts'
import type { Day, Item } from './types.ts'

/** 保持 反弹 */
export const RECHECK_RESULTS = ['kept', 'relapsed'] as const
export type RecheckResult = (typeof RECHECK_RESULTS)[number]

/** Days after closing of the first, second, … look. No published figure exists: 90 is a product choice. */
export interface RecheckTemplate {
  after: number[]
}
export const RECHECK: RecheckTemplate = { after: [90] }

/** A look that was taken. */
export interface Recheck {
  itemId: string
  /** 1 for the first. */
  round: number
  on: Day
  result: RecheckResult
}

export interface RecheckDue {
  itemId: string
  round: number
  /** A working day: nobody is visited on a holiday. */
  dueOn: Day
  /** Days past it; 0: today or still to come. */
  late: number
}

/** The next look at one closed item, or null: not closed, all looks taken, or already found relapsed. */
export function nextRecheck(
  item: Pick<Item, 'id' | 'state' | 'closedAt'>,
  taken: readonly Recheck[],
  today: Day,
  calendar: Calendar,
  template: RecheckTemplate = RECHECK,
): RecheckDue | null {
  if ((item.state !== 'closed' && item.state !== 'archived') || !item.closedAt) return null
  const own = taken.filter(one => one.itemId === item.id)
  if (own.some(one => one.result === 'relapsed')) return null
  const round = own.reduce((most, one) => Math.max(most, one.round), 0) + 1
  const days = template.after[round - 1]
  if (days === undefined) return null
  const day = addDays(dayOf(item.closedAt), days)
  const dueOn = isWorkday(day, calendar) ? day : addWorkdays(day, 1, calendar)
  return { itemId: item.id, round, dueOn, late: Math.max(0, daysBetween(dueOn, today)) }
}

/** The looks due up to and including `until`, the longest due first. */
export function rechecksDue(
  items: readonly Pick<Item, 'id' | 'state' | 'closedAt'>[],
  taken: readonly Recheck[],
  today: Day,
  until: Day,
  calendar: Calendar,
  template: RecheckTemplate = RECHECK,
): RecheckDue[] {
  const byItem = new Map<string, Recheck[]>()
  for (const one of taken) byItem.set(one.itemId, [...(byItem.get(one.itemId) ?? []), one])
  return items
    .flatMap(item => nextRecheck(item, byItem.get(item.id) ?? [], today, calendar, template) ?? [])
    .filter(one => one.dueOn <= until)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.itemId < b.itemId ? -1 : 1))
}

/**
 * What a relapse suggests: a new item with the units and measure of the old one, for the officer to correct, date and dispatch. The old one is
 * not opened again, so that its history keeps what was true then. Its deadline is left to a person.
 */
export function reopenDraft(item: Pick<Item, 'title' | 'topic' | 'urgency' | 'leadUnitId' | 'coUnitIds' | 'measure'>): ItemDraft {
  const title = item.title.startsWith(AGAIN) ? item.title : `${AGAIN}${item.title}`
  return {
    title: title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1)}…`,
    topic: item.topic,
    urgency: item.urgency,
    leadUnitId: item.leadUnitId,
    coUnitIds: [...item.coUnitIds],
    dueOn: null,
    measure: item.measure,
  }
}

const AGAIN = '回头看整改：'
/** As long as the contract lets a title be. */
const TITLE_LENGTH = 120
