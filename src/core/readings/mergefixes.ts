// What was said about the same file before, and what is said now: the later word holds. Pure.
import type { Fixes, TableFix } from './world.ts'

export function mergeFixes(before: Fixes | null, now: Fixes): Fixes {
  if (!before) return now
  const tables = new Map<string, TableFix>()
  for (const fix of [...before.tables, ...now.tables]) {
    const old = tables.get(fix.at)
    tables.set(fix.at, { ...old, ...fix, columns: [...(old?.columns ?? []), ...(fix.columns ?? [])] })
  }
  return {
    tables: [...tables.values()],
    names: [...new Map([...before.names, ...now.names].map(fix => [`${fix.as} ${fix.text}`, fix])).values()],
    cells: [...new Map([...before.cells, ...now.cells].map(fix => [fix.at, fix])).values()],
    status: now.status ?? before.status,
  }
}
