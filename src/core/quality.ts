// What a project brings for its land: investment and tax for each 亩, jobs for each 亩 and for each 亿元. Pure; what is not known is not guessed.
import { exact, over, rounded, times } from './exact.ts'
import type { Fields } from './kind.ts'
import type { Money } from './money.ts'

/** 亩均投资（万元/亩） 亩均税收（万元/亩） 亩均就业（人/亩） 每亿元就业（人） */
const QUALITY_KEYS = ['investment', 'tax', 'jobs', 'jobsOfMoney'] as const
type QualityKey = (typeof QUALITY_KEYS)[number]
interface QualityFigure {
  key: QualityKey
  value: number
  currency: Money['currency'] | null
}

/** Of a project's facts; each figure in the money's own currency, in units of ten thousand. */
export function qualityOf({ sum, tax, land, jobs }: Fields): QualityFigure[] {
  const mu = typeof land === 'number' && land > 0 ? exact(String(land)) : null
  const people = typeof jobs === 'number' && jobs > 0 ? exact(String(jobs)) : null
  const money = (value: Fields[string] | undefined) => (value && typeof value === 'object' && 'amount' in value ? (value as Money) : null)
  const [whole, yearly] = [money(sum), money(tax)]
  const wan = (m: Money) => over(exact(m.amount), exact('10000'))
  const figures: (QualityFigure | null)[] = [
    mu && whole && { key: 'investment', value: rounded(over(wan(whole), mu), 1), currency: whole.currency },
    mu && yearly && { key: 'tax', value: rounded(over(wan(yearly), mu), 1), currency: yearly.currency },
    mu && people && { key: 'jobs', value: rounded(over(people, mu), 2), currency: null },
    people && whole && exact(whole.amount).n > 0n
      ? { key: 'jobsOfMoney', value: rounded(times(over(people, exact(whole.amount)), exact('1e8')), 1), currency: whole.currency }
      : null,
  ]
  return figures.filter(figure => figure !== null)
}
