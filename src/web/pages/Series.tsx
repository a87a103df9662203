// One unit's series in one indicator: the verdict in a sentence, what asks for it, the year as a line, its goals, and every figure with who gave it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { SeriesView } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { Facts } from '../board/Facts.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { page } from '../paths.ts'
import { readingsQuery, seriesQuery, targetsQuery } from '../query.ts'
import { Charts } from '../series/Charts.tsx'
import { type Named, newestOf } from '../series/charts.ts'
import { othersOf } from '../series/others.ts'
import { Commitments, Readings, Targets } from '../series/Revisions.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatDay, formatPeriod } from '../words/day.ts'
import { formatFigure } from '../words/figure.ts'
import { dueOf, sayStanding } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/item.css'
import '../style/series.css'

export function Series() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const search = useSearch({ strict: false }) as { unit?: string; year?: string; month?: string; asOf?: string }
  const { today } = useSession()
  const unit = search.unit ?? WHOLE
  const year = Number(search.year ?? today.slice(0, 4))
  const month = search.month ? Number(search.month) : null
  const query = useQuery(seriesQuery(id, { unit, year, month, asOf: search.asOf }))
  return (
    <Load query={query} lines={12} title={t('series.title')}>
      {view => <One view={view} month={month} />}
    </Load>
  )
}

/** `month`: whose data are told of, when it is not the newest. */
function One({ view, month }: { view: SeriesView; month: number | null }) {
  const { t, lang } = useWords()
  const may = useMay()
  const go = useNavigate()
  const { jurisdiction, today } = useSession()
  const { indicator } = view
  const unit = view.unit ?? jurisdiction.name
  const name = `${unit}${indicator.name}`
  const others = useOthers(view)
  const last = month ? view.standing : (newestOf(view) ?? view.standings.at(-1) ?? null)
  const to = (more: { unit?: string; year?: number; month?: null; asOf?: null }) =>
    page.series(indicator.id, { unit: view.unitId, year: view.year, month, asOf: view.asOf, ...more })
  const years = [...new Set([Number(today.slice(0, 4)) + 1, ...[0, 1, 2, 3].map(n => Number(today.slice(0, 4)) - n), view.year])].sort(
    (a, b) => b - a,
  )
  return (
    <>
      <Head
        title={name}
        lead={t('series.lead', { source: indicator.sourceUnit ?? t('say.unknown'), kind: t(`indicator.kind.${indicator.kind}`) })}
      >
        <button type="button" className="button plain" onClick={() => print()}>
          {t('app.printed')}
        </button>
        {may('indicator.read') && (
          <Go className="button plain" to={page.indicator(indicator.id)}>
            {t('series.definition')}
          </Go>
        )}
      </Head>
      <BoardTabs />
      <div className="board-tools no-print">
        <Field label={t('board.year')}>
          <select value={view.year} onChange={e => void go({ href: to({ year: Number(e.target.value), month: null }) })}>
            {years.map(y => (
              <option key={y} value={y}>
                {y}
              </option>
            ))}
          </select>
        </Field>
        {others.length > 1 && (
          <Field label={t('board.unit')}>
            <select value={view.unitId} onChange={e => void go({ href: to({ unit: e.target.value }) })}>
              {!others.some(o => o.unitId === view.unitId) && (
                <option value={view.unitId} lang="zh-CN">
                  {unit}
                </option>
              )}
              {others.map(o => (
                <option key={o.unitId} value={o.unitId} lang="zh-CN">
                  {o.name}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {month && (
        <Box
          kind="info"
          action={
            <Go className="button plain no-print" to={to({ month: null })}>
              {t('series.newestData')}
            </Go>
          }
        >
          {t('series.ofMonth', { month: formatPeriod(`${view.year}-${String(month).padStart(2, '0')}`, lang) })}
        </Box>
      )}
      {view.asOf && (
        <Box
          kind="info"
          action={
            <Go className="button plain no-print" to={to({ asOf: null })}>
              {t('board.backToNow')}
            </Go>
          }
        >
          {t('series.asKnown', { day: formatDay(view.asOf, lang) })}
        </Box>
      )}
      <div className="series-verdict">
        {last ? (
          <p>
            <Light light={last.light} reason={last.verdict === 'behind' ? 'behind' : undefined} />{' '}
            {sayStanding(indicator, last, view.year, lang, dueOf(view))}
          </p>
        ) : (
          <p>{t('series.empty', { year: view.year })}</p>
        )}
        {indicator.source && <SourceStrip source={indicator.source} />}
        {view.item && (
          <p>
            {t('series.item')}{' '}
            <Go to={page.item(view.item.id)}>
              {view.item.number} {view.item.title}
            </Go>
          </p>
        )}
      </div>
      <div className="series">
        <div>
          <Charts view={view} name={name} last={last} others={view.asOf ? [] : others.filter(o => o.unitId !== WHOLE)} />
        </div>
        <div>
          {last && (
            <section aria-labelledby="facts">
              <h2 id="facts">{t('series.facts')}</h2>
              <Facts standing={last} of={view} />
            </section>
          )}
          <section aria-labelledby="targets">
            <h2 id="targets">{t('series.targets', { year: view.year })}</h2>
            <Targets targets={view.targets} indicator={indicator} />
          </section>
          {view.commitments.length > 0 && (
            <section aria-labelledby="commitments">
              <h2 id="commitments">{t('series.commitments')}</h2>
              <Commitments view={view} />
            </section>
          )}
          {view.parts.length > 0 && (
            <section aria-labelledby="parts">
              <h2 id="parts">{t('series.parts')}</h2>
              <ul className="rows">
                {view.parts.map(p => (
                  <li key={p.indicatorId}>
                    <Go to={page.series(p.indicatorId, { unit: view.unitId, year: view.year, month, asOf: view.asOf })}>{p.name}</Go>{' '}
                    {p.value === null ? '—' : formatFigure(p.value, indicator.decimals, lang)}
                    {indicator.combine === 'weighted' && <span className="muted"> × {p.weight}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      <section aria-labelledby="readings">
        <h2 id="readings">{t('series.readings')}</h2>
        {view.readings.length === 0 ? (
          <p className="muted">{t('series.noReadings')}</p>
        ) : (
          <Readings readings={view.readings} indicator={indicator} />
        )}
      </section>
    </>
  )
}

/** All units that have this indicator, the whole first; none until their figures are here, the page does not wait for them. */
function useOthers({ indicator, year }: SeriesView): Named[] {
  const { units, nameOf } = useUnits()
  const { jurisdiction } = useSession()
  const targets = useQuery(targetsQuery(year)).data
  const readings = useQuery(readingsQuery({ year: String(year), indicator: indicator.id })).data
  const before = useQuery(readingsQuery({ year: String(year - 1), indicator: indicator.id })).data
  // biome-ignore lint/correctness/useExhaustiveDependencies: names come with the units
  return useMemo(() => {
    if (!targets || !readings || !before) return []
    const lists = { targets: targets.targets, readings: readings.readings, before: before.readings }
    const found = othersOf(indicator, year, lists, [WHOLE, ...units.map(u => u.id)])
    return found.map(o => ({ ...o, name: o.unitId === WHOLE ? jurisdiction.name : nameOf(o.unitId) }))
  }, [indicator, year, targets, readings, before, units, jurisdiction])
}
