// Cuts repaired text into lines, sentences and numbered items with their nesting; never judges what an item means.

import { isBlank } from './breaks.ts'
import { closesItems, closesList, noteFrom } from './close.ts'
import type { ArticleFacts, Line, Sentence } from './context.ts'
import { type Ordinal, type OrdinalKind, readHead, readOrdinal } from './ordinal.ts'
import type { Doubt, Span } from './reading.ts'
import { readRow } from './table.ts'

/** One numbered item. Spans in repaired offsets. */
export interface Item {
  ordinal: Ordinal
  start: number
  /** First character of the item's own words. */
  words: number
  /** End of its own words: where the first child starts, or the end of the item. */
  end: number
  /** Numbers of the enclosing items and its own, counted within each list. */
  path: number[]
  parent: Item | null
  children: Item[]
  article: number
  /** First item of its list. */
  first: Item
}

/** A sentence longer than this is cut, so that no parser meets an endless one. */
const LONGEST = 1200

/** The lines of the text that have something on them. */
export function cutLines(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= text.length; ) {
    const n = text.indexOf('\n', at)
    const brk = n < 0 ? text.length : n
    let start = at
    let end = brk
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (end > start) lines.push({ start, end, article: -1, role: 'body' })
    at = brk + 1
  }
  return lines
}

/** Stands for every list of a sentence until its parser gives the list found. */
const UNREAD: never[] = []

/** Sentences end at 。！？ with the closing marks that follow, and at line ends. */
export function cutSentences(text: string, lines: readonly Line[]): Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  lines.forEach((line, index) => {
    let from = line.start
    const head = readHead(text, line.start, next)
    if (head) next = head.kind === 'digit' ? head.number + 1 : 0
    for (let i = line.start; i < line.end; i++) {
      const c = text.charCodeAt(i)
      const stop = c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 0x21 || c === 0x3f
      if (!stop && i - from < LONGEST) continue
      let to = i + 1
      while (stop && to < line.end && '”’」』）)"'.includes(text[to]!)) to++
      if (isLow(text.charCodeAt(to))) to++
      push(from, to)
      from = to
      i = to - 1
    }
    push(from, line.end)

    function push(start: number, end: number) {
      while (start < end && isBlank(text.charCodeAt(start))) start++
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--
      if (start === line.start && head) start += ordinalBeforeFigure(text, start, head)
      if (end > start)
        sentences.push({
          start,
          end,
          line: index,
          article: line.article,
          dates: UNREAD,
          quantities: UNREAD,
          frames: UNREAD,
          people: UNREAD,
          units: UNREAD,
          indicators: UNREAD,
          projects: UNREAD,
          posts: UNREAD,
          titles: null,
        })
    }
  })
  return sentences
}

/** 2.500万元, 1.2026年: the length of an ordinal that would run into the figure behind it; 0 where none does. */
function ordinalBeforeFigure(text: string, at: number, head: Ordinal): number {
  if (head.kind !== 'digit') return 0
  const next = text.charCodeAt(at + head.length)
  return next >= 0x30 && next <= 0x39 ? head.length : 0
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

const SPOKEN: ReadonlySet<OrdinalKind> = new Set(['is', 'must', 'nth', 'first'])

export function isSpoken(kind: OrdinalKind): boolean {
  return SPOKEN.has(kind)
}

// Where an ordinal may stand inside a line: spoken ones after any pause, written ones only after a stop, semicolon or colon.
const [WRITTEN, SPOKEN_ONLY] = [2, 1]
const BEFORE = new Uint8Array(65536)
for (const c of '？，,!?”"“') BEFORE[c.charCodeAt(0)] = SPOKEN_ONLY
for (const c of '。；：;:！') BEFORE[c.charCodeAt(0)] = WRITTEN

/** The numbered items of one article from its own lines, in order, with nesting; gaps and repetitions in a list are doubts (spans in repaired offsets). */
export function findItems(text: string, article: ArticleFacts, lines: readonly Line[]): { items: Item[]; doubts: Doubt[] } {
  const items: Item[] = []
  const doubts: Doubt[] = []
  let open: Item[] = []
  const latest = new Map<OrdinalKind, Item>()
  for (const line of lines) {
    let start = line.start
    if (closesItems(text, article, line)) {
      close(start)
      open = []
      start = noteFrom(text, article, line)
      if (start === line.end) continue
    }
    if (open.length && closesList(text, line, open.at(-1)!)) {
      close(line.start)
      open = []
    }
    const row = readRow(text, start, line.end)
    if (row) {
      add(row.ordinal, start)
      items.at(-1)!.end = line.end
      continue
    }
    const head = readHead(text, start + headingMark(text, start), nextNumber(open))
    // A spoken list lives in one run of paragraphs: a paragraph without an ordinal ends it.
    if (!head) while (open.length && isSpoken(open.at(-1)!.ordinal.kind)) open.pop()!.end ||= start
    for (let at = start; at < line.end; at++) {
      const ordinal = at === start ? head : BEFORE[text.charCodeAt(at - 1)] ? inLine(text, at) : null
      if (!ordinal) continue
      add(ordinal, at)
      at += ordinal.length - 1
    }
  }
  close(article.end)
  for (const item of items) item.end = trimEnd(text, item.words, item.children[0] ? Math.min(item.children[0].start, item.end) : item.end)
  return { items, doubts }

  function close(at: number) {
    for (const item of open) item.end ||= at
  }

  /** The number that a line 2.…… would have to carry on with. */
  function nextNumber(open: readonly Item[]): number {
    const last = open.findLast(i => i.ordinal.kind === 'digit')
    return last ? last.ordinal.number + 1 : 0
  }

  function add(ordinal: Ordinal, at: number) {
    let level = open.findIndex(i => i.ordinal.kind === ordinal.kind)
    if (level < 0) level = open.length
    // A written list never hangs under a spoken one in a later paragraph.
    while (level > 0 && isSpoken(open[level - 1]!.ordinal.kind) && !isSpoken(ordinal.kind)) level--
    const before = open[level]?.ordinal.kind === ordinal.kind ? open[level]! : null
    for (const item of open.splice(level)) item.end ||= at
    const parent = open.at(-1) ?? null
    const number = ordinal.number === -1 ? (before?.ordinal.number ?? 0) + 1 : ordinal.number
    const item: Item = {
      ordinal: { ...ordinal, number },
      start: at,
      words: at + ordinal.length,
      end: 0,
      path: [],
      parent,
      children: [],
      article: article.index,
      first: null as unknown as Item,
    }
    const restarts = !before || (number === 1 && before.ordinal.number >= 1)
    item.first = restarts ? item : before.first
    const previous = restarts ? (latest.get(ordinal.kind) ?? null) : before
    const expected = (previous?.ordinal.number ?? 0) + 1
    const continued = restarts && previous !== null && number === expected
    const offset = continued || number < 1 ? number - 1 : 0
    item.path = [...(parent?.path ?? []), restarts ? number - offset : before.path.at(-1)! + (number - before.ordinal.number)]
    if (!restarts) check(before, item)
    parent?.children.push(item)
    items.push(item)
    latest.set(ordinal.kind, item)
    open.push(item)
  }

  function check(before: Item, item: Item) {
    const span: Span = [item.start, Math.min(item.words, item.start + 4)]
    const step = item.ordinal.number - before.ordinal.number
    if (step === 0) doubts.push({ span, code: 'list-repeated', facts: { ordinal: item.ordinal.name } })
    else if (step > 1)
      doubts.push({
        span,
        code: 'list-gap',
        facts: { after: before.ordinal.name, before: item.ordinal.name, missing: missingNames(before.ordinal, item.ordinal) },
      })
  }
}

const DIGITS = '一二三四五六七八九十'

/** 一是 … 三是 → 二是 */
function missingNames(after: Ordinal, before: Ordinal): string {
  const names: string[] = []
  for (let n = after.number + 1; n < before.number && names.length < 5; n++) {
    const han = DIGITS[n - 1]
    names.push(han ? before.name.replace(/[一二三四五六七八九十]+|\d+/, x => (/\d/.test(x) ? String(n) : han)) : String(n))
  }
  return names.join('、')
}

function headingMark(text: string, at: number): number {
  let n = 0
  while (text.charCodeAt(at + n) === 0x23 || (n > 0 && text.charCodeAt(at + n) === 32)) n++
  return n
}

const SAYS = /(?:强调|要求|指出|决定|议定|明确|提出)[，,]$/

function inLine(text: string, at: number): Ordinal | null {
  const before = BEFORE[text.charCodeAt(at - 1)]!
  const ordinal = readOrdinal(text, at)
  if (!ordinal) return null
  if (isSpoken(ordinal.kind)) return ordinal
  // 会议强调，（一）压实责任……
  if (before !== WRITTEN && ordinal.kind === 'han-paren' && SAYS.test(text.slice(Math.max(0, at - 12), at))) return ordinal
  if (before !== WRITTEN || ordinal.kind === 'chapter' || ordinal.kind === 'clause') return null
  return ordinal
}

/** The end without trailing white space. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 10)) end--
  return end
}

/** Index of the first sentence or line that ends after an offset. */
export function firstEndingAfter(sentences: readonly { end: number }[], at: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (sentences[mid]!.end <= at) low = mid + 1
    else high = mid
  }
  return low
}
