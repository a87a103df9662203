// The board on a phone: a card for each unit, what is behind first, each line opening what the cell would.
import type { Board } from '../../core/contract/indicator.ts'
import { SHAPE } from '../parts/Light.tsx'
import { sayVerdict } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { type Cell, type Cells, cellKey, type Row } from './filters.ts'
import { Counts, Pledges, Ribbons } from './UnitHead.tsx'

interface Props {
  rows: Row[]
  columns: Board['indicators']
  cells: Cells
  pledges: Board['commitments']
  onOpen: (cell: Cell, from: HTMLElement) => void
  onUnit: (row: Row, from: HTMLElement) => void
}

const ORDER: Cell['verdict'][] = ['behind', 'on', 'reached', 'unknown']

export function BoardCards({ rows, columns, cells, pledges, onOpen, onUnit }: Props) {
  const { t } = useWords()
  const pledged = Map.groupBy(pledges, p => p.unitId)
  return (
    <ul className="board-cards" aria-label={t('board.caption')}>
      {rows.map(row => {
        const own = columns.flatMap(column => {
          const cell = cells.get(cellKey(row.unitId, column.id))
          return cell ? [{ column, cell }] : []
        })
        own.sort((a, b) => ORDER.indexOf(a.cell.verdict) - ORDER.indexOf(b.cell.verdict) || (a.cell.points ?? 0) - (b.cell.points ?? 0))
        return (
          <li key={row.unitId}>
            <details open={row.depth === 0}>
              <summary>
                <b lang="zh-CN">{row.unit}</b> <Counts row={row} /> <Pledges pledges={pledged.get(row.unitId) ?? []} />{' '}
                <Ribbons row={row} />
              </summary>
              <ul>
                <li>
                  <button type="button" aria-haspopup="dialog" onClick={e => onUnit(row, e.currentTarget)}>
                    {t('board.openUnit')}
                  </button>
                </li>
                {own.map(({ column, cell }) => (
                  <li key={column.id}>
                    <button type="button" aria-haspopup="dialog" onClick={e => onOpen(cell, e.currentTarget)}>
                      <span lang="zh-CN">{column.name}</span>
                      <span className={`light ${cell.light}`}>
                        <span aria-hidden="true">{SHAPE[cell.light]}</span> {sayVerdict(t, column, cell)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
