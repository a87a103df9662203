// What units pledged for a year, each judged by core's rule on the figures that the board stands on. Reads only.
import { judgeCommitment } from '../core/commitment.ts'
import type { CommitmentView } from '../core/contract/indicator.ts'
import type { Series } from '../core/indicator.ts'
import type { Day } from '../core/types.ts'
import { HELD_TARGET, type HeldTarget } from './ground.ts'
import type { Tx } from './tx.ts'

type Judged = Pick<Series['indicator'], 'kind' | 'direction' | 'basis' | 'frequency' | 'decimals' | 'unit'> & { id: string }

export interface JudgedAt {
  year: number
  /** The last month whose figures count. */
  month: number
  /** The day on which it is asked whether a pledge is kept. */
  until: Day
}

/** Those that hold, with their figures of this year and the last. */
const PLEDGES = `select h.*, (select json_agg(json_build_array(s.year, s.month, s.value)) from standing s
    where s.jurisdiction_id = $1 and s.indicator_id = h.indicator_id and s.unit_id = h.unit_id and s.year between $2 - 1 and $2 and s.fresh) as told
  from (select distinct on (t.indicator_id, t.unit_id) ${HELD_TARGET} from target t
    where t.jurisdiction_id = $1 and t.year = $2 and t.kind = 'commitment' and t.indicator_id = any($3) and ($4::uuid[] is null or t.unit_id = any($4))
    order by t.indicator_id, t.unit_id, t.revision desc) h where not h.withdrawn`

type Row = HeldTarget & { told: [year: number, month: number, value: number | null][] | null }

/** `units` null: all. */
export async function boardCommitments(tx: Tx, at: JudgedAt, indicators: Judged[], units: string[] | null): Promise<CommitmentView[]> {
  const known = new Map(indicators.map(i => [i.id, i]))
  const rows = await tx.rows<Row>(PLEDGES, [tx.context.jurisdiction, at.year, [...known.keys()], units])
  return sorted(rows.map(row => commitmentView(row, seriesOf(known.get(row.indicatorId)!, at.year, row.told ?? []), at)))
}

function seriesOf(indicator: Judged, year: number, told: NonNullable<Row['told']>): Series {
  const [values, lastYear]: [(number | null)[], (number | null)[]] = [Array(12).fill(null), Array(12).fill(null)]
  for (const [of, month, value] of told) (of === year ? values : lastYear)[month - 1] = value
  return { indicator, year, target: null, values, lastYear }
}

export function commitmentView(pledge: HeldTarget, series: Series, { month, until }: JudgedAt): CommitmentView {
  const { unitId, indicatorId, value, at, byName } = pledge
  const dueOn = pledge.dueOn!
  return { unitId, indicatorId, value, dueOn, at, by: byName, ...judgeCommitment(series, { value, dueOn }, month, until) }
}

/** The next day first; then by unit, so that the same pledges stand in the same order. */
export const sorted = (all: CommitmentView[]): CommitmentView[] =>
  all.sort((a, b) => order(a.dueOn, b.dueOn) || order(a.unitId, b.unitId) || order(a.indicatorId, b.indicatorId))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
