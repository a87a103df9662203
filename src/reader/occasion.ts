// Says when, on what level and in what shape a meeting or a visit is told; holds what both have in common.

import type { ArticleFacts, RawDate, ReadContext, Sentence } from './context.ts'
import type { Level, ReadingEvent, Span } from './reading.ts'

export interface RawEvent extends Omit<ReadingEvent, 'conveys'> {
  conveys: RawEvent | null
}

// 近日, but not 5日前
export const SOON = /近日|(?<![\d一二三四五六七八九十])日前|昨日|昨天|今日|今天|连日来/

/** An event of which only the kind, the place in the text and the day are known yet. */
export function anEvent(article: ArticleFacts, kind: RawEvent['kind'], span: Span, day: RawDate | null): RawEvent {
  return {
    article: article.index,
    span,
    kind,
    name: '',
    from: day?.from ?? null,
    to: day?.to ?? null,
    place: null,
    level: null,
    chair: null,
    attendees: [],
    hosts: [],
    sites: [],
    conveys: null,
  }
}

/** The day or span of days, said to the day, that stands before the verb in the same sentence. */
export function dayBefore(ctx: ReadContext, s: Sentence, verb: RegExp): RawDate | null {
  const at = ctx.text.slice(s.start, s.end).search(verb)
  let best: RawDate | null = null
  for (const date of s.dates)
    if (
      date.span[1] <= s.start + Math.max(at, 0) + 1 &&
      isDay(date) &&
      !/^(?:之?前|以来|起)/.test(ctx.text.slice(date.span[1], date.span[1] + 2))
    )
      best ??= date
  return best
}

/** Said to the day, and no limit or recurrence. */
export function isDay(date: RawDate): boolean {
  return /日|号/.test(date.text) && (date.from !== null || !date.to) && !date.every
}

export function levelOf(s: string): Level | null {
  if (/全国|国务院|中央|国家/.test(s)) return 'nation'
  if (/全省|我省|省委|省政府|省政协|省人大|省级|副?省长/.test(s)) return 'province'
  if (/全[县区旗州盟]|我县|[县区旗]委|县政府|[县区旗]长|县|科局级/.test(s)) return 'county'
  if (/全市|我市|市委|市政府|市政协|市人大|市长/.test(s)) return 'city'
  return /[镇乡]/.test(s) ? 'township' : null
}
