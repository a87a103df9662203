// Burden: what a request costs and repeats, its answers by unit, what each unit is asked by month, and what it may be asked.
import { z } from 'zod'
import { FIELD_PERIODS, MATCH_REASONS } from '../fieldmatch.ts'
import { FORBIDDEN_ITEMS } from '../forbidden.ts'
import { FREQUENCIES, READING_STATUSES } from '../indicator.ts'
import { REQUEST_FREQUENCIES } from '../kinds/request.ts'
import { MOST_FIELDS } from '../requestform.ts'
import { FieldsBody } from './field.ts'
import { DayText, Id, InstantText, Line } from './value.ts'

const MonthText = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

const RequestDraft = z.object({
  title: Line(120),
  /** Who asks, and who is asked. */
  leadUnitId: Id.nullable(),
  coUnitIds: z.array(Id).max(60),
  /** Its facts, with the rows of the form among them. */
  fields: FieldsBody,
})
export const RequestBody = RequestDraft.extend({ title: Line(120).min(2) })
/** `id`: the request itself, which is no double of its own. */
export const CheckBody = RequestDraft.extend({ id: Id.nullable().default(null) })

const Over = z.object({ unitId: Id, unit: z.string(), month: z.string(), minutes: z.number(), budget: z.number() })
const Alike = z.object({ field: z.int(), reason: z.enum(MATCH_REASONS), score: z.number(), same: z.boolean() })

export const RequestCheck = z
  .object({
    /** null while frequency, minutes or days are not said. */
    cost: z.object({ times: z.int(), units: z.int(), yearMinutes: z.number(), unitMonth: z.number(), allMonth: z.number() }).nullable(),
    /** Fields whose figure is kept already: by which indicator, of how many of the units, up to which month. */
    held: z.array(
      Alike.extend({
        indicatorId: Id,
        indicator: z.string(),
        unit: z.string(),
        period: z.enum(FREQUENCIES),
        source: z.string().nullable(),
        units: z.int(),
        whole: z.boolean(),
        latest: z.string().nullable(),
      }),
    ),
    /** Other requests that ask the same. */
    overlaps: z.array(
      z.object({
        id: Id,
        number: z.string().nullable(),
        title: z.string(),
        stage: z.string(),
        sender: z.string().nullable(),
        /** Units that both ask. */
        shared: z.int(),
        fields: z.array(Alike.extend({ other: z.string() })),
      }),
    ),
    /** Who may not be sent a directive document by the sender, and by which rule. */
    mayNot: z.object({ rule: z.string(), units: z.array(z.string()) }).nullable(),
    tooLong: z.object({ over: z.number(), most: z.number(), rule: z.string() }).nullable(),
    forbidden: z.array(z.object({ field: z.int(), code: z.enum(FORBIDDEN_ITEMS), rule: z.string(), found: z.string() })),
    over: z.array(Over),
  })
  .meta({ id: 'RequestCheck' })
export type RequestCheck = z.infer<typeof RequestCheck>

export const RequestRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    stage: z.string(),
    stageOn: z.string(),
    senderId: Id.nullable(),
    sender: z.string().nullable(),
    units: z.int(),
    frequency: z.enum(REQUEST_FREQUENCIES).nullable(),
    minutes: z.number().nullable(),
    fields: z.int(),
    /** Of all its units in the first twelve months. */
    yearMinutes: z.number(),
  })
  .meta({ id: 'RequestRow' })
export type RequestRow = z.infer<typeof RequestRow>

/** What is to be answered: one request on one day. */
export const DueAnswer = z.object({
  id: Id,
  title: z.string(),
  sender: z.string().nullable(),
  unitId: Id,
  unit: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
  minutes: z.number(),
})
export type DueAnswer = z.infer<typeof DueAnswer>

export const RequestView = z
  .object({
    /** With the fields of what was merged into it. */
    form: z.array(z.object({ name: z.string(), unit: z.string().nullable(), period: z.enum(FIELD_PERIODS), from: z.string().nullable() })),
    check: RequestCheck,
    /** Requests that were merged into it. */
    merged: z.array(z.object({ id: Id, number: z.string().nullable(), title: z.string() })),
    /** Saved since it was merged or dropped, of all units. */
    savedMinutes: z.number(),
    /** The newest days asked, each with how many of the units have answered. */
    days: z.array(z.object({ dueOn: z.string(), answered: z.int(), units: z.int() })),
    answers: z.array(z.object({ unitId: Id, unit: z.string(), dueOn: z.string(), at: InstantText, by: z.string() })),
    toAnswer: z.array(DueAnswer),
    /** People in whose name more than the budget may be asked. */
    leaders: z.array(z.string()),
    /** Requests that it may be merged into. */
    survivors: z.array(z.object({ id: Id, title: z.string() })),
    /** Whether the person may check and merge requests, and approve them. */
    mayCheck: z.boolean(),
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Request' })
export type RequestView = z.infer<typeof RequestView>

export const AnswerQuery = z.object({ unit: Id, due: DayText })
const Held = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('reading'),
    value: z.string(),
    name: z.string(),
    source: z.string().nullable(),
    month: z.string(),
    status: z.enum(READING_STATUSES),
  }),
  z.object({ from: z.literal('answer'), value: z.string(), name: z.string(), title: z.string(), dueOn: z.string() }),
])
export const AnswerView = z
  .object({
    id: Id,
    title: z.string(),
    sender: z.string().nullable(),
    purpose: z.string().nullable(),
    unitId: Id,
    unit: z.string(),
    dueOn: z.string(),
    minutes: z.number(),
    fields: z.array(
      z.object({
        name: z.string(),
        unit: z.string().nullable(),
        /** `locked`: another unit is its source; `source`: the unit's own figure, which its answer writes. */
        who: z.enum(['typed', 'locked', 'source']),
        held: Held.nullable(),
        answered: z.string().nullable(),
      }),
    ),
    /** The month that figures are of. */
    month: z.string(),
    revision: z.int(),
    answeredBy: z.string().nullable(),
    answeredAt: InstantText.nullable(),
    /** null: the person may answer now; else why not. */
    hindrance: z.enum(['not-allowed', 'not-out']).nullable(),
  })
  .meta({ id: 'AnswerToRequest' })
export type AnswerView = z.infer<typeof AnswerView>

export const AnswerToBody = z.object({
  unitId: Id,
  dueOn: DayText,
  cells: z.array(z.object({ name: Line(80), value: Line(500) })).max(MOST_FIELDS),
  /** The revision that the person saw, 0 for none. */
  revision: z.int().min(0),
})

export const BurdenQuery = z.object({ month: MonthText.optional() })
export const BudgetBody = z.object({
  /** null: all units that have none of their own. */
  unitId: Id.nullable(),
  from: MonthText,
  minutes: z.number().min(0).max(60_000),
  why: Line(200).nullable().default(null),
})

const Cell = z.object({ minutes: z.number(), requests: z.int(), saved: z.number(), system: z.number() })
export const BurdenView = z
  .object({
    /** Twelve, the asked one last. */
    months: z.array(z.string()),
    units: z.array(z.object({ id: Id, name: z.string(), budget: z.number(), cells: z.array(Cell) })),
    requests: z.array(RequestRow),
    toAnswer: z.array(DueAnswer),
    budgets: z.array(
      z.object({
        unitId: Id.nullable(),
        unit: z.string().nullable(),
        from: z.string(),
        minutes: z.number(),
        why: z.string().nullable(),
        by: z.string(),
        at: InstantText,
      }),
    ),
    /** The whole is seen, not one's own units only. */
    all: z.boolean(),
  })
  .meta({ id: 'Burden' })
export type BurdenView = z.infer<typeof BurdenView>

export const UnitBurdenView = z
  .object({
    id: Id,
    name: z.string(),
    month: z.string(),
    budget: z.number(),
    months: z.array(Cell.extend({ month: z.string() })),
    /** In the month, most first. */
    senders: z.array(z.object({ sender: z.string().nullable(), minutes: z.number(), requests: z.int() })),
    requests: z.array(
      z.object({
        id: Id,
        title: z.string(),
        sender: z.string().nullable(),
        stage: z.string(),
        minutes: z.number(),
        times: z.int(),
        saved: z.number(),
      }),
    ),
    /** What the program itself asks, computed: figures to type and reports back, with the minutes counted for one. */
    system: z.object({
      readings: z.int(),
      readingMinutes: z.number(),
      reports: z.int(),
      reportMinutes: z.number(),
    }),
    toAnswer: z.array(DueAnswer),
  })
  .meta({ id: 'UnitBurden' })
export type UnitBurdenView = z.infer<typeof UnitBurdenView>
