// An error as RFC 9457 says it: stable `code`, the facts it needs to be worded, and the fields that are wrong.
import { z } from 'zod'
import { REFUSAL_CODES } from '../refusal.ts'

/** Codes of the edge, beside the refusals of the rules. */
const EDGE_CODES = [
  'unauthenticated',
  'wrong-password', // sign-in, or the old password when changing it
  'account-locked', // too many wrong passwords: facts { minutes }
  'account-disabled',
  'password-due', // facts { why: first | age }: choose a new one first
  'wrong-code', // of the second step
  'sso-unknown', // the single sign-on knows the person, this program has no account for him
  'sso-failed',
  'bad-request',
  'too-large',
  'too-many-requests',
  'wrong-origin',
  'internal',
  'unavailable',
] as const
export const PROBLEM_CODES = [...REFUSAL_CODES, ...EDGE_CODES] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** Faulty fields of a body or query, by path. */
    fields: z.array(z.object({ path: z.string(), rule: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
