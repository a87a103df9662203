// One's figures of a month in one sheet 填报: beside each what it was last month and last year and what was planned; keyboard as in a spreadsheet.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { WHOLE } from '../../core/indicator.ts'
import { Month } from '../fill/Month.tsx'
import { fillRows } from '../fill/rows.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { page } from '../paths.ts'
import { indicatorsQuery, readingsQuery, targetsQuery } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/fill.css'

/** The last month that is over: its figures are those that come in now. 2026-11-22 → 2026-10 */
function lastOver(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/** More than a screen of them: then they can be searched. */
const FEW = 12

export function Fill() {
  const { t, lang } = useWords()
  const may = useMay()
  const go = useNavigate()
  const { today, permissions, unitIds, jurisdiction } = useSession()
  const { units, nameOf } = useUnits()
  const search = useSearch({ strict: false }) as { month?: string }
  const asked = /^\d{4}-\d{2}$/.test(search.month ?? '') ? search.month! : lastOver(today)
  const [year, month] = asked.split('-').map(Number) as [number, number]
  const indicators = useQuery(indicatorsQuery)
  const targets = useQuery(targetsQuery(year))
  const readings = useQuery(readingsQuery({ year: String(year) }))
  const before = useQuery(readingsQuery({ year: String(year - 1) }))
  const waited: UseQueryResult<unknown> = [indicators, targets, readings, before].find(q => q.data === undefined) ?? before
  const [q, setQ] = useState('')
  const sources = permissions['reading.write'] === 'all' ? null : unitIds
  const rows = useMemo(
    () =>
      indicators.data && targets.data && readings.data && before.data
        ? fillRows({
            indicators: indicators.data.indicators,
            targets: targets.data.targets,
            readings: readings.data.readings,
            before: before.data.readings,
            month,
            sources,
            units: units.map(u => u.id),
          })
        : [],
    [indicators.data, targets.data, readings.data, before.data, month, sources, units],
  )
  return (
    <>
      <Head title={t('fill.title')} lead={t('fill.lead')}>
        {may('indicator.read') && (
          <Go className="button plain" to={page.board()}>
            {t('fill.toBoard')}
          </Go>
        )}
      </Head>
      <BoardTabs />
      <div className="board-tools">
        <Field label={t('board.month')}>
          <input
            type="month"
            max={today.slice(0, 7)}
            value={asked}
            onChange={e => void go({ href: page.fill({ month: e.target.value }) })}
          />
        </Field>
        {rows.length > FEW && (
          <Field label={t('fill.search')}>
            <input type="search" value={q} onChange={e => setQ(e.target.value)} />
          </Field>
        )}
      </div>
      <Load query={waited} lines={10}>
        {() =>
          rows.length === 0 ? (
            <Empty
              title={t('fill.empty')}
              lead={t(may('indicator.write') ? 'fill.emptyOffice' : 'fill.emptyUnit')}
              action={
                may('indicator.write') && (
                  <Go className="button primary" to={page.indicators}>
                    {t('board.begin')}
                  </Go>
                )
              }
            />
          ) : (
            <Month
              key={asked}
              rows={rows}
              q={q}
              year={year}
              month={month}
              period={formatPeriod(asked, lang)}
              placeOf={id => (id === WHOLE ? jurisdiction.name : nameOf(id))}
            />
          )
        }
      </Load>
    </>
  )
}
