// Risks beside what every kind has: the matrix with its top ten and what changed, and the rules of early warning.
import { z } from 'zod'
import { RISK_CATEGORIES } from '../kinds/risk.ts'
import { RISK_CHANGES } from '../riskchange.ts'
import { RISK_LEVELS } from '../riskmatrix.ts'
import { RATINGS, type Rating } from '../riskrule.ts'
import { MOST_PERIODS, WARNING_MEASURES, WARNING_SIDES } from '../warning.ts'
import { RiskScaleShape } from './rules.ts'
import { DayText, Id, InstantText, many } from './value.ts'

const RATING_NAMES = Object.keys(RATINGS) as [Rating, ...Rating[]]
const Level = z.enum(RISK_LEVELS)

export const RiskQuery = z.object({
  by: z.enum(RATING_NAMES).default('current'),
  category: many(z.enum(RISK_CATEGORIES)),
  unit: many(Id),
  /** Since when changes are told; a month ago unless said. */
  since: DayText.optional(),
})
export type RiskQuery = z.infer<typeof RiskQuery>

const Named = z.object({ id: Id, number: z.string().nullable(), title: z.string() })
export const RiskLine = Named.extend({
  stage: z.string(),
  category: z.enum(RISK_CATEGORIES).nullable(),
  likelihood: z.string().nullable(),
  impact: z.string().nullable(),
  level: Level.nullable(),
  residualLevel: Level.nullable(),
  leadUnitId: Id.nullable(),
  leadUnit: z.string().nullable(),
  reviewOn: z.string().nullable(),
  /** Items that are its measures, and how many of them are done. */
  measures: z.int(),
  done: z.int(),
}).meta({ id: 'RiskLine' })
export type RiskLine = z.infer<typeof RiskLine>

export const RiskView = z
  .object({
    scale: RiskScaleShape,
    /** Risks in force by likelihood and impact; those that are not rated so stand in `unrated`. */
    cells: z.array(z.object({ likelihood: z.string(), impact: z.string(), items: z.int() })),
    unrated: z.int(),
    /** To be judged by the office. */
    raised: z.int(),
    /** The gravest first. */
    top: z.array(RiskLine),
    /** Reviews that are due or overdue, the oldest first. */
    due: z.array(RiskLine),
    dueTotal: z.int(),
    since: z.string(),
    changes: z.array(
      Named.extend({
        changes: z.array(z.enum(RISK_CHANGES)),
        was: Level.nullable(),
        now: Level.nullable(),
        at: InstantText,
        by: z.string(),
      }),
    ),
  })
  .meta({ id: 'RiskView' })
export type RiskView = z.infer<typeof RiskView>

export const WarningBody = z.object({
  /** The version that the person saw, 0 for a new one. */
  version: z.int().min(0),
  indicatorId: Id,
  /** The nil unit for the jurisdiction itself; null: each unit that has figures of its own. */
  unitId: Id.nullable(),
  measure: z.enum(WARNING_MEASURES),
  side: z.enum(WARNING_SIDES),
  threshold: z.number().min(-1e12).max(1e12),
  periods: z.int().min(1).max(MOST_PERIODS),
  category: z.enum(RISK_CATEGORIES),
  /** Leads the risk; null: the indicator's source. */
  leadUnitId: Id.nullable(),
  stopped: z.boolean().default(false),
})
export type WarningBody = z.infer<typeof WarningBody>

export const WarningView = z
  .object({
    ...WarningBody.shape,
    stopped: z.boolean(),
    id: Id,
    indicator: z.string(),
    /** Of what is measured: 亿元, %. */
    measuredIn: z.string(),
    unit: z.string().nullable(),
    leadUnit: z.string().nullable(),
    by: z.string(),
    at: InstantText,
    /** The newest figure of the series that it watches; null: none yet, or of several units. */
    told: z.object({ year: z.int(), month: z.int(), value: z.number().nullable() }).nullable(),
    /** How many units it watches stand past the threshold by their newest figure. */
    past: z.int(),
    /** The risks that it opened, the newest first. */
    opened: z.array(Named.extend({ stage: z.string(), year: z.int(), month: z.int() })),
  })
  .meta({ id: 'Warning' })
export type WarningView = z.infer<typeof WarningView>
export const WarningList = z.object({ warnings: z.array(WarningView) })
