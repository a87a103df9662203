// Who gave a figure, where it came from and when, in one sentence. Words come from zh and en; nothing is decided here.
import type { ReadingView } from '../../core/contract/indicator.ts'
import { formatInstant } from './day.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'

/** 县财政局 王敏 2026年6月5日 09:12 报，来自 五月指标.xlsx 月报!C7 */
export function sayReporter(t: T, r: Pick<ReadingView, 'by' | 'byUnit' | 'at' | 'from'> | null, lang: Lang): string {
  if (!r) return t('reading.none')
  const who = [r.byUnit, r.by].filter(Boolean).join(' ')
  const facts = { who, at: formatInstant(r.at, lang), from: r.from ?? '' }
  return t(r.from ? 'reading.reportedFrom' : 'reading.reported', facts)
}
