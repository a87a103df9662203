// What the ids in facts stand for: names of units, indicators and items that the reader may see. Reads only.
import { type Fields, idsIn, type LedgerKind, type Named } from '../core/kind.ts'
import type { Tx } from './tx.ts'

const NAMES = {
  unit: `select id, name, 'unit' as is from unit where jurisdiction_id = $1 and id = any($2)`,
  indicator: `select id, name, 'indicator' as is from indicator where jurisdiction_id = $1 and id = any($2)`,
  item: 'select id, title as name, kind as is from item where jurisdiction_id = $1 and id = any($2)',
}

/** Kinds without such facts ask nothing. */
export async function namedOf(tx: Tx, kind: LedgerKind, all: readonly Fields[]): Promise<Named> {
  const found = all.flatMap(fields => idsIn(kind, fields))
  const asked = (['unit', 'indicator', 'item'] as const).flatMap(at => {
    const ids = [...new Set(found.filter(one => one.at === at).map(one => one.id))].filter(id => UUID.test(id))
    return ids.length ? [tx.rows<{ id: string } & Named[string]>(NAMES[at], [tx.context.jurisdiction, ids])] : []
  })
  return Object.fromEntries((await Promise.all(asked)).flat().map(({ id, name, is }) => [id, { name, is }]))
}
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const namesOf = async (tx: Tx, kind: LedgerKind, all: readonly Fields[]): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await namedOf(tx, kind, all)).map(([id, { name }]) => [id, name]))
