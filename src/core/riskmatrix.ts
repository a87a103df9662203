// The risk matrix 风险矩阵: which level a likelihood and an impact make, and how often a risk of each level is reviewed. The scale is data; nothing here knows a date.

/** 低 一般 较大 重大: the four levels of 双重预防机制, from the least to the worst. */
export const RISK_LEVELS = ['low', 'moderate', 'high', 'extreme'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** Named by their places, '1' the least: as many as the scale has rows. */
export const RISK_STEPS = ['1', '2', '3', '4', '5', '6', '7'] as const
export const LEAST_STEPS = 3

export interface RiskScale {
  /** What the office calls each step of likelihood, the rarest first; '' leaves it to the shipped word. */
  likelihood: string[]
  impact: string[]
  /** By likelihood, then by impact. */
  levels: RiskLevel[][]
  /** Days after which a risk of the level is judged anew. */
  reviewEvery: Record<RiskLevel, number>
}

/** Five by five as GB/T 27921 shows it; where the bands lie, and the days, are product choices. */
export const RISK_SCALE: RiskScale = {
  likelihood: ['', '', '', '', ''],
  impact: ['', '', '', '', ''],
  levels: [
    ['low', 'low', 'low', 'moderate', 'moderate'],
    ['low', 'low', 'moderate', 'moderate', 'high'],
    ['low', 'moderate', 'moderate', 'high', 'high'],
    ['moderate', 'moderate', 'high', 'high', 'extreme'],
    ['moderate', 'high', 'high', 'extreme', 'extreme'],
  ],
  reviewEvery: { low: 180, moderate: 90, high: 30, extreme: 7 },
}

export const rankOf = (level: RiskLevel): number => RISK_LEVELS.indexOf(level)

/** null: a step that the scale does not have. */
export const levelAt = (scale: RiskScale, likelihood: string, impact: string): RiskLevel | null =>
  scale.levels[Number(likelihood) - 1]?.[Number(impact) - 1] ?? null

/** Likelier or graver is never a lower level, and every step is there; or which of it is not so. */
export function scaleFault({ likelihood, impact, levels }: RiskScale): 'size' | 'falls' | null {
  const sized = (names: string[]) => names.length >= LEAST_STEPS && names.length <= RISK_STEPS.length
  if (!sized(likelihood) || !sized(impact)) return 'size'
  if (levels.length !== likelihood.length || levels.some(row => row.length !== impact.length)) return 'size'
  const rank = (l: number, i: number) => rankOf(levels[l]![i]!)
  const falls = levels.some((row, l) =>
    row.some((_, i) => (l > 0 && rank(l, i) < rank(l - 1, i)) || (i > 0 && rank(l, i) < rank(l, i - 1))),
  )
  return falls ? 'falls' : null
}

/** The scale with so many steps on one axis: steps that are left keep their names and levels, new ones are as grave as the last. */
export function resized(scale: RiskScale, axis: 'likelihood' | 'impact', steps: number): RiskScale {
  const fitted = <T>(all: T[], more: () => T): T[] => Array.from({ length: steps }, (_, at) => (at < all.length ? all[at]! : more()))
  const levels =
    axis === 'likelihood' ? fitted(scale.levels, () => [...scale.levels.at(-1)!]) : scale.levels.map(row => fitted(row, () => row.at(-1)!))
  return { ...scale, [axis]: fitted(scale[axis], () => ''), levels }
}
