// Exemplars 标杆 beside the ranks: the year of their figure, one's own of the same kind, and what lies between.
import { formatFigure, formatGap } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { CatchUp } from './CatchUp.tsx'
import { FigureSource } from './FigureSource.tsx'
import { chinese, periodOf, type Table } from './say.ts'

export function Exemplars({ table, place }: { table: Table; place: string }) {
  const { t, lang } = useWords()
  const { unit, decimals } = table.indicator
  const say = (value: number) => formatFigure(value, decimals, lang)
  return (
    <section aria-labelledby="exemplars" className="benchmark-part">
      <h2 id="exemplars">{t('benchmark.exemplars')}</h2>
      {table.exemplars.length === 0 ? (
        <p className="muted">{t('benchmark.noExemplar')}</p>
      ) : (
        <>
          <p className="lead">{t('benchmark.exemplarsLead')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
          <section className="table-box" aria-label={t('benchmark.exemplars')} tabIndex={0}>
            <table className="table">
              <caption className="hidden">{t('benchmark.exemplars')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('benchmark.place')}</th>
                  <th scope="col" className="num" lang={chinese(unit)}>
                    {unit ? t('benchmark.value', { unit }) : t('benchmark.bare')}
                  </th>
                  <th scope="col">{t('benchmark.figureOf')}</th>
                  <th scope="col" className="num" lang={chinese(place)}>
                    {t('benchmark.ownBeside', { place })}
                  </th>
                  <th scope="col" className="num">
                    {t('benchmark.gap')}
                  </th>
                  <th scope="col">{t('benchmark.catchUp')}</th>
                  <th scope="col">{t('benchmark.source')}</th>
                </tr>
              </thead>
              <tbody>
                {table.exemplars.map(row => (
                  <tr key={row.peerId}>
                    <th scope="row" className="nowrap">
                      {row.name} <span className="muted">{t(`benchmark.exemplar.${row.exemplar}`)}</span>
                    </th>
                    <td className="num">{row.figure ? say(row.figure.value) : <span className="muted">{t('benchmark.missing')}</span>}</td>
                    <td className="nowrap">{row.figure ? periodOf(row.figure, lang) : '—'}</td>
                    <td className="num nowrap">
                      {row.own ? say(row.own.value) : '—'}
                      {row.own && <span className="aside">{periodOf(row.own, lang)}</span>}
                    </td>
                    <td className="num nowrap">
                      {row.gap === null ? '—' : row.better ? formatGap(row.gap, decimals, lang) : t('benchmark.betterAlready')}
                    </td>
                    <td>
                      <CatchUp row={row} place={place} still={row.still && row.figure ? periodOf(row.figure, lang) : null} />
                    </td>
                    <td className="origin">{row.figure?.from && <FigureSource from={row.figure.from} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}
