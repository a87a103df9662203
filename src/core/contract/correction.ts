// Corrections of a reading by hand: which fields of which lists, in what form; and the corrected reading as gold for measuring the reader.
import { z } from 'zod'
import { BOUNDS, GENRES, LEVELS, STRENGTHS, TOPICS } from '../../reader/reading.ts'
import { CORRECTABLE } from '../correction.ts'
import { DayText, InstantText, Line, SpanPair, Words } from './value.ts'

const Name = Line(200).min(1)
const Names = z.array(Name).max(100)
const MaybeName = Line(200).nullable()
const MaybeDay = DayText.nullable()
/** An index into another list of the same reading. */
const Link = z.int().min(0).nullable()

const ActionFields = z.object({
  span: SpanPair,
  text: Words(1000),
  strength: z.enum(STRENGTHS),
  lead: MaybeName,
  co: Names,
  deadline: Link,
  measure: Link,
})

/** The fields a person may set, by list. `span` is given for what he adds. */
export const FIELDS = {
  articles: z.object({
    title: MaybeName,
    genre: z.enum(GENRES),
    number: MaybeName,
    issuer: MaybeName,
    recipients: Names,
    date: MaybeDay,
    byline: MaybeName,
  }),
  events: z.object({
    article: z.int().min(0),
    kind: z.enum(['meeting', 'visit']),
    name: Name,
    from: MaybeDay,
    to: MaybeDay,
    place: MaybeName,
    level: z.enum(LEVELS).nullable(),
    chair: MaybeName,
    attendees: Names,
    hosts: Names,
    sites: Names,
    conveys: Link,
  }),
  directives: z.object({
    article: z.int().min(0),
    ordinal: MaybeName,
    path: z.array(z.int().min(0)).max(10),
    heading: Name,
    speaker: MaybeName,
    topic: z.enum(TOPICS),
    hard: z.boolean(),
    actions: z.array(ActionFields).max(200),
    missing: z.array(z.enum(['lead', 'deadline', 'measure'])),
  }),
  quantities: z.object({
    text: Name,
    value: z.number(),
    max: z.number().nullable(),
    unit: Line(20).min(1),
    bound: z.enum(BOUNDS),
    of: MaybeName,
    subject: MaybeName,
    change: z.enum(['up', 'down']).nullable(),
  }),
  dates: z.object({
    text: Name,
    from: MaybeDay,
    to: MaybeDay,
    implied: z.array(z.enum(['year', 'month', 'day'])),
    every: Line(20).nullable(),
  }),
  people: z.object({ name: Name, posts: Names }),
  units: z.object({ name: Name }),
  projects: z.object({ name: Name, investment: Link, area: Link }),
  indicators: z.object({ name: Name, region: MaybeName, period: MaybeName, quantity: Link }),
  frames: z.object({ name: Name, count: z.int().min(0) }),
  repairs: z.object({ was: Line(200), now: Line(200), kind: z.enum(['join-lines', 'drop-space', 'misread', 'repeated']) }),
} as const satisfies Record<(typeof CORRECTABLE)[number], z.ZodObject>

const one = <K extends keyof typeof FIELDS>(of: K) =>
  z.object({
    of: z.literal(of),
    /** The entry's place in the reader's list; null adds one. */
    index: z.int().min(0).nullable(),
    /** The fields that are otherwise; null strikes the entry out. */
    value: FIELDS[of].partial().extend({ span: SpanPair.optional() }).strict().nullable(),
  })
export const CorrectionBody = z.discriminatedUnion('of', [
  one('articles'),
  one('events'),
  one('directives'),
  one('quantities'),
  one('dates'),
  one('people'),
  one('units'),
  one('projects'),
  one('indicators'),
  one('frames'),
  one('repairs'),
])
export type CorrectionBody = z.infer<typeof CorrectionBody>

export const CorrectionView = z
  .object({
    of: z.enum(CORRECTABLE),
    index: z.int(),
    value: z.record(z.string(), z.unknown()).nullable(),
    by: z.string(),
    at: InstantText,
  })
  .meta({ id: 'Correction' })
export type CorrectionView = z.infer<typeof CorrectionView>
