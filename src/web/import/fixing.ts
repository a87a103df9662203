// What the person says about a sheet while he looks at its preview: each word beside the earlier ones, the last about one thing holding. Pure.
import type { PreviewLine, ReadingsPreview } from '../../core/contract/readingimport.ts'
import type { CellFix, ColumnFix, Fixes, NameFix, TableFix } from '../../core/readings/world.ts'

export const withCell = (fixes: Fixes, fix: CellFix): Fixes => ({ ...fixes, cells: [...fixes.cells.filter(c => c.at !== fix.at), fix] })

export const withoutCell = (fixes: Fixes, at: string): Fixes => ({ ...fixes, cells: fixes.cells.filter(c => c.at !== at) })

export const withName = (fixes: Fixes, fix: NameFix): Fixes => ({
  ...fixes,
  names: [...fixes.names.filter(n => n.as !== fix.as || n.text !== fix.text), fix],
})

export function withTable(fixes: Fixes, fix: TableFix): Fixes {
  const before = fixes.tables.find(t => t.at === fix.at)
  return { ...fixes, tables: [...fixes.tables.filter(t => t.at !== fix.at), { ...before, ...fix }] }
}

export function withColumn(fixes: Fixes, at: string, fix: ColumnFix): Fixes {
  const columns = fixes.tables.find(t => t.at === at)?.columns ?? []
  const before = columns.find(c => c.column === fix.column)
  return withTable(fixes, { at, columns: [...columns.filter(c => c.column !== fix.column), { ...before, ...fix }] })
}

/** A name that nothing is known by, once for all the cells it stands beside. */
export interface Ask {
  as: 'indicator' | 'unit'
  text: string
  /** Of what nothing says the name, the table is asked for. */
  table: string
  maybe: { id: string; name: string }[]
  total: boolean
  cells: string[]
  /** Something near was found: it is to be decided. Otherwise it is refused, and may still be said. */
  open: boolean
}

const ASKED = ['unknown-indicator', 'unknown-unit', 'total-row']

export const isAsked = (line: PreviewLine): boolean => line.reason !== null && ASKED.includes(line.reason)

export function asksOf({ lines }: Pick<ReadingsPreview, 'lines'>): Ask[] {
  const asks = new Map<string, Ask>()
  for (const line of lines) {
    if (!isAsked(line)) continue
    const as = line.reason === 'unknown-indicator' ? 'indicator' : 'unit'
    const text = line.reason === 'total-row' ? String(line.facts.text) : line[as].text
    const key = `${as} ${text} ${text === '' ? line.table : ''}`
    const ask = asks.get(key) ?? {
      as,
      text,
      table: line.table,
      maybe: line[as].maybe,
      total: line.reason === 'total-row',
      cells: [],
      open: false,
    }
    ask.cells.push(line.at)
    ask.open ||= line.state === 'decide'
    asks.set(key, ask)
  }
  return [...asks.values()].sort((a, b) => Number(b.open) - Number(a.open))
}

/** 亿元 → 亿元 万元 元 · 人 → 人 万人: what a figure of it may have been told in. */
export function measuresOf(unit: string): string[] {
  const [, base = ''] = /^(?:万亿|[十百千]?[万亿]|[十百千])?(元|美元|人|人次|户|亩|吨|千瓦时|平方米|立方米|公里)$/.exec(unit) ?? []
  if (base === '') return [unit]
  const large = /元$|千瓦时/.test(base) ? [`亿${base}`] : []
  return [...new Set([unit, ...large, `万${base}`, base])]
}
