// What else is known of a standing: growth, where the year will end by which method, a total that is not the sum of its parts.
import type { IndicatorView, StandingView } from '../../core/contract/indicator.ts'
import type { Series } from '../../core/indicator.ts'
import { isCapped } from '../../core/pacerule.ts'
import { type OnPrevious, onPrevious } from '../../core/previous.ts'
import { formatPeriod } from '../words/day.ts'
import { formatComputed, formatFigure, formatPoints, withUnit } from '../words/figure.ts'
import type { Lang } from '../words/number.ts'
import { type T, useWords } from '../words/words.ts'

type Measure = Pick<IndicatorView, 'kind' | 'unit' | 'decimals' | 'basis' | 'direction' | 'frequency'>
/** The year that a standing is of. */
type Of = Pick<Series, 'year' | 'values' | 'lastYear'> & { indicator: Measure }

export function Facts({ standing: s, of }: { standing: Omit<StandingView, 'unitId' | 'indicatorId'>; of: Of }) {
  const { t, lang } = useWords()
  const i = of.indicator
  const figure = (value: number) => withUnit(formatFigure(value, i.decimals, lang), i.unit, lang)
  const rows: [name: string, said: string][] = []
  if (s.yearOnYear !== null && i.unit !== '%')
    rows.push([t('series.yearOnYear'), `${formatPoints(s.yearOnYear)}%${s.lowBase ? t('series.lowBase') : ''}`])
  const step = s.month === null ? null : onPrevious({ ...of, target: null }, s.month)
  if (step) rows.push([t('series.onPrevious'), sayStep(t, step, lang)])
  if (s.projected) {
    const { low, high, method } = s.projected
    const range = low === high ? figure(low) : `${formatFigure(low, i.decimals, lang)} – ${figure(high)}`
    rows.push([t('series.projected'), t('say.aside', { what: range, more: t(`series.method.${method}`) })])
  }
  if (s.neededPerMonth !== null && s.neededPerMonth > 0 && !isCapped(i))
    rows.push([t('series.needed'), withUnit(formatComputed(s.neededPerMonth, i.decimals, lang), i.unit, lang)])
  if (s.status && s.status !== 'final') rows.push([t('series.status'), t(`reading.${s.status}`)])
  if (s.summed) rows.push([t('series.made'), t('series.summed')])
  if (s.mismatch)
    rows.push([t('series.mismatch'), t('series.mismatchSaid', { reported: figure(s.mismatch.reported), parts: figure(s.mismatch.parts) })])
  if (rows.length === 0) return null
  return (
    <dl className="standing-facts">
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

function sayStep(t: T, step: OnPrevious, lang: Lang): string {
  if (step === 'bad-base') return t('series.onPreviousBad')
  if ('percent' in step) return `${formatPoints(step.percent)}%`
  const { year, month } = step.missing
  return t('series.onPreviousMissing', { month: formatPeriod(`${year}-${String(month).padStart(2, '0')}`, lang) })
}
