// Files of evidence: bytes in, bytes out, always as an attachment.
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getFile, keepFile, readKept } from '../../store/file.ts'
import type { Handlers } from '../call.ts'
import { checked } from '../evidence.ts'

/** Kinds that a browser draws and that can hold no script. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

export const fileRoutes = {
  async postFile({ house, actor, upload }) {
    if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
    const type = await checked(upload)
    if (isRefusal(type)) return type
    const sha256 = await keepFile(house.db, upload.bytes)
    return act(house.db, actor, { kind: 'file' }, { command: 'upload', name: upload.name, type, size: upload.bytes.length, sha256 })
  },

  async getFile({ house, actor, params }) {
    const file = await read(house.db, actor, tx => getFile(tx, params.id))
    if (!file) return refuse('not-found')
    const bytes = await readKept(house.db, file.sha256)
    return bytes
      ? { media: 'application/octet-stream', name: file.name, size: bytes.length, bytes }
      : refuse('file-lost', { name: file.name })
  },

  async getPicture({ house, actor, params }) {
    const file = await read(house.db, actor, tx => getFile(tx, params.id))
    if (!file || !PICTURES.includes(file.type)) return refuse('not-found')
    const bytes = await readKept(house.db, file.sha256)
    return bytes ? { media: file.type, name: file.name, size: bytes.length, bytes, inline: true } : refuse('file-lost', { name: file.name })
  },
} satisfies Pick<Handlers, 'postFile' | 'getFile' | 'getPicture'>
