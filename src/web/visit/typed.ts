// A visit of a document as a person corrects it before it is registered, and what is then sent. Pure.
import type { TakeVisitBody, VisitPaper } from '../../core/contract/visit.ts'
import { leadFields, type SiteOffer } from '../../core/fromsite.ts'
import { visitFields } from '../../core/fromvisit.ts'
import { type Fields, withFields } from '../../core/kind.ts'
import type { Exemplar } from '../../core/peer.ts'

export type Offer = VisitPaper['visits'][number]

/** `why` it is entered beside one that is most probably the same. */
export type Site = SiteOffer & { why?: string }

export interface Typed {
  title: string
  /** Of the journey itself; its sites and lessons are taken from below. */
  fields: Fields
  sites: Site[]
  lessons: (Offer['lessons'][number] & { on: boolean })[]
  /** Indices of figures that are left out. */
  left: number[]
  exemplar: Exemplar | null
  leadUnitId: string | null
}

export const JOURNEY = ['place', 'from', 'to', 'leader', 'delegation', 'hosts'] as const

export function typedOf(offer: Offer): Typed {
  const fields = visitFields(offer)
  return {
    title: offer.title,
    fields: Object.fromEntries(JOURNEY.map(name => [name, fields[name] ?? null])),
    sites: offer.sites,
    lessons: offer.lessons.map(lesson => ({ ...lesson, on: true })),
    left: [],
    exemplar: 'domestic',
    leadUnitId: null,
  }
}

export const takenFigures = (offer: Offer, typed: Typed): Offer['figures'] =>
  offer.figures.filter(f => f.reason === null && !typed.left.includes(f.index))
export const used = (typed: Typed, use: SiteOffer['use']): Site[] => typed.sites.filter(s => s.use === use)

export function bodyOf(offer: Offer, typed: Typed): TakeVisitBody {
  const lessons = typed.lessons.filter(l => l.on)
  const indices = takenFigures(offer, typed).map(f => f.index)
  const visit = { title: typed.title, to: (typed.fields.to as string | null) ?? null }
  return {
    event: offer.event,
    title: typed.title,
    leadUnitId: typed.leadUnitId,
    fields: withFields('visit', visitFields({ ...offer, sites: typed.sites, lessons }), typed.fields),
    leads: used(typed, 'lead').map(site => ({
      title: site.name,
      span: site.span,
      fields: leadFields(site, visit),
      why: site.why?.trim() || null,
    })),
    lessons: lessons.map(({ title, span, words }) => ({ title, span, seen: words })),
    figures: indices.length ? { indices, exemplar: typed.exemplar } : null,
  }
}
