// Items: a row of the ledger, the whole item with its timeline, the list's query, and what a new one is made of.
import { z } from 'zod'
import { TOPICS } from '../../reader/reading.ts'
import { PART_EVENTS } from '../cascade.ts'
import { STEPS } from '../clock.ts'
import { ITEM_KINDS, LEDGER_KINDS } from '../kind.ts'
import { LIGHT_REASONS } from '../light.ts'
import { HINDRANCES } from '../offer.ts'
import { RELATION_NAMES } from '../relation.ts'
import { TROUBLES } from '../trouble.ts'
import { CLOCK_KEYS, COMMANDS, COUNTS, LIGHTS, STATES, URGENCIES, WAITING } from '../types.ts'
import { ChainLink, PartView, RelayedFrom } from './cascade.ts'
import { FieldNames, FieldsBody } from './field.ts'
import { NoteOn } from './note.ts'
import { DayText, Flag, Id, InstantText, Line, many, Page, SpanPair, Words } from './value.ts'

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

export const ItemRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    topic: z.enum(TOPICS),
    urgency: z.enum(URGENCIES),
    state: z.enum(STATES),
    version: z.int(),
    light: z.enum(LIGHTS),
    reason: z.enum(LIGHT_REASONS),
    facts: Facts,
    leadUnitId: Id.nullable(),
    leadUnit: z.string().nullable(),
    coUnitIds: z.array(Id),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    percent: z.number(),
    measure: z.string().nullable(),
    waitingFor: z.enum(WAITING).nullable(),
    dispatchedAt: InstantText.nullable(),
    lastReportAt: InstantText.nullable(),
    documentTitle: z.string().nullable(),
    /** The deadline that the lead unit asks for, until the office decides. */
    askedDue: z.string().nullable(),
    /** The day of the next look after closing. */
    recheckOn: z.string().nullable(),
  })
  .meta({ id: 'ItemRow' })
export type ItemRow = z.infer<typeof ItemRow>

export const ITEM_SORTS = ['number', 'title', 'dueOn', 'percent', 'light', 'state', 'leadUnit', 'lastReportAt', 'dispatchedAt'] as const

/** The ledger's filters; they are the page's address, too. */
export const ItemQuery = Page.extend({
  q: Line(50).optional(),
  state: many(z.enum(STATES)),
  light: many(z.enum(LIGHTS)),
  topic: many(z.enum(TOPICS)),
  unit: many(Id),
  /** The unit's part: lead (default) or any. */
  part: z.enum(['lead', 'co', 'any']).default('lead'),
  waiting: many(z.enum(WAITING)),
  document: Id.optional(),
  dueFrom: DayText.optional(),
  dueTo: DayText.optional(),
  /** Still open. */
  open: Flag.default(false),
  overdue: Flag.default(false),
  undated: Flag.default(false),
  unmeasured: Flag.default(false),
  /** Without a lead unit, and not archived. */
  unowned: Flag.default(false),
  /** Without a word for longer than the rules allow. */
  stale: Flag.default(false),
  /** Waiting for another party for longer than the rules allow. */
  blocked: Flag.default(false),
  changedSince: InstantText.optional(),
  sort: z.enum(ITEM_SORTS).default('dueOn'),
  dir: z.enum(['asc', 'desc']).default('asc'),
})
export type ItemQuery = z.infer<typeof ItemQuery>
export const ItemList = z.object({ items: z.array(ItemRow), total: z.int() })
export type ItemList = z.infer<typeof ItemList>

export const FileView = z.object({ id: Id, name: z.string(), type: z.string(), size: z.int() }).meta({ id: 'File' })
export type FileView = z.infer<typeof FileView>

export const TimelineEntry = z
  .object({
    id: Id,
    kind: z.enum([...COMMANDS, ...PART_EVENTS]),
    at: InstantText,
    by: z.string(),
    byUnit: z.string().nullable(),
    words: z.string().nullable(),
    facts: Facts,
    files: z.array(FileView),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const SourceView = z.object({
  documentId: Id,
  documentTitle: z.string(),
  documentDay: z.string().nullable(),
  span: SpanPair,
  sentence: z.string(),
  /** When the document is a leader's note: whose, and on what page it was written. */
  note: z.object({ leader: z.string(), on: NoteOn }).nullable(),
})

/** One clock of the item: days used and allowed, in its own counting. */
const ClockView = z
  .object({
    step: z.enum(STEPS),
    by: z.string().nullable(),
    doneOn: z.string().nullable(),
    count: z.enum(COUNTS),
    used: z.int(),
    allowed: z.int().nullable(),
    late: z.int(),
  })
  .meta({ id: 'Clock' })

export const TroubleView = z.object({ kind: z.enum(TROUBLES), facts: Facts }).meta({ id: 'Trouble' })
export type TroubleView = z.infer<typeof TroubleView>

/** `way` to: this item was linked to that one; from: that one to this. */
export const Relative = z
  .object({
    relation: z.enum(RELATION_NAMES),
    way: z.enum(['to', 'from']),
    id: Id,
    kind: z.enum(ITEM_KINDS),
    number: z.string().nullable(),
    title: z.string(),
    light: z.enum(LIGHTS),
    reason: z.enum(LIGHT_REASONS),
    state: z.enum(STATES),
    stage: z.string().nullable(),
  })
  .meta({ id: 'Relative' })
export type Relative = z.infer<typeof Relative>

/** 要找的词, with blanks between them: all of them must be found. */
export const SearchQuery = z.object({ q: Line(50).min(1) })
export const FoundItem = Relative.omit({ relation: true, way: true }).meta({ id: 'FoundItem' })
export type FoundItem = z.infer<typeof FoundItem>
export const FoundList = z.object({ items: z.array(FoundItem), total: z.int() })
export type FoundList = z.infer<typeof FoundList>

const Linked = z.object({ id: Id, number: z.string().nullable(), title: z.string() })

export const ItemView = z
  .object({
    ...ItemRow.shape,
    source: SourceView.nullable(),
    coUnits: z.array(z.string()),
    registeredAt: InstantText.nullable(),
    acceptedAt: InstantText.nullable(),
    submittedAt: InstantText.nullable(),
    closedAt: InstantText.nullable(),
    suspended: z.object({ from: z.enum(STATES), since: z.string(), until: z.string().nullable() }).nullable(),
    /** The template set at dispatch; `gave`: the deadline came from it. Null: dispatched without one, or not yet. */
    clock: z.object({ key: z.enum(CLOCK_KEYS), gave: z.boolean() }).nullable(),
    /** Of a dispatched item: to accept, to report first, to close. */
    clocks: z.array(ClockView),
    /** Days charged to each party that was waited for, up to today. */
    waited: z.record(z.enum(WAITING), z.int()),
    waitingSince: z.string().nullable(),
    /** Everything that is the matter with it today, beside its light. */
    troubles: z.array(TroubleView),
    rechecks: z.int(),
    /** Of another kind than a matter: its facts, and where it stands. */
    detail: z
      .object({ kind: z.enum(LEDGER_KINDS), stage: z.string(), stageOn: z.string(), fields: FieldsBody, names: FieldNames })
      .nullable(),
    /** What it hangs together with, by name: first what it was linked to, then what was linked to it. */
    links: z.array(Relative),
    /** The closed item whose relapse this one answers. */
    follows: Linked.nullable(),
    /** What it is broken down to, in the order of the office. */
    parts: z.array(PartView),
    /** The wholes that it is a part of, nearest first. */
    chain: z.array(ChainLink),
    /** It carries out a prescribed action, or was chosen by a unit beside one. */
    prescribed: z.boolean(),
    /** The upper jurisdiction that relayed it. */
    relayed: RelayedFrom.nullable(),
    /** The figure that the measure asks for, and the value that the last report gave; one number, asked for once. */
    held: z
      .object({
        target: z.number(),
        unit: z.string(),
        /** The progress that one unit of it makes, in percent; null where more is not better. */
        share: z.number().nullable(),
        last: z.object({ value: z.number(), at: InstantText, by: z.string() }).nullable(),
      })
      .nullable(),
    /** Newest first. */
    timeline: z.array(TimelineEntry),
    /** Each command with null when the actor may do it now, else the code why not. */
    commands: z.record(z.enum(COMMANDS), z.enum([...HINDRANCES, 'parts-open']).nullable()),
  })
  .meta({ id: 'Item' })
export type ItemView = z.infer<typeof ItemView>

const draft = {
  title: Line(120).min(2),
  topic: z.enum(TOPICS),
  urgency: z.enum(URGENCIES),
  leadUnitId: Id.nullable(),
  coUnitIds: z.array(Id).max(60),
  dueOn: DayText.nullable(),
  measure: Line(300).nullable(),
}
const ItemDraftBody = z.object({
  title: draft.title,
  topic: draft.topic.default('other'),
  urgency: draft.urgency.default('ordinary'),
  leadUnitId: draft.leadUnitId.default(null),
  coUnitIds: draft.coUnitIds.default([]),
  dueOn: draft.dueOn.default(null),
  measure: draft.measure.default(null),
})
/** Not `ItemDraftBody.partial()`: a default would overwrite what the change leaves out. */
export const ItemPatch = z.object(draft).partial()
/** To another item, by a relation of core/relation.ts. */
export const LinkBody = z.object({ relation: z.enum(RELATION_NAMES), to: Id })
/** `clock`: as in the command `dispatch`. */
export const ItemBody = z.object({
  draft: ItemDraftBody,
  dispatch: z.boolean().default(false),
  /** Of another kind than a matter; at its first stage when none is said. */
  detail: z.object({ kind: z.enum(LEDGER_KINDS), stage: z.string().max(30).optional(), fields: FieldsBody }).optional(),
  links: z.array(LinkBody).max(20).default([]),
  /** Why it is entered although one that was there first is most probably the same. */
  why: Words().nullable().default(null),
  clock: z.enum(CLOCK_KEYS).nullable().optional(),
})
