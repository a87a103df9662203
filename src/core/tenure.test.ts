import { describe, expect, test } from 'vitest'
import { type Handover, type Held, handoverFault, holdsOn, rolesOf } from './tenure.ts'

const held: Held = { from: '2025-03-01', to: null, role: 'head', unitId: 'water', granted: true }
const over = (parts: Partial<Handover> = {}): Handover => ({
  day: '2026-11-20',
  today: '2026-11-22',
  held: [held],
  to: { name: '何清', canSignIn: true, appointments: [] },
  ...parts,
})

test('a post is held from its first day to the day before the next one begins', () => {
  const span = { from: '2025-03-01', to: '2026-03-05' }
  expect(['2025-02-28', '2025-03-01', '2026-03-04', '2026-03-05'].map(day => holdsOn(span, day))).toEqual([false, true, true, false])
  expect(holdsOn({ from: '2025-03-01', to: null }, '2099-01-01')).toBe(true)
})

describe('a hand-over', () => {
  test('takes along the roles that were given for the posts, and no others', () => {
    expect(handoverFault(over())).toBeNull()
    expect(rolesOf([held, { ...held, role: 'liaison', granted: false }, { ...held, role: null }])).toEqual([
      { role: 'head', unitId: 'water' },
    ])
  })

  test.each([
    ['on a day that is still to come', { day: '2026-11-23' }, 'future'],
    ['on a day before the post was held', { day: '2025-02-28' }, 'before-start'],
  ])('%s is refused', (_title, parts, rule) => {
    expect(handoverFault(over(parts))).toEqual({ refused: 'invalid', facts: { field: 'day', rule } })
  })

  test('on the day it was taken up is possible: that day then counts for the new one', () => {
    expect(handoverFault(over({ day: '2025-03-01' }))).toBeNull()
  })

  test('to somebody who cannot sign in is refused when work comes with it, and else is not', () => {
    const to = { name: '何清', canSignIn: false, appointments: [] }
    expect(handoverFault(over({ to }))).toEqual({ refused: 'no-account', facts: { name: '何清' } })
    expect(handoverFault(over({ to, held: [{ ...held, granted: false }] }))).toBeNull()
  })

  test('of business to an administrator is refused (三员分立)', () => {
    const to = { name: '安平', canSignIn: true, appointments: [{ role: 'system_admin' as const, unitId: null }] }
    expect(handoverFault(over({ to }))).toMatchObject({ refused: 'exclusive-roles' })
  })
})
