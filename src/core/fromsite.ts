// The sites of a visit as a reading has them: what may become a lead, with its sum in its own currency and its land, and what a benchmark case. Proposes only.
import type { Project, Quantity, Reading, ReadingEvent, Span } from '../reader/reading.ts'
import { exact, over, times } from './exact.ts'
import { type Fields, withFields } from './kind.ts'
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

/** In the order of the text: what was seen, and what is only spoken of, which is left out unless a person takes it in. */
export function sitesOf(text: string, reading: Reading, event: ReadingEvent): SiteOffer[] {
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
    name: name.slice(0, 120),
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

/** What is known of a lead: who invests, how much, how much land. */
export const leadFields = (site: SiteOffer, visit: { title: string; to: Day | null }): Fields =>
  withFields('project', {}, { investor: site.investor, sum: site.sum, land: site.land, finder: visit.title, foundOn: visit.to })
