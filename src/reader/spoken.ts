// Remembers the place and the period that an article spoke of last, and says which of them a figure belongs to; finds no figures.

import type { RawDate, RawQuantity, ReadContext, Sentence } from './context.ts'
import { dateOf, lastDayOf, monthOf, yearOf } from './day.ts'
import { letters } from './letters.ts'
import { readOrdinal } from './ordinal.ts'
import { looksLikePlace } from './place.ts'

/** The period and place last said in an article. */
export interface Memory {
  article: number
  line: number
  /** What the article is about: said in its title, in the head of a section or first. */
  main: string | null
  /** What a figure without a period of its own in its sentence holds for. */
  period: string | null
  /** What figures of the next sentence hold for. */
  next: string | null
  city: string | null
}

const memories = new WeakMap<ReadContext, Memory>()

const HOST = /(?:^|[，。；（(、在到赴对])([\u4e00-\u9fa5]{2,4}[市县])(?=地处|位于|隶属|，|,|全市|学习|是)/

// 海宁州位于三省交界处, 锦沙区现有街道9个: the sentence opens with the place that was visited
const HOST_OPENS =
  /^([\u4e00-\u9fa5]{2,4}(?:[市县州旗盟]|(?<![园社地城景片山林矿库牧灾小校厂新老港湾郊])区))(?=地处|位于|毗邻|隶属|下?辖|现有|是|去年|今年|近年|\d{4}年)/

/** What the sentence adds to what is remembered of its article; to be called in the order of the sentences. */
export function remember(ctx: ReadContext, sentence: Sentence): Memory {
  let m = memories.get(ctx)
  if (!m || m.article !== sentence.article) {
    m = { article: sentence.article, line: -1, main: null, period: null, next: null, city: null }
    memories.set(ctx, m)
  }
  const until = ctx.article?.date
  // 二是1—5月利润下降4%。三是农民收入……: a new line and a new item begin with the article's own period
  if (m.line !== sentence.line || opensItem(ctx.text, sentence.start)) m.next = m.main
  m.line = sentence.line
  m.period = m.next
  let heads = m.main === null || isHead(ctx, sentence)
  for (const d of sentence.dates) {
    const period = isCompared(ctx.text, d) ? null : periodOf(d)
    if (!period || /[前底末内]$/.test(d.text) || (until && d.to && d.to > until && !/年$/.test(d.text)) || isWider(m, d, period)) continue
    m.next = period
    m.period ??= period
    if (heads || opensYear(sentence, d)) m.main = period
    heads = false
  }
  // a visit speaks of the place visited: 东江市地处……; elsewhere the article's own place is meant
  if (ctx.article?.genre === 'visit') {
    const words = ctx.text.slice(sentence.start, sentence.end)
    const place = HOST_OPENS.exec(words) ?? HOST.exec(words)
    if (place && looksLikePlace(place[1]!)) m.city = place[1]!
  }
  return m
}

function opensItem(text: string, at: number): boolean {
  const kind = readOrdinal(text, at)?.kind
  return kind === 'is' || kind === 'must' || kind === 'first'
}

/** The title, or the head of a section: 二、2027年工作安排 */
function isHead(ctx: ReadContext, sentence: Sentence): boolean {
  const role = ctx.lines[sentence.line]?.role
  return role === 'title' || role === 'heading'
}

/** 2025年，全县……: a whole year that a sentence opens with. */
function opensYear(sentence: Sentence, d: RawDate): boolean {
  return d.span[0] === sentence.start && /^\d{4}年$/.test(d.text)
}

/** 今年 in a paper on the first half of this year: it tells nothing closer. */
function isWider(m: Memory, d: RawDate, period: string): boolean {
  return m.main !== null && m.main.length > period.length && m.main.startsWith(period) && /^(?:今年|本年|当年|全年|年度)/.test(d.text)
}

/** 2018, 2026-H1, 2026-Q3, 2026-01..2026-05, 2026-05. */
export function periodOf(d: RawDate): string | null {
  const { from, to } = d
  if (!from || !to || dateOf(from) !== 1 || dateOf(to) !== lastDayOf(yearOf(to), monthOf(to))) return null
  const [a, b] = [monthOf(from), monthOf(to)]
  const year = from.slice(0, 4)
  if (to.slice(0, 4) !== year) return `${from.slice(0, 7)}..${to.slice(0, 7)}`
  if (a === 1 && b === 12) return year
  if (b - a === 5 && (a === 1 || a === 7)) return `${year}-H${a === 1 ? 1 : 2}`
  if (b - a === 2 && a % 3 === 1) return `${year}-Q${Math.ceil(b / 3)}`
  return a === b ? from.slice(0, 7) : `${from.slice(0, 7)}..${to.slice(0, 7)}`
}

// 比上年同期, 较一季度, 为去年同期的, 距年底, 与2024年相比: what is compared with is not when the figure holds
const isCompare = letters('比较与距为离同由从')

function isCompared(text: string, d: RawDate): boolean {
  return d.text.endsWith('同期') || isCompare(text, d.span[0] - 1) || text.startsWith('相比', d.span[1])
}

export function periodBefore(text: string, sentence: Sentence, q: RawQuantity, memory: Memory): string | null {
  let period: string | null = null
  for (const d of sentence.dates)
    if (d.span[1] <= q.span[0] && !isCompared(text, d) && !/[前底内]$/.test(d.text)) {
      const said = periodOf(d)
      if (said && !isWider(memory, d, said)) period = said
    }
  return period
}

/** 全县 is the article's place; 全市 the city last spoken of; else whichever was spoken of last. */
export function regionOf(ctx: ReadContext, sentence: Sentence, memory: Memory, q: RawQuantity): string | null {
  const own = ctx.article?.place ?? null
  const before = ctx.text.slice(sentence.start, q.span[0])
  const at = Math.max(before.lastIndexOf('全县'), before.lastIndexOf('全市'))
  // in a report of a visit 全市 is the city visited, whatever the level of one's own
  if (at >= 0 && memory.city?.endsWith(before[at + 1]!)) return memory.city
  if (at >= 0 && own?.endsWith(before[at + 1]!)) return own
  return memory.city ?? own
}
