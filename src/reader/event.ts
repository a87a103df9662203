// Finds what took place or is fixed to take place, meetings and visits, and who was there; never reads inside a directive.

import { meetingInLabels } from './agenda.ts'
import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import type { RawDirective } from './directive.ts'
import { meetingsIn } from './meeting.ts'
import { type RawEvent, SOON } from './occasion.ts'
import { firstEndingAfter } from './outline.ts'
import type { Level } from './reading.ts'
import { visitIn } from './visit.ts'

export type { RawEvent } from './occasion.ts'

const MAY_BE = /召开|举行|举办|考察|调研|走访|慰问|参观|视察|访问|学习/

/** The events of an article, whose lines and sentences the context holds, in order. Sentences inside directives hold none. */
export function findEvents(ctx: ReadContext, article: ArticleFacts, directives: readonly RawDirective[]): RawEvent[] {
  const told = eventsTold(ctx, article, directives)
  const labelled = told.some(e => e.kind === 'meeting') ? null : meetingInLabels(ctx, article, ctx.lines, ctx.sentences)
  const events = labelled ? [labelled, ...told] : told
  events.forEach((event, i) => {
    addPeople(ctx, event, i === 0, events[i + 1]?.span[0] ?? article.end, ctx.sentences)
    if (i === 0) event.conveys = conveyed(ctx, event, events)
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
    const met = meetingsIn(ctx, part, article)
    const visit = met.length ? null : visitIn(ctx, part, article)
    for (const event of visit ? [visit] : met) {
      const key = `${event.kind} ${event.from} ${event.name}`
      if (!seen.has(key)) events.push(event)
      seen.add(key)
    }
  }
  return events
}

const CHAIRS = /主持/
const ATTENDS = /出席|(?:参加|列席)(?:了)?(?:会议|活动|座谈|考察|调研|上述|[。，]|$)|收听收看|一同|随同/
const GOES = /来到|考察了|参观了|走进|实地|先后/
const HOSTS = /陪同|会见|座谈|接待/

/** Who chaired, came along or received, from the sentences after the event up to the next one. */
function addPeople(ctx: ReadContext, event: RawEvent, main: boolean, next: number, sentences: readonly Sentence[]): void {
  const own: Sentence[] = []
  const far = event.kind === 'visit' && main ? 200 : 8
  for (let i = firstEndingAfter(sentences, event.span[0]); i < sentences.length && sentences[i]!.start < next && own.length < far; i++)
    own.push(sentences[i]!)
  for (const s of own.slice(0, main ? 8 : 3)) {
    const before = Math.max(0, event.span[0] - s.start)
    const text = ' '.repeat(before) + ctx.text.slice(s.start + before, s.end)
    const chairAt = text.search(CHAIRS)
    if (event.kind === 'meeting' && chairAt >= 0 && !event.chair)
      event.chair = s.people.findLast(p => p.span[1] <= s.start + chairAt)?.name ?? null
    const attendAt = text.search(ATTENDS)
    const hostAt = event.kind === 'visit' ? text.search(HOSTS) : -1
    const add = (list: string[], until: number, from: number) => {
      for (const p of s.people)
        if (p.span[1] <= s.start + until && p.span[0] >= s.start + from && p.name !== event.chair && !list.includes(p.name))
          list.push(p.name)
    }
    if (hostAt >= 0 && (attendAt < 0 || hostAt <= attendAt)) add(event.hosts, hostAt, 0)
    else if (attendAt >= 0) add(event.attendees, attendAt, chairAt >= 0 && chairAt < attendAt ? chairAt : 0)
  }
  if (event.kind === 'visit' && main)
    event.sites = [...new Set(own.filter(s => GOES.test(ctx.text.slice(s.start, s.end))).flatMap(s => s.projects.map(p => p.name)))]
}

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
