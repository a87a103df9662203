// Reads what comes again (每月5日前, 每季度末, 每日17:00前) and the time allowed (两周内, 10个工作日内); resolves no day.

import { letters } from './letters.ts'
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

const NUMBER = '(?:\\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九])'
const LINK = '(?:——|—|－|–|-|~|～|至|到)'
// 每月, 每逢周一, 每10天, 每两个月, 每晚; 每分钟 without a number is a rate
const EVERY = new RegExp(
  `每(?:逢)?(?:个|隔)?(${NUMBER})?个?(工作日|自然日|小时|(?<=[\\d十一二三四五六七八九]个?)分钟|日|天|晚上?|早上?|夜|晨|周|星期|礼拜|月|季度?|半年|半个?月|半个?小时|年度?|旬|学期|学年)`,
  'y',
)
const STEPS: Record<string, string> = {
  工作日: 'workday',
  自然日: 'day',
  小时: 'hour',
  分钟: 'minute',
  日: 'day',
  天: 'day',
  晚: 'day',
  晚上: 'day',
  早: 'day',
  早上: 'day',
  夜: 'day',
  晨: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  半月: 'half-month',
  半个月: 'half-month',
  半小时: 'half-hour',
  半个小时: 'half-hour',
  年: 'year',
  年度: 'year',
  旬: 'ten-days',
  学期: 'semester',
  学年: 'school-year',
}
// 每周三次, 每周一期: so many times a week
const TIMES = '[次个期遍会场轮篇批条项家件节班课趟例]'
// 每周五, 每周一、周四, 每周周五, 每周一至周五; 每周一调度 and 每周一研判、 are once a week, 每周一更新进度 is a Monday
const WEEKDAY = new RegExp(
  `(?:周|星期)?(?:一(?!${TIMES})(?![\\u4e00-\\u9fff]{1,2}(?:[、，,。；;：”"）)\\n]|制度?|机制|$))(?!一)|一(?=[前早晚上下])|[二三四五六日天末](?!${LINK}?[一二三四五六七八九十]?${TIMES}|[十百余多至到]))(?:(?:、|和|及|${LINK})(?:周|星期)?[一二三四五六日天](?!${TIMES})){0,6}`,
  'y',
)
const ANY_WEEKDAY = /[一二三四五六日天](?:[、和及](?:周|星期)?[一二三四五六日天]){0,6}/y
const CN_DAY = '三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]'
// 每月5日, 每月5日、20日, 每月5、15、25日, 每月25日至次月5日, 每月月底, 每月第一个工作日, 每月最后一周
const DAY_OF_MONTH = new RegExp(
  `(?:的)?(?:次月|下月)?(?:\\d{1,2}|${CN_DAY})(?:[日号]?(?:[、和及]|${LINK})(?:次月|下月)?(?:\\d{1,2}|${CN_DAY})(?=[日号、和及]|${LINK})){0,5}[日号]`,
  'y',
)
const PART =
  /(?:的)?(?:(?:第[一二三四两]|最后一|首|末|头一)个?(?:月|周|工作日|星期|天|日|旬)(?:[一二三四五六日](?![次个]))?(?:的)?|[月季年][底末初]|底|末|初|上旬|中旬|下旬|上半月|下半月|结束后)(?:(?:前|后)?(?:\d{1,2}|[一二两三五十])个?(?:工作)?日(?:之内|以内|内)?)?/y
// 每年3月, 每年3月、9月, 每年4月至10月, 每年一季度, 每年年底
const MONTH_OF_YEAR = new RegExp(
  `(?:的)?(?:(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月份?)?(?:[、和及]|${LINK})){0,5}(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|上旬|中旬|下旬)?|(?:第?[一二三四]季度|[上下]半年|年[底末初中])[末底初]?`,
  'y',
)
// 17:00, 下午3时, 二十时, 中午12点半, 零时, and 下班 only before 前
const CLOCK =
  /(?:上午|下午|晚上?|早上?|清晨|凌晨|傍晚|中午)?(?:\d{1,2}[:：]\d{2}(?!\d)|(?:\d{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])[时点](?!一?[滴点])(?:\d{1,2}分|半|整|许|[一二三四五]?十五?分)?|[上下]班(?=前|之前|以前)|(?<=[上下]午|中午|晚上|傍晚)(?=前|之前|以前))/y
// 8时、20时, 9:00至17:00
const AGAIN = /(?:[、和及]|——|—|－|–|-|~|～|至|到)(?=[\d上下晚早中零一二两三四五六七八九十])/y
const LIMIT = /之前|以前|前(?![期来往后沿列述提景置])/y

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
  if (NOT_A_TIME[unit]?.includes(text[at] ?? '。')) return null
  const step = STEPS[unit]!
  const count = m[1] ? readNumber(m[1], 0, m[1].length)!.value : 1
  // 每逢周一调度 is a Monday, 每周一调度、 once a week
  if (WEEKLY.has(unit)) at = after(m[0].startsWith('每逢') ? ANY_WEEKDAY : WEEKDAY, text, at, end)
  else if (unit === '月') at = after(DAY_OF_MONTH, text, at, end)
  else if (unit.startsWith('年')) at = after(DAY_OF_MONTH, text, after(MONTH_OF_YEAR, text, at, end), end)
  const part = after(PART, text, at, end)
  if (part > at) at = after(DAY_OF_MONTH, text, part, end)
  const clock = after(CLOCK, text, at, end)
  const again = clock > at ? after(AGAIN, text, clock, end) : clock
  const second = again > clock ? after(CLOCK, text, again, end) : again
  at = second > again ? second : clock
  return { end: after(LIMIT, text, at, end), every: count > 1 ? `${count} ${step}s` : step }
}

const WEEKLY = new Set(['周', '星期', '礼拜'])
// 每年级, 每年均, 每周边村, 每季节: the letters begin another word
const NOT_A_TIME: Readonly<Record<string, string>> = {
  年: '级均',
  周: '边年转围岁',
  季: '节',
  日: '语常用',
  天: '然气',
  月: '球亮',
  早: '稻',
}

/** The end of a time of day at `i` (17:00, 下午3时, 24时), or `i`. */
export function afterClock(text: string, i: number, end: number): number {
  return beginsClock(text, i) ? after(CLOCK, text, i, end) : i
}

const beginsClock = letters('上下晚早清凌傍中前之以零一二两三四五六七八九十0123456789')

const beginsLimit = letters('前之以')

/** The end of 前, 之前 or 以前 at `i`, or `i`; 前往 and 前期 are none. */
export function afterLimit(text: string, i: number, end: number): number {
  return beginsLimit(text, i) ? after(LIMIT, text, i, end) : i
}

// 三日内, 10个工作日之内, 两个月时间内, 一年半内
const LENGTH =
  /(个工作日|工作日|个自然日|自然日|天|日|周|个星期|星期|个月|月|个半月|个小时|小时|分钟|年半|年|个季度)(?:的?时间)?(?:之内|以内|内)/y
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
  年半: ['month', 18],
  个季度: ['month', 3],
}
// 一周后听一次汇报, 十日后复查
const LATER = /(?:个工作日|工作日|天|日|周|个星期|星期|个月|个小时|小时)后(?![的续期面方边来盾起])/y
const HALF = /半(年|个月|月|天|个小时|小时|个工作日)(?:的?时间)?(?:之内|以内|内)/y
const HALVES: Record<string, [Allowance['unit'], number]> = {
  年: ['month', 6],
  个月: ['day', 15],
  月: ['day', 15],
  天: ['hour', 12],
  个小时: ['hour', 1],
  小时: ['hour', 1],
  个工作日: ['workday', 1],
}
// 3—5个工作日内, 两至三周内: the longer time is the limit
const TO = /(?:——|—|－|–|-|~|～|至|到)(?=[\d一二两三四五六七八九十])/y
const isLink = letters('—－–-~～至到')
const beginsLength = letters('个工自天日周星月小分年')
// 压缩到3天以内, 控制在24小时内: a figure to reach, not a time allowed
const FIGURE = /(?:压缩|缩短|压减|控制|缩减|降低|降|减少|减|限定|稳定|保持)(?:至|到|在|为)?$/

// 半月内被投诉6次, 三日内连续发生: time that went by
const WENT_BY =
  /(?:被|先后|接连|累计|已|曾|多次|发生|出现|连续(?:发生|出现|[\u4e00-\u9fff\d]{1,2}[次起])|[两二三四五六七八九十\d]{1,2}[次度]被)/y

/** Whether what follows the time at `i` tells of what happened in it. */
export function wentBy(text: string, i: number): boolean {
  WENT_BY.lastIndex = i
  return WENT_BY.test(text)
}

/** The end of 一周后 or 十日后 at `i`, or `i`: when something is to be done, though nothing says on which day. */
export function afterSpan(text: string, i: number, end: number): number {
  const n = readNumber(text, i, end)
  if (!n || n.scale || n.value <= 0 || n.value > 100 || !beginsLength(text, n.end)) return i
  const stop = after(LATER, text, n.end, end)
  return stop > n.end ? stop : i
}

/** 两周内, 10个工作日内, 24小时内, 半年内 at `i`; `from` is how far back a verb may be looked for. */
export function readAllowance(text: string, i: number, from: number, end: number): Allowance | null {
  if (text[i] === '半') {
    if (FIGURE.test(text.slice(Math.max(from, i - 5), i))) return null
    HALF.lastIndex = i
    const half = HALF.exec(text)
    if (!half || i + half[0].length > end || '上下前后'.includes(text[i - 1] ?? '。')) return null
    const [unit, amount] = HALVES[half[1]!]!
    return { end: i + half[0].length, amount, unit }
  }
  const first = readNumber(text, i, end)
  const to = first && isLink(text, first.end) ? after(TO, text, first.end, end) : (first?.end ?? i)
  const n = first && to > first.end ? readNumber(text, to, end) : first
  if (!first || !n || first.value <= 0 || n.value > 1000 || n.scale) return null
  if (!beginsLength(text, n.end)) return null
  LENGTH.lastIndex = n.end
  const m = LENGTH.exec(text)
  if (!m || n.end + m[0].length > end || FIGURE.test(text.slice(Math.max(from, i - 5), i))) return null
  // 5月内 is a month of the year, not five months
  if (m[1] === '月') return null
  const [unit, times] = UNITS[m[1]!]!
  const most = n.max ?? n.value
  const amount = m[1] === '年半' ? (most - 1) * 12 + times : (m[1] === '个半月' ? most + 1 : most) * times
  return { end: n.end + m[0].length, amount, unit }
}
