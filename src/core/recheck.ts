// 回头看: when a closed item is to be looked at again, and what a relapse asks for. What was closed stays closed in the record.

import type { ItemDraft } from './command.ts'
import { addDays, addWorkdays, type Calendar, isWorkday } from './day.ts'
import type { Day, Item } from './types.ts'

/** Days from closing to the first look, from that to the second, …; none: no look by rule. No published figure exists: 90 is a product choice. */
export const RECHECK_AFTER = [90]

/** The day of the next look when `taken` looks were taken, the last thing (closing, or a look) having been on `from`; a working day: nobody is visited on a holiday. */
export function nextRecheck(from: Day, taken: number, after: readonly number[], calendar: Calendar): Day | null {
  const days = after[taken]
  if (days === undefined) return null
  const day = addDays(from, days)
  return isWorkday(day, calendar) ? day : addWorkdays(day, 1, calendar)
}

/**
 * What a relapse registers: a new item with the units and measure of the old one, for the officer to correct, date and dispatch. The old one is
 * not opened again, so that its history keeps what was true then.
 */
export function relapseDraft(item: Pick<Item, 'title' | 'topic' | 'urgency' | 'leadUnitId' | 'coUnitIds' | 'measure'>): ItemDraft {
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
