// The clocks of an entry of a ledger 线索时限: by when it is to be answered, judged, reported. Pure; which clocks a kind has is its data.
import { addDays, daysBetween } from './day.ts'
import { type Fields, isBlank, KIND, type LedgerKind } from './kind.ts'
import type { Day } from './types.ts'

export interface KindClock {
  key: string
  dueOn: Day
  /** Days after its day, or 0. */
  late: number
  /** Days left, or 0. */
  left: number
}

export interface Clocked {
  kind: LedgerKind
  stage: string
  stageOn: Day
  fields: Fields
  /** Of the last thing that was done with it. */
  lastOn: Day
}

/** Those that run now, the most urgent first; what is done has none. */
export function kindClocks({ kind, stage, stageOn, fields, lastOn }: Clocked, today: Day): KindClock[] {
  const { clocks = [] } = KIND[kind]
  return clocks
    .filter(({ stages, done }) => stages.includes(stage) && (done === undefined || isBlank(fields[done])))
    .map(({ key, days, from, every }) => {
      const begin = every ? lastOn : from && typeof fields[from] === 'string' ? fields[from] : stageOn
      const dueOn = addDays(begin, days)
      const late = daysBetween(dueOn, today)
      return { key, dueOn, late: Math.max(0, late), left: Math.max(0, -late) }
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1))
}
