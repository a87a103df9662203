// What a decision wants written: statements as data, sent together with the commit.
import type { Refusal } from '../core/refusal.ts'
import type { Actor, Instant } from '../core/types.ts'
import type { Entry } from './audit.ts'
import type { Tx } from './tx.ts'

export type Write = [text: string, values: unknown[]]

export interface Done<Value> {
  value: Value
  /** Carried out in this order, before the audit records: targets first, tallies in the order of their units. */
  writes: Write[]
  /** At least one: no change without a record. */
  entries: [Entry, ...Entry[]]
}

export interface Moment {
  actor: Actor
  now: Instant
}

/** One kind of thing that can be changed: how it is read and locked, and what a command makes of it. */
export interface Kind<Target, Command, State, Value> {
  /** Reads under lock what the decision needs; a Refusal when the target is not there. Sends its first query before it awaits. */
  load(tx: Tx, target: Target, command: Command, moment: Moment): Promise<State | Refusal>
  /** Pure. */
  decide(state: State, target: Target, command: Command, moment: Moment): Done<Value> | Refusal
}
