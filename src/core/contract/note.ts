// Leaders' notes 批示, as the API shows and takes them.
import { z } from 'zod'
import { LIGHT_REASONS } from '../light.ts'
import { NOTE_PAGES, NOTE_URGENCIES } from '../note.ts'
import { LIGHTS, STATES } from '../types.ts'
import { Id, InstantText, Line, many, Page, Words } from './value.ts'

/** A place in this program: a path with its query, never another site. */
const Address = Line(500).refine(s => /^\/(?![/\\])[^\\]*$/.test(s), 'address')

export const NoteBody = z.object({
  words: Words(2000).min(2),
  urgency: z.enum(NOTE_URGENCIES).default('ordinary'),
  /** What it is written on; `id` of a document, an item or a unit. */
  on: z.object({ kind: z.enum(NOTE_PAGES), id: Id.nullable().default(null), address: Address }),
  /** An officer who records it says whose it is. */
  leaderId: Id.nullable().default(null),
})

export const NOTE_STANDS = ['waiting', 'dispatched', 'read'] as const

export const NoteOn = z.object({ kind: z.enum(NOTE_PAGES), title: z.string().nullable(), address: z.string() })

export const NoteView = z
  .object({
    id: Id,
    at: InstantText,
    leader: z.string(),
    post: z.string().nullable(),
    /** The officer who recorded it; null when the leader wrote it himself. */
    recordedBy: z.string().nullable(),
    words: z.string(),
    urgency: z.enum(NOTE_URGENCIES),
    on: NoteOn,
    documentId: Id,
    stand: z.enum(NOTE_STANDS),
    /** Marked 阅知: no case was opened. */
    read: z.object({ at: InstantText, by: z.string(), words: z.string().nullable() }).nullable(),
    items: z.array(
      z.object({
        id: Id,
        number: z.string().nullable(),
        title: z.string(),
        state: z.enum(STATES),
        light: z.enum(LIGHTS),
        reason: z.enum(LIGHT_REASONS),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
        unit: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Note' })
export type NoteView = z.infer<typeof NoteView>

export const NoteQuery = Page.extend({ stand: many(z.enum(NOTE_STANDS)), q: Line(50).optional(), address: Address.optional() })
export type NoteQuery = z.infer<typeof NoteQuery>
export const NoteList = z.object({ notes: z.array(NoteView), total: z.int() })
export type NoteList = z.infer<typeof NoteList>
export const NoteReadBody = z.object({ words: Words(1000).nullable().default(null) })

export const LeaderList = z.object({ leaders: z.array(z.object({ id: Id, name: z.string(), post: z.string().nullable() })) })
