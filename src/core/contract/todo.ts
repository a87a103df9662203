// What waits for a person, in one list ordered by what is due.
import { z } from 'zod'
import { NOTE_URGENCIES } from '../note.ts'
import { SLIP_COLOURS } from '../slip.ts'
import { ItemRow } from './item.ts'
import { Id } from './value.ts'

/** What for. */
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
