import { describe, expect, test } from 'vitest'
import { appointFault, lastAdministratorFault } from './appoint.ts'
import type { Appointment, Role } from './types.ts'

const as = (role: Role, unitId: string | null = null): Appointment => ({ role, unitId })

describe('which appointments may stand together', () => {
  const cases: [string, Appointment[], string | null][] = [
    ['one administrator alone', [as('system_admin')], null],
    ['an officer who is also system administrator', [as('officer'), as('system_admin')], 'exclusive-roles'],
    ['system and security in one hand', [as('system_admin'), as('security_admin')], 'exclusive-roles'],
    ['security and audit in one hand', [as('audit_admin'), as('officer'), as('security_admin')], 'exclusive-roles'],
    ['liaison of a unit', [as('liaison', 'u1')], null],
    ['liaison of nothing', [as('liaison')], 'invalid'],
    ['head of two units', [as('head', 'u1'), as('head', 'u2')], null],
    ['no role at all', [], null],
  ]
  test.each(cases)('%s', (_, appointments, refused) => {
    expect(appointFault(appointments)?.refused ?? null).toBe(refused)
  })
})

describe('the last administrator', () => {
  test('may not lose the role', () => {
    expect(lastAdministratorFault([as('audit_admin')], [], {})).toEqual({ refused: 'last-administrator', facts: { role: 'audit_admin' } })
  })
  test('may lose it when another holds it', () => {
    expect(lastAdministratorFault([as('audit_admin')], [], { audit_admin: 1 })).toBeNull()
  })
  test('may keep it beside other changes', () => {
    expect(lastAdministratorFault([as('audit_admin')], [as('audit_admin'), as('officer')], {})).toBeNull()
  })
  test('is not meant by other roles', () => {
    expect(lastAdministratorFault([as('officer')], [], {})).toBeNull()
  })
})
