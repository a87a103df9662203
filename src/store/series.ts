// One series: an indicator of one unit in one year with everything its standing is made of, now or as it was known on a day. Reads only.
import type { SeriesQuery, SeriesView, StandingView } from '../core/contract/indicator.ts'
import { type TargetKind, WHOLE } from '../core/indicator.ts'
import { planLine } from '../core/planline.ts'
import type { Day } from '../core/types.ts'
import { commitmentView } from './boardcommitment.ts'
import { getIndicator, revisionsOf, targetsOf, targetView } from './indicator.ts'
import { stoodAsOf } from './seriespast.ts'
import type { Tx } from './tx.ts'

/** How a series stands in each month of its year. */
export interface SeriesStood {
  /** By month; `fresh`: the month itself has a figure. */
  months: Map<number, { fresh: boolean; standing: StandingView }>
  lastYear: (number | null)[]
  /** Of the indicators that it is made of, by the data of a month. */
  parts(month: number): Promise<SeriesView['parts']>
  /** What it was called and judged by then; of now there is nothing to say. */
  called?: Called
}

export interface Called {
  indicator: Partial<SeriesView['indicator']>
  unit: string | null
}

interface Row {
  year: number
  month: number
  fresh: boolean
  shown: string
}

const ROWS = `select s.year, s.month, s.fresh, s.shown from standing s
  where s.jurisdiction_id = $1 and s.indicator_id = $2 and s.unit_id = $3 and s.year between $4 - 1 and $4 order by s.month`
const PARTS = `select i.id as indicator_id, i.name, i.weight, case when s.fresh then s.value end as value from indicator i
  left join standing s on s.jurisdiction_id = i.jurisdiction_id and s.indicator_id = i.id and s.unit_id = $3 and s.year = $4 and s.month = $5
  where i.jurisdiction_id = $1 and i.parent_id = $2 and not i.retired order by i.position`

export const standingView = ({ indicatorId, unitId, shown }: { indicatorId: string; unitId: string; shown: string }): StandingView =>
  JSON.parse(`{"unitId":"${unitId}","indicatorId":"${indicatorId}"${shown}`) as StandingView

async function stoodNow(tx: Tx, indicatorId: string, unitId: string, year: number): Promise<SeriesStood> {
  const of = [tx.context.jurisdiction, indicatorId, unitId, year]
  const rows = await tx.rows<Row>(ROWS, of)
  const months: SeriesStood['months'] = new Map()
  const lastYear: (number | null)[] = Array(12).fill(null)
  for (const { year: of, month, fresh, shown } of rows) {
    const standing = standingView({ indicatorId, unitId, shown })
    if (of === year) months.set(month, { fresh, standing })
    else if (fresh) lastYear[month - 1] = standing.value
  }
  return { months, lastYear, parts: month => tx.rows(PARTS, [...of, month]) }
}

/** null when there is no such indicator or unit, or it is not to be seen. */
export async function getSeries(tx: Tx, id: string, asked: SeriesQuery, today: Day): Promise<SeriesView | null> {
  const place = tx.context.jurisdiction
  const { unit: unitId, year, asOf } = asked
  const [indicator, [unit], stood, targets, readings] = await Promise.all([
    getIndicator(tx, id),
    tx.rows<{ name: string }>('select name from unit where jurisdiction_id = $1 and id = $2', [place, unitId]),
    asOf ? stoodAsOf(tx, id, unitId, year, asOf) : stoodNow(tx, id, unitId, year),
    targetsOf(tx, id, unitId, year, asOf ?? null),
    revisionsOf(tx, id, unitId, year, asOf ?? null),
  ])
  if (!indicator || (!unit && unitId !== WHOLE)) return null
  const told = [...stood.months].filter(([, { fresh }]) => fresh)
  const newest = told.at(-1)?.[0] ?? null
  const month = asked.month ?? newest
  const [parts, [item]] = await Promise.all([
    stood.parts(month ?? 12),
    tx.rows<NonNullable<SeriesView['item']>>('select id, number, title from item where jurisdiction_id = $1 and id = $2', [
      place,
      indicator.itemId,
    ]),
  ])
  // The newest revision, which stands first; one that was taken back leaves none.
  const holding = (kind: TargetKind) => {
    const newest = targets.find(t => t.kind === kind)
    return newest && !newest.withdrawn ? newest : null
  }
  const values: (number | null)[] = Array.from({ length: 12 }, (_, at) => {
    const own = stood.months.get(at + 1)
    return own?.fresh ? own.standing.value : null
  })
  const judged = { ...indicator, ...stood.called?.indicator }
  const series = { indicator: judged, year, target: holding('target'), values, lastYear: stood.lastYear }
  const pledge = holding('commitment')
  return {
    indicator: judged,
    unitId,
    unit: stood.called?.unit ?? unit?.name ?? null,
    year,
    asOf: asOf ?? null,
    targets: targets.filter(t => t.kind === 'target').map(targetView),
    commitments: targets.filter(t => t.kind === 'commitment').map(targetView),
    commitment: pledge && commitmentView(pledge, series, { year, month: newest ?? 12, until: asOf ?? today }),
    standing: (month && stood.months.get(month)?.standing) || null,
    standings: told.map(([, { standing }]) => standing),
    plan: planLine(series),
    values,
    lastYear: stood.lastYear,
    readings,
    parts,
    item: item ?? null,
  }
}
