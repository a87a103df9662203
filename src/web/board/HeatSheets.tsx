// The heat table on paper: as many columns beside one another as can be read, the others on the next sheet with the units' names again.
import type { ComponentProps } from 'react'
import type { Paper } from '../parts/paper.ts'
import { sheetsOf } from './filters.ts'
import { HeatTable } from './HeatTable.tsx'

/** At 6.5 pt a column needs 12 mm; 30 mm are the units'. */
const MOST = { A4: 20, A3: 30 } as const satisfies Record<Paper, number>

export function HeatSheets({ paper, columns, ...table }: ComponentProps<typeof HeatTable> & { paper: Paper }) {
  return sheetsOf(columns, MOST[paper]).map(own => (
    <div key={own[0]?.id ?? ''} className="heat-sheet">
      <HeatTable {...table} columns={own} />
    </div>
  ))
}
