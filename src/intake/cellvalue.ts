// One cell of an .xlsx in words, as the sheet shows it: 2026年5月31日, 27%, digits without what binary fractions add.

import ExcelJS from 'exceljs'

/** Of a formula its last result, which is never computed anew; where a program kept none, the formula itself, so that nothing looks empty that is not. */
export function cellWords(cell: ExcelJS.Cell): string {
  const isFormula = cell.type === ExcelJS.ValueType.Formula
  if (isFormula && (cell.result === undefined || cell.result === null)) return cell.formula ? `=${cell.formula}` : ''
  const value = isFormula ? cell.result : cell.value
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return cell.numFmt?.includes('%') ? `${exact(value * 100)}%` : exact(value)
  if (value instanceof Date) return dateWords(value, cell.numFmt ?? '')
  if ('error' in value) return String(value.error)
  if ('richText' in value) return value.richText.map(part => part.text).join('')
  return ''
}

/** yyyy"年"m"月" → 2026年5月 · h:mm → 9:30 · m-d → 2026年5月31日: the year is said even where the format hides it. */
function dateWords(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const code = format.toLowerCase().replace(/\[[^\]]*\]/g, '')
  if (!/[yd年日]|m"?月/.test(code)) return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${/[d日]/.test(code) ? `${date.getUTCDate()}日` : ''}`
}

/** Fifteen digits, as Excel shows at most; never 1e+21. */
function exact(number: number): string {
  if (!Number.isFinite(number)) return ''
  return Number(number.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
}
