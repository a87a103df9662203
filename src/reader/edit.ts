// Applies edits to a text and keeps the way back to where every character came from; never decides what to edit.

import type { Span } from './reading.ts'

/** One replacement in a text; edits of one pass are in order and do not overlap. */
export interface Edit {
  start: number
  end: number
  now: string
}

/** Where the parts of an edited text came from, one entry for each edit and each stretch kept between two. */
export interface Origins {
  /** Offset of each part in the edited text. */
  at: Int32Array
  /** Offset of its first character before the edits. */
  from: Int32Array
  /** Offset that no character of the part lies behind. */
  last: Int32Array
  /** The part that was asked for last: spans come in the order of the text, so that the next is seldom far. */
  near: number
}

export interface Edited {
  text: string
  origins: Origins
}

/** The text with the edits made. Linear in the text; the way back costs a few numbers for each edit. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const size = edits.length * 2 + 1
  const origins: Origins = { at: new Int32Array(size), from: new Int32Array(size), last: new Int32Array(size), near: 0 }
  const parts: string[] = []
  let kept = 0
  let out = 0
  let n = 0
  const part = (from: number, last: number, length: number) => {
    origins.at[n] = out
    origins.from[n] = from
    origins.last[n++] = last
    out += length
  }
  for (const e of edits) {
    parts.push(text.slice(kept, e.start), e.now)
    part(kept, e.start, e.start - kept)
    part(e.start, e.end - 1, e.now.length)
    kept = e.end
  }
  parts.push(text.slice(kept))
  part(kept, text.length, text.length - kept)
  return { text: parts.join(''), origins }
}

/** The part that a code unit of the edited text belongs to: the last that starts at or before it, an empty one giving way to the one behind it. */
function partAt(origins: Origins, offset: number): number {
  const { at, near } = origins
  if (at[near]! <= offset && (near + 1 === at.length || at[near + 1]! > offset)) return near
  let [low, high] = [0, at.length - 1]
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (at[mid]! <= offset) low = mid
    else high = mid - 1
  }
  origins.near = low
  return low
}

/** The offset before the edits of a code unit of that part. */
function originIn({ at, from, last }: Origins, part: number, offset: number): number {
  return Math.min(from[part]! + offset - at[part]!, last[part]!)
}

/** The span before the edits of a span behind them; removed characters inside it are included. */
export function spanBack(origins: Origins, [start, end]: Span): Span {
  const { at } = origins
  let part = partAt(origins, start)
  const from = originIn(origins, part, start)
  if (end <= start) return [from, from]
  // Most spans end in the part that they begin in, or soon behind it.
  while (part + 1 < at.length && at[part + 1]! < end) part++
  return [from, originIn(origins, part, end - 1) + 1]
}
