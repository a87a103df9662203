// 风险: a risk from being seen to being over or borne. Data only; how likelihood and impact make a level is riskmatrix's, what judging asks for riskrule's.
import type { KindSpec } from '../kind.ts'
import { RISK_LEVELS, RISK_STEPS } from '../riskmatrix.ts'

/** 政治 经济 债务 科技 社会治安 安全生产 生态环境 公共卫生 舆情 党建 */
export const RISK_CATEGORIES = [
  'politics',
  'economy',
  'debt',
  'technology',
  'order',
  'safety',
  'ecology',
  'health',
  'opinion',
  'party',
] as const

const likelihood = { type: 'choice', choices: RISK_STEPS, scale: 'likelihood' } as const
const impact = { type: 'choice', choices: RISK_STEPS, scale: 'impact' } as const
const level = { type: 'choice', choices: RISK_LEVELS, kept: true } as const

export const risk: KindSpec = {
  stages: {
    // To be judged: a person saw it, or a rule on an indicator did.
    raised: { needs: ['category', 'sign'] },
    assessed: {
      needs: ['category', 'inherentLikelihood', 'inherentImpact', 'likelihood', 'impact'],
      must: true,
      may: 'risk.judge',
    },
    treated: { needs: ['response', 'residualLikelihood', 'residualImpact'], also: ['residualWhy'] },
    watched: { needs: ['watchedBy'] },
    over: { needs: ['overWhy'], may: 'risk.judge' },
    borne: { needs: ['bearWhy', 'bearUntil'], back: ['assessed', 'treated', 'watched'], may: 'risk.bear' },
    dismissed: { needs: ['dismissWhy'], back: ['raised'], may: 'risk.judge' },
  },
  fields: {
    category: { type: 'choice', choices: RISK_CATEGORIES },
    sign: { type: 'lines' },
    level,
    inherentLikelihood: likelihood,
    inherentImpact: impact,
    inherentLevel: level,
    likelihood,
    impact,
    response: { type: 'lines' },
    residualLikelihood: likelihood,
    residualImpact: impact,
    residualLevel: level,
    // Without it, what is left is never above what there was.
    residualWhy: { type: 'lines' },
    watchedBy: { type: 'lines' },
    reviewedOn: { type: 'day' },
    reviewOn: { type: 'day', kept: true },
    // Of one that a rule raised: the figure with its cut-off and source.
    indicator: { type: 'indicator' },
    figure: { type: 'text' },
    asOf: { type: 'text' },
    figureSource: { type: 'text' },
    overWhy: { type: 'lines' },
    bearWhy: { type: 'lines' },
    bearUntil: { type: 'day' },
    dismissWhy: { type: 'lines' },
  },
  columns: ['category', 'level', 'residualLevel', 'reviewOn'],
  sum: null,
}
