// The small values that many schemas share: ids, days, instants, names, pages.
import { z } from 'zod'
import { parseDay } from '../day.ts'

export const Id = z.uuid()
/** GB/T 2260 code of a county, city or province, or with three more digits (GB/T 10114) that of a township. */
export const JurisdictionId = z.string().regex(/^[1-9]\d{5}(?:\d{3})?$/)
export const DayText = z.string().refine(s => parseDay(s) !== null, 'day')
export const InstantText = z.iso.datetime()
export const SpanPair = z.tuple([z.int().min(0), z.int().min(0)])

/** Control and bidirectional marks have no place in a name or a sentence; line breaks and tabs do. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u
const clean = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(s => !FORBIDDEN.test(s), 'characters')

/** One line: a title, a name. */
export const Line = (max = 200) => clean(max).refine(s => !/[\r\n]/.test(s), 'one-line')
/** A few sentences: what a person reports. */
export const Words = (max = 4000) => clean(max)

/** Client's key of one intended write: the same key is carried out once, however often it arrives. Header `Idempotency-Key`. */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

export const Page = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})

/** A query parameter that may be given once or more. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(v => (v === undefined ? [] : Array.isArray(v) ? v : String(v).split(',')), z.array(item).max(50))
export const Flag = z.preprocess(v => v === true || v === 'true' || v === '1', z.boolean())
