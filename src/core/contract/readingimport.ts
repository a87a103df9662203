// Importing readings: how the workbook was read, figure by figure what it would change, and what the person says about it.
import { z } from 'zod'
import { READING_STATUSES } from '../indicator.ts'
import { LINE_REASONS, LINE_STATES } from '../readings/check.ts'
import { LEFT } from '../readings/column.ts'
import { DOUBTS } from '../readings/doubt.ts'
import { ASIDE } from '../readings/label.ts'
import { COLUMN_ROLES } from '../readings/world.ts'
import { Month, Year } from './indicator.ts'
import { ImportView } from './sheetimport.ts'
import { Id, InstantText, Line } from './value.ts'

/** 月报!C7 */
const Place = z.string().max(60)
const Measure = Line(20)

const ColumnFix = z.object({
  column: z.int().min(0).max(500),
  role: z.enum(COLUMN_ROLES).optional(),
  indicatorId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  measure: Measure.nullable().optional(),
  year: Year.nullable().optional(),
  month: Month.nullable().optional(),
})
const TableFix = z.object({
  at: Place,
  leave: z.boolean().optional(),
  year: Year.nullable().optional(),
  month: Month.nullable().optional(),
  measure: Measure.nullable().optional(),
  indicatorId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  columns: z.array(ColumnFix).max(200).optional(),
})
const NameFix = z.object({ as: z.enum(['indicator', 'unit']), text: z.string().max(200), id: Id.nullable() })
const CellFix = z.object({ at: Place, leave: z.boolean().optional(), take: z.boolean().optional(), value: Line(40).optional() })

export const Fixes = z.object({
  tables: z.array(TableFix).max(200).default([]),
  names: z.array(NameFix).max(1000).default([]),
  cells: z.array(CellFix).max(5000).default([]),
  status: z.enum(READING_STATUSES).nullable().default(null),
})

/** The part `body` beside the part `file`. */
export const CheckBody = z.object({ fixes: Fixes.prefault({}) })
/** `mark`: of the check that the person saw; when others have written in between, nothing is written. */
export const ImportBody = CheckBody.extend({ mark: z.string().max(40) })

const Called = z.object({
  id: Id.nullable(),
  /** As known here; as printed where it is unknown. */
  name: z.string(),
  text: z.string(),
  maybe: z.array(z.object({ id: Id, name: z.string() })),
})
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const ReadingsPreview = z
  .object({
    /** Of the whole file; then there are no lines. */
    fault: z.enum(['no-table', 'too-many']).nullable(),
    /** The same file, imported before and not taken back. */
    before: ImportView.nullable(),
    hidden: z.int(),
    tables: z.array(
      z.object({
        at: z.string(),
        sheet: z.string(),
        title: z.string(),
        leave: z.boolean(),
        remembered: z.object({ by: z.string(), at: InstantText }).nullable(),
        year: z.int().nullable(),
        month: z.int().nullable(),
        monthFrom: z.enum(['title', 'header', 'sheet', 'file', 'by-hand']).nullable(),
        measure: z.string().nullable(),
        indicatorId: Id.nullable(),
        unitId: Id.nullable(),
        columns: z.array(
          z.object({
            column: z.int(),
            letter: z.string(),
            head: z.string(),
            role: z.enum(COLUMN_ROLES),
            left: z.enum([...ASIDE, ...LEFT]).nullable(),
            indicatorId: Id.nullable(),
            unitId: Id.nullable(),
            measure: z.string().nullable(),
            year: z.int().nullable(),
            month: z.int().nullable(),
            fixed: z.boolean(),
          }),
        ),
      }),
    ),
    /** Those that are the same as what is there are only counted. */
    lines: z.array(
      z.object({
        at: z.string(),
        /** Of its table, as tables name it, and the column there. */
        table: z.string(),
        column: z.int(),
        cell: z.string(),
        head: z.string(),
        indicator: Called,
        unit: Called,
        year: z.int().nullable(),
        month: z.int().nullable(),
        value: z.number().nullable(),
        /** The indicator's unit. */
        measure: z.string(),
        /** What it is told in, where that is another one. */
        from: z.string().nullable(),
        status: z.enum(READING_STATUSES),
        state: z.enum(LINE_STATES),
        reason: z.enum(LINE_REASONS).nullable(),
        facts: Facts,
        flags: z.array(z.object({ code: z.enum(DOUBTS), facts: Facts, stops: z.boolean() })),
        was: z.object({ value: z.number(), status: z.enum(READING_STATUSES) }).nullable(),
        fixed: z.boolean(),
      }),
    ),
    /** Figures that are no readings, together. */
    left: z.array(
      z.object({
        sheet: z.string(),
        from: z.string(),
        to: z.string(),
        n: z.int(),
        why: z.enum([...ASIDE, ...LEFT, 'outside', 'table-left', 'hidden']),
        head: z.string(),
      }),
    ),
    counts: z.object({ new: z.int(), revision: z.int(), same: z.int(), decide: z.int(), refused: z.int() }),
    /** Figures that are not taken: refused one by one, and left together. */
    notTaken: z.int(),
    mark: z.string(),
  })
  .meta({ id: 'ReadingsPreview' })
export type ReadingsPreview = z.infer<typeof ReadingsPreview>
export type PreviewLine = ReadingsPreview['lines'][number]
export type PreviewTable = ReadingsPreview['tables'][number]

export const ImportResult = z.object({ import: ImportView, added: z.int(), revised: z.int() }).meta({ id: 'ReadingImportResult' })
export type ImportResult = z.infer<typeof ImportResult>

export const ReadingsSheetQuery = z.object({ year: Year.optional() })
