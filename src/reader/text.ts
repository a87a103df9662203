// Repairs printed and scanned text and keeps the way back to every original offset; never touches a number.

import { findBreaks } from './breaks.ts'
import { applyEdits, type Edit, type Origins, spanBack } from './edit.ts'
import { findMisreadings } from './misread.ts'
import type { Doubt, Repair, RepairKind, Span } from './reading.ts'
import { findRepeats } from './repeat.ts'
import { findSpaces } from './space.ts'

/** An edit with its reason. */
export interface Mend extends Edit {
  kind: RepairKind
}

export interface Repaired {
  original: string
  /** What every later step reads; `text` fields of the reading are slices of it. */
  text: string
  /** The way back to the original, the last pass of edits first. */
  passes: readonly Origins[]
  /** Spans in the original. */
  repairs: Repair[]
  /** Spans in the original. */
  doubts: Doubt[]
}

/** Lines and spaces are mended first, so that misreadings are looked for in whole words. */
export function repair(original: string): Repaired {
  const layout = [...findBreaks(original), ...findSpaces(original)].sort((a, b) => a.start - b.start)
  const first = applyEdits(original, layout)
  const { mends, doubts } = findMisreadings(first.text)
  const words = [...findRepeats(first.text), ...mends].sort((a, b) => a.start - b.start).filter(apart())
  const second = words.length ? applyEdits(first.text, words) : null
  const repairs = layout.map(m => asRepair(original, [m.start, m.end], m))
  for (const m of words) repairs.push(asRepair(original, spanBack(first.origins, [m.start, m.end]), m))
  return {
    original,
    text: (second ?? first).text,
    passes: second ? [second.origins, first.origins] : [first.origins],
    repairs: words.length ? repairs.sort((a, b) => a.span[0] - b.span[0]) : repairs,
    doubts: doubts.map(d => ({ ...d, span: spanBack(first.origins, d.span) })),
  }
}

/** The span of the original text; over a removed break it includes the break. */
export function toOriginal(repaired: Repaired, span: Span): Span {
  let at = span
  for (const origins of repaired.passes) at = spanBack(origins, at)
  return at
}

function asRepair(original: string, span: Span, m: Mend): Repair {
  return { span, was: original.slice(span[0], span[1]), now: m.now, kind: m.kind }
}

function apart() {
  let free = 0
  return (m: Mend) => {
    if (m.start < free) return false
    free = m.end
    return true
  }
}
