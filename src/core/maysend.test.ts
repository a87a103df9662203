import { expect, test } from 'vitest'
import { mayNotReceive, tooLong } from './maysend.ts'
import type { UnitKind } from './types.ts'

const unit = (kind: UnitKind) => ({ kind })
const kinds = (carrier: 'form' | 'letter' | 'directive', sender: UnitKind, receivers: UnitKind[]) =>
  mayNotReceive(carrier, unit(sender), receivers.map(unit)).map(u => u.kind)

test('a department sends no directive document to a township, nor to a development zone', () => {
  for (const sender of ['party', 'government', 'institution', 'enterprise'] as const)
    expect(kinds('directive', sender, ['township', 'government', 'zone'])).toEqual(['township', 'zone'])
})
test('the offices of the committee and of the government do, in their name', () => {
  for (const sender of ['office', 'leadership'] as const) expect(kinds('directive', sender, ['township'])).toEqual([])
})
test('a form or a letter orders nothing', () => {
  expect(kinds('form', 'government', ['township'])).toEqual([])
  expect(kinds('letter', 'government', ['township'])).toEqual([])
})
test('a comprehensive document has 5,000 characters at most, a special one 4,000', () => {
  expect(tooLong('comprehensive', 5000)).toBe(0)
  expect(tooLong('comprehensive', 5001)).toBe(1)
  expect(tooLong('special', 4300)).toBe(300)
  expect(tooLong(null, 9000)).toBe(0)
})
