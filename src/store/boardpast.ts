// The board as it was known at the end of an earlier day: judged anew from the revisions there were by then.
import type { BoardCell, BoardQuery, CommitmentView } from '../core/contract/indicator.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Book } from '../core/standing.ts'
import type { Day, Instant } from '../core/types.ts'
import { figuresAsOf, framesAsOf, indicatorsAsOf, unitsAsOf } from './asof.ts'
import { chosen, inTree, judgedBy, markMonths, monthsOf } from './board.ts'
import { commitmentView, type JudgedAt, sorted } from './boardcommitment.ts'
import { type BoardIndicator, boardJson, type Mark, type UnitStood, WHOLE_ROW } from './boardjson.ts'
import type { HeldTarget, Member } from './ground.ts'
import { bookOf } from './standing.ts'
import type { Tx } from './tx.ts'

/** Figures and targets are those of then, and so are the tree of units, the frames, and what an indicator was called and judged by. */
export async function boardPast(tx: Tx, query: BoardQuery & { asOf: Day }, today: Day): Promise<string> {
  const { asOf } = query
  const [indicators, units, frames, { year, readings, targets }] = await Promise.all([
    indicatorsAsOf(tx, asOf),
    unitsAsOf(tx, asOf),
    framesAsOf(tx, asOf),
    figuresOf(tx, query, Number(today.slice(0, 4))),
  ])
  const told = readings.filter(r => r.value !== null && r.year === year)
  const months = [...new Set(told.map(r => r.month))].sort((a, b) => a - b)
  const month = query.month ?? months.at(-1) ?? null
  const picked = chosen(indicators, frames, query)
  const asked = query.unit.length ? query.unit : [WHOLE, ...units.map(u => u.id)]
  const book = bookOf({ family: indicators, units, readings, targets })
  const stood = new Map<string, UnitStood>()
  if (month !== null)
    for (const unitId of asked) {
      const marks: Mark[][] = []
      const cells: string[] = []
      for (const [at, indicator] of picked.entries())
        for (const [m, standing] of book.standings(indicator.id, unitId, year, markMonths(month)) ?? []) {
          const { verdict, reason, fresh, light, value, points, share, summed } = standing
          if (!knownWhole(tx.context, indicator, unitId, summed)) continue
          ;(marks[at] ??= [])[m] = { verdict, reason, fresh }
          if (m === month) cells[at] = JSON.stringify({ verdict, light, value, points, share } satisfies BoardCell)
        }
      if (cells.length) stood.set(unitId, { named: query.unit.length > 0, marks, cells })
    }
  const commitments =
    month === null ? [] : pledgesOf(targets, book, picked, asked, { year, month, until: judgedBy(year, month, months, query.asOf) })
  const newest = told.reduce<Instant | null>((last, r) => (last === null || r.at > last ? r.at : last), null)
  const head = { year, month, months, asOf, newest, frames, commitments }
  return boardJson(head, picked, [WHOLE_ROW, ...inTree(units)], stood)
}

/**
 * Whether who asks sees all that the standing is made of: the database gives him the figures of his own units, and of indicators that are open to
 * him. A total of what he sees only in part would be a wrong one.
 */
export function knownWhole(
  { figures, unitIds }: Tx['context'],
  { published, sourceUnitId, combine }: Pick<Member, 'published' | 'sourceUnitId' | 'combine'>,
  unitId: string,
  summed: boolean,
): boolean {
  if (figures === 'all') return true
  const open = published || unitIds.includes(sourceUnitId ?? '')
  return summed ? open && combine === null : open || unitIds.includes(unitId)
}

function pledgesOf(targets: HeldTarget[], book: Book, picked: BoardIndicator[], asked: string[], at: JudgedAt): CommitmentView[] {
  const [indicators, units] = [new Set(picked.map(i => i.id)), new Set(asked)]
  const held = targets.filter(
    t => t.kind === 'commitment' && !t.withdrawn && t.year === at.year && indicators.has(t.indicatorId) && units.has(t.unitId),
  )
  return sorted(held.map(t => commitmentView(t, book.series(t.indicatorId, t.unitId, at.year), at)))
}

/** The figures of the year asked for, or of the last one that had any by then: not every year's are read for it. */
async function figuresOf(tx: Tx, { year: asked, asOf }: { year?: number; asOf: Day }, thisYear: number) {
  const { year } = await monthsOf(tx, asked, thisYear)
  const figures = await figuresAsOf(tx, asOf, year)
  if (asked !== undefined || figures.readings.some(r => r.year === year && r.value !== null)) return { year, ...figures }
  const all = await figuresAsOf(tx, asOf, null)
  return { ...all, year: all.readings.reduce((last, r) => (r.value !== null && r.year > last ? r.year : last), 0) || year }
}
