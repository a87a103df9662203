// What each column of a ledger's sheet is, by the words over it: a fact of the kind, the title, the stage, or nothing that the platform keeps. Pure.
import { KIND, type LedgerKind } from '../kind.ts'
import type { Table } from '../table/find.ts'
import { isMeasure } from '../table/measure.ts'
import { COMMON, HEADS } from './heads.ts'

/** Kinds whose ledgers come from sheets; the others are few and made by hand. */
export const SHEET_KINDS = ['project', 'visit', 'lesson', 'reform', 'risk'] as const satisfies readonly LedgerKind[]
export type SheetKind = (typeof SHEET_KINDS)[number]
export const isSheetKind = (kind: string): kind is SheetKind => (SHEET_KINDS as readonly string[]).includes(kind)

/** `extra`: kept beside the item and given out again, in no fact of the kind. */
export const PLAIN_TARGETS = ['title', 'number', 'stage', 'leadUnit', 'ordinal', 'extra', 'leave'] as const
/** One of these, or `field.` and a fact's name. */
export type ColumnTarget = (typeof PLAIN_TARGETS)[number] | `field.${string}`

export interface SheetColumn {
  column: number
  /** As printed, without the measure. */
  head: string
  to: ColumnTarget
  /** 万元, where the head says so. */
  measure: string | null
}

/** Facts that one cell cannot say: tables of rows, and what only an id names. */
const NOT_IN_A_CELL = new Set(['rows', 'item', 'indicator', 'indicators'])
export const isInACell = (kind: SheetKind, field: string): boolean => !NOT_IN_A_CELL.has(KIND[kind].fields[field]?.type ?? 'rows')
/** What the platform keeps itself goes out, and what a sheet says of it is passed over. */
export const isSaid = (kind: SheetKind, field: string): boolean => isInACell(kind, field) && !KIND[kind].fields[field]!.kept

/** What a column of the kind may be said to be. */
export const targetsOf = (kind: SheetKind): ColumnTarget[] => [
  ...PLAIN_TARGETS,
  ...Object.keys(KIND[kind].fields)
    .filter(field => isSaid(kind, field))
    .map(field => `field.${field}` as const),
]

export const bareHead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s、,:：*_-]/g, '')
    .toLowerCase()

const IN_BRACKETS = /[（(]([^（）()]{1,12})[）)]\s*$/

/** 总投资（万元） → 总投资, 万元; 备注（必填） stays as it is. */
function splitHead(text: string): { head: string; measure: string | null } {
  const m = IN_BRACKETS.exec(text)
  const said = m ? m[1]!.replace(/^单位[:：]/, '') : ''
  return m && isMoneyMeasure(said) ? { head: text.slice(0, m.index).trim(), measure: said } : { head: text.trim(), measure: null }
}

/** 亿美元 and 万港元 are measures here, too. */
const isMoneyMeasure = (text: string): boolean =>
  isMeasure(text) || /^(?:百|千)?[万亿]?(?:美元|美金|欧元|港元|港币|日元|人民币)$/.test(text)

const tables = new Map<SheetKind, Map<string, ColumnTarget>>()

function wordsOf(kind: SheetKind): Map<string, ColumnTarget> {
  const known = tables.get(kind)
  if (known) return known
  const heads = HEADS[kind]!
  const table = new Map<string, ColumnTarget>()
  const add = (names: readonly string[], to: ColumnTarget) => {
    for (const name of names) if (!table.has(bareHead(name))) table.set(bareHead(name), to)
  }
  add(COMMON.ordinal, 'ordinal')
  add(COMMON.number, 'number')
  add(heads.title, 'title')
  for (const [field, names] of Object.entries(heads.fields)) add(names, isSaid(kind, field) ? `field.${field}` : 'leave')
  add(COMMON.stage, 'stage')
  add(COMMON.leadUnit, 'leadUnit')
  tables.set(kind, table)
  return table
}

/** What a heading means of itself, or null. */
export const targetOf = (kind: SheetKind, text: string): ColumnTarget | null => wordsOf(kind).get(bareHead(splitHead(text).head)) ?? null

/** The platform's own word for a column. */
export function headOf(kind: SheetKind, to: ColumnTarget): string {
  const heads = HEADS[kind]!
  if (to === 'title') return heads.title[0]!
  if (to === 'ordinal' || to === 'number' || to === 'stage' || to === 'leadUnit') return COMMON[to][0]!
  return heads.fields[to.slice('field.'.length)]?.[0] ?? ''
}

/** Each thing is told by one column: the first that claims it; what claims it again, and what nothing claims, is kept as it is. */
export function columnsOf(kind: SheetKind, table: Table, said: readonly { column: number; to: ColumnTarget }[]): SheetColumn[] {
  const may = new Set(targetsOf(kind))
  const fixed = new Map(said.filter(s => may.has(s.to)).map(s => [s.column, s.to]))
  const taken = new Set<ColumnTarget>(fixed.values())
  return table.columns.flatMap(({ column, parts }): SheetColumn[] => {
    if (parts.length === 0) return []
    const { head, measure } = splitHead(parts.join(' '))
    const own = fixed.get(column)
    if (own) return [{ column, head, to: own, measure }]
    const lowest = splitHead(parts.at(-1)!)
    const to = targetOf(kind, head) ?? targetOf(kind, lowest.head) ?? targetOf(kind, parts[0]!)
    const free = to !== null && (to === 'leave' || !taken.has(to))
    if (free) taken.add(to)
    return [{ column, head, to: free ? to : 'extra', measure: measure ?? lowest.measure }]
  })
}
