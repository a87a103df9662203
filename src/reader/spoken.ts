// Remembers the place and the period that an article spoke of last, and says which of them a figure belongs to; finds no figures.

import type { RawDate, RawQuantity, ReadContext, Sentence } from './context.ts'
import { dateOf, lastDayOf, monthOf, yearOf } from './day.ts'
import { letters } from './letters.ts'
import { looksLikePlace } from './place.ts'

/** The period and place last said in an article. */
export interface Memory {
  article: number
  period: string | null
  city: string | null
}

const memories = new WeakMap<ReadContext, Memory>()

const HOST = /(?:^|[，。；（(、在到赴对])([\u4e00-\u9fa5]{2,4}[市县])(?=地处|位于|隶属|，|,|全市|学习|是)/

/** What the sentence adds to what is remembered of its article; to be called in the order of the sentences. */
export function remember(ctx: ReadContext, sentence: Sentence): Memory {
  let m = memories.get(ctx)
  if (!m || m.article !== sentence.article) {
    m = { article: sentence.article, period: null, city: null }
    memories.set(ctx, m)
  }
  const until = ctx.article?.date
  for (const d of sentence.dates) {
    const period = isCompared(ctx.text, d) ? null : periodOf(d)
    if (period && !/[前底末内]$/.test(d.text) && !(until && d.to && d.to > until && !/年$/.test(d.text))) m.period = period
  }
  // a visit speaks of the place visited: 东江市地处……; elsewhere the article's own place is meant
  if (ctx.article?.genre === 'visit') {
    const place = HOST.exec(ctx.text.slice(sentence.start, sentence.end))
    if (place && looksLikePlace(place[1]!)) m.city = place[1]!
  }
  return m
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
const isCompare = letters('比较与距为离同')

function isCompared(text: string, d: RawDate): boolean {
  return d.text.endsWith('同期') || isCompare(text, d.span[0] - 1) || text.startsWith('相比', d.span[1])
}

export function periodBefore(text: string, sentence: Sentence, q: RawQuantity): string | null {
  let period: string | null = null
  for (const d of sentence.dates)
    if (d.span[1] <= q.span[0] && !isCompared(text, d) && !/[前底内]$/.test(d.text)) period = periodOf(d) ?? period
  return period
}

/** 全县 is the article's place; 全市 the city last spoken of; else whichever was spoken of last. */
export function regionOf(ctx: ReadContext, sentence: Sentence, memory: Memory, q: RawQuantity): string | null {
  const own = ctx.article?.place ?? null
  const before = ctx.text.slice(sentence.start, q.span[0])
  const at = Math.max(before.lastIndexOf('全县'), before.lastIndexOf('全市'))
  if (at >= 0 && own && own.endsWith(before[at + 1]!)) return own
  if (at >= 0 && memory.city?.endsWith(before[at + 1]!)) return memory.city
  return memory.city ?? own
}
