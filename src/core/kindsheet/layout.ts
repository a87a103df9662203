// How a sheet of a ledger is laid out: its tables, what each column is, in what it measures, and where its rows begin. Pure.
import { fingerprint } from '../fingerprint.ts'
import { KIND } from '../kind.ts'
import { findTables, type Table } from '../table/find.ts'
import { type Grid, placeOf, spread } from '../table/grid.ts'
import { sameKind } from '../table/measure.ts'
import { COUNTED_IN, moneyMeasure } from './cell.ts'
import { columnsOf, type SheetColumn, type SheetKind, targetOf } from './column.ts'
import type { RememberedSheet, SheetFixes, SheetWorld } from './world.ts'

export interface SheetLayout {
  grid: Grid
  /** Every cell of a merged one with its words. */
  cells: readonly (readonly string[])[]
  table: Table
  /** 台账!A3: where its header begins; what fixes name it by. */
  at: string
  title: string
  columns: SheetColumn[]
  signature: string
  remembered: RememberedSheet | null
}

/** Tables of the workbook with at least a title column; `said` by the person goes before what was remembered. */
export function layoutsOf(grids: readonly Grid[], { kind, remembered }: SheetWorld, fixes: SheetFixes): SheetLayout[] {
  return grids.flatMap(grid => {
    const cells = spread(grid)
    return findTables(grid, text => (targetOf(kind, text) ? 'heading' : null)).flatMap((table): SheetLayout[] => {
      if (table.heads.length === 0) return []
      const at = placeOf(grid, table.heads[0]!, table.columns.find(c => c.parts.length)?.column ?? 0)
      const signature = signatureOf(kind, table)
      const before = remembered.get(signature) ?? null
      const said = fixes.columns.filter(c => c.table === at)
      const earlier = (before?.columns ?? []).filter(c => !said.some(s => s.column === c.column))
      const all = measured(columnsOf(kind, table, [...said, ...earlier]), kind, table, at, fixes)
      if (!all.some(c => c.to === 'title')) return []
      return [
        {
          grid,
          cells,
          table,
          at,
          title: table.above.find(text => !UNIT_LINE.test(text)) ?? grid.sheet,
          columns: all,
          signature,
          remembered: before,
        },
      ]
    })
  })
}

export const signatureOf = (kind: SheetKind, table: Table): string =>
  fingerprint(`${kind}|${table.columns.map(c => c.parts.map(part => part.normalize('NFKC').replace(/\s/g, '')).join('/')).join('|')}`)

/** 单位：万元、亩 above the header; 填报单位：县商务局 is none. */
const UNIT_LINE = /(?<![\u4e00-\u9fff])(?:计量)?单位[:：]\s*([^\s，,；;]{1,20})/

function measured(columns: SheetColumn[], kind: SheetKind, table: Table, at: string, { measures }: SheetFixes): SheetColumn[] {
  const line = table.above.map(text => UNIT_LINE.exec(text)?.[1]).find(Boolean)
  const common = line?.split(/[、/]/) ?? []
  return columns.map(column => ({
    ...column,
    measure:
      measures.find(m => m.table === at && m.column === column.column)?.measure ??
      column.measure ??
      common.find(m => fits(kind, column.to, m)) ??
      null,
  }))
}

/** 万元 is for sums, 亩 for land. */
function fits(kind: SheetKind, to: SheetColumn['to'], measure: string): boolean {
  const spec = to.startsWith('field.') ? KIND[kind].fields[to.slice('field.'.length)] : undefined
  if (spec?.type === 'money') return moneyMeasure(measure) !== null
  return spec?.type === 'number' && spec.unit !== undefined && sameKind(measure, COUNTED_IN[spec.unit]!)
}
