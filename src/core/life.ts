// The life of an item: which command is allowed in which state, and where it leads. A table; no clock, no data.
import type { CommandName, State } from './types.ts'

/** The state after the command; `same` leaves it; `before` is the state that was suspended. A command not listed is refused. */
export type Next = State | 'same' | 'before'

/** domain §3. `register` begins a life and so has no state to come from. */
export const LIFE: Record<State, Partial<Record<CommandName, Next>>> = {
  proposed: { register: 'registered', edit: 'same' },
  registered: { edit: 'same', dispatch: 'dispatched', archive: 'archived' },
  dispatched: { edit: 'same', withdraw: 'registered', accept: 'in_progress', suspend: 'suspended', extend: 'same', urge: 'same' },
  in_progress: { edit: 'same', report: 'same', submit: 'pending_verification', suspend: 'suspended', extend: 'same', urge: 'same' },
  pending_verification: { edit: 'same', close: 'closed', return: 'returned', suspend: 'suspended' },
  returned: { edit: 'same', report: 'in_progress', submit: 'pending_verification', suspend: 'suspended', extend: 'same', urge: 'same' },
  closed: { archive: 'archived' },
  archived: {},
  suspended: { resume: 'before', edit: 'same' },
}

/** The commands that a state allows, in the order of the table. */
export const allowed = (state: State): CommandName[] => Object.keys(LIFE[state]) as CommandName[]
