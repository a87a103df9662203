// Commands on one item, each with what it asks for.
import { z } from 'zod'
import { AMEND_WHATS } from '../stage.ts'
import { CLOCK_KEYS, RECHECK_RESULTS, WAITING } from '../types.ts'
import { FieldsBody } from './field.ts'
import { ItemPatch, LinkBody } from './item.ts'
import { DayText, Id, Words } from './value.ts'

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
