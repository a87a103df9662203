// The log of urging 催办: each urge with the report that answered it, read from the item's own history; it counts nothing up and ranks nobody.
import { dayOf, daysBetween } from './day.ts'
import type { Day, Instant } from './types.ts'

export interface Urging {
  id: string
  at: Instant
  by: string
  words: string | null
  /** The first report after it; null: none yet. */
  answer: { at: Instant; by: string } | null
  /** Days from the urge to the report, or to today. */
  days: number
}

interface Entry {
  id: string
  kind: string
  at: Instant
  by: string
  words: string | null
}

const ANSWERS: readonly string[] = ['report', 'submit']

/** From a history that comes newest first, newest first. */
export function urgings(timeline: readonly Entry[], today: Day): Urging[] {
  return timeline.flatMap((entry, at): Urging[] => {
    if (entry.kind !== 'urge') return []
    const report = timeline.slice(0, at).findLast(later => ANSWERS.includes(later.kind))
    return [
      {
        id: entry.id,
        at: entry.at,
        by: entry.by,
        words: entry.words,
        answer: report ? { at: report.at, by: report.by } : null,
        days: daysBetween(dayOf(entry.at), report ? dayOf(report.at) : today),
      },
    ]
  })
}
