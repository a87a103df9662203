// Assessment schemes 考核方案, as the API shows and takes them.
import { z } from 'zod'
import { SCORE_REASONS } from '../assessment.ts'
import { FORBIDDEN_ITEMS } from '../forbidden.ts'
import { DIRECTIONS, INDICATOR_KINDS, PACE_REASONS } from '../indicator.ts'
import { LEAST_REASON } from '../scheme.ts'
import { Month, Year } from './indicator.ts'
import { Id, InstantText, Line, Words } from './value.ts'

const SchemeItemBody = z.object({
  /** Made by whoever adds the item; it stays with it from version to version. */
  id: Id,
  name: Line(120).min(2),
  indicatorId: Id.nullable().default(null),
  measure: Words(500).nullable().default(null),
  direction: z.enum(DIRECTIONS).default('up'),
  weight: z.number().positive().max(1000),
  /** As a share of the weight: 1.1 lets a tenth more be earned. */
  cap: z.number().min(0.1).max(2).default(1),
  /** Why what is flagged in its words is work, nothing that the rules forbid; it is kept with one's name, and shown wherever the item is scored. */
  clearedWhy: Words(200).min(LEAST_REASON).nullable().default(null),
})
export const SchemeBody = z.object({
  name: Line(60).min(2),
  year: Year,
  items: z.array(SchemeItemBody).max(200),
  /** What was changed, and by what decision. */
  why: Words(500).nullable().default(null),
  /** The version the person saw, 0 for a new one. */
  seen: z.int().min(0),
  retired: z.boolean().default(false),
})

const WeightsView = z.object({ full: z.number(), counted: z.number(), byHand: z.number(), forbidden: z.number() })
const SchemeHead = z.object({
  id: Id,
  name: z.string(),
  year: z.int(),
  version: z.int(),
  retired: z.boolean(),
  items: z.int(),
  flagged: z.int(),
  weights: WeightsView,
  by: z.string(),
  at: InstantText,
})
export const SchemeList = z.object({ schemes: z.array(SchemeHead) })
export type SchemeList = z.infer<typeof SchemeList>
export const SchemeQuery = z.object({ version: z.coerce.number().int().min(1).optional() })
export const SchemeView = SchemeHead.omit({ items: true })
  .extend({
    items: z.array(
      SchemeItemBody.extend({
        indicator: z.string().nullable(),
        unit: z.string().nullable(),
        /** What the rules forbid in it; while there is any, it is not counted. */
        cleared: z.object({ why: z.string(), by: z.string(), at: InstantText }).nullable(),
        objections: z.array(z.object({ code: z.enum(FORBIDDEN_ITEMS), rule: z.string(), found: z.string() })),
      }),
    ),
    why: z.string().nullable(),
    newest: z.int(),
    /** Newest first. */
    versions: z.array(z.object({ version: z.int(), by: z.string(), at: InstantText, why: z.string().nullable() })),
  })
  .meta({ id: 'Scheme' })
export type SchemeView = z.infer<typeof SchemeView>

/** `result`: as it was settled, whatever came in since. */
export const ScoresQuery = z.object({ month: Month.optional(), result: Id.optional() })
export type ScoresQuery = z.infer<typeof ScoresQuery>
const ScoreView = z.object({
  itemId: Id,
  points: z.number().nullable(),
  reason: z.enum([...SCORE_REASONS, ...PACE_REASONS]),
  month: z.int().nullable(),
  /** The newest month whose figure should be there and is not. */
  awaited: z.int().nullable(),
  lowBase: z.boolean(),
  done: z.number().nullable(),
  scheduled: z.number().nullable(),
  percent: z.number().nullable(),
})
export const SchemeScores = z
  .object({
    id: Id,
    name: z.string(),
    year: z.int(),
    version: z.int(),
    /** Of the data; null: none of that year yet. */
    month: z.int().nullable(),
    months: z.array(z.int()),
    weights: WeightsView,
    /** Those that are counted, in the order of the scheme. */
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        weight: z.number(),
        cap: z.number(),
        indicatorId: Id.nullable(),
        indicator: z.string().nullable(),
        unit: z.string(),
        kind: z.enum(INDICATOR_KINDS).nullable(),
      }),
    ),
    /** As they were settled, newest first. */
    results: z.array(z.object({ id: Id, month: z.int(), version: z.int(), why: z.string().nullable(), by: z.string(), at: InstantText })),
    /** Flagged and left out. */
    left: z.array(z.object({ id: Id, name: z.string(), weight: z.number() })),
    /** Flagged and counted, since somebody said why it is work. */
    cleared: z.array(z.object({ id: Id, name: z.string(), why: z.string(), by: z.string(), at: InstantText })),
    /** The whole first, then units in the order of the tree; only those of which something can be told. */
    units: z.array(
      z.object({
        unitId: Id,
        unit: z.string(),
        points: z.number(),
        scored: z.number(),
        full: z.number(),
        scores: z.array(ScoreView),
      }),
    ),
  })
  .meta({ id: 'SchemeScores' })
export type SchemeScores = z.infer<typeof SchemeScores>

/** `seen`: the version whose scores the person saw. */
export const SettleBody = z.object({ month: Month, seen: z.int().min(1), why: Words(500).nullable().default(null) })
export const Settled = z.object({ result: Id })
export type Settled = z.infer<typeof Settled>
