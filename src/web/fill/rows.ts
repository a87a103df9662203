// The rows of a sheet of figures: every series that the person reports in that month, with what stands beside it. Pure; the lists come from the API.
import type { IndicatorView, ReadingView, TargetView } from '../../core/contract/indicator.ts'
import { type Series, WHOLE } from '../../core/indicator.ts'
import { reportMonths } from '../../core/planline.ts'

export interface FillRow {
  indicator: IndicatorView
  month: number
  unitId: string
  target: Series['target']
  values: (number | null)[]
  lastYear: (number | null)[]
  /** What stands in the month itself. */
  held: Pick<ReadingView, 'value' | 'status' | 'revision' | 'by' | 'at'> | null
}

type Reading = ReadingView & { indicatorId: string }
type Target = TargetView & { indicatorId: string }

interface Given {
  indicators: IndicatorView[]
  targets: Target[]
  readings: Reading[]
  before: Reading[]
  month: number
  /** null: all indicators; otherwise those whose source is one of these units. */
  sources: string[] | null
  /** The units in the order of the tree. */
  units: string[]
}

const EMPTY = Array<number | null>(12).fill(null)

const yearOf = (readings: Reading[]): (number | null)[] => {
  const values = [...EMPTY]
  for (const r of readings) values[r.month - 1] = r.value
  return values
}

/** In the order of the indicators, the whole first, then as the tree has its units. A total made of parts is not asked for unless it was reported before. */
export function fillRows({ indicators, targets, readings, before, month, sources, units }: Given): FillRow[] {
  const keyOf = (of: { indicatorId: string; unitId: string }) => `${of.indicatorId} ${of.unitId}`
  const goals = Map.groupBy(
    targets.filter(one => one.kind === 'target' && !one.withdrawn),
    one => one.indicatorId,
  )
  const now = Map.groupBy(readings, keyOf)
  const last = Map.groupBy(before, keyOf)
  const reported = Map.groupBy([...readings, ...before], r => r.indicatorId)
  const order = new Map([WHOLE, ...units].map((id, i) => [id, i]))
  const place = (id: string): number => order.get(id) ?? order.size
  return indicators
    .filter(i => !i.retired && (sources === null || (i.sourceUnitId !== null && sources.includes(i.sourceUnitId))))
    .filter(i => reportMonths(i.frequency).includes(month))
    .flatMap(indicator => {
      const own = goals.get(indicator.id) ?? []
      const asked = new Set([...(indicator.combine ? [] : own), ...(reported.get(indicator.id) ?? [])].map(one => one.unitId))
      // An indicator without any target yet is the jurisdiction's own.
      if (asked.size === 0 && !indicator.combine) asked.add(WHOLE)
      return [...asked]
        .sort((a, b) => place(a) - place(b))
        .map((unitId): FillRow => {
          const key = keyOf({ indicatorId: indicator.id, unitId })
          const mine = now.get(key) ?? []
          return {
            indicator,
            month,
            unitId,
            target: own.find(one => one.unitId === unitId) ?? null,
            values: yearOf(mine),
            lastYear: yearOf(last.get(key) ?? []),
            held: mine.find(r => r.month === month) ?? null,
          }
        })
    })
}
