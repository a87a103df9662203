// One cell in a sentence: how the unit stands, what it pledged, who reported it and where from, what asks for it; and the way to its series.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Board } from '../../core/contract/indicator.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Reporter } from '../parts/Reporter.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { page } from '../paths.ts'
import { seriesQuery } from '../query.ts'
import { dueOf, sayStanding } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { Anchored } from './Anchored.tsx'
import { Facts } from './Facts.tsx'
import { type Cell, seriesAt } from './filters.ts'
import { Pledged } from './Pledged.tsx'

interface Props {
  board: Board
  cell: Cell
  from: HTMLElement
  onClose: () => void
}

export function CellPanel({ board, cell, from, onClose }: Props) {
  const { t, lang } = useWords()
  const row = board.rows.find(r => r.unitId === cell.unitId)!
  const column = board.indicators.find(i => i.id === cell.indicatorId)!
  const query = useQuery(seriesQuery(cell.indicatorId, { unit: cell.unitId, year: board.year, month: board.month, asOf: board.asOf }))
  const name = `${row.unit} ${column.name}`
  return (
    <Anchored name={name} from={from} filled={query.data} onClose={onClose}>
      <h2 lang="zh-CN">{name}</h2>
      <Load query={query} lines={3}>
        {view => (
          <>
            {view.standing && (
              <>
                <p className="cell-sentence">
                  <Light light={cell.light} reason={cell.verdict === 'behind' ? 'behind' : undefined} />{' '}
                  {sayStanding(view.indicator, view.standing, board.year, lang, dueOf(view))}
                </p>
                <Facts standing={view.standing} of={view} />
              </>
            )}
            {view.commitment && (
              <p>
                <Pledged commitment={view.commitment} indicator={view.indicator} />
              </p>
            )}
            <Reported>
              <Reporter reading={view.readings.find(r => r.month === view.standing?.month && !r.withdrawn) ?? null} />
            </Reported>
            {view.indicator.source && <SourceStrip source={view.indicator.source} />}
            {view.item && (
              <p>
                {t('board.item')}
                <Go to={page.item(view.item.id)} lang="zh-CN">
                  {view.item.number} {view.item.title}
                </Go>
              </p>
            )}
          </>
        )}
      </Load>
      <p className="cell-go">
        <Go className="button soft" to={page.series(cell.indicatorId, { unit: cell.unitId, ...seriesAt(board) })}>
          {t('board.openSeries')}
        </Go>
      </p>
    </Anchored>
  )
}

const Reported = ({ children }: { children: ReactNode }) => <p className="muted">{children}</p>
