// One cell of a sheet of other places' figures: a number in its unit, a year, a month, as offices write them; what is no such thing says so. Decides nothing.
import { meant } from './outlier.ts'
import { convert } from './unitscale.ts'

/** 地区生产总值（亿元） */
export const unitOf = (header: string): string | null => /[（(]([^（()）]+)[)）]\s*$/.exec(header)?.[1]?.trim() ?? null

/** Nothing was published: a gap, not a fault. — … 缺 未公布 */
export const MISSING = /^(?:[-—–－…/]*|缺|无|暂无|未公布|未发布)$/

/** 1,286.4 or １２ or 8.5%; a unit behind the figure goes before that of the header. */
export function numberOf(text: string, unit: string | null, wanted: string): number | 'number' | 'unit' {
  const [, figures, own = ''] = /^([+-]?[\d.,]+)\s*(\D*)$/.exec(text.normalize('NFKC').replace(/[−－]/g, '-').trim()) ?? []
  const value = Number(figures?.replaceAll(',', '') || Number.NaN)
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return 'number'
  const from = own.trim() || unit
  if (wanted === '人') return convert(value, from ?? '人', '人') ?? 'unit'
  return meant({ value, unit: from }, { unit: wanted }) ?? 'unit'
}

export const isCount = (n: number | string | null): n is number => typeof n === 'number' && Number.isInteger(n) && n > 0

/** 2025 or 2025年 */
export function yearOf(text: string): number | null {
  const year = Number(/^(\d{4})\s*年?度?$/.exec(text.normalize('NFKC'))?.[1])
  return year >= 2000 && year <= 2100 ? year : null
}

const PERIODS: Record<string, number> = {
  '': 12,
  全年: 12,
  年度: 12,
  一季度: 3,
  上半年: 6,
  半年: 6,
  二季度: 6,
  前三季度: 9,
  三季度: 9,
  四季度: 12,
}

/** 5, 5月, 1-5月, 上半年; an empty cell means the whole year. */
export function monthOf(text: string): number | null {
  const written = text.normalize('NFKC').replace(/\s/g, '')
  const month = PERIODS[written] ?? Number(/^(?:1月?[-—–~至])?(\d{1,2})月?份?$/.exec(written)?.[1])
  return month >= 1 && month <= 12 ? month : null
}
