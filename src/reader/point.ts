// Reads one point or period of time as printed (2026年5月底, 三季度, 下周五, 17日) into parts; resolves no year and no range.

import { letters } from './letters.ts'
import { ARABIC, NONE, numeralKind, readNumber } from './number.ts'

/** Months and days as said; what is not said is left to the context. */
export interface Point {
  end: number
  /** The year printed, or null. */
  year: number | null
  /** 今年 0, 去年 -1, 明年 1; null when no such word stands. */
  shift: number | null
  /** What the point is: the span it covers once year and month are known. */
  kind: 'year' | 'months' | 'month' | 'days' | 'day' | 'offset' | 'week' | 'festival'
  /** First and last month, 0 when not said; for `offset` days from the base day; for `week` weeks from this week. */
  a: number
  b: number
  /** First and last day of those months; 0 = the last day of the month. For `week` the weekday, 0 = the whole week. */
  from: number
  to: number
  /** A month word relative to the base month: 本月 0, 下月 1. */
  monthShift: number | null
  /** 底, 末: the end is meant, as in a deadline. */
  edge: boolean
  /** The name of a festival. */
  name?: string
}

const N = '[0-9０-９]'
const LINK = '(?:——|—|－|–|-|~|～|至|到|－)'
const CN_MONTH = '十[一二]|十|[一二三四五六七八九]'
const CN_DAY = '三十一|三十|二十[一二三四五六七八九]|二十|十[一二三四五六七八九]|十|[一二三四五六七八九]'

// 2026年 二〇二六年
const YEAR = new RegExp(`(${N}{4}|[一二][〇零○Ｏ一二三四五六七八九]{3})年`, 'y')
const YEARS = new RegExp(`(${N}{4})年?${LINK}(${N}{4})年`, 'y')
const YEAR_WORD = /今年|去年|明年|前年|后年|本年|当年|上一?年|下一年|下年(?=度)|次年|同年|翌年/y
const SHIFTS: Record<string, number> = {
  今年: 0,
  本年: 0,
  当年: 0,
  同年: 0,
  去年: -1,
  上年: -1,
  上一年: -1,
  前年: -2,
  明年: 1,
  次年: 1,
  下年: 1,
  下一年: 1,
  翌年: 1,
  后年: 2,
}
// 2026-05-20 2026.5.20 2026/5/20
const ISO = new RegExp(`((?:19|20)${N}{2})([-./－．])(${N}{1,2})\\2(${N}{1,2})(?!${N})`, 'y')
// 6.30前, 12.5日前, as leaders write it
const DOTTED = /(1[0-2]|[1-9])[.．](3[01]|[12]\d|0?[1-9])[日号]?(?=之前|以前|前(?![期来往后沿列述提景置移进三五十百\d]))/y
const HALF = /([上下前后])半年/y
// 上半月, 下半月: of this month
const HALF_MONTH = /([上下])半月/y
const QUARTERS = /前([两二三])个?季度/y
const QUARTER = /第?([一二三四1-4１-４首])季度?/y
// 三、四季度
const TWO_QUARTERS = /第?([一二三1-3])(?:季度)?(?:[、和至到—－–~～-]|——)第?([二三四2-4])季度/y
// 本季度, 上季度, 下一季度: of the quarter in which the paper is dated
const QUARTER_WORD = /([本上下当])(?:一个?|个)?季度?(?![节候])/y
const FIRST_MONTHS = new RegExp(`[前头](${N}{1,2}|十[一]?|[两二三四五六七八九])个?月(?![底末初上中下\\d])`, 'y')
// 1—4月份 1至2月 4月至6月 is a range of two points
const MONTHS = new RegExp(`(${N}{1,2}|${CN_MONTH})${LINK}(${N}{1,2}|${CN_MONTH})月(?:份)?`, 'y')
const MONTH = new RegExp(`(${N}{1,2}|${CN_MONTH})月`, 'y')
const MONTH_WORD = /本月|当月|这个月|上一?个?月|下一?个?月|次月/y
const THIRD = /(上中旬|中下旬|上旬|中旬|下旬|上半月|下半月|底|末|初|份)/y
const DAY = new RegExp(`(${N}{1,2}|${CN_DAY})[日号]`, 'y')
// 6月30前: the 日 left out, only before a limit
const BARE_DAY = new RegExp(`(${N}{1,2})(?=前(?![期来往后沿列述提景置移进三五十百]))`, 'y')
// 6—10日, after a month
const DAYS = new RegExp(`(${N}{1,2})(?:[日号]?${LINK}|、)(${N}{1,2})[日号]`, 'y')
const WEEK = /(本|这|下下|下|上)个?(?:周|星期|礼拜)([一二三四五六日天末])?/y
const BARE_WEEKDAY = /(?:周|星期)([一二三四五六日天末])(?=前|之前|以前|下班|上午|下午)/y
const TODAY = /今天|今日|今晚|今晨|今早|昨天|昨日|昨晚|明天|明日|明晚|明早|明晨|前天|后天|后日/y
const TODAYS: Record<string, number> = { 今: 0, 昨: -1, 明: 1, 前: -2, 后: 2 }
const FESTIVAL =
  /[“"]?(元旦|春节|元宵|清明|五一|端午|七一|八一|中秋|国庆|十一|重阳|教师|植树|(?:六一|三八)(?=[”"国儿妇节]))[”"]?(?:国际)?(?:劳动|建党|建军|儿童|妇女)?节?[”"]?(?:小?长假|假期|假日|节日|黄金周)?(?=前|之前|以前)/y
// 年 月 日 and the links of ranges (1—4月), of the days of a year (2026-05-20), of two quarters and of festivals (五一节)
const isDateSign = letters('年月日号季—－–-~～至到./．、劳建国”"节前之以假长黄')
const WEEKDAYS = '一二三四五六日'

function at(pattern: RegExp, text: string, i: number): RegExpExecArray | null {
  pattern.lastIndex = i
  return pattern.exec(text)
}

/** 5, ５, 十二, 二十一 */
function value(digits: string): number {
  const plain = Number(digits)
  return plain >= 0 ? plain : (readNumber(digits, 0, digits.length)?.value ?? Number.NaN)
}

function point(end: number, kind: Point['kind'], a: number, b: number, from = 1, to = 0, more: Partial<Point> = {}): Point {
  return { end, year: null, shift: null, kind, a, b, from, to, monthShift: null, edge: false, ...more }
}

/** 6.30前: a month and a day, with the limit behind it. */
export function isDottedDay(text: string, i: number): boolean {
  return at(DOTTED, text, i) !== null
}

/** The point of time that begins at `i` and ends at or before `end`. */
export function readPoint(text: string, i: number, end: number): Point | null {
  if (numeralKind(text.charCodeAt(i)) === NONE) {
    const word = beginsYear(text, i) ? at(YEAR_WORD, text, i) : null
    if (word) return within(afterYear(text, i + word[0].length, end, { shift: SHIFTS[word[0]]! }), end)
  } else {
    if (!mayBeDate(text, i)) return null
    const whole = readWhole(text, i, end)
    if (whole) return within(whole, end)
  }
  return within(insideYear(text, i, end) ?? relative(text, i), end)
}

// What the patterns begin with, or go on with: a look at it spares most of them.
const beginsYear = letters('今去明前后本当上下次同翌')
const beginsHalf = letters('上下前后')
const beginsMonths = letters('前头')
const beginsQuarter = letters('本上下当')
const beginsMonth = letters('本当这上下次')
const beginsToday = letters('今昨明前后')
const beginsWeek = letters('本这下上')
const beginsWeekday = letters('周星')
const beginsFestival = letters('“"元春清五端七八中国十重教植六三')
const beginsThird = letters('上中下底末初份')
const inQuarters = letters('季、和至到—－–~～-')
const isLink = letters('—－–-~～至到')
const isDot = letters('.．')

/** A point that is told whole or with its year, all in numerals: 2026-05-20, 6.30前, 2024—2026年, 2026年5月. */
function readWhole(text: string, i: number, end: number): Point | null {
  const long = numeralKind(text.charCodeAt(i + 3)) === ARABIC
  const iso = long ? at(ISO, text, i) : null
  if (iso) {
    const [month, day] = [value(iso[3]!), value(iso[4]!)]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
      return point(i + iso[0].length, 'day', month, month, day, day, { year: value(iso[1]!) })
  }
  const dotted = isDot(text, i + 1) || isDot(text, i + 2) ? at(DOTTED, text, i) : null
  if (dotted) {
    const [month, day] = [value(dotted[1]!), value(dotted[2]!)]
    return point(i + dotted[0].length, 'day', month, month, day, day)
  }
  const years = long ? at(YEARS, text, i) : null
  if (years) {
    const [first, last] = [value(years[1]!), value(years[2]!)]
    if (isYear(first) && last > first && isYear(last))
      return point(i + years[0].length, 'year', 1, 12, 1, 0, { year: first, b: 12 + (last - first) * 12 })
  }
  const year = text[i + 4] === '年' ? at(YEAR, text, i) : null
  return year && isYear(value(year[1]!)) ? afterYear(text, i + year[0].length, end, { year: value(year[1]!) }) : null
}

/** 二千零二十六 and with room to spare, in signs: a longer run is no date, and looking to its end from each sign would cost its square. */
const LONGEST_NUMERAL = 16

/** Whether what follows the numeral at `i` belongs to dates; most numbers are turned away here. */
function mayBeDate(text: string, i: number): boolean {
  return isDateSign(text, afterNumeral(text, i))
}

/** The end of the numeral at `i`. */
function afterNumeral(text: string, i: number): number {
  const most = Math.min(text.length, i + LONGEST_NUMERAL)
  let at = i
  while (at < most && numeralKind(text.charCodeAt(at)) !== NONE) at++
  return at
}

function isYear(year: number): boolean {
  return year >= 1900 && year < 2100
}

function within(p: Point | null, end: number): Point | null {
  return p && p.end <= end ? p : null
}

/** What may follow a year: 度, 底, 上半年, 三季度, 5月… */
function afterYear(text: string, i: number, end: number, said: { year?: number; shift?: number }): Point | null {
  const letter = text[i]
  if (letter === '级' || letter === '货') return null
  // 2026年年底, 今年年内
  if (letter === '年' && '底末初内中'.includes(text[i + 1] ?? '。')) return afterYear(text, i + 1, end, said)
  const next = letter === '的' || letter === '度' ? i + 1 : i
  const inner = insideYear(text, next, end)
  if (inner && (inner.kind !== 'day' || inner.a > 0)) return { ...inner, ...said }
  // 明年春节前, 2027年“五一”前
  const festival = beginsFestival(text, i) ? at(FESTIVAL, text, i) : null
  if (festival && i + festival[0].length <= end)
    return point(i + festival[0].length, 'festival', 0, 0, 0, 0, { ...said, name: festival[1]! })
  if (letter === '度') return point(i + 1, 'year', 1, 12, 1, 0, said)
  if ((letter === '底' || letter === '末') && i < end) return point(i + 1, 'month', 12, 12, 1, 0, { ...said, edge: true })
  if (letter === '中' && i < end && '前旬底'.includes(text[i + 1] ?? '。'))
    return point(i + 1, 'months', 1, 6, 1, 0, { ...said, edge: true })
  if (letter === '初' && i < end) return point(i + 1, 'month', 1, 1, 1, 0, said)
  if (letter === '内' && i < end) return point(i + 1, 'year', 1, 12, 1, 0, { ...said, edge: true })
  if (text.startsWith('全年', i)) return point(i + 2, 'year', 1, 12, 1, 0, said)
  return point(i, 'year', 1, 12, 1, 0, said)
}

/** Halves, quarters, months and days without their year. */
function insideYear(text: string, i: number, end: number): Point | null {
  if (numeralKind(text.charCodeAt(i)) !== NONE) return inNumerals(text, i, end)
  return IN_WORDS.has(text.charCodeAt(i)) ? inWords(text, i, end) : null
}

/** The first letters of what `inWords` reads. */
const IN_WORDS = new Set([...'上下前后头第首本当这次'].map(c => c.charCodeAt(0)))

/** 上半年, 前三个月, 第二季度, 本月 */
function inWords(text: string, i: number, end: number): Point | null {
  const half = beginsHalf(text, i) ? at(HALF, text, i) : null
  if (half) {
    const first = half[1] === '上' || half[1] === '前'
    const stop = i + 3
    const edge = (text[stop] === '末' || text[stop] === '底') && stop < end
    return point(edge ? stop + 1 : stop, 'months', first ? 1 : 7, first ? 6 : 12, 1, 0, { edge })
  }
  const halfMonth = beginsHalf(text, i) ? at(HALF_MONTH, text, i) : null
  if (halfMonth) return point(i + 3, 'days', 0, 0, halfMonth[1] === '上' ? 1 : 16, halfMonth[1] === '上' ? 15 : 0, { monthShift: 0 })
  const quarters = text[i] === '前' ? at(QUARTERS, text, i) : null
  if (quarters) return point(i + quarters[0].length, 'months', 1, quarters[1] === '三' ? 9 : 6)
  const firstMonths = beginsMonths(text, i) ? at(FIRST_MONTHS, text, i) : null
  if (firstMonths) {
    const n = value(firstMonths[1]!)
    if (n >= 1 && n <= 12) return point(i + firstMonths[0].length, 'months', 1, n)
  }
  const quarter = ofQuarters(text, i, end)
  if (quarter !== undefined) return quarter
  const quarterWord = beginsQuarter(text, i) ? at(QUARTER_WORD, text, i) : null
  if (quarterWord) {
    const stop = i + quarterWord[0].length
    const edge = (text[stop] === '末' || text[stop] === '底') && stop < end
    const monthShift = quarterWord[1] === '上' ? -3 : quarterWord[1] === '下' ? 3 : 0
    return point(edge ? stop + 1 : stop, 'months', -1, -1, 1, 0, { edge, monthShift })
  }
  const monthWord = beginsMonth(text, i) ? at(MONTH_WORD, text, i) : null
  if (monthWord) {
    const head = monthWord[0][0]!
    return insideMonth(text, i + monthWord[0].length, end, 0, head === '上' ? -1 : head === '下' || head === '次' ? 1 : 0)
  }
  return null
}

/** 三、四季度, 第二季度, 首季; undefined where no quarter stands, null where it tells how often. */
function ofQuarters(text: string, i: number, end: number): Point | null | undefined {
  if (text[i] !== '第' && !inQuarters(text, i + 1)) return undefined
  const two = at(TWO_QUARTERS, text, i)
  if (two && value(two[2]!) > value(two[1]!)) return point(i + two[0].length, 'months', value(two[1]!) * 3 - 2, value(two[2]!) * 3)
  const quarter = at(QUARTER, text, i)
  if (quarter && (quarter[0].endsWith('度') || quarter[1] === '首')) {
    if (quarter[1] === '一' && at(SO_OFTEN, text, i + quarter[0].length)) return null
    const n = quarter[1] === '首' ? 1 : value(quarter[1]!)
    const stop = i + quarter[0].length
    const edge = (text[stop] === '末' || text[stop] === '底') && stop < end
    return point(edge ? stop + 1 : stop, 'months', n * 3 - 2, n * 3, 1, 0, { edge })
  }
  return undefined
}

/** 三季度, 1—4月, 5月20日, 17日 */
function inNumerals(text: string, i: number, end: number): Point | null {
  const quarter = ofQuarters(text, i, end)
  if (quarter !== undefined) return quarter
  const next = afterNumeral(text, i)
  const months = isLink(text, next) ? at(MONTHS, text, i) : null
  if (months) {
    const [a, b] = [value(months[1]!), value(months[2]!)]
    if (isMonth(a) && isMonth(b) && a < b) return edgeOf(text, point(i + months[0].length, 'months', a, b), end)
  }
  const month = text[next] === '月' ? at(MONTH, text, i) : null
  if (month) {
    const n = value(month[1]!)
    if (!isMonth(n) || isSoOften(text, i + month[0].length)) return null
    return insideMonth(text, i + month[0].length, end, n, null)
  }
  const day = text[next] === '日' || text[next] === '号' ? at(DAY, text, i) : null
  if (day) {
    const n = value(day[1]!)
    if (n >= 1 && n <= 31) return point(i + day[0].length, 'day', 0, 0, n, n)
  }
  return null
}

// 一月一调度, 一月两督查, 一季度一评比; but 一月一日
const SO_OFTEN = /[一两二三](?![日号十]|[一二三四五六七八九]?[日号])[\u4e00-\u9fff]{2}/y

function isSoOften(text: string, i: number): boolean {
  return text[i - 2] === '一' && at(SO_OFTEN, text, i) !== null
}

function isMonth(n: number): boolean {
  return n >= 1 && n <= 12
}

/** What may follow a month: 底, 上旬, 6日, 6—10日. */
function insideMonth(text: string, i: number, end: number, month: number, monthShift: number | null): Point | null {
  const kind = numeralKind(text.charCodeAt(i))
  const days = kind === ARABIC ? at(DAYS, text, i) : null
  if (days) {
    const [a, b] = [value(days[1]!), value(days[2]!)]
    if (a >= 1 && b > a && b <= 31) return point(i + days[0].length, 'days', month, month, a, b, { monthShift })
  }
  const day = kind !== NONE ? (at(DAY, text, i) ?? at(BARE_DAY, text, i)) : null
  if (day) {
    const n = value(day[1]!)
    if (n >= 1 && n <= 31) return point(i + day[0].length, 'day', month, month, n, n, { monthShift })
  }
  return edgeOf(text, point(i, 'month', month, month, 1, 0, { monthShift }), end)
}

/** 底, 末, 初, 上旬, 份 after a month. */
function edgeOf(text: string, p: Point, end: number): Point {
  // 12月月底
  if (text[p.end] === '月' && '底末初'.includes(text[p.end + 1] ?? '。')) return edgeOf(text, { ...p, end: p.end + 1 }, end)
  const third = beginsThird(text, p.end) ? at(THIRD, text, p.end) : null
  if (!third || p.end + third[0].length > end) return p
  const word = third[1]!
  const stop = p.end + word.length
  // 5月初中 is no beginning of May; 5月底 is its end
  if (word === '初' && '中级步心衷'.includes(text[stop] ?? '。')) return p
  if (word === '份') return edgeOf(text, { ...p, end: stop }, end)
  const ranges: Record<string, [number, number]> = {
    上旬: [1, 10],
    初: [1, 10],
    上中旬: [1, 20],
    中旬: [11, 20],
    中下旬: [11, 0],
    下旬: [21, 0],
    上半月: [1, 15],
    下半月: [16, 0],
  }
  const range = ranges[word]
  if (range) return { ...p, end: stop, from: range[0], to: range[1], kind: 'days' }
  return { ...p, end: stop, edge: true }
}

/** 下周五, 今天, 国庆节前, 年底, 月底, 季末 */
function relative(text: string, i: number): Point | null {
  const letter = text[i]!
  if (letter === '年' || letter === '月' || letter === '季') return edgeWord(text, i)
  const today = beginsToday(text, i) ? at(TODAY, text, i) : null
  if (today) {
    // 美好明天: only with an hour or a limit is 明天 the next day
    if (
      letter === '明' &&
      !/^(?:前|之前|以前|上午|下午|晚|早|\d)/.test(text.slice(i + 2, i + 5)) &&
      !/^明[晚早晨]/.test(text.slice(i, i + 2))
    )
      return null
    const days = TODAYS[letter]!
    return point(i + 2, 'offset', days, days)
  }
  const week = beginsWeek(text, i) ? at(WEEK, text, i) : null
  if (week) {
    const head = week[1]!
    const n = head === '下下' ? 2 : head === '下' ? 1 : head === '上' ? -1 : 0
    const day = week[2] === '末' ? 7 : week[2] === '天' ? 7 : week[2] ? WEEKDAYS.indexOf(week[2]) + 1 : 0
    return point(i + week[0].length, 'week', n, n, day, day)
  }
  const bare = beginsWeekday(text, i) ? at(BARE_WEEKDAY, text, i) : null
  if (bare) {
    const day = '天末'.includes(bare[1]!) ? 7 : WEEKDAYS.indexOf(bare[1]!) + 1
    return point(i + bare[0].length, 'week', 0, 0, day, day)
  }
  const festival = beginsFestival(text, i) ? at(FESTIVAL, text, i) : null
  if (festival) return point(i + festival[0].length, 'festival', 0, 0, 0, 0, { name: festival[1]! })
  return null
}

/** 年底, 年内, 月底, 月末, 季末, 季度末; the caller has looked at what stands before. */
function edgeWord(text: string, i: number): Point | null {
  const next = text[i + 1]
  const last = next === '底' || next === '末'
  if (text[i] === '年') {
    if (last) return point(i + 2, 'month', 12, 12, 1, 0, { edge: true })
    return next === '内' && !'部涵容生'.includes(text[i + 2] ?? '。') ? point(i + 2, 'year', 1, 12, 1, 0, { edge: true }) : null
  }
  if (text[i] === '月') return last ? point(i + 2, 'month', 0, 0, 1, 0, { edge: true, monthShift: 0 }) : null
  const stop = text[i + 1] === '度' ? i + 2 : i + 1
  return text[stop] === '末' || text[stop] === '底' ? point(stop + 1, 'months', -1, -1, 1, 0, { edge: true }) : null
}
