// Says on which day the leader wrote whose note a line belongs to: that of the note's head, of the signature below it, or of the last one above; never judges what a note asks.

import type { ArticleFacts, ReadContext } from './context.ts'
import { makeDay } from './day.ts'
import { endsNote, readNoteHead } from './note.ts'
import { firstEndingAfter } from './outline.ts'

// 县长周晓棠（5月20日）：
const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/
// 陆明川　5月20日,  （5月20日）
const SIGNED = /^[（(]?(?:[\u4e00-\u9fff·\s　]{2,10}[\s　])?(?:\d{4}年)?\d{1,2}月\d{1,2}日[）)]?$/

const days = new WeakMap<ArticleFacts, (string | null)[]>()

/** The day that 今天 and 三日内 count from in the line of a leader's note that holds `at`; null when no note there is dated. */
export function noteDay(ctx: ReadContext, article: ArticleFacts, at: number): string | null {
  let known = days.get(article)
  if (!known) days.set(article, (known = daysOfLines(ctx, article)))
  return known[firstEndingAfter(ctx.lines, at)] ?? null
}

function daysOfLines({ text, lines }: ReadContext, article: ArticleFacts): (string | null)[] {
  const found: (string | null)[] = []
  let open = 0
  let headed: string | null = null
  let last: string | null = null
  lines.forEach((line, i) => {
    const s = text.slice(line.start, Math.min(line.end, line.start + 160))
    const head = readNoteHead(s, true)
    if (head || endsNote(s)) {
      open = i
      headed = head ? dayIn(s.slice(0, head.length), article) : null
      last = headed ?? last
    }
    const signed = SIGNED.test(s) ? dayIn(s, article) : null
    // A signature dates what stands between it and the head of its note.
    if (signed && !headed) found.fill(signed, open, i)
    last = signed ?? last
    found.push(headed ?? last)
    if (signed) [open, headed] = [i + 1, null]
  })
  return found
}

function dayIn(s: string, article: ArticleFacts): string | null {
  const m = DAY.exec(s)
  const year = m?.[1] ? Number(m[1]) : article.year?.year
  return m && year ? makeDay(year, Number(m[2]), Number(m[3])) : null
}
