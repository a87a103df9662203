// Takes the one file of a multipart request into memory, and what is said beside it; never trusts its name or type, and never parses it.
import type { FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { Upload } from './call.ts'

export const UPLOAD_LIMIT = 15 * 1024 * 1024
/** What a person says about a sheet of 5,000 figures. */
const BESIDE_LIMIT = 1024 * 1024
const NAME_LIMIT = 200

/** The part `file`; refused when it is missing or empty. A file above the limit throws, which becomes `too-large`. */
export async function takeUpload(request: FastifyRequest): Promise<Upload | Refusal> {
  const part = await request.file({ limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 5, parts: 6, fieldSize: BESIDE_LIMIT } })
  if (part?.fieldname !== 'file') return refuse('invalid', { field: 'file', rule: 'required' })
  const bytes = await part.toBuffer()
  if (bytes.length === 0) return refuse('file-refused', { code: 'empty' })
  const said = part.fields.body
  const beside = said && !Array.isArray(said) && said.type === 'field' ? String(said.value) : null
  return { name: cleanName(part.filename), bytes, beside }
}

/** The last part of a path, without control and bidirectional marks: a name to show, never one to write to. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!
  const shown = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '').trim()
  return shown.slice(-NAME_LIMIT) || 'file'
}
