// From a reading to what a visit may become: its days and people, its sites with their sums and land, its lessons. Proposes only; a person corrects it.
import type { Person, Project, Quantity, Reading, ReadingEvent, Span } from '../reader/reading.ts'
import { exact, over, times } from './exact.ts'
import { lessonsIn } from './fromlesson.ts'
import { CURRENCIES, type Currency, decimalText, type Money } from './money.ts'
import { sentenceAround } from './printed.ts'
import type { Day } from './types.ts'

/** 线索 对标案例 不登记 */
export const SITE_USES = ['lead', 'case', 'leave'] as const
export type SiteUse = (typeof SITE_USES)[number]

export interface SiteOffer {
  name: string
  use: SiteUse
  /** Among the sites that were seen; otherwise only spoken of. */
  seen: boolean
  investor: string | null
  sum: Money | null
  /** In 亩. */
  land: number | null
  /** Its size as printed: 总投资92.4亿元. */
  said: string | null
  span: Span
  sentence: string
}

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
  span: Span
  sentence: string
  sites: SiteOffer[]
  lessons: LessonOffer[]
}

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
    span: event.span,
    sentence: sentenceAround(text, event.span, repairs),
    sites,
    lessons,
  }
}

/** 县委常委、组织部部长许南乔 */
const withPosts = (name: string, people: readonly Person[]): string =>
  `${people.find(p => p.name === name)?.posts.join('、') ?? ''}${name}`.slice(0, 200)

/** In the order of the text: what was seen, and what is only spoken of, which is left out unless a person takes it in. */
function sitesOf(text: string, reading: Reading, event: ReadingEvent): SiteOffer[] {
  const { span: whole } = reading.articles[event.article]!
  const inside = ({ span }: { span: Span }) => span[0] >= whole[0] && span[1] <= whole[1]
  const projects = reading.projects.filter(inside)
  const places = [...projects, ...reading.units.filter(inside)]
  const seen = event.sites.flatMap(name => {
    const place = places.find(p => p.name === name)
    // A site that a person wrote into the reading stands where the visit is told.
    return [site(text, reading, name, place?.span ?? event.span, projects.find(p => p.name === name) ?? null, true)]
  })
  const spoken = projects.filter(p => !event.sites.includes(p.name)).map(p => site(text, reading, p.name, p.span, p, false))
  return [...seen, ...spoken].sort((a, b) => Number(b.seen) - Number(a.seen) || a.span[0] - b.span[0])
}

function site(text: string, reading: Reading, name: string, span: Span, project: Project | null, seen: boolean): SiteOffer {
  const at = (index: number | null | undefined): Quantity | null =>
    index === null || index === undefined ? null : (reading.quantities[index] ?? null)
  const [money, area] = [at(project?.investment), at(project?.area)]
  const sum = moneyOf(money)
  const said = [money, area].flatMap(q => (q ? [`${q.of ?? ''}${q.text}`] : [])).join('，')
  const use: SiteUse = !seen ? 'leave' : sum || FIRM.test(name) ? 'lead' : 'case'
  const sentence = sentenceAround(text, span, reading.repairs)
  return {
    name: name.slice(0, TITLE_LENGTH),
    use,
    seen,
    investor: investorOf(name),
    sum,
    land: muOf(area),
    said: said || null,
    span,
    sentence,
  }
}

const FIRM = /(?:公司|集团|厂)$/

/** 天盾应急装备项目 → 天盾应急装备: a guess, which a person corrects. */
const investorOf = (name: string): string => name.replace(/(?:项目|工程)$/, '') || name

/** 过百亿元 is a bound, no sum; 3至5亿元 neither. */
function moneyOf(q: Quantity | null): Money | null {
  if (!q || q.max !== undefined || (q.bound !== '=' && q.bound !== '≈') || !CURRENCIES.includes(q.unit as Currency)) return null
  return { amount: decimalText(exact(String(q.value))), currency: q.unit as Currency }
}

/** In 亩, to two decimals: 1 公顷 = 15 亩, 1 平方公里 = 1500 亩, 666⅔ 平方米 = 1 亩. */
const MU: Record<string, [times: string, over: string]> = { mu: ['1', '1'], 公顷: ['15', '1'], km2: ['1500', '1'], m2: ['3', '2000'] }

/** 建筑面积 is floor, no land. */
function muOf(q: Quantity | null): number | null {
  const scale = q && MU[q.unit]
  if (!q || !scale || q.max !== undefined || q.of?.includes('建筑')) return null
  return Number(decimalText(over(times(exact(String(q.value)), exact(scale[0])), exact(scale[1]))))
}
