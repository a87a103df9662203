// One unit of the heat table: its head and a cell for each indicator, each a shape, a word and its points. Drawn again only when it shows something else.
import { memo } from 'react'
import type { Board } from '../../core/contract/indicator.ts'
import { SHAPE } from '../parts/Light.tsx'
import { formatFigure } from '../words/figure.ts'
import { cellOf, sayVerdict } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { type Cell, type Cells, cellKey, type Row } from './filters.ts'
import { UnitHead } from './UnitHead.tsx'

export interface Opening {
  onOpen: (cell: Cell, from: HTMLElement) => void
  onUnit: (row: Row, from: HTMLElement) => void
}

interface Props extends Opening {
  row: Row
  columns: Board['indicators']
  cells: Cells
  pledges: Board['commitments']
}

function AllOf({ row, columns, cells, pledges, onOpen, onUnit }: Props) {
  const { t, lang } = useWords()
  return (
    <tr className={row.depth === 0 ? 'heat-whole' : undefined}>
      <th scope="row">
        <UnitHead row={row} pledges={pledges} onOpen={from => onUnit(row, from)} />
      </th>
      {columns.map(column => {
        const cell = cells.get(cellKey(row.unitId, column.id))
        if (!cell) return <td key={column.id} />
        const { word, points } = cellOf(t, cell)
        return (
          <td key={column.id} className={`heat-${shade(cell)}`}>
            <button
              type="button"
              tabIndex={-1}
              aria-haspopup="dialog"
              aria-label={t('board.cell', { unit: row.unit, indicator: column.name, verdict: sayVerdict(t, column, cell) })}
              onClick={e => onOpen(cell, e.currentTarget)}
            >
              <span className={`light ${cell.light}`}>
                <span aria-hidden="true">{SHAPE[cell.light]}</span> {word} {points}
              </span>
              {cell.value !== null && column.kind !== 'milestone' && <small>{formatFigure(cell.value, column.decimals, lang)}</small>}
            </button>
          </td>
        )
      })}
    </tr>
  )
}

/** With sixty units a press of an arrow would otherwise say thousands of cells anew. */
export const HeatRow = memo(AllOf)

/** Green is for what is on pace; what is behind within the tolerance keeps its green shape on white paper. */
const shade = (cell: Cell): string => (cell.light === 'green' && cell.verdict === 'behind' ? 'near' : cell.light)
