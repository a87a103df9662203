// Errors as RFC 9457 problem documents: the one place where a refusal gets its HTTP status. Words for people are the web's.
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Problem, ProblemCode } from '../core/contract/problem.ts'
import type { Facts, Refusal } from '../core/refusal.ts'

/** 409: true again after someone else acts or time goes by. 422: the request itself must change. */
export const STATUS: Record<ProblemCode, number> = {
  'not-found': 404,
  'not-allowed': 403,
  'wrong-state': 409,
  'stale-version': 409,
  invalid: 422,
  'no-lead-unit': 422,
  'no-number-left': 409,
  'due-in-past': 422,
  'due-not-later': 422,
  'no-deadline': 409,
  'extension-pending': 409,
  'no-extension': 409,
  'own-report': 403,
  'reason-needed': 422,
  'percent-falls': 422,
  'urged-recently': 409,
  'nothing-to-dispatch': 409,
  'already-dispatched': 409,
  'lead-is-co': 422,
  'unknown-unit': 422,
  'exclusive-roles': 409,
  'name-taken': 409,
  'token-used': 409,
  'file-refused': 422,
  'last-administrator': 409,
  'mail-off': 409,
  'code-recently': 409,
  'code-wrong': 422,
  'code-expired': 409,
  'address-forbidden': 422,
  'has-parts': 422,
  'parts-open': 409,
  'due-after-whole': 422,
  'already-part': 409,
  'part-ring': 409,
  'too-deep': 422,
  'no-such-number': 422,
  'not-lower': 422,
  'not-prescribed': 409,
  'already-received': 409,
  'not-below': 422,
  'nothing-to-import': 409,
  'no-account': 409,
  'jurisdiction-taken': 409,
  'link-unknown': 404,
  'link-over': 410,
  'slip-not-due': 409,
  'slip-running': 409,
  'slip-over': 409,
  'note-kept': 409,
  'note-over': 409,
  'sheet-changed': 409,
  'sheet-withdrawn': 409,
  'file-lost': 410,
  'same-already': 409,
  'indicator-has-readings': 409,
  'indicator-retired': 409,
  'indicator-is-total': 409,
  'frame-renamed': 409,
  'frame-ring': 422,
  'indicator-ring': 422,
  'reading-revised': 409,
  'import-undone': 409,
  'worked-on': 409,
  'preview-stale': 409,
  'wrong-kind': 409,
  'residual-above': 422,
  'wrong-relation': 409,
  'likely-duplicate': 409,
  'upgrade-keeps-sum': 422,
  'not-counted': 409,
  'other-currency': 422,
  'members-open': 409,
  'taker-ended': 409,
  'end-by-report': 409,
  'no-such-stage': 422,
  'stage-passed-over': 409,
  'stage-ended': 409,
  'evidence-missing': 422,
  'form-closed': 409,
  'field-forbidden': 422,
  'may-not-send': 422,
  'document-too-long': 422,
  'over-budget': 409,
  'approver-no-leader': 422,
  'merge-into': 422,
  'request-not-out': 409,
  unauthenticated: 401,
  'wrong-password': 401,
  'account-locked': 429,
  'account-disabled': 403,
  'password-due': 403,
  'wrong-code': 401,
  'sso-unknown': 403,
  'sso-failed': 502,
  'bad-request': 400,
  'too-large': 413,
  'too-many-requests': 429,
  'wrong-origin': 403,
  internal: 500,
  unavailable: 503,
}

const TYPE = 'urn:luoshi:problem:'
export const isProblem = (x: object): x is Problem => 'type' in x && String(x.type).startsWith(TYPE)

type Field = { path: string; rule: string }

/** The problem document; `title` is for a developer who reads the answer, not for the page. */
export function problem(code: ProblemCode, facts: Facts = {}, fields?: Field[]): Problem {
  const title = code.replaceAll('-', ' ')
  return { type: `${TYPE}${code}`, title, status: STATUS[code], code, facts, ...(fields ? { fields } : {}) }
}

export const sendProblem = (reply: FastifyReply, p: Problem): FastifyReply =>
  reply.code(p.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(p))

export const sendRefusal = (reply: FastifyReply, r: Refusal): FastifyReply => sendProblem(reply, problem(r.refused, r.facts))

/** The faults that zod found, as path and rule; never the value, which may be a password. */
export function fieldsOf(error: z.ZodError, place: string): Field[] {
  return error.issues.slice(0, 50).flatMap(issue => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path: [...issue.path, key].join('.'), rule: 'unknown' }))
    return [{ path: issue.path.join('.') || place, rule: ruleOf(issue) }]
  })
}

function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'required' : `type:${issue.expected}`
  if (issue.code === 'too_big') return `max:${issue.maximum}`
  if (issue.code === 'too_small') return `min:${issue.minimum}`
  if (issue.code === 'invalid_format') return `format:${issue.format}`
  if (issue.code === 'invalid_value') return `one-of:${issue.values.join('|')}`
  return issue.code
}

/** What an error thrown before or in a handler means to the caller; null when it is our own fault. */
export function problemOfError(error: { code?: string; statusCode?: number }): Problem | null {
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return problem('too-large')
  if (error.statusCode === 429) return problem('too-many-requests')
  // A database that is restarting, out of connections or out of disk: 57P0x, 53xxx, and the sockets' own.
  if (error.code && /^(57P0\d|53\d{3}|08\d{3}|ECONNREFUSED|ECONNRESET|ENOSPC|EROFS)$/.test(error.code)) return problem('unavailable')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return problem('bad-request')
  return null
}
