import { expect, it } from 'vitest'
import { levelAt, RISK_SCALE, resized, scaleFault } from './riskmatrix.ts'

it('rates by likelihood and impact, and nothing that the scale does not have', () => {
  expect(levelAt(RISK_SCALE, '1', '1')).toBe('low')
  expect(levelAt(RISK_SCALE, '5', '5')).toBe('extreme')
  expect(levelAt(RISK_SCALE, '2', '5')).toBe('high')
  expect(levelAt(RISK_SCALE, '6', '1')).toBeNull()
  expect(levelAt(RISK_SCALE, '', '1')).toBeNull()
})

it('holds the shipped scale for sound', () => expect(scaleFault(RISK_SCALE)).toBeNull())

it('takes no scale in which the likelier or the graver is a lower level', () => {
  const levels = RISK_SCALE.levels.map(row => [...row])
  levels[4]![1] = 'low'
  expect(scaleFault({ ...RISK_SCALE, levels })).toBe('falls')
})

it('takes no scale whose table does not have its steps, nor one of two', () => {
  expect(scaleFault({ ...RISK_SCALE, likelihood: ['', '', '', ''] })).toBe('size')
  expect(scaleFault({ ...RISK_SCALE, impact: ['轻', '重'], levels: RISK_SCALE.levels.map(row => row.slice(0, 2)) })).toBe('size')
})

it('grows and shrinks on one axis and stays sound, with what was there left as it was', () => {
  for (const axis of ['likelihood', 'impact'] as const)
    for (const steps of [3, 4, 5, 6, 7]) {
      const next = resized(RISK_SCALE, axis, steps)
      expect(next[axis]).toHaveLength(steps)
      expect(scaleFault(next)).toBeNull()
      expect(levelAt(next, '3', '3')).toBe(levelAt(RISK_SCALE, '3', '3'))
    }
})
