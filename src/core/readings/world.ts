// What a workbook of readings is checked against, and what the person has said about how it is to be read. Data only.
import type { Indicator, ReadingStatus } from '../indicator.ts'
import type { Day, Unit } from '../types.ts'

export type KnownIndicator = Pick<
  Indicator,
  'id' | 'code' | 'name' | 'aliases' | 'kind' | 'direction' | 'basis' | 'frequency' | 'unit' | 'decimals' | 'sourceUnitId'
>

/** The revision that holds. */
export interface KnownReading {
  indicatorId: string
  unitId: string
  year: number
  month: number
  /** 0: there is none. */
  revision: number
  /** Null: none, or taken back. */
  value: number | null
  status: ReadingStatus
}

export interface ReadingsWorld {
  indicators: readonly KnownIndicator[]
  units: readonly Pick<Unit, 'id' | 'name' | 'aliases'>[]
  /** 青禾县 */
  place: string
  readings: readonly KnownReading[]
  /** Of the figures that this person may write: null for all. */
  mine: ReadonlySet<string> | null
  today: Day
  /** How tables with this header were read before. */
  remembered: ReadonlyMap<string, Remembered>
}

/** Kept by the header's fingerprint, without what changes from month to month. */
export interface Remembered {
  columns: ColumnFix[]
  names: NameFix[]
  measure: string | null
  indicatorId: string | null
  unitId: string | null
  leave: boolean
  by: string
  at: string
}

export const COLUMN_ROLES = ['indicator', 'unit', 'measure', 'month', 'year', 'status', 'value', 'leave'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export interface ColumnFix {
  column: number
  role?: ColumnRole | undefined
  indicatorId?: string | null | undefined
  unitId?: string | null | undefined
  measure?: string | null | undefined
  year?: number | null | undefined
  month?: number | null | undefined
}

/** `id` null: rows of that name are left out. */
export interface NameFix {
  as: 'indicator' | 'unit'
  text: string
  id: string | null
}

export interface TableFix {
  /** 月报!A3: the table's first cell. */
  at: string
  leave?: boolean | undefined
  year?: number | null | undefined
  month?: number | null | undefined
  measure?: string | null | undefined
  indicatorId?: string | null | undefined
  unitId?: string | null | undefined
  columns?: ColumnFix[] | undefined
}

export interface CellFix {
  /** 月报!C7 */
  at: string
  leave?: boolean | undefined
  /** It is right as it stands: of two the one that holds, of an outlier the figure itself. */
  take?: boolean | undefined
  /** What it should be, in the measure of its cell. */
  value?: string | undefined
}

export interface Fixes {
  tables: TableFix[]
  names: NameFix[]
  cells: CellFix[]
  /** How sure the figures are that do not say it themselves; null: as the title says, else final. */
  status: ReadingStatus | null
}

export const NO_FIXES: Fixes = { tables: [], names: [], cells: [], status: null }
