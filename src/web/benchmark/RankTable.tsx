// One's own place among peers: rank, figure, gaps, years to catch up, each figure with its source; the first-tier line stands where it is.
import type { BenchmarkView } from '../../core/contract/benchmark.ts'
import { Go } from '../parts/Go.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { formatFigure, formatGap, formatPoints } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { CatchUp } from './CatchUp.tsx'
import { FigureSource } from './FigureSource.tsx'
import { amount, chinese, periodOf, type Row, type Table } from './say.ts'

interface Props {
  view: BenchmarkView
  table: Table
  onRevise: (row: Row) => void
}

export function RankTable({ view, table, onRevise }: Props) {
  const { t, lang } = useWords()
  const { indicator, rows, year, month } = table
  const name = t('benchmark.table', {
    indicator: indicator.name,
    period: year === null || month === null ? '' : periodOf({ year, month }, lang),
  })
  // Above the first row that is ranked but not within the tier.
  const line = rows.find(row => row.rank !== null && !row.firstTier)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={name} tabIndex={0}>
      <table className="table ranks">
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('benchmark.place')}</th>
            <th scope="col" className="num">
              {t('benchmark.rank')}
            </th>
            <th scope="col" className="num" lang={chinese(indicator.unit)}>
              {indicator.unit ? t('benchmark.value', { unit: indicator.unit }) : t('benchmark.bare')}
            </th>
            <th scope="col" className="num">
              {t('benchmark.yearOnYear')}
            </th>
            <th scope="col" className="num">
              {t('benchmark.toAhead')}
            </th>
            <th scope="col" className="num">
              {t('benchmark.toBehind')}
            </th>
            <th scope="col">{t('benchmark.catchUp')}</th>
            <th scope="col">{t('benchmark.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(row => [
            ...(row === line ? [<TierLine key="tier" table={table} />] : []),
            <One key={row.peerId ?? 'own'} row={row} table={table} place={view.place} onRevise={onRevise} />,
          ])}
          {!line && table.tierAt !== null && <TierLine table={table} />}
        </tbody>
      </table>
    </section>
  )
}

function TierLine({ table }: { table: Table }) {
  const { t, lang } = useWords()
  if (table.tierAt === null) return null
  const facts = { tier: table.tierRank, value: amount(table.tierAt, table.indicator, lang) }
  return (
    <tr className="tier">
      <td colSpan={8}>{t(table.indicator.direction === 'up' ? 'benchmark.tier' : 'benchmark.tierDown', facts)}</td>
    </tr>
  )
}

function One({ row, table, place, onRevise }: { row: Row; table: Table; place: string; onRevise: (row: Row) => void }) {
  const { t, lang } = useWords()
  const may = useMay()
  const { decimals } = table.indicator
  const own = row.peerId === null
  const gap = (g: Row['ahead']) => (g ? <span title={g.names.join(t('say.comma'))}>{formatGap(g.gap, decimals, lang)}</span> : '—')
  return (
    <tr className={own ? 'own' : undefined}>
      <th scope="row" className="nowrap">
        {row.name}
        {own && <span className="muted"> ({t('benchmark.own')})</span>}
      </th>
      <td className="num nowrap">
        {row.rank ?? '—'}
        {row.tied && <span className="flag">{t('benchmark.tied')}</span>}
      </td>
      <td className="num nowrap">
        {row.figure ? (
          formatFigure(row.figure.value, decimals, lang)
        ) : (
          <span className="muted">
            {row.newest ? t('benchmark.missingNewest', { period: periodOf(row.newest, lang) }) : t('benchmark.missing')}
          </span>
        )}
        {row.figure?.status && row.figure.status !== 'final' && <span className="flag">{t(`benchmark.${row.figure.status}`)}</span>}
      </td>
      <td className="num nowrap">
        {row.yearOnYear !== null ? (
          `${formatPoints(row.yearOnYear)}%`
        ) : row.noYearOnYear ? (
          <span className="muted">{t(`benchmark.noYearOnYear.${row.noYearOnYear}`)}</span>
        ) : (
          '—'
        )}
        {row.lowBase && <span className="flag">{t('benchmark.lowBase')}</span>}
      </td>
      <td className="num">{gap(row.ahead)}</td>
      <td className="num">{gap(row.behind)}</td>
      <td>
        <CatchUp row={row} place={place} />
      </td>
      <td className="origin">
        {own ? (
          row.figure && <Go to={page.series(table.indicator.id, { year: row.figure.year })}>{t('benchmark.ownSource')}</Go>
        ) : (
          <>
            {row.figure?.from && <FigureSource from={row.figure.from} />}{' '}
            {may('benchmark.write') && (
              <button
                type="button"
                className="button link"
                aria-label={t('benchmark.figure.revise', { name: row.name })}
                onClick={() => onRevise(row)}
              >
                {t(row.figure ? 'benchmark.revise' : 'benchmark.add')}
              </button>
            )}
          </>
        )}
      </td>
    </tr>
  )
}
