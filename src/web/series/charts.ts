// From a series to the data of its charts; the drawing is chart's business.
import type { SeriesView, StandingView } from '../../core/contract/indicator.ts'
import type { Bullets } from '../chart/bullet.ts'
import type { YearLines } from '../chart/lineWithPlan.ts'
import type { Panels } from '../chart/smallMultiples.ts'
import { formatPeriod } from '../words/day.ts'
import { formatFigure } from '../words/figure.ts'
import type { Lang } from '../words/number.ts'
import { sayVerdict } from '../words/pace.ts'
import type { T } from '../words/words.ts'
import type { Other } from './others.ts'

export type Named = Other & { name: string }

export const monthsOf = (lang: Lang): string[] =>
  Array.from({ length: 12 }, (_, i) =>
    lang === 'zh' ? `${i + 1}月` : formatPeriod(`2000-${String(i + 1).padStart(2, '0')}`, 'en').split(' ')[0]!,
  )

/** The standing by the newest data. */
export const newestOf = ({ standings }: Pick<SeriesView, 'standings'>): StandingView | null =>
  standings.reduce<StandingView | null>((last, s) => (s.month !== null && s.month >= (last?.month ?? 0) ? s : last), null)

const unitWords =
  (t: T, unit: string) =>
  (name: string): string =>
    unit ? t('chart.withUnit', { name, unit }) : name

export type Yearly = Pick<SeriesView, 'year' | 'values' | 'plan' | 'lastYear'> & {
  indicator: Pick<SeriesView['indicator'], 'unit' | 'decimals' | 'basis' | 'frequency'>
}

/** `month`: of the newest data. */
export function yearLines(t: T, lang: Lang, view: Yearly, month: number | null): YearLines {
  const { unit, decimals } = view.indicator
  const cover = month === null ? '' : formatPeriod(`${view.year}-${String(month).padStart(2, '0')}`, lang)
  return {
    months: monthsOf(lang),
    values: view.values,
    plan: view.plan,
    lastYear: view.lastYear,
    month,
    unit,
    withUnit: unitWords(t, unit),
    names: {
      month: t('chart.month'),
      value: t('chart.value', { year: view.year }),
      plan: t('chart.plan'),
      lastYear: t('chart.lastYear', { year: view.year - 1 }),
      marked: t('chart.marked', { month: cover }),
    },
    say: value => formatFigure(value, decimals, lang),
    fromZero: view.indicator.basis === 'cumulative' && unit !== '%',
    joined: view.indicator.frequency !== 'month',
  }
}

/** The target of the year and each commitment, the same value against all of them. */
export function bulletsOf(t: T, lang: Lang, view: SeriesView, last: StandingView | null): Bullets | null {
  if (!last || last.value === null || last.target === null || view.indicator.kind === 'growth') return null
  const plan = last.month === null ? null : (view.plan[last.month - 1] ?? null)
  const verdict = sayVerdict(t, view.indicator, last)
  const { value } = last
  const pledged = (c: NonNullable<SeriesView['commitment']>) => ({
    name: t('chart.commitment', { on: c.dueOn }),
    value: c.now,
    target: c.value,
    plan: null,
    alarm: c.light === 'red',
    verdict: t(`pledge.stand.${c.stand}`),
  })
  return {
    rows: [
      { name: t('chart.yearTarget'), value, target: last.target, plan, alarm: last.light === 'red', verdict },
      ...(view.commitment ? [pledged(view.commitment)] : []),
    ],
    withUnit: unitWords(t, view.indicator.unit),
    names: {
      who: t('chart.goal'),
      value: t('chart.value', { year: view.year }),
      plan: t('chart.plan'),
      target: t('chart.target'),
      verdict: t('chart.verdict'),
    },
    say: v => formatFigure(v, view.indicator.decimals, lang),
  }
}

/** As many side by side as the page is wide. */
const PANEL = 200

export function panelsOf(t: T, lang: Lang, view: SeriesView, others: Named[], width: number): Panels {
  return {
    panels: others.map(o => ({
      name: o.name,
      values: o.values,
      plan: o.plan,
      alarm: o.stood.light === 'red',
      verdict: sayVerdict(t, view.indicator, o.stood),
    })),
    months: monthsOf(lang),
    columns: Math.max(2, Math.floor(width / PANEL)),
    names: { unit: t('board.unit'), verdict: t('chart.verdict') },
    say: v => formatFigure(v, view.indicator.decimals, lang),
  }
}
