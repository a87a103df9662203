// Reads one number where it stands: Arabic, full-width, Chinese and 大写 numerals and their chains; knows no units and no dates.

import { letters } from './letters.ts'

/** A number read at a place in a text. */
export interface Numeral {
  start: number
  end: number
  /** Exact: 673.94亿 is 67394000000. The low end of an approximate pair (三五 → 3). */
  value: number
  /** The high end of an approximate pair (三五 → 5, 二三十 → 30). */
  max: number | null
  /** 余, 多 or 几 stands inside or after: the true value is higher. */
  more: boolean
  /** Written with Arabic digits, wholly or in part. */
  arabic: boolean
  /** Power of ten of the last 万 or 亿 that closes the number, 0 when there is none (30万 → 4). */
  scale: number
  /** The value without that scale (30万 → 30). */
  coefficient: number
  /** Chinese digits in a row, as in a year or a telephone number (二〇二六). */
  digits: boolean
}

export const NONE = 0
export const ARABIC = 1
export const DIGIT = 2
export const SMALL = 3
export const BIG = 4

const kinds = new Uint8Array(0x10000)
const worth = new Uint8Array(0x10000)
/** Every letter that numbers are written with. */
export const NUMERALS: number[] = []

function teach(kind: number, values: readonly (readonly [string, number])[]) {
  for (const [letters, value] of values)
    for (const letter of letters) {
      NUMERALS.push(letter.charCodeAt(0))
      kinds[letter.charCodeAt(0)] = kind
      worth[letter.charCodeAt(0)] = value
    }
}
teach(
  ARABIC,
  [...'0123456789'].map((d, i) => [d + String.fromCharCode(0xff10 + i), i] as const),
)
teach(DIGIT, [
  ['零〇○', 0],
  ['一壹弌', 1],
  ['二两贰貳倆兩', 2],
  ['三叁參叄', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
])
teach(SMALL, [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
])
teach(BIG, [
  ['万萬', 4],
  ['亿億', 8],
  ['兆', 12],
])

const isMinus = letters('负負-－−')

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

/** The digits with a power of ten behind them, exact: 673.94 and 8 give 67394000000. */
function exact(digits: string, power: number): number {
  const n = Number(digits)
  // whole numbers of few digits are exact in a double; decimals go through their text
  return power === 0
    ? n
    : power > 0 && power <= 12 && digits.length < 4 && !digits.includes('.')
      ? n * POWERS[power]!
      : Number(`${digits}e${power}`)
}

/** What a character is in a number: NONE, ARABIC, DIGIT (一), SMALL (十百千) or BIG (万亿). */
export function numeralKind(code: number): number {
  return kinds[code]!
}

/** The digit of an ARABIC or DIGIT character, the power of ten of a SMALL or BIG one. */
export function numeralWorth(code: number): number {
  return worth[code]!
}

// 千瓦, 百分点, 兆赫: here the letter begins a unit and does not scale the number (300千瓦, 1.8百分点).
const UNIT_AFTER: Record<string, string> = {
  千: '瓦克米卡伏帕赫焦字',
  百: '分',
  万: '分',
  兆: '瓦赫字比帕焦欧伏',
}

/** Whether the character at `i` scales the number before it. */
function scales(text: string, i: number): boolean {
  const next = text[i + 1]
  return next === undefined || !UNIT_AFTER[text[i]!]?.includes(next)
}

const isMore = letters('余多几餘幾')

/** One stretch below 万, with the powers of ten of small units already in `value`. */
interface Group {
  end: number
  /** Decimal digits, so that a power of ten can be put behind them without rounding. */
  digits: string
  power: number
  max: string | null
  more: boolean
  arabic: boolean
  row: boolean
  zero: boolean
  /** A lone digit, which after 万 or 千 stands for the next place: 一万三. */
  lone: boolean
  /** Power of ten of the last small unit. */
  last: number
}

/** The number that begins at `at` and ends at or before `end`; null when none does. Linear in the number. */
export function readNumber(text: string, at: number, end: number): Numeral | null {
  let i = at
  const negative = isMinus(text, i)
  if (negative) i++
  let total = 0
  let high: number | null = null
  let more = false
  let arabic = false
  let row = false
  let limit = Number.POSITIVE_INFINITY
  let scale = 0
  let coefficient = 0
  let groups = 0
  while (i < end) {
    const g = readGroup(text, i, end, groups > 0)
    if (!g) break
    let power = g.power
    let j = g.end
    let big = 0
    if (!(g.row && !g.max)) {
      if (isMore(text, j) && j + 1 < end && kinds[text.charCodeAt(j + 1)] === BIG) {
        g.more = true
        j++
      }
      while (j < end && kinds[text.charCodeAt(j)] === BIG && scales(text, j)) big += worth[text.charCodeAt(j++)]!
    }
    power += big
    const unit = big || g.last
    if (groups > 0 && big > limit && !g.arabic && limit <= 4) {
      // 一万五千亿: 亿 scales all that stands before it
      total = (total + exact(g.digits, g.power)) * 10 ** big
      scale = big
      limit = big
      groups++
      i = j
      continue
    }
    if (groups > 0 && unit >= limit) break
    const shift = groups > 0 && g.lone && !g.zero && big === 0 && !g.arabic ? limit - 1 : power
    const value = exact(g.digits, shift)
    if (groups > 0 && g.lone && g.arabic && big === 0 && g.digits.length !== limit) break
    total += value
    if (g.max) high = total - value + exact(g.max, power)
    more ||= g.more
    arabic ||= g.arabic
    row = groups === 0 && g.row && g.max === null
    scale = big
    coefficient = exact(g.digits, g.power)
    limit = unit
    groups++
    i = j
    if (unit === 0 || high !== null || g.more) break
  }
  if (groups === 0) return null
  if (groups > 1) {
    scale = 0
    coefficient = total
  }
  if (!more && i < end && isMore(text, i) && (text[i] !== '几' || limit > 0)) {
    more = true
    i++
  }
  return { start: at, end: i, value: negative ? -total : total, max: high, more, arabic, scale, coefficient, digits: row }
}

function readGroup(text: string, at: number, end: number, inside: boolean): Group | null {
  const kind = kinds[text.charCodeAt(at)]!
  if (kind === ARABIC) return readArabic(text, at, end)
  if (kind === DIGIT || (kind === SMALL && worth[text.charCodeAt(at)] === 1)) return readChinese(text, at, end, inside)
  return null
}

function afterDigits(text: string, at: number, end: number): number {
  let i = at
  while (i < end && kinds[text.charCodeAt(i)] === ARABIC) i++
  return i
}

/** ４５ → 45 */
function asciiDigits(text: string, from: number, to: number): string {
  const digits = text.slice(from, to)
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 0x39) return digits.normalize('NFKC')
  return digits
}

/** 4,565  ４，５６５  1.0753  3百  5千 */
function readArabic(text: string, at: number, end: number): Group {
  let i = afterDigits(text, at, end)
  let digits = asciiDigits(text, at, i)
  if (digits.length <= 3) {
    for (;;) {
      const comma = text[i] === ',' || (text[i] === '，' && text.charCodeAt(i + 1) >= 0xff10)
      if (!comma || i + 3 >= end) break
      const stop = afterDigits(text, i + 1, end)
      if (stop - i !== 4) break
      digits += asciiDigits(text, i + 1, stop)
      i = stop
    }
  }
  const point = text[i]
  if ((point === '.' || point === '．') && i + 1 < end && kinds[text.charCodeAt(i + 1)] === ARABIC) {
    const stop = afterDigits(text, i + 1, end)
    digits += `.${asciiDigits(text, i + 1, stop)}`
    i = stop
  }
  let more = false
  if (isMore(text, i) && i + 1 < end && kinds[text.charCodeAt(i + 1)] === SMALL) {
    more = true
    i++
  }
  let power = 0
  while (i < end && kinds[text.charCodeAt(i)] === SMALL && worth[text.charCodeAt(i)]! > 1 && scales(text, i))
    power += worth[text.charCodeAt(i++)]!
  return { end: i, digits, power, max: null, more, arabic: true, row: false, zero: false, lone: power === 0, last: power }
}

/** 一千两百三十四  拾万零五十六点叁叁  二〇二六  三五（十）  十五六 */
function readChinese(text: string, at: number, end: number, inside: boolean): Group | null {
  const row = inside ? null : readRow(text, at, end)
  if (row) return row
  let i = at
  let sum = 0
  let last = 5
  let pending = -1
  let zero = false
  let max: string | null = null
  let units = 0
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code]
    const value = worth[code]!
    if (kind === DIGIT && value === 0) {
      // 零点五, and 零 alone
      if (i === at && (text[i + 1] === '点' || i + 1 >= end || kinds[text.charCodeAt(i + 1)] === NONE)) {
        pending = 0
        continue
      }
      if (pending >= 0 || kinds[text.charCodeAt(i + 1)] === NONE || i + 1 >= end) break
      zero = true
    } else if (kind === DIGIT) {
      if (pending >= 0) {
        // 十五六 → 15 to 16
        if (last === 1 && value === pending + 1) {
          max = String(sum + value)
          i++
        }
        break
      }
      pending = value
    } else if (kind === SMALL && value < last && scales(text, i)) {
      if (pending < 0 && !(value === 1 && (units === 0 || zero))) break
      sum += (pending < 0 ? 1 : pending) * 10 ** value
      last = value
      pending = -1
      zero = false
      units++
    } else break
  }
  if (i === at || (units === 0 && pending < 0)) return null
  if (pending >= 0) sum += units > 0 && last > 1 && !zero && !max ? pending * 10 ** (last - 1) : pending
  const lone = units === 0
  let digits = String(sum)
  if (text[i] === '点' || text[i] === '點') {
    const decimals = readDecimals(text, i + 1, end)
    if (decimals) {
      digits += `.${decimals}`
      i += 1 + decimals.length
    }
  }
  return { end: i, digits, power: 0, max, more: false, arabic: false, row: false, zero, lone, last: pending >= 0 || lone ? 0 : last }
}

/** The digits after 点: 十点五, 点叁叁; none when they make an hour (九点二十). */
function readDecimals(text: string, at: number, end: number): string {
  let i = at
  let digits = ''
  while (i < end && kinds[text.charCodeAt(i)] === DIGIT) digits += worth[text.charCodeAt(i++)]
  return i < end && kinds[text.charCodeAt(i)] === SMALL ? '' : digits
}

/** Chinese digits in a row: a written-out number (二〇二六) or an approximate pair (三五家, 七八十人). */
function readRow(text: string, at: number, end: number): Group | null {
  let i = at
  let digits = ''
  while (i < end && kinds[text.charCodeAt(i)] === DIGIT) digits += worth[text.charCodeAt(i++)]
  if (digits.length < 2) return null
  const [a, b] = [Number(digits[0]), Number(digits[1])]
  const pair = digits.length === 2 && a > 0 && (b === a + 1 || (a === 3 && b === 5))
  const scaled = i < end && kinds[text.charCodeAt(i)] === SMALL && scales(text, i)
  if (scaled && !pair) return null
  let power = 0
  if (scaled) power = worth[text.charCodeAt(i++)]!
  return {
    end: i,
    digits: pair ? String(a) : digits,
    power,
    max: pair ? String(b) : null,
    more: false,
    arabic: false,
    row: true,
    zero: false,
    lone: false,
    last: power,
  }
}
