// From a reading to what a visit may become: its days and people, its sites with their sums and land, its lessons. Proposes only; a person corrects it.
import type { Person, Reading, ReadingEvent, Span } from '../reader/reading.ts'
import { lessonsIn } from './fromlesson.ts'
import { type SiteOffer, sitesOf } from './fromsite.ts'
import { type Fields, withFields } from './kind.ts'
import { sentenceAround } from './printed.ts'
import type { Day } from './types.ts'

export interface LessonOffer {
  title: string
  /** What they do there, in the document's words. */
  words: string
  span: Span
}

export interface VisitOffer {
  /** Index into the reading's events. */
  event: number
  title: string
  place: string | null
  from: Day | null
  to: Day | null
  leader: string | null
  delegation: string[]
  hosts: string[]
  /** What is told of the place. */
  profile: string | null
  span: Span
  sentence: string
  sites: SiteOffer[]
  lessons: LessonOffer[]
}

/** As long as the contract lets a title be. */
const TITLE_LENGTH = 120

/** The visits to other places that the document tells of; `own`: the jurisdiction's full name. */
export function visitOffers(text: string, reading: Reading, own: string): VisitOffer[] {
  return reading.events.flatMap((event, index) => {
    if (event.kind !== 'visit' || isAtHome(event, own)) return []
    const sites = sitesOf(text, reading, event)
    const lessons = lessonsIn(text, reading, event)
    return sites.length || lessons.length ? [offer(text, reading, event, index, sites, lessons)] : []
  })
}

/** 赴望澜市 is away; 深入青禾县松岗镇, 来到河湾乡 and a visit to nowhere are looks at home. */
const isAtHome = ({ place }: ReadingEvent, own: string): boolean =>
  !place || place.includes(own) || /^[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|村|社区)/.test(place)

function offer(text: string, reading: Reading, event: ReadingEvent, index: number, sites: SiteOffer[], lessons: LessonOffer[]): VisitOffer {
  const { repairs, people, articles } = reading
  const article = articles[event.article]!
  const named = (name: string) => withPosts(name, people)
  const heading = event.place ? `赴${event.place}${event.name}` : event.name
  return {
    event: index,
    title: (article.genre === 'visit' && article.title ? article.title : heading).replace(/\s+/g, '').slice(0, TITLE_LENGTH),
    place: event.place,
    from: event.from,
    to: event.to,
    leader: event.chair && named(event.chair),
    delegation: event.attendees.map(named),
    hosts: event.hosts.map(named),
    profile: profileOf(text, reading, event, lessons),
    span: event.span,
    sentence: sentenceAround(text, event.span, repairs),
    sites,
    lessons,
  }
}

const OF_THE_PLACE = /^(?:总?人口|(?:常住|户籍)人口|(?:国土|行政区域?)?面积)$/

/** 望澜市地处……面积……；2025年，全市实现地区生产总值……: the sentences that give its size and its figures. */
function profileOf(text: string, reading: Reading, { article, place }: ReadingEvent, lessons: LessonOffer[]): string | null {
  const [from, to] = reading.articles[article]!.span
  const until = lessons[0]?.span[0] ?? to
  const told = [
    ...reading.quantities.filter(q => q.of !== null && OF_THE_PLACE.test(q.of)),
    ...reading.indicators.filter(i => i.region !== null && place?.includes(i.region)),
  ].filter(({ span }) => from <= span[0] && span[1] <= until)
  const sentences = told.sort((a, b) => a.span[0] - b.span[0]).map(({ span }) => sentenceAround(text, span, reading.repairs))
  return [...new Set(sentences)].join('').slice(0, 2000) || null
}

/** 县委常委、组织部部长许南乔 */
const withPosts = (name: string, people: readonly Person[]): string =>
  `${people.find(p => p.name === name)?.posts.join('、') ?? ''}${name}`.slice(0, 200)

/** The facts of the visit as a person left them; every site by name and size, those that are no lead as cases. */
export function visitFields(offer: Omit<VisitOffer, 'span' | 'sentence'>): Fields {
  const lines = (sites: readonly SiteOffer[]) => [...new Set(sites.map(s => (s.said ? `${s.name}（${s.said}）` : s.name).slice(0, 200)))]
  const used = offer.sites.filter(s => s.use !== 'leave')
  return withFields(
    'visit',
    {},
    {
      place: offer.place,
      from: offer.from,
      to: offer.to,
      leader: offer.leader,
      delegation: [...new Set(offer.delegation)],
      hosts: [...new Set(offer.hosts)],
      sites: lines(offer.sites.filter(s => s.seen || s.use !== 'leave')),
      cases: lines(used.filter(s => s.use === 'case')),
      profile: offer.profile,
      report: offer.lessons.map((lesson, i) => `${i + 1}. ${lesson.title}`).join('\n') || null,
    },
  )
}
