// A ledger as lines of a sheet: in the platform's own columns, or in those that an office's sheet came with, cell by cell so that it comes in again the same. Pure.
import { type Fields, type FieldValue, KIND } from '../kind.ts'
import type { Money } from '../money.ts'
import { COUNTED_IN, moneyText } from './cell.ts'
import { headOf, isInACell, type SheetColumn, type SheetKind } from './column.ts'
import { HEADS } from './heads.ts'

export interface SheetItem {
  number: string | null
  title: string
  stage: string
  leadUnit: string | null
  fields: Fields
  /** What ids in its facts are called. */
  names: Record<string, string>
  extra: Record<string, string>
}

export type OutColumn = Pick<SheetColumn, 'head' | 'to' | 'measure'>

interface OutSheet {
  columns: { key: string; header: string; width: number; kind: 'text' | 'number' | 'date' }[]
  rows: Record<string, string | number | null>[]
}

/** Number, name, stage, unit, and every fact that a cell can say. */
export const standardColumns = (kind: SheetKind): OutColumn[] => [
  ...(['number', 'title', 'stage', 'leadUnit'] as const).map(to => ({ head: headOf(kind, to), to, measure: null })),
  ...Object.entries(KIND[kind].fields)
    .filter(([field]) => isInACell(kind, field))
    .map(([field, { type, unit }]) => ({
      head: headOf(kind, `field.${field}`),
      to: `field.${field}` as const,
      measure: type === 'money' ? '万元' : unit ? COUNTED_IN[unit]! : null,
    })),
]

export function sheetLines(kind: SheetKind, columns: readonly OutColumn[], items: readonly SheetItem[]): OutSheet {
  const shown = columns.filter(({ to }) => to !== 'leave')
  return {
    columns: shown.map(({ head, to, measure }, at) => ({
      key: `c${at}`,
      header: measure && measures(kind, to) ? `${head}（${measure}）` : head,
      width: to === 'title' ? 36 : to === 'ordinal' ? 6 : 16,
      kind: kindOf(kind, to),
    })),
    rows: items.map((item, n) => Object.fromEntries(shown.map((column, at) => [`c${at}`, cellOf(kind, column, item, n)]))),
  }
}

const fieldOf = (kind: SheetKind, to: OutColumn['to']) =>
  to.startsWith('field.') ? KIND[kind].fields[to.slice('field.'.length)] : undefined

const measures = (kind: SheetKind, to: OutColumn['to']): boolean => ['money', 'number'].includes(fieldOf(kind, to)?.type ?? '')

function kindOf(kind: SheetKind, to: OutColumn['to']): 'text' | 'number' | 'date' {
  const type = fieldOf(kind, to)?.type
  return to === 'ordinal' || type === 'money' || type === 'number' ? 'number' : type === 'day' ? 'date' : 'text'
}

function cellOf(kind: SheetKind, { head, to, measure }: OutColumn, item: SheetItem, n: number): string | number | null {
  if (to === 'ordinal') return n + 1
  if (to === 'number') return item.number
  if (to === 'title') return item.title
  if (to === 'stage') return HEADS[kind]!.stages[item.stage]?.[0] ?? item.stage
  if (to === 'leadUnit') return item.leadUnit
  if (to === 'extra' || to === 'leave') return item.extra[head] ?? null
  const field = to.slice('field.'.length)
  return factOf(kind, field, item.fields[field], measure, item.names)
}

function factOf(kind: SheetKind, field: string, value: FieldValue | undefined, measure: string | null, names: Record<string, string>) {
  if (value === undefined || value === null) return null
  const { type } = KIND[kind].fields[field]!
  switch (type) {
    case 'money': {
      const text = moneyText(value as Money, measure)
      return String(Number(text)) === text ? Number(text) : text
    }
    case 'number':
      return value as number
    case 'choice':
      return HEADS[kind]!.choices[field]?.[String(value)]?.[0] ?? String(value)
    case 'flag':
      return '是'
    case 'list':
      return (value as string[]).join('；')
    case 'unit':
      return names[String(value)] ?? null
    case 'units':
      return (value as string[]).flatMap(id => names[id] ?? []).join('、')
    default:
      return String(value)
  }
}
