// Looks that a stage asks for (a lesson's action after 30 and 100 days), by the mechanism of 回头看: counted from the stage's own day. Pure.
import { addWorkdays, type Calendar } from './day.ts'
import { KIND } from './kind.ts'
import { nextRecheck } from './recheck.ts'
import type { Day, Item } from './types.ts'

type Looked = Pick<Item, 'kind' | 'stage' | 'stageOn'>

/** null: the stage asks for none, and only a closed item is looked at. */
export const looksOf = ({ kind, stage }: Pick<Looked, 'kind' | 'stage'>): readonly number[] | null =>
  (kind === 'matter' || stage === null ? null : KIND[kind].stages[stage]?.looks) ?? null

/** A closed item, or one whose stage asks for it. */
export const isLookedAt = (item: Pick<Item, 'kind' | 'stage' | 'state' | 'closedAt'>): boolean =>
  item.closedAt !== null || (item.state !== 'archived' && looksOf(item) !== null)

/** The day of the next look when `taken` were taken; one that is past already is taken on the next working day. */
export function nextLook(item: Looked, taken: number, today: Day, calendar: Calendar): Day | null {
  const looks = looksOf(item)
  const day = looks && nextRecheck(item.stageOn!, taken, looks, calendar)
  return day && day <= today ? addWorkdays(today, 1, calendar) : day
}

/** What changes with the stage: its looks begin, those of the stage before are over. */
export const lookedAt = (was: Pick<Looked, 'kind' | 'stage'> | null, is: Looked, today: Day, calendar: Calendar): Partial<Item> =>
  looksOf(is) || (was && looksOf(was)) ? { recheckOn: nextLook(is, 0, today, calendar), rechecks: 0 } : {}
