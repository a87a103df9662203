// Items: a row of the ledger, the whole item with its timeline, the list's query, and the commands.
import { z } from 'zod'
import { TOPICS } from '../../reader/reading.ts'
import { PART_EVENTS } from '../cascade.ts'
import { STEPS } from '../clock.ts'
import { ITEM_KINDS, LEDGER_KINDS } from '../kind.ts'
import { LIGHT_REASONS } from '../light.ts'
import { NOTE_URGENCIES } from '../note.ts'
import { HINDRANCES } from '../offer.ts'
import { RELATION_NAMES } from '../relation.ts'
import { SLIP_COLOURS } from '../slip.ts'
import { AMEND_WHATS } from '../stage.ts'
import { TROUBLES } from '../trouble.ts'
import { CLOCK_KEYS, COMMANDS, COUNTS, LIGHTS, RECHECK_RESULTS, STATES, URGENCIES, WAITING } from '../types.ts'
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
const ItemPatch = z.object(draft).partial()
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

const Files = z.array(Id).max(20).default([])
const MaybeWords = Words().nullable().default(null)
/** One command on one item; `version` is the one the person saw. `register` has its own route. */
export const CommandBody = z.object({
  version: z.int().min(1),
  command: z.discriminatedUnion('command', [
    z.object({ command: z.literal('edit'), draft: ItemPatch }),
    z.object({ command: z.literal('dispatch'), clock: z.enum(CLOCK_KEYS).nullable().optional() }),
    z.object({ command: z.literal('withdraw'), words: Words().min(1) }),
    z.object({ command: z.literal('accept'), words: MaybeWords }),
    z.object({
      command: z.literal('report'),
      percent: z.number().min(0).max(100).nullable(),
      words: Words().min(1),
      fileIds: Files,
      waitingFor: z.enum(WAITING).nullable().default(null),
      /** Of the item’s figure, in its unit. */
      value: z.number().min(0).max(1e12).nullable().default(null),
    }),
    z.object({
      command: z.literal('submit'),
      words: Words().min(1),
      fileIds: Files,
      value: z.number().min(0).max(1e12).nullable().default(null),
    }),
    z.object({ command: z.literal('close'), words: MaybeWords, recheckOn: DayText.nullable().optional() }),
    z.object({ command: z.literal('return'), words: Words().min(1) }),
    z.object({ command: z.literal('suspend'), words: Words().min(1), until: DayText.nullable().default(null) }),
    z.object({ command: z.literal('resume'), words: MaybeWords }),
    z.object({ command: z.literal('extend'), dueOn: DayText, words: Words().min(1) }),
    z.object({ command: z.literal('ask-extension'), dueOn: DayText, words: Words().min(1) }),
    z.object({ command: z.literal('grant-extension'), dueOn: DayText.nullable().default(null), words: MaybeWords }),
    z.object({ command: z.literal('refuse-extension'), words: Words().min(1) }),
    z.object({ command: z.literal('urge'), words: MaybeWords }),
    z.object({ command: z.literal('archive') }),
    z.object({ command: z.literal('plan-recheck'), on: DayText.nullable(), words: Words().min(1) }),
    z.object({ command: z.literal('recheck'), result: z.enum(RECHECK_RESULTS), words: Words().min(1), fileIds: Files }),
    z.object({ command: z.literal('move'), to: z.string().max(30), evidence: FieldsBody, words: MaybeWords, fileIds: Files }),
    z.object({ command: z.literal('amend'), what: z.enum(AMEND_WHATS).default('facts'), fields: FieldsBody, words: MaybeWords }),
    z.object({ command: z.literal('link'), ...LinkBody.shape, words: MaybeWords }),
    z.object({ command: z.literal('unlink'), ...LinkBody.shape, words: MaybeWords }),
  ]),
})
export type CommandBody = z.infer<typeof CommandBody>

/** What waits for the person, in one list ordered by what is due; `why` says what for. */
const TODO_KINDS = [
  'to-accept',
  'to-report',
  'returned',
  'to-verify',
  'to-decide',
  'to-recheck',
  'to-dispatch',
  'to-judge',
  'to-review',
  'to-adopt',
  'draft-document',
] as const
export const TodoEntry = z
  .object({
    kind: z.enum(TODO_KINDS),
    item: ItemRow.nullable(),
    /** `note`: the document is a leader's note, to be dispatched or marked as read. */
    document: z
      .object({
        id: Id,
        title: z.string(),
        drafts: z.int(),
        note: z.object({ id: Id, urgency: z.enum(NOTE_URGENCIES), words: z.string() }).nullable(),
      })
      .nullable(),
    /** The slip that the item is under. */
    slip: z.object({ id: Id, number: z.string(), colour: z.enum(SLIP_COLOURS), limitOn: z.string(), lapsed: z.int() }).nullable(),
    dueOn: z.string().nullable(),
    /** What the next step answers: the words of what is to be verified, or why it was returned; at most 300 characters. */
    words: z.string().nullable(),
  })
  .meta({ id: 'TodoEntry' })
export type TodoEntry = z.infer<typeof TodoEntry>
export const TodoList = z.object({ entries: z.array(TodoEntry), total: z.int() })
