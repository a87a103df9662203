// The wholes of the jurisdictions below, side by side: what a city or a province sees. Asked of the database each time, so that it is right whoever wrote last.
import type { BelowQuery, BoardBelow } from '../core/contract/indicator.ts'
import type { Verdict } from '../core/indicator.ts'
import type { Light } from '../core/types.ts'
import type { Tx } from './tx.ts'

type Place = Omit<BoardBelow['places'][number], 'cells'>

/** As JSON: the cells come from the database as such. */
export async function boardBelow(tx: Tx, query: BelowQuery, thisYear: number): Promise<string> {
  const [places, [latest]] = await Promise.all([
    tx.rows<Pick<Place, 'id' | 'name' | 'parentId'>>('select * from places_below()'),
    tx.rows<{ year: number; month: number }>('select * from months_below($1)', [query.year ?? null]),
  ])
  const year = query.year ?? latest?.year ?? thisYear
  const month = query.month ?? latest?.month ?? null
  const [indicators, wholes, tallies] = await Promise.all([
    tx.rows<BoardBelow['indicators'][number]>('select * from codes_below()'),
    tx.rows<{ place: string; cells: string | null }>('select * from wholes_below($1, $2)', [year, month]),
    tx.rows<{ place: string; verdict: Verdict; light: Light; n: number }>('select * from tallies_below($1, $2)', [year, month]),
  ])
  const cells = new Map(wholes.map(whole => [whole.place, whole.cells]))
  const counted = Map.groupBy(tallies, tally => tally.place)
  const rows = places.map(({ id, name, parentId }) => {
    const counts = { reached: 0, on: 0, behind: 0, unknown: 0 }
    const lights = { green: 0, yellow: 0, red: 0, grey: 0 }
    for (const { verdict, light, n } of counted.get(id) ?? []) {
      counts[verdict] += n
      lights[light] += n
    }
    const place: Place = { id, name, parentId, counts, lights }
    return `${JSON.stringify(place).slice(0, -1)},"cells":[${cells.get(id) ?? ''}]}`
  })
  const head: Omit<BoardBelow, 'places'> = { year, month, indicators }
  return `${JSON.stringify(head).slice(0, -1)},"places":[${rows.join(',')}]}`
}
