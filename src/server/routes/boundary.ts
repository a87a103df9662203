// The map of the townships, and the boundary file that it is drawn from: loaded by the office in place of the one before, or taken away.
import { BOUNDARY_BYTES, boundaryOf } from '../../core/boundary.ts'
import { dayOf } from '../../core/day.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { getBoundary } from '../../store/boundary.ts'
import { read } from '../../store/db.ts'
import type { Handlers } from '../call.ts'

export const boundaryRoutes = {
  async getBoundary({ house, actor }) {
    return read(house.db, actor, tx => getBoundary(tx, dayOf(Date.now())))
  },

  async putBoundary({ house, actor, upload }) {
    if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
    if (upload.bytes.length > BOUNDARY_BYTES) return refuse('file-refused', { code: 'boundary-large' })
    const boundary = boundaryOf(upload.bytes.toString('utf8'))
    if (isRefusal(boundary)) return boundary
    const done = await act(house.db, actor, { kind: 'boundary' }, { command: 'set', name: upload.name, boundary })
    return isRefusal(done) ? done : read(house.db, actor, tx => getBoundary(tx, dayOf(Date.now())))
  },

  async deleteBoundary({ house, actor }) {
    return act(house.db, actor, { kind: 'boundary' }, { command: 'delete' })
  },
} satisfies Partial<Handlers>
