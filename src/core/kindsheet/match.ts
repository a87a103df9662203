// Whom and what a row names: the unit that leads, the item that is there already, by what was said of names before. Pure.
import { alike, bare, type Entry } from '../duplicate.ts'
import { type Fields, KIND, type LedgerKind } from '../kind.ts'
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

/** A known item that is most probably the same though it is called otherwise: first report counts. Only those that share the maker or the beginning of the name are looked at. */
export function likelyFinder(kind: LedgerKind, items: readonly KnownItem[]): (title: string, fields: Fields) => KnownItem | null {
  const spec = KIND[kind].alike
  if (!spec) return () => null
  const keysOf = ({ title, fields }: Entry) => {
    const by = spec.by ? bare(String(fields[spec.by] ?? '')) : ''
    return [`t${bare(title).slice(0, 2)}`, ...(by ? [`b${by.slice(0, 3)}`] : [])]
  }
  const index = new Map<string, KnownItem[]>()
  for (const item of items) for (const key of keysOf(item)) index.set(key, [...(index.get(key) ?? []), item])
  return (title, fields) => {
    const near = new Set(keysOf({ title, fields }).flatMap(key => index.get(key) ?? []))
    return [...near].find(item => alike(kind, { title, fields }, item)?.sure) ?? null
  }
}
