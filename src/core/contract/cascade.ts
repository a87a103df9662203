// The parts of an item: what the whole shows of them, how they are made, weighed, added and taken out; relays to lower jurisdictions.
import { z } from 'zod'
import { COVERAGE_STATES } from '../coverage.ts'
import { LIGHT_REASONS } from '../light.ts'
import { LIGHTS, STATES } from '../types.ts'
import { DayText, Id, InstantText, JurisdictionId, Line, Words } from './value.ts'

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

export const PartView = z
  .object({
    /** `relay`: carried out by a lower jurisdiction, which is all that is seen of it. */
    kind: z.enum(['item', 'relay']),
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    unitId: Id.nullable(),
    unit: z.string().nullable(),
    weight: z.number(),
    percent: z.number(),
    state: z.enum(STATES),
    light: z.enum(LIGHTS),
    reason: z.enum(LIGHT_REASONS),
    facts: Facts,
    overdue: z.boolean(),
    dueOn: z.string().nullable(),
    measure: z.string().nullable(),
    /** The prescribed action that it carries out. */
    actionId: Id.nullable(),
    selfChosen: z.boolean(),
    /** The lower jurisdiction has taken the relay in. */
    received: z.boolean(),
    /** The lower jurisdiction's last words. */
    words: z.string().nullable(),
    /** The person may open its item. */
    visible: z.boolean(),
  })
  .meta({ id: 'Part' })
export type PartView = z.infer<typeof PartView>

/** The wholes above an item, nearest first; one that the person may not open is shown by its name only. */
export const ChainLink = z.object({ id: Id, number: z.string().nullable(), title: z.string(), visible: z.boolean() })
export type ChainLink = z.infer<typeof ChainLink>

/** Where an item came from when an upper jurisdiction relayed it. */
export const RelayedFrom = z.object({
  from: z.string(),
  title: z.string(),
  sentence: z.string(),
  sourceTitle: z.string().nullable(),
  sourceDay: z.string().nullable(),
})
export type RelayedFrom = z.infer<typeof RelayedFrom>

const Weight = z.number().min(0).max(1_000_000)
const Draft = z.object({
  leadUnitId: Id,
  title: Line(120).min(2),
  dueOn: DayText.nullable().default(null),
  measure: Line(300).nullable().default(null),
  weight: Weight.default(1),
})
export type PartDraft = z.infer<typeof Draft>

/** Deadlines after that of the whole are refused unless this is said. */
const allowLater = z.boolean().default(false)

export const PartsBody = z.object({
  version: z.int().min(1),
  command: z.discriminatedUnion('command', [
    z.object({ command: z.literal('break-down'), parts: z.array(Draft).min(1).max(100), allowLater }),
    z.object({
      command: z.literal('prescribe'),
      actions: z
        .array(z.object({ title: Line(120).min(2), dueOn: DayText.nullable().default(null) }))
        .min(1)
        .max(20),
      unitIds: z.array(Id).min(1).max(60),
      allowLater,
    }),
    z.object({
      command: z.literal('weigh'),
      weights: z
        .array(z.object({ id: Id, weight: Weight }))
        .min(1)
        .max(300),
    }),
    z.object({ command: z.literal('attach'), number: Line(20).min(1), weight: Weight.default(1) }),
    z.object({ command: z.literal('detach'), id: Id, words: Words(500).min(1) }),
    z.object({
      command: z.literal('relay'),
      to: z.array(JurisdictionId).min(1).max(60),
      title: Line(120).min(2),
      dueOn: DayText.nullable().default(null),
      measure: Line(300).nullable().default(null),
      weight: Weight.default(1),
      allowLater,
    }),
  ]),
})
export type PartsCommand = z.infer<typeof PartsBody>['command']

/** A unit's own addition to what was prescribed. */
export const ProposalBody = z.object({
  title: Line(120).min(2),
  dueOn: DayText.nullable().default(null),
  measure: Line(300).nullable().default(null),
})
export const ProposalAnswer = z.object({
  version: z.int().min(1),
  command: z.discriminatedUnion('command', [
    z.object({ command: z.literal('adopt') }),
    z.object({ command: z.literal('decline'), words: Words(500).min(1) }),
  ]),
})

/** What an upper jurisdiction relayed to this one. */
export const RelayRow = z
  .object({
    id: Id,
    from: z.string(),
    title: z.string(),
    sentence: z.string(),
    sourceTitle: z.string().nullable(),
    sourceDay: z.string().nullable(),
    dueOn: z.string().nullable(),
    measure: z.string().nullable(),
    sentAt: InstantText,
    sentBy: z.string(),
    recalledAt: InstantText.nullable(),
    receivedAt: InstantText.nullable(),
    documentId: Id.nullable(),
  })
  .meta({ id: 'Relay' })
export type RelayRow = z.infer<typeof RelayRow>
export const RelayList = z.object({ relays: z.array(RelayRow) })

export const CoverageView = z
  .object({
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    /** Columns. */
    actions: z.array(
      z.object({
        id: Id,
        title: z.string(),
        dueOn: z.string().nullable(),
        asked: z.int(),
        done: z.int(),
        open: z.int(),
        notBegun: z.int(),
      }),
    ),
    rows: z.array(
      z.object({
        unitId: Id,
        unit: z.string(),
        asked: z.int(),
        done: z.int(),
        cells: z.array(
          z.object({
            state: z.enum(COVERAGE_STATES),
            items: z.array(z.object({ id: Id, percent: z.number(), light: z.enum(LIGHTS), overdue: z.boolean() })),
          }),
        ),
        selfChosen: z.array(
          z.object({
            id: Id,
            title: z.string(),
            state: z.enum(STATES),
            percent: z.number(),
            light: z.enum(LIGHTS),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Coverage' })
export type CoverageView = z.infer<typeof CoverageView>
