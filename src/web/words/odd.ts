// What is odd about a figure, in one sentence with what it stands beside; it points and decides nothing.
import type { Flagged } from '../../core/outlier.ts'
import { formatPeriod } from './day.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'

/** 比3月累计 12.3 还少，请核对。 */
export function sayOdd(t: T, { flag, facts }: Flagged, lang: Lang): string {
  const month = (m: unknown, year: unknown = 2000) => {
    const said = formatPeriod(`${year}-${String(m).padStart(2, '0')}`, lang)
    return facts.year === undefined ? said.replace(/^2000年| 2000$/, '') : said
  }
  if (flag === 'scale-slip') {
    const times = Number(facts.factor) > 1 ? facts.factor! : 1 / Number(facts.factor)
    return t(Number(facts.factor) > 1 ? 'odd.tooMuch' : 'odd.tooLittle', { ...facts, times, month: month(facts.month, facts.year) })
  }
  if (flag === 'off-beat') return t('odd.off-beat', { frequency: t(`indicator.frequency.${facts.frequency as 'month'}`) })
  return t(`odd.${flag}`, 'month' in facts ? { ...facts, month: month(facts.month) } : facts)
}
