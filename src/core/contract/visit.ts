// What a document tells of a visit, as it is offered to be registered in one step, as a person corrected it, and taken back.
import { z } from 'zod'
import { SITE_USES } from '../fromsite.ts'
import { EXEMPLARS } from '../peer.ts'
import { PeerOffers } from './benchmark.ts'
import { FieldsBody, Money } from './field.ts'
import { DayText, Id, InstantText, Line, SpanPair, Words } from './value.ts'

const SiteOfferView = z
  .object({
    name: z.string(),
    use: z.enum(SITE_USES),
    seen: z.boolean(),
    investor: z.string().nullable(),
    sum: Money.nullable(),
    land: z.number().nullable(),
    said: z.string().nullable(),
    span: SpanPair,
    sentence: z.string(),
  })
  .meta({ id: 'SiteOffer' })

const VisitOfferView = z
  .object({
    event: z.int(),
    title: z.string(),
    place: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    leader: z.string().nullable(),
    delegation: z.array(z.string()),
    hosts: z.array(z.string()),
    profile: z.string().nullable(),
    span: SpanPair,
    sentence: z.string(),
    sites: z.array(SiteOfferView),
    lessons: z.array(z.object({ title: z.string(), words: z.string(), span: SpanPair })),
    /** Of the place that was visited; none for who keeps no peers. */
    figures: PeerOffers.shape.offers,
    /** It was registered already. */
    taken: z
      .object({ id: Id, number: z.string().nullable(), title: z.string(), at: InstantText, leads: z.int(), lessons: z.int() })
      .nullable(),
  })
  .meta({ id: 'VisitOffer' })
export const VisitPaper = z.object({ documentId: Id, title: z.string(), visits: z.array(VisitOfferView) }).meta({ id: 'VisitPaper' })
export type VisitPaper = z.infer<typeof VisitPaper>

const Title = Line(120).min(1)

export const TakeVisitBody = z.object({
  /** Index into the reading's events. */
  event: z.int().min(0),
  title: Title,
  /** Of the visit and of its leads, which are dispatched to it; null: nobody yet. */
  leadUnitId: Id.nullable().default(null),
  fields: FieldsBody,
  /** `why` it is entered beside one that is most probably the same. */
  leads: z.array(z.object({ title: Title, span: SpanPair, fields: FieldsBody, why: Words().nullable().default(null) })).max(100),
  lessons: z.array(z.object({ title: Title, span: SpanPair, seen: Words(2000).min(1) })).max(100),
  figures: z
    .object({ indices: z.array(z.int().min(0)).max(200), exemplar: z.enum(EXEMPLARS).nullable() })
    .nullable()
    .default(null),
})
export type TakeVisitBody = z.infer<typeof TakeVisitBody>

export const VisitTaken = z
  .object({ id: Id, number: z.string(), leads: z.int(), lessons: z.int(), figures: z.int() })
  .meta({ id: 'VisitTaken' })
export type VisitTaken = z.infer<typeof VisitTaken>

export const AdaptBody = z.object({
  /** The version of the lesson that the person saw. */
  version: z.int().min(0),
  /** What is done about it here. */
  title: Title,
  leadUnitId: Id,
  dueOn: DayText,
  measure: Line(200).nullable().default(null),
})
export type AdaptBody = z.infer<typeof AdaptBody>
export const Adapted = z.object({ id: Id, number: z.string() }).meta({ id: 'Adapted' })
export type Adapted = z.infer<typeof Adapted>
