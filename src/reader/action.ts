// Cuts a directive into the clauses that demand something, each with strength, lead, deadline and measure; never invents what a clause does not say.

import type { RawDate, RawQuantity } from './context.ts'
import type { Action } from './reading.ts'

export interface RawAction extends Omit<Action, 'deadline' | 'measure'> {
  deadline: RawDate | null
  measure: RawQuantity | null
}
