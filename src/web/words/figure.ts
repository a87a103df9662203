// Figures of indicators: in the indicator's own unit and digits, signed where ahead and behind differ.
import type { Indicator } from '../../core/indicator.ts'
import type { Lang } from './number.ts'

/** 12.3 with two digits → 12.30. The unit is 亿元 or 万元 already, so nothing is written in 万. */
export function formatFigure(value: number, decimals: number, lang: Lang): string {
  return signed(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: lang === 'en' })
}

/** What was computed, not reported: at least two digits, as far as they say something; of the least that is something its first. */
export function formatComputed(value: number, decimals: number, lang: Lang): string {
  const digits = Math.max(2, decimals)
  const least = value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits
  return signed(value, { ...(least ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: digits }), useGrouping: lang === 'en' })
}

/** What rounds to nothing has no sign. */
const signed = (value: number, digits: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat('en-US', { ...digits, signDisplay: 'negative' }).format(value).replace(/^-/, '−')

/** A distance is never printed as none while there is one: 5.304 and 5.301 are 0.003 apart, though both are printed 5.30. */
export function formatGap(gap: number, decimals: number, lang: Lang): string {
  const needed = [decimals, 3, 4, 5, 6].find(digits => digits >= decimals && Math.abs(gap) >= 10 ** -digits / 2)
  return formatFigure(gap, needed ?? decimals, lang)
}

type Aimed = Pick<Indicator, 'kind' | 'unit' | 'decimals'>
/** What a year's target is told in: of a growth it is per cent, whatever its figures are told in. */
export const targetUnit = ({ kind, unit }: Pick<Aimed, 'kind' | 'unit'>): string => (kind === 'growth' ? '%' : unit)

/** A target as it was set: 6.5 is never printed as 7. */
export function formatTarget(value: number, { kind, decimals }: Pick<Aimed, 'kind' | 'decimals'>, lang: Lang): string {
  const least = kind === 'growth' ? 0 : decimals
  const digits = { minimumFractionDigits: least, maximumFractionDigits: Math.max(least, 4) }
  return signed(value, { ...digits, useGrouping: lang === 'en' })
}

/** +3.5, −12.92, 0 */
export const formatPoints = (points: number): string => {
  const size = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: false }).format(Math.abs(points))
  return size === '0' ? '0' : `${points < 0 ? '−' : '+'}${size}`
}

/** 12.30亿元, 12.30 亿元, 6.1% */
export const withUnit = (figure: string, unit: string, lang: Lang): string =>
  unit === '%' || lang === 'zh' ? `${figure}${unit}` : `${figure} ${unit}`.trim()
