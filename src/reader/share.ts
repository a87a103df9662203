// Reads parts of a whole said in words: 三分之一, 两成五, 百分之六十, 一半, 过半, 翻一番; also ranks (第5位). Reads no units.

import { DIGIT, type Numeral, numeralKind, numeralWorth, readNumber } from './number.ts'
import type { Bound } from './reading.ts'

export interface Share {
  end: number
  value: number
  max: number | null
  unit: string
  bound: Bound
}

// 成立, 成为, 成果 and the like begin another word: 十三成立 is no share.
const NOT_TENTHS = new Set('立为果功员本长绩效都熟品套群就年人交份败')

/** 三分之一, 百分之五, 千分之三, 二成五, 七成: a part of a whole that begins with the number `n`. */
export function readShare(text: string, n: Numeral, end: number): Share | null {
  const i = n.end
  if (text[i] === '分' && text[i + 1] === '之') {
    if (n.value === 100 && text[i + 2] === '百' && i + 2 < end) return { end: i + 3, value: 100, max: null, unit: '%', bound: '=' }
    const top = readNumber(text, i + 2, end)
    if (!top || n.value <= 0) return null
    const bound: Bound = top.more ? '>' : '='
    const { end: stop, value, max } = top
    if (n.value === 100) return { end: stop, value, max, unit: '%', bound }
    if (n.value === 1000) return { end: stop, value, max, unit: '‰', bound }
    if (n.value === 10000) return { end: stop, value: value / 100, max: max && max / 100, unit: '%', bound }
    if (value >= n.value) return null
    return { end: stop, value: cents((value / n.value) * 100), max: null, unit: '%', bound }
  }
  if (text[i] === '成' && i < end && n.scale === 0 && n.value <= 10 && !n.digits && !NOT_TENTHS.has(text[i + 1] ?? ''))
    return readTenths(text, n, i + 1, end)
  return null
}

function readTenths(text: string, n: Numeral, at: number, end: number): Share {
  const tenths = cents(n.value * 10)
  const max = n.max === null ? null : cents(n.max * 10)
  const bound: Bound = n.more ? '>' : '='
  if (at < end && text[at] === '半') return { end: at + 1, value: tenths + 5, max, unit: '%', bound }
  if (at < end && text[at] === '多') return { end: at + 1, value: tenths, max, unit: '%', bound: '>' }
  const code = text.charCodeAt(at)
  // 九成五, but not 三成一个
  if (at < end && numeralKind(code) === DIGIT && numeralWorth(code) > 0 && !'个家项成'.includes(text[at + 1] ?? '。'))
    return { end: at + 1, value: tenths + numeralWorth(code), max, unit: '%', bound }
  return { end: at, value: tenths, max, unit: '%', bound }
}

/** 一半, 过半, 半数, 翻一番, 翻了两番, 翻番: shares without a number of their own, at `at`. */
export function readHalfOrDouble(text: string, at: number, end: number): Share | null {
  const letter = text[at]
  if (letter !== '一' && letter !== '过' && letter !== '半' && letter !== '翻') return null
  const rest = text.slice(at, Math.min(end, at + 4))
  if (rest.startsWith('一半') && !'年天月个'.includes(rest[2] ?? '。')) return { end: at + 2, value: 50, max: null, unit: '%', bound: '=' }
  if (rest.startsWith('过半') && !'年天月个小日程山百辈生世'.includes(rest[2] ?? '。') && text[at - 1] !== '双')
    return { end: at + (rest[2] === '数' ? 3 : 2), value: 50, max: null, unit: '%', bound: '>' }
  if (rest.startsWith('半数') && text[at - 1] !== '过') return { end: at + 2, value: 50, max: null, unit: '%', bound: '=' }
  const double = letter !== '翻' ? null : /^翻了?([一两三])?番/.exec(rest)
  if (double)
    return { end: at + double[0].length, value: 2 ** (double[1] ? ' 一两三'.indexOf(double[1]) : 1), max: null, unit: '倍', bound: '=' }
  return null
}

/** 第5位, 第二名, 居全省第三, 前三名, 后3位, 末三位; 第一中学, 第62次 and 前三季度 are none. */
export function readRank(text: string, at: number, from: number, end: number): Share | null {
  const head = text[at]
  const n = readNumber(text, at + 1, end)
  if (!n || n.more || n.scale || n.max !== null || n.value < 1 || n.value > 5000) return null
  const next = text[n.end]
  const closed = n.end >= end || (next !== undefined && '，,。；;、）)”"！'.includes(next))
  if (head === '第') {
    if (next === '位' && n.end < end && !'置于次'.includes(text[n.end + 1] ?? '。')) return rank(n.end + 1, n.value, '=')
    if (next === '名' && n.end < end) return rank(n.end + 1, n.value, '=')
    return closed && isRanked(text, at, from) ? rank(n.end, n.value, '=') : null
  }
  const bound: Bound = head === '前' ? '≤' : '='
  if ((next === '位' || next === '名' || next === '强') && n.end < end) return rank(n.end + 1, n.value, bound)
  return head === '前' && closed && n.value <= 100 && isRanked(text, at, from) ? rank(n.end, n.value, bound) : null
}

function rank(end: number, value: number, bound: Bound): Share {
  return { end, value, max: null, unit: 'rank', bound }
}

// 增速居全市第三, 排名全省前三
function isRanked(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 8), at)
  return /居|列|排|名次|进入|跻身|保持|全省|全市|全国|争|位次/.test(before)
}

/** Two decimals, as 66.67 for two thirds. */
function cents(x: number): number {
  return Math.round(x * 100) / 100
}
