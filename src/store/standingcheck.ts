// Compares the kept standings and tallies with ones made from nothing but what was reported. Changes nothing.
import { WHOLE } from '../core/indicator.ts'
import type { Ruled } from '../core/standing.ts'
import { readFigures, readUnits } from './ground.ts'
import { bookOf, shownOf } from './standing.ts'
import type { Tx } from './tx.ts'

const RULED = `select i.id, i.kind, i.direction, i.basis, i.frequency, i.decimals, i.unit, i.combine, i.weight, i.parent_id from indicator i where i.jurisdiction_id = $1`
const STANDINGS = `select s.indicator_id || ' ' || s.unit_id || ' ' || s.year || ' ' || s.month as key, s.shown as value from standing s where s.jurisdiction_id = $1`
const TALLIES = `select t.year || ' ' || t.month || ' ' || t.unit_id || ' ' || t.verdict || ' ' || t.light as key, t.n as value from standing_tally t
  where t.jurisdiction_id = $1 and t.n <> 0`
const YEARS = `select min(year) as first, max(year) as last from (select year from reading where jurisdiction_id = $1
  union all select year from target where jurisdiction_id = $1) y`

/** Where they differ: empty when all is well. */
export async function standingFaults(tx: Tx): Promise<string[]> {
  const place = [tx.context.jurisdiction]
  const [family, units, standings, tallies, [years]] = await Promise.all([
    tx.rows<Ruled>(RULED, place),
    readUnits(tx),
    tx.rows<{ key: string; value: string }>(STANDINGS, place),
    tx.rows<{ key: string; value: number }>(TALLIES, place),
    tx.rows<{ first: number | null; last: number | null }>(YEARS, place),
  ])
  // A year after the last one may stand on last year's figures.
  const span = { from: years!.first ?? 0, to: (years!.last ?? -1) + 1 }
  const ids = family.map(i => i.id)
  const book = bookOf({ family, units, ...(await readFigures(tx, ids, span, null)) })
  const made = new Map<string, string>()
  const counted = new Map<string, number>()
  for (const id of ids)
    for (const unitId of [WHOLE, ...units.map(u => u.id)])
      for (let year = span.from; year <= span.to; year++)
        for (const [month, standing] of book.standings(id, unitId, year) ?? []) {
          made.set(`${id} ${unitId} ${year} ${month}`, shownOf(standing))
          const at = `${year} ${month} ${unitId} ${standing.verdict} ${standing.light}`
          counted.set(at, (counted.get(at) ?? 0) + 1)
        }
  return [...differences(made, standings), ...differences(counted, tallies)]
}

function differences<V>(made: Map<string, V>, kept: { key: string; value: V }[]): string[] {
  const known = new Map(kept.map(({ key, value }) => [key, value]))
  return [...new Set([...made.keys(), ...known.keys()])].filter(key => made.get(key) !== known.get(key))
}
