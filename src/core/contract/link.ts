// Answer links: how the office makes one, and what the page behind one shows and takes.
import { z } from 'zod'
import { LINK_DAYS } from '../answerlink.ts'
import { COMMANDS, STATES } from '../types.ts'
import { Id, InstantText, Line, Words } from './value.ts'

/** 13800000000 · 0351-1234567 转 801 */
const Phone = Line(30).refine(s => /^[\d\s+\-()（）转]*$/.test(s), 'phone')

export const LinkBody = z.object({
  unitId: Id,
  /** Who is to answer: kept as words; the link is good for whoever holds it. */
  forName: Line(40).min(2),
  forPhone: Phone.default(''),
  /** Whom that person calls when something is unclear. */
  officePhone: Phone.default(''),
  days: z.int().min(1).max(LINK_DAYS.most).default(LINK_DAYS.usual),
})

export const LinkView = z
  .object({
    id: Id,
    forName: z.string(),
    forPhone: z.string(),
    unit: z.string(),
    from: InstantText,
    until: InstantText,
    madeByName: z.string(),
    revokedAt: InstantText.nullable(),
    revokedByName: z.string().nullable(),
    usedAt: InstantText.nullable(),
  })
  .meta({ id: 'AnswerLink' })
export type LinkView = z.infer<typeof LinkView>
export const LinkList = z.object({ links: z.array(LinkView) })
/** The token is given once; the store keeps nothing that it could be made of. */
export const LinkMade = z.object({ id: Id, token: z.string(), until: InstantText })

/** All that the page behind a link shows: one item, without its history, its people and its other units. */
export const AnswerView = z
  .object({
    office: z.string(),
    officePhone: z.string(),
    madeBy: z.string(),
    forName: z.string(),
    unit: z.string(),
    until: InstantText,
    title: z.string(),
    sentence: z.string().nullable(),
    dueOn: z.string().nullable(),
    state: z.enum(STATES),
    version: z.int(),
    percent: z.number(),
    /** Whether the unit leads: then it moves the percentage. */
    lead: z.boolean(),
    /** The figure that the measure asks for and the value last reported of it, for the unit that leads; `share` as in an item. */
    held: z.object({ target: z.number(), unit: z.string(), share: z.number().nullable(), last: z.number().nullable() }).nullable(),
    may: z.object({ accept: z.boolean(), report: z.boolean(), submit: z.boolean() }),
    /** What was answered by this link, newest first. */
    answers: z.array(
      z.object({
        kind: z.enum(COMMANDS),
        at: InstantText,
        words: z.string().nullable(),
        percent: z.number().nullable(),
        value: z.number().nullable(),
        unit: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Answer' })
export type AnswerView = z.infer<typeof AnswerView>

export const AnswerBody = z.object({
  version: z.int().min(1),
  command: z.discriminatedUnion('command', [
    z.object({ command: z.literal('accept') }),
    z.object({
      command: z.literal('report'),
      percent: z.number().min(0).max(100).nullable().default(null),
      /** Of the figure, in its unit. */
      value: z.number().min(0).max(1e12).nullable().default(null),
      words: Words().min(1),
      fileIds: z.array(Id).max(20).default([]),
      /** Carried out: the office is asked to verify. */
      done: z.boolean().default(false),
    }),
  ]),
})
