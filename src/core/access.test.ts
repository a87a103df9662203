import { describe, expect, it } from 'vitest'
import { ACCESS, ACTIONS, may, reach } from './access.ts'
import { type Actor, ADMIN_ROLES, ROLES, type Role } from './types.ts'

const actor = (roles: Role[], unitIds: string[] = []): Actor => ({
  personId: 'p',
  name: 'p',
  jurisdiction: '990124',
  appointments: roles.map(role => ({ role, unitId: unitIds[0] ?? null })),
  unitIds,
})
const item = { leadUnitId: 'a', coUnitIds: ['b'] }

describe('access', () => {
  it('gives the three administrators no business data by that role', () => {
    for (const role of ADMIN_ROLES)
      for (const action of ACTIONS)
        if (/^(item|document|overview|circular)\./.test(action)) expect(reach(actor([role]), action), `${role} ${action}`).toBeNull()
  })

  it('parts account, permission and audit among the three administrators', () => {
    const only: Record<string, Role> = {
      'account.write': 'system_admin',
      'appointment.write': 'security_admin',
      'audit.read': 'audit_admin',
    }
    for (const [action, role] of Object.entries(only)) expect(Object.keys(ACCESS[action as keyof typeof ACCESS])).toEqual([role])
  })

  it('knows only roles that exist', () => {
    for (const row of Object.values(ACCESS)) for (const role of Object.keys(row)) expect(ROLES).toContain(role)
  })

  it.each<[Role[], string[], Parameters<typeof may>[1], boolean]>([
    [['officer'], [], 'item.close', true],
    [['liaison'], ['a'], 'item.accept', true],
    [['liaison'], ['b'], 'item.accept', false],
    [['liaison'], ['b'], 'item.report', true],
    [['liaison'], ['c'], 'item.report', false],
    [['liaison'], ['c'], 'item.read', false],
    [['leader'], [], 'item.read', true],
    [['leader'], [], 'item.close', false],
    [[], ['a'], 'item.read', false],
    [['liaison', 'officer'], ['c'], 'item.read', true],
  ])('of %j in %j to %s is %s', (roles, units, action, expected) => {
    expect(may(actor(roles, units), action, item)).toBe(expected)
  })
})
