// What the county's people were told in the last days, by the same rule as a real change tells it. Nothing of it goes out by mail.
import { addDays, dayOf } from '../../core/day.ts'
import type { Day } from '../../core/types.ts'
import { messageWrites } from '../message.ts'
import { SHIPPED_BOOK } from '../rules.ts'
import type { Tx } from '../tx.ts'
import type { Life } from './history.ts'

/** Days back; a year of messages would only be forgotten again. */
const DAYS = 4

export async function makeMessages(tx: Tx, lives: Life[], unitNames: Map<string, string>, today: Day): Promise<void> {
  const first = addDays(today, -DAYS)
  const writes = lives.flatMap(({ steps }) =>
    steps.flatMap(({ at, actor, event, next }, n) => {
      if (dayOf(at) < first) return []
      const byUnit = unitNames.get(actor.appointments[0]?.unitId ?? '') ?? null
      return messageWrites(next, steps[n - 1]?.next ?? null, event, { actor, now: at, byUnit, book: SHIPPED_BOOK })
    }),
  )
  for (const [text, values] of writes) await tx.rows(text, values)
  // The older half has been seen; what was urgent then is not sent today.
  await tx.rows('update message set posted = true, read = at < $2 where jurisdiction_id = $1', [
    tx.context.jurisdiction,
    `${addDays(today, -2)}T00:00:00+08:00`,
  ])
}
