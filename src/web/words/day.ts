// Days and instants as the reader's language writes them; always Beijing time, whatever the machine's own.
import { dayOf } from '../../core/day.ts'
import type { Lang } from './number.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEK_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEK_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** 2026-05-31 → 2026年5月31日, or 31 May 2026. */
export function formatDay(day: string, lang: Lang): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return lang === 'zh' ? `${y}年${m}月${d}日` : `${d} ${MONTHS[m - 1]} ${y}`
}

/** Without the year when it is this one: 5月31日, or 31 May. The whole date belongs in the title. */
export function formatShortDay(day: string, lang: Lang, today: string): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, lang)
  const [, m, d] = day.split('-').map(Number) as [number, number, number]
  return lang === 'zh' ? `${m}月${d}日` : `${d} ${MONTHS[m - 1]}`
}

const QUARTER_ZH = ['一', '二', '三', '四']
/** A month, quarter, half or whole year: 2026-Q3 → 2026年三季度, or Q3 2026. Anything else stays as it is. */
export function formatPeriod(period: string, lang: Lang): string {
  const [, y, part = ''] = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]))?$/.exec(period) ?? []
  if (!y) return period
  const n = Number(part.replace(/\D/g, ''))
  if (lang === 'en') return part === '' ? y : /^\d/.test(part) ? `${MONTHS[n - 1]} ${y}` : `${part} ${y}`
  if (part === '') return `${y}年`
  return `${y}年${part[0] === 'Q' ? `${QUARTER_ZH[n - 1]}季度` : part[0] === 'H' ? `${n === 1 ? '上' : '下'}半年` : `${n}月`}`
}

/** 星期一, or Mon. */
export function formatWeekday(day: string, lang: Lang): string {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay()
  return lang === 'zh' ? `星期${WEEK_ZH[at]}` : WEEK_EN[at]!
}

/** 2026年5月31日 14:05, or 31 May 2026 14:05. */
export function formatInstant(at: string, lang: Lang): string {
  const time = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${formatDay(dayOf(at), lang)} ${time}`
}
