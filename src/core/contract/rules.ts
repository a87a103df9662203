// The rules of a jurisdiction and its calendar of working days, as the API shows and takes them.
import { z } from 'zod'
import { DAY_KINDS, HOLIDAY_RULES } from '../holiday.ts'
import { LEAST_STEPS, RISK_LEVELS, RISK_STEPS, scaleFault } from '../riskmatrix.ts'
import { CLOCK_KEYS, COUNTS } from '../types.ts'
import { DayText, InstantText, Line } from './value.ts'

const days = (least: number, most: number) => z.int().min(least).max(most)

const Clock = z.object({
  accept: days(1, 365),
  report: days(1, 365).nullable(),
  close: days(1, 1000),
  count: z.enum(COUNTS),
  dayOff: z.enum(['kept', 'moved']),
})

/** A red light is worse than a yellow one, and comes later. */
const Lights = z
  .object({
    yellowBehind: days(0, 100),
    redBehind: days(0, 100),
    dueSoon: days(0, 60),
    stale: days(1, 365),
    undatedYellow: days(0, 1000),
    undatedRed: days(0, 1000),
  })
  .refine(l => l.yellowBehind <= l.redBehind, { path: ['redBehind'], message: 'red-after-yellow' })
  .refine(l => l.undatedYellow <= l.undatedRed, { path: ['undatedRed'], message: 'red-after-yellow' })

const Steps = z.array(Line(20)).min(LEAST_STEPS).max(RISK_STEPS.length)
/** Likelier or graver is never a lower level. */
export const RiskScaleShape = z
  .object({
    likelihood: Steps,
    impact: Steps,
    levels: z.array(z.array(z.enum(RISK_LEVELS)).max(RISK_STEPS.length)).max(RISK_STEPS.length),
    reviewEvery: z.record(z.enum(RISK_LEVELS), days(1, 365)),
  })
  .superRefine((scale, context) => {
    const rule = scaleFault(scale)
    if (rule) context.addIssue({ code: 'custom', path: ['levels'], message: rule })
  })
  .meta({ id: 'RiskScale' })

const RulesShape = z.object({
  light: Lights,
  blocked: days(0, 365),
  recheckAfter: z.array(days(1, 1000)).max(5),
  clocks: z.record(z.enum(CLOCK_KEYS), Clock),
  risk: RiskScaleShape,
})

const SpecialDay = z.object({ day: DayText, kind: z.enum(DAY_KINDS), name: Line(40) }).meta({ id: 'SpecialDay' })

export const RulesView = z
  .object({
    version: z.int(),
    rules: RulesShape,
    /** Who changed them last; null: as shipped. */
    by: z.string().nullable(),
    at: InstantText.nullable(),
    years: z.array(
      z.object({
        year: z.int(),
        days: z.array(SpecialDay),
        by: z.string().nullable(),
        at: InstantText.nullable(),
        /** False: by law only, the moved days being unknown. */
        published: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Rules' })
export type RulesView = z.infer<typeof RulesView>

export const RulesBody = z.object({ version: z.int().min(1), rules: RulesShape })
/** How many items have another light now. */
export const Relit = z.object({ relit: z.int() })

export const CalendarPreview = z.object({
  name: z.string(),
  days: z.array(SpecialDay),
  faults: z.array(z.object({ line: z.int(), rule: z.enum(HOLIDAY_RULES), text: z.string() })),
  years: z.array(z.object({ year: z.int(), off: z.int(), work: z.int(), added: z.array(SpecialDay), removed: z.array(SpecialDay) })),
})
export type CalendarPreview = z.infer<typeof CalendarPreview>
export const CalendarBody = z.object({ version: z.int().min(1), days: z.array(SpecialDay).min(1).max(2000) })
