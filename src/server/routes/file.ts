// Files of evidence: bytes in, bytes out, always as an attachment.
import { createReadStream } from 'node:fs'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getFile, keepFile, pathOf } from '../../store/file.ts'
import type { Handlers } from '../call.ts'
import { checked } from '../evidence.ts'

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
    return { media: 'application/octet-stream', name: file.name, size: file.size, bytes: createReadStream(pathOf(house.db, file.sha256)) }
  },
} satisfies Pick<Handlers, 'postFile' | 'getFile'>
