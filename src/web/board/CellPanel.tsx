// One cell in a sentence: how the unit stands, who reported it and where from, what asks for it; and the way to its series.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { Board, StandingView } from '../../core/contract/indicator.ts'
import { dayOf } from '../../core/day.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Reporter } from '../parts/Reporter.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { page } from '../paths.ts'
import { seriesQuery } from '../query.ts'
import { dueOf, sayStanding } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { Facts } from './Facts.tsx'

interface Props {
  board: Board
  cell: StandingView
  from: HTMLElement
  onClose: () => void
}

const GAP = 4

export function CellPanel({ board, cell, from, onClose }: Props) {
  const { t, lang } = useWords()
  const panel = useRef<HTMLDivElement>(null)
  const row = board.rows.find(r => r.unitId === cell.unitId)!
  const column = board.indicators.find(i => i.id === cell.indicatorId)!
  const basis = useQuery(seriesQuery(cell.indicatorId, { unit: cell.unitId, year: board.year }))
  const series = basis.data
  const name = `${row.unit} ${column.name}`

  // Beside its cell, inside the window; on a phone the style sheet makes it a sheet above the tabs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrives makes the panel taller
  useLayoutEffect(() => {
    const box = panel.current!
    if (!box.matches(':popover-open')) {
      box.showPopover()
      box.focus({ preventScroll: true })
    }
    const at = from.getBoundingClientRect()
    const below = at.bottom + GAP + box.offsetHeight < innerHeight
    box.style.setProperty('--left', `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`)
    box.style.setProperty('--top', `${below ? at.bottom + GAP : Math.max(8, at.top - box.offsetHeight - GAP)}px`)
  }, [from, series])
  useEffect(() => {
    const box = panel.current!
    const closed = (e: Event) => (e as ToggleEvent).newState === 'closed' && onClose()
    box.addEventListener('toggle', closed)
    return () => box.removeEventListener('toggle', closed)
  }, [onClose])

  return (
    <div ref={panel} popover="auto" role="dialog" aria-label={name} tabIndex={-1} className="cell-panel">
      <h2 lang="zh-CN">{name}</h2>
      <Load query={basis} lines={3}>
        {view => (
          <>
            <p className="cell-sentence">
              <Light light={cell.light} reason={cell.verdict === 'behind' ? 'behind' : undefined} />{' '}
              {sayStanding(view.indicator, cell, board.year, lang, dueOf(view))}
            </p>
            <Facts standing={cell} indicator={view.indicator} />
            <Reported>
              <Reporter
                reading={
                  view.readings.find(r => r.month === cell.month && !r.withdrawn && (!board.asOf || dayOf(r.at) <= board.asOf)) ?? null
                }
              />
            </Reported>
            {view.indicator.source && <SourceStrip source={view.indicator.source} />}
          </>
        )}
      </Load>
      <p className="cell-go">
        <Go className="button soft" to={page.series(cell.indicatorId, { unit: cell.unitId, year: board.year })}>
          {t('board.openSeries')}
        </Go>
      </p>
    </div>
  )
}

const Reported = ({ children }: { children: ReactNode }) => <p className="muted">{children}</p>
