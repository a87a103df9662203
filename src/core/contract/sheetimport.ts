// What a sheet was that came in as one step: its file, who brought it when and how much it wrote, and whether it was taken back.
import { z } from 'zod'
import { Id, InstantText } from './value.ts'

export const ImportView = z
  .object({
    id: Id,
    name: z.string(),
    at: InstantText,
    by: z.string(),
    /** How many figures or lines it wrote. */
    readings: z.int(),
    undoneAt: InstantText.nullable(),
    undoneBy: z.string().nullable(),
    /** Whether its workbook is kept. */
    file: z.boolean(),
    /** Whether this person may take it back, and open the file. */
    mine: z.boolean(),
  })
  .meta({ id: 'SheetImport' })
export type ImportView = z.infer<typeof ImportView>
export const ImportList = z.object({ imports: z.array(ImportView) })
export type ImportList = z.infer<typeof ImportList>
