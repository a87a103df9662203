// A project as it stood at the end of a day and as it was known then: what was recorded later, or happened later, is taken back from its history. Pure.
import { rowOf } from './kind.ts'
import { CURRENCIES, type Currency, isAmount, type Money } from './money.ts'
import type { Day } from './types.ts'

/** What of a project counts: its stage, its money, and the days of its two great events. */
export interface ProjectStand {
  stage: string
  sum: Money | null
  /** Of its first signing, however the agreement was upgraded since. */
  countedOn: Day | null
  startedOn: Day | null
}

export interface ProjectEvent {
  kind: string
  /** On which it was recorded, in Beijing. */
  day: Day
  facts: Readonly<Record<string, unknown>>
}

const FIELDS = ['sum', 'countedOn', 'startedOn'] as const

/** `events` newest first, the registration last. Null: it was not known yet, or not there yet. */
export function projectThen(
  now: ProjectStand,
  events: readonly ProjectEvent[],
  { knownBy, until }: { knownBy: Day; until: Day },
): ProjectStand | null {
  const then = { ...now }
  // What was said later and still counts holds, though something before it is taken back.
  const held = new Set<string>()
  for (const { kind, day, facts } of events) {
    const later = day > knownBy || (kind !== 'amend' && typeof facts.on === 'string' && facts.on > until)
    // Written down late, it was there all the same: what it did by then shows it.
    if (kind === 'register' && later && (day > knownBy || !held.has('stage'))) return null
    const said = Array.isArray(facts.fields) ? FIELDS.filter(name => (facts.fields as unknown[]).includes(name)) : []
    if (later) {
      for (const name of said) if (!held.has(name)) Object.assign(then, { [name]: was(name, facts[`was.${name}`]) })
      if (kind === 'move' && !held.has('stage') && typeof facts.from === 'string') then.stage = facts.from
    } else for (const name of kind === 'move' ? [...said, 'stage'] : said) held.add(name)
  }
  return then
}

/** As an event keeps it: CNY 1200000000 · 2026-05-31 */
function was(name: (typeof FIELDS)[number], text: unknown): Money | Day | null {
  if (typeof text !== 'string') return null
  if (name !== 'sum') return text
  const [currency, amount] = text.split(' ') as [Currency, string]
  return CURRENCIES.includes(currency) && isAmount(amount ?? '') ? { amount, currency } : null
}

/** At that stage of the row or past it; what was dropped is at none. */
export const hasReached = (stand: Pick<ProjectStand, 'stage'>, stage: string): boolean =>
  rowOf('project').indexOf(stand.stage) >= rowOf('project').indexOf(stage)
