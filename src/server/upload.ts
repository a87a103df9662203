// Takes the one file of a multipart request into memory; never trusts its name or type, and never parses it.
import type { FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { Upload } from './call.ts'

export const UPLOAD_LIMIT = 15 * 1024 * 1024
const NAME_LIMIT = 200

/** The part `file`; refused when it is missing or empty. A file above the limit throws, which becomes `too-large`. */
export async function takeUpload(request: FastifyRequest): Promise<Upload | Refusal> {
  const part = await request.file({ limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 5, parts: 6 } })
  if (part?.fieldname !== 'file') return refuse('invalid', { field: 'file', rule: 'required' })
  const bytes = await part.toBuffer()
  if (bytes.length === 0) return refuse('file-refused', { code: 'empty' })
  return { name: cleanName(part.filename), bytes }
}

/** The last part of a path, without control and bidirectional marks: a name to show, never one to write to. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!
  const shown = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '').trim()
  return shown.slice(-NAME_LIMIT) || 'file'
}
