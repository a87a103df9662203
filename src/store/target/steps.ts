// Commands carried out on one item one after the other, as one write: for targets that make or change many items of a kind at once. Pure.
import type { Command, DecideContext, ItemEvent } from '../../core/command.ts'
import { decide } from '../../core/decide.ts'
import type { Fields } from '../../core/kind.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { Item } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import { detailWrite } from '../detail.ts'
import { linkWrites } from '../relation.ts'
import type { Counted } from '../tally.ts'
import type { Move } from '../whole.ts'
import type { Write } from '../write.ts'
import { type Hand, saveItem } from './item.ts'

/** An item of a kind under lock, as it is counted, with its facts. */
export interface HeldItem {
  item: Item
  counted: Counted
  fields: Fields
}

export interface Stepped {
  next: Item
  writes: Write[]
  entries: Entry[]
  move: Move
}

/** All of the steps, or why one of them may not be. `held` null: the first step registers it. */
export function stepped(held: HeldItem | null, steps: readonly Command[], hand: Hand, context: DecideContext): Stepped | Refusal {
  let at = held?.item ?? null
  let fields = held?.fields ?? {}
  const events: { event: ItemEvent; version: number }[] = []
  for (const step of steps) {
    const decided = decide(at, step, { ...context, fields })
    if (isRefusal(decided)) return decided
    at = decided.next
    fields = decided.fields ?? fields
    events.push(...decided.events.map(event => ({ event, version: decided.next.version })))
  }
  const saved = saveItem(at!, held?.item ?? null, events, hand)
  return {
    next: saved.next,
    writes: [...saved.writes, detailWrite(saved.next, fields, held === null), ...linkWrites(saved.next.id, steps, hand)],
    entries: saved.entries,
    move: { from: held?.counted ?? null, to: saved.counted },
  }
}
