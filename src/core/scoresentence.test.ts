import { describe, expect, it } from 'vitest'
import { SCORE_REASONS, type ScoreReason } from './assessment.ts'
import { type IndicatorKind, PACE_REASONS } from './indicator.ts'
import { scoreSentence } from './scoresentence.ts'

const say = (reason: ScoreReason, points: number | null, percent: number | null, kind: IndicatorKind = 'volume') => {
  const score = { points, weight: 10, cap: 1.1, reason, done: 40, scheduled: 50, percent }
  return (['zh', 'en'] as const).map(lang => scoreSentence(lang, { kind, unit: '亿元' }, score))
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
    [say('kept', 10, null), '符合要求，得满分10分。', 'As required: all 10 marks.'],
    [
      say('no-base', null, null),
      '缺年初基数，是否达到序时进度不可算，不计分。',
      'Not scored: where the year began is not given, so its pace cannot be computed.',
    ],
  ])('%#', ([zh, en], chinese, english) => {
    expect(zh).toBe(chinese)
    expect(en).toBe(english)
  })

  it('has words for every reason in both languages', () => {
    for (const reason of [...SCORE_REASONS, ...PACE_REASONS]) {
      const [zh, en] = say(reason, 0, 0)
      expect(zh).toMatch(/^[^a-zA-Z]+。$/)
      expect(en).toMatch(/^.+\.$/)
    }
  })
})
