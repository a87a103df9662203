// The steps of the scale in words: what the office calls them, else the shipped word of a scale of five, else the number alone.
import type { RiskScale } from '../../core/riskmatrix.ts'
import type { T } from '../words/words.ts'

const SHIPPED = 5

export function stepName(t: T, scale: RiskScale, axis: 'likelihood' | 'impact', step: string): string {
  const own = scale[axis][Number(step) - 1]
  if (own) return `${step} ${own}`
  return scale[axis].length === SHIPPED ? `${step} ${t(`risk.step.${axis}.s${step as '1'}`)}` : step
}
