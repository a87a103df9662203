// The overview, the circular and the audit log, as the API shows them.
import { z } from 'zod'
import type { Gongwen } from '../gongwen.ts'
import { LISTED_TROUBLES } from '../trouble.ts'
import { LIGHTS, STATES, WAITING } from '../types.ts'
import { ItemRow, TimelineEntry } from './item.ts'
import { DayText, Id, InstantText, Line, Page } from './value.ts'

export const UnitLights = z
  .object({
    unitId: Id,
    unit: z.string(),
    /** Open items by light; the unit leads them. */
    lights: z.record(z.enum(LIGHTS), z.int()),
    open: z.int(),
    /** Dispatched, whatever became of them. */
    dispatched: z.int(),
    closed: z.int(),
    overdue: z.int(),
    /** Closed with a deadline, or overdue; of these handed in by it. */
    due: z.int(),
    onTime: z.int(),
    /** Mean progress of the open items, 0–100; null when none. */
    percent: z.number().nullable(),
  })
  .meta({ id: 'UnitLights' })
export type UnitLights = z.infer<typeof UnitLights>

export const Overview = z
  .object({
    today: z.string(),
    states: z.record(z.enum(STATES), z.int()),
    open: z.int(),
    overdue: z.int(),
    /** Open items due from today to Sunday. */
    dueThisWeek: z.int(),
    waitingUpper: z.int(),
    /** Items that lack something or do not move: each a list of its own. */
    troubles: z.record(z.enum(LISTED_TROUBLES), z.int()),
    /** Open items that wait for each party, and the days charged to it over all open items. */
    waiting: z.record(z.enum(WAITING), z.object({ items: z.int(), days: z.int() })),
    units: z.array(UnitLights),
    dueSoon: z.array(ItemRow),
    /** Open items longest without a word. */
    stuck: z.array(ItemRow),
    changes: z.array(z.object({ itemId: Id, number: z.string().nullable(), title: z.string(), entry: TimelineEntry })),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>

export const CircularQuery = z.object({ from: DayText.optional(), to: DayText.optional(), number: Line(40).optional() })
export const GongwenView = z
  .custom<Gongwen>(v => typeof v === 'object' && v !== null)
  .meta({ id: 'Gongwen', type: 'object', description: 'An official document as blocks: src/core/gongwen.ts' })
export const CircularView = z.object({ gongwen: GongwenView, facts: z.custom<object>().meta({ type: 'object' }) })

const auditFilter = {
  q: Line(50).optional(),
  from: DayText.optional(),
  to: DayText.optional(),
  /** The person's name, whole. */
  actor: Line(60).optional(),
  action: Line(40).optional(),
  /** A kind (`item`), or one thing (`item:9f8f…`). */
  target: Line(80).optional(),
}
export const AuditQuery = Page.extend(auditFilter)
export const AuditFilter = z.object(auditFilter)
export const AuditChoices = z.object({ actors: z.array(z.string()), actions: z.array(z.string()) })
const AuditEntry = z
  .object({
    lane: z.int(),
    seq: z.int(),
    at: InstantText,
    actor: z.string(),
    action: z.string(),
    target: z.string(),
    /** Without the words of business data: the audit administrator sees that it was done, not what it says. */
    summary: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export const AuditList = z.object({ entries: z.array(AuditEntry), total: z.int() })
export const AuditProof = z.object({
  whole: z.boolean(),
  entries: z.int(),
  broken: z.object({ lane: z.int(), seq: z.int(), why: z.string() }).nullable(),
})
