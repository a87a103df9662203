// A pledge in words: what by when, where it stands, what it still takes. Nothing is decided here.
import type { CommitmentView, IndicatorView } from '../../core/contract/indicator.ts'
import { formatComputed, formatFigure, formatPoints, withUnit } from './figure.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'

type Measure = Pick<IndicatorView, 'kind' | 'unit' | 'decimals' | 'direction'>

const figureOf = ({ kind, unit, decimals }: Measure, value: number, lang: Lang): string =>
  kind === 'growth' ? `${formatFigure(value, Math.max(2, decimals), lang)}%` : withUnit(formatFigure(value, decimals, lang), unit, lang)

/** 9月30日前达到270户 */
export function sayPromise(t: T, of: Measure, { value, dueOn }: Pick<CommitmentView, 'value' | 'dueOn'>, lang: Lang): string {
  const goal = of.kind === 'milestone' ? 'done' : of.kind === 'ceiling' || of.direction === 'down' ? 'down' : 'up'
  return t(`pledge.goal.${goal}`, { on: dueOn, value: figureOf(of, value, lang) })
}

/** 9月为214户，欠进度12.5个百分点，今后每月需28户 */
export function sayKept(t: T, of: Measure, c: CommitmentView, lang: Lang): string {
  const parts: string[] = []
  if (c.now === null || c.month === null) parts.push(t('pledge.nothing'))
  else if (of.kind === 'milestone') parts.push(t(c.now >= 1 ? 'pledge.done' : 'pledge.notDone', { month: c.month }))
  else parts.push(t('pledge.now', { month: c.month, value: figureOf(of, c.now, lang) }))
  if (c.awaited !== null) parts.push(t('pledge.awaited', { month: c.awaited }))
  if (c.points !== null) {
    const points = formatPoints(c.points).replace(/^[+−]/, '')
    parts.push(t(c.points === 0 ? 'pledge.even' : c.points > 0 ? 'pledge.ahead' : 'pledge.behind', { points }))
  }
  if (c.neededPerMonth !== null && c.neededPerMonth > 0)
    parts.push(t('pledge.need', { value: withUnit(formatComputed(c.neededPerMonth, of.decimals, lang), of.unit, lang) }))
  return parts.join(t('pledge.comma'))
}

/** 承诺9月30日前达到270户；9月为214户，… */
export const sayPledge = (t: T, of: Measure, c: CommitmentView, lang: Lang): string =>
  t('pledge.said', { promise: sayPromise(t, of, c, lang), kept: sayKept(t, of, c, lang) })
