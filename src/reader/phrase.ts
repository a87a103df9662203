// Tells which stretches of a sentence are set phrases, titles or codes, so that a number in them is none; finds nothing itself.

import type { ReadContext, Sentence } from './context.ts'
import type { Span } from './reading.ts'
import { seek } from './seek.ts'
import { sign, signsOf } from './signs.ts'
import { makeTrie } from './trie.ts'
import { SET_PHRASES } from './words/phrases.ts'

const phrases = makeTrie(SET_PHRASES)

/** The length of the set phrase that begins at `i` (四个意识, 三重一大, 十个指头), 0 when none does. */
export function setPhraseAt(text: string, i: number): number {
  return phrases.longest(text, i, text.length) - i
}

/** 《…》, 〔2026〕9号 and the sentence's dates, in order and apart. */
export function blockedSpans(ctx: ReadContext, sentence: Sentence): readonly Span[] {
  const titles = titlesOf(ctx, sentence)
  const { dates } = sentence
  if (titles.length === 0) return dates.length === 0 ? titles : dates.map(d => d.span)
  return [...titles, ...dates.map(d => d.span)].sort((a, b) => a[0] - b[0])
}

const NO_TITLES: Span[] = []
const OPENS = sign('《〔【［[')

/** The titles and document numbers of a sentence: no date, no quantity and no name is read in them. */
export function titlesOf(ctx: ReadContext, sentence: Sentence): readonly Span[] {
  return (sentence.titles ??= signsOf(ctx, sentence).all & OPENS ? findTitles(ctx.text, sentence.start, sentence.end) : NO_TITLES)
}

function findTitles(text: string, start: number, end: number): Span[] {
  let spans: Span[] | null = null
  let closes = true
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0x300a && code !== 0x3014 && code !== 0x3010 && code !== 0xff3b && code !== 0x5b) continue
    // an open 《 without its 》 is looked for once: none behind it closes either
    const stop = code !== 0x300a ? i + numberLength(text, i, end) : closes ? seek(text, '》', i, end) + 1 : 0
    if (code === 0x300a && stop === 0) closes = false
    if (stop <= i) continue
    spans ??= []
    spans.push([i, stop])
    i = stop - 1
  }
  return spans ?? NO_TITLES
}

// 〔2025〕9号, [2026] 第12号
const NUMBER_OF_DOCUMENT = /^[〔［【[](?:19|20)\d\d[〕］】\]]\s*第?\s*\d+\s*号/

function numberLength(text: string, i: number, end: number): number {
  return NUMBER_OF_DOCUMENT.exec(text.slice(i, Math.min(end, i + 24)))?.[0].length ?? 0
}
