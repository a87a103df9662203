// How every unit stands in a family of indicators: totals up the tree of units and of parts, and the pace of each. Pure: the same figures give the same standings in whatever order they came.
import { exact, over, plus, rounded, times } from './exact.ts'
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
}

export interface Standing extends Pace {
  summed: boolean
  status: ReadingStatus | null
  mismatch: { reported: number; parts: number } | null
}

/** A month's value: the reported one or else that of the parts, and whether they differ. */
interface Told {
  value: number | null
  status: ReadingStatus | null
  summed: boolean
  mismatch: Standing['mismatch']
}

const NONE: Told = { value: null, status: null, summed: false, mismatch: null }
const BLANK: Figures = { target: null, values: Array(12).fill(null), statuses: Array(12).fill(null) }
const SURENESS: readonly ReadingStatus[] = ['estimate', 'flash', 'final']
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

export const seriesKey = (indicatorId: string, unitId: string, year: number): string => `${indicatorId} ${unitId} ${year}`

/** All that the standings of some indicators are made of: with each its parts and the totals above it. */
export class Book {
  readonly #indicators: Map<string, Ruled>
  readonly #parts: Map<string | null, Ruled[]>
  readonly #below: Map<string, string[]>
  readonly #figures: Map<string, Figures>
  readonly #told = new Map<string, Told>()
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
    return MONTHS.map(month => this.told(indicatorId, unitId, year, month).value)
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

  /** The standing at each month; null for a unit that has neither target nor figure in the year. Totals without a target are kept of the whole only. */
  standings(indicatorId: string, unitId: string, year: number): Standing[] | null {
    const series = this.series(indicatorId, unitId, year)
    const own = this.figures(indicatorId, unitId, year)
    const told = (unitId === WHOLE ? series.values : own.values).some(value => value !== null)
    if (!own.target && !told) return null
    return MONTHS.map(month => {
      const pace = judge(series, month)
      const { summed, status, mismatch } = pace.value === null ? NONE : this.told(indicatorId, unitId, year, pace.month ?? month)
      return { ...pace, summed, status, mismatch }
    })
  }

  told(indicatorId: string, unitId: string, year: number, month: number): Told {
    const key = `${seriesKey(indicatorId, unitId, year)} ${month}`
    const known = this.#told.get(key)
    if (known) return known
    const made = this.#tell(indicatorId, unitId, year, month)
    this.#told.set(key, made)
    return made
  }

  #tell(indicatorId: string, unitId: string, year: number, month: number): Told {
    const { decimals } = this.#indicators.get(indicatorId)!
    const own = this.figures(indicatorId, unitId, year)
    const reported = own.values[month - 1] ?? null
    const parts = this.#ofUnits(indicatorId, unitId, year, month) ?? this.#ofParts(indicatorId, unitId, year, month)
    if (reported === null) return parts ? { ...parts, summed: true, mismatch: null } : NONE
    // Each part is rounded to the last decimal, so as many halves of it say nothing.
    const differs = parts && Math.abs(reported - parts.value) > (parts.count / 2) * 10 ** -decimals + 1e-9
    const mismatch = differs ? { reported, parts: parts.value } : null
    return { value: reported, status: own.statuses[month - 1] ?? null, summed: false, mismatch }
  }

  /** The sum of the units below, when each that has the indicator this year has told its month. */
  #ofUnits(indicatorId: string, unitId: string, year: number, month: number) {
    if (this.#indicators.get(indicatorId)!.combine !== 'sum') return null
    const below = (this.#below.get(unitId) ?? []).filter(id => this.#has(indicatorId, id, year))
    return combined(below.map(id => ({ ...this.told(indicatorId, id, year, month), weight: 1 })), 'sum')
  }

  /** The total of the indicators that are its parts and are kept this year. */
  #ofParts(indicatorId: string, unitId: string, year: number, month: number) {
    const { combine } = this.#indicators.get(indicatorId)!
    if (!combine) return null
    const kept = (this.#parts.get(indicatorId) ?? []).filter(p => this.#has(p.id, unitId, year))
    const parts = kept.map(p => ({ ...this.told(p.id, unitId, year, month), weight: p.weight }))
    return combined(parts, combine)
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

/** Null unless every part is there: a sum that leaves one out is no total. */
function combined(parts: (Told & { weight: number })[], combine: 'sum' | 'weighted') {
  if (!parts.length || parts.some(p => p.value === null)) return null
  const weigh = (weight: number) => (combine === 'sum' ? exact(1) : exact(weight))
  const total = parts.reduce((sum, p) => plus(sum, times(exact(p.value!), weigh(p.weight))), exact(0))
  const weights = parts.reduce((sum, p) => plus(sum, weigh(p.weight)), exact(0))
  const status = SURENESS.find(s => parts.some(p => p.status === s)) ?? null
  return { value: rounded(combine === 'sum' ? total : over(total, weights), 6), status, count: parts.length }
}
