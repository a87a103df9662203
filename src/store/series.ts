// One series: an indicator of one unit in one year with everything its standing is made of. Reads only.
import type { SeriesView, StandingView } from '../core/contract/indicator.ts'
import { WHOLE } from '../core/indicator.ts'
import { planLine } from '../core/planline.ts'
import { getIndicator, revisionsOf, targetsOf, targetView } from './indicator.ts'
import type { Tx } from './tx.ts'

interface Row {
  year: number
  month: number
  indicatorId: string
  unitId: string
  fresh: boolean
  shown: string
}

const ROWS = `select s.year, s.month, s.indicator_id, s.unit_id, s.fresh, s.shown from standing s
  where s.jurisdiction_id = $1 and s.indicator_id = $2 and s.unit_id = $3 and s.year between $4 - 1 and $4 order by s.month`
const PARTS = `select i.id, i.name, i.weight, s.month, s.fresh, s.shown from indicator i
  left join standing s on s.jurisdiction_id = i.jurisdiction_id and s.indicator_id = i.id and s.unit_id = $3 and s.year = $4 and s.month = $5
  where i.jurisdiction_id = $1 and i.parent_id = $2 and not i.retired order by i.position`

export const standingView = ({ indicatorId, unitId, shown }: Pick<Row, 'indicatorId' | 'unitId' | 'shown'>): StandingView =>
  JSON.parse(`{"unitId":"${unitId}","indicatorId":"${indicatorId}"${shown}`) as StandingView

/** null when there is no such indicator or unit, or it is not to be seen. */
export async function getSeries(tx: Tx, id: string, unitId: string, year: number): Promise<SeriesView | null> {
  const place = tx.context.jurisdiction
  const [indicator, [unit], rows, targets, readings] = await Promise.all([
    getIndicator(tx, id),
    tx.rows<{ name: string }>('select name from unit where jurisdiction_id = $1 and id = $2', [place, unitId]),
    tx.rows<Row>(ROWS, [place, id, unitId, year]),
    targetsOf(tx, id, unitId, year),
    revisionsOf(tx, id, unitId, year),
  ])
  if (!indicator || (!unit && unitId !== WHOLE)) return null
  const told = rows.filter(row => row.fresh)
  const values = valuesOf(told, year)
  const lastYear = valuesOf(told, year - 1)
  const mine = told.filter(row => row.year === year)
  const month = mine.at(-1)?.month ?? 12
  const [parts, [item]] = await Promise.all([
    tx.rows<{ id: string; name: string; weight: number; fresh: boolean; shown: string | null }>(PARTS, [place, id, unitId, year, month]),
    tx.rows<NonNullable<SeriesView['item']>>('select id, number, title from item where jurisdiction_id = $1 and id = $2', [
      place,
      indicator.itemId,
    ]),
  ])
  const held = targets.find(t => t.kind === 'target') ?? null
  return {
    indicator,
    unitId,
    unit: unit?.name ?? null,
    year,
    targets: targets.filter(t => t.kind === 'target').map(targetView),
    commitments: targets.filter(t => t.kind === 'commitment').map(targetView),
    standings: mine.map(standingView),
    plan: planLine({ indicator, year, target: held?.withdrawn ? null : held, values, lastYear }),
    values,
    lastYear,
    readings,
    parts: parts.map(p => ({
      indicatorId: p.id,
      name: p.name,
      weight: p.weight,
      value: p.fresh ? standingView({ indicatorId: p.id, unitId, shown: p.shown! }).value : null,
    })),
    item: item ?? null,
  }
}

function valuesOf(told: Row[], year: number): (number | null)[] {
  const values: (number | null)[] = Array(12).fill(null)
  for (const row of told) if (row.year === year) values[row.month - 1] = standingView(row).value
  return values
}
