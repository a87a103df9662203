// The rules of appointments: the three administrators are three people (三员分立), and none of the three offices is ever empty. Pure.
import { type Refusal, refuse } from './refusal.ts'
import { ADMIN_ROLES, type Appointment, type Role } from './types.ts'

type AdminRole = (typeof ADMIN_ROLES)[number]
export const isAdmin = (role: Role): role is AdminRole => (ADMIN_ROLES as readonly Role[]).includes(role)

/** Roles that mean nothing without a unit: whose liaison, whose head. */
const NEEDS_UNIT: readonly Role[] = ['liaison', 'head', 'indicator_officer', 'investment_officer']
export const needsUnit = (role: Role): boolean => NEEDS_UNIT.includes(role)

/** GB/T 22239-2019 8.1.4: system, security and audit administration lie with different people, who have no business beside it. Null when the appointments may stand together. */
export function appointFault(appointments: Appointment[]): Refusal | null {
  const roles = appointments.map(a => a.role)
  const admin = roles.find(isAdmin)
  const other = roles.find(role => role !== admin)
  if (admin && other) return refuse('exclusive-roles', { role: admin, with: other })
  const bare = appointments.findIndex(a => a.unitId === null && NEEDS_UNIT.includes(a.role))
  return bare < 0 ? null : refuse('invalid', { field: `appointments.${bare}.unitId`, rule: 'required' })
}

/** Whether the person may lose administrators' roles: `others` counts the enabled people who hold each one besides him. */
export function lastAdministratorFault(had: Appointment[], has: Appointment[], others: Partial<Record<Role, number>>): Refusal | null {
  for (const role of ADMIN_ROLES) {
    const loses = had.some(a => a.role === role) && !has.some(a => a.role === role)
    if (loses && !others[role]) return refuse('last-administrator', { role })
  }
  return null
}
