// The wholes of the jurisdictions below, side by side: what a city or a province sees. Asked of the database each time, so that it is right whoever wrote last.
import type { BelowQuery, BelowSeries, BelowSeriesQuery, BoardBelow } from '../core/contract/indicator.ts'
import type { Indicator, Verdict } from '../core/indicator.ts'
import { planLine } from '../core/planline.ts'
import type { Day, Light } from '../core/types.ts'
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

interface BelowRow extends Pick<Indicator, 'name' | 'kind' | 'direction' | 'basis' | 'frequency' | 'unit' | 'decimals'> {
  place: string
  target: number | null
  base: number | null
  phasing: (number | null)[] | null
  dueOn: Day | null
  year: number
  month: number
  fresh: boolean
  shown: string
}

/** null when there is no such place below, or it does not keep the figure. */
export async function seriesBelow(tx: Tx, { place, code, year, month }: BelowSeriesQuery): Promise<BelowSeries | null> {
  const rows = await tx.rows<BelowRow>('select * from series_below($1, $2, $3)', [place, code, year])
  const [first] = rows
  if (!first) return null
  const { name, kind, direction, basis, frequency, unit, decimals, target, base, phasing, dueOn } = first
  const standings = rows.map(row => ({ ...row, standing: JSON.parse(`{${row.shown.slice(1)}`) as NonNullable<BelowSeries['standing']> }))
  const valuesIn = (of: number) =>
    Array.from({ length: 12 }, (_, at) => standings.find(s => s.year === of && s.month === at + 1 && s.fresh)?.standing.value ?? null)
  const own = standings.filter(s => s.year === year)
  const [values, lastYear] = [valuesIn(year), valuesIn(year - 1)]
  const series = { indicator: { kind, direction, basis, frequency, unit, decimals }, year, values, lastYear }
  return {
    place: first.place,
    indicator: { code, name, kind, direction, basis, frequency, unit, decimals },
    year,
    dueOn,
    standing: own.find(s => s.month === (month ?? own.findLast(s => s.fresh)?.month))?.standing ?? null,
    plan: planLine({ ...series, target: target === null ? null : { value: target, base, phasing, dueOn } }),
    values,
    lastYear,
  }
}
