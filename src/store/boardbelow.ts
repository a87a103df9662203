// The wholes of the jurisdictions below, side by side: what a city or a province sees. One question to the database for all of them, whoever wrote last.
import type { BelowQuery, BoardBelow } from '../core/contract/indicator.ts'
import type { Verdict } from '../core/indicator.ts'
import type { Light } from '../core/types.ts'
import type { Tx } from './tx.ts'

interface Cell {
  place: string
  code: string
  name: string
  unit: string
  decimals: number
  verdict: Verdict
  light: Light
  shown: string
}

export async function boardBelow(tx: Tx, query: BelowQuery, thisYear: number): Promise<BoardBelow> {
  const [places, [latest]] = await Promise.all([
    tx.rows<{ id: string; name: string; parentId: string }>('select * from places_below()'),
    tx.rows<{ year: number; month: number }>('select * from months_below($1)', [query.year ?? null]),
  ])
  const year = query.year ?? latest?.year ?? thisYear
  const month = query.month ?? latest?.month ?? null
  const [cells, tallies] = await Promise.all([
    tx.rows<Cell>('select * from wholes_below($1, $2)', [year, month]),
    tx.rows<{ place: string; verdict: Verdict; light: Light; n: number }>('select * from tallies_below($1, $2)', [year, month]),
  ])
  const indicators = new Map(cells.map(({ code, name, unit, decimals }) => [code, { code, name, unit, decimals }]))
  const byPlace = Map.groupBy(cells, cell => cell.place)
  const counted = Map.groupBy(tallies, tally => tally.place)
  return {
    year,
    month,
    indicators: [...indicators.values()],
    places: places.map(place => {
      const counts = { reached: 0, on: 0, behind: 0, unknown: 0 }
      const lights = { green: 0, yellow: 0, red: 0, grey: 0 }
      for (const { verdict, light, n } of counted.get(place.id) ?? []) {
        counts[verdict] += n
        lights[light] += n
      }
      return { ...place, counts, lights, cells: (byPlace.get(place.id) ?? []).map(cellOf) }
    }),
  }
}

function cellOf({ code, verdict, light, shown }: Cell): BoardBelow['places'][number]['cells'][number] {
  const { value, points } = JSON.parse(`{${shown.slice(1)}`) as { value: number | null; points: number | null }
  return { code, value, points, verdict, light }
}
