// What a place among peers is said to be, in sentences: facts of the API into the reader's words. Decides nothing.
import type { BenchmarkView } from '../../core/contract/benchmark.ts'
import { formatPeriod } from '../words/day.ts'
import { formatComputed, formatFigure, formatGap, withUnit } from '../words/figure.ts'
import { joined } from '../words/joined.ts'
import type { Lang } from '../words/number.ts'
import type { T } from '../words/words.ts'

export type Table = NonNullable<BenchmarkView['table']>
export type Row = Table['rows'][number]

export const periodOf = ({ year, month }: { year: number; month: number }, lang: Lang): string =>
  formatPeriod(`${year}-${String(month).padStart(2, '0')}`, lang)

/** Names and units are data, in the language of the office. */
export const chinese = (data: string): 'zh-CN' | undefined => (/\p{Script=Han}/u.test(data) ? 'zh-CN' : undefined)

/** 412000 → 41.2 万 in Chinese, 412,000 in English. */
export const people = (n: number, lang: Lang): string =>
  lang === 'zh' ? `${formatComputed(n / 10_000, 2, 'zh')} 万` : formatFigure(n, 0, 'en')

export const amount = (value: number, { unit, decimals }: Table['indicator'], lang: Lang): string =>
  withUnit(formatFigure(value, decimals, lang), unit === '%' ? '%' : unit, lang)

/** 财政收入（2026年10月）：青禾县10.2亿元，8 个地区中排第 4 位（并列）。与前一位临河县差 0.6亿元。… */
export function sayPlace(t: T, lang: Lang, place: string, table: Table): string {
  const own = table.rows.find(row => row.peerId === null)
  if (table.year === null || table.month === null) return ''
  const facts = { indicator: table.indicator.name, period: periodOf({ year: table.year, month: table.month }, lang), place }
  if (!own?.figure || own.rank === null) return t('benchmark.said.none', facts)
  const say = (value: number) => amount(value, table.indicator, lang)
  const ranked = { ...facts, value: say(own.figure.value), of: table.of, rank: own.rank, tied: own.tied ? t('benchmark.said.tied') : '' }
  const gap = (value: number) => withUnit(formatGap(value, table.indicator.decimals, lang), table.indicator.unit, lang)
  const said = [t(own.rank === 1 ? 'benchmark.said.first' : 'benchmark.said.rank', ranked)]
  if (own.ahead) said.push(t('benchmark.said.ahead', { names: own.ahead.names.join(t('say.comma')), gap: gap(own.ahead.gap) }))
  if (own.behind) said.push(t('benchmark.said.behind', { names: own.behind.names.join(t('say.comma')), gap: gap(own.behind.gap) }))
  if (own.firstTier) said.push(t('benchmark.said.inTier', { tier: table.tierRank }))
  else if (own.toFirstTier !== null) said.push(t('benchmark.said.toTier', { tier: table.tierRank, gap: gap(own.toFirstTier) }))
  const missing = table.rows.filter(row => row.rank === null).map(row => row.name)
  if (missing.length > 0) said.push(t('benchmark.said.missing', { n: missing.length, names: missing.join(t('say.comma')) }))
  return joined(lang, ...said)
}

/** Who is compared with whom, and why them. */
export function sayRule(t: T, lang: Lang, { choice, rule, place }: BenchmarkView): string {
  if (!choice) return t('benchmark.rule.none')
  const n = choice.peers.length
  const facts = { place, population: people(rule.population ?? 0, lang), within: choice.within ?? 0, n }
  const said = [
    rule.byHand
      ? t('benchmark.rule.hand', { n })
      : t(`benchmark.rule.${choice.short ? 'short' : choice.widened ? 'widened' : 'people'}`, facts),
    ...(choice.unknown.length > 0 ? [t('benchmark.rule.unknown', { names: choice.unknown.join(t('say.comma')) })] : []),
    t('benchmark.rule.exemplars'),
  ]
  return joined(lang, ...said)
}

/** What one's own ranks did over the months shown. */
export function sayRanks(t: T, lang: Lang, place: string, { periods, lines }: Table['ranks']): string {
  const own = lines.find(line => line.own)?.ranks ?? []
  const known = own.flatMap((rank, at) => (rank === null ? [] : [{ rank, period: periods[at]! }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return t('benchmark.bumpNone', { place })
  const facts = {
    place,
    a: first.rank,
    aOf: first.period.of,
    b: last.rank,
    bOf: last.period.of,
    from: periodOf(first.period, lang),
    to: periodOf(last.period, lang),
  }
  if (first.rank !== last.rank) return t('benchmark.bumpSaid', facts)
  const ranks = known.map(k => k.rank)
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)]
  return best === worst ? t('benchmark.bumpSame', facts) : t('benchmark.bumpBack', { ...facts, best, worst })
}
