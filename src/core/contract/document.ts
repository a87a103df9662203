// Documents, their readings and the drafts of items that are corrected before dispatch.
import { z } from 'zod'
import { type Reading, TOPICS } from '../../reader/reading.ts'
import { NOTE_CODES } from '../intakenote.ts'
import { CLOCK_KEYS } from '../types.ts'
import { CorrectionView } from './correction.ts'
import { DayText, Id, InstantText, Line, Page, Words } from './value.ts'

const DOCUMENT_STATES = ['read', 'dispatched'] as const

export const DocumentRow = z
  .object({
    id: Id,
    title: z.string(),
    number: z.string().nullable(),
    day: z.string().nullable(),
    state: z.enum(DOCUMENT_STATES),
    directives: z.int(),
    items: z.int(),
    createdAt: InstantText,
    createdBy: z.string(),
  })
  .meta({ id: 'DocumentRow' })
export type DocumentRow = z.infer<typeof DocumentRow>
export const DocumentList = z.object({ documents: z.array(DocumentRow), total: z.int() })
export const DocumentQuery = Page.extend({ q: Line(50).optional() })

const SuggestionView = z.object({ unitId: Id, reason: z.enum(['named', 'duties']), words: z.array(z.string()) })

export const DraftView = z
  .object({
    index: z.int(),
    version: z.int(),
    chosen: z.boolean(),
    slogan: z.boolean(),
    title: z.string(),
    topic: z.enum(TOPICS),
    leadUnitId: Id.nullable(),
    coUnitIds: z.array(Id),
    dueOn: z.string().nullable(),
    measure: z.string().nullable(),
    suggestions: z.array(SuggestionView),
    /** Who changed it last; null while it is as read. */
    editedBy: z.string().nullable(),
    /** The item it became. */
    itemId: Id.nullable(),
  })
  .meta({ id: 'Draft' })
export type DraftView = z.infer<typeof DraftView>

/** Checked by the reader's own tests; described here as an open object so that the contract is not written twice. */
const ReadingView = z
  .custom<Reading>(v => typeof v === 'object' && v !== null)
  .meta({ id: 'Reading', type: 'object', description: 'docs/reading.md' })

export const DocumentView = z
  .object({
    ...DocumentRow.shape,
    version: z.int(),
    text: z.string(),
    /** What was left out of the file, or is to be compared with it. */
    notes: z.array(z.object({ code: z.enum(NOTE_CODES), facts: z.record(z.string(), z.number()) })),
    reading: ReadingView,
    corrections: z.array(CorrectionView),
    drafts: z.array(DraftView),
  })
  .meta({ id: 'Document' })
export type DocumentView = z.infer<typeof DocumentView>

/** The text and its corrected reading, to measure the reader by later. */
export const GoldView = z.object({ name: z.string(), text: z.string(), gold: ReadingView, corrections: z.int() }).meta({ id: 'Gold' })

/** How far a long intake has come; null when none of that key is under way. */
export const IntakeProgress = z.object({ progress: z.object({ done: z.number(), of: z.number() }).nullable() })

/** Pasted text; a file comes as multipart/form-data with one part `file`. */
export const DocumentBody = z.object({ text: z.string().max(2_000_000), name: Line(200).default('') })

export const DraftPatch = z
  .object({
    chosen: z.boolean(),
    title: Line(120).min(2),
    topic: z.enum(TOPICS),
    leadUnitId: Id.nullable(),
    coUnitIds: z.array(Id).max(60),
    dueOn: DayText.nullable(),
    measure: Words(300).nullable(),
  })
  .partial()
  .extend({ version: z.int().min(1) })

export const DispatchBody = z.object({
  /** Deadlines that are already past are refused unless this is said. */
  allowPast: z.boolean().default(false),
  /** By which the days of all of them are counted; null: no deadline but what they say; left out: by the kind of document. */
  clock: z.enum(CLOCK_KEYS).nullable().optional(),
})
export const DispatchResult = z.object({
  items: z.array(z.object({ id: Id, number: z.string(), title: z.string(), leadUnitId: Id })),
  units: z.int(),
})
