import { describe, expect, test } from 'vitest'
import type { Unit } from '../../core/types.ts'
import { type PastedLine, pastedLines } from './pasted.ts'

const units = [{ id: 'w', name: '县水利局', aliases: ['水利局'], kind: 'government', parentId: null, duties: '' }] as Unit[]
const frames = [{ id: 'f', name: '实力青禾', parentId: null }]
const read = (text: string, names: string[] = []): PastedLine[] =>
  pastedLines(text, { units, frames, names: new Set(names), place: '青禾县', kinds: {} })
const sent = (text: string) => read(text).map(line => line.sent)

describe('indicators pasted from a spreadsheet', () => {
  test('follow their headings in any order', () => {
    expect(
      sent('序号\t责任单位\t指标名称\t单位\t2026年目标\t报送频度\t战略框架\n1\t青禾县水利局\t供水总量\t万立方米\t1,234.5\t季报\t实力青禾'),
    ).toMatchObject([
      { name: '供水总量', unit: '万立方米', target: 1234.5, sourceUnitId: 'w', frequency: 'quarter', frameId: 'f', kind: 'volume' },
    ])
  })

  test.each([
    ['固定资产投资（亿元）\t\t２７.２', { name: '固定资产投资', unit: '亿元', target: 27.2, kind: 'volume' }],
    ['地区生产总值增速\t%\t≥6.5%', { unit: '%', target: 6.5, kind: 'growth' }],
    ['规上工业增加值\t\t增长8%左右', { unit: '%', target: 8, kind: 'growth' }],
    ['亿元GDP生产安全事故死亡人数\t人\t3', { target: 3, kind: 'ceiling', direction: 'down' }],
    ['能耗\t万吨\t不超过12万吨', { target: 12, kind: 'ceiling' }],
    ['贷款余额\t亿元\t80', { kind: 'level', basis: 'point' }],
    ['招商方案印发\t\t2026年9月30日', { kind: 'milestone', target: 1, dueOn: '2026-09-30', unit: '' }],
    ['重点项目开工\t个\t', { target: null, kind: 'volume' }],
  ])('%s', (line, expected) => {
    expect(sent(line)).toMatchObject([expected])
  })

  test.each([
    ['甲\t亿元\t1\n甲\t亿元\t2', 1, 'twice'],
    ['已有\t亿元\t1', 0, 'kept'],
    ['甲\t亿元\t一点五', 0, 'target'],
    ['\t亿元\t1', 0, 'name'],
    [`${'长'.repeat(61)}\t亿元\t1`, 0, 'long'],
  ])('%s is not made, and says why', (text, at, trouble) => {
    expect(read(text, ['已有'])[at]).toMatchObject({ trouble, sent: null })
  })

  test('planned by months are made without their target', () => {
    expect(read('指标名称\t类型\t目标\n投资\t分期\t120')).toMatchObject([{ trouble: 'plan', sent: { kind: 'phased', target: null } }])
  })

  test('without a heading keep their first line', () => {
    expect(read('投资完成额\t亿元\t120\n用电量\t亿千瓦时\t3').map(l => l.name)).toEqual(['投资完成额', '用电量'])
  })
})
