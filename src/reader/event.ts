// Finds meetings held or fixed and visits made, with when, where and who; never takes a meeting that is only asked for.

import type { ArticleFacts, RawDate, ReadContext, Sentence } from './context.ts'
import type { RawDirective } from './directive.ts'
import { firstEndingAfter } from './outline.ts'
import type { Level, ReadingEvent, Span } from './reading.ts'

export interface RawEvent extends Omit<ReadingEvent, 'conveys'> {
  conveys: RawEvent | null
}

const MAY_BE = /召开|举行|举办|考察|调研|走访|慰问|参观|视察|访问|学习/
// 我县召开……推进会  主持召开……常务会议  定于5月28日召开……会议
const HOLDS =
  /(?:主持)?(?:组织)?(?:召开|举行|举办)(?:了)?([^，,。；]{0,60}?(?:大会|会议|签约仪式|开工仪式|(?<![委员社协学工联])会(?![议商诊])))/
// ……会议在太原召开
const IS_HELD = /([^，,。；]{2,60}?(?:会议|大会|[^机社协学工]会|仪式))(?:在([^，,。；]{2,24}?))?(?:胜利|隆重|顺利)?(?:召开|举行|举办)/
const HELD_AT = /(?:在|于)([^，,。；在于]{2,24}?)(?:主持)?(?:召开|举行|举办)/
// 县长沈一诺率……赴云川市……学习考察  到北岭省云川市等地参观考察
const VISITS =
  /(?:率|带领|带队|一行|深入|先后|前往|赴|到|来|来到|走进)[^。；]*?(?:考察|调研|走访|慰问|参观|视察|访问|学习|对接|招商|督导|检查)/
const VISIT_PLACE =
  /(?:赴|到|前往|深入|来到|走进)([^，,。；]{2,24}?)(?:等地|，|,|进行|开展|学习|参观|考察|调研|走访|慰问|视察|检查|督导|访问|对接|招商|$)/
const VISIT_NAME =
  /(?:学习考察|参观考察|考察学习|考察招商|招商考察|走访慰问|调研督导|督导调研|考察调研|调研指导|考察|调研|慰问|走访|参观|视察|访问|学习)/
const PLANNED = /(?:要|拟|将|计划|准备|应|适时|定期|每[月季周年]|不定期|通过|至少|力争|确保)[^，,。；定]{0,14}(?:召开|举行|举办|组织)/
const SOON = /近日|(?<![\d一二三四五六七八九十])日前|昨日|昨天|今日|今天|连日来/

/** The events of all articles, in order. Sentences inside directives hold none. */
export function findEvents(ctx: ReadContext, directives: readonly RawDirective[]): RawEvent[] {
  const byArticle: (RawEvent[] | undefined)[] = []
  const seen = new Set<string>()
  let d = 0
  for (const s of ctx.sentences) {
    const article = ctx.articles[s.article]
    if (!article || ctx.lines[s.line]?.role === 'title') continue
    while (d < directives.length && directives[d]!.span[1] <= s.start) d++
    const until = Math.min(s.end, directives[d]?.span[0] ?? s.end)
    if (until <= s.start) continue
    const text = ctx.text.slice(s.start, until)
    if ((!s.dates.length && !SOON.test(text)) || !MAY_BE.test(text)) continue
    const told = { ...s, end: until }
    const event = meetingIn(ctx, told, article) ?? visitIn(ctx, told, article)
    const own = (byArticle[article.index] ??= [])
    if (!event || seen.has(`${s.article} ${event.kind} ${event.from} ${event.name}`)) continue
    seen.add(`${s.article} ${event.kind} ${event.from} ${event.name}`)
    own.push(event)
  }
  const sentencesOf: Sentence[][] = []
  for (const s of ctx.sentences) if (byArticle[s.article]) (sentencesOf[s.article] ??= []).push(s)
  for (const own of byArticle)
    own?.forEach((event, i) => {
      addPeople(ctx, event, i === 0, own[i + 1]?.span[0] ?? ctx.articles[event.article]!.end, sentencesOf[event.article]!)
      if (i === 0) event.conveys = conveyed(ctx, event, own)
    })
  return byArticle.flatMap(own => own ?? [])
}

function meetingIn(ctx: ReadContext, s: Sentence, article: ArticleFacts): RawEvent | null {
  const text = ctx.text.slice(s.start, s.end)
  const day = dayBefore(ctx, s, /召开|举行|举办/)
  const soon = day ? null : SOON.exec(text)
  if (!day && !soon) return null
  const from = day ? day.span[0] : s.start + soon!.index
  const rest = ctx.text
    .slice(day ? day.span[1] : from + soon![0].length, s.end)
    .replace(/^[前后]?(?:上午|下午|晚上?|中午)?(?:\d{1,2}[:：]\d{2})?/, x => ' '.repeat(x.length))
  if (PLANNED.test(rest.slice(0, 120)) && !/定于|决定/.test(text)) return null
  const offset = s.end - rest.length
  const holds = HOLDS.exec(rest.slice(0, 260))
  const held = holds ? null : IS_HELD.exec(rest.slice(0, 260))
  const m = holds ?? held
  if (!m || m.index > 120) return null
  const name = (holds ? holds[1]! : held![1]!.replace(/^[\s，,]*(?:在)?/, '')).trim()
  if (name.length < 3) return null
  const span: Span = [from, offset + m.index + m[0].length]
  return {
    article: article.index,
    span,
    kind: 'meeting',
    name,
    from: day?.from ?? null,
    to: day?.to ?? null,
    place: holds ? (HELD_AT.exec(rest.slice(0, holds.index + holds[0].length))?.[1] ?? null) : (held![2] ?? null),
    level: levelOf(`${holds ? rest.slice(0, holds.index) : ''}${name}`),
    chair: null,
    attendees: [],
    hosts: [],
    sites: [],
    conveys: null,
  }
}

function visitIn(ctx: ReadContext, s: Sentence, article: ArticleFacts): RawEvent | null {
  const text = ctx.text.slice(s.start, Math.min(s.end, s.start + 400))
  const m = VISITS.exec(text)
  if (!m) return null
  const day = dayBefore(ctx, s, VISITS)
  const soon = day ? null : SOON.exec(text)
  if (!day && (!soon || soon.index > m.index)) return null
  const leader = s.people.findLast(p => p.span[0] - s.start < m.index + 2 && p.span[0] >= (day?.span[1] ?? s.start))
  if (!leader && !/一行|考察[组团]|代表团|领导|负责人/.test(text)) return null
  const from = day ? day.span[0] : s.start + soon!.index
  const place = VISIT_PLACE.exec(text.slice(m.index))?.[1] ?? null
  const end = s.start + m.index + (place ? text.slice(m.index).indexOf(place) + place.length : m[0].length)
  return {
    article: article.index,
    span: [from, Math.max(end, from + 1)],
    kind: 'visit',
    name: VISIT_NAME.exec(text.slice(m.index).replace(/学习[^考]*?贯彻/g, ''))?.[0] ?? '考察',
    from: day?.from ?? null,
    to: day?.to ?? null,
    place,
    level: levelOf(leader?.posts[0] ?? text.slice(0, m.index)),
    chair: leader?.name ?? null,
    attendees: [],
    hosts: [],
    sites: [],
    conveys: null,
  }
}

/** The day or span of days, said to the day, that stands before the verb in the same sentence. */
function dayBefore(ctx: ReadContext, s: Sentence, verb: RegExp): RawDate | null {
  const at = ctx.text.slice(s.start, s.end).search(verb)
  let best: RawDate | null = null
  for (const date of s.dates)
    if (
      date.span[1] <= s.start + Math.max(at, 0) + 1 &&
      /日|号/.test(date.text) &&
      (date.from || !date.to) &&
      !date.every &&
      !/^(?:之?前|以来|起)/.test(ctx.text.slice(date.span[1], date.span[1] + 2))
    )
      best ??= date
  return best
}

function levelOf(s: string): Level | null {
  if (/全国|国务院|中央|国家/.test(s)) return 'nation'
  if (/全省|我省|省委|省政府|省级/.test(s)) return 'province'
  if (/全县|我县|[县区]委|县政府|[县区]长|县|科局级|全区/.test(s)) return 'county'
  if (/全市|我市|市委|市政府|市长/.test(s)) return 'city'
  return /[镇乡]/.test(s) ? 'township' : null
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
