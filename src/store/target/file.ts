// A file of evidence as a target of `act`: its row; the bytes are kept by ../file.ts. It belongs to an item once a report names it.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import { FILE_ROW } from '../file.ts'
import type { Kind } from '../write.ts'

interface FileCommand {
  command: 'upload'
  name: string
  /** Media type found by looking at the bytes. */
  type: string
  size: number
  sha256: string
}

export const file: Kind<object, FileCommand, object, { id: string; name: string; type: string; size: number }> = {
  async load(_tx, _target, _command, { actor }) {
    return may(actor, 'item.read') ? {} : refuse('not-allowed', { action: 'item.read' })
  },

  decide(_state, _target, { name, type, size, sha256 }, { actor, now }) {
    const id = randomUUID()
    return {
      value: { id, name, type, size },
      writes: [[FILE_ROW, [actor.jurisdiction, id, sha256, name, type, size, actor.personId, now]]],
      entries: [{ action: 'file.upload', target: `file:${id}`, summary: type, body: JSON.stringify({ sha256, size }) }],
    }
  },
}
