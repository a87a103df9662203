import { describe, expect, it } from 'vitest'
import { SCORE_REASONS, type ScoreReason } from './assessment.ts'
import { type IndicatorKind, PACE_REASONS } from './indicator.ts'
import { scoreSentence } from './scoresentence.ts'

const say = (reason: ScoreReason, points: number | null, percent: number | null, kind: IndicatorKind = 'volume') => {
  const score = { points, weight: 10, cap: 1.1, reason, done: 40, scheduled: 50, percent, month: 6, awaited: null, lowBase: false }
  return (['zh', 'en'] as const).map(lang => scoreSentence(lang, { kind, unit: '亿元' }, score, 6))
}

describe('the sentence of a score', () => {
  it.each<[string[], string, string]>([
    [
      say('scheduled', 8, 80),
      '完成40亿元，序时应为50亿元，完成比例80%，得8分（满分10分）。',
      '40 亿元 done, 50 亿元 was due by now: 80%, so 8 of 10 marks.',
    ],
    [
      say('capped', 11, 120),
      '完成40亿元，序时应为50亿元，完成比例120%，按上限110%计，得11分（满分10分）。',
      '40 亿元 done, 50 亿元 was due by now: 120%, counted as 110% at most, so 11 of 10 marks.',
    ],
    [say('nothing', 0, -20, 'growth'), '完成40%，序时应为50%，得0分（满分10分）。', '40% done, 50% was due by now: 0 of 10 marks.'],
    [say('kept', 10, null), '符合要求，得10分（满分10分）。', 'As required: 10 of 10 marks.'],
    [
      say('no-base', null, null),
      '缺年初基数，是否达到序时进度不可算，不计分。',
      'Not scored: where the year began is not given, so its pace cannot be computed.',
    ],
  ])('%#', ([zh, en], chinese, english) => {
    expect(zh).toBe(chinese)
    expect(en).toBe(english)
  })

  it('says that the figures are of an earlier month, and which one is missing', () => {
    const score = {
      points: 8,
      weight: 10,
      cap: 1,
      reason: 'scheduled' as const,
      done: 40,
      scheduled: 50,
      percent: 80,
      month: 6,
      lowBase: false,
    }
    const of = { kind: 'volume' as const, unit: '亿元' }
    expect(scoreSentence('zh', of, { ...score, awaited: 9 }, 9)).toBe(
      '按6月数据：完成40亿元，序时应为50亿元，完成比例80%，得8分（满分10分）。9月的数还没有报。',
    )
    expect(scoreSentence('en', of, { ...score, awaited: null }, 7)).toMatch(/^By the data of June: 40 亿元 done/)
    expect(scoreSentence('zh', { ...of, kind: 'milestone' }, { ...score, reason: 'kept', awaited: null }, 9)).toMatch(/^符合要求/)
    expect(scoreSentence('zh', { ...of, kind: 'growth' }, { ...score, lowBase: true, awaited: null }, 6)).toMatch(
      /同期基数低，增速仅供参考。$/,
    )
  })

  it('has words for every reason in both languages', () => {
    for (const reason of [...SCORE_REASONS, ...PACE_REASONS]) {
      const [zh, en] = say(reason, 0, 0)
      expect(zh).toMatch(/^[^a-zA-Z]+。$/)
      expect(en).toMatch(/^.+\.$/)
    }
  })
})
