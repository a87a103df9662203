// What a sheet of a ledger is checked against, and what the person says about it. Data only.
import type { Fields } from '../kind.ts'
import type { Named } from '../table/name.ts'
import type { Day } from '../types.ts'
import type { ColumnTarget, SheetKind } from './column.ts'

export interface KnownItem {
  id: string
  number: string | null
  title: string
  version: number
  stage: string
  stageOn: Day
  leadUnitId: string | null
  fields: Fields
}

/** Of an earlier sheet with the same header. */
export interface RememberedSheet {
  columns: { column: number; to: ColumnTarget }[]
  names: { text: string; unitId: string | null }[]
  by: string
  at: string
}

export interface SheetWorld {
  kind: SheetKind
  units: readonly (Named & { name: string })[]
  items: readonly KnownItem[]
  /** The jurisdiction's own name: 青禾县水利局 is 县水利局. */
  place: string
  today: Day
  remembered: ReadonlyMap<string, RememberedSheet>
}

export interface SheetFixes {
  columns: { table: string; column: number; to: ColumnTarget }[]
  /** Null: no unit of ours; the cell stays unsaid. */
  names: { text: string; unitId: string | null }[]
  /** What a cell is to say instead; null leaves it unsaid. */
  cells: { at: string; value: string | null }[]
  rows: {
    at: string
    leave?: boolean | undefined
    /** Though it seems to be there already: a new one (null), or that one. */
    itemId?: string | null | undefined
    /** Registered there, since its own stage lacks its evidence. */
    stage?: string | undefined
  }[]
  /** The measure of money or land where the table says none: 万元. */
  measures: { table: string; column: number; measure: string }[]
}

export const NO_SHEET_FIXES: SheetFixes = { columns: [], names: [], cells: [], rows: [], measures: [] }
