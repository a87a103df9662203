// Numbers as the reader's language writes them: 万 and 亿 in Chinese, thousand marks and bn in English; a real minus sign; never a rounded guess.
import type { Bound, Quantity } from '../../reader/reading.ts'

export type Lang = 'zh' | 'en'

/** Trailing zeros fall away; at most `digits` after the point. */
function plain(value: number, digits: number, group: boolean): string {
  const text = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits, useGrouping: group }).format(value)
  return text.replace(/^-/, '−')
}

/** 12345678 → 1234.57万 in Chinese, 12,345,678 in English; below 10,000 alike. */
export function formatNumber(value: number, lang: Lang, digits = 2): string {
  if (lang === 'en') return plain(value, digits, true)
  const size = Math.abs(value)
  if (size >= 1e8) return `${plain(value / 1e8, digits, false)}亿`
  if (size >= 1e4) return `${plain(value / 1e4, digits, false)}万`
  return plain(value, digits, false)
}

const CURRENCY_ZH: Record<string, string> = { CNY: '元', USD: '美元', EUR: '欧元', HKD: '港元', JPY: '日元' }

/** 10006000000 CNY → 100.06亿元, or CNY 10.006 bn. */
export function formatMoney(value: number, currency: string, lang: Lang): string {
  if (lang === 'zh') return `${formatNumber(value, 'zh', 4)}${CURRENCY_ZH[currency] ?? currency}`
  const size = Math.abs(value)
  if (size >= 1e9) return `${currency} ${plain(value / 1e9, 4, true)} bn`
  if (size >= 1e6) return `${currency} ${plain(value / 1e6, 4, true)} m`
  return `${currency} ${plain(value, 2, true)}`
}

const BOUND: Record<Bound, [zh: string, en: string]> = {
  '=': ['', ''],
  '≈': ['约', '≈ '],
  '≥': ['≥ ', '≥ '],
  '≤': ['≤ ', '≤ '],
  '>': ['> ', '> '],
  '<': ['< ', '< '],
}

const UNIT: Record<string, [zh: string, en: string]> = {
  m2: ['平方米', ' m²'],
  km2: ['平方公里', ' km²'],
  mu: ['亩', ' mu'],
  m: ['米', ' m'],
  km: ['公里', ' km'],
  t: ['吨', ' t'],
  kWh: ['千瓦时', ' kWh'],
  '%': ['%', '%'],
  pp: ['个百分点', ' pp'],
  person: ['人', ' people'],
  household: ['户', ' households'],
  year: ['年', ' years'],
  month: ['个月', ' months'],
  day: ['天', ' days'],
}

/** The value that was understood, so that it can be checked against the printed words beside it. */
export function formatQuantity(q: Pick<Quantity, 'value' | 'max' | 'unit' | 'bound'>, lang: Lang): string {
  const at = lang === 'zh' ? 0 : 1
  const one = (v: number): string => {
    if (/^[A-Z]{3}$/.test(q.unit)) return formatMoney(v, q.unit, lang)
    if (q.unit === 'rank') return lang === 'zh' ? `第${v}位` : `no. ${v}`
    const unit = UNIT[q.unit]
    return `${formatNumber(v, lang, 4)}${unit ? unit[at] : lang === 'zh' ? q.unit : ` ${q.unit}`}`
  }
  return BOUND[q.bound][at] + (q.max === undefined ? one(q.value) : `${one(q.value)}–${one(q.max)}`)
}

/** 3145728 → 3 MB: sizes of files, in both languages alike. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${plain(bytes / 1024, 0, false)} kB`
  return `${plain(bytes / 1024 / 1024, 1, false)} MB`
}
