// The answer sheet 答卷, as the API shows and issues it.
import { z } from 'zod'
import { SHEET_KINDS, type SheetFacts } from '../answersheet.ts'
import { Year } from './indicator.ts'
import { GongwenView } from './overview.ts'
import { DayText, Id, InstantText, Words } from './value.ts'

export const SheetQuery = z.object({ kind: z.enum(SHEET_KINDS), year: Year, asOf: DayText.optional() })
export type SheetQuery = z.infer<typeof SheetQuery>

const Facts = z
  .custom<SheetFacts>(v => typeof v === 'object' && v !== null)
  .meta({ id: 'SheetFacts', type: 'object', description: 'What an answer sheet is made of: src/core/answersheet.ts' })

/** What would be issued now. */
export const SheetDraft = z
  .object({
    gongwen: GongwenView,
    facts: Facts,
    /** Of the facts: what is issued is what was seen. */
    digest: z.string(),
    /** The sheet that was issued with the same facts. */
    issued: z.object({ id: Id, at: InstantText, by: z.string(), withdrawn: z.boolean() }).nullable(),
  })
  .meta({ id: 'SheetDraft' })
export type SheetDraft = z.infer<typeof SheetDraft>

export const SheetBody = z.object({
  kind: z.enum(SHEET_KINDS),
  year: z.int().min(2000).max(2100),
  asOf: DayText,
  digest: z.string().length(64),
})

export const SheetWithdrawBody = z.object({ words: Words(500) })

const sheet = {
  id: Id,
  kind: z.enum(SHEET_KINDS),
  year: z.int(),
  asOf: DayText,
  title: z.string(),
  at: InstantText,
  by: z.string(),
  /** SHA-256 of the Word file. */
  sha256: z.string(),
  size: z.int(),
  withdrawn: z.object({ at: InstantText, by: z.string(), why: z.string() }).nullable(),
  /** The newest of the same period that was issued after it and holds. */
  later: Id.nullable(),
}
export const SheetRow = z.object(sheet)
export const SheetList = z.object({ sheets: z.array(SheetRow) })
export type SheetList = z.infer<typeof SheetList>
export const SheetView = z.object({ ...sheet, gongwen: GongwenView, facts: Facts }).meta({ id: 'Sheet' })
export type SheetView = z.infer<typeof SheetView>
