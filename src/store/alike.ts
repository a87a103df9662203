// Entries of a ledger that are like one that is being entered. Reads only; the database finds some, core/duplicate.ts judges them.
import { type Duplicate, duplicates, type Entry, type Known } from '../core/duplicate.ts'
import { KIND, type LedgerKind } from '../core/kind.ts'
import type { Tx } from './tx.ts'

export type Alike = Duplicate & { stageOn: string; leadUnit: string | null }

const FOUND = `select i.id, i.number, i.title, i.stage, i.stage_on, u.name as lead_unit, d.fields
  from alike_items($1, $2, $3, 60) a(id) join item i on i.jurisdiction_id = $1 and i.id = a.id
  join item_detail d on d.jurisdiction_id = $1 and d.item_id = a.id
  left join unit u on u.jurisdiction_id = $1 and u.id = i.lead_unit_id where i.kind = $2`
const PLACES = `select j.place from jurisdiction j where j.id = $1 or j.id = (select h.parent_id from jurisdiction h where h.id = $1)`

/** Short names as well: 青禾县, 青禾. */
const placesOf = (rows: { place: string }[]): string[] =>
  rows.flatMap(({ place }) => [place, place.replace(/(?:省|市|县|区|旗|自治州|镇|乡)$/, '')]).sort((a, b) => b.length - a.length)

/** Most alike first; none for kinds that are not looked at so. */
export async function alikeOf(tx: Tx, kind: LedgerKind, one: Entry, most = 5): Promise<Alike[]> {
  const spec = KIND[kind].alike
  if (!spec) return []
  const words = [one.title, one.fields[spec.by], one.fields[spec.at]].map(word => (typeof word === 'string' ? word.trim() : ''))
  if (words.every(word => word.length < 2)) return []
  const place = tx.context.jurisdiction
  const [known, places] = await Promise.all([
    tx.rows<Known & Pick<Alike, 'stageOn' | 'leadUnit'>>(FOUND, [place, kind, words]),
    tx.rows<{ place: string }>(PLACES, [place]),
  ])
  return duplicates(kind, one, known, placesOf(places)).slice(0, most)
}
