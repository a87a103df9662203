// Campaigns and programmes: how one stands with all that belongs to it, how it is ended, and the report that stays.
import { z } from 'zod'
import { BURN_REASONS } from '../burnup.ts'
import { BASES, DIRECTIONS, INDICATOR_KINDS, VERDICTS } from '../indicator.ts'
import { ITEM_KINDS } from '../kind.ts'
import { MEMBER_STANDS } from '../member.ts'
import { LIGHTS, STATES } from '../types.ts'
import { StandingView } from './indicator.ts'
import { TimelineEntry } from './item.ts'
import { GongwenView } from './overview.ts'
import { Id, InstantText, Words } from './value.ts'

export const BurnUpView = z
  .object({
    days: z.array(
      z.object({
        day: z.string(),
        /** To be done, and done, by the end of the day; null after the day of the data. */
        scope: z.int().nullable(),
        done: z.int().nullable(),
        change: z.int().nullable(),
        /** What time alone asks for by then. */
        plan: z.number(),
      }),
    ),
    total: z.int(),
    done: z.int(),
    /** Days gone, and in all. */
    gone: z.int(),
    length: z.int(),
    /** Done today, in the last seven days, and in the seven before those. */
    today: z.int(),
    week: z.int(),
    weekBefore: z.int(),
    verdict: z.enum(VERDICTS),
    light: z.enum(LIGHTS),
    reason: z.enum(BURN_REASONS).nullable(),
    share: z.number().nullable(),
    time: z.number().nullable(),
    points: z.number().nullable(),
    neededPerWeek: z.number().nullable(),
  })
  .meta({ id: 'BurnUp' })
export type BurnUpView = z.infer<typeof BurnUpView>

export const MemberView = z
  .object({
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    kind: z.enum(ITEM_KINDS),
    unitId: Id.nullable(),
    unit: z.string().nullable(),
    state: z.enum(STATES),
    stage: z.string().nullable(),
    light: z.enum(LIGHTS),
    percent: z.number(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    stand: z.enum(MEMBER_STANDS),
    /** Since when it is done or dropped. */
    on: z.string().nullable(),
    joinedOn: z.string(),
    /** What it was handed on to when this one ended. */
    to: z.string().nullable(),
  })
  .meta({ id: 'Member' })
export type MemberView = z.infer<typeof MemberView>

export const CampaignView = z
  .object({
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    kind: z.enum(['campaign', 'programme']),
    stage: z.string(),
    version: z.int(),
    /** First and last day; null: not said yet. */
    begin: z.string().nullable(),
    end: z.string().nullable(),
    goals: z.array(z.string()),
    /** The person sees only his units’ part of it: figures are of that part. */
    partial: z.boolean(),
    burn: BurnUpView.nullable(),
    members: z.array(MemberView),
    /** Each for the whole jurisdiction, by the newest data. */
    indicators: z.array(
      z.object({
        id: Id,
        name: z.string(),
        kind: z.enum(INDICATOR_KINDS),
        unit: z.string(),
        decimals: z.int(),
        basis: z.enum(BASES),
        direction: z.enum(DIRECTIONS),
        year: z.int(),
        /** Of a milestone. */
        dueOn: z.string().nullable(),
        standing: StandingView.nullable(),
      }),
    ),
    /** The newest of what happened to its members. */
    changes: z.array(z.object({ itemId: Id, number: z.string().nullable(), title: z.string(), entry: TimelineEntry })),
    /** Campaigns and programmes that may take open work over. */
    takers: z.array(z.object({ id: Id, number: z.string().nullable(), title: z.string() })),
    ended: z.object({ on: z.string(), by: z.string(), at: InstantText, sha256: z.string() }).nullable(),
  })
  .meta({ id: 'Campaign' })
export type CampaignView = z.infer<typeof CampaignView>

export const EndBody = z.object({
  version: z.int().min(1),
  /** For each open member the campaign or programme that goes on with it; null: it stays with its unit. */
  endings: z.array(z.object({ itemId: Id, to: Id.nullable() })).max(5000),
  words: Words(2000).nullable().default(null),
})

export const EndReportView = z.object({
  title: z.string(),
  on: z.string(),
  by: z.string(),
  at: InstantText,
  sha256: z.string(),
  gongwen: GongwenView,
})
