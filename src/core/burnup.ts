// A campaign's burn-up: what is in it and what of it is done, day by day, beside the pace of time. Judges by core/pace.ts; has no rule of its own.
import { addDays, daysBetween } from './day.ts'
import { exact, over, rounded, times } from './exact.ts'
import type { Verdict } from './indicator.ts'
import { judgeShare, PACE_RULES, type PaceRules } from './pace.ts'
import type { Day, Light } from './types.ts'

/** 百日: a campaign lasts so long unless it says otherwise. */
const CAMPAIGN_DAYS = 100
/** The last day of a campaign that begins then. */
export const lastDay = (begin: Day): Day => addDays(begin, CAMPAIGN_DAYS - 1)

/** A member as the burn-up sees it; `leftOn`: it was dropped, and is to be done no longer. */
export interface BurnMember {
  joinedOn: Day
  doneOn: Day | null
  leftOn: Day | null
}

interface BurnDay {
  day: Day
  /** To be done, and done, by the end of the day; null after the day of the data. */
  scope: number | null
  done: number | null
  /** Done on this day; of the first also what was done before it. */
  change: number | null
  /** What time alone asks for by then, of what is in it now. */
  plan: number
}

/** Why there is no pace: 尚未开始 没有成员 */
export const BURN_REASONS = ['not-begun', 'no-members'] as const
type BurnReason = (typeof BURN_REASONS)[number]

export interface BurnUp {
  /** From the first day to the last, and beyond it while it goes on. */
  days: BurnDay[]
  total: number
  done: number
  /** Days gone, the day of the data included, and in all. */
  gone: number
  length: number
  /** Done on the day of the data, in the seven days up to it, and in the seven before those. */
  today: number
  week: number
  weekBefore: number
  verdict: Verdict
  light: Light
  reason: BurnReason | null
  /** Task and time progress in per cent, and the points between them. */
  share: number | null
  time: number | null
  points: number | null
  /** What each week left must bring; null when nothing or no day is left. */
  neededPerWeek: number | null
}

/** By the end of `until`, the day of the data. `end` before `begin`: RangeError. */
export function burnUp(
  { begin, end }: { begin: Day; end: Day },
  members: readonly BurnMember[],
  until: Day,
  rules: PaceRules = PACE_RULES,
): BurnUp {
  const length = daysBetween(begin, end) + 1
  if (length < 1) throw new RangeError(`a campaign ends before it begins: ${begin} ${end}`)
  const begun = until >= begin
  const gone = begun ? Math.min(length, daysBetween(begin, until) + 1) : 0
  const doneBy = counter(members.flatMap(({ doneOn }) => doneOn ?? []))
  // What was done before it was taken in stands in the campaign from the day on which it was done: never more done than there was to do.
  const joined = counter(members.map(({ joinedOn, doneOn }) => (doneOn && doneOn < joinedOn ? doneOn : joinedOn)))
  // What was dropped is to be done no longer, unless it was done before.
  const left = counter(members.flatMap(({ joinedOn, leftOn, doneOn }) => (!leftOn || doneOn ? [] : leftOn < joinedOn ? joinedOn : leftOn)))
  const scopeBy = (day: Day): number => joined(day) - left(day)
  const total = scopeBy(until)
  const done = doneBy(until)
  const last = until > end ? until : end
  const days = Array.from({ length: daysBetween(begin, last) + 1 }, (_, at): BurnDay => {
    const day = addDays(begin, at)
    const known = day <= until
    const plan = rounded(over(times(exact(total), exact(Math.min(at + 1, length))), exact(length)), 2)
    if (!known) return { day, scope: null, done: null, change: null, plan }
    const change = doneBy(day) - (at === 0 ? 0 : doneBy(addDays(day, -1)))
    return { day, scope: scopeBy(day), done: doneBy(day), change, plan }
  })
  const since = (from: number, to: number): number => doneBy(addDays(until, -to)) - doneBy(addDays(until, -from))
  const reason = !begun ? 'not-begun' : total === 0 ? 'no-members' : null
  const judged = reason ? UNKNOWN : judgeShare(over(exact(done), exact(total)), over(exact(gone), exact(length)), until >= end, rules)
  const daysLeft = length - gone
  return {
    days,
    total,
    done,
    gone,
    length,
    today: since(1, 0),
    week: since(7, 0),
    weekBefore: since(14, 7),
    verdict: judged.verdict,
    light: judged.light,
    reason,
    share: judged.share,
    time: judged.time,
    points: judged.points,
    neededPerWeek: total > done && daysLeft > 0 ? rounded(over(exact((total - done) * 7), exact(daysLeft)), 1) : null,
  }
}

const UNKNOWN = { verdict: 'unknown', light: 'grey', share: null, time: null, points: null } as const

/** How many of the days are on or before the day asked for. */
function counter(days: Day[]): (by: Day) => number {
  const sorted = days.toSorted()
  return by => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! <= by) low = middle + 1
      else high = middle
    }
    return low
  }
}
