// Finds the dates of a sentence and says which days they are, with the parts that the text leaves out; never uses the clock.

import type { ArticleFacts, RawDate, ReadContext, Sentence } from './context.ts'
import {
  afterLunar,
  afterRun,
  beforeDate,
  beginsEdge,
  isFraction,
  isLunar,
  isPlain,
  isRate,
  numbersPaper,
  standsAlone,
} from './dateguard.ts'
import { addMonths, lastDayOf, monthOf, yearOf } from './day.ts'
import { letters } from './letters.ts'
import { mayBegin } from './measure.ts'
import { noteDay } from './noteday.ts'
import { ARABIC, BIG, NONE, NUMERALS, numeralKind } from './number.ts'
import { readOrdinal } from './ordinal.ts'
import { titlesOf } from './phrase.ts'
import { type Point, readPoint } from './point.ts'
import { type Allowance, afterClock, afterLimit, afterSpan, readAllowance, readRecurrence, wentBy } from './recurrence.ts'
import { type Basis, lastAllowed, type Memory, type Resolved, resolve, resolveSecond } from './resolve.ts'
import { sign, signsOf } from './signs.ts'

const memories = new WeakMap<ReadContext, Memory>()

function memoryOf(ctx: ReadContext, sentence: Sentence): Memory {
  let m = memories.get(ctx)
  if (!m || m.article !== sentence.article) {
    m = { article: sentence.article, sentence: null, year: null, section: null, month: null, monthYear: null, period: null, day: null }
    memories.set(ctx, m)
  }
  if (m.sentence !== sentence) {
    m.sentence = sentence
    m.year = null
  }
  return m
}

// Numerals, and the first two letters of a date without one: 今年 每月 年底 即日 国庆 …
const heads = NUMERALS.map(code => String.fromCharCode(code))
// packed into 32 bits: a larger number would be allocated at each look-up
const pairs = new Set<number>()
// set where some pair falls; turns most places away without asking the set
const sieve = new Uint8Array(0x10000)
const sieved = (first: number, second: number) => (first * 31 + second) & 0xffff
for (const [first, seconds] of Object.entries({
  今: '年天日晚晨早',
  去: '年',
  明: '年天日晚早晨',
  昨: '天日晚',
  翌: '年日',
  同: '年',
  次: '年月日',
  当: '年月日天季',
  全: '年',
  即: '日',
  后: '天日半',
  头: '123456789两二三四五六七八九十',
  前: '年天半123456789两二三四五六七八九十',
  本: '年月周季星',
  上: '年半月个季周星一下',
  下: '年半月个季周星一下',
  这: '个周',
  每: '日天周星月季年半旬个两二三四五六七八九十工自小晚早夜晨逢隔学礼123456789',
  年: '底末内',
  月: '底末',
  季: '底末度',
  周: '一二三四五六日天末',
  星: '期',
  国: '庆',
  春: '节耕',
  元: '旦宵',
  中: '秋',
  端: '午',
  清: '明',
  重: '阳',
  首: '季',
  第: '一二三四1234',
  '“': '五十七八六三元春国中端清重',
  '"': '五十七八六三元春国中端清重',
  半: '年个小月天',
  教: '师',
  入: '汛冬',
  汛: '期',
  主: '汛',
  封: '冻',
  供: '暖',
  采: '暖',
  麦: '收',
  秋: '收',
  雨: '季',
  开: '学',
  寒: '假',
  暑: '假期',
  植: '树',
})) {
  heads.push(first)
  for (const second of seconds) {
    pairs.add((first.charCodeAt(0) << 16) | second.charCodeAt(0))
    sieve[sieved(first.charCodeAt(0), second.charCodeAt(0))] = 1
  }
}

const HEAD = sign(heads)

/** The dates of a sentence in order, spans in repaired offsets; to be called in the order of the sentences. */
export function findDates(ctx: ReadContext, sentence: Sentence): RawDate[] {
  const { text } = ctx
  const found: RawDate[] = []
  const memory = memoryOf(ctx, sentence)
  const { article } = ctx
  const scan: Scan = { ctx, text, from: sentence.start, article, base: baseDay(ctx, article, sentence) ?? memory.day, memory, found }
  const titles = titlesOf(ctx, sentence)
  const { at } = signsOf(ctx, sentence)
  let next = 0
  for (let i = sentence.start; i < sentence.end; ) {
    if ((at[i - sentence.start]! & HEAD) === 0) {
      i++
      continue
    }
    const code = text.charCodeAt(i)
    while (next < titles.length && titles[next]![1] <= i) next++
    if (next < titles.length && titles[next]![0] <= i) {
      i = titles[next]![1]
      continue
    }
    const kind = numeralKind(code)
    if (kind === NONE && !isPair(code, i + 1 < text.length ? text.charCodeAt(i + 1) : 0)) {
      i++
      continue
    }
    const end = next < titles.length ? titles[next]![0] : sentence.end
    const stop = kind === NONE ? readWord(scan, i, end) : readNumeral(scan, i, end)
    i = stop > i ? stop : i + 1
  }
  noteSection(ctx, sentence, memory, found)
  return found
}

const PLANS = /^(?:度)?[\u4e00-\u9fff]{0,8}(?:工作|任务|安排|打算|计划|思路|重点|目标|举措)/

/** 二、2027年工作安排: the year holds until the next title of such a section. */
function noteSection(ctx: ReadContext, sentence: Sentence, memory: Memory, found: readonly RawDate[]) {
  const line = ctx.lines[sentence.line]
  if (line?.role !== 'heading' || line.start !== sentence.start || readOrdinal(ctx.text, line.start)?.kind !== 'han') return
  const year = found.length === 1 && /^\d{4}年$/.test(found[0]!.text) && found[0]!.from ? yearOf(found[0]!.from) : null
  memory.section = year !== null && PLANS.test(ctx.text.slice(found[0]!.span[1], line.end)) ? year : null
}

function isPair(first: number, second: number): boolean {
  return sieve[sieved(first, second)] === 1 && pairs.has((first << 16) | second)
}

interface Scan extends Basis {
  ctx: ReadContext
  text: string
  from: number
  found: RawDate[]
}

function baseDay(ctx: ReadContext, article: ArticleFacts | null, sentence: Sentence): string | null {
  const noted = article?.genre === 'leader-note' ? noteDay(ctx, article, sentence.start) : null
  return noted ?? article?.date ?? (article ? null : (ctx.options.today ?? null))
}

// In a report 两小时后 is told of what was; in these papers it is asked for.
const ORDERS = new Set(['leader-note', 'notice', 'plan', 'minutes'])
const isPause = letters('，,；;。：:')

function followsPause(text: string, i: number, from: number): boolean {
  return i === from || isPause(text, i - 1)
}

/** At a numeral: gives where to go on, past the whole number when it is no date. */
function readNumeral(scan: Scan, i: number, end: number): number {
  const { text } = scan
  const kind = numeralKind(text.charCodeAt(i))
  if (kind === BIG || !mayBegin(text, i)) return i + 1
  if (!beforeDate(text, i)) return afterRun(text, i, end)
  if (kind === ARABIC && isFraction(text, i, scan.from)) return afterRun(text, i, end)
  if (isLunar(text, i, scan.from)) return afterLunar(text, i, end)
  const allowance = readAllowance(text, i, scan.from, end)
  if (allowance) return pushAllowance(scan, i, allowance)
  if (followsPause(text, i, scan.from) && ORDERS.has(scan.article?.genre ?? '')) {
    const later = afterSpan(text, i, end)
    if (later > i) {
      scan.found.push({ ...shape(text, i, later), from: null, to: null, implied: ['year', 'month', 'day'] })
      return later
    }
  }
  const point = readPoint(text, i, end)
  if (point && standsAlone(text, i, point) && !numbersPaper(text, point)) return pushPoint(scan, i, point, end)
  if (point) return point.end
  return afterRun(text, i, end)
}

function readWord(scan: Scan, i: number, end: number): number {
  const { text } = scan
  const letter = text[i]!
  if (letter === '每') {
    const again = isRate(text, i) ? null : readRecurrence(text, i, end)
    if (!again) return i + 1
    scan.found.push({ ...shape(text, i, again.end), from: null, to: null, implied: ['year'], every: again.every })
    return again.end
  }
  if (letter === '即') return readFromToday(scan, i, end)
  if ('当次翌'.includes(letter) && '日天'.includes(text[i + 1]!)) return readThatDay(scan, i, end)
  if (letter === '半') {
    const allowance = readAllowance(text, i, scan.from, end)
    return allowance ? pushAllowance(scan, i, allowance) : i + 1
  }
  if (letter === '全') {
    if (text[i + 1] !== '年' || i + 2 > end || '红无候龄级期。，；'.includes(text[i + 2] ?? '。')) return i + 1
    return pushPoint(
      scan,
      i,
      { end: i + 2, year: null, shift: 0, kind: 'year', a: 1, b: 12, from: 1, to: 0, monthShift: null, edge: false },
      end,
    )
  }
  if ((letter === '年' || letter === '月' || letter === '季') && !beginsEdge(text, i)) return i + 1
  // 每月10日前汇总上月进展: last month of each month is no date
  if (letter === '上' && (text[i + 1] === '月' || text[i + 1] === '季') && scan.found.some(d => d.every)) return i + 1
  const season = seasonEnd(text, i, end)
  if (season > i) {
    // 3月1日开学前: the day is told already
    if (scan.found.at(-1)?.span[1] === i) return season
    scan.found.push({ ...shape(text, i, season), from: null, to: null, implied: ['year', 'month', 'day'] })
    return season
  }
  const same = readSamePeriod(scan, i, end)
  if (same > i) return same
  const point = readPoint(text, i, end)
  if (!point || !isPlain(text, i, point)) return i + 1
  return pushPoint(scan, i, point, end)
}

// 汛期前, 明年入汛前, 封冻前: a limit whose day the season sets each year anew
const SEASON =
  /(?:今年|明年|当年|本年)?(?:(?:主?汛期|入汛|入冬|封冻|供暖[期季]?|采暖[期季]?|春耕|麦收|秋收|雨季)(?:到来|来临|开始)?|开学|寒假|暑假|暑期)(?:之|以)?前(?![后列沿夕几的“"])/y

/** Where such a limit ends that begins at `i`; `i` when none does. */
function seasonEnd(text: string, i: number, end: number): number {
  SEASON.lastIndex = i
  const m = SEASON.exec(text)
  return m && i + m[0].length <= end ? i + m[0].length : i
}

/** 去年同期, 上年同期: the last period said, a year earlier. */
function readSamePeriod(scan: Scan, i: number, end: number): number {
  const { text, memory } = scan
  const letter = text[i]
  if ((letter !== '去' && letter !== '上') || (!text.startsWith('去年同期', i) && !text.startsWith('上年同期', i)) || i + 4 > end) return i
  const p = memory.period
  const back = (day: string | null) => (day ? addMonths(day, -12) : null)
  const to = p?.to && p.to.slice(5) === '02-28' ? `${yearOf(p.to) - 1}-02-${lastDayOf(yearOf(p.to) - 1, 2)}` : back(p?.to ?? null)
  scan.found.push({ ...shape(text, i, i + 4), from: back(p?.from ?? null), to, implied: ['year'] })
  return i + 4
}

/** 当日18:00前, 次日8时前, 当天内: a limit whose day only what happens tells. */
function readThatDay(scan: Scan, i: number, end: number): number {
  const { text } = scan
  const clock = afterClock(text, i + 2, end)
  const stop = afterTail(text, clock, end)
  if (stop === clock || text[stop - 1] === '止') return i + 2
  scan.found.push({ ...shape(text, i, stop), from: null, to: null, implied: ['year', 'month', 'day'] })
  return stop
}

/** 即日起至6月25日: one date from the day of signing. */
function readFromToday(scan: Scan, i: number, end: number): number {
  const { text } = scan
  const head = /^即日起?(?:至|到|—|－|-)/.exec(text.slice(i, i + 6))
  if (!head) return i + 1
  const point = readPoint(text, i + head[0].length, end)
  if (!point) return i + head[0].length
  const last = resolve(scan, point, true)
  const stop = afterTail(text, point.end, end)
  scan.found.push({
    ...shape(text, i, stop),
    from: scan.base,
    to: last.to,
    implied: last.implied,
    ...(last.reason ? { reason: last.reason } : {}),
  })
  return stop
}

const opensBracket = letters('（(')
const mayLink = letters('起—－–-~～至到')
const endsOwed = letters('划定应求诺于在')
const WEEKDAY = /^[（(](?:星期|周)[一二三四五六日天][）)]/
const LINK = /^起?(?:——|—|－|–|--?|~|～|至|到|－)/

function pushPoint(scan: Scan, start: number, first: Point, end: number): number {
  const { text } = scan
  const clock = afterClock(text, first.end, end)
  const second = readSecond(text, first, clock, end)
  let stop = second ? second.end : first.end
  // 6月10日（周三）17时前
  const weekday = opensBracket(text, stop) ? WEEKDAY.exec(text.slice(stop, stop + 6)) : null
  const timed = afterClock(text, stop + (weekday?.[0].length ?? 0), end)
  const limit = afterTail(text, timed, end)
  // a time of day belongs to the date only as a limit or in its middle: 6月3日12时前
  const limited = limit > timed
  stop = limited ? limit : afterClock(text, stop, end)
  const deadline = limited || first.edge || (second?.edge ?? false)
  const a = resolve(scan, first, deadline, isOverdue(scan, start, stop, end))
  const b = second ? resolveSecond(scan, second, first, a) : a
  const date: RawDate = {
    ...shape(text, start, stop),
    from: limited && !second && first.kind !== 'offset' ? null : a.from,
    to: b.to,
    implied: a.implied,
  }
  if (a.reason) date.reason = a.reason
  if (date.from && date.to && date.from > date.to && second) date.to = b.to && addMonths(b.to, 12)
  note(scan, date, first, a)
  if (date.to) remember(scan, first, a.year, date)
  scan.found.push(date)
  return stop
}

const OWED = /(?:计划|原定|应于|本应|要求|承诺)[于在]?$/
const NOT_DONE = /未|逾期|超期|滞后|没有|迟迟/

// 计划7月底开工的……至今未开工: in a paper of October the July before
function isOverdue(scan: Scan, start: number, stop: number, end: number): boolean {
  return (
    endsOwed(scan.text, start - 1) &&
    OWED.test(scan.text.slice(Math.max(scan.from, start - 3), start)) &&
    NOT_DONE.test(scan.text.slice(stop, Math.min(end, stop + 60)))
  )
}

/** The doubts of a date: a day that the calendar lacks, a year that nothing tells. */
function note(scan: Scan, date: RawDate, first: Point, a: Resolved) {
  if (date.to === null && a.year !== null && first.a > 0) scan.ctx.doubts.push({ span: date.span, code: 'date-impossible' })
  else if (a.year === null) scan.ctx.doubts.push({ span: date.span, code: 'year-unknown' })
  else if (a.reason && a.reason !== 'document-date' && a.reason !== 'dateline' && a.reason !== 'sentence')
    scan.ctx.doubts.push({ span: date.span, code: 'year-implied', facts: { reason: a.reason, year: a.year } })
}

/** The second point of a range; a bare day or month belongs to the first. */
function readSecond(text: string, first: Point, at: number, end: number): Point | null {
  const link = mayLink(text, at) ? LINK.exec(text.slice(at, at + 3)) : null
  if (!link || first.kind === 'offset' || first.kind === 'festival') return null
  const i = at + link[0].length
  return i < end ? readPoint(text, i, end) : null
}

function afterTail(text: string, i: number, end: number): number {
  const limit = afterLimit(text, i, end)
  if (limit > i) return limit
  if (text.startsWith('以内', i) && i + 2 <= end) return i + 2
  if (text[i] === '内' && i < end && !'部涵容生外'.includes(text[i + 1] ?? '。')) return i + 1
  return text[i] === '止' && i < end ? i + 1 : i
}

function remember(scan: Scan, p: Point, year: number | null, date: RawDate) {
  const { memory } = scan
  const month = p.kind !== 'year' && p.kind !== 'offset' && p.kind !== 'week'
  if (year !== null && month && (p.year !== null || p.shift !== null)) memory.year = year
  if (date.to && (p.kind === 'day' || p.kind === 'days' || p.kind === 'month') && p.a > 0) {
    memory.month = monthOf(date.to)
    memory.monthYear = yearOf(date.to)
  }
  if (date.from && date.to && p.kind !== 'day') memory.period = date
  if (date.to && p.kind === 'day' && p.year !== null) memory.day = date.to
}

// 自印发之日起10个工作日内: the start is in the text
const STARTS = /(?:印发|发布|公布|下发|发文|签发|通知|本文|今日|即日)[^，。；]{0,4}起/

/** 两周内: the day is told only where its start stands in the text, or in a leader's note, which is obeyed from its date. */
function pushAllowance(scan: Scan, start: number, a: Allowance): number {
  const { text, base } = scan
  if (wentBy(text, a.end)) return a.end
  const started = STARTS.test(text.slice(Math.max(scan.from, start - 14), start)) || scan.article?.genre === 'leader-note'
  const to = base && started ? lastAllowed(base, a) : null
  scan.found.push({ ...shape(text, start, a.end), from: to ? base : null, to, implied: ['year', 'month', 'day'] })
  return a.end
}

function shape(text: string, start: number, end: number): Pick<RawDate, 'span' | 'text'> {
  return { span: [start, end], text: text.slice(start, end) }
}
