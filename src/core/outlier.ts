// What is odd about a figure on arrival, beside its neighbours: slips of 万 and 亿, signs, falling sums, wrong units and months. It points; it never refuses and never corrects.
import { exact, minus, over, rounded, times } from './exact.ts'
import type { Indicator, Series } from './indicator.ts'
import { latestMonth, reportMonths } from './planline.ts'
import { convert } from './unitscale.ts'

export const READING_FLAGS = [
  'unit-differs', // { unit, expected, converted }: the sheet's unit is another scale of the indicator's
  'unit-unknown', // { unit, expected }: it does not measure the same thing
  'twice', // { values }: the sheet gives the same month more than once
  'revises', // { was }: another figure of that month is there already
  'same', // {}: just that figure is there already
  'future', // { last }: the month is not over; last: the newest that is, 0 for none of that year
  'off-beat', // { frequency }: no figure of this indicator belongs to that month
  'sign', // {}: below zero, where nothing beside it is
  'falls', // { was, month }: the year's sum is less than in an earlier month
  'above-later', // { later, month }: it is more than in a later month
  'scale-slip', // { factor, beside, month, year, suggested }: as if 万 and 亿, or a digit, had slipped; factor > 1: too much
  'absurd-growth', // { percent, limit }
  'not-yes-no', // {}: a milestone is 1 or 0
] as const
type ReadingFlag = (typeof READING_FLAGS)[number]

export interface Flagged {
  flag: ReadingFlag
  facts: Record<string, string | number>
}

/** One figure as it arrives. */
export interface Arriving {
  /** Of the data, 1–12. */
  month: number
  value: number
  /** As the sheet writes it; null: it writes none, so that the indicator's own is meant. */
  unit: string | null
  /** What else the same sheet says of that month. */
  others?: readonly number[]
}

/** Product choices. */
interface OutlierRules {
  /** Growth above so many per cent, up or down. One city once published 29,923.9 %. */
  growth: number
}
const OUTLIER_RULES: OutlierRules = { growth: 200 }

/** `last`: the newest month of the series' year that is over, 0 to 12. The series holds what is already known, this figure not among it. */
export function oddities(arriving: Arriving, series: Series, last: number, rules: OutlierRules = OUTLIER_RULES): Flagged[] {
  const { indicator, values } = series
  const { month } = arriving
  const found: Flagged[] = []
  const flag = (code: ReadingFlag, facts: Flagged['facts'] = {}) => found.push({ flag: code, facts })

  const value = meant(arriving, indicator)
  if (arriving.unit !== null && value !== arriving.value)
    if (value === null) flag('unit-unknown', { unit: arriving.unit, expected: indicator.unit })
    else flag('unit-differs', { unit: arriving.unit, expected: indicator.unit, converted: value })
  if (arriving.others?.length) flag('twice', { values: [arriving.value, ...arriving.others].join(' / ') })
  if (month > last) flag('future', { last })
  if (!reportMonths(indicator.frequency).includes(month)) flag('off-beat', { frequency: indicator.frequency })
  // What it measures is not known, so that nothing can stand beside it.
  if (value === null) return found

  const was = values[month - 1]
  if (was != null) flag(was === value ? 'same' : 'revises', was === value ? {} : { was })
  if (indicator.kind === 'milestone') {
    if (value !== 0 && value !== 1) flag('not-yes-no')
    return found
  }
  const isRate = indicator.kind === 'growth' && indicator.unit === '%'
  if (value < 0 && !isRate && ![...values, ...series.lastYear].some(other => other != null && other < 0)) flag('sign')
  if (sums(indicator)) {
    const before = latestMonth(series, month - 1)
    if (before && values[before - 1]! > value) flag('falls', { was: values[before - 1]!, month: before })
    const after = values.findIndex((other, at) => at >= month && other != null && other < value)
    if (after >= 0) flag('above-later', { later: values[after]!, month: after + 1 })
  }
  const slip = isRate ? null : slipOf(value, month, series)
  if (slip) flag('scale-slip', slip)
  const percent = isRate ? value : indicator.unit === '%' ? null : growthOf(value, series.lastYear[month - 1])
  if (!slip && percent !== null && Math.abs(percent) > rules.growth) flag('absurd-growth', { percent, limit: rules.growth })
  return found
}

/** The figure in the indicator's own unit; null: its unit measures something else. */
export function meant({ value, unit }: Pick<Arriving, 'value' | 'unit'>, indicator: Pick<Indicator, 'unit'>): number | null {
  return unit === null || unit === indicator.unit ? value : convert(value, unit, indicator.unit)
}

/** Whether its figure can only grow as the year goes: the sum of a year, but not a rate. */
const sums = ({ basis, unit }: Indicator | Series['indicator']): boolean => basis === 'cumulative' && unit !== '%'

function growthOf(value: number, before: number | null | undefined): number | null {
  if (before == null || before <= 0) return null
  return rounded(times(over(minus(exact(value), exact(before)), exact(before)), exact(100)), 1)
}

/** 元 for 万元, 万元 for 亿元, and slipped digits between them. */
const SLIPS = [1, 2, 3, 4, 8]
/** Within about a half and twice of a round factor; a tenfold is only believed beside a neighbour of the same year or the year before. */
const NEAR = 0.35

/** Beside the nearest month of the year, else the same month of last year, else the share of the target. A neighbour that bears the figure out silences the other. */
function slipOf(value: number, month: number, series: Series): Flagged['facts'] | null {
  if (value === 0) return null
  const beside = neighbours(month, series)
  if (beside.some(({ expected }) => Math.abs(distance(value, expected)) < NEAR)) return null
  const [first] = beside
  if (!first) return null
  const off = distance(value, first.expected)
  if (!Number.isFinite(off)) return null
  const power = Math.sign(off) * (SLIPS.find(k => Math.abs(Math.abs(off) - k) < NEAR) ?? 0)
  if (power === 0 || (first.weak && Math.abs(power) < 3)) return null
  return {
    factor: Number(`1e${power}`),
    beside: first.value,
    month: first.month,
    year: first.year,
    suggested: rounded(times(exact(value), exact(`1e${-power}`)), 12),
  }
}

/** In powers of ten; not a number where signs differ or nothing stands beside. */
const distance = (value: number, expected: number): number => Math.log10(value / expected)

interface Neighbour {
  value: number
  month: number
  year: number
  expected: number
  /** A target says what is hoped for, not what is. */
  weak: boolean
}

function neighbours(month: number, { indicator, year, values, lastYear, target }: Series): Neighbour[] {
  const known = values.flatMap((value, at) => (value != null && at + 1 !== month ? [{ value, month: at + 1 }] : []))
  const nearest = known.sort((a, b) => Math.abs(a.month - month) - Math.abs(b.month - month) || a.month - b.month)[0]
  const share = (m: number) => (sums(indicator) ? month / m : 1)
  const before = lastYear[month - 1]
  const goal = indicator.kind === 'growth' ? null : target?.value
  return [
    ...(nearest ? [{ ...nearest, year, expected: nearest.value * share(nearest.month), weak: false }] : []),
    ...(before != null ? [{ value: before, month, year: year - 1, expected: before, weak: false }] : []),
    ...(goal != null ? [{ value: goal, month: 12, year, expected: goal * share(12), weak: true }] : []),
  ].filter(({ expected }) => expected !== 0)
}
