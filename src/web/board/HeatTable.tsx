// Units × indicators as a heat table: frozen head and first column, every cell a shape, a word and its points; arrows move between cells.
import { type KeyboardEvent, useState } from 'react'
import type { Board, StandingView } from '../../core/contract/indicator.ts'
import { SHAPE } from '../parts/Light.tsx'
import { formatFigure } from '../words/figure.ts'
import { cellOf, sayVerdict } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { type BoardFilters, type Cells, cellKey, type Row } from './filters.ts'
import { UnitHead } from './UnitHead.tsx'

type Column = Board['indicators'][number]

interface Props {
  rows: Row[]
  columns: Column[]
  cells: Cells
  filters: BoardFilters
  onSort: (sort: string, dir: 'asc' | 'desc') => void
  onOpen: (cell: StandingView, from: HTMLElement) => void
}

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

export function HeatTable({ rows, columns, cells, filters, onSort, onOpen }: Props) {
  const { t, lang } = useWords()
  // One cell is a stop of the Tab key, the arrows reach the others: thousands of stops would lock the page.
  const [at, setAt] = useState<string | null>(null)
  const first = rows.flatMap(r => columns.map(c => cellKey(r.unitId, c.id))).find(key => cells.has(key))
  const stop = at !== null && cells.has(at) && rows.some(r => at.startsWith(r.unitId)) ? at : first

  const move = (e: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[e.key]
    const here = (e.target as HTMLElement).closest('td')
    if (!step || !here) return
    e.preventDefault()
    const body = here.closest('tbody')!
    let [r, c] = [[...body.rows].indexOf(here.parentElement as HTMLTableRowElement), here.cellIndex]
    for (;;) {
      r += step[0]
      c += step[1]
      const next = body.rows[r]?.cells[c]
      if (!next || c < 1) return
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
                <UnitHead row={row} />
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
export const shade = (cell: StandingView): string => (cell.light === 'green' && cell.verdict === 'behind' ? 'near' : cell.light)
