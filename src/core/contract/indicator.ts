// Indicators, targets, readings and the board of them, as the API shows and takes them.
import { z } from 'zod'
import { TOPICS } from '../../reader/reading.ts'
import { COMMITMENT_STANDS } from '../commitment.ts'
import { PARTS_BY } from '../hierarchy.ts'
import {
  BASES,
  COMBINES,
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_KINDS,
  PACE_REASONS,
  READING_STATUSES,
  TARGET_KINDS,
  VERDICTS,
} from '../indicator.ts'
import { PROJECTION_METHODS } from '../projection.ts'
import { LIGHTS } from '../types.ts'
import { HONOUR_ANSWERS } from '../verdict.ts'
import { DayText, Flag, Id, InstantText, JurisdictionId, Line, many, SpanPair, Words } from './value.ts'

export const Year = z.coerce.number().int().min(2000).max(2100)
export const Month = z.coerce.number().int().min(1).max(12)
/** Fifteen digits are exact. */
export const Value = z.number().refine(n => Number.isFinite(n) && Math.abs(n) < 1e15, 'value')

export const FrameView = z.object({ id: Id, name: z.string(), parentId: Id.nullable() })
export const FrameBody = z.object({ name: Line(60).min(1), parentId: Id.nullable().default(null) })

/** `seen`: the name that the person saw. What is left out stays. `removed`: offered no more, what hangs from it is shown at the frame above; or brought back with all of it. */
export const FramePatch = z.object({
  name: Line(60).min(1).optional(),
  parentId: Id.nullable().optional(),
  removed: z.boolean().optional(),
  seen: Line(60),
})

export const IndicatorBody = z.object({
  code: Line(40).nullable().default(null),
  name: Line(60).min(1),
  aliases: z.array(Line(60).min(1)).max(20).default([]),
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(DIRECTIONS).default('up'),
  basis: z.enum(BASES),
  frequency: z.enum(FREQUENCIES).default('month'),
  unit: Line(20).default(''),
  decimals: z.int().min(0).max(6).default(2),
  sourceUnitId: Id.nullable().default(null),
  frameId: Id.nullable().default(null),
  topic: z.enum(TOPICS),
  parentId: Id.nullable().default(null),
  combine: z.enum(COMBINES).nullable().default(null),
  weight: z.number().positive().max(1e6).default(1),
  published: z.boolean().default(true),
  itemId: Id.nullable().default(null),
  source: z.object({ documentId: Id, span: SpanPair }).nullable().default(null),
})

/** Many at once, with what the whole jurisdiction is to reach in the year: all of them or none. */
export const IndicatorsBody = z.object({
  year: Year,
  indicators: z
    .array(
      IndicatorBody.omit({ parentId: true, source: true, itemId: true }).extend({
        target: Value.nullable().default(null),
        /** Of a milestone. */
        dueOn: DayText.nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})
export const IndicatorsMade = z.object({ ids: z.array(Id), targets: z.int() })

export const SourceView = z.object({
  documentId: Id,
  documentTitle: z.string(),
  documentDay: DayText.nullable(),
  span: SpanPair,
  sentence: z.string(),
})

export const IndicatorView = IndicatorBody.omit({ source: true })
  .extend({
    id: Id,
    version: z.int(),
    retired: z.boolean(),
    sourceUnit: z.string().nullable(),
    frame: z.string().nullable(),
    source: SourceView.nullable(),
  })
  .meta({ id: 'Indicator' })
export type IndicatorView = z.infer<typeof IndicatorView>

export const IndicatorQuery = z.object({ retired: Flag.default(false) })
export const IndicatorList = z.object({ indicators: z.array(IndicatorView), frames: z.array(FrameView) })
export type IndicatorList = z.infer<typeof IndicatorList>
/** Without the defaults, which would overwrite what the change leaves out. `version`: the one the person saw. */
const shape = IndicatorBody.shape
const unwrapped = Object.fromEntries(
  Object.entries(shape).map(([key, field]) => [key, (field instanceof z.ZodDefault ? field.unwrap() : field).optional()]),
) as { [K in keyof typeof shape]: z.ZodOptional<(typeof shape)[K] extends z.ZodDefault<infer Inner> ? Inner : (typeof shape)[K]> }
export const IndicatorPatch = z.object({ ...unwrapped, version: z.int(), retired: z.boolean().optional() })

/** One unit's target of a year, or a commitment; `unitId` WHOLE for the jurisdiction itself. `seen`: the revision the person saw, 0 for none. */
export const TargetBody = z.object({
  unitId: Id,
  year: Year,
  kind: z.enum(TARGET_KINDS).default('target'),
  value: Value,
  base: Value.nullable().default(null),
  phasing: z.array(Value.nullable()).length(12).nullable().default(null),
  dueOn: DayText.nullable().default(null),
  seen: z.int().min(0),
  /** Why it was revised; asked for from the second revision on. */
  why: Words(500).nullable().default(null),
  /** Taken back: it counts no more. */
  withdrawn: z.boolean().default(false),
})
export const TargetView = TargetBody.omit({ seen: true })
  .extend({ revision: z.int(), at: InstantText, by: z.string(), unit: z.string().nullable() })
  .meta({ id: 'Target' })
export type TargetView = z.infer<typeof TargetView>

export const TargetsQuery = z.object({ year: Year })
/** The revisions that hold. */
export const TargetList = z.object({ targets: z.array(TargetView.extend({ indicatorId: Id })) })
export type TargetList = z.infer<typeof TargetList>

/** Sets next year's targets from this year's: the same, or grown by so many per cent; nothing that stands is overwritten. */
export const RollBody = z.object({
  from: Year,
  growth: z.number().min(-100).max(1000).default(0),
  words: Words(500).nullable().default(null),
})

export const ReadingBody = z.object({
  unitId: Id,
  year: Year,
  month: Month,
  /** null takes back what stands, with words that say why. */
  value: Value.nullable(),
  status: z.enum(READING_STATUSES).default('final'),
  /** The revision the person saw, 0 for none. */
  seen: z.int().min(0),
  words: Words(500).nullable().default(null),
})
/** All or nothing; one import is undone as one step. */
export const ReadingsBody = z.object({
  readings: z
    .array(ReadingBody.extend({ indicatorId: Id }))
    .min(1)
    .max(2000),
})
/** Revisions written, and readings that stood so already. */
export const Written = z.object({ written: z.int(), same: z.int() })

export const ReadingView = z
  .object({
    unitId: Id,
    year: z.int(),
    month: z.int(),
    value: z.number().nullable(),
    status: z.enum(READING_STATUSES),
    revision: z.int(),
    /** Taken back: by itself, or with the import that it came from. */
    withdrawn: z.boolean(),
    /** The import that was undone, so that this stands again. */
    undoes: Id.nullable(),
    at: InstantText,
    by: z.string(),
    byUnit: z.string().nullable(),
    /** The sheet and cell it came from (五月指标.xlsx 月报!C7); null when typed in. */
    from: z.string().nullable(),
    importId: Id.nullable(),
    /** Whether who asks can open that workbook. */
    file: z.boolean(),
    words: z.string().nullable(),
  })
  .meta({ id: 'IndicatorReading' })
export type ReadingView = z.infer<typeof ReadingView>

/** The figures of one month, or of the whole year without one, to be typed over: `revision` is what is seen. */
export const ReadingsQuery = z.object({ year: Year, month: Month.optional(), indicator: Id.optional(), unit: Id.optional() })
export const ReadingList = z.object({ readings: z.array(ReadingView.extend({ indicatorId: Id })) })
export type ReadingList = z.infer<typeof ReadingList>

/** How one unit stands in one indicator by the data of one month. Numbers are in the indicator's unit, shares in per cent. */
export const StandingView = z
  .object({
    unitId: Id,
    indicatorId: Id,
    /** Of the data: the month asked for, or the last one before it that has any. */
    month: z.int().nullable(),
    /** The newest month, up to the one asked for, whose figure should be there and is not. */
    awaited: z.int().nullable(),
    value: z.number().nullable(),
    /** Whether the value is the sum of the parts, none being reported itself. */
    summed: z.boolean(),
    status: z.enum(READING_STATUSES).nullable(),
    target: z.number().nullable(),
    verdict: z.enum(VERDICTS),
    light: z.enum(LIGHTS),
    reason: z.enum(PACE_REASONS).nullable(),
    /** Task progress P and time progress T. */
    share: z.number().nullable(),
    time: z.number().nullable(),
    /** Ahead (+) or behind (−), percentage points. */
    points: z.number().nullable(),
    ratio: z.number().nullable(),
    neededPerMonth: z.number().nullable(),
    projected: z.object({ low: z.number(), high: z.number(), method: z.enum(PROJECTION_METHODS) }).nullable(),
    yearOnYear: z.number().nullable(),
    lowBase: z.boolean(),
    /** The reported total and the sum of its parts, where they differ. */
    mismatch: z.object({ reported: z.number(), parts: z.number(), by: z.enum(PARTS_BY) }).nullable(),
  })
  .meta({ id: 'Standing' })
export type StandingView = z.infer<typeof StandingView>

export const BoardQuery = z.object({
  year: Year.optional(),
  month: Month.optional(),
  frame: Id.optional(),
  topic: many(z.enum(TOPICS)),
  unit: many(Id),
  /** As it was known at the end of that day. */
  asOf: DayText.optional(),
})
export type BoardQuery = z.infer<typeof BoardQuery>

/** 双过半, 开门红, 全年红, 全面红: whether a scope earned it, and what stands in the way. `open`: its month has no data yet. */
export const HonourView = z.object({
  answer: z.enum(HONOUR_ANSWERS),
  on: z.int(),
  of: z.int(),
  /** By the data of that month. Named for the whole, and for units that were asked for by name; a board of all of them counts only. */
  missing: z.array(z.object({ indicatorId: Id, verdict: z.enum(VERDICTS), month: z.int() })).optional(),
})
export type HonourView = z.infer<typeof HonourView>

/** What a cell of the board shows; the rest of its standing comes with its series. */
export const BoardCell = StandingView.pick({ verdict: true, light: true, value: true, points: true, share: true }).meta({ id: 'BoardCell' })
export type BoardCell = z.infer<typeof BoardCell>

/** A pledge, and how it is kept so far. Numbers are in the indicator's unit, of a growth in per cent; shares in per cent of what was pledged. */
export const CommitmentView = z
  .object({
    unitId: Id,
    indicatorId: Id,
    value: z.number(),
    dueOn: DayText,
    at: InstantText,
    by: z.string(),
    stand: z.enum(COMMITMENT_STANDS),
    light: z.enum(LIGHTS),
    /** Of the data it is judged by. */
    month: z.int().nullable(),
    now: z.number().nullable(),
    /** The month whose figure decides, when its day is over and that figure is not there. */
    awaited: z.int().nullable(),
    share: z.number().nullable(),
    time: z.number().nullable(),
    points: z.number().nullable(),
    neededPerMonth: z.number().nullable(),
  })
  .meta({ id: 'Commitment' })
export type CommitmentView = z.infer<typeof CommitmentView>

export const Board = z
  .object({
    year: z.int(),
    /** Of the data; null: no data of that year yet. */
    month: z.int().nullable(),
    /** The months of the year that have data, for the choice. */
    months: z.array(z.int()),
    asOf: DayText.nullable(),
    /** When the newest figure in it was written. */
    newest: InstantText.nullable(),
    indicators: z.array(
      z.object({
        id: Id,
        name: z.string(),
        kind: z.enum(INDICATOR_KINDS),
        direction: z.enum(DIRECTIONS),
        unit: z.string(),
        decimals: z.int(),
        frameId: Id.nullable(),
        parentId: Id.nullable(),
      }),
    ),
    frames: z.array(FrameView),
    /** Of the year, the next day first. */
    commitments: z.array(CommitmentView),
    /** The whole first, then units in the order of the tree. */
    rows: z.array(
      z.object({
        unitId: Id,
        unit: z.string(),
        depth: z.int(),
        counts: z.object({ reached: z.int(), on: z.int(), behind: z.int(), unknown: z.int() }),
        honours: z.object({ strongQuarter: HonourView, doubleHalf: HonourView, allYear: HonourView, allRound: HonourView }),
        /** In the order of the indicators; null: the unit has neither a target nor a figure of it. */
        cells: z.array(BoardCell.nullable()),
      }),
    ),
  })
  .meta({ id: 'Board' })
export type Board = z.infer<typeof Board>

/** Without what only its own jurisdiction knows. */
const BelowStanding = StandingView.omit({ unitId: true, indicatorId: true })
export const BelowQuery = z.object({ year: Year.optional(), month: Month.optional() })
export type BelowQuery = z.infer<typeof BelowQuery>
/** Jurisdictions below, each with its own whole: what is rolled up to a city or a province. */
export const BoardBelow = z
  .object({
    year: z.int(),
    month: z.int().nullable(),
    indicators: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string(), decimals: z.int() })),
    places: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        parentId: z.string(),
        counts: z.object({ reached: z.int(), on: z.int(), behind: z.int(), unknown: z.int() }),
        lights: z.object({ green: z.int(), yellow: z.int(), red: z.int(), grey: z.int() }),
        cells: z.array(
          z.object({
            code: z.string(),
            value: z.number().nullable(),
            points: z.number().nullable(),
            verdict: z.enum(VERDICTS),
            light: z.enum(LIGHTS),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'BoardBelow' })
export type BoardBelow = z.infer<typeof BoardBelow>

export const BelowSeriesQuery = z.object({ place: JurisdictionId, code: Line(40).min(1), year: Year, month: Month.optional() })
export type BelowSeriesQuery = z.infer<typeof BelowSeriesQuery>
/** The year of one whole below, figures only: its parts, its units and who reported stay there. */
export const BelowSeries = z
  .object({
    place: z.string(),
    indicator: z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(INDICATOR_KINDS),
      direction: z.enum(DIRECTIONS),
      basis: z.enum(BASES),
      frequency: z.enum(FREQUENCIES),
      unit: z.string(),
      decimals: z.int(),
    }),
    year: z.int(),
    dueOn: DayText.nullable(),
    /** By the data of the month asked for, or of the last one that has any. */
    standing: BelowStanding.nullable(),
    plan: z.array(z.number().nullable()).length(12),
    values: z.array(z.number().nullable()).length(12),
    lastYear: z.array(z.number().nullable()).length(12),
  })
  .meta({ id: 'BelowSeries' })
export type BelowSeries = z.infer<typeof BelowSeries>

/** `month`: the one whose standing is asked for. `asOf`: as it was known at the end of that day. */
export const SeriesQuery = z.object({ unit: Id, year: Year, month: Month.optional(), asOf: DayText.optional() })
export type SeriesQuery = z.infer<typeof SeriesQuery>
/** All that one cell of the board stands on. */
export const SeriesView = z
  .object({
    indicator: IndicatorView,
    unitId: Id,
    unit: z.string().nullable(),
    year: z.int(),
    targets: z.array(TargetView),
    /** Every revision. */
    commitments: z.array(TargetView),
    /** The one that holds, judged. */
    commitment: CommitmentView.nullable(),
    asOf: DayText.nullable(),
    /** By the data of the month asked for, or of the last one that has any; null: there is neither a target nor a figure. */
    standing: StandingView.nullable(),
    /** The standing at each month that has data. */
    standings: z.array(StandingView),
    /** Planned at each month's end, where the kind has a plan line. */
    plan: z.array(z.number().nullable()).length(12),
    values: z.array(z.number().nullable()).length(12),
    lastYear: z.array(z.number().nullable()).length(12),
    /** Every revision, newest first. */
    readings: z.array(ReadingView),
    /** The same month in the parts, where it is a total. */
    parts: z.array(z.object({ indicatorId: Id, name: z.string(), value: z.number().nullable(), weight: z.number() })),
    item: z.object({ id: Id, number: z.string().nullable(), title: z.string() }).nullable(),
  })
  .meta({ id: 'Series' })
export type SeriesView = z.infer<typeof SeriesView>
