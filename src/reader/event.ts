// Finds meetings held and visits made, with when, where and who; never takes a planned meeting for one that took place.

import type { ReadContext } from './context.ts'
import type { ReadingEvent } from './reading.ts'

export interface RawEvent extends Omit<ReadingEvent, 'conveys'> {
  conveys: RawEvent | null
}

export function findEvents(_ctx: ReadContext): RawEvent[] {
  return []
}
