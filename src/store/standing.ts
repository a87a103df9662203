import { Book, type Figures, MONTHS, type Ruled, type Standing, seriesKey } from '../core/standing.ts'
import type { Instant } from '../core/types.ts'
import type { Ground, Kept } from './ground.ts'
import type { Write } from './write.ts'

export function bookOf({ family, units, readings, targets }: Pick<Ground, 'units' | 'readings' | 'targets'> & { family: Ruled[] }): Book {
  const figures = new Map<string, Figures>()
  const at = (indicatorId: string, unitId: string, year: number): Figures => {
    const key = seriesKey(indicatorId, unitId, year)
    const found = figures.get(key) ?? { target: null, values: Array(12).fill(null), statuses: Array(12).fill(null) }
    figures.set(key, found)
    return found
  }
  for (const r of readings) {
    if (r.value === null) continue
    const series = at(r.indicatorId, r.unitId, r.year)
    series.values[r.month - 1] = r.value
    series.statuses[r.month - 1] = r.status
  }
  for (const t of targets) {
    if (t.withdrawn) continue
    const series = at(t.indicatorId, t.unitId, t.year)
    if (t.kind === 'target') series.target = t
    else series.pledged = true
  }
  return new Book(family, units, figures)
}

/** A StandingView of the contract as JSON from its third member on: the ids are columns. */
export const shownOf = ({ fresh: _, ...s }: Standing): string => `,${JSON.stringify(s).slice(1)}`

/** A standing as it is written. */
interface Row extends Kept {
  reason: string | null
  value: number | null
  points: number | null
  share: number | null
  fresh: boolean
  shown: string
}

/** What has to be written so that the standings are those of `after`. */
export function standingWrites(
  place: string,
  now: Instant,
  before: Ground,
  after: Partial<Pick<Ground, 'family' | 'readings' | 'targets'>>,
): Write[] {
  const book = bookOf({ ...before, ...after })
  const kept = new Map(before.kept.map(k => [`${seriesKey(k.indicatorId, k.unitId, k.year)} ${k.month}`, k]))
  const months = Array.from({ length: 13 - before.fromMonth }, (_, at) => before.fromMonth + at)
  const changed: Row[] = []
  const moves: { from: Kept | null; to: Kept | null }[] = []
  for (const indicatorId of before.indicatorIds)
    for (const unitId of before.unitIds)
      for (let year = before.span.from; year <= before.span.to; year++) {
        // A total that begins with the month that completes its parts stands in the months before, too.
        const stood = kept.has(`${seriesKey(indicatorId, unitId, year)} 12`)
        const standings = book.standings(indicatorId, unitId, year, stood ? months : MONTHS)
        for (const [month, standing] of standings ?? []) {
          const key = `${seriesKey(indicatorId, unitId, year)} ${month}`
          const was = kept.get(key) ?? null
          kept.delete(key)
          const { verdict, light, reason, value, points, share, fresh } = standing
          const row = { year, month, unitId, indicatorId, verdict, light, reason, value, points, share, fresh, shown: shownOf(standing) }
          changed.push(row)
          moves.push({ from: was, to: row })
        }
      }
  const gone = [...kept.values()]
  moves.push(...gone.map(from => ({ from, to: null })))
  const writes: Write[] = []
  if (changed.length) {
    const columns = columnsOf(changed.toSorted(byMonth), [
      'year',
      'month',
      'unitId',
      'indicatorId',
      'verdict',
      'light',
      'reason',
      'value',
      'points',
      'share',
      'fresh',
      'shown',
    ])
    writes.push([UPSERT, [place, ...columns, now]])
  }
  if (gone.length) writes.push([REMOVE, [place, ...columnsOf(gone, ['year', 'month', 'unitId', 'indicatorId'])]])
  return [...writes, ...tallyWrites(place, moves)]
}

/** A board reads whole months: what is written together lies by month on the disk. */
export const byMonth = (a: Pick<Kept, 'year' | 'month'>, b: Pick<Kept, 'year' | 'month'>): number => a.year - b.year || a.month - b.month

const columnsOf = <Row extends object>(rows: Row[], keys: (keyof Row)[]): unknown[][] => keys.map(key => rows.map(row => row[key]))

const UPSERT = `insert into standing (jurisdiction_id, year, month, unit_id, indicator_id, verdict, light, reason, value, points, share, fresh, shown, changed_at)
  select $1, s.*, $14 from unnest($2::int[], $3::int[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::float8[], $10::float8[], $11::float8[],
    $12::boolean[], $13::text[]) s
  on conflict (jurisdiction_id, year, month, unit_id, indicator_id)
  do update set verdict = excluded.verdict, light = excluded.light, reason = excluded.reason, value = excluded.value,
    points = excluded.points, share = excluded.share, fresh = excluded.fresh,
    shown = excluded.shown, changed_at = excluded.changed_at
  where standing.shown <> excluded.shown or standing.fresh <> excluded.fresh`
const REMOVE = `delete from standing s using unnest($2::int[], $3::int[], $4::uuid[], $5::uuid[]) as g (year, month, unit_id, indicator_id)
  where s.jurisdiction_id = $1 and s.year = g.year and s.month = g.month and s.unit_id = g.unit_id and s.indicator_id = g.indicator_id`
const TALLY = `insert into standing_tally (jurisdiction_id, year, month, unit_id, verdict, light, n)
  select $1, * from unnest($2::int[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[])
  on conflict (jurisdiction_id, year, month, unit_id, verdict, light) do update set n = standing_tally.n + excluded.n`

/** In one order for all writers, so that none waits in a ring. */
function tallyWrites(place: string, moves: { from: Kept | null; to: Kept | null }[]): Write[] {
  const sums = new Map<string, { at: Kept; n: number }>()
  const add = (at: Kept | null, n: number) => {
    if (!at) return
    const key = [at.year, 10 + at.month, at.unitId, at.verdict, at.light].join(' ')
    sums.set(key, { at, n: (sums.get(key)?.n ?? 0) + n })
  }
  for (const { from, to } of moves) {
    add(from, -1)
    add(to, 1)
  }
  const rows = [...sums]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { at, n }]) => ({ ...at, n }))
  return rows.length ? [[TALLY, [place, ...columnsOf(rows, ['year', 'month', 'unitId', 'verdict', 'light', 'n'])]]] : []
}

/** Boards kept in memory are old from now on. */
export const touched = (place: string, ids: string[]): Write => [
  'update indicator set touched = touched + 1 where jurisdiction_id = $1 and id = any($2)',
  [place, [...new Set(ids)]],
]
