// Which document conveys which, and the comparison of the two, directive by directive.
import { z } from 'zod'
import { RELAY_CHANGES, RELAY_VERDICTS } from '../relay.ts'
import { Id, SpanPair } from './value.ts'

const Side = z.object({
  id: Id,
  title: z.string(),
  day: z.string().nullable(),
  directives: z.array(z.object({ text: z.string(), ordinal: z.string().nullable(), span: SpanPair })),
})

export const ConveyanceView = z
  .object({
    id: Id,
    title: z.string(),
    /** The document that it conveys with the comparison; null while nobody has said. */
    of: z
      .object({
        upper: Side,
        lower: Side,
        /** Days from the upper document or meeting to this one; null when a date is not known. */
        days: z.int().nullable(),
        lines: z.array(
          z.object({
            verdict: z.enum(RELAY_VERDICTS),
            upper: z.int().nullable(),
            lower: z.int().nullable(),
            score: z.number(),
            nearest: z.int().nullable(),
            changes: z.array(z.object({ change: z.enum(RELAY_CHANGES), facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
          }),
        ),
        counts: z.record(z.enum(RELAY_VERDICTS), z.int()),
        pilingOn: z.boolean(),
      })
      .nullable(),
    /** Documents that are alike, the most alike first. */
    candidates: z.array(z.object({ id: Id, title: z.string(), day: z.string().nullable(), alike: z.number() })),
  })
  .meta({ id: 'Conveyance' })
export type ConveyanceView = z.infer<typeof ConveyanceView>

/** `of` null: it conveys none. */
export const ConveyanceBody = z.object({ of: Id.nullable() })
