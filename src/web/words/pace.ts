// How one unit stands in one indicator: a title, the few signs of a cell, and core's sentence with the page's figures. Nothing is decided here.
import type { IndicatorView, SeriesView, StandingView } from '../../core/contract/indicator.ts'
import { paceSentence } from '../../core/pacesentence.ts'
import { formatComputed, formatFigure, formatPoints, formatTarget, withUnit } from './figure.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'

type Kind = Pick<IndicatorView, 'kind'>
type Measure = Pick<IndicatorView, 'kind' | 'unit' | 'decimals' | 'basis' | 'direction'>
type Stood = Pick<StandingView, 'verdict' | 'points' | 'share'>

const size = (points: number): string => formatPoints(points).replace(/^[+−]/, '')

/** 超序时 3.5 个百分点: the verdict with its distance, in the words of the kind's own rule. */
export function sayVerdict(t: T, { kind }: Kind, s: Stood): string {
  if (s.verdict === 'unknown') return t('pace.unknown')
  const points = s.points === null ? '' : size(s.points)
  const facts = { points }
  const behind = s.verdict === 'behind'
  if (kind === 'milestone') return t(behind ? 'pace.late' : 'pace.done')
  if (kind === 'ceiling' && s.verdict === 'reached') return t('pace.kept')
  if (s.verdict === 'reached') return t('pace.reached')
  if (s.points === null) return t(behind ? 'pace.behindPlain' : 'pace.on')
  // A line to be kept has no share of anything: the room to it is in per cent of it.
  if ((kind === 'ceiling' || kind === 'level') && s.share === null) return t(behind ? 'pace.past' : 'pace.within', facts)
  if (kind === 'ceiling' && (s.share ?? 0) > 100) return t('pace.broken')
  if (s.points === 0) return t('pace.even')
  if (kind === 'growth') return t(behind ? 'pace.growthBelow' : 'pace.growthAbove', facts)
  if (kind === 'ceiling') return t(behind ? 'pace.ceilingOver' : 'pace.ceilingUnder', facts)
  return t(behind ? 'pace.behind' : 'pace.ahead', facts)
}

/** 云溪镇一般公共预算收入欠序时 12.92 个百分点 */
export const sayTitle = (t: T, what: string, kind: Kind, s: Stood): string => t('pace.title', { what, verdict: sayVerdict(t, kind, s) })

/** The whole sentence, as the answer sheet prints it, too; amounts in the digits of the indicator. */
export function sayStanding(
  m: Measure,
  s: Omit<StandingView, 'unitId' | 'indicatorId'>,
  year: number,
  lang: Lang,
  dueOn: string | null = null,
): string {
  const print = { told: formatFigure, computed: formatComputed }
  return paceSentence(lang, m, { ...s, year, dueOn }, (value, unit, what) =>
    withUnit(what === 'target' ? formatTarget(value, m, lang) : print[what](value, m.decimals, lang), unit, lang),
  )
}

/** The few signs of a cell: shape, word, distance. The shape is the light's, but a finished task is ticked. */
export function cellOf(t: T, s: Stood): { word: string; points: string } {
  if (s.verdict === 'unknown') return { word: t('pace.cell.unknown'), points: '' }
  if (s.verdict === 'reached') return { word: t('pace.cell.reached'), points: '' }
  if (s.points === null) return { word: t(s.verdict === 'behind' ? 'pace.cell.behind' : 'pace.cell.on'), points: '' }
  if (s.verdict === 'behind') return { word: t('pace.cell.behind'), points: size(s.points) }
  return s.points === 0 ? { word: t('pace.cell.on'), points: '' } : { word: t('pace.cell.ahead'), points: size(s.points) }
}

/** By when a milestone is due: the holding revision says it. */
export const dueOf = ({ targets, year }: Pick<SeriesView, 'targets' | 'year'>): string | null =>
  targets.filter(t => t.year === year).toSorted((a, b) => b.revision - a.revision)[0]?.dueOn ?? null
