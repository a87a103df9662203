// 万元 to 亿元: turns a figure from the unit it was written in to the unit it is kept in, exactly; units that do not measure the same thing are never converted.
import { COUNT_WORDS, EXACT_UNITS } from '../reader/words/measures.ts'
import { type Exact, exact, over, rounded, times } from './exact.ts'

/** What a unit measures, and how many of that one of it is. */
interface UnitScale {
  base: string
  scale: Exact
}

const POWERS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

/** Units of the same measure, as parts or multiples of the first. */
const SAME: Readonly<Record<string, readonly [base: string, power: number]>> = {
  km2: ['m2', 6],
  公顷: ['m2', 4],
  km: ['m', 3],
  厘米: ['m', -2],
  毫米: ['m', -3],
  t: ['克', 6],
  公斤: ['克', 3],
  毫克: ['克', -3],
  千瓦: ['瓦', 3],
  兆瓦: ['瓦', 6],
  吉瓦: ['瓦', 9],
  兆瓦时: ['kWh', 3],
  度: ['kWh', 0],
  千伏安: ['伏安', 3],
  兆伏安: ['伏安', 6],
}

/** 15 亩 are a 公顷. */
const MU: UnitScale = { base: 'm2', scale: { n: 2000n, d: 3n } }

const NAMES = new Map(Object.entries(EXACT_UNITS).flatMap(([unit, words]) => words.split(' ').map(word => [word, unit] as const)))

const bare = (text: string): string => text.replace(/[\s()（）]/g, '').replace(/^人民币/, '')
const POWERED = /^(万亿|[十百千]?[万亿]|[十百千])(.+)$/u

/** In a table they say when, or which place in a row: 位次 over figures is a rank. */
const NO_MEASURES = ['位次', 'year', 'month', '季度', '旬', '周', '周年', '分', '工作日', '交易日']
const COUNTED = new Set(COUNT_WORDS.filter(word => word !== '字' && word !== '本' && word !== '期'))

/** Whether a dictionary has it: 万元 and 元/人 are units, 财政收入 is none. */
export function isUnit(text: string): boolean {
  const has = (word: string) => (NAMES.has(word) ? !NO_MEASURES.includes(NAMES.get(word)!) : COUNTED.has(word))
  const parts = bare(text).split('/')
  return parts.length <= 2 && parts.every(part => has(part) || has(POWERED.exec(part)?.[2] ?? ''))
}

/** 5万 of an indicator in 亿元: how many, of whatever it is. */
export const powerOf = (text: string): number | null => (Object.hasOwn(POWERS, bare(text)) ? POWERS[bare(text)]! : null)

/** 亿元 is 10⁸ of CNY, 千瓦时 one kWh and not a thousand of something; a unit that no dictionary has measures itself. Empty: null. */
export function unitScale(text: string): UnitScale | null {
  const written = bare(text)
  if (written === '') return null
  const known = NAMES.get(written)
  if (known) return scaled(known, 0)
  const [, power = '', rest = ''] = POWERED.exec(written) ?? []
  return rest === '' ? scaled(written, 0) : scaled(NAMES.get(rest) ?? rest, POWERS[power]!)
}

function scaled(unit: string, power: number): UnitScale {
  if (unit === 'mu') return { base: MU.base, scale: times(MU.scale, exact(`1e${power}`)) }
  const [base, more] = SAME[unit] ?? [unit, 0]
  return { base, scale: exact(`1e${power + more}`) }
}

/** 12,345.6 in 万元 is 1.23456 in 亿元; null: they do not measure the same thing, or one of them is no unit. */
export function convert(value: number, from: string, to: string): number | null {
  const [a, b] = [unitScale(from), unitScale(to)]
  return a && b && a.base === b.base ? rounded(over(times(exact(value), a.scale), b.scale), MOST_DECIMALS) : null
}
/** Fifteen digits, of 元 in 万亿元, leave no more than these behind the point. */
const MOST_DECIMALS = 18
