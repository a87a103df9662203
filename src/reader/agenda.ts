// Finds the meeting that the head of minutes or a notice describes in labels (时间：, 地点：, 主持：); never reads the items below.

import type { ArticleFacts, Line, RawDate, ReadContext, Sentence } from './context.ts'
import { anEvent, isDay, levelOf, type RawEvent } from './occasion.ts'

const WHEN = /^[（(]?(?:会议|召开|活动|培训)?时[\s　]*间[\s　]*[：:]/
const WHERE = /(?:^|[；;。，\s　])(?:会议|召开|活动|培训)?地[\s　]*点[\s　]*[：:][\s　]*([^，。；;\n]{2,30})/
const CHAIR = /^(?:会议)?主[\s　]*持(?:[\s　]*人)?[\s　]*[：:]/
const PRESENT = /^(?:出[\s　]*席|参[\s　]*加|参会)(?:人员|单位|领导)?[\s　]*[：:]/
const HEAD = /^[（(]?[\u4e00-\u9fff][\u4e00-\u9fff\s　]{1,8}[：:]/
// 关于召开全县防汛工作会议的通知
const CALLED = /关于(?:召开|举办|举行|组织召开)(.{2,60}?)(?:的预?通知|的公告|的函)$/
const SEARCHED = 14

/** The meeting of an article whose sentences tell of none: from the labels at its head, or from a notice's title and its line 时间. */
export function meetingInLabels(
  ctx: ReadContext,
  article: ArticleFacts,
  lines: readonly Line[],
  sentences: readonly Sentence[],
): RawEvent | null {
  const title = article.title ? ctx.text.slice(...article.title).replace(/\s/g, '') : ''
  const called = CALLED.exec(title)?.[1]
  if (article.genre !== 'minutes' && !called) return null
  const head = lines.slice(0, called ? 40 : SEARCHED)
  const at = head.findIndex(l => WHEN.test(ctx.text.slice(l.start, Math.min(l.end, l.start + 16))))
  const when = head[at]
  const day = when ? dayWithin(sentences, when) : called ? firstDay(sentences) : null
  if (!day) return null
  const event = anEvent(article, 'meeting', when ? [when.start, when.end] : day.span, day)
  event.name = called ?? title.replace(/^.*?关于/, '').replace(/(?:会议)?纪要$/, x => (x.startsWith('会议') ? '会议' : ''))
  event.level = levelOf(title)
  for (let i = when ? at + 1 : head.length; i < head.length; i++) {
    const line = head[i]!
    const s = ctx.text.slice(line.start, Math.min(line.end, line.start + 400))
    if (!HEAD.test(s)) break
    const people = sentences.filter(x => x.start >= line.start && x.end <= line.end).flatMap(x => x.people.map(p => p.name))
    if (CHAIR.test(s)) event.chair = people[0] ?? null
    else if (PRESENT.test(s)) event.attendees = people.filter(n => n !== event.chair)
    else if (!WHERE.test(s)) continue
    if (!PRESENT.test(s)) event.span = [event.span[0], line.end]
  }
  const near = ctx.text.slice(article.start, Math.min(article.end, article.start + 1500))
  event.place = WHERE.exec(near)?.[1]?.trim() ?? null
  return event
}

function dayWithin(sentences: readonly Sentence[], line: Line): RawDate | null {
  for (const s of sentences) for (const d of s.dates) if (d.span[0] >= line.start && d.span[1] <= line.end && isDay(d)) return d
  return null
}

/** 一、会议时间 / 5月28日上午9:00: the first day of the paper that no task has for its limit. */
function firstDay(sentences: readonly Sentence[]): RawDate | null {
  for (const s of sentences.slice(0, 12)) for (const d of s.dates) if (isDay(d) && !/[前底末内]$/.test(d.text)) return d
  return null
}
