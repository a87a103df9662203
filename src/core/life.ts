// The life of an item: which command is allowed in which state, and where it leads. A table; no clock, no data.
import type { CommandName, State } from './types.ts'

/** The state after the command; `same` leaves it; `before` is the state that was suspended. A command not listed is refused. */
export type Next = State | 'same' | 'before'

/** The lead unit asks, the office decides. */
const EXTENSION = { 'ask-extension': 'same', 'grant-extension': 'same', 'refuse-extension': 'same' } as const
/** What an item hangs together with is known at any time. */
const LINKS = { link: 'same', unlink: 'same' } as const
const RECHECK = { 'plan-recheck': 'same', recheck: 'same' } as const
/** An item's stage is another thing than its state: a project may be signed while the unit is still to report. Some stages ask for looks. */
const STAGES = { move: 'same', amend: 'same', ...RECHECK } as const

/** domain §3. `register` begins a life and so has no state to come from. */
export const LIFE: Record<State, Partial<Record<CommandName, Next>>> = {
  proposed: { register: 'registered', edit: 'same' },
  registered: { edit: 'same', dispatch: 'dispatched', archive: 'archived', ...STAGES, ...LINKS },
  dispatched: {
    edit: 'same',
    withdraw: 'registered',
    accept: 'in_progress',
    suspend: 'suspended',
    extend: 'same',
    ...EXTENSION,
    ...STAGES,
    ...LINKS,
    urge: 'same',
  },
  in_progress: {
    edit: 'same',
    report: 'same',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'same',
    ...EXTENSION,
    ...STAGES,
    ...LINKS,
    urge: 'same',
  },
  pending_verification: { edit: 'same', close: 'closed', return: 'returned', suspend: 'suspended', ...STAGES, ...LINKS },
  returned: {
    edit: 'same',
    report: 'in_progress',
    submit: 'pending_verification',
    suspend: 'suspended',
    extend: 'same',
    ...EXTENSION,
    ...STAGES,
    ...LINKS,
    urge: 'same',
  },
  closed: { archive: 'archived', ...RECHECK, ...LINKS },
  archived: { ...RECHECK, ...LINKS },
  suspended: { resume: 'before', edit: 'same', amend: 'same', ...LINKS },
}
