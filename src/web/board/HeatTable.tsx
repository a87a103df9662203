// Units × indicators as a heat table: frozen head and first column, every cell a shape, a word and its points; arrows move between cells.
import { type KeyboardEvent, useState } from 'react'
import type { Board } from '../../core/contract/indicator.ts'
import { SHAPE } from '../parts/Light.tsx'
import { formatFigure } from '../words/figure.ts'
import { cellOf, sayVerdict } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { type BoardFilters, type Cell, type Cells, cellKey, type Row } from './filters.ts'
import { UnitHead } from './UnitHead.tsx'

type Column = Board['indicators'][number]

interface Props {
  rows: Row[]
  columns: Column[]
  cells: Cells
  filters: BoardFilters
  onSort: (sort: string, dir: 'asc' | 'desc') => void
  pledges: Board['commitments']
  onOpen: (cell: Cell, from: HTMLElement) => void
  onUnit: (row: Row, from: HTMLElement) => void
}

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Of the head of a row, among the cells. */
const HEAD = 'head'

export function HeatTable({ rows, columns, cells, filters, onSort, pledges, onOpen, onUnit }: Props) {
  const { t, lang } = useWords()
  const pledged = Map.groupBy(pledges, p => p.unitId)
  // One cell is a stop of the Tab key, the arrows reach the others: thousands of stops would lock the page.
  const [at, setAt] = useState<string | null>(null)
  const known = (key: string | null) => key !== null && rows.some(r => key.startsWith(r.unitId)) && (cells.has(key) || key.endsWith(HEAD))
  const stop = known(at) ? at : rows[0] && cellKey(rows[0].unitId, HEAD)

  const move = (e: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[e.key]
    const here = (e.target as HTMLElement).closest<HTMLTableCellElement>('td, th')
    if (!step || !here) return
    e.preventDefault()
    const body = here.closest('tbody')!
    let [r, c] = [[...body.rows].indexOf(here.parentElement as HTMLTableRowElement), here.cellIndex]
    for (;;) {
      r += step[0]
      c += step[1]
      const next = body.rows[r]?.cells[c]
      if (!next) return
      const button = next.querySelector<HTMLElement>('button')
      if (!button) continue
      button.focus()
      return
    }
  }

  const head = (key: string, name: string, unit?: string) => {
    const dir = filters.sort === key ? (filters.dir === 'desc' ? 'desc' : 'asc') : null
    return (
      <th
        key={key}
        scope="col"
        lang={unit === undefined ? undefined : 'zh-CN'}
        aria-sort={dir === null ? 'none' : dir === 'asc' ? 'ascending' : 'descending'}
      >
        <button
          type="button"
          className="sort heat-name"
          title={t('board.sort', { column: name })}
          onClick={() => onSort(key, dir === 'asc' ? 'desc' : 'asc')}
        >
          {name}
          <i aria-hidden="true">{dir === 'asc' ? '▲' : dir === 'desc' ? '▼' : ''}</i>
        </button>
        {unit && <small>{unit}</small>}
      </th>
    )
  }

  return (
    <section className="table-box heat-box" aria-label={t('board.table')}>
      <table className="table heat">
        <caption className="hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            {head('behind', t('board.unit'))}
            {columns.map(c => head(c.id, c.name, c.unit))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {rows.map(row => (
            <tr key={row.unitId} className={row.depth === 0 ? 'heat-whole' : undefined}>
              <th scope="row">
                <UnitHead
                  row={row}
                  pledges={pledged.get(row.unitId) ?? []}
                  tabIndex={stop === cellKey(row.unitId, HEAD) ? 0 : -1}
                  onFocus={() => setAt(cellKey(row.unitId, HEAD))}
                  onOpen={from => onUnit(row, from)}
                />
              </th>
              {columns.map(column => {
                const key = cellKey(row.unitId, column.id)
                const cell = cells.get(key)
                if (!cell) return <td key={column.id} />
                const { word, points } = cellOf(t, cell)
                return (
                  <td key={column.id} className={`heat-${shade(cell)}`}>
                    <button
                      type="button"
                      tabIndex={key === stop ? 0 : -1}
                      aria-haspopup="dialog"
                      aria-label={t('board.cell', { unit: row.unit, indicator: column.name, verdict: sayVerdict(t, column, cell) })}
                      onFocus={() => setAt(key)}
                      onClick={e => onOpen(cell, e.currentTarget)}
                    >
                      <span className={`light ${cell.light}`}>
                        <span aria-hidden="true">{SHAPE[cell.light]}</span> {word} {points}
                      </span>
                      {cell.value !== null && column.kind !== 'milestone' && (
                        <small>{formatFigure(cell.value, column.decimals, lang)}</small>
                      )}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Green is for what is on pace; what is behind within the tolerance keeps its green shape on white paper. */
const shade = (cell: Cell): string => (cell.light === 'green' && cell.verdict === 'behind' ? 'near' : cell.light)
