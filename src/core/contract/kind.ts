// Ledgers of kinds: their facts as they travel, their list, the stages with counts and sums, and rates of exchange.
import { z } from 'zod'
import { LEDGER_KINDS } from '../kind.ts'
import { CURRENCIES, isRate } from '../money.ts'
import { LIGHTS } from '../types.ts'
import { FieldNames, FieldsBody, Money } from './field.ts'
import { ITEM_SORTS, ItemQuery, ItemRow } from './item.ts'
import { DayText, InstantText, Line, many } from './value.ts'

export const KindParams = z.object({ kind: z.enum(LEDGER_KINDS) })

export const KindRow = z.object({ ...ItemRow.shape, stage: z.string(), stageOn: z.string(), fields: FieldsBody }).meta({ id: 'KindRow' })
export type KindRow = z.infer<typeof KindRow>

export const KIND_SORTS = [...ITEM_SORTS, 'stage', 'stageOn', 'sum'] as const
export const KindQuery = ItemQuery.extend({
  stage: many(z.string().max(30)),
  sort: z.enum(KIND_SORTS).default('stageOn'),
  dir: z.enum(['asc', 'desc']).default('desc'),
})
export type KindQuery = z.infer<typeof KindQuery>
export const KindList = z.object({ items: z.array(KindRow), total: z.int(), names: FieldNames })
export type KindList = z.infer<typeof KindList>

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
