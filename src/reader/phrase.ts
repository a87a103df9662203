// Tells which stretches of a sentence are set phrases, titles or codes, so that a number in them is none; finds nothing itself.

import type { Sentence } from './context.ts'
import type { Span } from './reading.ts'
import { SET_PHRASES } from './words/phrases.ts'

const byFirst = new Map<string, string[]>()
for (const phrase of SET_PHRASES) {
  const first = phrase[0]!
  const list = byFirst.get(first)
  if (list) list.push(phrase)
  else byFirst.set(first, [phrase])
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)

/** The length of the set phrase that begins at `i` (四个意识, 三重一大, 十个指头), 0 when none does. */
export function setPhraseAt(text: string, i: number): number {
  const list = byFirst.get(text[i]!)
  if (list) for (const phrase of list) if (text.startsWith(phrase, i)) return phrase.length
  return 0
}

/** 《…》, 〔2026〕9号 and the sentence's dates, in order and apart. */
export function blockedSpans(text: string, sentence: Sentence): Span[] {
  const spans: Span[] = []
  titlesOf(text, sentence, spans)
  for (const d of sentence.dates) spans.push(d.span)
  if (spans.length > 1) spans.sort((a, b) => a[0] - b[0])
  return spans
}

/** The titles and document numbers of a sentence: no date and no quantity is read in them. */
export function titlesOf(text: string, sentence: { start: number; end: number }, spans: Span[] = []): Span[] {
  const { start, end } = sentence
  const part = text.slice(start, end)
  OPENS.lastIndex = 0
  let lastClose = -2
  for (let m = OPENS.exec(part); m; m = OPENS.exec(part)) {
    let stop = -1
    if (m[0] === '《') {
      if (lastClose === -2) lastClose = part.lastIndexOf('》')
      if (m.index < lastClose) stop = part.indexOf('》', m.index) + 1
    } else stop = m.index + (NUMBER_OF_DOCUMENT.exec(part.slice(m.index, m.index + 24))?.[0].length ?? -m.index - 1)
    if (stop < 0) continue
    spans.push([start + m.index, start + stop])
    OPENS.lastIndex = stop
  }
  return spans
}

const OPENS = /[《〔［【[]/g
// 〔2025〕9号, [2026] 第12号
const NUMBER_OF_DOCUMENT = /^[〔［【[](?:19|20)\d\d[〕］】\]]\s*第?\s*\d+\s*号/
