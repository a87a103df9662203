import { describe, expect, it } from 'vitest'
import { findUnit, suggestLead } from './org.ts'
import type { Unit } from './types.ts'

const unit = (id: string, name: string, aliases: string[], duties: string): Unit => ({
  id,
  name,
  aliases,
  kind: 'government',
  parentId: null,
  duties,
})
const units = [
  unit('fagai', '县发展和改革局', ['县发改局', '发改局'], '重点项目、固定资产投资、粮食储备、价格、能源'),
  unit('shui', '县水利局', [], '防汛、水库、河道、饮水安全、灌溉'),
  unit('yingji', '县应急管理局', ['县应急局'], '安全生产、防汛、应急预案、救灾'),
  unit('zhaoshang', '县招商服务中心', ['招商局'], '招商引资、项目洽谈、签约'),
]

describe('finding a unit by its printed name', () => {
  it.each([
    ['县发改局', 'fagai'],
    ['发展和改革局', 'fagai'],
    ['青禾县发改局', 'fagai'],
    ['青禾县水利局', 'shui'],
    ['县水利', null],
    ['局', null],
    ['各乡镇', null],
  ])('%s is %s', (printed, id) => expect(findUnit(printed, units, '青禾县')?.id ?? null).toBe(id))
})

describe('suggesting a lead unit', () => {
  it('says which words of the duties it shares with the text', () => {
    expect(suggestLead('加大招商引资力度，扩大签约', units, null)).toEqual([
      { unitId: 'zhaoshang', reason: 'duties', words: ['招商引资', '签约'] },
    ])
  })
  it('weighs a rare word more than one that many units have', () => {
    expect(suggestLead('做好防汛和水库巡查', units, null).map(s => s.unitId)).toEqual(['shui', 'yingji'])
  })
  it('puts the unit that the text names first', () => {
    expect(suggestLead('做好防汛', units, '县应急局')[0]).toEqual({ unitId: 'yingji', reason: 'named', words: ['县应急局'] })
  })
  it('suggests nobody rather than somebody at random', () => {
    expect(suggestLead('坚定信心，鼓足干劲', units, null)).toEqual([])
  })
})
