// A frame that indicators hang from as a target of `act`: added, renamed. What hangs from it stays, and boards of earlier days keep the earlier name.
import { randomUUID } from 'node:crypto'
import { reach } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Tx } from '../tx.ts'
import type { Kind } from '../write.ts'

interface FrameTarget {
  /** null adds one. */
  id: string | null
}

type FrameCommand =
  | { command: 'add'; name: string; parentId: string | null }
  /** `seen`: the name that the person saw. */
  | { command: 'rename'; name: string; seen: string }

interface State {
  found: { name: string; parentId: string | null } | null
  taken: boolean
  parented: boolean
  position: number
}

const LOOK = `select exists (select 1 from frame where jurisdiction_id = $1 and name = $2 and parent_id is not distinct from $3 and id is distinct from $4) as taken,
    $3::uuid is null or exists (select 1 from frame where jurisdiction_id = $1 and id = $3) as parented,
    (select coalesce(max(position), 0) + 1 from frame where jurisdiction_id = $1) as position`

export const frame: Kind<FrameTarget, FrameCommand, State, { id: string }> = {
  async load(tx, { id }, command, { actor }) {
    if (reach(actor, 'indicator.write') !== 'all') return refuse('not-allowed', { action: 'indicator.write' })
    const found = id === null ? null : await locked(tx, id)
    if (id !== null && !found) return refuse('not-found')
    const parentId = command.command === 'add' ? command.parentId : found!.parentId
    const [look] = await tx.rows<Omit<State, 'found'>>(LOOK, [tx.context.jurisdiction, command.name, parentId, id])
    return { found, ...look! }
  },

  decide({ found, taken, parented, position }, target, command, { actor }) {
    const place = actor.jurisdiction
    const { name } = command
    const id = target.id ?? randomUUID()
    if (command.command === 'rename') {
      if (found!.name === name) return refuse('same-already')
      if (found!.name !== command.seen) return refuse('frame-renamed', { name: found!.name })
      if (taken) return refuse('name-taken', { name })
      return {
        value: { id },
        writes: [['update frame set name = $3 where jurisdiction_id = $1 and id = $2', [place, id, name]]],
        entries: [{ action: 'frame.rename', target: `frame:${id}`, summary: name, body: JSON.stringify({ was: found!.name, name }) }],
      }
    }
    if (taken) return refuse('name-taken', { name })
    if (!parented) return refuse('invalid', { field: 'parentId', rule: 'unknown' })
    const { parentId } = command
    return {
      value: { id },
      writes: [
        [
          'insert into frame (jurisdiction_id, id, name, parent_id, position) values ($1, $2, $3, $4, $5)',
          [place, id, name, parentId, position],
        ],
      ],
      entries: [{ action: 'frame.add', target: `frame:${id}`, summary: name, body: JSON.stringify({ parentId }) }],
    }
  },
}

async function locked(tx: Tx, id: string): Promise<State['found']> {
  const [row] = await tx.rows<NonNullable<State['found']>>(
    'select name, parent_id from frame where jurisdiction_id = $1 and id = $2 for no key update',
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}
