// Importing the tree and the people from a sheet: the check line by line, and what was carried out.
import { z } from 'zod'
import { ROSTER_COLUMNS, ROSTER_REASONS, ROSTER_VERDICTS } from '../roster.ts'

const ROSTER_KINDS = ['units', 'people'] as const
export const RosterKindParams = z.object({ kind: z.enum(ROSTER_KINDS) })

export const RosterView = z
  .object({
    /** Of the whole sheet; then there are no lines. */
    fault: z.enum(['no-header', 'empty', 'missing-column', 'repeated-column']).nullable(),
    headers: z.array(z.string()),
    kind: z.enum(ROSTER_KINDS).nullable(),
    missing: z.array(z.string()),
    ignored: z.array(z.string()),
    lines: z.array(
      z.object({
        line: z.int(),
        name: z.string(),
        verdict: z.enum(ROSTER_VERDICTS),
        reason: z.enum(ROSTER_REASONS).nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        changes: z.array(z.object({ field: z.enum(ROSTER_COLUMNS), was: z.string().nullable(), now: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Roster' })
export type RosterView = z.infer<typeof RosterView>

export const RosterResult = z
  .object({
    kind: z.enum(ROSTER_KINDS),
    added: z.int(),
    changed: z.int(),
    accounts: z.int(),
    /** Roles that wait for the security administrator. */
    proposed: z.int(),
    /** The sheet of first passwords, base64; given once, and null when there are none or they were given before. */
    passwords: z.object({ name: z.string(), bytes: z.base64() }).nullable(),
  })
  .meta({ id: 'RosterResult' })
export type RosterResult = z.infer<typeof RosterResult>
