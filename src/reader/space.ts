// Finds stray blanks inside printed lines; never removes indentation, wide gaps of a layout, or the blank inside a name, a headline or Latin words.

import { isBlank } from './breaks.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { readOrdinal } from './ordinal.ts'
import { readRow } from './table.ts'
import type { Mend } from './text.ts'
import { SURNAMES } from './words/surname.ts'

const HAN = /[\u4e00-\u9fff]/
const PAUSE = /[，。；！？、,;]/

/** One mend for each stray blank. Linear: every line is looked at once. */
export function findSpaces(text: string): Mend[] {
  const mends: Mend[] = []
  let at = 0
  while (at < text.length) {
    const n = text.indexOf('\n', at)
    const end = n < 0 ? text.length : n
    findInLine(text, at, end, mends)
    at = end + 1
  }
  return mends
}

function findInLine(text: string, lineStart: number, lineEnd: number, mends: Mend[]): void {
  let start = lineStart
  let end = lineEnd
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  if (readRow(text, start, end)) return
  const ordinal = readOrdinal(text, start)
  // 1. 加强领导: the blank after a number is set on purpose
  const numbered = ordinal ? start + ordinal.length : -1
  let prose: boolean | null = null
  let spread: boolean | null = null
  let roled: boolean | null = null
  for (let i = start; i < end; i++) {
    if (i === numbered || !isBlank(text.charCodeAt(i))) continue
    let j = i + 1
    while (j < end && isBlank(text.charCodeAt(j))) j++
    // 第三条 县民政局负责……: the ordinal may take in its blank
    if (j === numbered) continue
    prose ??= text.charCodeAt(start) !== 0x23 && end - start > 12 && PAUSE.test(text.slice(start, Math.min(end, start + 4000)))
    spread ??= prose && spreadsNames(text.slice(start, Math.min(end, start + 4000)))
    roled ??= HAS_ROLE.test(text.slice(start, Math.min(end, start + 4000)))
    if (isStray(text, i, j, prose, roled || end - start > 4000) && !(prose && isNamePadding(text, i, j, start, end, spread)))
      for (let k = i; k < j; k++) mends.push({ start: k, end: k + 1, now: '', kind: 'drop-space' })
    i = j - 1
  }
}

const isMark = letters(',.;:!?')

function isStray(text: string, from: number, to: number, prose: boolean, roled: boolean): boolean {
  for (let k = from; k < to; k++) if (isInvisible(text.charCodeAt(k))) return to - from === 1
  if (to - from > 2 || (to - from === 2 && !prose)) return false
  for (let k = from; k < to; k++) if (text.charCodeAt(k) === 0x3000 || text.charCodeAt(k) === 9) return false
  const a = text[from - 1]!
  const b = text[to]!
  if (isWord(a) && isWord(b)) return false
  if (!prose) return isCounted(a, b, text, from)
  if (isMark(text, from - 1) && isWord(b) && isWord(text[from - 2] ?? '')) return false
  return !(roled && afterRoleWord(text, from))
}

/** Zero-width blanks and byte-order marks inside a line. */
function isInvisible(code: number): boolean {
  return code === 0xfeff || (code >= 0x200b && code <= 0x200d)
}

/** Latin letters and digits: Chinese printing keeps the blank between two of them. */
function isWord(c: string): boolean {
  return !isHan(c.charCodeAt(0)) && /[\p{Script=Latin}\p{N}]/u.test(c)
}

/** Outside prose only the blanks inside a number with its unit go: 2026 年 3 月 20 日, 第 60 位. */
function isCounted(a: string, b: string, text: string, from: number): boolean {
  if (/\d/.test(a) && /[年月日号时点分位名个项家户亩万亿元吨米次%％]/.test(b)) return true
  return (
    /[年月第]/.test(a) && /\d/.test(b) && /[\d第]/.test(a === '第' ? a : (text.slice(Math.max(0, from - 4), from).match(/\d/)?.[0] ?? ''))
  )
}

// 、王 强、李 明、
const SPREAD = /(?<=[、，：:\s　])[\u4e00-\u9fff] [\u4e00-\u9fff](?=[、，。；\s　]|等|$)/g
const BLANK_IN_WORDS = /(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g
// 龚 正出席会议
const AFTER_NAME = /^(?:出席|主持|同志|等|一行|讲话|带队|带领|率|赴|到|在|作|参加|陪同|指出|强调|要求|表示)/

/** The line spreads names on purpose: two or more of them, and hardly a blank elsewhere. A column that was cut leaves blanks everywhere. */
function spreadsNames(line: string): boolean {
  const names = line.match(SPREAD)?.length ?? 0
  return names > 1 && (line.match(BLANK_IN_WORDS)?.length ?? 0) < names + 3
}

/** 市长 龚 正 、王 强、: a name of two characters spread to the width of three; also the blank before such a name. */
function isNamePadding(text: string, from: number, to: number, start: number, end: number, spread: boolean): boolean {
  if (!isHan(text.charCodeAt(to))) return false
  const isEdge = (i: number) => i < start || i >= end || !HAN.test(text[i]!) || AFTER_NAME.test(text.slice(i, i + 2))
  if (SURNAMES.has(text[from - 1]!)) {
    const before = from - 2
    if (before >= start && isBlank(text.charCodeAt(before))) return isEdge(to + 1)
    if (spread && (before < start || !HAN.test(text[before]!))) return isEdge(to + 1)
  }
  return SURNAMES.has(text[to]!) && to + 2 < end && text[to + 1] === ' ' && HAN.test(text[to + 2]!) && isEdge(to + 3)
}

const HAS_ROLE = /记者|通讯员|摄影|责编|校对|供稿/

/** （记者 白露）: the blank between the role and the name is printed on purpose. */
function afterRoleWord(text: string, from: number): boolean {
  const near = text.slice(Math.max(0, from - 30), from)
  if (!HAS_ROLE.test(near)) return false
  if (/(?:记者|通讯员|摄影|责编|校对|供稿)$/.test(near)) return true
  return /[（(](?:本报)?(?:记者|通讯员)[^）)。，]*$/.test(near)
}
