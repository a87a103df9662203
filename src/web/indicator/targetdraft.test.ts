import { describe, expect, test } from 'vitest'
import { evenPlan, numberOf, planOddity, type TargetDraft, targetDraftOf, targetOf } from './targetdraft.ts'

const to = { unitId: 'u', year: 2027, kind: 'target', seen: 0 } as const
const draft = (more: Partial<TargetDraft> = {}): TargetDraft => ({ ...targetDraftOf(null, false), value: '27.2', ...more })

test('amounts are taken as people type them, and half a number is none', () => {
  expect(['1,234.5', '１２', '−3', '', '12亿', '.5', '1.', '（3.5）', '1e308', 'NaN', '12.3%'].map(text => numberOf(text))).toEqual([
    1234.5,
    12,
    -3,
    null,
    undefined,
    0.5,
    1,
    -3.5,
    undefined,
    undefined,
    undefined,
  ])
  expect([numberOf('12.3％', '%'), numberOf('12.3 亿元', '亿元'), numberOf('12.3万元', '亿元'), numberOf('亿元', '亿元')]).toEqual([
    12.3,
    12.3,
    undefined,
    undefined,
  ])
  expect([numberOf('999999999999999'), numberOf('1000000000000000')]).toEqual([999999999999999, undefined])
})

test('a plan by months that does not end at the target, or falls, is pointed at', () => {
  const planned = (...months: string[]) => planOddity(draft({ phased: true, value: '120', phasing: months }))
  expect(planned('10', '', '30', '', '', '', '', '', '', '', '', '120')).toBeNull()
  expect(planned('10', '', '30', '', '', '', '', '', '', '', '', '110')).toEqual({ odd: 'end', last: 110 })
  expect(planned('10', '', '9', '', '', '', '', '', '', '', '', '120')).toEqual({ odd: 'falls', month: 3 })
})

describe('what is asked for before a target is sent', () => {
  test('a revision says why', () => {
    expect(targetOf(draft(), { kind: 'volume', unit: '亿元' }, { ...to, seen: 1 })).toBe('why')
    expect(targetOf(draft({ why: '年中调整' }), { kind: 'volume', unit: '亿元' }, { ...to, seen: 1 })).toMatchObject({
      value: 27.2,
      seen: 1,
      why: '年中调整',
    })
  })

  test('a commitment has its day, and a plan by months at least one month', () => {
    expect(targetOf(draft(), { kind: 'volume', unit: '亿元' }, { ...to, kind: 'commitment' })).toBe('dueOn')
    expect(targetOf(draft({ phased: true }), { kind: 'phased', unit: '亿元' }, to)).toBe('phasing')
  })

  test('a milestone needs no figure', () => {
    expect(targetOf(draft({ value: '' }), { kind: 'milestone', unit: '' }, to)).toMatchObject({ value: 1 })
    expect(targetOf(draft({ value: '' }), { kind: 'volume', unit: '亿元' }, to)).toBe('value')
  })
})

test('an even plan ends at the target itself', () => {
  const plan = evenPlan('10', 2)
  expect([plan[0], plan[4], plan[11]]).toEqual(['0.83', '4.17', '10'])
})
