// Ledgers from sheets and into sheets: row by row what a sheet would make and change, what the person says about it, and the way out.
import { z } from 'zod'
import { CELL_DOUBTS } from '../kindsheet/cell.ts'
import { ROW_REASONS, ROW_STATES } from '../kindsheet/check.ts'
import { SHEET_KINDS } from '../kindsheet/column.ts'
import { FieldNames, FieldsBody } from './field.ts'
import { ImportView } from './sheetimport.ts'
import { Id, InstantText, Line } from './value.ts'

export const SheetParams = z.object({ kind: z.enum(SHEET_KINDS) })
export const SheetImportParams = z.object({ kind: z.enum(SHEET_KINDS), id: Id })
/** `like`: an import in whose columns it goes out. */
export const SheetOutQuery = z.object({ like: Id.optional() })

/** 台账!C7 */
const Place = z.string().max(60)
const ColumnNumber = z.int().min(0).max(500)
/** title, stage …, or field. and a fact's name. */
const Target = z.string().regex(/^(?:title|number|stage|leadUnit|ordinal|extra|leave|field\.[A-Za-z]{1,40})$/)

export const SheetFixesBody = z.object({
  columns: z
    .array(z.object({ table: Place, column: ColumnNumber, to: Target }))
    .max(500)
    .default([]),
  names: z
    .array(z.object({ text: z.string().max(200), unitId: Id.nullable() }))
    .max(500)
    .default([]),
  cells: z
    .array(z.object({ at: Place, value: z.string().max(2000).nullable() }))
    .max(5000)
    .default([]),
  rows: z
    .array(z.object({ at: Place, leave: z.boolean().optional(), itemId: Id.nullable().optional(), stage: z.string().max(30).optional() }))
    .max(2000)
    .default([]),
  measures: z
    .array(z.object({ table: Place, column: ColumnNumber, measure: Line(20) }))
    .max(500)
    .default([]),
})

/** The part `body` beside the part `file`. */
export const SheetCheckBody = z.object({ fixes: SheetFixesBody.prefault({}) })
/** `mark`: of the check that the person saw. `dispatch`: what is new is sent to its lead unit at once. */
export const SheetImportBody = SheetCheckBody.extend({ mark: z.string().max(40), dispatch: z.boolean().default(false) })

const Column = z.object({ column: z.int(), letter: z.string(), head: z.string(), to: z.string(), measure: z.string().nullable() })
const Problem = z.object({
  at: z.string(),
  head: z.string(),
  field: z.string(),
  code: z.enum(CELL_DOUBTS),
  text: z.string(),
  maybe: z.array(z.object({ id: Id, name: z.string() })),
})

export const SheetPreview = z
  .object({
    fault: z.enum(['no-table', 'too-many']).nullable(),
    hidden: z.int(),
    /** The same file, imported before and not taken back. */
    before: ImportView.nullable(),
    tables: z.array(
      z.object({
        at: z.string(),
        title: z.string(),
        remembered: z.object({ by: z.string(), at: InstantText }).nullable(),
        columns: z.array(Column),
      }),
    ),
    /** Those that are the same as what is there are only counted. */
    rows: z.array(
      z.object({
        at: z.string(),
        table: z.string(),
        title: z.string(),
        state: z.enum(ROW_STATES),
        reason: z.enum(ROW_REASONS).nullable(),
        facts: z.record(z.string(), z.string()),
        itemId: Id.nullable(),
        stage: z.string().nullable(),
        from: z.string().nullable(),
        leadUnitId: Id.nullable(),
        fields: FieldsBody,
        was: FieldsBody,
        extra: z.record(z.string(), z.string()),
        problems: z.array(Problem),
      }),
    ),
    names: FieldNames,
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), decide: z.int(), left: z.int() }),
    mark: z.string(),
  })
  .meta({ id: 'SheetPreview' })
export type SheetPreview = z.infer<typeof SheetPreview>

export const SheetImportResult = z.object({ import: ImportView, added: z.int(), changed: z.int() }).meta({ id: 'SheetImportResult' })
export type SheetImportResult = z.infer<typeof SheetImportResult>
