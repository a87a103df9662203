// Finds line breaks that a column or a page put inside a sentence; never joins a heading, a list item, a label line or a signature to what follows.

import { letters } from './letters.ts'
import { readOrdinal } from './ordinal.ts'
import { readRow } from './table.ts'
import type { Mend } from './text.ts'

interface Printed {
  /** Without white space at the edges. */
  start: number
  end: number
  indented: boolean
  /** Empty lines before it. */
  gap: number
}

const isStop = letters('。！？!?：:…')
const isClosing = letters('”’」』）)"')
const HAS_PAUSE = /[，。；,;]/
// 牵头单位：县农业农村局    联系人：张三
const LABEL = /^[（(]?[\u4e00-\u9fff]{2,8}(?:[（(][^（）()：:\n]{2,20}[）)])?[：:][\s　]*\S/
const DATE_LINE = /^[（(]?(?:\d{4}|[二〇○零一九]{4})\s*年.{0,12}日(?:印发)?[）)]?$/u
// 关于……的通知: a title may be printed on two lines
const TITLE_END = /(?:通知|通报|方案|意见|办法|纪要|决定|报告|公告|通告|要点|规划|计划|细则|函|批复|请示|令)$/u

/** One mend for each break inside a sentence; its span covers the white space around the break. */
export function findBreaks(text: string): Mend[] {
  const lines = printedLines(text)
  const mends: Mend[] = []
  const widths = blockWidths(lines)
  for (let i = 0; i + 1 < lines.length; i++) {
    if (belongTogether(text, lines, i, widths)) mends.push({ start: lines[i]!.end, end: lines[i + 1]!.start, now: '', kind: 'join-lines' })
  }
  return mends
}

function printedLines(text: string): Printed[] {
  const lines: Printed[] = []
  let gap = 0
  let at = 0
  while (at <= text.length) {
    const brk = lineEnd(text, at)
    let start = at
    let end = brk
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (end > start) {
      lines.push({ start, end, indented: start > at, gap })
      gap = 0
    } else gap++
    at = brk + (text.charCodeAt(brk) === 13 && text.charCodeAt(brk + 1) === 10 ? 2 : 1)
  }
  return lines
}

function lineEnd(text: string, at: number): number {
  const n = text.indexOf('\n', at)
  return n < 0 ? text.length : n > at && text.charCodeAt(n - 1) === 13 ? n - 1 : n
}

/** Space, tab, no-break and ideographic space, and the marks that print nothing. */
export function isBlank(code: number): boolean {
  if (code > 0x3000 && code !== 0xfeff) return false
  return (
    code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d)
  )
}

/** For each line the width of the longest line of its block (lines without an empty line between). */
function blockWidths(lines: readonly Printed[]): number[] {
  const widths: number[] = []
  for (let i = 0; i < lines.length; ) {
    let j = i
    let widest = 0
    do widest = Math.max(widest, lines[j]!.end - lines[j]!.start)
    while (++j < lines.length && lines[j]!.gap === 0)
    while (i < j) widths[i++] = widest
  }
  return widths
}

function belongTogether(text: string, lines: readonly Printed[], i: number, widths: readonly number[]): boolean {
  const above = lines[i]!
  const below = lines[i + 1]!
  const width = above.end - above.start
  if (endsSentence(text, above)) return false
  const tail = text.slice(Math.max(above.start, above.end - 4), above.end)
  const head = text.slice(below.start, Math.min(below.end, below.start + 12))
  const code = text.charCodeAt(above.start)
  if (code === 0x23 || head.charCodeAt(0) === 0x23) return false
  if (LABEL.test(head) || readOrdinal(text, below.start) || /^附[件：:]/.test(head)) return false
  if (readRow(text, above.start, above.end) || readRow(text, below.start, below.end)) return false
  if (below.end - below.start < 24 && DATE_LINE.test(text.slice(below.start, below.end))) return false
  if (/^[，。、；,;”’》〉）)]/.test(head)) return true
  const paused = hasPause(text, above) || isSpoken(text, above)
  if (below.gap === 0) {
    if (isSplitTitle(text, above, below)) return true
    if (isWholeTitle(text, above)) return false
    if (below.indented && !above.indented) return false
    if (below.indented) return false
    const heading = !paused && readOrdinal(text, above.start) !== null
    return !heading && width >= 14 && (width >= widths[i]! * 0.75 || isWrapped(text, lines, i)) && (paused || hasPause(text, below))
  }
  if (/[；;）)]$/.test(tail) || isSigned(text, lines, i + 1)) return false
  // A paragraph cut by a column: it has run on for some clauses and stops without a mark.
  return paused && !below.indented && width >= 12 && !LABEL.test(text.slice(above.start, above.start + 10))
}

/** The line above or below is as wide: a paragraph was wrapped here, though another of the block was not. */
function isWrapped(text: string, lines: readonly Printed[], i: number): boolean {
  // 固定资产投资｜38.9亿元｜-7.5%: the rows of a table are alike, and each is whole
  if (/[｜|\t]/.test(text.slice(lines[i]!.start, lines[i]!.end))) return false
  const width = (k: number) => lines[k]!.end - lines[k]!.start
  const like = (k: number) => Math.abs(width(k) - width(i)) < 4
  return width(i) >= 20 && (like(i + 1) || (i > 0 && lines[i]!.gap === 0 && like(i - 1)))
}

/** A full stop or a colon, with the marks that close what it stands in. */
function endsSentence(text: string, line: Printed): boolean {
  let at = line.end - 1
  const least = Math.max(line.start, line.end - 4)
  while (at >= least && isClosing(text, at)) at--
  return at >= least && isStop(text, at)
}

function hasPause(text: string, line: Printed): boolean {
  return HAS_PAUSE.test(text.slice(line.start, Math.min(line.end, line.start + 4000)))
}

/** 一是…… 二要……: opens a sentence, so that a line which starts with it is no heading. */
function isSpoken(text: string, line: Printed): boolean {
  const kind = readOrdinal(text, line.start)?.kind
  return kind === 'is' || kind === 'must' || kind === 'first'
}

/** A body's name with a date below it: the signature. */
function isSigned(text: string, lines: readonly Printed[], i: number): boolean {
  const [name, date] = [lines[i]!, lines[i + 1]]
  if (!date || name.end - name.start > 30 || date.end - date.start > 24 || hasPause(text, name)) return false
  return DATE_LINE.test(text.slice(date.start, date.end))
}

/** 青禾县人民政府关于……的通知: a title that is whole, with the recipients straight below it. */
function isWholeTitle(text: string, line: Printed): boolean {
  if (line.end - line.start > 60 || hasPause(text, line)) return false
  return WHOLE_TITLE.test(text.slice(line.start, line.end))
}

const WHOLE_TITLE =
  /^#{0,3}\s*(?:[\u4e00-\u9fff]{4,20})?关于.{3,}(?:通知|通报|方案|意见|办法|纪要|决定|报告|公告|通告|要点|细则|函|批复|请示)$/u

/** 关于切实做好秸秆禁烧 / 和综合利用工作的通知 */
function isSplitTitle(text: string, above: Printed, below: Printed): boolean {
  const a = text.slice(above.start, Math.min(above.end, above.start + 60))
  const b = text.slice(below.start, Math.min(below.end, below.start + 60))
  return /关于/.test(a) && !TITLE_END.test(a) && TITLE_END.test(b) && !HAS_PAUSE.test(a + b) && a.length < 50 && b.length < 40
}
