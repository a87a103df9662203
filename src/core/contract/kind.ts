// Ledgers of kinds: their facts as they travel, their list, the stages with counts and sums, and rates of exchange.
import { z } from 'zod'
import { ALIKE_PARTS } from '../duplicate.ts'
import { FORECAST_REASONS } from '../forecast.ts'
import { LEDGER_KINDS } from '../kind.ts'
import { CURRENCIES, isRate } from '../money.ts'
import { COMMANDS, LIGHTS } from '../types.ts'
import { FieldNames, FieldsBody, Money } from './field.ts'
import { ITEM_SORTS, ItemQuery, ItemRow } from './item.ts'
import { DayText, Id, InstantText, Line, many } from './value.ts'

export const KindParams = z.object({ kind: z.enum(LEDGER_KINDS) })

export const KindRow = z
  .object({ ...ItemRow.shape, stage: z.string(), stageOn: z.string(), lastOn: z.string(), fields: FieldsBody })
  .meta({ id: 'KindRow' })
export type KindRow = z.infer<typeof KindRow>

const KIND_SORTS = [...ITEM_SORTS, 'stage', 'stageOn', 'sum'] as const
export const KindQuery = ItemQuery.extend({
  stage: many(z.string().max(30)),
  /** A list of the kind (core/kinds: lists), and instead of its days so many. */
  list: z.string().max(30).optional(),
  days: z.coerce.number().int().min(1).max(3650).optional(),
  /** Facts, as field:value; a text need only hold the value. */
  fact: many(z.string().max(240)),
  /** Of the year of the first signing. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  currency: many(z.enum(CURRENCIES)),
  visit: Id.optional(),
  sort: z.enum(KIND_SORTS).default('stageOn'),
  dir: z.enum(['asc', 'desc']).default('desc'),
})
export type KindQuery = z.infer<typeof KindQuery>
export const KindList = z.object({ items: z.array(KindRow), total: z.int(), names: FieldNames })
export type KindList = z.infer<typeof KindList>

const RateOf = z.number().nullable()
export const CohortView = z.object({
  cohort: z.string(),
  projects: z.int(),
  landed: z.int(),
  started: z.int(),
  producing: z.int(),
  dropped: z.int(),
  sums: z.array(Money),
  yuan: z.string(),
  rates: z.object({ performance: RateOf, landing: RateOf, start: RateOf, production: RateOf, funds: RateOf }),
})
/** By the year of the first signing and by the visit on which they were found; the funnel, and what will have landed by the end of the year. */
export const OutlookView = z
  .object({
    years: z.array(CohortView),
    all: CohortView.nullable(),
    visits: z.array(CohortView.extend({ title: z.string(), number: z.string().nullable() })),
    /** How many ever came so far, of those that are not dropped, by stage. */
    funnel: z.array(z.object({ stage: z.string(), items: z.int() })),
    forecast: z.object({
      year: z.string(),
      landed: z.string(),
      low: z.string(),
      likely: z.string(),
      high: z.string(),
      waiting: z.int(),
      waitingYuan: z.string(),
      days: z.int(),
      seen: z.int(),
      came: z.int(),
      reason: z.enum(FORECAST_REASONS).nullable(),
    }),
    /** The rates that the yuan rest on, and currencies without one. */
    used: z.array(z.object({ currency: z.enum(CURRENCIES), on: z.string(), rate: z.string() })),
    missing: z.array(z.enum(CURRENCIES)),
  })
  .meta({ id: 'Outlook' })
export type OutlookView = z.infer<typeof OutlookView>
export type CohortView = z.infer<typeof CohortView>

/** What the office that schedules the projects goes through: what moved, what is stuck, what is due. */
export const WeekQuery = z.object({ days: z.coerce.number().int().min(1).max(60).default(7) })
export const WeekView = z
  .object({
    from: z.string(),
    moved: z.array(
      z.object({
        id: Id,
        number: z.string().nullable(),
        title: z.string(),
        sponsor: z.string().nullable(),
        at: InstantText,
        by: z.string(),
        kind: z.enum(COMMANDS),
        words: z.string().nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
      }),
    ),
    /** Red or yellow, or standing in one of the lists. */
    stuck: z.array(z.object({ ...KindRow.shape, lists: z.array(z.string()) })),
    /** With a deadline or a clock in the days to come, or behind. */
    due: z.array(KindRow),
    names: FieldNames,
  })
  .meta({ id: 'Week' })
export type WeekView = z.infer<typeof WeekView>

export const AlikeQuery = z.object({ title: Line(120).default(''), by: Line().default(''), at: Line().default('') })
/** Entries like the one that is being entered, most alike first; `held`: the first report counts. */
export const AlikeList = z.object({
  alike: z.array(
    z.object({
      id: Id,
      number: z.string().nullable(),
      title: z.string(),
      stage: z.string(),
      stageOn: z.string(),
      leadUnit: z.string().nullable(),
      by: z.string().nullable(),
      sure: z.boolean(),
      held: z.boolean(),
      reasons: z.array(z.object({ part: z.enum(ALIKE_PARTS), same: z.boolean() })),
    }),
  ),
})
export type AlikeList = z.infer<typeof AlikeList>

export const RateView = z.object({ currency: z.enum(CURRENCIES), on: z.string(), rate: z.string() })

/** Every stage of the kind, in its order, with nothing in it too. */
export const StagesView = z
  .object({
    stages: z.array(
      z.object({
        stage: z.string(),
        items: z.int(),
        lights: z.record(z.enum(LIGHTS), z.int()),
        sums: z.array(Money),
        /** All of it in yuan, with the rates that it rests on and the currencies that have none. */
        yuan: z.object({ amount: z.string(), used: z.array(RateView), missing: z.array(z.enum(CURRENCIES)) }),
        /** The newest of them, for the board. */
        cards: z.array(KindRow),
      }),
    ),
    names: FieldNames,
  })
  .meta({ id: 'Stages' })
export type StagesView = z.infer<typeof StagesView>

export const RateBody = z.object({
  currency: z.enum(CURRENCIES).exclude(['CNY']),
  on: DayText,
  rate: z.string().max(30).refine(isRate, 'rate'),
  source: Line(100).nullable().default(null),
})
export const RateList = z.object({
  rates: z.array(RateView.extend({ source: z.string().nullable(), by: z.string(), at: InstantText })),
})
export type RateList = z.infer<typeof RateList>
