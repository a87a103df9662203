// How often and how soon a sentence asks for something: 每季度至少1次, 1小时内. For comparing two such sentences only; it dates nothing.

interface Cadence {
  text: string
  /** About how many days lie between two times. */
  days: number
}

const EVERY: Record<string, number> = {
  日: 1,
  天: 1,
  周: 7,
  星期: 7,
  旬: 10,
  半月: 15,
  半个月: 15,
  月: 30,
  季: 91,
  季度: 91,
  半年: 182,
  年: 365,
}
/** 每季度至少召开1次 每周调度 每半个月通报; not 每名干部 */
const EVERY_FORM = /每(?:个)?(日|天|周|星期|旬|半个月|半月|月|季度|季|半年|年)/u

/** The first recurrence that is asked for, or null. */
export function cadenceOf(text: string): Cadence | null {
  const found = EVERY_FORM.exec(text)
  return found ? { text: found[0], days: EVERY[found[1]!]! } : null
}

export interface Within {
  text: string
  minutes: number
  /** Working days are compared with working days only. */
  working: boolean
}

const MINUTES: Record<string, number> = { 分钟: 1, 小时: 60, 天: 1440, 日: 1440, 工作日: 1440, 周: 10_080, 月: 43_200 }
/** 1小时内 30分钟以内 3个工作日之内 两天内 十五日内 半小时内; not 三年内 (a plan), nor 6月30日内. */
const WITHIN_FORM =
  /(?<![\d０-９月年一二三四五六七八九十])([\d０-９]+|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半])\s*个?(分钟|小时|工作日|天|日|周|月)(?:之|以)?内/u
const DIGITS = '〇一二三四五六七八九'

/** The first length of time within which something is to be done, or null. */
export function withinOf(text: string): Within | null {
  const found = WITHIN_FORM.exec(text)
  if (!found) return null
  return { text: found[0], minutes: numberOf(found[1]!) * MINUTES[found[2]!]!, working: found[2] === '工作日' }
}

/** 3 ３ 三 两 十五 二十 半 */
function numberOf(text: string): number {
  if (text === '半') return 0.5
  const plain = text.normalize('NFKC').replace('两', '二')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain]
  const digit = (one: string): number => Math.max(0, DIGITS.indexOf(one || '〇'))
  return (plain.includes('十') ? digit(tens || '一') * 10 : 0) + digit(ones!)
}
