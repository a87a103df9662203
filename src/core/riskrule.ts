// What judging a risk does to its facts: levels by the matrix, never less left than reasoned, the day of the next review by the level. Pure.
import { addDays } from './day.ts'
import { type Fields, isBlank } from './kind.ts'
import type { KindRule, RuleContext } from './kindrule.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { levelAt, type RiskLevel, type RiskScale, rankOf } from './riskmatrix.ts'

/** 固有 当前 剩余: the facts that each level is made of. */
export const RATINGS = {
  inherent: { likelihood: 'inherentLikelihood', impact: 'inherentImpact', level: 'inherentLevel' },
  current: { likelihood: 'likelihood', impact: 'impact', level: 'level' },
  residual: { likelihood: 'residualLikelihood', impact: 'residualImpact', level: 'residualLevel' },
} as const
export type Rating = keyof typeof RATINGS

/** Seen, and judged by nobody yet. */
export const TO_JUDGE = 'raised'
/** In these it is looked at again and again. */
export const REVIEWED_STAGES: readonly string[] = ['assessed', 'treated', 'watched']

const text = (fields: Fields, name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null)

/** The three levels by the scale; a half-judged one has none. */
function withLevels(fields: Fields, scale: RiskScale): Fields | Refusal {
  const next = { ...fields }
  for (const { likelihood, impact, level } of Object.values(RATINGS)) {
    delete next[level]
    const [l, i] = [text(fields, likelihood), text(fields, impact)]
    if (l !== null && Number(l) > scale.likelihood.length) return refuse('invalid', { field: likelihood, rule: 'scale' })
    if (i !== null && Number(i) > scale.impact.length) return refuse('invalid', { field: impact, rule: 'scale' })
    if (l !== null && i !== null) next[level] = levelAt(scale, l, i)
  }
  return next
}

/** What is left after the measures is judged above what there was without them. */
export function residualAbove(fields: Fields): boolean {
  const [left, was] = [text(fields, 'residualLevel'), text(fields, 'inherentLevel')] as (RiskLevel | null)[]
  return left !== null && was !== null && rankOf(left!) > rankOf(was!)
}

const JUDGED = [RATINGS.inherent, RATINGS.residual].flatMap(r => [r.likelihood, r.impact])

export const riskRule: KindRule = (was, next, said, { from, stage, today, book }) => {
  const rated = withLevels(next, book.risk)
  if (isRefusal(rated)) return rated
  const above = residualAbove(rated)
  // A reason is one for the levels that it was given with.
  const moved = JUDGED.some(name => was[name] !== rated[name])
  if (above && (moved ? isBlank(said.residualWhy) : isBlank(rated.residualWhy) && 'residualWhy' in said))
    return refuse('residual-above', { residual: text(rated, 'residualLevel'), inherent: text(rated, 'inherentLevel') })
  if (!above) delete rated.residualWhy
  if (text(said, 'bearUntil') && text(said, 'bearUntil')! <= today) return refuse('invalid', { field: 'bearUntil', rule: 'past' })
  return withReview(rated, said, { from, stage, today, scale: book.risk })
}

interface Reviewing extends Pick<RuleContext, 'from' | 'stage' | 'today'> {
  scale: RiskScale
}

/** Whoever judges the present levels reviews it, on the day that he says or today. What comes back is to be judged at once. */
function withReview(fields: Fields, said: Fields, { from, stage, today, scale }: Reviewing): Fields | Refusal {
  const { reviewOn: _, ...rest } = fields
  const { likelihood, impact } = RATINGS.current
  const judged = likelihood in said || impact in said
  if (judged && !said.reviewedOn) rest.reviewedOn = today
  const on = text(rest, 'reviewedOn')
  if (on !== null && on > today) return refuse('invalid', { field: 'reviewedOn', rule: 'future' })
  const level = text(rest, 'level') as RiskLevel | null
  if (!REVIEWED_STAGES.includes(stage) || on === null || level === null) return rest
  const returned = from !== null && !REVIEWED_STAGES.includes(from) && !judged && !said.reviewedOn
  return { ...rest, reviewOn: returned ? today : addDays(on, scale.reviewEvery[level]) }
}
