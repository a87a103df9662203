// Finds where the articles of a page start; never reads what they say.

import type { Line } from './context.ts'
import { FULL_DATE, HEADING, NEWS_LEAD, NUMBER } from './mark.ts'
import { readOrdinal } from './ordinal.ts'

/** Indexes of the lines where an article starts. */
export function articleStarts(text: string, lines: readonly Line[]): number[] {
  const marked = markedHeadings(text, lines)
  if (marked.length) return marked
  const starts: number[] = []
  lines.forEach((line, i) => {
    const s = text.slice(line.start, Math.min(line.end, line.start + 40))
    if (NEWS_LEAD.test(s)) {
      const title = titleAbove(text, lines, i, starts.at(-1) ?? -1)
      if (title >= 0) starts.push(title)
    } else if (i > 12 && NUMBER.test(s) && isSigned(text, lines, i)) starts.push(i)
  })
  if (!starts.length) return lines.length ? [0] : []
  // Text above the first start is a masthead when short, else an article of its own.
  const above = lines[starts[0]!]!.start - lines[0]!.start
  if (starts[0]! > 0 && above > 160) starts.unshift(0)
  return starts
}

/** `## ` lines of the level that has most of them; a numbered one is a section. */
function markedHeadings(text: string, lines: readonly Line[]): number[] {
  const byLevel = new Map<number, number[]>()
  lines.forEach((line, i) => {
    if (text.charCodeAt(line.start) !== 0x23) return
    const m = HEADING.exec(text.slice(line.start, line.start + 8))
    if (!m || m[1]!.length > 4 || readOrdinal(text, line.start + m[0].length)) return
    const level = m[1]!.length
    const same = byLevel.get(level)
    if (same) same.push(i)
    else byLevel.set(level, [i])
  })
  const levels = [...byLevel.keys()].sort()
  const level = levels.find(l => byLevel.get(l)!.length > 1) ?? levels[0]
  return level === undefined ? [] : byLevel.get(level)!
}

/** The line that heads a news report: the nearest above it that is not prose. */
function titleAbove(text: string, lines: readonly Line[], lead: number, floor: number): number {
  let title = -1
  for (let i = lead - 1; i > floor && i >= lead - 3; i--) {
    const s = text.slice(lines[i]!.start, lines[i]!.end)
    if (s.length > 60 || /[。；]/.test(s) || FULL_DATE.test(s)) break
    title = i
  }
  return title >= 0 ? title : lead > 0 ? -1 : 0
}

/** A signature date stands within the four lines above: another document begins. */
function isSigned(text: string, lines: readonly Line[], i: number): boolean {
  return lines.slice(Math.max(0, i - 4), i).some(l => l.end - l.start < 40 && FULL_DATE.test(text.slice(l.start, l.end)))
}
