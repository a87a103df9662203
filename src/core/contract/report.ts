// Bulk reporting: the check of a sheet that came back, the lines to be carried out, and what became of each.
import { z } from 'zod'
import { WAITING } from '../types.ts'
import { LINE_VERDICTS } from '../workbook.ts'
import { PROBLEM_CODES } from './problem.ts'
import { Id, Words } from './value.ts'

/** A unit's own open items; more lines than this nobody fills in. */
export const MOST_LINES = 1000

const Cell = z.string().max(5000).nullable()
const Written = z.object({ value: Cell.default(null), percent: Cell, words: Cell, waiting: Cell, submit: Cell })

const Value = z.number().min(0).max(1e12).nullable().default(null)
const ReportCommand = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('report'),
    percent: z.number().min(0).max(100).nullable(),
    words: Words().min(1),
    fileIds: z.array(Id).max(0),
    waitingFor: z.enum(WAITING).nullable(),
    value: Value,
  }),
  z.object({ command: z.literal('submit'), words: Words().min(1), fileIds: z.array(Id).max(0), value: Value }),
])

export const ReportCheck = z
  .object({
    /** Of the whole sheet; then there are no lines. */
    fault: z.enum(['no-header', 'missing-column', 'repeated-column']).nullable(),
    headers: z.array(z.string()),
    lines: z.array(
      z.object({
        line: z.int(),
        itemId: Id.nullable(),
        number: z.string().nullable(),
        title: z.string().nullable(),
        verdict: z.enum(LINE_VERDICTS),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        change: z
          .object({
            was: z.number(),
            now: z.number(),
            words: z.string(),
            submit: z.boolean(),
            value: z.object({ now: z.number(), unit: z.string() }).nullable(),
          })
          .nullable(),
        command: ReportCommand.nullable(),
        version: z.int().nullable(),
        written: Written,
      }),
    ),
  })
  .meta({ id: 'ReportCheck' })
export type ReportCheck = z.infer<typeof ReportCheck>

export const ReportLines = z.object({
  lines: z
    .array(z.object({ itemId: Id, version: z.int().min(1), command: ReportCommand }))
    .min(1)
    .max(MOST_LINES),
})
export const ReportResults = z
  .object({
    results: z.array(
      z.object({
        itemId: Id,
        /** null: carried out. */
        refused: z.enum(PROBLEM_CODES).nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'ReportResults' })

export const RemarkBody = z.object({
  remarks: z.array(Written.extend({ itemId: Id, remark: z.string().max(400) })).max(MOST_LINES),
})
