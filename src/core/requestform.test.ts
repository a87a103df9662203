import { describe, expect, test } from 'vitest'
import type { AskedField } from './fieldmatch.ts'
import { formFault, formOf, wholeForm } from './requestform.ts'

const field = (name: string, unit: string | null = null): AskedField => ({ name, unit, period: 'none' })

test('a form is read from its rows', () => {
  expect(formOf({ form: [{ name: '生猪存栏 ', unit: '头', period: 'month' }, { name: '存在问题' }] })).toEqual([
    { name: '生猪存栏', unit: '头', period: 'month' },
    { name: '存在问题', unit: null, period: 'none' },
  ])
})

describe('a form has no field', () => {
  test.each(['平台登录次数', '入户照片', '打卡情况', '学习笔记', '巡查定位轨迹', '干部积分'])('%s', name => {
    expect(formFault([field(name)])).toMatchObject({ refused: 'field-forbidden', facts: { name } })
  })
  test('twice', () => {
    expect(formFault([field('户数'), field('户数')])).toMatchObject({ facts: { rule: 'twice' } })
  })
})
test.each(['危房改造户数', '安全隐患', '登记失业人数', '批示件办结数'])('%s may be asked for', name => {
  expect(formFault([field(name)])).toBeNull()
})

test('a merged request adds what the other does not ask, once', () => {
  const whole = wholeForm([field('生猪存栏', '头')], [[field('生猪存栏数', '头'), field('能繁母猪', '头')], [field('能繁母猪', '头')]])
  expect(whole.map(f => [f.name, f.from])).toEqual([
    ['生猪存栏', null],
    ['能繁母猪', 0],
  ])
})
