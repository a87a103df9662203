// Early warning 预警规则: when figures pass a threshold for long enough, and whether that was said already. Pure; the figures are pace.ts's.

/** 数值 进度差（百分点） 同比 */
export const WARNING_MEASURES = ['value', 'points', 'growth'] as const
export type WarningMeasure = (typeof WARNING_MEASURES)[number]
/** 低于 高于 */
export const WARNING_SIDES = ['below', 'above'] as const
type WarningSide = (typeof WARNING_SIDES)[number]
export const MOST_PERIODS = 12

export interface Condition {
  measure: WarningMeasure
  side: WarningSide
  threshold: number
  /** Reported periods in a row. */
  periods: number
}

/** A period that has a figure of its own. */
export interface Point {
  year: number
  month: number
  value: number | null
  points: number | null
  growth: number | null
}

export interface Crossing {
  /** The newest period. */
  year: number
  month: number
  /** What is measured there. */
  told: number
  /** The period with which it began, as far as is known; the beginning of time where none is known that was not past the line. */
  since: { year: number; month: number }
  /** Figures in a row. */
  run: number
}

type Period = Pick<Point, 'year' | 'month'>
const order = ({ year, month }: Period): number => year * 12 + month

/** null: it cannot be told, as a growth without last year's figure. */
const holds = ({ measure, side, threshold }: Condition, point: Point): boolean | null => {
  const told = point[measure]
  return told === null ? null : side === 'below' ? told < threshold : told > threshold
}
const EVER: Period = { year: 0, month: 1 }

/** Whether the newest figures stand past the threshold, and since when. Figures that are still to come break nothing: 1—2月 is told as one. */
export function crossingOf(points: readonly Point[], condition: Condition): Crossing | null {
  const sorted = points.toSorted((a, b) => order(a) - order(b))
  const last = sorted.at(-1)
  const run = sorted.length - 1 - sorted.findLastIndex(point => holds(condition, point) !== true)
  if (!last || run < condition.periods) return null
  const back = sorted.findLastIndex(point => holds(condition, point) === false)
  const { year, month } = back < 0 ? EVER : sorted[back + 1]!
  return { year: last.year, month: last.month, told: last[condition.measure]!, since: { year, month }, run }
}

/** The same crossing opens one risk: what was opened in a period of it, or in a later one whose figure was taken back, was opened for it. */
export const isNews = (crossing: Crossing, opened: readonly Period[]): boolean => !opened.some(at => order(at) >= order(crossing.since))

export interface WarningWords {
  indicator: string
  /** null: of the jurisdiction itself. */
  unit: string | null
  /** Of the figure: 亿元, %. */
  measuredIn: string
}

const MEASURE: Record<WarningMeasure, string> = { value: '', points: '进度差', growth: '同比' }
const SIDE: Record<WarningSide, string> = { below: '低于', above: '高于' }
const unitOf = ({ measure }: Condition, { measuredIn }: WarningWords): string =>
  measure === 'value' ? measuredIn : measure === 'points' ? '个百分点' : '%'
const minus = (value: number): string => String(value).replace('-', '−')

/** As a document names it: 2026年10月. */
export const periodName = ({ year, month }: Period): string => `${year}年${month}月`
export const figureOf = (crossing: Crossing, condition: Condition, words: WarningWords): string =>
  `${minus(crossing.told)}${unitOf(condition, words)}`

/** 云溪镇规上工业增加值同比低于3% */
export const warningTitle = (condition: Condition, words: WarningWords): string =>
  [
    words.unit ?? '',
    words.indicator,
    MEASURE[condition.measure],
    SIDE[condition.side],
    `${minus(condition.threshold)}${unitOf(condition, words)}`,
  ]
    .join('')
    .slice(0, 120)

/** 规上工业增加值同比截至2026年10月为2.1%，连续2期低于预警线3%。 */
export function warningSentence(crossing: Crossing, condition: Condition, words: WarningWords): string {
  const what = `${words.unit ?? ''}${words.indicator}${MEASURE[condition.measure]}`
  const lasted = crossing.run > 1 ? `连续${crossing.run}期` : ''
  const line = `${minus(condition.threshold)}${unitOf(condition, words)}`
  return `${what}截至${periodName(crossing)}为${figureOf(crossing, condition, words)}，${lasted}${SIDE[condition.side]}预警线${line}。`
}
