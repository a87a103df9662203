// Says what a directive is about by counting topic words, its heading twice over; `other` when none occurs. The name of a unit says nothing.

import type { Span, Topic } from './reading.ts'
import { COMMON_WORDS, TOPIC_WORDS } from './words/topic.ts'

interface Word {
  text: string
  /** Its second letter: looking at it turns most words away. */
  second: number
  topic: number
  weight: number
}

const ANY = 0

/** The words by their first character, the longest first. */
const byFirst: Word[][] = []
const BEGINS = new Uint16Array(65536)
TOPIC_WORDS.forEach(([, words], topic) => {
  for (const text of words.split(' ')) {
    const code = text.charCodeAt(0)
    BEGINS[code] ||= byFirst.push([])
    byFirst[BEGINS[code]! - 1]!.push({
      text,
      second: text.length > 1 ? text.charCodeAt(1) : ANY,
      topic,
      weight: COMMON_WORDS.has(text) ? 1 : 2 * (text.length - 1),
    })
  }
})
for (const words of byFirst) words.sort((a, b) => b.text.length - a.text.length)

const LOOKED_AT = 3000
const scores = new Int32Array(TOPIC_WORDS.length)
/** Up to where the words of each topic are counted, so that 安全隐患 gives two and no character counts twice. */
const reached = new Int32Array(TOPIC_WORDS.length)

/** The topic of `text[start, end)`, whose heading stands in `heading`; `passed` are spans that do not count, in order. */
export function topicOf(heading: Span, text: string, [start, end]: Span, passed: readonly Span[]): Topic {
  scores.fill(0)
  let from = start
  const stop = Math.min(end, start + LOOKED_AT)
  for (let i = firstFrom(passed, start); i < passed.length && passed[i]![0] < stop; i++) {
    const [a, b] = passed[i]!
    if (a < from) continue
    count(text, from, a, heading)
    from = b
  }
  count(text, from, stop, heading)
  let best = -1
  for (let i = 0; i < scores.length; i++) if (scores[i]! > (best < 0 ? 0 : scores[best]!)) best = i
  return best < 0 ? 'other' : TOPIC_WORDS[best]![0]
}

/** Index of the first span that begins at `start` or behind it. */
function firstFrom(spans: readonly Span[], start: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]![0] < start) low = middle + 1
    else high = middle
  }
  return low
}

function count(text: string, start: number, end: number, [from, to]: Span): void {
  reached.fill(start)
  for (let i = start; i < end; i++) {
    const list = BEGINS[text.charCodeAt(i)]!
    if (list === 0) continue
    const next = i + 1 < end ? text.charCodeAt(i + 1) : ANY
    for (const word of byFirst[list - 1]!) {
      if (
        (word.second !== next && word.second !== ANY) ||
        reached[word.topic]! > i ||
        i + word.text.length > end ||
        !text.startsWith(word.text, i)
      )
        continue
      scores[word.topic]! += word.weight * (i >= from && i < to ? 2 : 1)
      reached[word.topic] = i + word.text.length
    }
  }
}
