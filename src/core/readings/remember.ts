// What of a person's words about a table holds next month, too: columns, names, measures; never months, years or single cells. Pure.
import type { Layout } from './layout.ts'
import type { Fixes, Remembered } from './world.ts'

type Mapping = Omit<Remembered, 'by' | 'at'>

/** By the header's fingerprint; what was remembered before stays where nothing new was said. Only tables about which there is something to keep. */
export function mappingsOf(layouts: readonly Layout[], fixes: Fixes): Map<string, Mapping> {
  const kept = new Map<string, Mapping>()
  for (const layout of layouts) {
    const before = layout.remembered
    const said = fixes.tables.find(t => t.at === layout.at)
    const names = new Map([...(before?.names ?? []), ...fixes.names.filter(n => isIn(layout, n.text))].map(n => [`${n.as} ${n.text}`, n]))
    const columns = new Map(
      [...(before?.columns ?? []), ...(said?.columns ?? [])]
        .map(({ year: _year, month: _month, ...c }) => [c.column, c] as const)
        .filter(([, c]) => Object.keys(c).length > 1),
    )
    const mapping: Mapping = {
      columns: [...columns.values()],
      names: [...names.values()],
      measure: said?.measure ?? before?.measure ?? null,
      indicatorId: said?.indicatorId ?? before?.indicatorId ?? null,
      unitId: said?.unitId ?? before?.unitId ?? null,
      leave: said?.leave ?? before?.leave ?? false,
    }
    const says =
      mapping.columns.length + mapping.names.length > 0 || mapping.measure || mapping.indicatorId || mapping.unitId || mapping.leave
    const { by: _by, at: _at, ...old } = before ?? { by: '', at: '' }
    if (says && JSON.stringify(old) !== JSON.stringify(mapping)) kept.set(layout.signature, mapping)
  }
  return kept
}

const isIn = ({ cells, table, columns }: Layout, text: string): boolean =>
  columns.some(c => c.unknown === text || c.head.includes(text)) ||
  table.body.some(({ row, section }) => section.includes(text) || cells[row]!.some(cell => cell === text))
