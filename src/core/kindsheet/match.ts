// Whom and what a row names: the unit that leads, the item that is there already, by what was said of names before. Pure.
import { bareName, type Finder } from '../table/name.ts'
import type { KnownItem, SheetFixes } from './world.ts'

type Names = SheetFixes['names']

export const isNobody = (names: Names, text: string): boolean => names.some(n => n.text === text && n.unitId === null)

/** The first of several (县商务局、县工信局) leads. */
export function leadOf(text: string, unit: Finder, names: Names): { id: string | null } | { text: string; maybe: string[] } {
  const first = text.split(/[、，,;；\n]+/)[0]!.trim()
  if (first === '' || isNobody(names, first)) return { id: null }
  const { id, maybe } = unit(first)
  return id ? { id } : { text: first, maybe }
}

export const withFixes =
  (find: Finder, names: Names): Finder =>
  text => {
    const said = names.find(n => n.text === text.trim())
    return said ? { id: said.unitId, maybe: [] } : find(text)
  }

export function knownItems(items: readonly KnownItem[]) {
  const byId = new Map(items.map(item => [item.id, item]))
  const byNumber = new Map(items.flatMap(item => (item.number ? [[item.number, item] as const] : [])))
  const byTitle = Map.groupBy(items, item => bareName(item.title))
  return {
    byId,
    /** By its number, else by its name; 'number' when there is no such number. */
    find(number: string, title: string): { item: KnownItem | null; several: boolean } | 'number' {
      if (number) {
        const item = byNumber.get(number)
        return item ? { item, several: false } : 'number'
      }
      const same = byTitle.get(bareName(title)) ?? []
      return { item: same[0] ?? null, several: same.length > 1 }
    },
  }
}
