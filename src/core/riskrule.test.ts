import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fields } from './kind.ts'
import { isRefusal } from './refusal.ts'
import { RISK_LEVELS, RISK_SCALE, rankOf } from './riskmatrix.ts'
import { REVIEWED_STAGES, residualAbove } from './riskrule.ts'
import { RULES } from './rules.ts'
import { amend, type Detail, type Moved, moveStage, startDetail } from './stage.ts'

const TODAY = '2026-06-15'
const ask = { today: TODAY, words: '更正' }
const seen: Fields = { category: 'debt', sign: '隐性债务化解进度偏慢' }
const inherent: Fields = { inherentLikelihood: '4', inherentImpact: '4' }
const current: Fields = { likelihood: '3', impact: '4' }
const raised: Detail = { kind: 'risk', stage: 'raised', stageOn: '2026-06-01', fields: seen }
const assessed = (moveStage(raised, 'assessed', { ...inherent, ...current }, ask) as Moved).next

describe('judging a risk', () => {
  it('gives it its levels by the matrix, and the day of its review by its level', () =>
    expect(assessed.fields).toMatchObject({
      inherentLevel: 'high',
      level: 'high',
      reviewedOn: TODAY,
      reviewOn: '2026-07-15',
    }))
  it('is no one’s to say by hand: levels follow', () =>
    expect(amend(assessed, { level: 'low' }, { ...ask, today: TODAY })).toMatchObject({ refused: 'invalid', facts: { field: 'level' } }))
  it('knows no step that the scale does not have', () =>
    expect(amend(assessed, { impact: '6' }, { ...ask, today: TODAY })).toMatchObject({
      refused: 'invalid',
      facts: { field: 'impact', rule: 'scale' },
    }))
  it('again brings the next review, sooner for what is worse', () => {
    const worse = amend(assessed, { likelihood: '5', impact: '5' }, { ...ask, today: '2026-07-10' }) as Moved
    expect(worse.next.fields).toMatchObject({ level: 'extreme', reviewedOn: '2026-07-10', reviewOn: '2026-07-17' })
    expect(worse.facts).toMatchObject({ 'was.level': 'high', 'now.level': 'extreme' })
  })
  it('unchanged is a review all the same', () =>
    expect((amend(assessed, { reviewedOn: '2026-07-14' }, { ...ask, today: '2026-07-15' }) as Moved).next.fields).toMatchObject({
      reviewOn: '2026-08-13',
    }))
  it('lies in no future', () =>
    expect(amend(assessed, { reviewedOn: '2026-06-16' }, { ...ask, today: TODAY })).toMatchObject({
      refused: 'invalid',
      facts: { rule: 'future' },
    }))
})

describe('what is left after the measures', () => {
  const above = { response: '压减开支', residualLikelihood: '5', residualImpact: '5' }
  it('is never above what there was without them, unless it is said why', () => {
    expect(moveStage(assessed, 'treated', above, ask)).toMatchObject({
      refused: 'residual-above',
      facts: { residual: 'extreme', inherent: 'high' },
    })
    const out = moveStage(assessed, 'treated', { ...above, residualWhy: '措施本身会引发挤兑' }, ask) as Moved
    expect(out.next.fields).toMatchObject({ residualLevel: 'extreme', residualWhy: '措施本身会引发挤兑' })
  })
  it('asks for a new reason with new levels, and keeps none that is no longer needed', () => {
    const why = moveStage(assessed, 'treated', { ...above, residualWhy: '措施本身会引发挤兑' }, ask) as Moved
    expect(amend(why.next, { inherentLikelihood: '3' }, { ...ask, today: TODAY })).toMatchObject({ refused: 'residual-above' })
    expect(amend(why.next, { residualWhy: null }, { ...ask, today: TODAY })).toMatchObject({ refused: 'residual-above' })
    const lower = amend(why.next, { residualLikelihood: '1' }, { ...ask, today: TODAY }) as Moved
    expect(lower.next.fields.residualWhy).toBeUndefined()
  })
  it('does not stop other changes when the scale itself was changed', () => {
    const levels = RISK_SCALE.levels.map(row => row.map(() => 'high' as const))
    levels[0]![0] = 'low' as 'high'
    const least = amend(assessed, { inherentLikelihood: '1', inherentImpact: '1' }, { ...ask, today: TODAY }) as Moved
    const left = amend(least.next, { residualLikelihood: '2', residualImpact: '1' }, { ...ask, today: TODAY }) as Moved
    const book = { risk: { ...RISK_SCALE, levels } }
    expect(amend(left.next, { sign: '又有两笔到期' }, { ...ask, today: TODAY, book })).toMatchObject({
      next: { fields: { residualLevel: 'high' } },
    })
  })
})

describe('a risk that is borne', () => {
  const bear = { bearWhy: '代价高于损失', bearUntil: '2026-12-31' }
  it('is borne until a day to come, and is reviewed no more till then', () => {
    expect(moveStage(assessed, 'borne', { ...bear, bearUntil: TODAY }, ask)).toMatchObject({ refused: 'invalid', facts: { rule: 'past' } })
    expect((moveStage(assessed, 'borne', bear, ask) as Moved).next.fields.reviewOn).toBeUndefined()
  })
  it('is to be judged at once when it comes back', () => {
    const borne = (moveStage(assessed, 'borne', bear, ask) as Moved).next
    expect((moveStage(borne, 'assessed', {}, { today: '2027-01-01', words: '接受期满' }) as Moved).next.fields.reviewOn).toBe('2027-01-01')
  })
})

const step = fc.constantFrom('1', '2', '3', '4', '5')
const change: fc.Arbitrary<Fields> = fc.record(
  {
    inherentLikelihood: step,
    inherentImpact: step,
    likelihood: step,
    impact: step,
    residualLikelihood: step,
    residualImpact: step,
    residualWhy: fc.constantFrom('措施有副作用', null, ' '),
    response: fc.constantFrom('压减开支', '展期'),
  },
  { requiredKeys: [] },
)
const moves = fc.record({ to: fc.constantFrom('raised', 'assessed', 'treated', 'watched', 'over', 'borne', 'dismissed'), more: change })

it('never leaves more than there was without a reason, whatever is changed in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(change, moves), { maxLength: 25 }), steps => {
      let at: Detail = (startDetail('risk', undefined, seen, TODAY) as Moved).next
      const proof = { watchedBy: '月报', overWhy: '已还清', bearWhy: '代价高', bearUntil: '2026-12-31', dismissWhy: '误报' }
      for (const one of steps) {
        const moved = 'to' in one && typeof one.to === 'string' && typeof one.more === 'object'
        const out = moved
          ? moveStage(at, one.to as string, { ...proof, ...(one.more as unknown as Fields) }, ask)
          : amend(at, one as Fields, ask)
        if (isRefusal(out)) continue
        at = out.next
        const { fields } = at
        expect(residualAbove(fields) && !String(fields.residualWhy ?? '').trim()).toBe(false)
        for (const level of ['level', 'inherentLevel', 'residualLevel'])
          if (fields[level] !== undefined) expect(RISK_LEVELS).toContain(fields[level])
        if (fields.reviewOn) expect(REVIEWED_STAGES).toContain(at.stage)
      }
    }),
  )
})

it('ranks the levels from the least to the worst', () => {
  expect(RISK_LEVELS.map(rankOf)).toEqual([0, 1, 2, 3])
  expect(RULES.risk.reviewEvery.extreme).toBeLessThan(RULES.risk.reviewEvery.low)
})
