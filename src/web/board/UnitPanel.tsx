// One unit of the board: its honours with what stands in the way of each, and what it pledged.
import { useQuery } from '@tanstack/react-query'
import type { Board } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { boardQuery } from '../query.ts'
import { useWords } from '../words/words.ts'
import { Anchored } from './Anchored.tsx'
import { type BoardFilters, boardQueryOf, type Row, seriesAt } from './filters.ts'
import { Honours } from './Honours.tsx'
import { Pledged } from './Pledged.tsx'
import { Counts } from './UnitHead.tsx'

interface Props {
  board: Board
  row: Row
  filters: BoardFilters
  from: HTMLElement
  onClose: () => void
}

export function UnitPanel({ board, row, filters, from, onClose }: Props) {
  const { t } = useWords()
  const may = useMay()
  // Of one unit alone the board names what stands in the way, too.
  const query = useQuery(boardQuery({ ...boardQueryOf(filters), unit: row.unitId }))
  const pledges = board.commitments.filter(c => c.unitId === row.unitId)
  const indicators = new Map(board.indicators.map(i => [i.id, i]))
  return (
    <Anchored name={row.unit} from={from} filled={query.data} onClose={onClose}>
      <h2 lang="zh-CN">{row.unit}</h2>
      <p>
        <Counts row={row} />
      </p>
      <Load query={query} lines={3}>
        {({ rows }) => {
          const own = rows.find(r => r.unitId === row.unitId)
          return own ? <Honours row={own} indicators={board.indicators} open /> : null
        }}
      </Load>
      <h3>{t('pledge.title')}</h3>
      {pledges.length === 0 ? (
        <p className="muted">{t('pledge.none')}</p>
      ) : (
        <ul className="rows pledge-list">
          {pledges.map(c => {
            const of = indicators.get(c.indicatorId)!
            return (
              <li key={c.indicatorId}>
                <p>
                  <Go to={page.series(c.indicatorId, { unit: c.unitId, ...seriesAt(board) })}>{of.name}</Go>
                </p>
                <p>
                  <Pledged commitment={c} indicator={of} />
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {row.unitId !== WHOLE && may('item.read') && (
        <p className="cell-go">
          <Go className="button soft" to={page.ledger({ unit: row.unitId })}>
            {t('board.openItems')}
          </Go>
        </p>
      )}
    </Anchored>
  )
}
