import { describe, expect, test } from 'vitest'
import { evenPlan, numberOf, type TargetDraft, targetDraftOf, targetOf } from './targetdraft.ts'

const to = { unitId: 'u', year: 2027, kind: 'target', seen: 0 } as const
const draft = (more: Partial<TargetDraft> = {}): TargetDraft => ({ ...targetDraftOf(null, false), value: '27.2', ...more })

test('amounts are taken as people type them, and half a number is none', () => {
  expect(['1,234.5', '１２', '−3', '', '12亿', '.5', '1.'].map(numberOf)).toEqual([1234.5, 12, -3, null, undefined, 0.5, 1])
})

describe('what is asked for before a target is sent', () => {
  test('a revision says why', () => {
    expect(targetOf(draft(), { kind: 'volume' }, { ...to, seen: 1 })).toBe('why')
    expect(targetOf(draft({ why: '年中调整' }), { kind: 'volume' }, { ...to, seen: 1 })).toMatchObject({
      value: 27.2,
      seen: 1,
      why: '年中调整',
    })
  })

  test('a commitment has its day, and a plan by months at least one month', () => {
    expect(targetOf(draft(), { kind: 'volume' }, { ...to, kind: 'commitment' })).toBe('dueOn')
    expect(targetOf(draft({ phased: true }), { kind: 'phased' }, to)).toBe('phasing')
  })

  test('a milestone needs no figure', () => {
    expect(targetOf(draft({ value: '' }), { kind: 'milestone' }, to)).toMatchObject({ value: 1 })
    expect(targetOf(draft({ value: '' }), { kind: 'volume' }, to)).toBe('value')
  })
})

test('an even plan ends at the target itself', () => {
  const plan = evenPlan('10', 2)
  expect([plan[0], plan[4], plan[11]]).toEqual(['0.83', '4.17', '10'])
})
