// 风险: a risk from being seen to being over or borne. Data only; how likelihood and impact make a rating is no business of the kind's.
import type { KindSpec } from '../kind.ts'

const SCALE = ['1', '2', '3', '4', '5'] as const

export const risk: KindSpec = {
  stages: {
    identified: { needs: ['category'] },
    assessed: { needs: ['likelihood', 'impact', 'post'], must: true },
    treated: { needs: ['measures'] },
    watched: { needs: ['reviewOn'] },
    over: { needs: ['overWhy'] },
    borne: { needs: ['bearer', 'bearUntil'], back: ['assessed', 'treated', 'watched'] },
  },
  fields: {
    category: { type: 'choice', choices: ['politics', 'economy', 'debt', 'society', 'safety', 'ecology', 'health', 'opinion'] },
    likelihood: { type: 'choice', choices: SCALE },
    impact: { type: 'choice', choices: SCALE },
    post: { type: 'text' },
    measures: { type: 'lines' },
    reviewOn: { type: 'day' },
    overWhy: { type: 'lines' },
    bearer: { type: 'text' },
    bearUntil: { type: 'day' },
  },
  columns: ['category', 'likelihood', 'impact', 'post', 'reviewOn'],
  sum: null,
}
