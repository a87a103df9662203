// Units × indicators as a heat table: frozen head and first column; its heads sort, its cells open, arrows move between all of them.
import { useMemo } from 'react'
import type { Board } from '../../core/contract/indicator.ts'
import { useGridKeys } from '../ui/gridKeys.ts'
import { useWords } from '../words/words.ts'
import type { BoardFilters, Cells, Row } from './filters.ts'
import { HeatRow, type Opening } from './HeatRow.tsx'

interface Props extends Opening {
  rows: Row[]
  columns: Board['indicators']
  cells: Cells
  filters: BoardFilters
  onSort: (sort: string, dir: 'asc' | 'desc') => void
  pledges: Board['commitments']
}

const NO_PLEDGES: Board['commitments'] = []

export function HeatTable({ rows, columns, cells, filters, onSort, pledges, onOpen, onUnit }: Props) {
  const { t } = useWords()
  const pledged = useMemo(() => Map.groupBy(pledges, p => p.unitId), [pledges])
  const { table, ...keys } = useGridKeys()

  const head = (key: string, name: string, title: string, unit?: string) => {
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
          tabIndex={-1}
          className="sort heat-name"
          title={title}
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
      <table ref={table} className="table heat" {...keys}>
        <caption className="hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            {head('behind', t('board.unit'), t('board.sortBehind'))}
            {columns.map(c => head(c.id, c.name, t('board.sort', { column: c.name }), c.unit))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <HeatRow
              key={row.unitId}
              row={row}
              columns={columns}
              cells={cells}
              pledges={pledged.get(row.unitId) ?? NO_PLEDGES}
              onOpen={onOpen}
              onUnit={onUnit}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
