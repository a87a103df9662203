import { beforeAll, describe, expect, test } from 'vitest'
import type { StandingView } from '../../core/contract/indicator.ts'
import { formatFigure, formatPoints } from './figure.ts'
import { cellOf, sayStanding, sayTitle, sayVerdict } from './pace.ts'
import { startWords, type T } from './words.ts'

let zh: T
let en: T
beforeAll(async () => {
  const words = await startWords('en')
  zh = words.getFixedT('zh')
  en = words.getFixedT('en')
})

const standing = (more: Partial<StandingView> = {}): StandingView => ({
  unitId: 'u',
  indicatorId: 'i',
  month: 5,
  awaited: null,
  value: 12.3,
  summed: false,
  status: 'final',
  target: 27.2,
  verdict: 'on',
  light: 'green',
  reason: null,
  share: 45.2,
  time: 41.67,
  points: 3.53,
  ratio: 1.08,
  neededPerMonth: 2.13,
  projected: null,
  yearOnYear: null,
  lowBase: false,
  mismatch: null,
  ...more,
})
const volume = { kind: 'volume', unit: '亿元', decimals: 2, basis: 'cumulative', direction: 'up' } as const

describe('in words', () => {
  test('the title says the verdict in the words of the kind', () => {
    expect(sayTitle(zh, '云溪镇固定资产投资', volume, standing({ verdict: 'behind', points: -12.92 }))).toBe(
      '云溪镇固定资产投资欠序时 12.92 个百分点',
    )
    expect(sayVerdict(zh, { kind: 'growth' }, standing({ share: null, points: -0.4, verdict: 'behind' }))).toBe('低于目标 0.4 个百分点')
    expect(sayVerdict(zh, { kind: 'ceiling' }, standing({ share: 110, points: -68.33, verdict: 'behind' }))).toBe('已突破上限')
    expect(sayVerdict(zh, { kind: 'ceiling' }, standing({ share: null, points: -4, verdict: 'behind' }))).toBe('越过控制线 4%')
    expect(sayVerdict(en, { kind: 'milestone' }, standing({ points: null, verdict: 'behind' }))).toBe('overdue')
  })

  test('the sentence has the digits of the indicator', () => {
    expect(sayStanding(volume, standing(), 2026, 'zh')).toMatch(/^1—5月累计完成12\.30亿元，为年度目标27\.20亿元的45\.2%/)
    expect(sayStanding(volume, standing(), 2026, 'en')).toMatch(/12\.30 亿元/)
  })
})

describe('the signs of a cell', () => {
  test('each verdict has its word, so that colour is never alone', () => {
    expect(cellOf(zh, standing())).toEqual({ word: '超', points: '3.53' })
    expect(cellOf(zh, standing({ verdict: 'behind', points: -5 }))).toEqual({ word: '欠', points: '5' })
    expect(cellOf(zh, standing({ verdict: 'reached' }))).toEqual({ word: '完成', points: '' })
    expect(cellOf(zh, standing({ verdict: 'unknown', points: null }))).toEqual({ word: '不可算', points: '' })
  })
})

test('figures keep their digits and use a real minus sign', () => {
  expect(formatFigure(-1234.5, 2, 'zh')).toBe('−1234.50')
  expect(formatFigure(1234.5, 1, 'en')).toBe('1,234.5')
  expect(formatPoints(-12.924)).toBe('−12.92')
  expect(formatPoints(0.001)).toBe('0')
})
