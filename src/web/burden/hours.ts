// Minutes as people count them: under an hour in minutes, above in hours with one digit.
import { formatNumber, type Lang } from '../words/number.ts'
import type { T } from '../words/words.ts'

/** 45分钟 · 3.5小时 */
export const sayTime = (t: T, minutes: number, lang: Lang): string =>
  minutes < 60 ? t('burden.minutes', { n: Math.round(minutes) }) : t('burden.hours', { n: formatNumber(minutes / 60, lang, 1) })

/** In a column of hours: 3.5, and a dash for none. */
export const hours = (minutes: number, lang: Lang): string => (minutes === 0 ? '—' : formatNumber(minutes / 60, lang, 1))
