// Units of measure 计量单位 over columns and behind figures: which words are some, and a figure's digits in another one, exactly. Pure.
import { type Exact, exact, over, times } from '../exact.ts'
import { isUnit, powerOf, unitScale } from '../unitscale.ts'

const bare = (text: string): string => text.normalize('NFKC').replace(/^[\s:(]+|[\s:)]+$/g, '')

/** 万元 · 元/人 · ％ · 家 */
export const isMeasure = (text: string): boolean => text.length <= 20 && isUnit(bare(text))

/** The same amount in another measure, as a plain decimal; null when they do not measure the same thing. 5万 is so many of whatever the other is. */
export function converted(digits: string, from: string, to: string): string | null {
  const [source, target] = [bare(from), bare(to)]
  if (source === target) return digits
  const wanted = unitScale(target)
  const power = powerOf(source)
  const found = power !== null && wanted ? { base: wanted.base, scale: exact(`1e${power}`) } : unitScale(source)
  if (!found || !wanted || found.base !== wanted.base) return null
  return decimalOf(over(times(exact(digits), found.scale), wanted.scale))
}

/** As exact as a decimal can be; eighteen places where it has no end (1 亩 in 公顷). */
function decimalOf({ n, d }: Exact): string {
  const below = n < 0n
  const scaled = (2n * (below ? -n : n) * 10n ** 18n + d) / (2n * d)
  const text = String(scaled).padStart(19, '0')
  const part = text.slice(-18).replace(/0+$/, '')
  const all = `${text.slice(0, -18)}${part && `.${part}`}`
  return below && /[1-9]/.test(all) ? `-${all}` : all
}

/** Whether figures in one can be told in the other. */
export const sameKind = (a: string, b: string): boolean => converted('1', a, b) !== null
