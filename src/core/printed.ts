// What a document says at a place, as the reader put it right: lines joined, stray blanks dropped, misread signs restored. Pure.
import type { Repair, Span } from '../reader/reading.ts'

/** The words of the span without what the repairs took out. */
export function printed(text: string, [from, to]: Readonly<Span>, repairs: readonly Repair[]): string {
  let said = ''
  let at = from
  for (const { span, now } of repairs) {
    if (span[0] < at || span[1] > to) continue
    said += text.slice(at, span[0]) + now
    at = span[1]
  }
  return (said + text.slice(at, to)).replace(/[\s　]+/g, ' ').trim()
}

const END = /[。！？；]/

/** The sentence around the place; a line that the reader joined to the next does not end it. */
export function sentenceAround(text: string, [from, to]: Readonly<Span>, repairs: readonly Repair[]): string {
  const joined = (at: number) => repairs.some(r => r.kind === 'join-lines' && r.span[0] <= at && at < r.span[1])
  const ends = (at: number) => END.test(text[at]!) || (text[at] === '\n' && !joined(at))
  let start = from
  while (start > 0 && !ends(start - 1)) start--
  let end = to
  while (end < text.length && !ends(end)) end++
  return printed(text, [start, text[end] === '\n' ? end : Math.min(end + 1, text.length)], repairs)
}
