// Finds what took place or is fixed to take place, meetings and visits, and who was there; never reads inside a directive.

import { meetingInLabels } from './agenda.ts'
import { presentIn } from './attendance.ts'
import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import type { RawDirective } from './directive.ts'
import { meetingsIn } from './meeting.ts'
import { type RawEvent, SOON } from './occasion.ts'
import { firstEndingAfter } from './outline.ts'
import type { Level } from './reading.ts'
import { visitIn } from './visit.ts'

export type { RawEvent } from './occasion.ts'

// 率队赴……对接工作并召开座谈会: a visit, in the course of which people met
const AND_MEETS =
  /(?:率|带领|带队|一行|先后|深入|赴|来到|前往|实地)[^。；]*?(?:考察|调研|走访|慰问|参观|视察|访问|学习|对接|招商|督导|检查|洽谈)[^。；]*?(?:并|还|随后|期间|其间)(?:主持|组织)?(?:召开|举行|举办)/
const MAY_BE = /召开|召集|举行|举办|考察|调研|走访|慰问|参观|视察|访问|学习|督导|检查|对接|督查|暗访|巡查|看望|察看/

/** The events of an article, whose lines and sentences the context holds, in order. Sentences inside directives hold none. */
export function findEvents(ctx: ReadContext, article: ArticleFacts, directives: readonly RawDirective[]): RawEvent[] {
  const told = eventsTold(ctx, article, directives)
  const labelled = meetingInLabels(ctx, article, ctx.lines, ctx.sentences)
  const meeting = told.find(e => e.kind === 'meeting')
  // 主持召开第37次常务会议 below 地点：, 出席：
  if (labelled && meeting) {
    meeting.place ??= labelled.place
    meeting.chair ??= labelled.chair
  }
  const events = labelled && !meeting ? [labelled, ...told] : told
  events.forEach((event, i) => {
    const told = ctx.sentences[firstEndingAfter(ctx.sentences, event.span[0])]
    // a meeting whose spirit is conveyed is named in the same sentence
    const next = events.slice(i + 1).find(e => e.span[0] >= (told?.end ?? 0))
    if (i === 0 || (told && events[i - 1]!.span[0] < told.start))
      addPeople(ctx, event, i === 0, next?.span[0] ?? article.end, ctx.sentences)
    if (i > 0) return
    event.conveys = conveyed(ctx, event, events)
    if (event === meeting && labelled?.attendees.length) event.attendees = labelled.attendees
    else if (article.genre === 'minutes' && event.kind === 'meeting' && !event.attendees.length) event.attendees = enrolled(ctx, event)
    const later = events.find(e => e.kind === 'visit' && e !== event)
    if (event.kind === 'visit') event.sites = sitesOf(ctx, event, later?.span[0] ?? article.end, ctx.sentences)
  })
  return events
}

function eventsTold(ctx: ReadContext, article: ArticleFacts, directives: readonly RawDirective[]): RawEvent[] {
  const events: RawEvent[] = []
  const seen = new Set<string>()
  let d = 0
  for (const s of ctx.sentences) {
    if (ctx.lines[s.line]?.role === 'title') continue
    while (d < directives.length && directives[d]!.span[1] <= s.start) d++
    const until = Math.min(s.end, directives[d]?.span[0] ?? s.end)
    if (until <= s.start) continue
    const text = ctx.text.slice(s.start, until)
    if ((!s.dates.length && !SOON.test(text)) || !MAY_BE.test(text)) continue
    const part = until < s.end ? { ...s, end: until } : s
    const going = visitIn(ctx, part, article)
    const met = going && AND_MEETS.test(text) ? [] : meetingsIn(ctx, part, article)
    const visit = met.length ? null : going
    for (const event of visit ? [visit] : met) {
      // 13日，代表团走进……: a day of the journey already told
      if (event.kind === 'visit' && events.some(e => e.kind === 'visit' && isWithin(event, e))) continue
      const key = `${event.kind} ${event.from} ${event.name}`
      if (!seen.has(key)) events.push(event)
      seen.add(key)
    }
  }
  return events
}

function isWithin(part: RawEvent, whole: RawEvent): boolean {
  return part.from !== null && whole.from !== null && whole.to !== null && whole.from <= part.from && part.from <= whole.to
}

const GOES = /来到|考察了|参观了|走进|实地|先后|察看|查看|走访/
// 一行实地考察了由甲集团投资改造的……: the firm built it
const SITE = /(?:公司|集团|厂|合作社|基地|农场|茶园|园区|产业园|工坊|医药谷)$/

/** Who chaired, came along or received, from the sentences after the event up to the next one. */
function addPeople(ctx: ReadContext, event: RawEvent, main: boolean, next: number, sentences: readonly Sentence[]): void {
  const own: Sentence[] = []
  for (let i = firstEndingAfter(sentences, event.span[0]); i < sentences.length && sentences[i]!.start < next && own.length < 8; i++)
    own.push(sentences[i]!)
  for (const s of own.slice(0, main ? 8 : 3))
    for (const { person, part, first } of presentIn(ctx.text, s, Math.max(s.start, event.span[0]))) {
      if (part === 'chair' && event.kind === 'meeting' && !event.chair && !event.attendees.includes(person.name)) event.chair = person.name
      else if (part !== 'speaks' && person.name !== event.chair) {
        const receives = event.kind === 'visit' && (part === 'hosts' || isFrom(first.posts, event.place))
        const list = receives ? event.hosts : event.attendees
        if (!event.hosts.includes(person.name) && !list.includes(person.name)) list.push(person.name)
      }
    }
}

const ROLL = /^[\s　]*(?:出[\s　]*席|参[\s　]*加|参会)(?:人员|领导)?[\s　]*[：:]/

/** Those of the line 出席：…… that stands below the items. */
function enrolled(ctx: ReadContext, event: RawEvent): string[] {
  const line = ctx.lines.find(l => ROLL.test(ctx.text.slice(l.start, Math.min(l.end, l.start + 12))))
  if (!line) return []
  const names: string[] = []
  for (let i = firstEndingAfter(ctx.sentences, line.start); i < ctx.sentences.length && ctx.sentences[i]!.start < line.end; i++)
    for (const p of ctx.sentences[i]!.people) if (p.name !== event.chair && !names.includes(p.name)) names.push(p.name)
  return names
}

/** What was seen in the course of a visit, in the order of the text. */
function sitesOf(ctx: ReadContext, event: RawEvent, end: number, sentences: readonly Sentence[]): string[] {
  const names = new Set<string>()
  for (let i = firstEndingAfter(sentences, event.span[0]); i < sentences.length && sentences[i]!.start < end; i++)
    if (GOES.test(ctx.text.slice(sentences[i]!.start, sentences[i]!.end)))
      for (const name of sitesIn(ctx.text, sentences[i]!)) names.add(name)
  return [...names]
}

/** 锦沙区委书记 receives in 东海市锦沙区. */
function isFrom(posts: readonly string[], place: string | null): boolean {
  return (
    place !== null &&
    posts.some(p => {
      const m = /^[\u4e00-\u9fff]{2,3}[省市县区州旗]/.exec(p)
      return m !== null && place.includes(m[0])
    })
  )
}

function sitesIn(text: string, s: Sentence): string[] {
  const firms = s.units.filter(
    u =>
      SITE.test(u.name) &&
      !'由对向'.includes(text[u.span[0] - 1] ?? '。') &&
      (!'与和'.includes(text[u.span[0] - 1] ?? '。') || endsAt(s, u.span[0] - 1)) &&
      !s.projects.some(p => p.span[0] < u.span[1] && u.span[0] < p.span[1]),
  )
  return [...s.projects, ...firms].sort((a, b) => a.span[0] - b.span[0]).map(x => x.name)
}

/** 金穗公司和明川公司: two sites; 参观了与金穗公司合作的……: none. */
const endsAt = (s: Sentence, at: number): boolean =>
  s.projects.some(p => p.span[1] === at) || s.units.some(u => u.span[1] === at && SITE.test(u.name))

const RANK: Record<Level, number> = { nation: 4, province: 3, city: 2, county: 1, township: 0 }

/** The event of a higher level in the same article whose spirit this one conveys (传达学习……会议精神). */
function conveyed(ctx: ReadContext, event: RawEvent, events: readonly RawEvent[]): RawEvent | null {
  const article = ctx.articles[event.article]!
  if (event.kind !== 'meeting' || !/传达|学习贯彻|贯彻落实/.test(ctx.text.slice(article.start, Math.min(article.end, event.span[1] + 120))))
    return null
  return (
    events.find(
      e =>
        e !== event && e.article === event.article && e.kind === 'meeting' && e.level && event.level && RANK[e.level] > RANK[event.level],
    ) ?? null
  )
}
