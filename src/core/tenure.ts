// Who holds a post when: duty stays with the post when a person moves. Pure.
import { appointFault } from './appoint.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Appointment, Day, Role } from './types.ts'

/** From a day to the day on which the next one begins; null while it lasts. */
export interface Span {
  from: Day
  to: Day | null
}

/** 3月5日交接: on that day the new one holds the post. */
export const holdsOn = (span: Span, day: Day): boolean => span.from <= day && (span.to === null || day < span.to)

export interface Held extends Span {
  role: Role | null
  unitId: string | null
  /** The security administrator gave the post's role to who holds it. */
  granted: boolean
}

export interface Handover {
  day: Day
  today: Day
  held: readonly Held[]
  /** Who takes over; null when nobody has come yet. */
  to: { name: string; canSignIn: boolean; appointments: readonly Appointment[] } | null
}

/** The roles that go with the posts. */
export const rolesOf = (held: readonly Held[]): Appointment[] =>
  held.flatMap(h => (h.granted && h.role ? [{ role: h.role, unitId: h.unitId }] : []))

/** Whether the posts may pass from one to the other on the day. What lies ahead cannot be handed over: permissions change when it is done. */
export function handoverFault({ day, today, held, to }: Handover): Refusal | null {
  if (day > today) return refuse('invalid', { field: 'day', rule: 'future' })
  if (held.some(h => day < h.from)) return refuse('invalid', { field: 'day', rule: 'before-start' })
  if (!to) return null
  const roles = rolesOf(held)
  if (roles.length && !to.canSignIn) return refuse('no-account', { name: to.name })
  return appointFault([...to.appointments, ...roles])
}
