import { describe, expect, it } from 'vitest'
import { alike, bare, duplicates, isHeld, likeness } from './duplicate.ts'

const PLACES = ['青禾县', '云川市', '北岭省', '青禾', '云川', '北岭']
const entry = (title: string, investor: string, site = '') => ({ title, fields: { investor, site } })

describe('a bare name', () => {
  it.each([
    ['云川市宏达装备制造（集团）股份有限公司', '宏达装备制造'],
    ['北岭省云川市宏达装备有限责任公司', '宏达装备'],
    ['青禾县宏达装备制造产业园项目', '宏达装备制造产业园'],
    ['宏达装备制造产业园建设项目（一期）', '宏达装备制造产业园'],
    ['云川宏达装备 有限公司', '宏达装备'],
    ['ＡＢＣ（China）有限公司', 'abcchina'],
  ])('%s is %s', (name, expected) => expect(bare(name, PLACES)).toBe(expected))
  it('is never nothing', () => {
    for (const name of ['项目', '有限公司', '云川市', '公司']) expect(bare(name, PLACES)).not.toBe('')
  })
})

describe('likeness', () => {
  it('is 1 for the same, 0 for strangers, and the same both ways', () => {
    expect(likeness('宏达装备', '宏达装备')).toBe(1)
    expect(likeness('宏达装备', '丰谷粮油')).toBe(0)
    expect(likeness('宏达装备制造', '装备制造宏达')).toBe(likeness('装备制造宏达', '宏达装备制造'))
  })
  it('is high where the one name holds the other', () =>
    expect(likeness('宏达', '宏达装备')).toBeLessThan(likeness('宏达装备', '宏达装备制造')))
})

describe('two entries', () => {
  const known = entry('宏达装备制造产业园', '云川市宏达装备制造有限公司', '高新区')
  it.each([
    ['the same under the full names', entry('青禾县宏达装备制造产业园项目', '宏达装备制造（集团）有限公司', '县高新区'), true],
    ['the same with the parts of the name turned round', entry('宏达装备产业园', '云川宏达装备公司', '高新区'), true],
    ['another one of the same investor', entry('职工公寓', '云川市宏达装备制造有限公司', '城东新区'), false],
    ['of the same name by somebody else', entry('宏达装备制造产业园', '松原恒通贸易有限公司', ''), false],
  ])('%s', (_, one, sure) => {
    expect(alike('project', one, known, PLACES)).toMatchObject({ sure })
    expect(alike('project', known, one, PLACES)).toMatchObject({ sure })
  })
  it('that share only the place are no duplicates', () => {
    expect(alike('project', entry('丰谷粮油加工', '丰谷食品公司', '高新区'), known, PLACES)).toBeNull()
    expect(alike('project', entry('装备配件仓储', '顺达物流公司', '高新区'), known, PLACES)).toBeNull()
  })
  it('say by what they are alike', () => {
    const one = entry('青禾县宏达装备制造产业园项目', '云川宏达装备制造有限公司', '高新区')
    expect(alike('project', one, known, PLACES)!.reasons).toEqual([
      { part: 'title', same: true },
      { part: 'by', same: true },
      { part: 'at', same: true },
    ])
  })
})

it('the most alike comes first', () => {
  const known = [
    { id: '1', number: null, stage: 'lead', ...entry('宏达物流园', '宏达装备制造有限公司') },
    { id: '2', number: null, stage: 'signed', ...entry('宏达装备制造产业园', '宏达装备制造有限公司') },
    { id: '3', number: null, stage: 'signed', ...entry('丰谷粮油', '丰谷食品公司') },
  ]
  const found = duplicates('project', entry('宏达装备产业园', '宏达装备制造公司'), known)
  expect(found.map(({ id, sure, held }) => [id, sure, held])).toEqual([
    ['2', true, true],
    ['1', false, false],
  ])
})

it('the first report counts from the negotiation on, and a dropped one is free again', () => {
  expect(['lead', 'screened', 'negotiating', 'signed', 'capacity', 'dropped'].map(stage => isHeld('project', stage))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ])
  expect(isHeld('risk', 'assessed')).toBe(false)
})
