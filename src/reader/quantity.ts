// Finds the quantities of a sentence with their units and bounds; a date, a document number or a count inside a name is none.

import { boundAfter, boundBefore, boundEarlier, changeBefore } from './bound.ts'
import { columnFigures } from './columnfigure.ts'
import type { RawDate, RawQuantity, ReadContext, Sentence } from './context.ts'
import { unitOf } from './countunit.ts'
import { letters } from './letters.ts'
import { mayBegin, readUnit, type Unit } from './measure.ts'
import { measuredBy } from './measured.ts'
import { ARABIC, BIG, NONE, NUMERALS, type Numeral, numeralKind, numeralWorth, readNumber, SMALL } from './number.ts'
import { blockedSpans, setPhraseAt } from './phrase.ts'
import type { Bound } from './reading.ts'
import { readHalfOrDouble, readRank, readShare, type Share } from './share.ts'
import { sign, signsOf } from './signs.ts'

/** The quantities of a sentence in order, spans in repaired offsets. `sentence.dates` must be filled: a date is no quantity. */
export function findQuantities(ctx: ReadContext, sentence: Sentence): RawQuantity[] {
  const signs = signsOf(ctx, sentence)
  if ((signs.all & FIGURE) === 0) return []
  const blocked = blockedSpans(ctx, sentence)
  const scan: Scan = { text: ctx.text, signs: signs.at, from: sentence.start, end: sentence.end, dates: sentence.dates, found: [] }
  let at = sentence.start
  for (const [start, stop] of blocked) {
    if (start > at) scanFree(scan, at, start)
    at = Math.max(at, stop)
  }
  scanFree(scan, at, sentence.end)
  const columns = columnFigures(ctx, sentence)
  if (columns.length === 0) return scan.found
  const apart = columns.filter(c => !scan.found.some(q => q.span[0] < c.span[1] && c.span[0] < q.span[1]))
  return [...scan.found, ...apart].sort((a, b) => a.span[0] - b.span[0])
}

interface Scan {
  text: string
  /** Of the sentence's letters. */
  signs: Int32Array
  /** Where the sentence begins: what a quantity is of is looked for no further back. */
  from: number
  end: number
  dates: readonly RawDate[]
  found: RawQuantity[]
}

const RANK_HEAD = new Set(['第', '前', '后', '末'])
const WORD_HEAD = new Set(['过', '半', '翻'])

const WORD = 1
const MONEY = 2
const BARE = 3
const NUMERAL = 4
const classes = new Uint8Array(0x10000)
for (const code of NUMERALS) {
  const kind = numeralKind(code)
  classes[code] = kind === BIG || (kind === SMALL && numeralWorth(code) !== 1) ? BARE : NUMERAL
}
for (const letter of '第前后末过半翻') classes[letter.charCodeAt(0)] = WORD
for (const letter of '￥¥$') classes[letter.charCodeAt(0)] = MONEY
const FIGURE = sign(['第前后末过半翻￥¥$', ...NUMERALS.map(code => String.fromCharCode(code))].join(''))

function scanFree(scan: Scan, from: number, end: number) {
  const { text, signs } = scan
  let i = from
  while (i < end) {
    if ((signs[i - scan.from]! & FIGURE) === 0) {
      i++
      continue
    }
    switch (classes[text.charCodeAt(i)]) {
      case WORD:
        i = readWordAt(scan, i, from, end)
        break
      case MONEY:
        i = readPrefixedMoney(scan, i, end)
        break
      case BARE:
        i = readBareScale(scan, i, from, end)
        break
      case NUMERAL:
        i = readNumeralAt(scan, i, from, end)
        break
      default:
        i++
    }
  }
}

/** 第5位, 前三, 过半, 半天, 翻一番 */
function readWordAt(scan: Scan, at: number, from: number, end: number): number {
  const { text } = scan
  const letter = text[at]!
  if (RANK_HEAD.has(letter)) {
    // 月末三天, 周末两日
    if (letter === '末' && '年月季周旬期岁'.includes(text[at - 1] ?? '。')) return at + 1
    const rank = readRank(text, at, from, end)
    if (rank) return pushShare(scan, at, rank, from)
    // 第一产业, 第62次: the ordinal is passed over whole
    const ordinal = letter === '第' ? readNumber(text, at + 1, end) : null
    return ordinal ? ordinal.end : at + 1
  }
  const share = WORD_HEAD.has(letter) ? readHalfOrDouble(text, at, end) : null
  if (share) return pushShare(scan, at, share, from)
  if (letter === '半' && isHalfLength(text, at)) {
    const unit = readUnit(text, at + 1, end, true)
    if (unit) return push(scan, { start: at, number: at, end: unit.end, value: 0.5, max: null, unit: unit.unit, more: false }, from, end)
  }
  return at + 1
}

// 压缩到半天, 半年时间; but 上半年, 大半天, 半天下来
function isHalfLength(text: string, at: number): boolean {
  return (
    /^半(?:天|年|个月|小时|个小时|个?工作日)(?![来下])/.test(text.slice(at, at + 5)) && !'上下前后大小多一'.includes(text[at - 1] ?? '。')
  )
}

/** ￥300 */
function readPrefixedMoney(scan: Scan, at: number, end: number): number {
  const n = readNumber(scan.text, at + 1, end)
  if (!n) return at + 1
  return push(
    scan,
    { start: at, number: at, end: n.end, value: n.value, max: n.max, unit: scan.text[at] === '$' ? 'USD' : 'CNY', more: n.more },
    scan.from,
    end,
  )
}

// 亿元以上项目, 过百亿元项目, 近千人: a scale that stands alone, only with a limit
function readBareScale(scan: Scan, at: number, from: number, end: number): number {
  const { text } = scan
  let i = at
  let power = 0
  while (i < end && (numeralKind(text.charCodeAt(i)) === BIG || numeralKind(text.charCodeAt(i)) === SMALL))
    power += numeralWorth(text.charCodeAt(i++))
  // 千余亩, 百余万元
  let more = false
  if (i < end && (text[i] === '余' || text[i] === '多')) {
    more = true
    for (i++; i < end && numeralKind(text.charCodeAt(i)) === BIG; i++) power += numeralWorth(text.charCodeAt(i))
  }
  // 百分之六十, 千分之三
  if (text.startsWith('分之', i)) {
    const share = readShare(
      text,
      { start: at, end: i, value: 10 ** power, max: null, more: false, arabic: false, scale: 0, coefficient: 0, digits: false },
      end,
    )
    if (share) return pushShare(scan, at, share, from)
  }
  const before = boundBefore(text, from, at)
  const limited = more || before !== null || isUpwards(text, at)
  const unit =
    text[i] === '元' ? (power < 4 && !limited ? null : readUnit(text, i, end, true)) : limited ? readUnit(text, i, end, true) : null
  if (!unit || (!limited && !boundAfter(text, unit.end, end)) || NAMED_SCALE.test(text.slice(i, i + 3))) return i
  const upwards = isUpwards(text, at)
  const start = upwards ? at - 1 : at
  const draft = { start, number: start, end: unit.end, value: 10 ** power, max: null, unit: unit.unit, more }
  return push(scan, draft, from, end, upwards ? '≥' : '=')
}

// 上万人次, 上千亩; but not 以上万元, 网上百家
function isUpwards(text: string, at: number): boolean {
  return text[at - 1] === '上' && !'以之网线晚早路海街会身手马'.includes(text[at - 2] ?? '。')
}

// 过百年, 近千年, 过万重山: a manner of speaking
const NAMED_SCALE = /^(?:年|[分重面口度字])(?!以上)/

/** What was read before its limits are: value, unit and place. */
interface Draft {
  start: number
  /** Where the number itself begins: limits are looked for before it. */
  number: number
  end: number
  value: number
  max: number | null
  unit: string
  more: boolean
}

function readNumeralAt(scan: Scan, at: number, from: number, end: number): number {
  const { text } = scan
  if (!mayBegin(text, at)) return skipRun(text, at, end)
  // 数十家, 几十人 say no number
  if (text[at] === '十' && '数几'.includes(text[at - 1] ?? '。')) return at + 1
  const phrase = setPhraseAt(text, at)
  if (phrase) return Math.min(at + phrase, end)
  const half = text[at] === '一' ? readHalfOrDouble(text, at, end) : null
  if (half) return pushShare(scan, at, half, from)
  const n = readNumber(text, at, end)
  if (!n) return at + 1
  const clock = afterClock(text, n, end)
  if (clock) return clock
  const share = readShare(text, n, end)
  if (share) return pushShare(scan, at, share, from)
  const range = readRange(text, n, end)
  if (range) return push(scan, range, from, end)
  const unit = unitOf(scan, n, end, at)
  if (!unit) return readShared(scan, n, end, from)
  return push(scan, signed(text, valued(text, n, unit, end), from), from, end)
}

/** 增速为-3.2%, 负13.5千米; but 3-5家 is a range and 表-2 a number of a table. */
function signed(text: string, draft: Draft, from: number): Draft {
  const sign = text[draft.start - 1] ?? ''
  if (draft.start <= from || !'-－−负負'.includes(sign) || sign === '') return draft
  const before = text[draft.start - 2] ?? '。'
  // 为企业减负8亿元: the letter belongs to the word before
  if ('负負'.includes(sign) && '减肩担抱背自胜正'.includes(before)) return draft
  if (!'负負'.includes(sign) && /[\dA-Za-z一二三四五六七八九十表图附]/.test(before)) return draft
  return { ...draft, start: draft.start - 1, number: draft.start - 1, value: -draft.value }
}

/** 17:00, 6:4, 0371-6212345, 2025.3.1: the whole is passed over. */
function afterClock(text: string, n: Numeral, end: number): number {
  let i = n.end
  if (!n.arabic || i >= end) return 0
  const link = text[i]!
  if (':：∶/'.includes(link) && numeralKind(text.charCodeAt(i + 1)) === ARABIC) return skipRun(text, i + 1, end)
  if (link === '-' && numeralKind(text.charCodeAt(i + 1)) === ARABIC) {
    i = skipRun(text, i + 1, end)
    return i - n.end > 6 || text[n.start] === '0' ? i : 0
  }
  return 0
}

function skipRun(text: string, at: number, end: number): number {
  let i = at
  while (i < end && (numeralKind(text.charCodeAt(i)) === ARABIC || text[i] === '.' || text[i] === '-')) i++
  return Math.max(i, at + 1)
}

function valued(text: string, n: Numeral, unit: Unit, end: number): Draft {
  const plus = unit.half ? 0.5 : 0
  const change = unit.word === '元' || unit.word === '块钱' ? readChange(text, unit.end, end) : null
  return {
    start: n.start,
    number: n.start,
    end: change?.end ?? unit.end,
    value: plus || change ? Number((n.value + plus + (change?.value ?? 0)).toPrecision(15)) : n.value,
    max: n.max,
    unit: unit.unit,
    more: n.more,
  }
}

/** 50元6角三分: the small money after 元. */
function readChange(text: string, at: number, end: number): { end: number; value: number } | null {
  let value = 0
  let i = at
  for (const [words, part] of [
    ['角毛', 10],
    ['分', 100],
  ] as const) {
    const n = i < end && numeralKind(text.charCodeAt(i)) !== NONE ? readNumber(text, i, end) : null
    if (!n || n.value > 9 || n.end >= end || !words.includes(text[n.end]!)) continue
    if (part === 100 && '之钟'.includes(text[n.end + 1] ?? '。')) continue
    value += n.value / part
    i = n.end + 1
  }
  return i > at ? { end: i, value } : null
}

const isLink = letters('—–-－~～至到')
const RANGE_LINK = /^(?:——|—|–|--?|－|~|～|至|到|－)/

/** 3—5家, 20至30万元, 5000万元至1亿元, 30%—40% */
function readRange(text: string, n: Numeral, end: number): Draft | null {
  const low = readUnit(text, n.end, end, n.arabic)
  const i = low?.end ?? n.end
  const link = i < end && isLink(text, i) ? RANGE_LINK.exec(text.slice(i, i + 2)) : null
  if (!link) return null
  const second = readNumber(text, i + link[0].length, end)
  if (!second || second.digits || text[i + link[0].length] === '-') return null
  const high = readUnit(text, second.end, end, second.arabic)
  if (!high || (low && low.unit !== high.unit)) return null
  if (!low && !n.arabic && n.digits) return null
  // 20至30万元: the first number shares the scale of the second
  const shares = n.scale === 0 && second.scale > 0 && !low && n.value < second.coefficient
  const value = shares ? Number(`${n.value}e${second.scale}`) : n.value
  if (value >= second.value) return null
  return { start: n.start, number: n.start, end: high.end, value, max: second.value, unit: high.unit, more: false }
}

// 小学、初中分别为12、8所: a number without a unit takes that of the next one in the list
function readShared(scan: Scan, n: Numeral, end: number, from: number): number {
  const { text } = scan
  if (!n.arabic || n.end >= end || !'、和'.includes(text[n.end]!) || !text.slice(Math.max(from, n.start - 30), n.start).includes('分别'))
    return n.end
  const next = readNumber(text, n.end + 1, end)
  if (!next?.arabic) return n.end
  let unit = readUnit(text, next.end, end, true)
  if (!unit && '、和'.includes(text[next.end] ?? '。')) {
    const third = readNumber(text, next.end + 1, end)
    unit = third?.arabic ? readUnit(text, third.end, end, true) : null
  }
  if (!unit) return n.end
  return push(scan, { start: n.start, number: n.start, end: n.end, value: n.value, max: null, unit: unit.unit, more: n.more }, from, n.end)
}

function pushShare(scan: Scan, at: number, share: Share, from: number): number {
  const draft: Draft = { start: at, number: at, end: share.end, value: share.value, max: share.max, unit: share.unit, more: false }
  return push(scan, draft, from, scan.end, share.bound)
}

const LENGTHS = new Set(['year', 'month', 'day', '工作日', '小时', '周', '分钟'])
const REDUCED = /(?:压缩|缩短|压减|控制|缩减|降低|降|减少|减|限定|稳定|保持)(?:至|到|在|为)?$/

/** Adds the quantity with the limits around it; gives the place where the scan goes on. */
function push(scan: Scan, draft: Draft, from: number, end: number, own: Bound = '='): number {
  const { text } = scan
  const before = boundBefore(text, from, draft.number)
  const after = boundAfter(text, draft.end, end)
  const start = before?.at ?? draft.start
  // 压缩至3个工作日内: a figure to reach, and no time allowed
  const inside =
    !after &&
    draft.end < end &&
    text[draft.end] === '内' &&
    LENGTHS.has(draft.unit) &&
    REDUCED.test(text.slice(Math.max(from, draft.number - 5), draft.number))
  const stop = after?.at ?? (inside ? draft.end + 1 : draft.end)
  let bound: Bound = own
  if (draft.max !== null) bound = '≥'
  if (draft.more) bound = '>'
  if (inside) bound = '≤'
  if (bound === '=') bound = boundEarlier(text, from, draft.number) ?? bound
  if (after && (bound === '=' || after.bound !== '≈')) bound = after.bound
  if (before && (bound === '=' || before.bound !== '≈') && !(after && before.bound === '≈')) bound = before.bound
  // 控制在110平方米左右: the nearest word says how exactly
  if (after?.bound === '≈' && text.startsWith('控制在', before?.at)) bound = '≈'
  const change = changeBefore(text, from, start)
  const q: RawQuantity = {
    span: [start, stop],
    text: text.slice(start, stop),
    value: draft.value,
    unit: draft.unit,
    bound,
    of: measuredBy(text, scan.from, start),
    subject: null,
  }
  if (draft.max !== null) q.max = draft.max
  if (change) q.change = change
  scan.found.push(q)
  return stop
}
