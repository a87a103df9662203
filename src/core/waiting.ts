// Whom an item waited for, day by day, and how often its clock stood still: read from its history, so that no one can charge days by hand.
import type { Pause } from './clock.ts'
import { dayOf, daysBetween } from './day.ts'
import { type CommandName, type Day, type Instant, WAITING, type Waiting } from './types.ts'

/** The part of an item's event that decides who is waited for; `waitingFor` only of a report, null: the lead unit itself. */
export interface Step {
  kind: CommandName
  at: Instant
  waitingFor?: Waiting | null
}

/** From the day `since` up to, not including, `until`; null: still. */
export interface WaitSpan {
  who: Waiting
  since: Day
  until: Day | null
}

/** Who is waited for after a command; `nobody` stops the charge, `before` goes back to whoever it was; a command not listed changes nothing. */
const WAITS_AFTER: Partial<Record<CommandName, Waiting | 'nobody' | 'before' | 'said'>> = {
  dispatch: 'lead',
  withdraw: 'nobody',
  report: 'said',
  submit: 'office',
  return: 'lead',
  suspend: 'nobody',
  resume: 'before',
  close: 'nobody',
  archive: 'nobody',
}

/** The spans of a history that comes oldest first; they follow one another and never overlap. Spans of no whole day are left out. */
export function waitSpans(history: readonly Step[]): WaitSpan[] {
  const spans: WaitSpan[] = []
  let now: { who: Waiting; since: Day } | null = null
  let before: Waiting = 'lead'
  for (const step of history) {
    const after = WAITS_AFTER[step.kind]
    if (!after) continue
    const who: Waiting | null =
      after === 'nobody' ? null : after === 'before' ? before : after === 'said' ? (step.waitingFor ?? 'lead') : after
    if (now && who === now.who) continue
    const day = dayOf(step.at)
    if (now) {
      before = now.who
      if (now.since < day) spans.push({ ...now, until: day })
    }
    now = who === null ? null : { who, since: day }
  }
  if (now) spans.push({ ...now, until: null })
  return spans
}

/** The days charged to each party up to `today`; a day charged twice to one party counts once. */
export function waitingDays(spans: readonly WaitSpan[], today: Day): Record<Waiting, number> {
  const days = Object.fromEntries(WAITING.map(who => [who, 0])) as Record<Waiting, number>
  const counted = new Map<Waiting, Day>()
  for (const span of [...spans].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))) {
    const until = span.until ?? today
    const last = counted.get(span.who) ?? span.since
    const from = last > span.since ? last : span.since
    if (from >= until) continue
    days[span.who] += daysBetween(from, until)
    counted.set(span.who, until)
  }
  return days
}

/** The pauses of a history that comes oldest first: from each 中止 to the 恢复 after it. */
export function pausesOf(history: readonly Step[]): Pause[] {
  const pauses: Pause[] = []
  for (const step of history) {
    const open = pauses.at(-1)?.until === null ? pauses.at(-1)! : null
    if (step.kind === 'suspend' && !open) pauses.push({ from: dayOf(step.at), until: null })
    else if (step.kind === 'resume' && open) open.until = dayOf(step.at)
  }
  return pauses
}
