// A request while it is being filled in: what is blank, and what of it can be checked or sent already.
import type { FieldPeriod } from '../../core/fieldmatch.ts'
import type { Fields } from '../../core/kind.ts'
import type { Row } from '../../core/rows.ts'

export interface DraftRow {
  name: string
  unit: string
  period: FieldPeriod
}

export interface Draft {
  title: string
  leadUnitId: string | null
  coUnitIds: string[]
  /** Without the form, which is typed in `form`. */
  fields: Fields
  form: DraftRow[]
}

export const BLANK_ROW: DraftRow = { name: '', unit: '', period: 'none' }
export const BLANK: Draft = { title: '', leadUnitId: null, coUnitIds: [], fields: { carrier: 'form' }, form: [BLANK_ROW] }

export const isBlankDraft = ({ title, coUnitIds, fields, form }: Draft): boolean =>
  !title && coUnitIds.length === 0 && Object.keys(fields).length <= 1 && form.every(row => !row.name)

/** Rows with a name, as they are sent: a cell that says nothing is left out. */
export const sentRows = (form: readonly DraftRow[]): Row[] =>
  form
    .filter(row => row.name.trim())
    .map(({ name, unit, period }) => ({ name: name.trim(), ...(unit.trim() ? { unit: unit.trim() } : {}), period }))

/** Which row of the page the n-th sent field is. */
export const placesOf = (form: readonly DraftRow[]): number[] => form.flatMap((row, at) => (row.name.trim() ? [at] : []))

/** 报表名称、单位、周期 copied from a spreadsheet or one name a line: 生猪存栏⇥头⇥月 */
export function rowsOf(text: string): DraftRow[] {
  return text
    .split(/\r?\n/)
    .map(line => line.split('\t').map(cell => cell.trim()))
    .filter(([name]) => name)
    .map(([name, unit = '', period = '']) => ({
      ...BLANK_ROW,
      name: name!.slice(0, 80),
      unit: unit.slice(0, 20),
      period: PERIODS[period] ?? 'none',
    }))
}
const PERIODS: Record<string, FieldPeriod> = {
  日: 'day',
  周: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half',
  年: 'year',
}
