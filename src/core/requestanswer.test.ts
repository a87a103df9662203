import { expect, test } from 'vitest'
import type { AskedField } from './fieldmatch.ts'
import { answerFault, indicatorFor, inUnit, type KnownIndicator, whoOf } from './requestanswer.ts'

const field = (name: string, unit: string | null): AskedField => ({ name, unit, period: 'month' })
const revenue: KnownIndicator = {
  id: 'r',
  name: '一般公共预算收入',
  unit: '亿元',
  sourceUnitId: 'finance',
  field: { names: ['一般公共预算收入', '财政收入'], unit: '亿元', period: 'month' },
}

test('a field is filled from the indicator that is the same, not from one that is near', () => {
  const form = [field('财政收入', '万元'), field('一般公共预算收入增量', '万元'), field('生猪存栏', '头')]
  expect(indicatorFor(form, [revenue], '青禾县').map(i => i?.id ?? null)).toEqual(['r', null, null])
})
test('its source types a figure, for everybody else it stays as it is held', () => {
  expect(whoOf(revenue, 'finance', true)).toBe('source')
  expect(whoOf(revenue, 'farm', true)).toBe('locked')
  expect(whoOf(revenue, 'farm', false)).toBe('typed')
  expect(whoOf(null, 'farm', false)).toBe('typed')
})
test('a figure is told in the unit of the form', () => {
  expect(inUnit('1.25', '亿元', '万元')).toBe('12500')
  expect(inUnit('12', null, '户')).toBe('12')
  expect(inUnit('12', '户', '万元')).toBeNull()
})
test('a field with a unit takes a number, and an answer is not empty', () => {
  const form = [field('生猪存栏', '头'), field('存在问题', null)]
  const fault = (values: Record<string, string>) => answerFault(form, new Map(Object.entries(values)))
  expect(fault({ 生猪存栏: '1,200', 存在问题: '无' })).toBeNull()
  expect(fault({ 生猪存栏: '很多' })).toMatchObject({ facts: { field: '生猪存栏', rule: 'number' } })
  expect(fault({ 生猪存栏: ' ' })).toMatchObject({ facts: { field: 'cells', rule: 'required' } })
  expect(fault({ 别的: '1' })).toMatchObject({ facts: { rule: 'unknown' } })
})
