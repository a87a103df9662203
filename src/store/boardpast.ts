// The board as it was known at the end of an earlier day: judged anew from the revisions there were by then.
import type { BoardQuery } from '../core/contract/indicator.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Ruled } from '../core/standing.ts'
import type { Day, Instant } from '../core/types.ts'
import { figuresAsOf } from './asof.ts'
import { boardIndicators, boardJson, boardUnits, chosen, type Mark, markMonths, monthsOf } from './board.ts'
import { readUnits } from './ground.ts'
import { listFrames } from './indicator.ts'
import { bookOf, shownOf } from './standing.ts'
import type { Tx } from './tx.ts'

const RULED = `select i.id, i.kind, i.direction, i.basis, i.frequency, i.decimals, i.unit, i.combine, i.weight, i.parent_id from indicator i where i.jurisdiction_id = $1`

/** What an indicator is, and where a unit stands in the tree, are those of today; their figures and targets are those of then. */
export async function boardPast(tx: Tx, query: BoardQuery & { asOf: Day }, thisYear: number): Promise<string> {
  const [family, tree, { year, readings, targets }, indicators, units, frames] = await Promise.all([
    tx.rows<Ruled>(RULED, [tx.context.jurisdiction]),
    readUnits(tx),
    figuresOf(tx, query, thisYear),
    boardIndicators(tx),
    boardUnits(tx),
    listFrames(tx),
  ])
  const told = readings.filter(r => r.value !== null)
  const months = [...new Set(told.filter(r => r.year === year).map(r => r.month))].sort((a, b) => a - b)
  const month = query.month ?? months.at(-1) ?? null
  const picked = chosen(indicators, frames, query)
  const marks: Mark[] = []
  const cells: string[] = []
  const book = bookOf({ family, units: tree, readings, targets })
  const asked = query.unit.length ? query.unit : [WHOLE, ...tree.map(u => u.id)]
  if (month !== null)
    for (const { id: indicatorId } of picked)
      for (const unitId of asked) {
        const standings = book.standings(indicatorId, unitId, year, markMonths(month))
        for (const [m, standing] of standings ?? []) {
          marks.push({ unitId, indicatorId, month: m, verdict: standing.verdict, reason: standing.reason, fresh: standing.fresh })
          if (m === month) cells.push(`{"unitId":"${unitId}","indicatorId":"${indicatorId}"${shownOf(standing)}`)
        }
      }
  const newest = told.filter(r => r.year === year).reduce<Instant | null>((last, r) => (last === null || r.at > last ? r.at : last), null)
  return boardJson({ year, month, months, newest }, query, { indicators: picked, units, frames }, marks, cells.join(','))
}

/** The figures of the year asked for, or of the last one that had any by then: not every year's are read for it. */
async function figuresOf(tx: Tx, { year: asked, asOf }: { year?: number; asOf: Day }, thisYear: number) {
  const { year } = await monthsOf(tx, asked, thisYear)
  const figures = await figuresAsOf(tx, asOf, year)
  if (asked !== undefined || figures.readings.some(r => r.year === year && r.value !== null)) return { year, ...figures }
  const all = await figuresAsOf(tx, asOf, null)
  return { ...all, year: all.readings.reduce((last, r) => (r.value !== null && r.year > last ? r.year : last), 0) || year }
}
