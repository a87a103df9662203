// Applies edits to a text and keeps the map back to where every character came from; never decides what to edit.

import type { Span } from './reading.ts'

/** One replacement in a text; edits of one pass are in order and do not overlap. */
export interface Edit {
  start: number
  end: number
  now: string
}

/** A text after edits. `map[i]` is the original offset of code unit `i`; `map[text.length]` is the original length. */
export interface Edited {
  text: string
  map: Int32Array
}

/** The text with the edits made. Linear in the text. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  let length = text.length
  for (const e of edits) length += e.now.length - (e.end - e.start)
  const map = new Int32Array(length + 1)
  const parts: string[] = []
  let at = 0
  let out = 0
  for (const e of edits) {
    if (e.start > at) parts.push(text.slice(at, e.start))
    while (at < e.start) map[out++] = at++
    parts.push(e.now)
    for (let k = 0; k < e.now.length; k++) map[out++] = Math.min(e.start + k, e.end - 1)
    at = e.end
  }
  parts.push(text.slice(at))
  while (at < text.length) map[out++] = at++
  map[out] = text.length
  return { text: parts.join(''), map }
}

/** The span of the original under a span of the edited text; removed characters inside it are included. */
export function spanBack(map: Int32Array, [start, end]: Span): Span {
  const from = map[start] ?? 0
  return [from, end > start ? (map[end - 1] ?? 0) + 1 : from]
}
