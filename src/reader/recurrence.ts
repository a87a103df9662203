// Reads what comes again (每月5日前, 每季度末, 每日17:00前) and the time allowed (两周内, 10个工作日内); resolves no day.

import { readNumber } from './number.ts'

export interface Recurrence {
  end: number
  /** day, week, month, quarter, half-year or year; `2 weeks` and the like for longer steps. */
  every: string
}

export interface Allowance {
  end: number
  amount: number
  unit: 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'
}

const EVERY = /每(?:个)?(两|三|[2-9])?个?(工作日|小时|日|天|周|星期|月|季度?|半年|半月|年度?|旬)/y
const STEPS: Record<string, string> = {
  工作日: 'workday',
  小时: 'hour',
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  半月: 'half-month',
  年: 'year',
  年度: 'year',
  旬: 'ten-days',
}
// 每周五, but 每周三次 and 每周一调度 are so many times a week; 每周五报进展 is a Friday
const WEEKDAY = /(?:一(?![报调通研汇督总更例巡清结评])|[二三四五六日天])(?![次个期遍会场轮])/y
const DAY_OF_MONTH = /(?:的)?(?:\d{1,2}|三十一?|二十[一-九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/y
const PART = /(?:的)?(?:第一个月|首月|末月|最后一个月|最后一个工作日|最后一天|第一个工作日|第一周|最后一周|底|末|初|上旬|中旬|下旬|结束后)/y
const MONTH_OF_YEAR = /(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:底|末|初|上旬|中旬|下旬)?(?:份)?/y
// 17:00, 下午3时, and 下班 only before 前
const CLOCK =
  /(?:上午|下午|晚上?|早上?|中午)?(?:\d{1,2}[:：]\d{2}|(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])[时点](?:\d{1,2}分|半)?|[上下]班(?=前|之前|以前))/y
const LIMIT = /之前|以前|前(?![期来往后沿列述提景])/y

function after(pattern: RegExp, text: string, i: number, end: number): number {
  pattern.lastIndex = i
  const m = pattern.exec(text)
  return m && i + m[0].length <= end ? i + m[0].length : i
}

/** The recurrence whose 每 stands at `i`; 每名 and 每吨 are none. */
export function readRecurrence(text: string, i: number, end: number): Recurrence | null {
  EVERY.lastIndex = i
  const m = EVERY.exec(text)
  if (!m || i + m[0].length > end) return null
  const unit = m[2]!
  let at = i + m[0].length
  if (unit === '年' && '级均度'.includes(text[at] ?? '。')) return null
  const step = STEPS[unit]!
  const every = m[1] ? `${'两三'.includes(m[1]) ? ' 两三'.indexOf(m[1]) + 1 : m[1]} ${step}s` : step
  const detail = unit === '周' || unit === '星期' ? WEEKDAY : unit === '月' ? DAY_OF_MONTH : unit.startsWith('年') ? MONTH_OF_YEAR : null
  if (detail) at = after(detail, text, at, end)
  if (unit.startsWith('年')) at = after(DAY_OF_MONTH, text, at, end)
  at = after(PART, text, at, end)
  if (unit === '季' || unit === '季度') at = after(DAY_OF_MONTH, text, at, end)
  at = after(CLOCK, text, at, end)
  return { end: after(LIMIT, text, at, end), every }
}

/** The end of a time of day at `i` (17:00, 下午3时, 24时), or `i`. */
export function afterClock(text: string, i: number, end: number): number {
  return after(CLOCK, text, i, end)
}

/** The end of 前, 之前 or 以前 at `i`, or `i`; 前往 and 前期 are none. */
export function afterLimit(text: string, i: number, end: number): number {
  return after(LIMIT, text, i, end)
}

const LENGTH = /(个工作日|工作日|个自然日|自然日|天|日|周|个星期|星期|个月|月|个半月|个小时|小时|分钟|年|个季度)(?:之内|以内|内)/y
const UNITS: Record<string, [Allowance['unit'], number]> = {
  个工作日: ['workday', 1],
  工作日: ['workday', 1],
  个自然日: ['day', 1],
  自然日: ['day', 1],
  天: ['day', 1],
  日: ['day', 1],
  周: ['week', 1],
  个星期: ['week', 1],
  星期: ['week', 1],
  个月: ['month', 1],
  月: ['month', 1],
  个半月: ['month', 1],
  个小时: ['hour', 1],
  小时: ['hour', 1],
  分钟: ['minute', 1],
  年: ['year', 1],
  个季度: ['month', 3],
}
const HALF = /半(年|个月|小时)(?:之内|以内|内)/y
// 压缩到3天以内, 控制在24小时内: a figure to reach, not a time allowed
const FIGURE = /(?:压缩|缩短|压减|控制|缩减|降低|降|减少|减|限定|稳定|保持)(?:至|到|在|为)?$/

/** 两周内, 10个工作日内, 24小时内, 半年内 at `i`; `from` is how far back a verb may be looked for. */
export function readAllowance(text: string, i: number, from: number, end: number): Allowance | null {
  if (text[i] === '半') {
    if (FIGURE.test(text.slice(Math.max(from, i - 5), i))) return null
    HALF.lastIndex = i
    const half = HALF.exec(text)
    if (!half || i + half[0].length > end || '上下前后'.includes(text[i - 1] ?? '。')) return null
    return half[1] === '年'
      ? { end: i + half[0].length, amount: 6, unit: 'month' }
      : { end: i + half[0].length, amount: half[1] === '小时' ? 1 : 15, unit: half[1] === '小时' ? 'hour' : 'day' }
  }
  const n = readNumber(text, i, end)
  if (!n || n.value <= 0 || n.value > 1000 || n.scale) return null
  LENGTH.lastIndex = n.end
  const m = LENGTH.exec(text)
  if (!m || n.end + m[0].length > end || FIGURE.test(text.slice(Math.max(from, i - 5), i))) return null
  // 5月内 is a month of the year, not five months
  if (m[1] === '月') return null
  const [unit, times] = UNITS[m[1]!]!
  return { end: n.end + m[0].length, amount: (m[1] === '个半月' ? n.value + 1 : n.value) * times, unit }
}
