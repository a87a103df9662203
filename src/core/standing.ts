// How every unit stands in a family of indicators: totals up the tree of units and of parts, and the pace of each. Pure: the same figures give the same standings in whatever order they came.
import { ZERO } from './exact.ts'
import { addsUp, halfDigit, type PartsBy, type PartValue, type Whole, wholeOf } from './hierarchy.ts'
import { type Indicator, type ReadingStatus, type Series, type Target, WHOLE } from './indicator.ts'
import { judge, type Pace } from './pace.ts'

export type Ruled = Pick<
  Indicator,
  'id' | 'kind' | 'direction' | 'basis' | 'frequency' | 'decimals' | 'unit' | 'combine' | 'weight' | 'parentId'
>

/** What is kept of one unit, one indicator, one year. */
export interface Figures {
  target: Pick<Target, 'value' | 'base' | 'phasing' | 'dueOn'> | null
  /** As reported, by month − 1. */
  values: (number | null)[]
  statuses: (ReadingStatus | null)[]
  /** The unit has a commitment of the year. */
  pledged?: boolean
}

export interface Standing extends Pace {
  /** The month itself has a figure. */
  fresh: boolean
  summed: boolean
  status: ReadingStatus | null
  mismatch: { reported: number; parts: number; by: PartsBy } | null
}

/** A month's value: the reported one or else that of the parts, and whether they differ. */
interface Told {
  value: number | null
  status: ReadingStatus | null
  summed: boolean
  mismatch: Standing['mismatch']
  off: Whole['off']
}

interface Part {
  weight: number
  told: readonly Told[]
}
const valued = ({ weight, told }: Part, at: number): PartValue => ({ weight, value: told[at]!.value, off: told[at]!.off })

const NONE: Told = { value: null, status: null, summed: false, mismatch: null, off: ZERO }
const BLANK: Figures = { target: null, values: Array(12).fill(null), statuses: Array(12).fill(null) }
const SURENESS: readonly ReadingStatus[] = ['estimate', 'flash', 'final']
export const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

export const seriesKey = (indicatorId: string, unitId: string, year: number): string => `${indicatorId} ${unitId} ${year}`

/** All that the standings of some indicators are made of: with each its parts and the totals above it. */
export class Book {
  readonly #indicators: Map<string, Ruled>
  readonly #parts: Map<string | null, Ruled[]>
  readonly #below: Map<string, string[]>
  readonly #figures: Map<string, Figures>
  readonly #told = new Map<string, readonly Told[]>()
  readonly #kept = new Map<string, boolean>()

  constructor(indicators: Ruled[], units: { id: string; parentId: string | null }[], figures: Map<string, Figures>) {
    this.#indicators = new Map(indicators.map(i => [i.id, i]))
    this.#parts = Map.groupBy(indicators, i => i.parentId)
    this.#below = new Map()
    for (const { id, parentId } of units) this.#below.set(parentId ?? WHOLE, [...(this.#below.get(parentId ?? WHOLE) ?? []), id])
    this.#figures = figures
  }

  figures(indicatorId: string, unitId: string, year: number): Figures {
    return this.#figures.get(seriesKey(indicatorId, unitId, year)) ?? BLANK
  }

  /** By month − 1, reported or made of the parts. */
  values(indicatorId: string, unitId: string, year: number): (number | null)[] {
    return this.#year(indicatorId, unitId, year).map(({ value }) => value)
  }

  series(indicatorId: string, unitId: string, year: number): Series {
    return {
      indicator: this.#indicators.get(indicatorId)!,
      year,
      target: this.figures(indicatorId, unitId, year).target,
      values: this.values(indicatorId, unitId, year),
      lastYear: this.values(indicatorId, unitId, year - 1),
    }
  }

  /**
   * The standing at each of the months; null for a unit that has neither target nor figure in the year. Totals without a target are kept of the
   * whole only, and of a unit that pledged one.
   */
  standings(indicatorId: string, unitId: string, year: number, months: readonly number[] = MONTHS): Map<number, Standing> | null {
    const series = this.series(indicatorId, unitId, year)
    const own = this.figures(indicatorId, unitId, year)
    const some = (unitId === WHOLE || own.pledged ? series.values : own.values).some(value => value !== null)
    if (!own.target && !some) return null
    const told = this.#year(indicatorId, unitId, year)
    const standingAt = (month: number): Standing => {
      const pace = judge(series, month)
      const { summed, status, mismatch } = pace.value === null ? NONE : told[(pace.month ?? month) - 1]!
      return { ...pace, fresh: series.values[month - 1] != null, summed, status, mismatch }
    }
    return new Map(months.map(month => [month, standingAt(month)]))
  }

  told(indicatorId: string, unitId: string, year: number, month: number): Told {
    return this.#year(indicatorId, unitId, year)[month - 1]!
  }

  /** By month − 1. */
  #year(indicatorId: string, unitId: string, year: number): readonly Told[] {
    const key = seriesKey(indicatorId, unitId, year)
    const known = this.#told.get(key)
    if (known) return known
    const made = this.#tell(indicatorId, unitId, year)
    this.#told.set(key, made)
    return made
  }

  #tell(indicatorId: string, unitId: string, year: number): readonly Told[] {
    const indicator = this.#indicators.get(indicatorId)!
    const own = this.figures(indicatorId, unitId, year)
    const units = (this.#below.get(unitId) ?? []).filter(id => this.#has(indicatorId, id, year))
    const parts = (this.#parts.get(indicatorId) ?? []).filter(p => this.#has(p.id, unitId, year))
    if (!units.length && !parts.length) {
      const off = halfDigit(indicator.decimals)
      return own.values.map((value, at) =>
        value === null ? NONE : { value, status: own.statuses[at] ?? null, summed: false, mismatch: null, off },
      )
    }
    const ofUnits = units.map((id): Part => ({ weight: 1, told: this.#year(indicatorId, id, year) }))
    const ofParts = parts.map((p): Part => ({ weight: p.weight, told: this.#year(p.id, unitId, year) }))
    const combineUnits = addsUp(indicator) ? ('sum' as const) : null
    return own.values.map((reported, at) => {
      const sets = [
        { by: 'units' as const, combine: combineUnits, parts: ofUnits.map(p => valued(p, at)) },
        { by: 'indicators' as const, combine: indicator.combine, parts: ofParts.map(p => valued(p, at)) },
      ]
      const { value, made, mismatch, off } = wholeOf(reported, sets, indicator.decimals)
      const from = made === 'units' ? ofUnits : ofParts
      const least = () => SURENESS.find(s => from.some(p => p.told[at]!.status === s)) ?? null
      return { value, status: made ? least() : (own.statuses[at] ?? null), summed: made !== null, mismatch, off }
    })
  }

  /** Whether a unit, or one below it, has a target or a figure in the year. */
  #has(indicatorId: string, unitId: string, year: number): boolean {
    const key = seriesKey(indicatorId, unitId, year)
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const own = this.#figures.get(key)
    const has =
      (own && (own.target !== null || own.values.some(v => v !== null))) ||
      (this.#below.get(unitId) ?? []).some(id => this.#has(indicatorId, id, year))
    this.#kept.set(key, has)
    return has
  }
}
