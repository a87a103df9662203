// Ledgers of kinds: their facts as they travel, their list, the stages with counts and sums, and rates of exchange.
import { z } from 'zod'
import { ALIKE_PARTS } from '../duplicate.ts'
import { LEDGER_KINDS } from '../kind.ts'
import { CURRENCIES, isRate } from '../money.ts'
import { LIGHTS } from '../types.ts'
import { FieldNames, FieldsBody, Money } from './field.ts'
import { ITEM_SORTS, ItemQuery, ItemRow } from './item.ts'
import { DayText, Id, InstantText, Line, many } from './value.ts'

export const KindParams = z.object({ kind: z.enum(LEDGER_KINDS) })

export const KindRow = z.object({ ...ItemRow.shape, stage: z.string(), stageOn: z.string(), fields: FieldsBody }).meta({ id: 'KindRow' })
export type KindRow = z.infer<typeof KindRow>

export const KIND_SORTS = [...ITEM_SORTS, 'stage', 'stageOn', 'sum'] as const
export const KindQuery = ItemQuery.extend({
  stage: many(z.string().max(30)),
  /** What its facts of choice are: `level:high`; several of one fact are alternatives. */
  fact: many(z.string().regex(/^[A-Za-z]{1,40}:[A-Za-z0-9]{1,40}$/)),
  sort: z.enum(KIND_SORTS).default('stageOn'),
  dir: z.enum(['asc', 'desc']).default('desc'),
})
export type KindQuery = z.infer<typeof KindQuery>
export const KindList = z.object({ items: z.array(KindRow), total: z.int(), names: FieldNames })
export type KindList = z.infer<typeof KindList>

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
