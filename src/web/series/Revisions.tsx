// Targets and readings with everything that they were before: the newest holds, the older ones stay, each with who, when and why.
import type { IndicatorView, ReadingView, SeriesView, TargetView } from '../../core/contract/indicator.ts'
import { Pledged } from '../board/Pledged.tsx'
import { Reporter } from '../parts/Reporter.tsx'
import { formatInstant, formatPeriod } from '../words/day.ts'
import { formatFigure, formatTarget, targetUnit, withUnit } from '../words/figure.ts'
import { sayPromise } from '../words/pledge.ts'
import { useWords } from '../words/words.ts'
import { monthsOf } from './charts.ts'

type Measure = Pick<IndicatorView, 'unit' | 'decimals' | 'kind'>

export function Targets({ targets, indicator }: { targets: TargetView[]; indicator: Measure }) {
  const { t, lang } = useWords()
  const sorted = targets.toSorted((a, b) => b.revision - a.revision)
  if (sorted.length === 0) return <p className="muted">{t('series.noTarget')}</p>
  const months = monthsOf(lang)
  return (
    <ol className="revisions">
      {sorted.map((one, i) => (
        <li key={`${one.kind}${one.revision}`} className={i > 0 || one.withdrawn ? 'was' : undefined}>
          <p>
            {indicator.kind === 'milestone' ? (
              <b>{t('series.milestone')}</b>
            ) : (
              <b>
                {one.kind === 'target'
                  ? withUnit(formatTarget(one.value, indicator, lang), targetUnit(indicator), lang)
                  : withUnit(formatFigure(one.value, indicator.decimals, lang), indicator.unit, lang)}
              </b>
            )}
            {one.dueOn && <> {t('series.dueOn', { on: one.dueOn })}</>}
            {one.base !== null && <> {t('series.base', { base: formatFigure(one.base, indicator.decimals, lang) })}</>}
            {i > 0 ? <> · {t('series.replaced')}</> : one.withdrawn && <> · {t('series.withdrawn')}</>}
          </p>
          {one.phasing && (
            <p className="muted">
              {t('series.phasing')}{' '}
              {one.phasing
                .flatMap((v, m) => (v === null ? [] : [`${months[m]} ${formatFigure(v, indicator.decimals, lang)}`]))
                .join(t('say.comma'))}
            </p>
          )}
          <p className="muted">
            {t('series.setBy', { by: one.by, at: formatInstant(one.at, lang) })}
            {one.why && <> {t('series.why', { why: one.why })}</>}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The one that holds, judged; under it those before it. */
export function Commitments({ view: { commitments, commitment, indicator } }: { view: SeriesView }) {
  const { t, lang } = useWords()
  return (
    <>
      {commitment && (
        <p>
          <Pledged commitment={commitment} indicator={indicator} />
        </p>
      )}
      <ol className="revisions">
        {commitments.map((c, i) => (
          <li key={c.revision} className={i > 0 || c.withdrawn ? 'was' : undefined}>
            <p>
              {sayPromise(t, indicator, { value: c.value, dueOn: c.dueOn! }, lang)}
              {i > 0 ? <> · {t('series.replaced')}</> : c.withdrawn && <> · {t('series.withdrawn')}</>}
            </p>
            <p className="muted">
              {t('series.setBy', { by: c.by, at: formatInstant(c.at, lang) })}
              {c.why && <> {t('series.why', { why: c.why })}</>}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Newest month first; under the revision that holds stand those before it. */
export function Readings({ readings, indicator }: { readings: ReadingView[]; indicator: Measure }) {
  const { t, lang } = useWords()
  const sorted = readings.toSorted((a, b) => b.year - a.year || b.month - a.month || b.revision - a.revision)
  const holds = (r: ReadingView, i: number) => {
    const before = sorted[i - 1]
    return !before || before.month !== r.month || before.year !== r.year
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('series.readings')} tabIndex={0}>
      <table className="table readings phone-cards">
        <caption className="hidden">{t('series.readings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.month')}</th>
            <th scope="col" className="num">
              {indicator.unit ? t('series.valueIn', { unit: indicator.unit }) : t('series.value')}
            </th>
            <th scope="col">{t('series.status')}</th>
            <th scope="col">{t('series.reporter')}</th>
            <th scope="col">{t('series.note')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((r, i) => (
            <tr key={`${r.year}-${r.month}-${r.revision}`} className={holds(r, i) ? undefined : 'was'}>
              <th scope="row">{formatPeriod(`${r.year}-${String(r.month).padStart(2, '0')}`, lang)}</th>
              <td className="num">{r.value === null ? '—' : formatFigure(r.value, indicator.decimals, lang)}</td>
              <td>
                {r.withdrawn ? t('series.withdrawn') : t(`reading.${r.status}`)}
                {!holds(r, i) && ` · ${t('series.replaced')}`}
              </td>
              <td className="card-line">
                <Reporter reading={r} />
              </td>
              <td className="card-line">{r.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
