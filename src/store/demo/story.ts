// What every part of making the demonstration needs: the transaction, chance, the day, and the records to be chained at the end.
import type { Actor, Day, Instant } from '../../core/types.ts'
import type { Signed } from '../audit.ts'
import type { Tx } from '../tx.ts'
import type { Done, Write } from '../write.ts'
import type { Chance } from './random.ts'

export const DEMO = { id: '990124', name: '青禾县', office: '青禾县人民政府督查室' }
export const SEED = 20_260_105

export interface Story {
  tx: Tx
  chance: Chance
  today: Day
  /** The last day on which anything has happened. */
  last: Day
  began: Instant
  records: Signed[]
}

export function record(story: Story, done: Pick<Done<unknown>, 'entries'>, actor: Pick<Actor, 'personId' | 'name'>, at: Instant): void {
  story.records.push(...done.entries.map(entry => ({ ...entry, at, actorId: actor.personId, actor: actor.name })))
}

export const carry = (tx: Tx, writes: Write[]) => Promise.all(writes.map(([text, values]) => tx.rows(text, values)))
/** Whoever set the county up before its people could sign in. */
export const program = { personId: '00000000-0000-0000-0000-000000000000', name: 'luoshi' }
