// The figure of an item: what its measure asks for, so that a report can give the value in the same unit, and the progress that it makes. Pure.
import { read } from '../reader/index.ts'
import type { Bound } from '../reader/reading.ts'

export interface Figure {
  target: number
  /** In the document's words: 公里, 亿元. */
  unit: string
  bound: Bound
}

const WORDS: Record<string, string> = {
  km: '公里',
  m: '米',
  mu: '亩',
  m2: '平方米',
  km2: '平方公里',
  t: '吨',
  kWh: '千瓦时',
  person: '人',
  household: '户',
  '%': '%',
}

/** 十二公里 → 12 公里; 不少于3.5亿元 → 3.5 亿元; null when there is no figure, a range, or more than one. */
export function figureOf(measure: string | null): Figure | null {
  if (!measure) return null
  const [found, ...others] = read(measure).quantities
  if (!found || others.length > 0 || found.max !== undefined || !(found.value > 0)) return null
  const printed = /([\d,]+(?:\.\d+)?)\s*([^\d\s,.]{1,6})$/.exec(found.text.normalize('NFKC'))
  if (printed) return { target: Number(printed[1]!.replaceAll(',', '')), unit: printed[2]!, bound: found.bound }
  const unit = WORDS[found.unit] ?? (/^\p{Script=Han}+$/u.test(found.unit) ? found.unit : null)
  return unit ? { target: found.value, unit, bound: found.bound } : null
}

/** The percentage that a value makes of the figure; null where more is not better (不超过…). */
export function percentOf(value: number, { target, bound }: Figure): number | null {
  if (bound === '≤' || bound === '<' || target <= 0 || value < 0) return null
  return Math.min(100, Math.floor((value / target) * 100))
}
