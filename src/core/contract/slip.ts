// Slips 督查单 and urging 催办 of many items at once, as the API shows and takes them.
import { z } from 'zod'
import { NO_SLIP, SLIP_COLOURS, SLIP_REASONS, SLIP_STANDS, SLIP_TRIGGERS } from '../slip.ts'
import { COMMANDS, STATES, URGENCIES } from '../types.ts'
import { GongwenView } from './overview.ts'
import { DayText, Id, InstantText, Line, many, Page, Words } from './value.ts'

const Said = z.object({ at: InstantText, by: z.string(), words: z.string().nullable() })

export const SlipView = z
  .object({
    id: Id,
    number: z.string(),
    colour: z.enum(SLIP_COLOURS),
    itemId: Id,
    itemNumber: z.string().nullable(),
    itemTitle: z.string(),
    unitId: Id,
    unit: z.string(),
    issuedOn: z.string(),
    issuedAt: InstantText,
    limitOn: z.string(),
    by: z.string(),
    /** Why it was issued, with the days that it had lasted by then, and the slip that it follows. */
    why: z.enum(SLIP_REASONS),
    days: z.int(),
    after: z.string().nullable(),
    words: z.string().nullable(),
    stand: z.enum(SLIP_STANDS),
    /** Days past its limit; 0 unless it has lapsed. */
    lapsed: z.int(),
    /** The first report of the unit after it was issued. */
    answer: Said.extend({ days: z.int() }).nullable(),
    /** By rule through what was done to the item, or by the office with its reason. */
    settled: Said.extend({ how: z.enum([...COMMANDS, 'office']) }).nullable(),
    withdrawn: Said.nullable(),
  })
  .meta({ id: 'Slip' })
export type SlipView = z.infer<typeof SlipView>

export const SlipQuery = Page.extend({
  colour: many(z.enum(SLIP_COLOURS)),
  stand: many(z.enum(SLIP_STANDS)),
  unit: many(Id),
  /** 2026-11: issued in that month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  item: Id.optional(),
})
export type SlipQuery = z.infer<typeof SlipQuery>
export const SlipList = z.object({ slips: z.array(SlipView), total: z.int() })
export type SlipList = z.infer<typeof SlipList>

/** What the rules say of one item today; `colour` null says why none. */
export const SuggestionView = z.object({
  colour: z.enum(SLIP_COLOURS).nullable(),
  trigger: z.enum(SLIP_TRIGGERS).nullable(),
  why: z.enum(NO_SLIP).nullable(),
  /** Days that the reason has lasted, the day since when, and the slip before. */
  days: z.int(),
  since: z.string().nullable(),
  after: z.string().nullable(),
})
export const SuggestedSlip = z
  .object({
    ...SuggestionView.shape,
    itemId: Id,
    itemNumber: z.string().nullable(),
    itemTitle: z.string(),
    state: z.enum(STATES),
    urgency: z.enum(URGENCIES),
    dueOn: z.string().nullable(),
    unitId: Id,
    unit: z.string(),
  })
  .meta({ id: 'SuggestedSlip' })
export type SuggestedSlip = z.infer<typeof SuggestedSlip>
export const SuggestedQuery = Page.extend({ unit: many(Id), colour: many(z.enum(SLIP_COLOURS)) })
export type SuggestedQuery = z.infer<typeof SuggestedQuery>
export const SuggestedList = z.object({ suggestions: z.array(SuggestedSlip), total: z.int() })
export type SuggestedList = z.infer<typeof SuggestedList>

/** Left out, the colour and the limit are what the rules suggest. */
export const SlipDraftBody = z.object({
  colour: z.enum(SLIP_COLOURS).optional(),
  limitOn: DayText.optional(),
  words: Words(1000).nullable().default(null),
  copies: Line(200).nullable().default(null),
})
export const SlipPreview = z.object({
  colour: z.enum(SLIP_COLOURS),
  limitOn: z.string(),
  suggestion: SuggestionView,
  /** The page as it would go out, without its number. */
  gongwen: GongwenView,
})
export type SlipPreview = z.infer<typeof SlipPreview>

export const SlipBody = SlipDraftBody.extend({ colour: z.enum(SLIP_COLOURS), limitOn: DayText })
export const SlipPage = z.object({ slip: SlipView, gongwen: GongwenView })
/** Settled by the office, or taken back; both say why. */
export const SlipCommandBody = z.object({ command: z.enum(['settle', 'withdraw']), words: Words(1000).min(1) })

/** Urging many: those that cannot be urged now are left out and named. */
export const UrgesBody = z.object({ itemIds: z.array(Id).min(1).max(200), words: Words(1000).nullable().default(null) })
const Named = z.object({ id: Id, number: z.string().nullable(), title: z.string(), unit: z.string().nullable() })
export const UrgesResult = z.object({
  urged: z.array(Named),
  skipped: z.array(
    Named.extend({ code: z.enum(['urged-recently', 'wrong-state', 'not-allowed', 'not-found']), urgedAt: InstantText.nullable() }),
  ),
})
export type UrgesResult = z.infer<typeof UrgesResult>
